"""A finished run -> the files the package ships: `python training/export.py --run training/runs/x`.

Writes `model.onnx` (int8), `tokenizer.json` and `meta.json` with the label lists and the checksums that the loader
verifies. Dynamic quantisation: weights are kept in eight bits, activations are measured as they come.
"""

import argparse
import hashlib
import json
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quant_pre_process, quantize_dynamic
from torch import Tensor, nn

from network import Labels, Network
from train import encoder_folder

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "src" / "demarche" / "language" / "weights"
OUTPUTS = ["upos", "feats", "names", "arcs", "labels"]


class Answer(nn.Module):
    """The network as the package asks it: best tag and features, scores for names and arcs, a label for every pair."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        s = self.network(pieces, shapes, first)
        labels = self.network.best_labels(s)
        return s.upos.argmax(-1).int(), s.feats.argmax(-1).int(), s.names, s.arcs, labels.int()


def network_of(run: Path) -> tuple[Network, Labels]:
    state = torch.load(run / "checkpoint.pt", weights_only=True)
    labels = Labels(**{k: tuple(v) for k, v in state["labels"].items()})
    network = Network(labels)
    network.load_state_dict(state["network"])
    return network.eval(), labels


def to_onnx(network: Network, file: Path) -> None:
    pieces = torch.randint(5, 1000, (3, 12))
    first = torch.tensor([[0, 1, 2, 3, 5]] * 3)
    names = {"pieces": {0: "batch", 1: "piece"}, "shapes": {0: "batch", 1: "piece"}, "first": {0: "batch", 1: "word"}}
    torch.onnx.export(
        Answer(network), (pieces, torch.ones_like(pieces), first), str(file),
        input_names=list(names), output_names=OUTPUTS, dynamic_axes=names, opset_version=17, dynamo=False,
    )  # fmt: skip


def quantised(plain: Path, file: Path) -> None:
    """Eight bits for every matrix product and look-up. Per channel: one scale a column loses less than one a matrix."""
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            prepared, file, per_channel=True, weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"], extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip


def checksum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def meta(labels: Labels, folder: Path, version: str) -> dict[str, object]:
    files = {name: checksum(folder / name) for name in ("model.onnx", "tokenizer.json")}
    return {"name": "demarche-en", "version": version, "labels": asdict(labels), "sha256": files}


def export(run: Path, out: Path, version: str, encoder: Path | None, whole: bool) -> None:
    network, labels = network_of(run)
    out.mkdir(parents=True, exist_ok=True)
    plain = run / "model.float32.onnx"
    to_onnx(network, plain)
    onnx.checker.check_model(str(plain))
    if whole:
        shutil.copy(plain, out / "model.onnx")
    else:
        quantised(plain, out / "model.onnx")
    tokenizer = json.loads((encoder_folder(encoder) / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer.update(truncation=None, padding=None)
    (out / "tokenizer.json").write_text(
        json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )
    text = json.dumps(meta(labels, out, version), indent=1, ensure_ascii=False) + "\n"
    (out / "meta.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--version", default="1")
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--whole", action="store_true", help="single precision, to measure what eight bits cost")
    options = parser.parse_args()
    export(options.run, options.out, options.version, options.encoder, options.whole)
