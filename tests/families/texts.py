"""Texts on plainly generic events, for the tests of families; nobody in them is a real person."""

from demarche.model import Document, document_id, sha256, text_sha256

WIRE = """\
The foreign ministers of the two neighbours met in Geneva on Tuesday for three hours of talks on the border dispute.

It was their first meeting since 14 February, when both countries recalled their ambassadors.

“We agreed to reopen four crossings for grain and medicine before the end of the month,” the host told reporters.

About 26,000 people have been displaced from the valley since the fighting began, the regional commission says.

A joint technical committee is expected to present its maps on 9 September in Vienna.

The opposition in both capitals criticised the talks as premature and demanded a vote in parliament.

Diplomats from the mediating country said that the ministers had exchanged lists of 312 detained soldiers."""

REWRITE = """\
Foreign ministers of both neighbours held three hours of talks in Geneva on Tuesday about the border dispute.

The meeting was the first since both countries called home their ambassadors on 14 February.

The host told journalists “we agreed to reopen four crossings for medicine and grain before the month ends.”

Some 26,000 people were displaced from the valley after fighting began, says the commission for the region.

Maps will be presented in Vienna on 9 September by a joint technical committee.

In both capitals the opposition called the talks premature and demanded that parliament vote.

Lists of 312 detained soldiers were exchanged by the ministers, diplomats from the mediating country said."""

SAME_EVENT = """\
Talks between the two neighbours ended in Geneva without a final deal, but hopes for a truce are growing.

Residents of the valley told our correspondent that shelling had stopped on Monday night.

An analyst at the university said that both governments need an agreement before the winter.

Grain traders reacted with relief; prices at the regional exchange fell by four per cent.

The mediators, who had prepared the meeting for weeks, plan another round in the autumn."""

READOUT = """\
The President spoke today with the Prime Minister of the neighbouring country.
The President reaffirmed the strong partnership of the two countries and their commitment to regional stability.
The leaders discussed {topics}.
They agreed to remain in close touch."""

FIRST_CALL = READOUT.format(topics="energy supplies ahead of the winter and the reconstruction of the southern railway")
NEXT_CALL = READOUT.format(topics="the upcoming summit on fisheries, visas for students and the vaccination campaign")


def document(name: str, text: str, **known: object) -> Document:
    """A document known under a name."""
    if known.get("published"):
        known = {"published_basis": "given", **known}
    return Document(
        id=document_id(name, text), source=name, text=text, text_sha256=text_sha256(text),
        raw_sha256=sha256(text.encode()), language="en", **known,  # type: ignore[arg-type]
    )  # fmt: skip
