"""Sentences in numbers -> their scores, by the trained graph: all pass the first layer, then all of them the next.

Each sentence runs alone and is measured alone (decision 9). But a layer's weights, 1.8 MB, stay near the processor
while sentence after sentence passes it; each that ran through the whole network would fetch 11 MB anew (decision 35).
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

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

from demarche.language.shipped import LABELS, LAYERS
from demarche.model import BrokenModel

Values = dict[str, NDArray[Any]]
"""What is known of a sentence, by the names that the graphs have for it."""

REFUSALS = (Fail, InvalidArgument, InvalidGraph, InvalidProtobuf, NoSuchFile, NotImplemented, RuntimeException)
"""What onnxruntime raises for a file it cannot load; the seven have no ancestor of their own."""


class Layer(NamedTuple):
    """One graph: what it takes, what it gives, and what no later one takes any more."""

    graph: Any
    takes: tuple[str, ...]
    gives: tuple[str, ...]
    spent: tuple[str, ...]

    def run(self, known: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
        """What it makes of one sentence."""
        found = self.graph.run(self.gives, {name: known[name] for name in self.takes})
        return dict(zip(self.gives, found, strict=True))


class Layers:
    """The trained graphs, loaded once."""

    def __init__(self, folder: Path, threads: int) -> None:
        self._layers = _in_order([_graph(folder / name, threads) for name in LAYERS])
        (self._labels,) = _in_order([_graph(folder / LABELS, threads)])

    def scores(self, sentences: Iterable[Values]) -> list[Values]:
        """Of pieces, shapes and first pieces, all scores but those of labels. The values given are used up."""
        passing = list(sentences)
        for layer in self._layers:
            for known in passing:
                made = layer.run(known)
                for name in layer.spent:
                    del known[name]
                known.update(made)
        return passing

    def labels(self, given: Mapping[str, NDArray[Any]]) -> NDArray[Any]:
        """The scores of each word's labels, under the one head that the tree gives it."""
        return self._labels.run(given)["labels"]


def _in_order(graphs: Sequence[Any]) -> list[Layer]:
    takes = [tuple(i.name for i in graph.get_inputs()) for graph in graphs]
    gives = [tuple(o.name for o in graph.get_outputs()) for graph in graphs]
    later = [{name for after in takes[k + 1 :] for name in after} for k in range(len(graphs))]
    spent = [tuple(name for name in takes[k] if name not in later[k]) for k in range(len(graphs))]
    return [Layer(*parts) for parts in zip(graphs, takes, gives, spent, strict=True)]


def _graph(file: Path, threads: int) -> Any:
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
