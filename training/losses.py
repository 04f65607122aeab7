"""The joint loss: each head's cross-entropy, averaged over the words that carry its gold."""

from torch import Tensor
from torch.nn.functional import cross_entropy

from batches import IGNORED, Batch
from network import Network, Scores

WEIGHTS = {"upos": 0.5, "feats": 0.5, "arcs": 1.0, "labels": 1.0, "names": 1.0}


def losses(network: Network, batch: Batch, outside: int, misc: list[int]) -> dict[str, Tensor]:
    """One loss a head; a head without gold in the batch has none."""
    scores = network(batch.pieces, batch.shapes, batch.first)
    parts = {
        "upos": _mean(scores.upos, batch.upos),
        "feats": _mean(scores.feats, batch.feats),
        "names": _names(scores, batch, outside, misc),
    }
    if (batch.heads != IGNORED).any():
        parts["arcs"] = _mean(scores.arcs, batch.heads)
        parts["labels"] = _mean(network.labels_at(scores, batch.heads.clamp(min=0)), batch.deprels)
    return {k: v for k, v in parts.items() if v is not None}


def _mean(scores: Tensor, gold: Tensor) -> Tensor | None:
    if not (gold != IGNORED).any():
        return None
    return cross_entropy(scores.float().flatten(0, 1), gold.flatten(), ignore_index=IGNORED)


def _names(scores: Scores, batch: Batch, outside: int, misc: list[int]) -> Tensor | None:
    """Where a corpus leaves other names unmarked, its O means "O or MISC": their probabilities are added."""
    if not (batch.names != IGNORED).any():
        return None
    logits = scores.names.float()
    chances = logits.log_softmax(-1)
    gold = batch.names.clamp(min=0)
    picked = chances.gather(-1, gold[..., None]).squeeze(-1)
    either = chances[..., [outside, *misc]].logsumexp(-1)
    open_ = (~batch.misc_known)[:, None] & (batch.names == outside)
    known = batch.names != IGNORED
    return -(either.where(open_, picked) * known).sum() / known.sum()
