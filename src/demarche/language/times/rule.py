"""A rule: the words it finds, and how they become days."""

import re
from collections.abc import Callable

import msgspec

from demarche.language.times.calendar import Stretch
from demarche.language.times.setting import Setting
from demarche.language.times.words import pattern
from demarche.model.values import Precision, TimeType


class Reading(msgspec.Struct, frozen=True):
    """What an expression means; `stretch` is null where no day can be known, `open` where it has no end."""

    type: TimeType
    value: str
    stretch: Stretch | None = None
    precision: Precision | None = None
    anchors: bool = True
    open: bool = False


Resolve = Callable[[re.Match[str], Setting], Reading | None]


class Rule(msgspec.Struct, frozen=True):
    """One pattern of a rule; `name` is kept with what it resolves. Only near what it `needs` can there be a match."""

    name: str
    template: str
    needs: tuple[str, ...]
    resolve: Resolve

    @property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a text first has what it needs: all hundred take as long as many a text."""
        return pattern(self.template)


NOTHING = Reading("DATE", "", anchors=False)
"""What words mean that look like a time and are none: nothing inside them is tried either."""


def dated(stretch: Stretch | None, unknown: str = "") -> Reading:
    """A date; `unknown` is the value where its days cannot be known."""
    if stretch is None:
        return Reading("DATE", unknown)
    return Reading("DATE", stretch.value, stretch, stretch.precision)


def approximate(stretch: Stretch | None, value: str, type_: TimeType = "DATE") -> Reading:
    """A stretch with blurred ends."""
    return Reading(type_, value, stretch, "approx" if stretch else None, anchors=False)
