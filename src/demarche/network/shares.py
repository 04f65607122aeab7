"""Contacts -> how they are spread over partners, and what share of them falls to groups of states."""

from collections.abc import Iterator, Mapping, Sequence
from math import exp, log

from demarche.network.breadth import partners
from demarche.network.contacts import Contact
from demarche.network.figure import Number, behind, rounded


def concentration(state: str, met: Sequence[Contact]) -> Iterator[Number]:
    """The Herfindahl-Hirschman index (sum of squared shares), 1 / it, and exp of Shannon's entropy (Hill 1973)."""
    each = sorted(len(own) for own in partners(state, met, None).values())
    total = sum(each)
    if not total:
        yield Number(metric="concentration", value=None, note="no contact")
        return
    shares = [n / total for n in each]
    index = sum(p * p for p in shares)
    everything = behind(met)
    yield Number(metric="concentration", value=rounded(index), of=total, note="sum of squared shares",
                 records=everything)  # fmt: skip
    yield Number(metric="effective_partners", value=rounded(1 / index), of=len(each), records=everything)
    entropy = -sum(p * log(p) for p in shares)
    yield Number(metric="effective_partners_by_entropy", value=rounded(exp(entropy)), of=len(each), records=everything)


def groups(state: str, met: Sequence[Contact], members: Mapping[str, frozenset[str]]) -> Iterator[Number]:
    """The share of contacts, and of partners, that falls to each group; groups overlap, so the shares do not add up."""
    seen = {c.partner(state) for c in met}
    for name, group in sorted(members.items()):
        own = [c for c in met if c.partner(state) in group]
        there = {c.partner(state) for c in own}
        yield _share("group_share_of_contacts", name, len(own), len(met), "", own)
        yield _share("group_share_of_partners", name, len(there), len(seen), " ".join(sorted(there)), own)


def _share(metric: str, name: str, part: int, whole: int, note: str, own: Sequence[Contact]) -> Number:
    value = rounded(part / whole) if whole else None
    return Number(metric=metric, about=name, value=value, of=whole, note=note, records=behind(own))
