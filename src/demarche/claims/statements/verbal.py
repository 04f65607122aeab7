"""One sentence -> its attributions: every cue in it with the content and the source that it has."""

from collections.abc import Iterator, Sequence

from demarche.claims.scene import Scene
from demarche.claims.statements.around import block, quotes_beside, told_before, told_below, told_on_both_sides
from demarche.claims.statements.attributed import Attributed
from demarche.claims.statements.cues import Cue, cues
from demarche.claims.statements.frames import Framed, framed
from demarche.claims.statements.pieces import pieces, trimmed
from demarche.claims.statements.quotes import Quoted
from demarche.claims.statements.sources import cites, source_head, source_tokens
from demarche.lexicon.speech import SpeechLexicon, SpeechVerb
from demarche.model import Stretch, Token

SOURCELESS = ("quote", "unsaid")
"""Frames that tell of words though nobody is said to say them: a quotation; "the ship *is believed* to have sunk"."""
NAMES = frozenset({"call", "label", "dub", "term", "brand", "describe", "deem"})
"""Verbs that give their object a name."""
GUESSES = frozenset({"presumably", "probably", "perhaps", "maybe", "possibly", "conceivably", "doubtless"})


def of_cues(scene: Scene, quotes: Sequence[Quoted], lexicon: SpeechLexicon) -> Iterator[Attributed]:
    """What the verbs, nouns and adjectives of a sentence attribute, each content once."""
    for cue in cues(scene, lexicon):
        if any(_inside(scene.tokens[cue.at], q) for q in quotes) or _is_guessed(scene, cue.at) or cites(scene, cue.at):
            continue
        found = _attributed(scene, cue, quotes)
        if found is not None:
            yield found


def _is_guessed(scene: Scene, i: int) -> bool:
    """ "Has *presumably* welcomed": what the writer guesses nobody said."""
    return any(scene.lower(c) in GUESSES for c in scene.children(i, "advmod"))


def _inside(token: Token, quote: Quoted) -> bool:
    """What somebody is quoted as saying of others' words is his statement, not theirs."""
    return quote.inner.start <= token.start and token.end <= quote.inner.end


def _attributed(scene: Scene, cue: Cue, quotes: Sequence[Quoted]) -> Attributed | None:
    head = source_head(scene, cue)
    source = source_tokens(scene, head, cue) if head is not None else []
    first, last = block(scene, cue, source)
    content = framed(scene, cue)
    leave = {*range(cue.first, cue.last + 1), *source}
    parts, by, opener = _parts(scene, cue, content, quotes, leave, (first, last))
    if not parts or (not source and by not in SOURCELESS):
        return None
    last_of_cue = opener if opener is not None and opener > cue.last and opener - cue.last <= 2 else cue.last
    return Attributed(
        scene=scene,
        parts=parts,
        cue=scene.stretch([cue.first, last_of_cue]),
        sort=cue.entry.sort,
        trust=cue.entry.trust,
        by=by,
        at=cue.at,
        source=scene.stretch(source) if source else None,
        whose=head,
        stance=cue.entry.stance,
    )


Parts = tuple[tuple[Stretch, ...], str, int | None]
"""The stretches of a content, the frame that gave it, and the preposition that belongs to the cue."""


def _parts(
    scene: Scene, cue: Cue, content: Framed | None, quotes: Sequence[Quoted], leave: set[int], edges: tuple[int, int]
) -> Parts:
    """The content: quotations right beside the cue, else what its frame gives, else the words it follows or heads."""
    first, last = edges
    speaks = isinstance(cue.entry, SpeechVerb) and "clause" in cue.entry.frames and cue.entry.sort == "speech"
    beside = quotes_beside(scene, first, last, quotes) if speaks else []
    if beside and _is_all(scene, cue, content, beside, first):
        return _quoted_parts(scene, beside, quotes, first, last), "quote", None
    if content is not None:
        also = told_on_both_sides(scene, first, last) if speaks and content.by == "clause" else []
        barred = leave | set(range(first, last + 1)) if also else leave
        parts = pieces(scene, [*also, *content.tokens], quotes, barred)
        return (
            _with_name(scene, parts, quotes) if scene.lemma(cue.at) in NAMES and content.by == "object" else parts,
            content.by,
            content.opener,
        )
    if not speaks:
        return (), "", None
    before = told_before(scene, cue, first, last, [t for t in leave if not cue.first <= t <= cue.last])
    if before:
        return pieces(scene, before, quotes, set(range(first, last + 1))), "around", None
    below = told_below(scene, last)
    return ((below,) if below else ()), "clause", None


def _with_name(scene: Scene, parts: tuple[Stretch, ...], quotes: Sequence[Quoted]) -> tuple[Stretch, ...]:
    """ "Called the accord *“a return home”*": what it is called belongs to it, wherever a parser hung it."""
    if not parts:
        return parts
    end, text = parts[-1].end, scene.document.text
    here = [q for q in quotes if q.closed and end < q.outer.start and q.outer.end <= scene.sentence.end]
    named = [q for q in here if text[end : q.outer.start] == " "]
    return (*parts[:-1], Stretch(parts[-1].start, named[0].outer.end)) if named else parts


def _is_all(scene: Scene, cue: Cue, content: Framed | None, beside: Sequence[Quoted], first: int) -> bool:
    """Are the quotations beside a cue all that it gives? One before a participle belongs to the cue before it."""
    if any(q.outer.end <= scene.tokens[first].start for q in beside):
        return scene.tokens[cue.at].deprel not in ("advcl", "acl", "xcomp")
    return content is None or not _goes_beyond(scene, content, beside[0])


def _goes_beyond(scene: Scene, content: Framed, quote: Quoted) -> bool:
    """Does what a frame gives hold a quotation and more: "reported *“many incidents” in the city*"?"""
    start, end = scene.tokens[min(content.tokens)].start, scene.tokens[max(content.tokens)].end
    return start <= quote.inner.start and quote.outer.end < end and end <= scene.sentence.end


def _quoted_parts(
    scene: Scene, beside: Sequence[Quoted], quotes: Sequence[Quoted], first: int, last: int
) -> tuple[Stretch, ...]:
    """Quotations beside a cue, with the words of the same sentence before them."""
    out: list[Stretch] = []
    begin = scene.tokens[0].start
    for q in beside:
        if q.outer.end <= scene.tokens[first].start and begin < q.outer.start:
            lead = trimmed(scene.document.text, Stretch(begin, q.outer.end), quotes)
            out.append(lead or q.outer)
        else:
            out.append(q.outer)
    return tuple(out)
