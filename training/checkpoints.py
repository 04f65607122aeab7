"""A run's state on disk: written beside and moved into place, so that a killed run never leaves half a file."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from network import Labels, Network


@dataclass
class Progress:
    """How far a run has come."""

    epoch: int = 0
    batch: int = 0
    step: int = 0
    words: int = 0
    seconds: float = 0.0

    def took(self, words: int) -> None:
        self.batch, self.step, self.words = self.batch + 1, self.step + 1, self.words + words

    def seen(self) -> dict[str, float]:
        return {"epoch": self.epoch, "step": self.step, "words": self.words, "seconds": round(self.seconds)}


@dataclass(frozen=True)
class Run:
    folder: Path
    network: Network
    optimizer: torch.optim.Optimizer
    labels: Labels

    @property
    def file(self) -> Path:
        return self.folder / "checkpoint.pt"


def save(run: Run, progress: Progress) -> None:
    state = {
        "network": run.network.state_dict(),
        "optimizer": run.optimizer.state_dict(),
        "progress": asdict(progress),
        "labels": asdict(run.labels),
    }
    beside = run.file.with_suffix(".part")
    torch.save(state, beside)
    beside.replace(run.file)


def load(run: Run) -> Progress:
    """Go on from the folder's checkpoint if it has one."""
    run.folder.mkdir(parents=True, exist_ok=True)
    (run.folder / "labels.json").write_text(json.dumps(asdict(run.labels), indent=1), encoding="utf-8")
    if not run.file.exists():
        return Progress()
    state = torch.load(run.file, weights_only=True)
    run.network.load_state_dict(state["network"])
    run.optimizer.load_state_dict(state["optimizer"])
    return Progress(**state["progress"])


def warm(folder: Path, network: Network, labels: Labels) -> None:
    """Start from another run's weights; its labels must be the same."""
    state = torch.load(folder / "checkpoint.pt", weights_only=True)
    theirs = {k: tuple(v) for k, v in state["labels"].items()}
    if theirs != asdict(labels):
        raise ValueError(f"{folder}: trained with other labels")
    network.load_state_dict(state["network"])
