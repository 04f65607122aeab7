"""The trained model's files -> what they hold, after their checksums are verified."""

import hashlib
from pathlib import Path

import msgspec

from demarche.model import BrokenModel
from demarche.model.values import SignKind

SHIPPED = Path(__file__).parent / "weights"
LAYERS = tuple(f"layer{k}.onnx" for k in range(1, 7))
LABELS, VOCABULARY, META = "labels.onnx", "tokenizer.json", "meta.json"
FILES = (*LAYERS, LABELS, VOCABULARY)
"""What a model is made of, beside its description."""


class Labels(msgspec.Struct, frozen=True):
    """What the numbers of each output mean."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    names: tuple[str, ...]
    deprels: tuple[str, ...]
    signs: tuple[SignKind, ...]


class Meta(msgspec.Struct, frozen=True):
    """A model's name, version and labels, and the SHA-256 of each file that belongs to it."""

    name: str
    version: str
    labels: Labels
    sha256: dict[str, str]


def load_meta(folder: Path = SHIPPED) -> Meta:
    """The description of the model in a folder; refused, with the file's name, if any file is missing or altered."""
    try:
        meta = msgspec.json.decode(_bytes(folder / META), type=Meta)
    except msgspec.DecodeError as e:
        raise BrokenModel(f"{folder / META}: not a model's description ({e})") from e
    for name, expected in meta.sha256.items():
        found = hashlib.sha256(_bytes(folder / name)).hexdigest()
        if found != expected:
            raise BrokenModel(f"{folder / name}: the file is damaged or incomplete (SHA-256 {found[:12]}…, "
                              f"expected {expected[:12]}…); install the package again")  # fmt: skip
    return meta


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as e:
        raise BrokenModel(f"{file}: the language model's file cannot be read ({e.strerror})") from e
