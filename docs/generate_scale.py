"""Put the tables into `scale.md` that follow from `scale.toml`: `python docs/generate_scale.py`.

A measurement is written down once, there; every hour, euro and gigabyte of the page is calculated from it here.
"""

import tomllib
from pathlib import Path
from typing import Any

PAGE = Path(__file__).with_name("scale.md")
SIZES = (10_000_000, 1_000_000_000)
Known = dict[str, Any]


def known() -> Known:
    """The measurements."""
    return tomllib.loads(PAGE.with_suffix(".toml").read_text(encoding="utf-8"))


def costs(of: Known) -> str:
    """What a document costs, and what was aimed at."""
    words = of["assumed"]["words"]
    columns = [_cost(of[kind], words) for kind in ("official", "news")]
    lines = [f"| {name} | {' | '.join(column[name] for column in columns)} |" for name in columns[0]]
    return "\n".join(["| | official | news |", "|---|---|---|", *lines])


def _cost(of: Known, words: int) -> dict[str, str]:
    return {
        "texts": of["what"],
        "documents a processor second, start-up included": f"{of['documents_per_cpu_s']:g}",
        f"words a processor second, start-up ({of['start_up_s']} s) taken off": f"{of['words_per_cpu_s']:,}",
        f"texts of {words} words a second on two free cores (calculated)": f"{2 * of['words_per_cpu_s'] / words:.1f}",
        "target": str(of["target"]),
        "peak of the process, MB (target 1,500)": str(of["peak_mb"]),
        f"share of time: {' / '.join(of['share'])}": " / ".join(f"{s:.2f}".lstrip("0") for s in of["share"].values()),
    }


def sizes(of: Known) -> str:
    """What many documents cost."""
    columns = [_size(of, size) for size in SIZES]
    lines = [f"| {name} | {' | '.join(column[name] for column in columns)} |" for name in columns[0]]
    return "\n".join(["| | 10 million | 1 billion |", "|---|---|---|", *lines])


def _size(of: Known, n: int) -> dict[str, str]:
    unit, told, network = of["unit"], of["assumed"], of["network"]
    reading = n * told["words"] / of["news"]["words_per_cpu_s"] / 3600
    families, records = n * unit["families_cpu_s"] / 3600, n * unit["records_cpu_s"] / 3600
    whole, price = reading + families + records, told["core_hour_eur"]
    steps = 2 * network["parameters"] * n * told["words"] * network["pieces_per_word"]
    gpu, saved = steps / (told["gpu_tflops"] * 1e12) / 3600, reading * network["share"]
    return {
        "reading, core-hours": _round(reading),
        "families, core-hours": _round(families),
        "records, core-hours, were they linear": _round(records),
        f"all of it on {told['cores']} cores": _time(whole / told["cores"]),
        "money for the cores": f"{_round(whole * price)} €",
        "with a GPU for the network: core-hours saved": f"{_round(saved)} ({_round(saved * price)} €)",
        "the same: GPU-hours spent": f"{_round(gpu)} ({_round(gpu * told['gpu_hour_eur'])} €)",
        "the store, texts and claims with their indices": _bytes(unit["store_kb"] * 1e3 * n),
        "shuffle of a `Gather` over claims": _bytes(unit["claims"] * unit["claim_bytes"] * n),
        "memory of the family join in one process": _bytes(unit["profile_kb"] * 1e3 * n),
        "memory of measures and campaigns in one process": _bytes(unit["record_kb"] * 1e3 * n),
    }


def _round(number: float) -> str:
    """Two figures are all that the assumptions bear."""
    return f"{float(f'{number:.2g}'):,.0f}"


def _time(hours: float) -> str:
    return f"{_round(hours)} hours" if hours < 48 else f"{_round(hours / 24)} days"


def _bytes(number: float) -> str:
    unit, size = ("TB", 1e12) if number >= 1e12 else ("GB", 1e9)
    return f"{_round(number / size)} {unit}"


def page() -> str:
    """The page with its tables renewed."""
    text, of = PAGE.read_text(encoding="utf-8"), known()
    for name, table in (("costs", costs(of)), ("sizes", sizes(of))):
        before, mark, rest = text.partition(f"<!-- {name} -->\n")
        text = before + mark + table + "\n" + rest[rest.index("<!-- end -->") :]
    return text


def files() -> dict[Path, str]:
    """The page and what it should hold."""
    return {PAGE: page()}


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
