"""Make the shipped tables of actors from open fact tables: `python -m knowledge.build ../shared/facts`.

The sources and their licences are listed in NOTICE. Not needed at run time. What stands in `knowledge/hand` was
compiled from general knowledge, and its rows say so (`source` = hand).
"""

import sys
from pathlib import Path

from knowledge import bodies, people, places, states


def main(facts: Path) -> None:
    """Write every table."""
    states.build(facts)
    places.build(facts)
    bodies.build(facts)
    people.build(facts, states.names())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
