"""Make the shipped tables of actors from open fact tables: `python -m knowledge.build ../shared/facts`.

The sources and their licences are listed in NOTICE. Not needed at run time. What stands in `knowledge/hand` was compiled
from general knowledge, and its rows say so (`source` = hand).
"""

import sys
from pathlib import Path

from demarche.lexicon.names import key
from knowledge import bodies, people, states
from knowledge.tables import OUT, read


def main(facts: Path) -> None:
    """Write every table."""
    states.build(facts)
    bodies.build(facts)
    kinds = ("name", "abbrev")
    people.COUNTRY_IN_TITLE.update(
        {key(r["surface"]): r["entity"].removeprefix("iso:") for r in read(OUT / "aliases.csv") if r["kind"] in kinds}
    )
    people.SOVEREIGN.update(r["alpha2"] for r in read(OUT / "states.csv") if r["un_member"] == "1")
    people.build(facts)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
