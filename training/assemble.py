"""Trained weights -> the graphs the package runs, one a layer and one for labels, put together node by node.

An exporter's graph asks for the shape of everything and lets the runtime guess what belongs together. Written out for
one sentence at a time, the same sums take three fifths of the time: query, key and value are one product, the last
layer goes on only with the first piece of each word, and labels are scored (`label_graph`) once the heads are known,
for one pair a word instead of all pairs. Products are `DynamicQuantizeMatMul`: weights in eight bits with one scale a
column, activations measured as they come. Each layer is a graph of its own, so that many sentences can pass one layer
while its weights are in the processor's cache (`language/layers.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Array = NDArray[Any]
MICROSOFT = "com.microsoft"
HEADS = 12
OPSETS = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
IR = 8
"""Read by every onnxruntime the package allows."""
TINY = 1e-12
NEAR = 2
"""Neighbours on either side that this head looks at with each word."""
TOLD_BY = (2, 4, 6)
"""The layers, counted from 1, that the head of engagements looks at (`told.py`)."""
SIDES = ("arc_dependent.project", "arc_head.project", "label_dependent.project", "label_head.project")


class Graph:
    """Nodes and constants under way to a model; each method returns the name of what it computes."""

    def __init__(self, weights: Mapping[str, Array], whole: bool) -> None:
        self._weights = weights
        self._whole = whole
        self._nodes: list[Any] = []
        self._constants: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Array:
        return np.asarray(self._weights[name], dtype=np.float32)

    def constant(self, name: str, value: Array) -> str:
        self._constants[name] = numpy_helper.from_array(np.asarray(value, order="C"), name)
        return name

    def numbers(self, *values: int) -> str:
        return self.constant("of " + " ".join(map(str, values)), np.array(values, dtype=np.int64))

    def node(self, kind: str, inputs: Sequence[str], out: str, domain: str = "", **how: Any) -> str:
        self._nodes.append(helper.make_node(kind, inputs, [out], domain=domain, **how))
        return out

    def split(self, x: str, sizes: Sequence[int], out: Sequence[str], axis: int) -> Sequence[str]:
        self._nodes.append(helper.make_node("Split", [x, self.numbers(*sizes)], out, axis=axis))
        return out

    def product(self, x: str, weight: Array, bias: Array, out: str) -> str:
        """`x @ weight + bias`."""
        added = self.constant(f"{out}.bias", bias)
        if self._whole:
            plain = self.node("MatMul", [x, self.constant(f"{out}.weight", weight)], f"{out}.product")
            return self.node("Add", [plain, added], out)
        small, scale = columns(weight)
        kept = [self.constant(f"{out}.weight", small), self.constant(f"{out}.scale", scale)]
        return self.node("DynamicQuantizeMatMul", [x, *kept, "", added], out, MICROSOFT)

    def linear(self, x: str, layers: Sequence[str], out: str) -> str:
        """Linear layers over one input, side by side."""
        weight = np.concatenate([self[f"{name}.weight"].T for name in layers], 1)
        return self.product(x, weight, np.concatenate([self[f"{name}.bias"] for name in layers]), out)

    def table(self, name: str, out: str, ids: str | None = None, rows: str | None = None) -> str:
        """Rows of an embedding: those of some numbers, or the first so many."""
        values, scale, zero = (
            (self[f"{name}.weight"], None, None) if self._whole else whole_table(self[f"{name}.weight"])
        )
        kept = self.constant(f"{name}.table", values)
        if ids is not None:
            found = self.node("Gather", [kept, ids], f"{out}.rows")
        else:
            found = self.node("Slice", [kept, self.numbers(0), str(rows), self.numbers(0)], f"{out}.rows")
        if scale is None or zero is None:
            return found
        how = [self.constant(f"{name}.scale", scale), self.constant(f"{name}.zero", zero)]
        return self.node("DequantizeLinear", [found, *how], out)

    def norm(self, x: str, name: str, out: str) -> str:
        own = [self.constant(f"{name}.{part}", self[f"{name}.{part}"]) for part in ("weight", "bias")]
        return self.node("LayerNormalization", [x, *own], out, epsilon=TINY)

    def model(self, inputs: Sequence[Any], outputs: Sequence[Any]) -> Any:
        graph = helper.make_graph(self._nodes, "demarche", inputs, outputs, list(self._constants.values()))
        made = helper.make_model(graph, opset_imports=OPSETS, ir_version=IR)
        onnx.checker.check_model(made)
        return made


def columns(weight: Array) -> tuple[Array, Array]:
    """A matrix in eight bits, one scale a column: it loses less than one scale a matrix."""
    scale = (np.abs(weight).max(0) / 127).astype(np.float32)
    scale[scale == 0] = 1
    return np.clip(np.rint(weight / scale), -127, 127).astype(np.int8), scale


def whole_table(values: Array) -> tuple[Array, Array, Array]:
    """A table in eight bits, one scale and one zero for all of it."""
    low, high = min(0.0, float(values.min())), max(0.0, float(values.max()))
    scale = np.float32((high - low) / 255)
    zero = np.uint8(round(-low / float(scale)))
    small = np.clip(np.rint(values / scale) + zero, 0, 255).astype(np.uint8)
    return small, np.array(scale), np.array(zero)


def layer_graphs(weights: Mapping[str, Array], whole: bool = False) -> Iterator[Any]:
    """The layers from the first to the last: pieces and shapes go in; the last gives the scores."""
    count = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layers."))
    for k in range(count - 1):
        g = Graph(weights, whole)
        inputs = [integers("pieces", 1, "piece"), integers("shapes", 1, "piece")] if k == 0 else [_state(g, k)]
        _layer(g, k, _embedded(g) if k == 0 else f"layer{k}", f"layer{k + 1}")
        yield g.model(inputs, [_state(g, k + 1)])
    yield _last(Graph(weights, whole), count)


def _state(g: Graph, k: int) -> Any:
    """What the k-th layer, counted from 1, makes of each piece."""
    return floats(f"layer{k}", 1, "piece", len(g["encoder.norm.weight"]))


def _last(g: Graph, count: int) -> Any:
    """The last layer and all heads: tags, features, name scores, arc scores, both sides of every label, tellings."""
    _layer(g, count - 1, f"layer{count - 1}", f"layer{count}", only="first")
    below = [f"layer{k}" for k in TOLD_BY if k < count]
    seen = [g.node("Gather", [x, "first"], f"{x}.first", axis=1) for x in below]
    tags = [len(g[f"{name}.bias"]) for name in ("upos", "feats", "names")]
    widths = [len(g[f"{name}.bias"]) for name in SIDES]
    heads = g.linear(f"layer{count}", [*SIDES, "upos", "feats", "names"], "heads")
    sides, upos, feats, _ = g.split(heads, [sum(widths), *tags], ["sides", "upos.scores", "feats.scores", "names"], 2)
    active = g.node("LeakyRelu", [sides], "sides.active", alpha=0.1)
    own, heads_, *_ = g.split(active, widths, ["arc.own", "arc.heads", "dependents", "governors"], 2)
    _arcs(g, own, heads_)
    _told(g, [*seen, f"layer{count}"])
    for name, scores in (("upos", upos), ("feats", feats)):
        g.node("ArgMax", [scores], name, axis=2, keepdims=0)
    inputs = [_state(g, k) for k in sorted({*TOLD_BY, count - 1} - {count})]
    outputs = [integers("upos", 1, "word"), integers("feats", 1, "word"), floats("names", 1, "word", tags[2])]
    outputs += [floats("arcs", 1, "word", "word"), floats("dependents", 1, "word", widths[2])]
    told = floats("told", 1, "word", len(g["told.narrow.bias"]))
    return g.model([*inputs, integers("first", "word")], [*outputs, floats("governors", 1, "word", widths[3]), told])


def integers(name: str, *shape: int | str) -> Any:
    return helper.make_tensor_value_info(name, TensorProto.INT64, shape)


def floats(name: str, *shape: int | str) -> Any:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def _embedded(g: Graph) -> str:
    count = g.node("Shape", ["pieces"], "count", start=1)
    words = g.table("encoder.words", "words", ids="pieces")
    placed = g.node("Add", [words, g.table("encoder.positions", "positions", rows=count)], "words.placed")
    shaped = g.node("Add", [placed, g.table("encoder.shapes", "shapes.rows", ids="shapes")], "words.shaped")
    return g.norm(shaped, "encoder.norm", "embedded")


def _layer(g: Graph, k: int, x: str, out: str, only: str | None = None) -> str:
    """One layer; `only` names the places that are wanted of the last."""
    own = f"encoder.layers.{k}"
    mixed = _attention(g, own, x)
    if only is not None:
        mixed, x = (g.node("Gather", [v, only], f"{v}.first", axis=1) for v in (mixed, x))
    attended = g.linear(mixed, [f"{own}.attended"], f"{own}.out")
    x = g.norm(g.node("Add", [x, attended], f"{own}.out.sum"), f"{own}.attended_norm", f"{own}.middle")
    wide = g.node("Gelu", [g.linear(x, [f"{own}.widen"], f"{own}.wide")], f"{own}.gelu", MICROSOFT)
    narrow = g.linear(wide, [f"{own}.narrow"], f"{own}.narrowed")
    return g.norm(g.node("Add", [x, narrow], f"{own}.sum"), f"{own}.norm", out)


def _attention(g: Graph, own: str, x: str) -> str:
    """The heads lie side by side in one product: turned once, cut in three."""
    width = len(g[f"{own}.query.bias"])
    each = g.linear(x, [f"{own}.{part}" for part in ("query", "key", "value")], f"{own}.three")
    cut = g.node("Reshape", [each, g.numbers(-1, 3 * HEADS, width // HEADS)], f"{own}.cut")
    turned = g.node("Transpose", [cut], f"{own}.turned", perm=[1, 0, 2])
    query, key, value = g.split(turned, [HEADS] * 3, [f"{own}.{part}.heads" for part in ("query", "key", "value")], 0)
    small = (width // HEADS) ** -0.5
    scores = g.node("FusedMatMul", [query, key], f"{own}.scores", MICROSOFT, alpha=small, transB=1)
    shares = g.node("Softmax", [scores], f"{own}.shares", axis=-1)
    mixed = g.node("MatMul", [shares, value], f"{own}.mixed")
    back = g.node("Transpose", [mixed], f"{own}.back", perm=[1, 0, 2])
    return g.node("Reshape", [back, g.numbers(1, -1, width)], f"{own}.joined")


def _told(g: Graph, seen: Sequence[str]) -> str:
    """What three layers make of a word and its neighbours -> does it tell of an engagement, or name a party to one?"""
    together = g.node("Concat", seen, "told.seen", axis=2)
    own = g.node("Gelu", [g.linear(together, ["told.widen"], "told.wide")], "told.own", MICROSOFT)
    padded = g.node("Pad", [own, g.numbers(0, NEAR, 0, 0, NEAR, 0)], "told.padded")
    window = [_from(g, padded, k, 2 * NEAR) for k in range(2 * NEAR + 1)]
    near = g.linear(g.node("Concat", window, "told.window", axis=2), ["told.beside"], "told.near")
    added = g.node("Add", [own, g.node("Gelu", [near], "told.near.gelu", MICROSOFT)], "told.both")
    return g.linear(added, ["told.narrow"], "told")


def _from(g: Graph, x: str, k: int, more: int) -> str:
    """The words from the k-th of a sentence that is padded by so many."""
    end = k - more if k < more else np.iinfo(np.int64).max
    return g.node("Slice", [x, g.numbers(k), g.numbers(end), g.numbers(1)], f"{x}.{k}")


def _arcs(g: Graph, own: str, heads: str) -> str:
    """`[own, 1] @ arc @ [heads, 1]`, the ones multiplied out: they make a bias and a last column."""
    arc = g["arc"]
    size = arc.shape[0] - 1
    seen, alone = g.split(g.product(own, arc[:size], arc[size], "arc.seen"), [size, 1], ["arc.both", "arc.alone"], 2)
    return g.node("Add", [g.node("FusedMatMul", [seen, heads], "arc.pairs", MICROSOFT, transB=1), alone], "arcs")


def label_graph(weights: Mapping[str, Array], whole: bool = False) -> Any:
    """Both sides of the labels and a head a word -> the scores of each label, word by word."""
    g = Graph(weights, whole)
    label = g["label"]
    size = label.shape[0] - 1
    count = label.shape[1] // (size + 1)
    kinds = label.reshape(size + 1, count, size + 1)
    both = _seen(g, kinds[:, :, :size].reshape(size + 1, -1), "both")
    alone = _seen(g, kinds[:, :, size], "alone")
    cut = g.node("Reshape", [both, g.numbers(-1, count, size)], "cut")
    above = g.node("Gather", ["governors", "heads"], "above", axis=0)
    column = g.node("Unsqueeze", [above, g.numbers(-1)], "column")
    pairs = g.node("Squeeze", [g.node("MatMul", [cut, column], "columns"), g.numbers(-1)], "pairs")
    g.node("Add", [pairs, alone], "labels")
    inputs = [floats("dependents", "word", size), floats("governors", "place", size), integers("heads", "word")]
    return g.model(inputs, [floats("labels", "word", count)])


def _seen(g: Graph, part: Array, out: str) -> str:
    """`[dependents, 1] @ part`. Two products: cutting one in two afterwards copies half a megabyte a sentence."""
    return g.product("dependents", part[:-1], part[-1], out)
