"""Triples of CAMEO codes, after PETRARCH's conventions: states, bodies, roles, both directions of what two do."""

from pathlib import Path

import pytest

from demarche.claims.acts.triples import main_event
from demarche.claims.scene import scenes
from demarche.claims.triples import sentence_triples as triples
from demarche.lexicon.acts import act_lexicon
from tests.claims.reading import document, reader

ROWS = [
    ("A Tunisian court has jailed a Nigerian student for two years.", "TUNJUD NGAEDU 173"),
    ("Ukraine ratified a sweeping agreement with the European Union on Tuesday.", "UKR IGOEUREEC 057"),
    ("The prime minister of Nepal held talks with Palestinian officials.", "NPLGOV PSEGOV 040, PSEGOV NPLGOV 040"),
    ("The Guyanese judge sentenced a Venezuelan soldier to prison.", "GUYJUD VENMIL 173"),
    ("Israeli troops killed three Palestinian militants on Friday.", "ISRMIL PSEREB 1823"),
    ("The United Nations condemned North Korea's missile test.", "IGOUNO PRK 111"),
    ("Iran accused the United States of spying.", "IRN USA 1125"),
    ("Syrian rebels attacked Turkish soldiers near Idlib.", "SYRREB TURMIL 190"),
    ("China and India agreed to resume talks.", "CHN IND 036, IND CHN 036"),
    ("French police arrested two Algerian journalists.", "FRACOP DZAMED 173"),
    ("NATO launched air strikes on Libya.", "IGOWSTNAT LBY 195"),
    ("Britain imposed sanctions on Russia.", "GBR RUS 163"),
    ("Japan said it would send aid to Nepal.", "JPN NPL 033"),
    ("Saudi Arabia refused to release the Iranian pilgrims.", "SAU IRNCVL 1244"),
    ("The Turkish parliament approved a treaty with Armenia.", "TURLEG ARM 057"),
    ("The European Union urged Serbia to recognise Kosovo.", "IGOEUREEC SRB 022"),
    ("South Korea has rejected a North Korean proposal for talks.", "KOR PRK 125"),
    ("The World Bank lent 200 million dollars to Ghana.", "IGOUNODEVWBK GHA 071"),
    ("Bolivia expelled the US ambassador.", "BOL USAGOV 166"),
    ("The Russian opposition criticised the Kremlin.", "RUSOPP RUSGOV 111"),
    ("The president of Mexico thanked Cuba for its help.", "MEXGOV CUB 051"),
    ("The foreign minister of Kenya visited Uganda.", "KENGOV UGA 042, UGA KENGOV 043"),
    ("Iran threatened to attack Israel.", "IRN ISR 138"),
    ("The US leader met Palestinian officials.", "USA PSEGOV 040, PSEGOV USA 040"),
    ("Egypt did not attack Sudan.", ""),
    ("The price of bread rose in Egypt and Sudan.", ""),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_triples(text: str, wanted: str) -> None:
    doc = document(text)
    (scene,) = scenes(doc, reader().read(doc))
    found = {f"{t.source} {t.target} {t.code}" for t in triples(scene, act_lexicon())}
    assert found == {row for row in wanted.split(", ") if row}


FLOOR = 0.85


def _codebook() -> list[tuple[str, list[tuple[str, ...]]]]:
    lines = (Path(__file__).parents[1] / "rows" / "triples.tsv").read_text(encoding="utf-8").splitlines()[1:]
    told = (line.split("\t") for line in lines)
    return [(text, [tuple(event.split()) for event in events.split(", ") if event]) for text, events in told]


def test_the_numbers_of_the_codebook() -> None:
    """F1 over triples of a hundred and fifty sentences that go through the codebook; a few are known to be misread."""
    right = told = wanted = 0
    for text, events in _codebook():
        doc = document(text)
        found = {
            (t.source, t.target, t.code) for s in scenes(doc, reader().read(doc)) for t in triples(s, act_lexicon())
        }
        good = {(a, b, number) for a, b, numbers in events for number in numbers.split("/")}
        right, told, wanted = right + len(found & good), told + len(found), wanted + len(events)
    assert 2 * right / (told + wanted) >= FLOOR


MAIN = [
    ("Poland condemned the attack that killed two soldiers.", "111"),
    ("After talks with Chad, Niger freed three soldiers.", "0841"),
    ("Sudan hopes that the fighting ends.", "013"),
]


@pytest.mark.parametrize(("text", "code"), MAIN)
def test_the_main_event(text: str, code: str) -> None:
    doc = document(text)
    (scene,) = scenes(doc, reader().read(doc))
    found = main_event(scene, act_lexicon())
    assert found is not None
    assert found.code == code
