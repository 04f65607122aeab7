"""What an edition was made from: texts, publishers, days; what was refused, and what is not shown."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from demarche.model import Record
from demarche.publish.editions.boxes import SHOWN
from demarche.publish.editions.nouns import Coverage, Publisher
from demarche.publish.material import Material


def ground(material: Material, shown: Sequence[Record]) -> Coverage:
    """The coverage of the whole material, not only of what is shown."""
    documents = material.documents.values()
    days = sorted(d.published for d in documents if d.published)
    hidden = Counter(d.kind for d in material.differences if d.kind not in SHOWN)
    return Coverage(
        documents=len(material.documents),
        families=len(material.families),
        undated=len(material.documents) - len(days),
        unread=sum(r.step == "language" for r in material.rejects),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        classes=tuple(Counter(d.source_class for d in documents).most_common()),
        publishers=_publishers(material),
        records=len(material.records),
        shown=len(shown),
        left_out=tuple(sorted((kind.replace("_", " "), n) for kind, n in hidden.items())),
        rejects=tuple(sorted(material.rejects)),
    )


def _publishers(material: Material) -> tuple[Publisher, ...]:
    """Each publisher with its texts and families, the largest first."""
    home = {d: f.id for f in material.families for d in f.documents}
    of = defaultdict(list)
    for document in material.documents.values():
        of[document.publisher or "publisher not given"].append(document)
    rows = []
    for name, texts in of.items():
        days = sorted(d.published for d in texts if d.published)
        families = len({home.get(d.id, d.id) for d in texts})
        first, last = (days[0], days[-1]) if days else (None, None)
        rows.append(Publisher(name=name, documents=len(texts), families=families, first=first, last=last))
    return tuple(sorted(rows, key=lambda p: (-p.documents, p.name)))
