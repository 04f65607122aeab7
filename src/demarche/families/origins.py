"""Whose account a family is: that of its members which says most about where the text comes from.

What a government published is its account, however many papers print it; else what a member credits to an agency is the
agency's; else the house that had it first.
"""

from collections import Counter
from collections.abc import Sequence

from demarche.families.held import Head


def shared_origin(members: Sequence[Head]) -> str | None:
    """The origin of a family; null where no member names one."""
    ordered = sorted((m for m in members if m.origin), key=lambda m: m.age)
    for kind in ("official:", "wire:"):
        named = Counter(m.origin for m in ordered if m.origin and m.origin.startswith(kind))
        if named:
            return max(named, key=lambda origin: (named[origin], origin or ""))
    return ordered[0].origin if ordered else None
