"""Lists of records by day without reading the records that do not belong to them."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_COLUMNS = ["date_start", "id", "type", "mode", "event", "status", "level", "date_end", "first_seen"]


def upgrade() -> None:
    """Add an index that holds the order of a list and all that its filters ask for; the one of the day alone goes."""
    op.drop_index(op.f("ix_records_date_start"), table_name="records")
    op.create_index("ix_records_listed", "records", _COLUMNS, unique=False)
