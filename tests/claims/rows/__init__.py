"""Sentences of our own with what they hold, one file a kind of claim."""
