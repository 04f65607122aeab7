"""What a person typed as an input, checked before any work begins."""

import os
from collections.abc import Iterable

from demarche.model import UsageError


def checked(locations: Iterable[str]) -> list[str]:
    """The same, if every path among them exists; a URL is tried when its turn comes."""
    given = list(locations)
    missing = [location for location in given if "://" not in location and not os.path.lexists(location)]
    if missing:
        raise UsageError(f"no such file or folder: {', '.join(missing)}")
    return given
