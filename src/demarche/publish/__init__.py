"""Store -> edition -> digest: what a reader gets. Reads the store only.

edition(store, since="2022-07-25", focus=["RUS"])    an edition: a digest before it has a form
digest.html(...), digest.markdown(...)               its forms
exports.export(store, folder, ["jsonl", "csv"])      the whole store, for other programs
"""

from collections.abc import Iterable

from demarche.publish.editions import Edition, compose
from demarche.publish.editions.house import House, styled
from demarche.publish.material import Material, material
from demarche.store import Store

__all__ = ["Edition", "House", "Material", "edition", "material"]


def edition(
    store: Store | Material,
    *,
    since: str | None = None,
    until: str | None = None,
    focus: Iterable[str] = (),
    style: House | None = None,
) -> Edition:
    """The edition of a period (ISO days, both included) and some countries (alpha-2 or alpha-3); of all by default."""
    nouns = material(store) if isinstance(store, Store) else store
    made = compose(nouns, since=since, until=until, focus=focus)
    return styled(made, style) if style else made
