"""W3C Web Annotations (REC 2017), one JSON-LD object a line: the words behind every field of every record.

Offsets count code points of the document's text as it is kept, whose digest stands beside them; both selectors are
written, so that a reader can find the words again and refuse what only looks alike.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from demarche.model import Evidence, Record
from demarche.publish.exports.jsonl import written
from demarche.publish.holdings import Holdings

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters of prefix and suffix, as annotation tools write them."""


def write(holdings: Holdings, folder: Path) -> list[Path]:
    """`annotations.jsonld.jsonl`."""
    return [written(folder / "annotations.jsonl", _annotations(holdings))]


def _annotations(holdings: Holdings) -> Iterator[dict[str, Any]]:
    for record in holdings.records:
        for n, evidence in enumerate(record.evidence):
            yield _annotation(record, n, evidence, holdings)


def _annotation(record: Record, n: int, evidence: Evidence, holdings: Holdings) -> dict[str, Any]:
    document = holdings.document(evidence.document)
    text = document.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": evidence.quote,
        "prefix": text[max(0, evidence.start - AROUND) : evidence.start],
        "suffix": text[evidence.end : evidence.end + AROUND],
    }
    state = [{"type": "TimeState", "sourceDate": document.retrieved_at, "cached": f"urn:sha256:{document.text_sha256}"}]
    return {
        "@context": CONTEXT,
        "id": f"urn:demarche:{record.id}:{n}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "SpecificResource", "source": f"urn:demarche:{record.id}", "purpose": "identifying"},
            {"type": "TextualBody", "value": f"field={evidence.field}", "purpose": "tagging"},
        ],
        "target": {
            "source": document.url or f"urn:demarche:{document.id}",
            "state": [{k: v for k, v in s.items() if v} for s in state],
            "selector": [quote, {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end}],
        },
    }
