"""Records -> measures: who still meets whom, at which level, counted by engagement and never by report."""

from demarche.network.campaigns import campaigns
from demarche.network.contacts import Contact, contacts
from demarche.network.measures import measures, measures_under

__all__ = ["Contact", "campaigns", "contacts", "measures", "measures_under"]
