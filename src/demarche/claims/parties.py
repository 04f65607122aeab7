"""What stands in a sentence -> the parts of a claim: actors as participants, places, dates, each with its words."""

from demarche.claims.places import on_the_map
from demarche.claims.scene import Scene
from demarche.model import Mention, Participant, Place, Time, When
from demarche.model.values import Attendance, Part, PlacePrecision


def party(m: Mention, part: Part = "party", attendance: Attendance | None = None) -> Participant:
    """An actor in a part."""
    return Participant(
        actor=m.actor,
        name=m.name,
        role=m.role,
        country=m.country,
        organisation=m.organisation,
        part=part,
        level=m.level,
        attendance=attendance,
        sector=m.sector,
        start=m.start,
        end=m.end,
    )


def place_of(scene: Scene, mention: Mention | None) -> Place | None:
    """The place that a mention of a town or a state names."""
    if mention is None or mention.kind not in ("place", "state"):
        return None
    words = scene.words(mention.start, mention.end)
    precision: PlacePrecision = "country" if mention.kind == "state" else "city"
    plain = Place(name=mention.name or words.quote, country=mention.country, precision=precision, words=words)
    named = scene.place_at(mention.start, mention.end)
    whole = named is not None and 2 * (min(named.end, mention.end) - max(named.start, mention.start)) >= len(
        words.quote
    )
    return on_the_map(plain, named) if named and whole else plain


def date_of(scene: Scene, time: Time) -> When:
    """The date that an expression of time gives."""
    words = scene.words(time.start, time.end)
    return When(start=time.first, end=time.last, precision=time.precision or "day", expression=words.quote, words=words)
