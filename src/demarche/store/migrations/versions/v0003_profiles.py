"""Profiles of documents, so that copies of old texts are found without reading these again; threads of families."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of profiles and the thread of a family."""
    op.create_table(
        "profiles",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("maker", sa.Text(), nullable=False),
        sa.Column("compared", sa.Boolean(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document"),
    )
    op.create_index(op.f("ix_profiles_maker"), "profiles", ["maker"], unique=False)
    op.add_column("families", sa.Column("thread", sa.Text(), nullable=True))
    op.create_index(op.f("ix_families_thread"), "families", ["thread"], unique=False)
