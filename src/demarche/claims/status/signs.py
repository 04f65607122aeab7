"""What a sentence shows about an event word, as named signs: its form, its helpers, its sentence, what governs it."""

from collections.abc import Iterator

from demarche.claims.scene import Scene
from demarche.claims.status.complement import Link, link
from demarche.claims.status.form import adverbs, is_finite, is_infinitive, marked, negated
from demarche.claims.status.own import is_asked, is_predicate, own_status
from demarche.claims.status.reading import clause_status, event_status, head_status
from demarche.lexicon.status_words import status_words

SUBJECTS = ("nsubj", "nsubj:pass")


def signs(scene: Scene, i: int) -> frozenset[str]:
    """Every sign of an event word, each once."""
    found = link(scene, i, is_noun=not is_predicate(scene, i))
    return frozenset([*_own(scene, i), *_helpers(scene, i), *_sentence(scene, i), *_above(scene, i, found)])


def _own(scene: Scene, i: int) -> Iterator[str]:
    relation, status = scene.tokens[i].deprel, event_status(scene, i)
    form = scene.feature(i, "VerbForm") or scene.tokens[i].upos
    tense = scene.feature(i, "Tense") or scene.feature(i, "Mood") or "-"
    shape = "to" if is_infinitive(scene, i) else "finite" if is_finite(scene, i) else form
    yield from (f"status:{status}", f"own:{own_status(scene, i)}", f"relation:{relation}", f"shape:{shape}")
    yield from (f"form:{form}:{tense}", f"relation+shape:{relation}:{shape}", f"lemma:{scene.lemma(i)}")
    yield from (f"status+shape:{status}:{shape}", f"status+form:{status}:{form}:{tense}")
    yield from (f"embeds:{kind}" for kind in sorted(status_words().kinds.get(scene.lemma(i), ())))
    if negated(scene, i):
        yield from ("negated", f"negated:{shape}", f"negated:{tense}")


def _helpers(scene: Scene, i: int) -> Iterator[str]:
    yield from (f"aux:{scene.lemma(c)}" for c in scene.children(i, "aux"))
    yield from (f"adverb:{word}" for word in adverbs(scene, i))
    yield from (f"mark:{word}" for word in marked(scene, i))
    subjects = scene.children(i, *SUBJECTS)
    if not subjects:
        yield "subject:none"
    for c in subjects:
        upos = scene.tokens[c].upos
        yield f"subject:{scene.lower(c) if upos == 'PRON' else upos}"
        if upos == "NOUN" and not scene.children(c, "det", "nmod:poss"):
            yield f"subject:bare:{scene.feature(c, 'Number')}"


def _sentence(scene: Scene, i: int) -> Iterator[str]:
    top = next((a for a in (i, *scene.ancestors(i)) if scene.tokens[a].head < 0), i)
    if top != i:
        yield f"top:{own_status(scene, top)}"
        yield f"top:{scene.feature(top, 'Mood') or '-'}:{scene.feature(top, 'Tense') or '-'}"
    if scene.is_question:
        yield from ("question", "asked" if is_asked(scene, i) else "taken for granted")
        if top == i:
            yield "asked itself"
    text = scene.document.text[scene.sentence.start : scene.sentence.end]
    if text.rstrip().endswith("!"):
        yield "exclaimed"


def _above(scene: Scene, i: int, found: Link | None) -> Iterator[str]:
    head, relation = scene.tokens[i].head, scene.tokens[i].deprel.partition(":")[0]
    if head < 0:
        return
    yield from (f"above:{relation}:{scene.tokens[head].upos}", f"above:{relation}:{scene.lemma(head)}")
    if is_predicate(scene, head):
        above = clause_status(scene, head)
        yield from (f"above:{above}", f"above:{relation}:{above}")
        if negated(scene, head):
            yield f"above:{relation}:negated"
    for a in scene.ancestors(head):
        yield f"far above:{own_status(scene, a)}" if is_predicate(scene, a) else f"far above:{scene.tokens[a].upos}"
    if found is not None:
        yield f"takes:{found.relation}:{found.takes}"
        if found.embedding is not None:
            row = found.embedding
            signature = f"signature:{row.positive}:{row.negative}"
            yield from (signature, f"kind:{row.kind}", f"{signature}:{head_status(scene, found.head)}")
