"""The order of the stages: bytes -> Document -> Family -> Parsed -> Claim -> Record -> Measure, into one store.

Every stage leaves in the store what it made and a mark of what it was made by and from. A run that was stopped goes
on where it stood, and one with nothing new to read does nothing.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any

import msgspec
import sqlalchemy as sa

from demarche import __version__, families, network, records, sources
from demarche.claims import claims
from demarche.engine import Each, Plan, cores, run
from demarche.engine.fingerprint import fingerprint
from demarche.language import Reader, readable, why_unread
from demarche.lexicon import knowledge
from demarche.lexicon.shelf import own_folder
from demarche.model import BadValue, Claim, Document, Family, Record, Reject, StoreError
from demarche.sources.follow import Follower
from demarche.store import Store, schema

BATCH = 100
"""Documents taken in by one transaction."""

MANY = 200
"""From so many documents on, it pays to load model and knowledge (some three seconds) in several processes."""

Tell = Callable[[str, int, int | None], None]
"""Told of a stage, how much of it is done, and of how much, if that is known."""


class Told(msgspec.Struct, frozen=True):
    """What a document says; `read` is false where no backend reads its language, `fault` why nothing is kept of it."""

    document: str
    read: bool
    claims: tuple[Claim, ...]
    fault: str | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a run: what the store holds now, what was new, what was refused, how long each stage took."""

    documents: int = 0
    new: int = 0
    read: int = 0
    families: int = 0
    claims: int = 0
    records: int = 0
    differences: int = 0
    measures: int = 0
    rejects: tuple[Reject, ...] = ()
    seconds: float = 0.0
    stages: dict[str, float] = {}


def add(
    store: Store,
    locations: Iterable[str | Path],
    *,
    settings: sources.Settings = sources.DEFAULT,
    tell: Tell | None = None,
) -> Report:
    """Read files, folders, feeds, archives and URLs into the store. What is there already is left as it is."""
    given = [str(location) for location in locations]
    knowledge()
    with _Log(store, "add", {"locations": given}, tell) as log, log.stage("read"):
        read = log.fit(sources.read(given, settings=settings))
        new = 0
        while batch := list(islice(read, BATCH)):
            with store.transaction():
                new += store.documents.put((raw.document, raw.raw) for raw in batch)
        return log.report(new=new)


def follow(store: Store, follower: Follower, *, tell: Tell | None = None) -> Report:
    """Ask once what is new in feeds and sitemaps, and take it in: each answer and how it stands enter together."""
    knowledge()
    with _Log(store, "follow", {}, tell) as log, log.stage("read"):
        new = 0
        for step in follower.round():
            with store.transaction():
                new += store.documents.put((raw.document, raw.raw) for raw in log.fit((*step.documents, *step.rejects)))
                store.followed.put(step.followed)
        return log.report(new=new)


def process(store: Store, *, workers: int = 0, engine: str | None = None, tell: Tell | None = None) -> Report:
    """Bring everything that follows from the documents up to date. `workers` 0 means: as many as it is worth.

    `engine` is where documents are read (`demarche.engine.ENGINES`); by default here, or in a pool if it is worth it.
    """
    knowledge()  # a broken row of a user's own stops here, before anything runs
    with _Log(store, "run", {"workers": workers}, tell) as log:
        with log.stage("families"):
            _families(store, workers)
        with log.stage("claims"):
            read = _claims(store, log, workers, engine)
            _carried(store)
        with log.stage("records"):
            _records(store)
        return log.report(read=read)


def judged(store: Store) -> None:
    """Let the records follow what was just judged, without reading anything anew."""
    with _Log(store, "judge", {}, None) as log, log.stage("records"):
        _records(store)


def together(added: Report, done: Report) -> Report:
    """What an `add` and the run after it did, as one."""
    seconds = round(added.seconds + done.seconds, 3)
    both = (*added.rejects, *done.rejects)
    return msgspec.structs.replace(
        done, new=added.new, rejects=both, seconds=seconds, stages=added.stages | done.stages
    )


def reading() -> Callable[[Iterable[Document]], Iterator[Told]]:
    """The work of one reader: model and knowledge are loaded here, once in each worker."""
    known = knowledge()
    reader = Reader(known)

    def tell(documents: Iterable[Document]) -> Iterator[Told]:
        for document in documents:
            try:
                parsed = reader.read(document)
                yield Told(document.id, parsed.read, tuple(claims(document, parsed, known)))
            except BadValue as fault:  # an extractor's, outside ones among them: it costs this document, not the run
                yield Told(document.id, True, (), str(fault))

    return tell


def reader_version() -> str:
    """Names everything that decides what a document is found to say, own tables and languages read among it."""
    own = own_folder()
    rows = (file.read_text(encoding="utf-8") for file in sorted(own.glob("*.csv"))) if own else ()
    code = fingerprint("demarche.text", "demarche.lexicon", "demarche.language", "demarche.claims")
    return _digest(code, readable(), rows)[:16]


def _families(store: Store, workers: int) -> None:
    """Profiles are kept, so that new documents are compared with old ones without reading these again."""
    maker = fingerprint("demarche.families")
    unsigned = store.profiles.missing(maker)
    workers = workers or (cores() if len(unsigned) >= families.MANY else 1)
    made = families.signed((store.documents[id] for id in unsigned), workers)
    while batch := [(one.document, one.data) for one in islice(made, BATCH)]:
        store.profiles.put(maker, batch)
    if not (fresh := store.profiles.fresh()):
        return
    profiles = map(families.unpacked, store.profiles)
    found = families.joined(profiles, earlier=store.families, fresh=fresh, workers=workers)
    with store.transaction():
        changed = {*store.families.replace(found), *(f.id for f in found if not fresh.isdisjoint(f.documents))}
        differ = _differences(store, (f for f in found if f.id in changed))
        store.differences.renew("copies", sorted(changed), differ)
        store.profiles.settle()


def _differences(store: Store, found: Iterable[Family]) -> Iterator[Any]:
    for family in found:
        if len(family.documents) > 1:
            yield from families.differences(family, {id: store.documents[id] for id in family.documents})


def _claims(store: Store, log: "_Log", workers: int, engine: str | None) -> int:
    reader = reader_version()
    unread = store.claims.unread(reader)
    plan: Plan = (Each("claims", reading, gives=Told, version=reader),)
    workers = workers or (cores() if len(unread) >= MANY else 1)
    documents = (store.documents[id] for id in unread)
    log.expected = len(unread)
    for told in run(plan, documents, engine=engine or ("local" if workers == 1 else "pool"), workers=workers):
        _keep(store, told, reader, log)
    return len(unread)


def _carried(store: Store) -> None:
    """What a damaged copy hides is taken from the best witness of its family."""
    spoilt = [f for f in store.families if f.damaged and f.best]
    held = {d: tuple(store.claims.of(d)) for f in spoilt for d in (f.best, *f.damaged) if d}
    own = {d: tuple(c for c in found if c.found_by != families.FOUND_BY) for d, found in held.items()}
    texts = {d: store.documents[d] for d in held}
    store.claims.carry(families.FOUND_BY, (c for f in spoilt for c in families.carried(f, texts, own)))


def _keep(store: Store, told: Told, reader: str, log: "_Log") -> None:
    """The claims of a document and the mark that it was read enter together."""
    document = store.documents[told.document]
    with store.transaction():
        for step in ("language", "claims"):
            store.rejects.clear(step, [document.source])
        store.claims.put(told.document, told.claims, reader)
        if told.fault is not None:
            log.refuse(Reject("claims", document.source, told.fault))
        if not told.read:
            log.refuse(Reject("language", document.source, why_unread(document)))
    log.step()


def _records(store: Store) -> None:
    known = {document.id: _bare(document) for document in store.documents}
    code = fingerprint("demarche.records", "demarche.network")
    metadata = (_metadata(d) for d in known.values())
    basis = _digest(code, store.claims.ids(), metadata, map(repr, store.families), store.judgements.ids())
    if store.notes.get("records") == basis:
        return
    made_by = fingerprint("demarche.records", "demarche.lexicon")
    bases = store.records.bases() if store.notes.get("records made by") == made_by else {}
    earlier = records.Earlier(tuple(store.records), bases)
    found = records.updated(store.claims.events(), store.families, known, store.judgements, earlier)
    with store.transaction():
        store.records.replace(found.records, found.bases, dict(found.dropped), earlier.records)
        _compare(store, found.records, {r.id: r for r in earlier.records}, known)
        store.measures.replace(network.measures(found.records, tuple(store.families), known))
        store.notes.put("records made by", made_by)
        store.notes.put("records", basis)


def _compare(
    store: Store, found: Sequence[Record], before: Mapping[str, Record], documents: Mapping[str, Document]
) -> None:
    """Where the accounts of the sides differ, record by record; only of records that changed, or whose parts did.

    All are compared anew once their texts are read by another reader, or something else changed that no record shows.
    """
    told = [r for r in found if any(a.source_class == "official" and a.side for a in r.accounts)]
    made_by = _digest(fingerprint("demarche.records", "demarche.lexicon"), reader_version(), _beside(store, documents))
    if store.notes.get("accounts made by") != made_by:
        store.differences.replace("accounts", records.differences(told, material(store, told)))
        store.notes.put("accounts made by", made_by)
        return
    new = {r.id for r in found if before.get(r.id) != r}
    near = {r.id for r in found if any(link.record in new for link in (*r.part_of, *r.parts))}
    again = [r for r in told if r.id in new | near]
    gone = set(before) - {r.id for r in found}
    store.differences.renew("accounts", sorted(new | near | gone), records.differences(again, material(store, again)))


def _beside(store: Store, documents: Mapping[str, Document]) -> Iterator[str]:
    """What the comparison of accounts rests on beside the records: excerpts, unread texts, claims carried over."""
    yield from sorted(_excerpts(store))
    known = readable()
    yield from (id for id, d in documents.items() if d.official_of and d.language and d.language not in known)
    yield from (c.id for c in store.claims.where(schema.claims.c.found_by == families.FOUND_BY))


def material(store: Store, told: Iterable[Record]) -> records.Material:
    """The texts of some records and all claims in them, for whoever compares the accounts."""
    held = schema.record_claims.c
    homes = store.link.pairs(sa.select(held.claim, held.record))
    wanted = {e.document for r in told for e in r.evidence}
    known = readable()
    return records.Material(
        documents={id: store.documents[id] for id in wanted},
        claims={id: tuple(store.claims.of(id)) for id in wanted},
        knowledge=knowledge(),
        homes=homes,
        excerpts=frozenset(_excerpts(store)),
        unread=tuple(d for d in store.documents if d.official_of and d.language and d.language not in known),
    )


def _excerpts(store: Store) -> Iterator[str]:
    """The shorter text of every pair of one side of which one is an excerpt of the other."""
    for family in store.families:
        for edge in (e for e in family.edges if e.kind == "excerpt"):
            a, b = store.documents[edge.a], store.documents[edge.b]
            if a.official_of == b.official_of:
                yield min((a, b), key=lambda d: len(d.text)).id


def _bare(document: Document) -> Document:
    """A document without its words, for stages that ask only who published it and when."""
    return msgspec.structs.replace(document, text="", boilerplate=())


def _metadata(document: Document) -> str:
    return repr(msgspec.structs.replace(_bare(document), retrieved_at=None))


def _digest(*parts: str | Iterable[str]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        for line in (part,) if isinstance(part, str) else part:
            digest.update(line.encode("utf-8", "surrogatepass") + b"\n")
        digest.update(b"\x1f")
    return digest.hexdigest()


class _Log:
    """The run's entry in the store, what it refused, how long each stage took; tells whoever waits how far it is."""

    def __init__(self, store: Store, command: str, settings: dict[str, Any], tell: Tell | None) -> None:
        self._store = store
        self._tell = tell or (lambda stage, done, of: None)
        self._run = store.runs.begin(command, __version__, settings)
        self._began = perf_counter()
        self._stage, self._done = "", 0
        self.expected: int | None = None
        self.rejects: list[Reject] = []
        self.seconds: dict[str, float] = {}
        self._report: Report | None = None

    def __enter__(self) -> "_Log":
        return self

    def __exit__(self, kind: type[BaseException] | None, failure: BaseException | None, trace: object) -> None:
        if failure is None:
            self._store.runs.end(self._run, "done", self._report)
        elif not isinstance(failure, StoreError):  # a store that failed cannot be told so
            self._store.runs.end(self._run, "failed", {"error": f"{type(failure).__name__}: {failure}"})

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a stage and tell of its start."""
        began = perf_counter()
        self._stage, self._done, self.expected = name, 0, None
        self._tell(name, 0, None)
        yield
        self.seconds[name] = round(perf_counter() - began, 3)

    def step(self) -> None:
        """One more item is done."""
        self._done += 1
        self._tell(self._stage, self._done, self.expected)

    def refuse(self, reject: Reject) -> None:
        """Keep a Reject."""
        self.rejects.append(reject)
        self._store.rejects.put([reject], self._run)

    def fit(self, items: Iterable[sources.Raw | Reject]) -> Iterator[sources.Raw]:
        """What the store can keep; the rest is refused."""
        for item in items:
            self.step()
            if isinstance(item, Reject):
                self.refuse(item)
            elif _halved(item.document):
                self.refuse(Reject("store", item.document.source, "holds half of a surrogate pair: no valid Unicode"))
            else:
                yield item

    def report(self, *, new: int = 0, read: int = 0) -> Report:
        """What the run did and what the store holds now."""
        store = self._store
        counts = {name: len(getattr(store, name)) for name in ("documents", "families", "claims", "records")}
        self._report = Report(
            **counts, differences=len(store.differences), measures=len(store.measures), new=new, read=read,
            rejects=tuple(self.rejects), seconds=round(perf_counter() - self._began, 3), stages=self.seconds,
        )  # fmt: skip
        return self._report


def _halved(document: Document) -> bool:
    """Is a character of it half of a surrogate pair, as a JSON escape or the name of a file can be?"""
    try:
        msgspec.json.encode(document)
    except UnicodeEncodeError:
        return True
    return False
