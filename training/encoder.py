"""The six-layer encoder of all-MiniLM-L6-v2 (BERT, Devlin et al. 2019), written out so that it exports plainly."""

from collections.abc import Iterator
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

HEADS = 12


class Layer(nn.Module):
    """Self-attention and a feed-forward block, each with its residual and normalisation."""

    def __init__(self, width: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.attended = nn.Linear(width, width)
        self.attended_norm = nn.LayerNorm(width, eps=1e-12)
        self.widen = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        x = self.attended_norm(x + self.dropout(self.attended(self._attend(x, mask))))
        return self.norm(x + self.dropout(self.narrow(nn.functional.gelu(self.widen(x)))))

    def _attend(self, x: Tensor, mask: Tensor) -> Tensor:
        """`mask` is 0 where a piece may be looked at and very negative where it is padding."""
        query, key, value = self._split(self.query(x)), self._split(self.key(x)), self._split(self.value(x))
        scores = query @ key.transpose(-1, -2) * query.shape[-1] ** -0.5 + mask
        mixed = self.dropout(scores.softmax(-1)) @ value
        return mixed.transpose(1, 2).reshape(x.shape)

    def _split(self, x: Tensor) -> Tensor:
        return x.view(x.shape[0], x.shape[1], HEADS, -1).transpose(1, 2)


class Encoder(nn.Module):
    """Pieces and the case shape of their words -> one vector a piece."""

    def __init__(
        self, shapes: int, pieces: int = 30522, width: int = 384, layers: int = 6, dropout: float = 0.1
    ) -> None:
        super().__init__()
        self.words = nn.Embedding(pieces, width)
        self.positions = nn.Embedding(512, width)
        self.shapes = nn.Embedding(shapes, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(width, width * 4, dropout) for _ in range(layers))
        nn.init.normal_(self.shapes.weight, std=0.02)

    def forward(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        """The last layer; piece 0 is padding."""
        return list(self.layers_of(pieces, shapes))[-1]

    def layers_of(self, pieces: Tensor, shapes: Tensor) -> Iterator[Tensor]:
        """What each layer makes of the pieces."""
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(positions) + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        mask = (pieces == 0)[:, None, None, :].to(x.dtype) * -10000.0
        for layer in self.layers:
            x = layer(x, mask)
            yield x

    def load(self, file: Path) -> None:
        """Take over the published weights; the case shapes are ours and start near nothing."""
        given = load_file(file)
        state = {ours: given[theirs] for ours, theirs in _names(len(self.layers))}
        state["positions.weight"] = state["positions.weight"] + given["embeddings.token_type_embeddings.weight"][0]
        missing, unexpected = self.load_state_dict(state, strict=False)
        if missing != ["shapes.weight"] or unexpected:
            raise ValueError(f"{file}: not the encoder expected: {missing} {unexpected}")


_IN_LAYER = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attended": "attention.output.dense",
    "attended_norm": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "norm": "output.LayerNorm",
}


def _names(layers: int) -> list[tuple[str, str]]:
    names = [
        ("words.weight", "embeddings.word_embeddings.weight"),
        ("positions.weight", "embeddings.position_embeddings.weight"),
        ("norm.weight", "embeddings.LayerNorm.weight"),
        ("norm.bias", "embeddings.LayerNorm.bias"),
    ]
    for k in range(layers):
        for ours, theirs in _IN_LAYER.items():
            names += [(f"layers.{k}.{ours}.{w}", f"encoder.layer.{k}.{theirs}.{w}") for w in ("weight", "bias")]
    return names
