"""The surface back-up: partners by word order alone, so that one wrong arc does not lose an event."""

from collections.abc import Iterator

from demarche.claims.actors import DELEGATES, PEOPLE
from demarche.claims.engagements.roles import Role
from demarche.claims.engagements.trigger import ASKED, Trigger
from demarche.claims.scene import Scene
from demarche.lexicon.events import event_lexicon
from demarche.model import Mention

REACH = 14
"""Words looked at after the trigger for a preposition, and before it for a subject."""
GAP = 4
"""Words that may stand between the preposition and the actor ("with his new Turkish colleague")."""


def surface_cast(scene: Scene, trigger: Trigger) -> list[Role]:
    """The nearest actor before the trigger as subject, and those right after its prepositions as partners."""
    frame = trigger.verb or trigger.noun
    if frame is None or (trigger.verb and (trigger.verb.subject_kinds or not _heads_clause(scene, trigger.token))):
        return []
    if trigger.noun and scene.children(trigger.token, "nmod:poss"):
        return []
    start = max(trigger.token, trigger.anchor)
    partners = list(_after(scene, trigger, start, dict(frame.partners)))
    if trigger.verb and trigger.verb.object and not partners and not scene.children(trigger.token, "obj"):
        nearest = _right_after(scene, trigger.token, trigger.verb.subject == "host")
        kinds = trigger.verb.partner_kinds
        if nearest and (not kinds or nearest.kind in kinds):
            partners = [Role(nearest, trigger.verb.object, trigger.token + 1)]
    if not partners:
        return list(_joined_before(scene, trigger))
    if trigger.verb and scene.children(trigger.token, "nsubj", "nsubj:pass"):
        return partners
    subject = _before(scene, min(trigger.token, trigger.anchor))
    return [Role(subject[1], frame.subject, subject[0]), *partners] if subject else partners


def _joined_before(scene: Scene, trigger: Trigger) -> Iterator[Role]:
    """ "X of Turkey *and* Y of Ukraine met": actors joined by "and" right before a verb that wants several."""
    frame = trigger.verb
    if frame is None or "plural_subject" not in frame.needs or (found := _before(scene, trigger.token)) is None:
        return
    i, last = found
    if any(scene.tokens[j].upos not in ("AUX", "ADV", "PART") for j in range(i + 1, trigger.token)):
        return
    people = [m for m in scene.mentions if m.kind in PEOPLE and m.end <= last.start]
    between = scene.document.text[people[-1].end : last.start].split() if people else []
    if between in (["and"], [",", "and"]):
        yield from (Role(people[-1], frame.subject, i), Role(last, frame.subject, i))


def _heads_clause(scene: Scene, v: int) -> bool:
    """A participle before a noun ("the so-called forum") takes no partners."""
    return scene.tokens[v].deprel not in ("amod", "compound", "nmod", "case", "fixed")


def _after(scene: Scene, trigger: Trigger, start: int, partners: dict[str, str]) -> Iterator[Role]:
    for i in range(start + 1, min(start + REACH, len(scene.tokens))):
        if scene.tokens[i].deprel == "punct" and scene.lower(i) in (";", ":", "."):
            return
        if scene.tokens[i].upos == "NOUN" and not _of_the_clause(scene, trigger, i):
            return
        part = partners.get(scene.lower(i))
        if part is None or scene.lower(i) not in ("with", "between", "to"):
            continue
        for j in range(i + 1, min(i + 1 + GAP, len(scene.tokens))):
            mention = scene.mention(j)
            if mention is None and _of_another(scene, j):
                break
            if mention and mention.kind in PEOPLE:
                yield Role(mention, part, j)  # type: ignore[arg-type]  # values of a checked table
                yield from _joined(scene, mention, part)
                return


def _of_the_clause(scene: Scene, trigger: Trigger, i: int) -> bool:
    """A noun after the trigger that tells the medium or the day ("spoke *by phone* on *Friday* with"), or stands for a
    person; any other takes the next preposition for itself.
    """
    medium = scene.lower(i) in event_lexicon().media
    own = scene.tokens[i].deprel == "obj" and scene.tokens[i].head in (trigger.token, trigger.anchor)
    return medium or scene.lemma(i) in ASKED or bool(scene.times_in([i])) or scene.mention(i) is not None or own


def _of_another(scene: Scene, j: int) -> bool:
    """A noun of its own between the preposition and the actor: "with *the war in* Ukraine"."""
    upos = scene.tokens[j].upos
    return upos in ("ADP", "VERB", "SCONJ") or (upos == "NOUN" and scene.lemma(j) not in DELEGATES)


def _joined(scene: Scene, first: Mention, part: str) -> Iterator[Role]:
    """Actors joined to the first by commas and "and" alone."""
    end = first.end
    for i, token in enumerate(scene.tokens):
        mention = scene.mention(i)
        if token.start < end or mention is None or mention.start < end:
            continue
        between = scene.document.text[end : mention.start].strip()
        if between not in (",", "and", ", and", "&") or mention.kind not in PEOPLE:
            return
        yield Role(mention, part, i)  # type: ignore[arg-type]  # values of a checked table
        end = mention.end


def _right_after(scene: Scene, i: int, past_place: bool = False) -> Mention | None:
    """The actor right after a word; with `past_place` also behind a place: "received *in Rome* the ministers"."""
    under = False
    for j in range(i + 1, min(i + 1 + (GAP + 2 if past_place else GAP), len(scene.tokens))):
        mention = scene.mention(j)
        if mention and not (under and mention.kind == "place"):
            return mention if mention.kind in PEOPLE and not under else None
        if mention:
            under = under and j + 1 < len(scene.tokens) and scene.mention(j + 1) is mention
        elif past_place and scene.tokens[j].upos == "ADP":
            under = True
        elif scene.tokens[j].upos in ("ADP", "VERB", "PUNCT", "SCONJ", "CCONJ"):
            return None
    return None


def _before(scene: Scene, i: int) -> tuple[int, Mention] | None:
    """The last actor before the trigger with no other full verb between."""
    for j in range(i - 1, max(-1, i - 1 - REACH), -1):
        mention = scene.mention(j)
        if mention and mention.kind in PEOPLE:
            return j, mention
        if scene.tokens[j].upos == "VERB" and scene.feature(j, "VerbForm") == "Fin":
            return None
    return None
