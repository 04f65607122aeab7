"""The examples of the act lexicon that fail, as a table: `python -m tests.claims.acts.table [ID ...]`."""

import sys
from collections.abc import Iterator, Sequence

from demarche.lexicon.acts import ActType, act_lexicon
from tests.claims.acts.judging import acts, fits, told


def failures(kind: ActType) -> Iterator[str]:
    """One entry a failing example: what was wanted, what came."""
    for example in kind.positive:
        found = acts(example.text)
        if not any(fits(c, kind, example) for c in found):
            wanted = (
                f"{example.event or kind.id} {example.status} {'+'.join(example.actors)} > {'+'.join(example.targets)}"
            )
            came = "\n    ".join(told(c, example.text) for c in found) or "nothing"
            yield f"+ {example.text}\n    WANTED {wanted} {example.cameo or ''} {example.date or ''}\n    {came}"
    for text in kind.negative:
        if wrong := [told(c, text) for c in acts(text) if c.event == kind.id]:
            yield f"- {text}\n    {wrong}"


def main(ids: Sequence[str]) -> None:
    """Print the failures of some kinds of act, or of all, and a count of each."""
    for kind in act_lexicon().types:
        if not ids or kind.id in ids:
            failed = list(failures(kind))
            print(f"== {kind.id}: {len(failed)} of {len(kind.positive) + len(kind.negative)} fail", *failed, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
