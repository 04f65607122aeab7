"""What was fitted on our own texts: what each sign of a side adds to its taking part, what makes a claim likely."""

from functools import cache

from demarche.lexicon.tables import Row, data, load_toml


class _Weights(Row, frozen=True):
    """`links/weights.toml`, `links/sure.toml`: log odds by sign; the empty sign is what remains without any."""

    weights: dict[str, float]


@cache
def links() -> dict[str, float]:
    """The weights of `training/links.py`."""
    return load_toml(data("links", "weights.toml"), _Weights).weights


@cache
def sure() -> dict[str, float]:
    """The weights of `training/sure.py`."""
    return load_toml(data("links", "sure.toml"), _Weights).weights
