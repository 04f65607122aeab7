"""How people engaged: a trigger's own mode, bent by words for a medium and by what an official title calls it."""

from collections.abc import Collection, Sequence

from demarche.claims.engagements.roles import SEATED, Role
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.scene import Scene
from demarche.lexicon.events import EventLexicon, Medium
from demarche.model import Participant, Place
from demarche.model.values import Mode

REMOTE: dict[Medium, Mode] = {"phone": "call", "video": "virtual_meeting"}
OPEN: frozenset[Mode] = frozenset({"call", "talks", "outreach"})
"""Modes of triggers that leave the medium open ("spoke", "discussed", "talks")."""
TITLE_NOUNS: dict[str, Mode] = {
    "call": "call",
    "phone": "call",
    "telephone": "call",
    "virtual": "virtual_meeting",
    "video": "virtual_meeting",
    "meeting": "meeting",
    "visit": "visit",
}
TRAVELLING = 0.8
"""The share from which words are taken for a journey."""
SPAN = 12
"""Words either side of the trigger within which a word for a medium counts."""


def mode_of(scene: Scene, trigger: Trigger, lexicon: EventLexicon, told: Collection[Mode] = ()) -> Mode:
    """The mode of an engagement: the trigger's own, unless words nearby or an official title tell the medium.

    `told` are the modes of what the text told before: a title that calls a *call* what its text tells as a meeting
    is not believed.
    """
    mode = trigger.kind.mode
    medium = _medium(scene, trigger, lexicon)
    if medium == "video" and mode in ("call", "meeting", "talks", "summit", "virtual_meeting"):
        return "virtual_meeting"
    if medium == "phone" and mode in ("meeting", "talks", "outreach"):
        return "call"
    if medium == "in_person" and mode in OPEN:
        return "meeting"
    if medium is None and is_bare(scene, trigger, lexicon) and _travels(scene):
        return "meeting"
    if medium is None and mode in OPEN and trigger.verb:
        titled = _by_title(scene, mode)
        return mode if told and titled not in told else titled
    return mode


def remote(scene: Scene, trigger: Trigger, lexicon: EventLexicon, mode: Mode) -> Mode:
    """ "Held a *virtual* ceremony", "signed *by video link*": a meeting that no frame tells, and where it was none."""
    medium = _medium(scene, trigger, lexicon)
    return REMOTE.get(medium, mode) if medium and mode in ("meeting", "talks") else mode


def called_on(trigger: Trigger, mode: Mode, roles: Sequence[Role]) -> Mode:
    """ "Paid a call *on the premier*" is a meeting, "on *Fiji*" a visit."""
    calls = mode == "visit" and trigger.noun is not None and "call" in trigger.noun.lemmas
    return "meeting" if calls and any(r.part == "host" and r.mention.kind in SEATED for r in roles) else mode


def received_in(trigger: Trigger, mode: Mode, people: Sequence[Participant], places: Sequence[Place]) -> Mode:
    """ "Was received *in Rome*", by nobody named: a visit; "at the palace" he met whoever lives there."""
    received = mode == "meeting" and trigger.verb is not None and trigger.verb.subject == "host"
    hosts = [p for p in people if p.part == "host"]
    towns = {p.words.start for p in places if p.words and p.precision in ("city", "country")}
    return "visit" if received and hosts and all(p.start in towns for p in hosts) else mode


def is_bare(scene: Scene, trigger: Trigger, lexicon: EventLexicon) -> bool:
    """Is it "spoke", with no word for a medium near: on the telephone, unless the text has them in one place?"""
    frames = lexicon.verbs.get(scene.lemma(trigger.token), ()) if trigger.verb else ()
    return any(f.open for _, f in frames) and _medium(scene, trigger, lexicon) is None


def _travels(scene: Scene) -> bool:
    """ "*Flew to* Tripoli and spoke with the premier": does the sentence tell of a journey?"""
    return any(s.kind == "visit" and s.share >= TRAVELLING for s in scene.sentence.signs)


def _medium(scene: Scene, trigger: Trigger, lexicon: EventLexicon) -> Medium | None:
    """The medium named nearest to the trigger, within its reach."""
    low, high = max(0, trigger.token - SPAN), min(len(scene.tokens), trigger.token + SPAN + 1)
    best: tuple[int, Medium] | None = None
    for i in range(low, high):
        medium = lexicon.media.get(scene.lower(i)) or lexicon.media.get(_pair(scene, i))
        if medium and i != trigger.token and (best is None or abs(i - trigger.token) < best[0]):
            best = abs(i - trigger.token), medium
    return best[1] if best else None


def _pair(scene: Scene, i: int) -> str:
    """The word and the next one or, with a hyphen between, the next two, joined as the table writes them."""
    end = i + 2 if i + 1 < len(scene.tokens) and scene.lower(i + 1) != "-" else i + 3
    last = min(end, len(scene.tokens)) - 1
    return scene.document.text[scene.tokens[i].start : scene.tokens[last].end].lower()


def _by_title(scene: Scene, mode: Mode) -> Mode:
    """An official text says in its title what it reports: "Readout of the President's Meeting with …"."""
    title = scene.document.title
    if not title or scene.document.source_class != "official":
        return mode
    named = {TITLE_NOUNS[w] for w in title.lower().replace("’s", "").split() if w in TITLE_NOUNS}
    if "virtual_meeting" in named:
        return "virtual_meeting"
    return named.pop() if len(named) == 1 else mode
