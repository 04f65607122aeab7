"""Is a number a figure at all? Dates, ages, articles, flights, scores, telephones and names are none."""

from demarche.claims.figures.measured import Measured
from demarche.claims.scene import Scene
from demarche.lexicon.quantities import quantities

FEW = 10
"""Up to so many after "the", people and things are known already: "the two leaders" counts nobody."""
YEARS = (1500, 2100)


def is_figure(scene: Scene, m: Measured, noun: int | None) -> bool:
    """Does the number measure or count something? `noun` is what it counts, where something is."""
    if _is_glued(scene, m) or _is_telephone(scene, m) or _is_named(scene, m):
        return False
    if m.unit is not None and not m.is_share:
        return True
    if _is_time(scene, m, noun) or (m.is_plain and (_is_label(scene, m) or _is_year(scene, m))):
        return False
    return m.is_share or _counts(scene, m, noun)


def _is_glued(scene: Scene, m: Measured) -> bool:
    """Part of a longer word: *F-16*, *P5+1*, *19(3)*, *9M729*, *4-2*."""
    text = scene.document.text
    start, end = scene.tokens[m.first].start, scene.tokens[m.last].end
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    if before[-1:].isalnum() or before[-1:] in ("-", "–", "/", "+", ".", ":", "#", "&", "_", "@", "№", "'", "’"):
        return True
    if before[-1:] == "(" and before[:1].isalnum():
        return True
    if after[:1].isalnum() or after[:1] in ("/", "&", "_", "+", "°", "("):
        return True
    return after[:1] in ("-", "–", ":", ".", ",") and after[1:2].isdigit()


def _is_telephone(scene: Scene, m: Measured) -> bool:
    """Numbers in a row, without a word between them."""
    beside = [k for k in (m.first - 1, m.last + 1) if 0 <= k < len(scene.tokens)]
    return m.unit is None and any(scene.lower(k).replace(",", "").isdigit() for k in beside)


def _is_named(scene: Scene, m: Measured) -> bool:
    """Inside a name (*Nord Stream 2*), or a number word with a capital of its own (*the Group of Seven*)."""
    a, b = m.digits
    start, end = scene.tokens[a].start, scene.tokens[b].end
    word = scene.document.text[start:end]
    if word[0].isupper() and a > _first_word(scene):
        return True
    if m.unit is not None or not m.is_plain:
        return False
    inside = [n for n in scene.sentence.names if n.start <= start and end <= n.end]
    if any(n.start < start or n.end > end for n in inside if not _is_counted_name(scene, b)):
        return True
    return _modifies_name(scene, a)


def _first_word(scene: Scene) -> int:
    return next((k for k, t in enumerate(scene.tokens) if t.upos != "PUNCT"), 0)


def _is_counted_name(scene: Scene, b: int) -> bool:
    """*16 HIMARS launchers*: a common noun ends the phrase that the number opens."""
    head = scene.tokens[b].head
    return head > b and scene.tokens[head].upos == "NOUN" and scene.feature(head, "Number") == "Plur"


def _modifies_name(scene: Scene, a: int) -> bool:
    """Right behind a name and part of it: *Boeing 737 planes*, *Convention 108*."""
    if a == 0 or scene.tokens[a - 1].upos != "PROPN":
        return False
    if any(t.start <= scene.tokens[a - 1].start < t.end for t in scene.times):
        return False
    own, before = scene.tokens[a], scene.tokens[a - 1]
    beside = before.head == own.head and before.deprel in ("compound", "nmod:desc", "flat")
    return own.head == a - 1 or beside or own.deprel in ("flat", "nmod:unmarked", "dep")


def _is_time(scene: Scene, m: Measured, noun: int | None) -> bool:
    """Part of an expression of time, or a number of units of time."""
    a, b = m.digits
    start, end = scene.tokens[a].start, scene.tokens[b].end
    times = quantities().words.times
    if noun is not None and scene.lower(noun).replace("’", "'") in times:
        return True
    after = list(range(b + 1, min(b + 3, len(scene.tokens))))
    if after and (scene.lower(after[0]) in times or (scene.lower(after[0]) == "-" and scene.lower(after[-1]) in times)):
        return True
    given = m.value is not None or m.low is not None
    return given and any(t.start < end and start < t.end for t in scene.times)


def _is_label(scene: Scene, m: Measured) -> bool:
    """The number of something that is numbered, or of a house: *Article 5*, *10 Downing Street*."""
    words = quantities().words
    before = m.first - 1
    if (
        before >= 0
        and scene.lower(before) in words.labels
        and scene.tokens[before].upos in ("NOUN", "PROPN", "ADP", "X")
    ):
        return True
    after = [scene.lower(k) for k in range(m.last + 1, min(m.last + 4, len(scene.tokens)))]
    capital = m.last + 1 < len(scene.tokens) and scene.document.text[scene.tokens[m.last + 1].start].isupper()
    return capital and any(w in words.streets for w in after)


def _is_year(scene: Scene, m: Measured) -> bool:
    return m.value is not None and YEARS[0] <= m.value <= YEARS[1] and len(scene.lower(m.digits[0])) == 4


def _counts(scene: Scene, m: Measured, noun: int | None) -> bool:
    """Does a number without a unit count something worth a figure?"""
    words = quantities().words
    if m.last + 2 < len(scene.tokens) and scene.lower(m.last + 1) in ("-", "–"):
        second = scene.lower(m.last + 2)
        return second not in words.compounds and (second in words.hyphened or (m.value or 0) > FEW)
    if m.value in (0, 1):
        return False
    if noun is None:
        return not m.is_plain and m.value is not None
    small = m.value is not None and m.value <= FEW and m.is_plain
    is_known = _is_definite(scene, m) or scene.lemma(noun) in words.abstract or _is_predicate(scene, noun)
    return not (small and is_known)


def _is_predicate(scene: Scene, noun: int) -> bool:
    """ "They are *two democracies*", "Japan and Brazil, *two nations* that": said of those named, not counted."""
    return bool(scene.children(noun, "cop")) or scene.tokens[noun].deprel == "appos"


def _is_definite(scene: Scene, m: Measured) -> bool:
    """ "The two leaders", "both its two neighbours"."""
    before = scene.lower(m.first - 1) if m.first else ""
    if before in (
        "the",
        "these",
        "those",
        "both",
        "all",
        "its",
        "their",
        "our",
        "his",
        "her",
        "your",
        "my",
        "as",
        "'s",
        "’s",
    ):
        return True
    return (
        before in ("other", "same", "first", "last", "previous", "past", "next")
        and m.first > 1
        and scene.lower(m.first - 2) == "the"
    )
