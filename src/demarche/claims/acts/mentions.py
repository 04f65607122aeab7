"""The words of the text in which an act's sides are named: whole noun phrases, without what only tells more of them."""

from collections.abc import Iterable

from demarche.claims.scene import Scene
from demarche.lexicon.acts import classed

LEFT_OUT = ("acl:relcl", "parataxis", "case", "mark", "punct", "cc", "advcl")


def wording(scene: Scene, heads: Iterable[int]) -> list[str]:
    """The noun phrases of some head words, those joined to them each on its own."""
    every = list(dict.fromkeys(_named(scene, j) for head in heads for j in scene.conjuncts(head)))
    outer = [
        j for j in every if not any(j != k and j in scene.subtree(k) and j not in scene.conjuncts(k) for k in every)
    ]
    return list(dict.fromkeys(_phrase(scene, j) for j in outer if scene.tokens[j].upos not in ("VERB", "AUX")))


def told_on(scene: Scene, heads: Iterable[int], of_force: bool) -> list[str]:
    """The phrases of those to whom something is done. Force is used on things too; in words it is aimed at somebody,
    named in the phrase of what is spoken of ("rejected *Croatia's* request").
    """
    if of_force:
        return wording(scene, heads)
    somebody = [j for head in heads for j in scene.conjuncts(head) if _is_somebody(scene, j)]
    return wording(scene, somebody or [j for head in heads for j in _inside(scene, head)])


def _is_somebody(scene: Scene, j: int) -> bool:
    return scene.mention(j) is not None or scene.lemma(j) in classed(("@people",)) or scene.tokens[j].upos == "PROPN"


def _inside(scene: Scene, head: int) -> list[int]:
    """The first actor that a phrase names."""
    named = [j for j in scene.subtree(head) if scene.mention(j) and scene.tokens[j].deprel not in ("det", "case")]
    tops = [j for j in named if scene.mention(scene.tokens[j].head) is not scene.mention(j)]
    return tops[:1]


def _named(scene: Scene, i: int) -> int:
    """The word that a pronoun of the same sentence goes back to."""
    mention = scene.mention(i)
    if scene.tokens[i].upos != "PRON" or mention is None or not mention.antecedents:
        return i
    first = mention.antecedents[0]
    inside = [j for j, t in enumerate(scene.tokens) if first.start <= t.start and t.end <= first.end]
    heads = [j for j in inside if scene.tokens[j].head not in inside]
    return heads[0] if heads else i


def _phrase(scene: Scene, head: int) -> str:
    tokens = [head]
    for c in scene.children(head):
        if _is_time(scene, c):
            continue
        if scene.tokens[c].deprel not in (*LEFT_OUT, "conj", "cop", "nsubj", "nsubj:pass", "aux") or _joins(scene, c):
            tokens.extend(scene.subtree(c))
    start = min(scene.tokens[t].start for t in tokens)
    end = max(scene.tokens[t].end for t in tokens)
    return " ".join(scene.document.text[start:end].split())


def _is_time(scene: Scene, c: int) -> bool:
    return scene.tokens[c].upos == "ADV" or any(t.start <= scene.tokens[c].start < t.end for t in scene.times)


def _joins(scene: Scene, c: int) -> bool:
    """A hyphen or a name's comma stands inside the phrase."""
    return scene.lower(c) in ("-", "–")
