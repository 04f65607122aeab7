"""Data files as typed look-ups: actors and offices, event types, speech verbs, topics, places."""

from demarche.lexicon.knowing import Knowledge, knowledge

__all__ = ["Knowledge", "knowledge"]
