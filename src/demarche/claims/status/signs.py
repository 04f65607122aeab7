"""What a sentence shows about an event word, as named signs: its form, its place, its helpers, what governs it."""

from collections.abc import Iterator

from demarche.claims.scene import Scene
from demarche.claims.status.complement import Link, link
from demarche.claims.status.form import adverbs, is_finite, is_infinitive, marked, negated
from demarche.claims.status.reading import clause_status, event_status, head_status, is_asked, is_predicate, own_status

SUBJECTS = ("nsubj", "nsubj:pass")


def signs(scene: Scene, i: int) -> frozenset[str]:
    """Every sign of an event word, each once."""
    found = link(scene, i, is_noun=not is_predicate(scene, i))
    return frozenset([*_own(scene, i), *_helpers(scene, i), *_sentence(scene, i), *_above(scene, i, found)])


def _own(scene: Scene, i: int) -> Iterator[str]:
    token, relation = scene.tokens[i], scene.tokens[i].deprel
    status = event_status(scene, i)
    form = scene.feature(i, "VerbForm") or token.upos
    shape = "to" if is_infinitive(scene, i) else "finite" if is_finite(scene, i) else form
    tense = scene.feature(i, "Tense") or scene.feature(i, "Mood") or "-"
    yield from (f"status:{status}", f"own:{own_status(scene, i)}", f"relation:{relation}", f"upos:{token.upos}")
    yield from (f"shape:{shape}", f"form:{form}:{tense}", f"relation+shape:{relation}:{shape}")
    yield from (f"status+shape:{status}:{shape}", f"lemma:{scene.lemma(i)}", f"status+form:{status}:{form}:{tense}")
    if negated(scene, i):
        yield from ("negated", f"negated:{shape}", f"negated:{tense}")


def _helpers(scene: Scene, i: int) -> Iterator[str]:
    yield from (f"aux:{scene.lemma(c)}" for c in scene.children(i, "aux"))
    yield from (f"helper:{scene.lower(c)}" for c in scene.children(i, "aux", "cop"))
    yield from (f"adverb:{word}" for word in adverbs(scene, i))
    yield from (f"mark:{word}" for word in marked(scene, i))
    yield from (f"has:{scene.tokens[c].deprel}" for c in scene.children(i) if scene.tokens[c].deprel != "punct")
    for c in scene.children(i, *SUBJECTS):
        upos = scene.tokens[c].upos
        yield f"subject:{scene.lower(c) if upos == 'PRON' else upos}"
        if upos == "NOUN":
            number = scene.feature(c, "Number")
            yield f"subject:{number}:{'bare' if not scene.children(c, 'det', 'nmod:poss') else 'det'}"
    if not scene.children(i, *SUBJECTS):
        yield "no subject"


def _sentence(scene: Scene, i: int) -> Iterator[str]:
    top = next((a for a in (i, *scene.ancestors(i)) if scene.tokens[a].head < 0), i)
    yield f"top:{scene.tokens[top].upos}"
    if top != i:
        yield f"top status:{own_status(scene, top)}"
        yield f"top form:{scene.feature(top, 'Mood') or '-'}:{scene.feature(top, 'Tense') or '-'}"
    if scene.is_question:
        yield from ("question", "asked" if is_asked(scene, i) else "presupposed")
        if top == i:
            yield "question itself"
    text = scene.document.text[scene.sentence.start : scene.sentence.end]
    if text.rstrip().endswith("!"):
        yield "exclaimed"
    years = [t for t in scene.tokens if t.upos == "NUM"]
    yield f"length:{min(4, len(scene.tokens) // 8)}"
    if years:
        yield "number"


def _above(scene: Scene, i: int, found: Link | None) -> Iterator[str]:
    head = scene.tokens[i].head
    if head < 0:
        return
    relation = scene.tokens[i].deprel.partition(":")[0]
    yield f"above:{relation}:{scene.tokens[head].upos}"
    yield f"above lemma:{relation}:{scene.lemma(head)}"
    if is_predicate(scene, head):
        above = clause_status(scene, head)
        yield from (f"above status:{above}", f"above status:{relation}:{above}")
        if negated(scene, head):
            yield f"above negated:{relation}"
    for a in scene.ancestors(head):
        yield f"far above:{own_status(scene, a)}" if is_predicate(scene, a) else f"far above:{scene.tokens[a].upos}"
    if found is not None:
        yield f"takes:{found.relation}:{found.takes}"
        if found.embedding is not None:
            row = found.embedding
            yield from (
                f"signature:{row.positive}:{row.negative}",
                f"kind:{row.kind}",
                f"word:{row.word}:{found.takes}",
            )
            yield f"signature+above:{row.positive}:{row.negative}:{head_status(scene, found.head)}"
