"""What is trained on and what is kept to measure: the one place that says so."""

import zlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from corpora import Example, conllu
from name_corpora import gum, official, re3d, universal_ner, wikigold
from network import Labels

RARE_FEATURES = 15
"""Feature bundles seen fewer times have no output of their own."""
ANNOTATIONS = Path(__file__).parent / "annotations" / "names.jsonl"
OWN_TIMES = 3
"""How often an epoch holds our own annotation: it is small, and the nearest to what is read."""
KINDS = ("PER", "ORG", "LOC", "NORP", "MISC")


@dataclass(frozen=True)
class Data:
    train: list[Example]
    parse_tests: dict[str, list[Example]]
    name_tests: dict[str, list[Example]]


def data(folder: Path, extra: Iterable[Path] = (), readouts: Path | None = None) -> Data:
    """EWT dev's names: 70 documents in a hundred train, the rest measure; its parses only measure."""
    ewt = [e for e, _ in conllu(folder / "en_ewt-ud-train.conllu")]
    gum_train, gum_dev = (list(gum(folder / f"gum_no_nc-{part}.conllu")) for part in ("train", "dev"))
    named = {
        "ewt": list(universal_ner(folder / "en_ewt-ud-dev.iob2")),
        "wikigold": list(wikigold(folder / "wikigold.conll.txt")),
        "re3d": list(re3d(folder / "re3d")),
    }
    split = {k: _split(v, {"ewt": 70}.get(k, 90)) for k, v in named.items()}
    silver = [e for path in extra for e in universal_ner(path)]
    own = {part: list(official(ANNOTATIONS, readouts, part)) if readouts else [] for part in ("train", "test")}
    train = [*ewt, *gum_train, *(e for part, _ in split.values() for e in part), *silver, *own["train"] * OWN_TIMES]
    return Data(
        train=train,
        parse_tests={"ewt": [e for e, _ in conllu(folder / "en_ewt-ud-dev.conllu")], "gum": gum_dev},
        name_tests={**{k: test for k, (_, test) in split.items()}, "gum": gum_dev, "official": own["test"]},
    )


def _split(examples: Iterable[Example], percent: int) -> tuple[list[Example], list[Example]]:
    """By document, by a checksum of its name: the same split everywhere."""
    train, test = [], []
    for example in examples:
        (train if zlib.crc32(example.document.encode()) % 100 < percent else test).append(example)
    return train, test


def labels(examples: Iterable[Example]) -> Labels:
    """The label inventories of the training data."""
    examples = list(examples)
    feats = _counts(examples, lambda e: e.feats)
    return Labels(
        upos=tuple(sorted(_counts(examples, lambda e: e.upos))),
        feats=tuple(sorted(f for f, n in feats.items() if n >= RARE_FEATURES)),
        names=("O", *(f"{b}-{k}" for k in KINDS for b in "BI")),
        deprels=tuple(sorted(_counts(examples, lambda e: e.deprels))),
    )


def _counts(examples: Iterable[Example], field: Callable[[Example], tuple[str, ...] | None]) -> Counter[str]:
    return Counter(value for e in examples for value in field(e) or ())
