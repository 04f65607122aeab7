"""A document -> what it says, read: its words, who is meant by them, and when."""

from importlib import import_module
from importlib.util import find_spec

import msgspec

from demarche.language.mentions import find
from demarche.language.mentions.setting import setting
from demarche.language.parse import parse
from demarche.lexicon import Knowledge
from demarche.model import Document, Mention, Parsed, Time


class Reader:
    """Reads documents one by one; make one a worker."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def read(self, document: Document) -> Parsed:
        """The document read. An official text's title is read before it: what it names, the text may leave out."""
        title = self._title(document)
        parts = list(parse([document] if title is None else [title, document]))
        before = self._told(title, parts[0]) if title is not None else None
        read = self._told(document, parts[-1], before.mentions if before else ())
        return msgspec.structs.replace(read, title=before)

    def _title(self, document: Document) -> Document | None:
        official = document.source_class == "official" or setting(document, self._knowledge).home is not None
        if not official or not document.title:
            return None
        return msgspec.structs.replace(document, text=document.title, boilerplate=())

    def _told(self, document: Document, parsed: Parsed, before: tuple[Mention, ...] = ()) -> Parsed:
        if not parsed.read:
            return parsed
        mentions = find(document, parsed.sentences, self._knowledge, before)
        return msgspec.structs.replace(parsed, mentions=mentions, times=times(document, parsed))


def times(document: Document, parsed: Parsed) -> tuple[Time, ...]:
    """The expressions of time of a document."""
    if find_spec("demarche.language.times") is None:
        return ()
    found = import_module("demarche.language.times").find(document, parsed.sentences)
    return tuple(found)
