"""Who does it and to whom where the clause leaves it out: by possession, by place, by what was told just before."""

import pytest

from tests.claims.acts.judging import acts

ROWS = [
    # whose somebody is
    ("Chad was blamed on Monday after its soldiers shelled a village in Sudan.", "assault_heavy", "TCD", "SDN"),
    ("Prime Minister Narendra Modi, whose government expelled two Canadian diplomats.", "sanction_expel", "IND", "CAN"),
    ("Japan will release the captain of a Chinese trawler.", "retreat_release", "JPN", "CHN"),
    # two, named before
    ("Peru and Chile met on Monday. Brazil urged both sides to avoid an escalation.", "appeal", "BRA", "CHL PER"),
    ("Kenya and Somalia met on Monday. The two countries agreed to reopen the border.", "agree", "KEN SOM", ""),
    ("Kenya and Somalia made peace. Each side accused the other of violations.", "accuse_allege", "KEN SOM", ""),
    (
        "Kenya's president met Chad's. Peru's envoy sat in. The leaders signed a pact.",
        "support_sign",
        "KEN TCD",
        "",
    ),
    ("Lula spoke with Biden by telephone. Lula asked for the lifting of the duties.", "appeal", "BRA", "USA"),
    # at home
    ("Police used tear gas against demonstrators in Lima, Peru.", "assault_crowd", "PER", "PER"),
    # the other side of what was told
    ("Algeria cut ties with Morocco. Rabat rejected the decision.", "reject", "MAR", "DZA"),
    ("U.S. officials said that Moscow had refused to include a third prisoner.", "reject", "RUS", "USA"),
    ("Benjamin Netanyahu rang Recep Tayyip Erdogan and expressed regret.", "concede", "ISR", "TUR"),
    ("Rwanda and Burundi signed a pact. Rwanda will withdraw its soldiers.", "retreat_withdraw", "RWA", "BDI"),
    ("Colombia refused the flights. Washington threatened the country with tariffs.", "threaten", "USA", "COL"),
    ("The Dutch foreign minister welcomed the accord between Greece and Turkey.", "support_endorse", "NLD", "GRC TUR"),
    ("Ethiopia signed a memorandum with Kenya that Somalia rejected.", "reject", "SOM", "ETH KEN"),
    # as another did
    ("Mexico suspended relations with Ecuador. Nicaragua did the same.", "sanction_relations", "NIC", "ECU"),
    ("Sudan recognised Kosovo on Friday, followed by Egypt and Chad.", "support_recognise", "EGY TCD", "XKX"),
]


@pytest.mark.parametrize(("text", "event", "actors", "targets"), ROWS)
def test_sides(text: str, event: str, actors: str, targets: str) -> None:
    told = {
        (" ".join(sorted({p.country for p in a.actors if p.country})),
         " ".join(sorted({p.country for p in a.targets if p.country})))
        for a in acts(text) if a.event == event
    }  # fmt: skip
    assert (actors, targets) in told


NONE = [
    ("Qatar asked how talks could succeed.", "appeal"),
    ("Biden called on the king of Jordan in Amman.", "appeal"),
    ("The Taliban fired into the air in Kabul.", "assault_firearms"),
    ("Zelensky turned a blind eye to Russia's war.", "assault"),
    ("Egypt called on Mali to release the sailors.", "retreat_release"),
    ("Chile earmarked two million dollars for Chile's farmers.", "aid_economic"),
]


@pytest.mark.parametrize(("text", "event"), NONE)
def test_told_by_nobody(text: str, event: str) -> None:
    assert not [a for a in acts(text) if a.event == event]
