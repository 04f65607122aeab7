"""Acts: every event of the ontology that is no engagement, and the code of a marked pair."""

from demarche.claims.acts.extract import acts

__all__ = ["acts"]
