"""What a reader is told of a difference: *wording differs*, unless the dates show which version came first.

Two translations of one sentence differ legitimately. So nobody is said to have altered anything unless the best witness
is the earlier of the two, and the words are set beside its own.
"""

import msgspec

from demarche.model import Difference, Document, Family, content_id

NEUTRAL = "wording differs"
_LATER = {
    "fact_update": "updated later", "fact_change": "told differently later", "added": "added later",
    "dropped": "left out later", "quote_altered": "quote altered after the best witness",
    "quote_unmarked": "quotation marks lost after the best witness", "garbled": NEUTRAL, "name_variant": NEUTRAL,
}  # fmt: skip
_ONE = {"added": "only in one version", "dropped": "only in one version"}


def labelled(d: Difference, family: Family, a: Document, b: Document) -> Difference:
    """The difference with its scope, its label and its id."""
    known = a.published is not None and b.published is not None and a.published < b.published and a.id == family.best
    label = _LATER.get(d.kind, NEUTRAL) if known else _ONE.get(d.kind, NEUTRAL)
    stands = [f"{e.document}:{e.start}:{e.end}" if e else "" for e in (d.a, d.b)]
    name = content_id("dif", family.id, d.kind, d.field, *stands)
    return msgspec.structs.replace(d, id=name, scope=family.id, label=label)
