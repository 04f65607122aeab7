"""The order of the stages: Document -> Family -> Parsed -> Claim -> Record -> Measure."""

from demarche.lexicon import knowledge
from demarche.pipeline.claims import carried, read
from demarche.pipeline.families import related
from demarche.pipeline.log import Log, Tell
from demarche.pipeline.records import merged
from demarche.pipeline.report import Report
from demarche.store import Store


def process(store: Store, *, workers: int = 0, engine: str | None = None, tell: Tell | None = None) -> Report:
    """Bring everything that follows from the documents up to date. `workers` 0 means: as many as it is worth.

    `engine` is where documents are read, and compared if there are many (`demarche.engine.ENGINES`); by default here,
    or in a pool if it is worth it.
    """
    knowledge()  # a broken row of a user's own stops here, before anything runs
    with Log(store, "run", {"workers": workers}, tell) as log:
        with log.stage("families"):
            related(store, log, workers, engine)
        with log.stage("claims"):
            done = read(store, log, workers, engine)
            carried(store)
        with log.stage("records"):
            merged(store)
        return log.report(read=done)


def judged(store: Store) -> None:
    """Let the records follow what was just judged, without reading anything anew."""
    with Log(store, "judge", {}, None) as log, log.stage("records"):
        merged(store)
