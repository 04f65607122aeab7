"""Which member of a family to quote: the earliest that is complete and undamaged, and why that one."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from demarche.families.fluency import DAMAGED, GAP
from demarche.families.held import Head

COMPLETE = 0.7
"""Share of the median length below which a version is taken for a shortened one."""
_CLASSES = {"official": 0, "wire": 1}


def best(members: Sequence[Head], likeness: Mapping[str, float], damaged: AbstractSet[str]) -> tuple[str, str]:
    """The id of the best witness and why; `likeness` says how much the others agree with each."""
    short = _shortened(members)

    def rank(member: Head) -> tuple[bool, bool, str, int, float, str]:
        return (
            member.id in short, member.id in damaged, member.published or "9999-99-99",
            _CLASSES.get(member.source_class, 2), -round(likeness.get(member.id, 0.0), 3), member.id,
        )  # fmt: skip

    first, *others = sorted(members, key=rank)
    return first.id, _why(first, others, short, damaged) if others else ""


def _shortened(members: Sequence[Head]) -> set[str]:
    lengths = sorted(m.length for m in members)
    return {m.id for m in members if m.length < COMPLETE * lengths[len(lengths) // 2]}


def damaged(members: Sequence[Head]) -> set[str]:
    """Those whose words go together worse than another version's, and worse than English does."""
    known = {m.id: m.fluency for m in members if m.fluency is not None}
    top = max(known.values(), default=0.0)
    return {id for id, share in known.items() if share < DAMAGED and top - share >= GAP}


def _why(first: Head, others: Sequence[Head], short: AbstractSet[str], damaged: AbstractSet[str]) -> str:
    """*the earliest of 3 whole versions; set aside: 1 shortened, 2 with word choices that English does not make*."""
    whole = [m for m in (first, *others) if m.id not in short | damaged]
    dated = [m for m in whole if m.published]
    if len(whole) < 2:
        said = "the only whole and undamaged version" if whole else "the least damaged version"
    elif dated and all((m.published or "9999") > (first.published or "9999") for m in whole if m is not first):
        said = f"the earliest of {len(whole)} whole versions"
    elif first.source_class in _CLASSES and any(m.source_class != first.source_class for m in whole):
        said = f"the {first.source_class} one of {len(whole)} whole versions, none of them earlier"
    else:
        said = f"of {len(whole)} whole versions, none of them earlier, the one that the others agree with most"
    aside = [f"{len(short)} shortened"] if short else []
    if damaged - short:
        aside.append(f"{len(damaged - short)} with word choices that English does not make")
    return f"{said}; set aside: {', '.join(aside)}" if aside else said
