"""The nouns: what flows between the stages, is stored, exported and published. Imports nothing of ours."""

from demarche.model.campaign import Campaign
from demarche.model.claim import (
    Act,
    Assertion,
    Claim,
    Engagement,
    Figure,
    Participant,
    Place,
    Plover,
    Position,
    Statement,
    When,
    participants,
)
from demarche.model.difference import Difference
from demarche.model.document import Boilerplate, Document, document_id
from demarche.model.errors import (
    BadInput,
    BadKnowledge,
    BadValue,
    BrokenModel,
    DemarcheError,
    StoreError,
    UsageError,
    WorkerLost,
)
from demarche.model.family import Edge, Family
from demarche.model.followed import Followed
from demarche.model.ids import content_id, sha256, text_sha256
from demarche.model.judgement import Anchor, Judgement, standing
from demarche.model.measure import Measure
from demarche.model.parsed import Mention, Name, Parsed, Sentence, Sign, Time, Token, Toponym
from demarche.model.record import Account, Correction, Link, Record, StatusEntry
from demarche.model.reject import Reject
from demarche.model.span import Evidence, Span, Stretch, Words, words
from demarche.model.watch import Watch

__all__ = [
    "Account", "Act", "Anchor", "Assertion", "BadInput", "BadKnowledge", "BadValue", "Boilerplate", "BrokenModel",
    "Campaign", "Claim", "Correction", "DemarcheError", "Difference", "Document", "Edge", "Engagement", "Evidence",
    "Family", "Figure", "Followed", "Judgement", "Link", "Measure", "Mention", "Name", "Parsed", "Participant", "Place",
    "Plover", "Position", "Record", "Reject", "Sentence", "Sign", "Span", "Statement", "StatusEntry", "StoreError",
    "Stretch", "Time", "Token", "Toponym", "UsageError", "Watch", "When", "Words", "WorkerLost", "content_id",
    "document_id", "participants", "sha256", "standing", "text_sha256", "words",
]  # fmt: skip
