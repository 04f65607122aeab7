"""The fixed words of both forms of the digest: status, kinds of source, change, method."""

from demarche.model.values import Level, SourceClass, Stance, Status
from demarche.publish.editions.dating import day
from demarche.publish.editions.nouns import Change, Course, Footnote, Held, Tested
from demarche.publish.names import named

STATUS: dict[Status, str] = {
    "happened": "took place", "ongoing": "under way", "planned": "planned", "expected": "expected",
    "proposed": "proposed", "postponed": "postponed", "cancelled": "cancelled", "refused": "refused",
    "denied": "denied", "hypothetical": "a possibility", "threatened": "threatened", "disputed": "disputed",
}  # fmt: skip

STANCE: dict[Stance, str] = {
    "supports": "for", "opposes": "against", "mixed": "of two minds", "non_committal": "keeps out",
}  # fmt: skip

LEVEL: dict[Level, str] = {
    "head": "heads", "minister": "ministers", "deputy": "deputies", "ambassador": "ambassadors",
    "official": "officials", "unknown": "level not known",
}  # fmt: skip
SHORT: dict[Level, str] = {
    "head": "H", "minister": "M", "deputy": "D", "ambassador": "A", "official": "O", "unknown": "?",
}  # fmt: skip

CHANGE: dict[Change, str] = {"new": "new", "moved": "status moved", "updated": "updated"}

SOURCE: dict[SourceClass, str] = {
    "official": "official text", "wire": "agency", "press": "press", "state_media": "state media",
    "analysis": "analysis", "other": "",
}  # fmt: skip

METHOD = (
    "Engagements are counted, not articles: copies and rewrites of one text are one report (a family), and reports "
    "that rest on the same informant are one independent source.",
    "Records are ordered by the level of contact (the lower of the two sides' highest), then by independent sources, "
    "then by documents. A record stands in the week of its event; if the texts give no day, in the week in which "
    "its status was first reported, and says so. No day, place or name is filled in that no text gives.",
    "The status of a record is the newest word on it, except that an announcement never undoes an event, and that a "
    "denial by another side leaves it disputed.",
    "Sentences are made by templates from the record. Every one carries the numbers of its notes, and every note was "
    "compared with the frozen text, letter by letter, when this page was written.",
    "Silence is not zero: what no text here reports may still have taken place. Figures are floors.",
)


def held(c: Tested) -> tuple[tuple[str, Held], ...]:
    """What the record has beside an assertion, each side under its name; what it has not is left out, but not both."""
    rows = (("may be meant", c.meant), ("may speak for it", c.supporting), ("may speak against it", c.opposing))
    found = tuple((label, one) for label, one in rows if one.count)
    return found or (("for it or against it in the record", Held(count=0)),)


def course(c: Course) -> str:
    """What a line of tours and campaigns is about: *tour, 5 engagements on record*."""
    on_record = f"{count(c.engagements, 'engagement')} on record" if c.engagements else "none of it on record"
    if c.kind == "tour":
        return f"tour, {on_record},"
    return f"campaign, {on_record}," if c.told_as_one else f"round of contacts, {on_record}, no text calls it one,"


def count(n: int, one: str, many: str | None = None) -> str:
    """*1 document*, *2 documents*, *3 families*."""
    return f"{n} {one if n == 1 else many or one + 's'}"


def credit(note: Footnote) -> str:
    """Who published a text, what it is, and when: *Kremlin, official text (Russia), 29 July 2022*."""
    kind = SOURCE[note.source_class]
    if note.official_of:
        kind = f"official text ({named(note.official_of)})"
    published = day(note.published) if note.published else "no date"
    return ", ".join(x for x in (note.publisher or "publisher not given", kind, published) if x)
