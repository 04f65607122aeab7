"""The words of a sentence -> tags, features, heads, labels and names, by the shipped network.

Sentences are read one by one. In eight bits the network measures what it is given as a whole, so that a sentence read
together with others would be read a little differently in other company; alone, it is read the same everywhere, at
three quarters of the speed.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnxruntime.capi.onnxruntime_pybind11_state import (
    Fail,
    InvalidArgument,
    InvalidGraph,
    InvalidProtobuf,
    NoSuchFile,
    NotImplemented,
    RuntimeException,
)

from demarche.language import names, trees
from demarche.language.shapes import NONE, shape
from demarche.language.shipped import MODEL, SHIPPED, VOCABULARY, load_meta
from demarche.language.subwords import Subwords
from demarche.model import BrokenModel

Array = NDArray[Any]


REFUSALS = (Fail, InvalidArgument, InvalidGraph, InvalidProtobuf, NoSuchFile, NotImplemented, RuntimeException)
"""What onnxruntime raises for a file it cannot load; the seven have no ancestor of their own."""


class Reading(msgspec.Struct, frozen=True):
    """What the network says of one sentence. Heads count words from 1, 0 is the root."""

    upos: tuple[str, ...] = ()
    feats: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    deprels: tuple[str, ...] = ()
    names: tuple[tuple[int, int, str], ...] = ()
    """(first word, last word + 1, kind)."""


class Network:
    """The trained network, loaded once."""

    def __init__(self, folder: Path = SHIPPED, threads: int = 1) -> None:
        meta = load_meta(folder)
        self.version = f"{meta.name}/{meta.version}"
        self._labels = meta.labels
        self._subwords = Subwords(folder / VOCABULARY)
        self._session = _session(folder / MODEL, threads)

    def read(self, words: Sequence[str]) -> Reading:
        """What the network says of one sentence."""
        if not words:
            return Reading()
        upos, feats, tags, arcs, labels = (given[0] for given in self._session.run(None, self._input(words)))
        known = self._labels
        heads = trees.heads(arcs)
        return Reading(
            upos=tuple(known.upos[k] for k in upos),
            feats=tuple("" if known.feats[k] == "_" else known.feats[k] for k in feats),
            heads=tuple(heads),
            deprels=tuple(known.deprels[labels[i, h]] for i, h in enumerate(heads)),
            names=tuple(names.spans(tags, known.names)),
        )

    def _input(self, words: Sequence[str]) -> dict[str, Array]:
        """Pieces, the shape of each piece's word, the place of each word's first piece; the opening one is the root."""
        own = self._subwords.sentence(words)
        sizes = np.array([1, *map(len, own), 1])
        pieces = [self._subwords.opening, *(n for word in own for n in word), self._subwords.closing]
        shapes = np.repeat([NONE, *map(shape, words), NONE], sizes)
        first = (np.cumsum(sizes) - sizes)[:-1]
        return {"pieces": _batch(pieces), "shapes": _batch(shapes), "first": _batch(first)}


def _batch(numbers: Any) -> Array:
    """A batch of one."""
    return np.asarray(numbers, dtype=np.int64)[None]


def _session(file: Path, threads: int) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Sentences differ in length from batch to batch: a pattern of memory kept for each only grows.
    options.enable_mem_pattern = False
    try:
        return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    except REFUSALS as e:
        raise BrokenModel(f"{file}: not a model that this onnxruntime can load ({e})") from e
