"""A document -> what it says, read: its words, who is meant by them, and when."""

import msgspec

from demarche.language import mentions, places, times
from demarche.language.coreference import resolve
from demarche.language.mentions.setting import setting
from demarche.language.parse import language_of, parse_as
from demarche.lexicon import Knowledge
from demarche.model import Document, Mention, Parsed, Time

Found = tuple[tuple[Mention, ...], tuple[Time, ...]]


class Reader:
    """Reads documents one by one; make one a worker."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def read(self, document: Document) -> Parsed:
        """The document read. An official text's title is read before it: what it names, the text may leave out."""
        code = language_of(document)
        title = self._title(document)
        before = self._told(title, code) if title is not None else None
        read = self._told(document, code, before.mentions if before else ())
        return msgspec.structs.replace(read, title=before)

    def _title(self, document: Document) -> Document | None:
        official = document.source_class == "official" or setting(document, self._knowledge).home is not None
        if not official or not document.title:
            return None
        return msgspec.structs.replace(document, text=document.title, boilerplate=())

    def _told(self, document: Document, code: str, before: tuple[Mention, ...] = ()) -> Parsed:
        parsed = parse_as(document, code)
        if not parsed.read:
            return parsed
        named, when = self._found(document, parsed, code, before)
        where = places.find(document, parsed.sentences) if code == "en" else ()
        return msgspec.structs.replace(parsed, mentions=named, times=when, places=where)

    def _found(self, document: Document, parsed: Parsed, code: str, before: tuple[Mention, ...]) -> Found:
        """Who is mentioned and when, by the finders of the language."""
        if code == "ru":
            from demarche.language import russian  # natasha takes seconds and a hundred megabytes

            named = russian.mentions(document, parsed.sentences, self._knowledge, before)
            return named, russian.times(document, parsed.sentences)
        named = mentions.find(document, parsed.sentences, self._knowledge, before)
        return resolve(document, parsed.sentences, named, self._knowledge), times.find(document, parsed.sentences)
