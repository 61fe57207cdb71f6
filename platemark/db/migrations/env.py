"""Alembic runs this module for every command: one connection, one transaction, one process at a time."""

from __future__ import annotations

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import JSON, Connection

from platemark.db.engine import connect
from platemark.db.kept_counts import triggers
from platemark.db.kept_counts.tables import METADATA
from platemark.db.tables import Base
from platemark.db.text_indexes import is_text_index
from platemark.db.types import Instant

ADVISORY_LOCK = 7_352_110


def render_item(kind: str, item: object, autogen: AutogenContext) -> str | Literal[False]:
    """Render our column types as what the database stores, so that migrations do not change with the code."""
    if kind == "type" and isinstance(item, Instant):
        return "sa.BigInteger()"
    if kind == "type" and isinstance(item, JSON):
        autogen.imports.add("from sqlalchemy.dialects.postgresql import JSONB")
        return "sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), 'postgresql')"
    return False


def migrate(connection: Connection) -> None:
    """Run the migrations of the command in the transaction of ``connection``.

    Triggers keep the counts, but not during a migration, which may rebuild a table; afterwards everything is recounted.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})")
    context.configure(
        connection=connection,
        target_metadata=[Base.metadata, METADATA],
        render_as_batch=True,
        render_item=render_item,
        include_object=lambda _object, name, *_: not is_text_index(name),
    )
    if not is_current():
        triggers.remove(connection)
    context.run_migrations()
    if is_current() and not triggers.are_installed(connection):
        triggers.install(connection)


def is_current() -> bool:
    """Whether the database has the schema of this version."""
    return context.get_context().get_current_revision() == context.get_head_revision()


database = connect(context.config.attributes["url"], pool_size=1)
try:
    with database.writing.begin() as opened:
        migrate(opened)
finally:
    database.dispose()
