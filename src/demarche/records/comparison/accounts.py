"""A record -> what each side's own texts say of it: a government's, an organisation's, and the press's together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

import msgspec

from demarche.lexicon.knowing import Knowledge
from demarche.lexicon.names import key
from demarche.model import Assertion, Claim, Document, Engagement, Figure, Position, Record
from demarche.records.comparison.passages import Sentence, passages
from demarche.records.comparison.words import account_words
from demarche.records.people import speaks_for

PRESS = "press"
READ_BY_THEME = "en"
"""The language whose themes are known; of a text in another one only the circumstances are compared."""


class Material(msgspec.Struct, frozen=True):
    """What comparing needs: the texts and their claims, which are excerpts, which nobody read; who knows the names."""

    documents: Mapping[str, Document]
    claims: Mapping[str, Sequence[Claim]]
    knowledge: Knowledge
    homes: Mapping[str, str] = {}
    """The record of each claim."""
    excerpts: frozenset[str] = frozenset()
    unread: tuple[Document, ...] = ()

    def is_told_by_several(self, record: Record) -> bool:
        """Has it an official account, and another one beside it, be it one that nobody read?"""
        sides = {a.side or PRESS for a in record.accounts}
        return record.type == "engagement" and bool(sides - {PRESS}) and (len(sides) > 1 or bool(self.closed(record)))

    def closed(self, record: Record) -> tuple[Document, ...]:
        """The official texts of its sides that were received in those days, but that nobody read."""
        sides = {p.country or p.organisation for p in record.participants} - {a.side for a in record.accounts}
        day = (record.date.start if record.date else None) or record.first_seen
        return tuple(d for d in self.unread if speaks_for(d.official_of) in sides and _near(d.published, day))


def _near(one: str | None, other: str | None) -> bool:
    return bool(one and other) and abs(date.fromisoformat(one or "") - date.fromisoformat(other or "")).days <= 1


class Account:
    """One side's: its claims of the record, the sentences about it, and whether what they leave out can be told."""

    def __init__(self, side: str, record: Record, documents: Iterable[Document], material: Material) -> None:
        self.side = side
        self.record = record
        self.documents = sorted(documents, key=lambda d: (d.published or "", d.id))
        self.own = frozenset(record.claims)
        self._material = material

    @property
    def official(self) -> bool:
        """Is it a government's or an organisation's own?"""
        return self.side != PRESS

    @cached_property
    def claims(self) -> list[Engagement]:
        """Its claims of the record."""
        every = (c for d in self.documents for c in self._material.claims.get(d.id, ()))
        return [c for c in every if isinstance(c, Engagement) and c.id in self.own]

    @cached_property
    def whole(self) -> list[Document]:
        """Its texts that are whole, in their own words, and read by theme."""
        return [d for d in self.documents if self.lack(d) is None]

    def lack(self, document: Document) -> str | None:
        """Why what a text leaves out says nothing; null where it does."""
        words = account_words()
        said = (document.title or "", document.text.strip())
        if document.id in self._material.excerpts or any(map(words.excerpt.stand_in, said)):
            return "an excerpt"
        if any(map(words.translated.stand_in, said)):
            return "a translation"
        if (document.language or READ_BY_THEME)[:2] != READ_BY_THEME:
            return "in a language whose themes are not read"
        return None

    @cached_property
    def silences(self) -> list[Assertion]:
        """What its texts say that other texts leave out."""
        every = (c for d in self.documents for c in self._material.claims.get(d.id, ()))
        return [c for c in every if isinstance(c, Assertion) and c.about == "omission"]

    @cached_property
    def positions(self) -> list[Position]:
        """The stances that its texts tell of."""
        every = (c for d in self.documents for c in self._material.claims.get(d.id, ()))
        return [c for c in every if isinstance(c, Position)]

    @cached_property
    def figures(self) -> list[Figure]:
        """The numbers that its texts give."""
        every = (c for d in self.documents for c in self._material.claims.get(d.id, ()))
        return [c for c in every if isinstance(c, Figure)]

    def says(self, words: str) -> bool:
        """Do its texts hold these words anywhere, a title among it?"""
        return f" {key(words)} " in self._all_words

    @cached_property
    def _all_words(self) -> str:
        return " ".join(("", *(key(f"{d.title or ''} {d.text}") for d in self.documents), ""))

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences about the record, in all its texts."""
        linked = {link.record for link in (*self.record.part_of, *self.record.parts)}
        found = []
        for d in self.documents:
            claims = self._material.claims.get(d.id, ())
            near = self.own | {c.id for c in claims if self._material.homes.get(c.id) in linked}
            found += passages(d, claims, self.own, near)
        return found


def accounts(record: Record, material: Material) -> list[Account]:
    """The sides' accounts: the officials by name, the press last."""
    told: dict[str, set[str]] = defaultdict(set)
    home = {e.claim: e.document for e in record.evidence if e.field == "status"}
    for account in record.accounts:
        side = account.side if account.side and account.source_class == "official" else PRESS
        told[side].update(home[c] for c in account.claims if home.get(c) in material.documents)
    ordered = sorted(told, key=lambda side: (side == PRESS, side))
    return [Account(side, record, (material.documents[d] for d in told[side]), material) for side in ordered]
