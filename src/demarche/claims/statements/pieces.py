"""The words of a content -> stretches: unbroken runs without loose marks at their ends, quotations whole."""

from collections.abc import Sequence

from demarche.claims.scene import Scene
from demarche.claims.statements.quotes import Quoted, widened
from demarche.model import Stretch

CLOSERS = frozenset("”»\"'’)")


def pieces(scene: Scene, tokens: Sequence[int], quotes: Sequence[Quoted], leave: set[int]) -> tuple[Stretch, ...]:
    """The stretches that some words fill; `leave` are words of cue and source, which part them."""
    out: list[Stretch] = []
    for run in _runs(scene, sorted(set(tokens) - leave), leave):
        stretch = trimmed(scene.document.text, scene.stretch(run), quotes)
        if stretch is None:
            continue
        if out and stretch.start <= out[-1].end:
            out[-1] = Stretch(out[-1].start, max(out[-1].end, stretch.end))
        else:
            out.append(stretch)
    return tuple(out)


def _runs(scene: Scene, tokens: list[int], leave: set[int]) -> list[list[int]]:
    """Words in a row; marks between them part nothing, words left out do."""
    out: list[list[int]] = []
    for t in tokens:
        last = out[-1][-1] if out else t
        if last + 1 == t or (
            out and not any(k in leave or scene.tokens[k].upos != "PUNCT" for k in range(last + 1, t))
        ):
            out[-1].append(t)
        else:
            out.append([t])
    return out


def trimmed(text: str, stretch: Stretch, quotes: Sequence[Quoted]) -> Stretch | None:
    """A stretch without blanks and loose marks at its ends; a mark of quotation brings the whole quotation."""
    start, end = stretch.start, stretch.end
    opens = {q.outer.start for q in quotes}
    closes = {q.outer.end for q in quotes if q.closed}
    brackets = text[start:end].count("(") - text[start:end].count(")")
    while start < end and start not in opens and not _is_word(text[start]) and text[start] not in "$£€#@([‘'’-+":
        start += 1
    if brackets > 0 and text[start] in "([":
        start += 1
    while end > start and end not in closes and not _is_word(text[end - 1]):
        if text[end - 1] in ")]" and brackets >= 0:
            break
        if text[end - 1] in "%‘’'…?!" and not text[end - 1].isspace():
            break
        end -= 1
    if end <= start or not any(c.isalnum() for c in text[start:end]):
        return None
    return widened(Stretch(start, end), quotes)


def _is_word(character: str) -> bool:
    return character.isalnum()
