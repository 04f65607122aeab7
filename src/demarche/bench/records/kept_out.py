"""What must give no claim: the site's boilerplate, and passages that are not of the story."""

from demarche.bench.align import squash, touches
from demarche.bench.figures import Pair, ratio
from demarche.bench.records.matching import Row
from demarche.bench.records.texts import Texts


def boilerplate(
    texts: Texts, golds: list[Row], claims: list[Row], documents: list[Row], titles: dict[str, str]
) -> float:
    """The share of its characters that are in no claim, and either marked or not in the text at all."""
    places: dict[tuple[str, str], list[Pair]] = {}
    for gold in golds:
        if not gold["debatable"]:
            held = places.setdefault((gold["doc"], squash(gold["evidence"])[0]), [])
            held += [(start, end) for start, end in gold["spans"]]
    marked, claimed = _marked(texts, documents), _claimed(texts, claims)
    good = total = 0.0
    for (doc, string), stretches in places.items():
        stretches.sort()
        text = texts.aligned.get(doc)
        total += sum(end - start for start, end in stretches)
        if text is None:
            continue
        stand = text.standing(string, [start for start, _ in stretches], is_title=string == titles.get(doc))
        for (start, end), found in zip(stretches, stand, strict=True):
            inside = [i for i in range(*found) if not text.text[i].isspace()] if found else []
            out = sum(i in marked[doc] and i not in claimed.get(doc, ()) for i in inside)
            good += (end - start) * (out / len(inside) if inside else 1)
    return ratio(good, total)


def _marked(texts: Texts, documents: list[Row]) -> dict[str, set[int]]:
    here = [d for d in documents if d["id"] in texts.of]
    return {texts.of[d["id"]]: _characters(d.get("boilerplate") or []) for d in here}


def _claimed(texts: Texts, claims: list[Row]) -> dict[str | None, set[int]]:
    held: dict[str | None, set[int]] = {}
    for claim in claims:
        held.setdefault(texts.doc(claim), set()).update(range(claim["start"], claim["end"]))
    return held


def _characters(stretches: list[Row]) -> set[int]:
    return {i for stretch in stretches for i in range(stretch["start"], stretch["end"])}


def forbidden(texts: Texts, golds: list[Row], claims: list[Row]) -> list[Row]:
    """The claims whose own words touch a passage that must give none; a press call forbids engagements only."""
    return [
        {"claim": claim["id"], "type": claim["type"], "quote": claim.get("quote"), "passage": gold["id"]}
        for gold in golds
        for claim in claims
        if texts.doc(claim) == gold["doc"]
        and touches(texts.evidence(gold), (claim["start"], claim["end"]))
        and (claim["type"] == "engagement" or "call" not in gold["why"])
    ]
