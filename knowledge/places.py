"""The cities of the world and other spellings of their names: places.csv."""

from pathlib import Path

from demarche.lexicon.names import key
from knowledge.tables import hand, read, write

COLUMNS = ("id", "name", "names", "country", "lat", "lon", "population", "capital", "source")


def build(facts: Path) -> None:
    """Write places.csv: of two places of one name in a country, the larger."""
    alpha3 = {s["iso2"]: s["iso3"] for s in read(facts / "countries.csv")}
    cities = sorted(read(facts / "cities.csv"), key=lambda c: int(c["population"] or 0))
    largest = {(c["iso2"], c["name"]): c for c in cities if c["iso2"] in alpha3}
    own = [_by_hand(r) for r in hand("places")]
    have = {(r["country"], key(r["name"])) for r in own}
    rows = (_place(c, alpha3[c["iso2"]]) for c in largest.values())
    write("places", COLUMNS, [*own, *(r for r in rows if (r["country"], key(r["name"])) not in have)])


def _by_hand(r: dict[str, str]) -> dict[str, str]:
    return r | {"id": f"place:{key(r['name']).replace(' ', '-')}", "population": "0", "capital": "0", "source": "hand"}


def _place(c: dict[str, str], country: str) -> dict[str, str]:
    return {
        "id": f"geonames:{c['geonames_id']}", "name": c["name"], "names": "|".join(_other_names(c)), "country": country,
        "lat": c["lat"], "lon": c["lon"], "population": c["population"] or "0", "capital": c["is_capital"],
        "source": "geonames",
    }  # fmt: skip


def _other_names(city: dict[str, str]) -> list[str]:
    """Other spellings that English texts use: those close to the name itself."""
    own = key(city["name"])
    near = {
        n.strip() for n in city["alt_names_latin"].split("|") if key(n) != own and _close(key(n), own) and len(n) > 3
    }
    return sorted(near)[:6]


def _close(one: str, other: str) -> bool:
    return (
        one[:2] == other[:2] and abs(len(one) - len(other)) <= 3 and " " not in one.replace(" ", "", other.count(" "))
    )
