"""The act lexicon and its codes: every kind has its examples, every row of the crosswalk says what it must."""

import pytest

from demarche.lexicon.acts import MODES, ActType, act_lexicon
from demarche.lexicon.plover import act_codes
from demarche.lexicon.scale import scale
from demarche.lexicon.tables import data, load_toml
from demarche.model import BadKnowledge
from demarche.model.values import Status

SILENT = {"consult", "comment"}
"""Kinds that yield no claim: engagements and statements have extractors of their own."""


@pytest.mark.parametrize("kind", act_lexicon().types, ids=lambda k: k.id)
def test_every_kind_has_examples(kind: ActType) -> None:
    if kind.id not in SILENT:
        assert len(kind.positive) >= 12
        assert len(kind.negative) >= 6


def test_all_types_of_the_ontology_are_there() -> None:
    types = {kind.type for kind in act_lexicon().types} - {None}
    assert types == {
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
        "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    }  # fmt: skip


CROSSWALK: list[tuple[str, Status, str | None, str | None, str | None]] = [
    ("030", "planned", "AGREE", None, "030"),
    ("040", "planned", "AGREE", None, "036"),
    ("042", "proposed", "REQUEST", "meet", "026"),
    ("043", "refused", "REJECT", "meet", "125"),
    ("041", "cancelled", "REJECT", "meet", "125"),
    ("046", "threatened", "THREATEN", "relations", "134"),
    ("051", "planned", "AGREE", None, "032"),
    ("057", "planned", "AGREE", None, "030"),
    ("052", "proposed", "REQUEST", "assist", "022"),
    ("054", "refused", "REJECT", "assist", "120"),
    ("061", "planned", "AGREE", None, "0311"),
    ("062", "proposed", "REQUEST", "assist", "0212"),
    ("063", "refused", "REJECT", "assist", "1213"),
    ("064", "planned", "AGREE", None, "0314"),
    ("061", "cancelled", "SANCTION", "discontinue", "160"),
    ("070", "planned", "AGREE", None, "033"),
    ("071", "proposed", "REQUEST", "assist", "0231"),
    ("072", "refused", "REJECT", "assist", "1222"),
    ("073", "cancelled", "SANCTION", "discontinue", "162"),
    ("074", "planned", "AGREE", None, "0334"),
    ("071", "threatened", "THREATEN", "restrict", "1311"),
    ("0841", "planned", "AGREE", None, "0354"),
    ("0842", "proposed", "REQUEST", "yield", "0254"),
    ("085", "refused", "REJECT", "yield", "1245"),
    ("0874", "planned", "AGREE", None, "0357"),
    ("090", "planned", "ACCUSE", "investigate", "090"),
    ("111", "planned", "ACCUSE", "investigate", "111"),
    ("141", "planned", "THREATEN", None, "133"),
    ("154", "planned", "THREATEN", "violence", "138"),
    ("161", "threatened", "THREATEN", "relations", "1313"),
    ("162", "threatened", "THREATEN", "restrict", "1311"),
    ("163", "threatened", "THREATEN", "restrict", "1312"),
    ("166", "threatened", "THREATEN", "expel", "136"),
    ("163", "proposed", "REQUEST", "change", "020"),
    ("172", "planned", "THREATEN", "restrict", "132"),
    ("173", "threatened", "THREATEN", "arrest", "137"),
    ("190", "threatened", "THREATEN", "violence", "138"),
    ("192", "threatened", "THREATEN", "territory", "1382"),
    ("204", "threatened", "THREATEN", "violence", "1384"),
    ("190", "cancelled", "CONCEDE", None, "080"),
    ("190", "denied", None, None, None),
    ("070", "hypothetical", None, None, None),
]


@pytest.mark.parametrize(("cameo", "status", "type_", "mode", "code"), CROSSWALK)
def test_codes_by_status(cameo: str, status: Status, type_: str | None, mode: str | None, code: str | None) -> None:
    own = ("ACCUSE", "investigate") if cameo < "12" and cameo > "09" else ("AID", None)
    plover, found = act_codes(own[0], own[1], ("health",), cameo, status)
    assert (plover.type if plover else None, plover.mode if plover else None, found) == (type_, mode, code)
    assert plover is None or plover.context == ("health",)


@pytest.mark.parametrize("status", ["happened", "ongoing"])
def test_what_happened_keeps_its_own_codes(status: Status) -> None:
    plover, code = act_codes("COERCE", "arrest", (), "173", status)
    assert plover is not None
    assert (plover.type, plover.mode, code) == ("COERCE", "arrest", "173")


def test_what_the_ontologies_leave_out_has_no_code() -> None:
    assert act_codes(None, None, (), None, "happened") == (None, None)


@pytest.mark.parametrize("kind", [k for k in act_lexicon().types if k.type], ids=lambda k: k.id)
def test_every_status_of_every_kind_is_coded_or_has_no_code(kind: ActType) -> None:
    for frame in (*kind.verbs, *kind.nouns):
        for status in ("planned", "proposed", "refused", "threatened", "cancelled"):
            plover, _ = act_codes(kind.type, frame.mode or kind.mode, (), frame.cameo or kind.cameo, status)  # type: ignore[arg-type]
            assert plover is None or scale(plover.type) is not None
            assert plover is None or plover.mode is None or plover.mode in MODES.get(plover.type, frozenset())  # type: ignore[call-overload]


def test_an_unknown_class_is_refused(tmp_path: object) -> None:
    from demarche.lexicon.acts import classed

    with pytest.raises(BadKnowledge, match="no such class"):
        classed(("@no_such_class",))


def test_the_example_file_loads() -> None:
    assert load_toml(data("acts", "retreat_release.toml"), ActType).mode == "release"
