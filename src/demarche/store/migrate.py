"""Leads a store from whatever schema it has to the newest one, and refuses what it does not know.

Alembic takes half a second to import: it is asked only where the version in the store is not the newest.
"""

import sqlalchemy as sa

from demarche.model import StoreError
from demarche.store.failures import explained
from demarche.store.link import Link

HEAD = "0008"
"""The newest schema; the name of the youngest file in `migrations/versions`."""

_VERSIONS = "demarche_schema"


def migrate(link: Link) -> None:
    """Bring the store to the newest schema."""
    with explained(link.name), link.engine.connect() as connection:
        version = _version(link, connection)
    if version == HEAD:
        return
    if link.readonly:
        raise StoreError(f"{link.name}: it is read-only and its schema is old ({version or 'none'}, now {HEAD})")
    _upgrade(link, version)


def _version(link: Link, connection: sa.Connection) -> str | None:
    """The schema's version; None for an empty database. Somebody else's database is refused."""
    tables = set(sa.inspect(connection).get_table_names())
    if _VERSIONS in tables:
        found = connection.exec_driver_sql(f"SELECT version_num FROM {_VERSIONS}").first()  # noqa: S608
        return found[0] if found else None
    if tables and link.engine.dialect.name == "sqlite":
        some = ", ".join(sorted(tables)[:3])
        raise StoreError(f"{link.name}: this database belongs to another program (it holds {some})")
    return None


def _upgrade(link: Link, version: str | None) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", "demarche.store:migrations")
    try:
        if version is not None:
            ScriptDirectory.from_config(config).get_revision(version)
    except CommandError as e:
        raise StoreError(
            f"{link.name}: it was written by a newer demarche (schema {version}; this one knows up to {HEAD})"
        ) from e
    with link.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)


def version_table() -> str:
    """The table that holds the schema's version; its own name, so that other users of Alembic are not disturbed."""
    return _VERSIONS
