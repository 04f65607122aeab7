"""House style: how a desk titles and spells its digest, in a TOML file of its own.

title = "Diplomacy Watch"
quote_length = 300                       # characters of a saying at most; longer ones are left out, never cut
order = ["off", "happened", "ahead"]     # of the sections of a week; those not named follow in our order
leave_out = ["general"]

[spellings]                              # whole words, in sentences and headings; never inside quoted words
"Kiev" = "Kyiv"
"Zelenskyy" = "Zelensky"
"""

import re
import tomllib
from pathlib import Path

import msgspec

from demarche.model import BadKnowledge, UsageError
from demarche.publish.editions.drawn import Kind
from demarche.publish.editions.nouns import Edition, Entry, Pair, Saying, Section, Week


class House(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the file may say."""

    title: str | None = None
    quote_length: int | None = None
    order: tuple[Kind, ...] = ()
    leave_out: tuple[Kind, ...] = ()
    spellings: dict[str, str] = {}


def house_style(file: Path | None) -> House | None:
    """A house's file, or a refusal that names what is wrong in it."""
    if file is None:
        return None
    try:
        return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), House)
    except OSError as e:
        raise UsageError(f"{file} cannot be read: {e.strerror or e}") from e
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as e:
        raise BadKnowledge(str(file), "house style", str(e)) from e


def styled(edition: Edition, house: House) -> Edition:
    """The edition in a house's style. Footnotes and quoted words stay as they stand in the texts."""
    return msgspec.structs.replace(
        edition,
        title=house.title or edition.title,
        lead=tuple(_entry(x, house) for x in edition.lead),
        weeks=tuple(_week(w, house) for w in edition.weeks),
        loose=tuple(_week(w, house) for w in edition.loose),
        sayings=tuple(s for s in edition.sayings if _fits(s, house)),
    )


def _fits(saying: Saying, house: House) -> bool:
    return house.quote_length is None or len(saying.words) <= house.quote_length


def _week(w: Week, house: House) -> Week:
    kept = [s for s in w.sections if s.kind not in house.leave_out]
    kept.sort(key=lambda s: house.order.index(s.kind) if s.kind in house.order else len(house.order))
    return msgspec.structs.replace(w, sections=tuple(_section(s, house) for s in kept))


def _section(s: Section, house: House) -> Section:
    pairs = (Pair(title=spelt(p.title, house), sides=p.sides, entries=tuple(_entry(x, house) for x in p.entries))
             for p in s.pairs)  # fmt: skip
    return msgspec.structs.replace(s, pairs=tuple(pairs))


def _entry(x: Entry, house: House) -> Entry:
    place = spelt(x.place, house) if x.place else None
    return msgspec.structs.replace(x, headline=spelt(x.headline, house), place=place)


_QUOTED = re.compile('(“[^”]*”|"[^"]*")')


def spelt(text: str, house: House) -> str:
    """A sentence of ours in the house's spelling; what stands between quotation marks is somebody else's."""
    if not house.spellings:
        return text
    wanted = re.compile(r"\b(" + "|".join(map(re.escape, sorted(house.spellings, key=len, reverse=True))) + r")\b")
    parts = _QUOTED.split(text)
    return "".join(p if n % 2 else wanted.sub(lambda m: house.spellings[m[1]], p) for n, p in enumerate(parts))
