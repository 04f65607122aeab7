"""What came of a file of paragraphs, in words: the figures; on asking, all that is missed, false or wrong."""

import argparse
from collections.abc import Callable, Iterator

from demarche.model import Claim, Document
from tests.claims.prose import (
    SAME,
    Told,
    countries,
    countries_right,
    date_right,
    days,
    place_of,
    place_right,
    read,
    speaker_right,
    status_right,
    tally,
    targets_right,
)

SHARES: dict[str, tuple[tuple[str, Callable[[Told, Claim], bool]], ...]] = {
    "E": (("status", status_right), ("date", date_right), ("countries", countries_right), ("place", place_right)),
    "A": (("status", status_right), ("actors", countries_right), ("targets", targets_right)),
    "S": (("speaker", speaker_right),),
}


def figures(letter: str, file: str) -> str:
    whole = tally(letter, file)[0]
    found, wanted = len(whole.pairs), len(whole.pairs) + len(whole.missed)
    line = (
        f"{letter} found {found} of {wanted}: {whole.recall():.3f}, false {len(whole.false)}: {whole.precision():.3f}"
    )
    return "; ".join([line, *(f"{name} {whole.share(right):.3f}" for name, right in SHARES[letter])])


def wrong(letter: str, file: str) -> Iterator[str]:
    """Every miss, every false claim and every field that is wrong, under the text it stands in."""
    for (doc, _, _), one in zip(read(file), tally(letter, file)[1], strict=True):
        lines = [f"  missed  {gold(told)}" for told in one.missed]
        lines += [f"  false   {said(doc, claim)}" for claim in one.false]
        for told, claim in one.pairs:
            fields = " ".join(name for name, right in SHARES[letter] if not right(told, claim))
            lines += [f"  {fields}: {gold(told)} <- {said(doc, claim)}"] if fields else []
        if lines:
            yield "\n".join([f"{doc.published} {doc.text}", *lines])


def gold(told: Told) -> str:
    cells = ["/".join(sorted(told.kinds)), "/".join(sorted(told.status)), " ".join(sorted(told.one))]
    return " | ".join([*cells, " ".join(sorted(told.other)), _period(told.days), told.place or ""])


def said(doc: Document, claim: Claim) -> str:
    """A claim in the order of the gold, its words, and the sentence they stand in."""
    kind = str(getattr(claim, "mode", None) or getattr(claim, "event", "statement"))
    people = countries(getattr(claim, "participants", getattr(claim, "actors", ())))
    cells = [kind, str(getattr(claim, "status", "")), " ".join(sorted(people))]
    cells += [" ".join(sorted(countries(getattr(claim, "targets", ()))))]
    cells += [_period(days(getattr(claim, "date", None))), place_of(claim) or "", f"[{claim.quote}]"]
    sentence = doc.text[claim.sentence.start : claim.sentence.end] if claim.sentence else ""
    return " | ".join(cells) + f" in: {sentence}"


def _period(period: tuple[str | None, str | None] | None) -> str:
    return "..".join(day or "" for day in period or ())


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("file", nargs="?", default="prose.txt", help="a file of tests/claims/rows")
    words.add_argument("--all", action="store_true", help="every miss, false claim and wrong field too")
    asked = words.parse_args()
    for letter in SAME:
        print(figures(letter, asked.file))
        if asked.all:
            print(*wrong(letter, asked.file), sep="\n")
