"""Cues that follow or interrupt what they attribute: "…", he said, "…"; the plan, she said, was dead."""

from collections.abc import Sequence

from demarche.claims.scene import Scene
from demarche.claims.statements.clauses import speaks
from demarche.claims.statements.cues import Cue
from demarche.claims.statements.quotes import Quoted
from demarche.model import Stretch

BETWEEN = " \n\t\r\u00a0,:;—–-―"
SHORT = 2
"""Words: less before a cue is no statement ("Yes, he said" aside)."""
ASIDE = ("obl", "advmod", "obj", "iobj", "nmod", "appos", "advcl", "acl", "obl:unmarked", "obl:tmod")


def block(scene: Scene, cue: Cue, source: Sequence[int]) -> tuple[int, int]:
    """The first and last word of a cue with its source and what belongs to it: "…, *he told the BBC on Friday*"."""
    inside = set(range(cue.first, cue.last + 1)) | set(source)
    for c in scene.children(cue.at):
        relation = scene.tokens[c].deprel
        if relation.partition(":")[0] in ("obl", "advmod", "obj", "iobj") and not _is_clause(scene, c):
            inside |= set(scene.subtree(c))
    first, last = cue.first, cue.last
    while first - 1 in inside or (_is_mark(scene, first - 1) and first - 2 in inside):
        first -= 1
    while last + 1 in inside or (_is_mark(scene, last + 1) and last + 2 in inside):
        last += 1
    return first, last


def _is_mark(scene: Scene, k: int) -> bool:
    return 0 <= k < len(scene.tokens) and scene.lower(k) in (",", "(", ")")


def _is_clause(scene: Scene, c: int) -> bool:
    return any(scene.tokens[t].upos == "PUNCT" and scene.lower(t) in ('"', "“", "''", "``") for t in scene.subtree(c))


def quotes_beside(scene: Scene, first: int, last: int, quotes: Sequence[Quoted]) -> list[Quoted]:
    """The quotations right before and right after a cue's block, only marks between."""
    text = scene.document.text
    start, end = scene.tokens[first].start, scene.tokens[last].end
    before = [q for q in quotes if q.closed and q.outer.end <= start and _touches(scene, q, text[q.outer.end : start])]
    after = [q for q in quotes if q.outer.start >= end and _introduced(scene, q, text[end : q.outer.start])]
    return [*(q for q in before[-1:] if not _is_title(scene, q)), *after[:1]]


def _touches(scene: Scene, quote: Quoted, between: str) -> bool:
    """Does a cue follow a quotation directly? One of an earlier sentence must ask, shout or break off, unless the cue's
    own opens in lower case (*said the minister*, on a line of its own).
    """
    if between.strip(BETWEEN):
        return False
    if scene.document.text[scene.sentence.start].islower():
        return True
    if "\n" in between:
        return False
    if quote.inner.end > scene.sentence.start:
        return True
    return scene.document.text[quote.inner.start : quote.outer.end].rstrip("”»\"' ")[-1:] in ("?", "!", ",", "—", "-")


def _introduced(scene: Scene, quote: Quoted, between: str) -> bool:
    """Does a quotation follow a cue directly? On another line only behind a colon."""
    return not between.strip(BETWEEN) and (
        ":" in between or ("\n" not in between and quote.outer.start < scene.sentence.end)
    )


def _is_title(scene: Scene, quote: Quoted) -> bool:
    """Quoted words that a preposition governs are a name: "*In “Face the Nation”,* he said"."""
    inside = [k for k, t in enumerate(scene.tokens) if quote.outer.start <= t.start < quote.outer.end]
    if not inside or inside[0] == 0:
        return False
    tops = [k for k in inside if scene.tokens[k].head not in inside and scene.tokens[k].upos != "PUNCT"]
    return bool(tops) and scene.tokens[tops[0]].deprel.partition(":")[0] in ("obl", "nmod", "appos", "compound")


def told_before(scene: Scene, cue: Cue, first: int, last: int, source: Sequence[int]) -> list[int]:
    """The words that a cue with its block follows or stands in, where a comma parts them from it."""
    if first == 0 or scene.tokens[first - 1].upos != "PUNCT":
        return []
    before = list(range(_begin(scene), first))
    words = [t for t in before if scene.tokens[t].upos != "PUNCT" and t not in source]
    if len(words) < SHORT or scene.tokens[cue.at].deprel in ("advcl", "acl", "xcomp"):
        return []
    if source and scene.feature(min(source), "PronType") == "Rel":  # "the envoy, *who advises* the council"
        return []
    rest = _rest(scene, cue, last)
    is_clause = any(scene.tokens[t].upos in ("VERB", "AUX") for t in [*words, *rest])
    return [*before, *rest] if is_clause and not _only_sets_the_scene(scene, cue.at, words) else []


def _only_sets_the_scene(scene: Scene, cue: int, words: Sequence[int]) -> bool:
    """ "*Even as he left*, the minister went on": a clause of circumstance that hangs on the cue is no content."""
    below = {t for c in scene.children(cue, "advcl", "obl", "advmod") for t in scene.subtree(c)}
    return all(t in below or scene.tokens[t].head == cue for t in words)


def told_below(scene: Scene, last: int) -> Stretch | None:
    """The next paragraph, where a cue ends its own with a colon: "The governor added:", and a line without marks."""
    text = scene.document.text
    end = text.find("\n", scene.tokens[last].end)
    if end < 0 or text[scene.tokens[last].end : end].strip() != ":":
        return None
    start = next((k for k in range(end, len(text)) if not text[k].isspace()), len(text))
    stop = text.find("\n", start) if "\n" in text[start:] else len(text)
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] == "."):
        stop -= 1
    return Stretch(start, stop) if stop > start else None


def told_on_both_sides(scene: Scene, first: int, last: int) -> list[int]:
    """What a cue between commas parts from the clause behind it: "*To end the war*, he said, talks are needed"."""
    apart = first > 1 and last + 1 < len(scene.tokens)
    if not apart or scene.lower(first - 1) != "," or scene.lower(last + 1) != ",":
        return []
    return list(range(_begin(scene), first))


def _begin(scene: Scene) -> int:
    """Past a dateline: "WASHINGTON ― …", "KYIV (AP) - …"."""
    for k in range(1, min(8, len(scene.tokens))):
        word = scene.document.text[scene.tokens[k - 1].start : scene.tokens[k - 1].end]
        if word.isalpha() and word.islower():
            return 0
        if scene.lower(k) in ("―", "—", "–", "-", "--") and scene.document.text[scene.tokens[0].start :][:3].isupper():
            return k + 1
    return 0


def _rest(scene: Scene, cue: Cue, last: int) -> list[int]:
    """What goes on behind a cue that interrupts: the words that hang on what stands before it."""
    if last + 1 >= len(scene.tokens) or scene.tokens[last + 1].upos != "PUNCT":
        return []
    own = {t for c in scene.children(cue.at, "advcl", "conj", "parataxis", "acl") if c > last for t in scene.subtree(c)}
    for k in range(last + 1, len(scene.tokens)):
        if scene.lower(k - 1) == "," and scene.feature(k, "VerbForm") in ("Ger", "Part") and speaks(scene, k):
            own |= set(scene.subtree(k))
    return [t for t in range(last + 1, len(scene.tokens)) if t not in own]


def hull(scene: Scene, tokens: Sequence[int]) -> Stretch:
    """The stretch of some words."""
    return scene.stretch(list(tokens))
