"""Migrates a database to the schema of this version, at every start. Running it again changes nothing.

Alembic is loaded only if there is a migration to apply, or the triggers that keep counts are not those of this version.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, OperationalError

from platemark.db import sqlite_faults
from platemark.db.engine import connect
from platemark.db.kept_counts import triggers
from platemark.errors import StartupError

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = resources.files("platemark.db").joinpath("migrations")
REVISION = re.compile(r"(\d{4})_\w+\.py")
"""The file of a migration begins with its revision; revisions are numbered in their order."""


def config_for(url: str) -> Config:
    """Alembic's configuration: the migrations of this package, for the database at ``url``."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = url
    return config


def upgrade(url: str) -> None:
    """Apply all pending migrations; concurrent starts wait for each other.

    StartupError if the database has the schema of a newer version.
    """
    if _is_current(url):
        return
    from alembic import command
    from alembic.util import CommandError

    try:
        command.upgrade(config_for(url), "head")
    except CommandError:
        detail = "The database has the schema of a newer version of Platemark; start that version."
        raise StartupError("schema_newer", detail) from None


def upgrade_or_fail(url: str) -> None:
    """``upgrade``; StartupError also if the database cannot be opened or is damaged."""
    try:
        upgrade(url)
    except DBAPIError as error:
        fault = sqlite_faults.explain(error, url)
        if fault is not None:
            raise fault from None
        if not isinstance(error, OperationalError):
            raise
        detail = f"Cannot open the database: {str(error.orig).strip().splitlines()[0]}"
        raise StartupError("database_unusable", detail) from None


@cache
def latest_revision() -> str:
    """The schema revision of this version."""
    names = (REVISION.fullmatch(file.name) for file in MIGRATIONS.joinpath("versions").iterdir())
    return max(name[1] for name in names if name)


def current_revision(connection: sa.Connection) -> str | None:
    """The schema revision of a database; None if no migration was ever applied."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _is_current(url: str) -> bool:
    """Whether the database has the schema and the triggers of this version.

    It is opened as migrations open it, with the same errors.
    """
    database = connect(url, pool_size=1)
    try:
        with database.writing.begin() as connection:
            return current_revision(connection) == latest_revision() and triggers.are_installed(connection)
    finally:
        database.dispose()
