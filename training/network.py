"""The joint network: one encoder; heads for tags, features, names, arcs and their labels.

Arcs and labels are scored by deep biaffine attention (Dozat and Manning 2017); the opening piece stands for the root.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from demarche.language.shapes import SHAPES
from encoder import Encoder


@dataclass(frozen=True)
class Labels:
    """The names of every head's outputs, in the order of their numbers."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    names: tuple[str, ...]
    deprels: tuple[str, ...]


@dataclass(frozen=True)
class Scores:
    upos: Tensor
    feats: Tensor
    names: Tensor
    arcs: Tensor
    """(batch, word, possible head), head 0 the root."""
    dependents: Tensor
    governors: Tensor


class Half(nn.Module):
    """One side of a biaffine score: a word seen as dependent, or as head."""

    def __init__(self, width: int, size: int, dropout: float) -> None:
        super().__init__()
        self.project = nn.Linear(width, size)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor) -> Tensor:
        x = self.dropout(nn.functional.leaky_relu(self.project(x), 0.1))
        return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Network(nn.Module):
    def __init__(
        self, labels: Labels, width: int = 384, arc: int = 256, label: int = 128, dropout: float = 0.33
    ) -> None:
        super().__init__()
        self.encoder = Encoder(len(SHAPES), width=width)
        self.dropout = nn.Dropout(0.2)
        self.upos = nn.Linear(width, len(labels.upos))
        self.feats = nn.Linear(width, len(labels.feats))
        self.names = nn.Linear(width, len(labels.names))
        self.arc_dependent, self.arc_head = Half(width, arc, 0.33), Half(width, arc, 0.33)
        self.label_dependent, self.label_head = Half(width, label, 0.33), Half(width, label, 0.33)
        self.arc = nn.Parameter(torch.zeros(arc + 1, arc + 1))
        self.label = nn.Parameter(torch.zeros(label + 1, len(labels.deprels) * (label + 1)))
        nn.init.normal_(self.arc, std=0.01)
        nn.init.normal_(self.label, std=0.01)

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor) -> Scores:
        """`first` holds the place of each word's first piece; its column 0 is the opening piece."""
        x = self.encoder(pieces, shapes)
        words = self.dropout(torch.gather(x, 1, first[..., None].expand(-1, -1, x.shape[-1])))
        own = words[:, 1:]
        arcs = self.arc_dependent(own) @ self.arc @ self.arc_head(words).transpose(1, 2)
        nowhere = (first == 0) & (torch.arange(first.shape[1], device=first.device) > 0)
        return Scores(
            upos=self.upos(own),
            feats=self.feats(own),
            names=self.names(own),
            arcs=arcs + nowhere[:, None, :].to(arcs.dtype) * -10000.0,
            dependents=self.label_dependent(own),
            governors=self.label_head(words),
        )

    def labels_at(self, scores: Scores, heads: Tensor) -> Tensor:
        """Label scores of each word under one given head."""
        governors = torch.gather(scores.governors, 1, heads[..., None].expand(-1, -1, scores.governors.shape[-1]))
        projected = (scores.dependents @ self.label).unflatten(-1, (-1, governors.shape[-1]))
        return (projected * governors[:, :, None, :]).sum(-1)
