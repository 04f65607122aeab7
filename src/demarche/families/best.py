"""Which member of a family to quote: the earliest that is complete, and of these the least altered."""

from collections.abc import Mapping, Sequence

from demarche.families.profile import Profile

COMPLETE = 0.7
"""Share of the median length below which a version is taken for a shortened one."""
_CLASSES = {"official": 0, "wire": 1}


def best(members: Sequence[Profile], likeness: Mapping[str, float]) -> str:
    """The id of the best witness; `likeness` says how much the others agree with each (an altered text agrees less)."""
    lengths = sorted(len(m.words) for m in members)
    enough = COMPLETE * lengths[len(lengths) // 2]

    def rank(member: Profile) -> tuple[bool, str, int, float, str]:
        return (
            len(member.words) < enough, member.published or "9999-99-99", _CLASSES.get(member.source_class, 2),
            -round(likeness.get(member.id, 0.0), 3), member.id,
        )  # fmt: skip

    return min(members, key=rank).id
