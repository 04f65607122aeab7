"""A ground from lines of shorthand, for the tests of what is counted on it."""

from collections.abc import Iterable

from demarche.network.figure import Number
from demarche.network.ground import Ground, ground
from demarche.network.panel import Asked, Panel, panel
from demarche.network.windows import Window
from demarche.records import records
from tests.tellings import world

JULY, AUGUST = Window("2022-07-01", "2022-07-31"), Window("2022-08-01", "2022-08-31")


def grounded(lines: Iterable[str], **options: object) -> Ground:
    """The ground of some tellings."""
    claims, families, documents = world(lines)
    return ground(records(claims, families, documents), families, documents, **options)  # type: ignore[arg-type]


def paneled(lines: Iterable[str], state: str = "RUS", **asked: object) -> Panel:
    """The panel of a state in August against July."""
    given: dict[str, object] = {"window": AUGUST, "baseline": JULY, "level": "head", **asked}
    return panel(Asked(state=state, **given), grounded(lines))  # type: ignore[arg-type]


def number(found: Panel, metric: str, about: str | None = None, level: str | None = None) -> Number:
    """The one number of a name."""
    (one,) = [n for n in found.numbers if (n.metric, n.about, n.level) == (metric, about, level)]
    return one
