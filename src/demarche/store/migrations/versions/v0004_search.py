"""Full-text search: a table of folded texts, and the index over it that the database at hand has.

In SQLite the index holds no text of its own and follows the table by triggers. What an older store holds is made
findable here.
"""

from collections.abc import Iterator

import msgspec
import sqlalchemy as sa
from alembic import op

from demarche.model import Claim, Document, Record
from demarche.store.folding import folded
from demarche.store.search import of_document, of_record, of_statements

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_FOLLOW = {
    "AFTER INSERT": ("new",),
    "AFTER DELETE": ("old",),
    "AFTER UPDATE": ("old", "new"),
}
_ADD = "INSERT INTO searchable_index (rowid, body) VALUES (new.id, new.body);"
_DROP = "INSERT INTO searchable_index (searchable_index, rowid, body) VALUES ('delete', old.id, old.body);"


def upgrade() -> None:
    """Make the table and its index, and fill them."""
    op.create_table(
        "searchable",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("kind", "noun"),
    )
    if op.get_bind().dialect.name == "sqlite":
        _fts5()
    else:
        op.execute("CREATE INDEX searchable_index ON searchable USING gin (to_tsvector('simple', body))")
    _fill(op.get_bind())


def _fts5() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE searchable_index USING fts5(body, content='searchable', content_rowid='id', "
        "tokenize='unicode61 remove_diacritics 0')"
    )
    for when, sides in _FOLLOW.items():
        steps = " ".join(_DROP if side == "old" else _ADD for side in sides)
        name = f"searchable_{when.split()[1].lower()}"
        op.execute(f"CREATE TRIGGER {name} {when} ON searchable BEGIN {steps} END")


def _fill(connection: sa.Connection) -> None:
    table = sa.table("searchable", sa.column("kind"), sa.column("noun"), sa.column("body"))
    for kind, (id, text) in _held(connection):
        connection.execute(table.insert().values(kind=kind, noun=id, body=folded(text)))


def _held(connection: sa.Connection) -> Iterator[tuple[str, tuple[str, str]]]:
    for (body,) in connection.execute(sa.text("SELECT body FROM documents")).all():
        yield "document", of_document(msgspec.json.decode(body, type=Document))
    for (body,) in connection.execute(sa.text("SELECT body FROM claims WHERE type = 'statement'")).all():
        yield from (("statement", pair) for pair in of_statements([msgspec.json.decode(body, type=Claim)]))
    for (body,) in connection.execute(sa.text("SELECT body FROM records")).all():
        yield "record", of_record(msgspec.json.decode(body, type=Record))
