"""The one database schema: a noun is kept as canonical JSON (`body`) beside the columns that queries need.

What stands here is the newest schema; `migrations/` leads an older store to it, and a test holds the two together.
"""

import sqlalchemy as sa

metadata = sa.MetaData()

_CASCADE = "CASCADE"


def _id() -> "sa.Column[str]":
    return sa.Column("id", sa.Text, primary_key=True)


def _body() -> "sa.Column[str]":
    return sa.Column("body", sa.Text, nullable=False)


def _part_of(name: str, whole: str, *, key: bool = False) -> "sa.Column[str]":
    """A reference that goes when the row it points to goes."""
    return sa.Column(
        name, sa.Text, sa.ForeignKey(whole, ondelete=_CASCADE), primary_key=key, nullable=False, index=not key
    )


meta = sa.Table(
    "meta", metadata, sa.Column("key", sa.Text, primary_key=True), sa.Column("value", sa.Text, nullable=False)
)

runs = sa.Table(
    "runs", metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("command", sa.Text, nullable=False),
    sa.Column("started", sa.Text, nullable=False),
    sa.Column("finished", sa.Text),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("version", sa.Text, nullable=False),
    sa.Column("settings", sa.Text, nullable=False),
    sa.Column("report", sa.Text),
)  # fmt: skip

raws = sa.Table(
    "raws", metadata,
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("codec", sa.Text, nullable=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
)  # fmt: skip

documents = sa.Table(
    "documents", metadata, _id(),
    sa.Column("raw_sha256", sa.Text, sa.ForeignKey("raws.sha256"), nullable=False, index=True),
    sa.Column("text_sha256", sa.Text, nullable=False, index=True),
    sa.Column("source", sa.Text, nullable=False, index=True),
    sa.Column("url", sa.Text, index=True),
    sa.Column("title", sa.Text),
    sa.Column("publisher", sa.Text),
    sa.Column("published", sa.Text, index=True),
    sa.Column("language", sa.Text),
    sa.Column("source_class", sa.Text, nullable=False),
    sa.Column("official_of", sa.Text),
    _body(),
)  # fmt: skip

profiles = sa.Table(
    "profiles", metadata, _part_of("document", "documents.id", key=True),
    sa.Column("maker", sa.Text, nullable=False, index=True),
    sa.Column("compared", sa.Boolean, nullable=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
)  # fmt: skip

families = sa.Table(
    "families", metadata, _id(),
    sa.Column("best", sa.Text),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("thread", sa.Text, index=True),
    _body(),
)  # fmt: skip

family_documents = sa.Table(
    "family_documents", metadata, _part_of("family", "families.id", key=True),
    sa.Column("document", sa.Text, sa.ForeignKey("documents.id", ondelete=_CASCADE), primary_key=True, index=True),
)  # fmt: skip

edges = sa.Table(
    "edges", metadata, _part_of("family", "families.id", key=True),
    sa.Column("a", sa.Text, sa.ForeignKey("documents.id", ondelete=_CASCADE), primary_key=True, index=True),
    sa.Column("b", sa.Text, sa.ForeignKey("documents.id", ondelete=_CASCADE), primary_key=True, index=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("direction", sa.Text, nullable=False),
)  # fmt: skip

readings = sa.Table(
    "readings", metadata, _part_of("document", "documents.id", key=True),
    sa.Column("reader", sa.Text, nullable=False, index=True),
    sa.Column("claims", sa.Integer, nullable=False),
    sa.Column("merged", sa.Boolean, nullable=False, server_default=sa.false()),
)  # fmt: skip
"""`merged`: the records follow what this reading says, and what is known of the document and its family."""

claims = sa.Table(
    "claims", metadata, _id(), _part_of("document", "documents.id"),
    sa.Column("type", sa.Text, nullable=False, index=True),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("status", sa.Text),
    sa.Column("mode", sa.Text),
    sa.Column("event", sa.Text),
    sa.Column("date_start", sa.Text, index=True),
    sa.Column("date_end", sa.Text),
    sa.Column("found_by", sa.Text, nullable=False),
    _body(),
)  # fmt: skip

claim_countries = sa.Table(
    "claim_countries", metadata, _part_of("claim", "claims.id", key=True),
    sa.Column("country", sa.Text, primary_key=True, index=True),
)  # fmt: skip

blocks = sa.Table(
    "blocks", metadata,
    sa.Column("block", sa.BigInteger, primary_key=True, autoincrement=False),
    _part_of("claim", "claims.id", key=True),
    sa.Index("ix_blocks_claim", "claim"),
    sqlite_with_rowid=False,
)  # fmt: skip
"""By which blocks a claim's neighbours are found when claims are merged."""

records = sa.Table(
    "records", metadata, _id(),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False, index=True),
    sa.Column("mode", sa.Text),
    sa.Column("event", sa.Text),
    sa.Column("level", sa.Text, nullable=False),
    sa.Column("date_start", sa.Text),
    sa.Column("date_end", sa.Text),
    sa.Column("first_seen", sa.Text),
    sa.Column("last_change", sa.Text, index=True),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("basis", sa.Text),
    sa.Column("size", sa.Integer, nullable=False, server_default="0"),
    sa.Column("changed", sa.Text, index=True),
    _body(),
    sa.Index(
        "ix_records_listed", "date_start", "id", "type", "mode", "event", "status", "level", "date_end", "first_seen"
    ),
)  # fmt: skip

record_claims = sa.Table(
    "record_claims", metadata, _part_of("record", "records.id", key=True),
    sa.Column("claim", sa.Text, sa.ForeignKey("claims.id", ondelete=_CASCADE), primary_key=True, index=True),
)  # fmt: skip

record_spots = sa.Table(
    "record_spots", metadata,
    sa.Column("spot", sa.BigInteger, primary_key=True, autoincrement=False),
    _part_of("record", "records.id", key=True),
    sa.Index("ix_record_spots_record", "record"),
    sqlite_with_rowid=False,
)  # fmt: skip
"""Days and sides by which a record is found by what it may be part of, and by its parts."""

record_countries = sa.Table(
    "record_countries", metadata, _part_of("record", "records.id", key=True),
    sa.Column("country", sa.Text, primary_key=True, index=True),
)  # fmt: skip

differences = sa.Table(
    "differences", metadata, _id(),
    sa.Column("among", sa.Text, nullable=False, index=True),
    sa.Column("scope", sa.Text, nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("field", sa.Text, nullable=False),
    sa.Column("a", sa.Text, sa.ForeignKey("documents.id", ondelete=_CASCADE), index=True),
    sa.Column("b", sa.Text, sa.ForeignKey("documents.id", ondelete=_CASCADE), index=True),
    _body(),
)  # fmt: skip

campaigns = sa.Table(
    "campaigns", metadata, _id(),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("side", sa.Text, index=True),
    sa.Column("first", sa.Text, nullable=False, index=True),
    sa.Column("last", sa.Text, nullable=False),
    _body(),
)  # fmt: skip

campaign_records = sa.Table(
    "campaign_records", metadata, _part_of("campaign", "campaigns.id", key=True),
    sa.Column("record", sa.Text, primary_key=True, index=True),
)  # fmt: skip

measures = sa.Table(
    "measures", metadata, _id(),
    sa.Column("state", sa.Text, nullable=False, index=True),
    sa.Column("metric", sa.Text, nullable=False),
    sa.Column("level", sa.Text),
    sa.Column("window_start", sa.Text, nullable=False),
    sa.Column("window_end", sa.Text, nullable=False),
    sa.Column("value", sa.Float, nullable=False),
    _body(),
)  # fmt: skip

rejects = sa.Table(
    "rejects", metadata,
    sa.Column("step", sa.Text, primary_key=True),
    sa.Column("item", sa.Text, primary_key=True),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("run", sa.Integer, sa.ForeignKey("runs.id", ondelete="SET NULL"), index=True),
)  # fmt: skip

judgements = sa.Table(
    "judgements", metadata, _id(),
    sa.Column("at", sa.Text, nullable=False, index=True),
    sa.Column("action", sa.Text, nullable=False),
    sa.Column("record", sa.Text, index=True),
    _body(),
)  # fmt: skip

searchable = sa.Table(
    "searchable", metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("noun", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.UniqueConstraint("kind", "noun"),
)  # fmt: skip
"""Folded texts for the full-text index, which each database has in its own way (migration 0004)."""

redirects = sa.Table(
    "redirects", metadata,
    sa.Column("old", sa.Text, primary_key=True),
    sa.Column("new", sa.Text, nullable=False, index=True),
    sa.Column("at", sa.Text, nullable=False),
)  # fmt: skip

tombstones = sa.Table(
    "tombstones", metadata, _id(),
    sa.Column("noun", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
)  # fmt: skip

editions = sa.Table(
    "editions", metadata, _id(),
    sa.Column("created", sa.Text, nullable=False, index=True),
    sa.Column("title", sa.Text, nullable=False),
)  # fmt: skip

edition_records = sa.Table(
    "edition_records", metadata, _part_of("edition", "editions.id", key=True),
    sa.Column("record", sa.Text, primary_key=True),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
)  # fmt: skip

followed = sa.Table(
    "followed", metadata,
    sa.Column("address", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("waits", sa.Boolean, nullable=False),
    sa.Column("due", sa.Text, index=True),
    _body(),
)  # fmt: skip

watches = sa.Table(
    "watches", metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("since", sa.Text),
    _body(),
)  # fmt: skip

told = sa.Table(
    "told", metadata,
    sa.Column("watch", sa.Text, sa.ForeignKey("watches.name", ondelete=_CASCADE), primary_key=True),
    sa.Column("channel", sa.Text, primary_key=True),
    sa.Column("record", sa.Text, primary_key=True),
    sa.Column("digest", sa.Text, nullable=False),
)  # fmt: skip
