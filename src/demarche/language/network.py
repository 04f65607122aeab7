"""The words of a sentence -> tags, features, heads, labels and names, by the shipped network.

Sentences are read one by one. In eight bits the network measures what it is given as a whole, so that a sentence read
together with others would be read a little differently in other company; alone, it is read the same everywhere, at
nine tenths of the speed. Labels are scored in a second step, for the one head that the tree gives each word.
"""

from collections.abc import Sequence
from functools import lru_cache
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
from demarche.language.shipped import LABELS, MODEL, SHIPPED, VOCABULARY, load_meta
from demarche.language.signs import signs
from demarche.language.subwords import Subwords
from demarche.model import BrokenModel, Sign

Array = NDArray[Any]


REFUSALS = (Fail, InvalidArgument, InvalidGraph, InvalidProtobuf, NoSuchFile, NotImplemented, RuntimeException)
"""What onnxruntime raises for a file it cannot load; the seven have no ancestor of their own."""


REMEMBERED = 5_000
"""Sentences whose reading is kept: some two hundred articles, fifteen megabytes."""


class Reading(msgspec.Struct, frozen=True):
    """What the network says of one sentence. Heads count words from 1, 0 is the root."""

    upos: tuple[str, ...] = ()
    feats: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    deprels: tuple[str, ...] = ()
    names: tuple[tuple[int, int, str], ...] = ()
    """(first word, last word + 1, kind)."""
    signs: tuple[Sign, ...] = ()


class Network:
    """The trained network, loaded once."""

    def __init__(self, folder: Path = SHIPPED, threads: int = 1) -> None:
        meta = load_meta(folder)
        self.version = f"{meta.name}/{meta.version}"
        self._upos, self._deprels, self._tags = meta.labels.upos, meta.labels.deprels, meta.labels.names
        self._feats = tuple("" if f == "_" else f for f in meta.labels.feats)
        self._signs = meta.labels.signs
        self._root = self._deprels.index("root")
        self._subwords = Subwords(folder / VOCABULARY)
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._read)
        self._tagger = _session(folder / MODEL, threads)
        self._labeller = _session(folder / LABELS, threads)

    def read(self, words: Sequence[str]) -> Reading:
        """What the network says of one sentence. Copies share most of theirs: the last ones are remembered."""
        return self._remembered(tuple(words)) if words else Reading()

    def _read(self, words: tuple[str, ...]) -> Reading:
        upos, feats, tags, arcs, dependents, governors, told = self._tagger.run(None, self._input(words))
        heads = trees.heads(arcs[0, 1:])
        return Reading(
            upos=tuple([self._upos[k] for k in upos[0, 1:].tolist()]),
            feats=tuple([self._feats[k] for k in feats[0, 1:].tolist()]),
            heads=tuple(heads),
            deprels=self._relations(dependents[0, 1:], governors[0], heads),
            names=tuple(names.spans(tags[0, 1:], self._tags)),
            signs=tuple(signs(told[0, 1:], self._signs)),
        )

    def _relations(self, dependents: Array, governors: Array, heads: Sequence[int]) -> tuple[str, ...]:
        """The best label of each arc: `root` under the root and nowhere else."""
        given = {"dependents": dependents, "governors": governors, "heads": np.array(heads, dtype=np.int64)}
        scores = self._labeller.run(None, given)[0]
        scores[:, self._root] = -np.inf
        best = scores.argmax(1).tolist()
        return tuple([self._deprels[k] if head else "root" for k, head in zip(best, heads, strict=True)])

    def _input(self, words: Sequence[str]) -> dict[str, Array]:
        """Pieces, the shape of each piece's word, the place of each word's first piece; the opening one is the root."""
        pieces, shapes, first = [self._subwords.opening], [NONE], [0]
        for word, own in zip(words, self._subwords.sentence(words), strict=True):
            first.append(len(pieces))
            pieces += own
            shapes += [shape(word)] * len(own)
        pieces.append(self._subwords.closing)
        shapes.append(NONE)
        return {"pieces": _numbers([pieces]), "shapes": _numbers([shapes]), "first": _numbers(first)}


def _numbers(given: Any) -> Array:
    return np.array(given, dtype=np.int64)


def _session(file: Path, threads: int) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Sentences differ in length from one to the next: a pattern of memory kept for each only grows.
    options.enable_mem_pattern = False
    # The graph is written as it shall run. Left to itself, onnxruntime joins a sum and the norm after it
    # (SkipLayerNormalization), which takes eight times as long on a processor (1.31).
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    try:
        return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    except REFUSALS as e:
        raise BrokenModel(f"{file}: not a model that this onnxruntime can load ({e})") from e
