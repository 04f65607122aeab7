"""Judgements; what a record was made from, and when it last became another."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of judgements and two columns of the records."""
    op.create_table(
        "judgements",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_judgements_at"), "judgements", ["at"], unique=False)
    op.create_index(op.f("ix_judgements_record"), "judgements", ["record"], unique=False)
    op.add_column("records", sa.Column("basis", sa.Text(), nullable=True))
    op.add_column("records", sa.Column("changed", sa.Text(), nullable=True))
    op.create_index(op.f("ix_records_changed"), "records", ["changed"], unique=False)
