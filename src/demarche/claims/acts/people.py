"""Head words of a sentence -> participants: known actors, or whoever the words name, unknown though they be."""

from collections.abc import Iterable

from demarche.claims.actors import actors
from demarche.claims.parties import party
from demarche.claims.scene import Scene
from demarche.model import Participant

LEFT_OUT = frozenset({"acl:relcl", "appos", "parataxis", "acl", "punct"})
"""What hangs on a name without being a part of it."""


def people(scene: Scene, heads: Iterable[int]) -> tuple[Participant, ...]:
    """Everybody whom some phrases name, each once, in the order of the text."""
    found: dict[tuple[int | None, int | None], Participant] = {}
    for head in heads:
        for p in _named(scene, head):
            found.setdefault((p.start, p.end), p)
    kept = [p for p in found.values() if not any(_inside(p, q) for q in found.values() if q is not p)]
    return tuple(sorted(kept, key=lambda p: (p.start or 0, p.end or 0)))


def _inside(p: Participant, q: Participant) -> bool:
    return None not in (p.start, q.start) and q.start <= p.start and p.end <= q.end  # type: ignore[operator]


def _named(scene: Scene, head: int) -> list[Participant]:
    known = [party(m) for _, m in actors(scene, head, private=True)]
    if known or scene.tokens[head].upos not in ("NOUN", "PROPN"):
        return known
    return [_unknown(scene, j) for j in scene.conjuncts(head) if scene.tokens[j].upos in ("NOUN", "PROPN")]


def _unknown(scene: Scene, head: int) -> Participant:
    """Somebody whom the knowledge lacks, under the words that name them, with the country those words give."""
    span = scene.stretch(phrase(scene, head))
    owner = next((m for c in scene.subtree(head) if c <= head and (m := scene.mention(c)) and m.country), None)
    return Participant(
        name=" ".join(scene.document.text[span.start : span.end].split()),
        country=owner.country if owner else None,
        start=span.start,
        end=span.end,
    )


def phrase(scene: Scene, head: int) -> list[int]:
    """The words of a noun phrase without its preposition, its relative clause and what is joined to it."""
    out = [head]
    for c in scene.children(head):
        base = scene.tokens[c].deprel
        if base in LEFT_OUT or base in ("conj", "cc", "case", "mark", "cop", "nsubj") or base.startswith("advcl"):
            continue
        if base in ("det",) and c < head:
            continue
        if base.partition(":")[0] in ("nmod", "obl") and c > head:
            continue
        out.extend(scene.subtree(c))
    return _run(sorted(out), head)


def _run(tokens: list[int], head: int) -> list[int]:
    """The unbroken run of words around the head."""
    low = high = tokens.index(head)
    while low > 0 and tokens[low - 1] == tokens[low] - 1:
        low -= 1
    while high + 1 < len(tokens) and tokens[high + 1] == tokens[high] + 1:
        high += 1
    return tokens[low : high + 1]
