"""Names of places, each put in a country, with coordinates where the gazetteer has them."""

from demarche.language.places.find import find

__all__ = ["find"]
