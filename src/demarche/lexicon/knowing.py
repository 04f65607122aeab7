"""What is known of actors: typed look-ups over the tables, by id, by name, and by office and day."""

from functools import cache, cached_property

from demarche.lexicon.actors import City, Member, Office, Organ, Organisation, Person, Role, State, Tenure, Title
from demarche.lexicon.kept import kept
from demarche.lexicon.names import key, parts, spelled_out
from demarche.lexicon.namesakes import Namesakes, grouped, namesakes
from demarche.lexicon.shelf import Shelf, own_folder, shelf
from demarche.lexicon.surfaces import Surfaces, surfaces


class Knowledge:
    """The tables of actors, indexed. Make it once a process: `lexicon.knowledge()`."""

    def __init__(self, tables: Shelf) -> None:
        self.tables = tables
        self.states: dict[str, State] = {s.id: s for s in tables.states}
        self.organisations: dict[str, Organisation] = {o.id: o for o in tables.organisations}
        self.organs: dict[str, Organ] = {o.id: o for o in tables.organs}
        self.roles: dict[str, Role] = {r.id: r for r in tables.roles}
        self.offices: dict[str, Office] = {o.id: o for o in tables.offices}
        self.persons: dict[str, Person] = {p.id: p for p in tables.persons}
        self.titles = grouped((key(t.phrase), t) for t in tables.titles)
        self.body_sectors = {b.organ: b.sector for b in reversed(tables.bodies)}
        self.spellings = {form: s.forms[0] for s in tables.spellings for form in s.forms}
        self._codes = {code: s for s in tables.states for code in (s.alpha2, s.alpha3, s.id)}

    # states and organisations

    def state(self, code: str | None) -> State | None:
        """A state by alpha-2, alpha-3 or id."""
        return self._codes.get(code) if code else None

    def country(self, entity: str) -> str | None:
        """The alpha-3 code of the state that an entity is, or is part of."""
        bare = entity.partition(":")[2].split("/")[0] if not entity.startswith("iso:") else entity
        found = self.state(bare)
        return found.alpha3 if found else None

    def body(self, entity: str) -> str | None:
        """The state or organisation that an office or organ is part of."""
        if office := self.offices.get(entity):
            return office.body
        if entity in self.organs:
            bare = entity.removeprefix("organ:").split("/")[0]
            return f"org:{bare.lower()}" if bare in ("EU", "UN") else f"iso:{bare}"
        return entity if entity in self.states or entity in self.organisations else None

    def members(self, organisation: str, day: str | None = None) -> tuple[str, ...]:
        """The members of an organisation, alpha-3; without dates in the table, today's."""
        rows = self._members.get(organisation, ())
        return tuple(self.states[m.state].alpha3 for m in rows if m.state in self.states and _holds(m, day))

    # persons and offices

    def posts(self, person: str) -> tuple[Tenure, ...]:
        """Every stretch in office of a person."""
        return self._posts.get(person, ())

    def posts_on(self, person: str, day: str) -> tuple[Tenure, ...]:
        """The offices a person held on a day, the highest first."""
        held = [t for t in self.posts(person) if t.first <= day <= t.last]
        return tuple(sorted(held, key=lambda t: (self.rank(t.office), bool(t.end), t.start)))

    def holders(self, office: str, day: str) -> tuple[Tenure, ...]:
        """Who held an office on a day; the surest first. After `known_until` it is the last known holder."""
        held = [t for t in self._holders.get(office, ()) if t.first <= day <= t.last]
        return tuple(sorted(held, key=lambda t: ("" < t.known_until < day, -len(t.start))))

    def rank(self, office: str) -> int:
        """Where an office stands in the order of roles."""
        found = self.offices.get(office)
        return self.roles[found.role].rank if found else 50

    def called(self, name: str) -> tuple[str, ...]:
        """The persons one of whose names is exactly this, in any spelling of its letters."""
        return self.namesakes.called(name)

    def like(self, name: str) -> tuple[str, ...]:
        """The persons whose name can be this one: a surname, a shorter or a longer form, another transliteration."""
        forms = dict.fromkeys((name, spelled_out(name)))
        found = (self.namesakes.like(form, parts(form, self.spellings)) for form in forms)
        return next((persons for persons in found if persons), ())

    @cached_property
    def namesakes(self) -> Namesakes:
        """The names of all persons, looked up."""
        tables = self.tables
        name = f"persons-{tables.digest}.msgpack"
        if not tables.digest:
            return namesakes(tables.persons, self.spellings)
        return kept(name, Namesakes, lambda: namesakes(tables.persons, self.spellings))

    # words

    @cached_property
    def surfaces(self) -> Surfaces:
        """The automaton over all names."""
        return surfaces(self.tables)

    def title(self, phrase: str, body: str | None = None) -> Title | None:
        """The role a phrase names in a body (`iso:RU`, `org:eu`), or anywhere."""
        rows = self.titles.get(key(phrase), ())
        scope = body.removeprefix("iso:") if body else None
        exact = [t for t in rows if scope and t.scope == scope]
        free = [t for t in rows if not t.scope]
        only = rows if body is None and len({t.role for t in rows}) == 1 else ()
        return next(iter((*exact, *free, *only)), None)

    def only_scope(self, phrase: str) -> str | None:
        """The one body in which a phrase names a role at all: *Secretary of State* is the United States'."""
        rows = self.titles.get(key(phrase), ())
        scopes = {t.scope for t in rows}
        if "" in scopes or len(scopes) != 1:
            return None
        first = rows[0].scope
        return first if ":" in first else f"iso:{first}"

    def place(self, name: str, country: str | None = None) -> City | None:
        """The largest place of a name, in a country if one is given."""
        found = [c for c in self._cities.get(key(name), ()) if country is None or c.country == country]
        return max(found, key=lambda c: (c.capital, c.population), default=None)

    @cached_property
    def foremost(self) -> frozenset[str]:
        """The states and bodies of which most is written: the G20's members, the United Nations, NATO, the EU."""
        members = (self._codes[code].id for code in self.members("org:g20"))
        return frozenset((*members, "org:un", "org:nato", "org:eu"))

    @cached_property
    def agent_sectors(self) -> dict[str, str]:
        """The PLOVER sector of each noun for an actor."""
        agents = {a.phrase: a.sector for a in self.tables.agents}
        return agents | {b.phrase: b.sector for b in self.tables.bodies}

    @cached_property
    def cities(self) -> dict[str, City]:
        """Places by id."""
        return {c.id: c for c in self.tables.places}

    @cached_property
    def _cities(self) -> dict[str, tuple[City, ...]]:
        return grouped((key(n), c) for c in self.tables.places for n in {c.name, *c.names})

    @cached_property
    def _members(self) -> dict[str, tuple[Member, ...]]:
        return grouped((m.organisation, m) for m in self.tables.members)

    @cached_property
    def _posts(self) -> dict[str, tuple[Tenure, ...]]:
        return grouped((t.person, t) for t in self.tables.tenures)

    @cached_property
    def _holders(self) -> dict[str, tuple[Tenure, ...]]:
        return grouped((t.office, t) for t in self.tables.tenures)


def _holds(m: Member, day: str | None) -> bool:
    return day is None or ((m.start or "") <= day and (not m.end or day <= m.end))


@cache
def knowledge() -> Knowledge:
    """The shipped knowledge, with the user's own over it; read once a process."""
    return Knowledge(shelf(own_folder()))
