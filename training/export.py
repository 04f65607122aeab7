"""A finished run -> the files the package ships: `python training/export.py --run training/runs/x`.

Writes `layer1.onnx` to `layer6.onnx` and `labels.onnx` (`assemble.py`, in eight bits), `tokenizer.json` and `meta.json`
with the label lists and the checksums that the loader verifies.
"""

import argparse
import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import get_args

import numpy as np
import onnx
import torch
from numpy.typing import NDArray

from assemble import label_graph, layer_graphs
from demarche.language.shipped import FILES, LABELS, LAYERS
from demarche.model.values import SignKind
from network import Labels
from told import WEIGHTS as TOLD
from train import encoder_folder

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "src" / "demarche" / "language" / "weights"


def trained(run: Path) -> tuple[dict[str, NDArray[np.float32]], Labels]:
    """The weights of a run by their names in the network, and what its numbers mean."""
    state = torch.load(run / "checkpoint.pt", weights_only=True)
    labels = Labels(**{k: tuple(v) for k, v in state["labels"].items()})
    weights = {name: values.float().numpy() for name, values in state["network"].items()}
    return weights | dict(np.load(run / TOLD)), labels


def checksum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def meta(labels: Labels, folder: Path, version: str) -> dict[str, object]:
    files = {name: checksum(folder / name) for name in FILES}
    named = asdict(labels) | {"signs": get_args(SignKind)}
    return {"name": "demarche-en", "version": version, "labels": named, "sha256": files}


def export(run: Path, out: Path, version: str, encoder: Path | None, whole: bool) -> None:
    weights, labels = trained(run)
    out.mkdir(parents=True, exist_ok=True)
    for name, graph in zip(LAYERS, layer_graphs(weights, whole), strict=True):
        onnx.save(graph, str(out / name))
    onnx.save(label_graph(weights, whole), str(out / LABELS))
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
