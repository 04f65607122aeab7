"""The tables of the flat exports, in the order of the data's way through."""

from demarche.publish.exports.tables.accounts import ACCOUNTS, DIFFERENCES, STATUS_HISTORY
from demarche.publish.exports.tables.campaigns import CAMPAIGNS
from demarche.publish.exports.tables.events import ACTS, ENGAGEMENTS, EVIDENCE, PARTICIPANTS
from demarche.publish.exports.tables.measures import MEASURES, REJECTS
from demarche.publish.exports.tables.said import ASSERTIONS, FIGURES, POSITIONS, STATEMENTS
from demarche.publish.exports.tables.texts import DOCUMENTS, EDGES, FAMILIES

TABLES = (
    DOCUMENTS, FAMILIES, EDGES, ENGAGEMENTS, ACTS, PARTICIPANTS, EVIDENCE, STATUS_HISTORY, ACCOUNTS, DIFFERENCES,
    CAMPAIGNS, STATEMENTS, POSITIONS, FIGURES, ASSERTIONS, MEASURES, REJECTS,
)  # fmt: skip
