"""Store -> edition: what a digest says, before it has a form.

`selection` chooses the records, `sections` puts them into weeks and pairs, `entries` and `headlines` write them,
`footnotes` opens their words, `sayings`, `boxes` and `panel` stand beside them, `ground` is the coverage.
"""

from demarche.publish.editions.compose import compose
from demarche.publish.editions.nouns import Edition

__all__ = ["Edition", "compose"]
