"""One line of shorthand -> a claim in its document, so that a case of merging is a row that can be read.

`call happened USA:Blinken/minister RUS:Lavrov/minister on=2022-07-29 pub=2022-07-30` is what some text, published on
30 July, says of a call. `on=A..B` is a rough date, `in=Geneva,CHE` a place, `event=` a forum, `doc=` the document
(one of its own by default), `fam=` the family, `account=` whose account that is, `of=` whose official text it is, `by=`
whom the claim is attributed to, `topics=` its topics, `said=` the words of the quote, `implied` a date that no words
give, `generic` and `caption` what they say.
"""

from collections.abc import Iterable
from typing import Any

from demarche.model import Act, Claim, Document, Engagement, Family, Participant, Place, When, text_sha256

MODES = {"call", "meeting", "virtual_meeting", "visit", "summit", "talks", "outreach", "letter", "other"}


def told(line: str, number: int = 0) -> tuple[Claim, Document, str]:
    """The claim of a line, its document and the name of its family."""
    words = line.split()
    options = dict(w.split("=", 1) for w in words[2:] if "=" in w)
    flags = {w for w in words[2:] if w in ("generic", "caption", "implied")}
    sides = [w for w in words[2:] if "=" not in w and w not in flags]
    name = options.get("doc", f"d{number}")
    quote = options.get("said", f"words_{name}_{number}").replace("_", " ")
    document = _document(name, options)
    informant = participant(options["by"]) if "by" in options else None
    place = _place(options.get("in"))
    common: dict[str, Any] = {
        "document": document.id, "start": 100 * number, "end": 100 * number + len(quote), "quote": quote,
        "found_by": "test/1", "status": words[1], "date": _when(options.get("on"), "implied" in flags), "place": place,
        "attributed_to": informant,
    }  # fmt: skip
    claim: Claim
    if words[0] in MODES:
        claim = Engagement(
            **common, mode=words[0], participants=tuple(participant(s) for s in sides), generic="generic" in flags,
            event_name=options.get("event", "").replace("_", " ") or None,
            topics=tuple(options["topics"].split(",")) if "topics" in options else (),
            evidence_kind="photo_caption" if "caption" in flags else "text",
        )  # fmt: skip
    else:
        split = sides.index("->") if "->" in sides else len(sides)
        claim = Act(
            **common, event=words[0], actors=tuple(map(participant, sides[:split])), amount=options.get("amount"),
            targets=tuple(map(participant, sides[split + 1 :])),
        )  # fmt: skip
    return claim.with_id(), document, options.get("fam", f"family of {document.id}")


def participant(text: str) -> Participant:
    """`USA:Antony_Blinken/minister`, `org:nato`, `org:un:Guterres/head`, `RUS/head`,
    `?Lavrov` (a person of no known state)."""
    if text.startswith("?"):
        return Participant(name=text[1:].replace("_", " ") or None)
    text, _, rank = text.partition("/")
    level: Any = rank or "unknown"
    if text.startswith("org:"):
        body, _, name = text.removeprefix("org:").partition(":")
        own = f"org:{body}"
        return Participant(
            actor=None if name else own, organisation=own, name=name.replace("_", " ") or None, level=level
        )
    country, _, name = text.partition(":")
    actor, _, name = name.rpartition("#")
    return Participant(actor=actor or None, country=country, name=name.replace("_", " ") or None, level=level)


def world(lines: Iterable[str]) -> tuple[list[Claim], tuple[Family, ...], dict[str, Document]]:
    """The claims of some lines, with the families and documents they live in."""
    claims, documents, homes, accounts = [], {}, {}, {}
    for number, line in enumerate(lines):
        claim, document, family = told(line, number)
        claims.append(claim)
        documents[document.id] = document
        homes.setdefault(family, set()).add(document.id)
        accounts[family] = next((w.removeprefix("account=") for w in line.split() if w.startswith("account=")), None)
    families = tuple(
        Family(id=name, documents=tuple(sorted(ids)), origin=accounts[name]) for name, ids in sorted(homes.items())
    )
    return claims, families, documents


def _document(name: str, options: dict[str, str]) -> Document:
    published, official = options.get("pub"), options.get("of")
    return Document(
        id=f"doc_{name}", source=f"{name}.txt", text="", text_sha256=text_sha256(""), raw_sha256=text_sha256(""),
        published=published, published_basis="given" if published else "unknown", official_of=official,
        source_class="official" if official else "press",
    )  # fmt: skip


def _when(text: str | None, implied: bool) -> When | None:
    if text is None:
        return None
    start, _, end = text.partition("..")
    precision: Any = "interval" if end else "day"
    return When(start=start, end=end or start, precision=precision, expression=None if implied else "then")


def _place(text: str | None) -> Place | None:
    if text is None:
        return None
    name, _, country = text.partition(",")
    return Place(name=name.replace("_", " "), country=country or None, precision="city" if country else None)
