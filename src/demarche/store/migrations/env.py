"""What Alembic runs: a migration inside the store's own transaction, or, for developers, on a URL of their own."""

from alembic import context

from demarche.store.migrate import version_table
from demarche.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=version_table(),
    render_as_batch=True,
)
context.run_migrations()
