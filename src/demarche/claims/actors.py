"""The actors that a noun phrase names, however the phrase is built."""

from demarche.claims.scene import Scene
from demarche.lexicon.events import discourse, event_lexicon
from demarche.model import Mention

PEOPLE = frozenset({"person", "office", "state", "organisation", "group"})
PRIVATE = frozenset({"REF", "CVL", "CRM", "MED", "JRN", "EDU", "BUS", "LAB", "AGR", "HLH", "CHR"})
"""PLOVER sectors of people who stand for no government: refugees, civilians, journalists, businesses."""
DELEGATES = event_lexicon().delegates

OTHERS = discourse().opposite
""" "*Her* host" is not of her side."""


def actors(scene: Scene, i: int, private: bool = False) -> list[tuple[int, Mention]]:
    """The actors that a noun phrase names: its head, those joined to it, and "ministers *of X and Y*".

    `private`: people who stand for no government too.
    """
    out: list[tuple[int, Mention]] = []
    for j in scene.listed(_counted(scene, i)):
        mention = scene.mention(j)
        if mention and mention.antecedents and mention.plural:
            out.extend((j, m) for m in scene.meant(mention))
        elif mention and mention.sector in PRIVATE and not private:
            continue
        elif mention and mention.kind in PEOPLE and (mention.country or mention.organisation or not _belongs(scene, j)):
            out.append((j, mention))
            out.extend(_belongs(scene, j) if _is_plural(scene, j, mention) else ())
        elif scene.lemma(j) in DELEGATES:
            out.extend(_belongs(scene, j))
            out.extend(_examples(scene, j))
        else:
            out.extend((c, m) for c in scene.children(j, "appos") if (m := scene.mention(c)) and m.kind in PEOPLE)
    return list({(m.start, m.end): (j, m) for j, m in reversed(out)}.values())[::-1]


def _counted(scene: Scene, i: int) -> int:
    """ "*Both of* his counterparts", "*two of* the envoys": those who are counted, not the word that counts them."""
    if scene.tokens[i].upos not in ("DET", "NUM", "PRON") or scene.mention(i) is not None:
        return i
    return next((c for c in scene.children(i, "nmod") if scene.case(c) == "of"), i)


def _examples(scene: Scene, i: int) -> list[tuple[int, Mention]]:
    """Those named out of a group: "world leaders, *including* the Turkish president"."""
    named = [c for c in scene.children(i, "nmod", "obl") if scene.case(c) in ("including", "such as", "like")]
    return [(j, m) for c in named for j in scene.listed(c) if (m := scene.mention(j)) and m.kind in PEOPLE]


def _is_plural(scene: Scene, i: int, mention: Mention) -> bool:
    """ "The ministers of X and Y": the mention of the first may stand for one state only, the noun stands for all."""
    return mention.plural or scene.feature(i, "Number") == "Plur"


def _belongs(scene: Scene, i: int) -> list[tuple[int, Mention]]:
    """The states and bodies behind a common noun: "the leaders of France and Italy", "officials from Qatar"."""
    out = []
    for c in scene.children(i, "nmod", "nmod:poss", "amod", "compound"):
        if scene.tokens[c].deprel == "nmod" and scene.case(c) not in ("of", "from") and (c > i or scene.case(c)):
            continue
        if scene.tokens[c].upos == "PRON" and scene.lemma(i) in OTHERS:
            continue
        for j in scene.listed(c):
            mention = scene.mention(j)
            if mention and (mention.country or mention.organisation):
                out.append((j, mention))
    return out
