"""What merging needs to begin where it stood: blocks of claims, spots of records, and which readings it has seen."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add two tables and two columns; the next run merges everything once more."""
    op.add_column("readings", sa.Column("merged", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("records", sa.Column("size", sa.Integer(), server_default="0", nullable=False))
    for table, number, noun in (("blocks", "block", "claim"), ("record_spots", "spot", "record")):
        op.create_table(
            table,
            sa.Column(number, sa.BigInteger(), autoincrement=False, nullable=False),
            sa.Column(noun, sa.Text(), nullable=False),
            sa.ForeignKeyConstraint([noun], [f"{noun}s.id"], ondelete="CASCADE"),
            sa.PrimaryKeyConstraint(number, noun),
            sqlite_with_rowid=False,
        )
        op.create_index(f"ix_{table}_{noun}", table, [noun], unique=False)
    op.execute(sa.text("DELETE FROM meta WHERE key = 'records made by'"))
