"""The page on sources names what there is."""

from pathlib import Path

from demarche.sources import BUILT_IN
from demarche.sources.boilerplate.rules import kinds

PAGE = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")


def test_every_format_and_every_kind_of_boilerplate_is_on_the_page() -> None:
    assert [name for name in BUILT_IN if f"| `{name}` |" not in PAGE] == []
    assert [k.kind for k in kinds() if f"| `{k.kind}` | {k.says} |" not in PAGE] == []
