"""Migrates a database to the schema of this version, at every start. Running it again changes nothing."""

from __future__ import annotations

from functools import cache
from importlib import resources

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, OperationalError

from platemark.db import sqlite_faults
from platemark.errors import StartupError


def config_for(url: str) -> Config:
    """Alembic's configuration: the migrations of this package, for the database at ``url``."""
    config = Config()
    config.set_main_option("script_location", str(resources.files("platemark.db").joinpath("migrations")))
    config.attributes["url"] = url
    return config


def upgrade(url: str) -> None:
    """Apply all pending migrations; concurrent starts wait for each other."""
    command.upgrade(config_for(url), "head")


def upgrade_or_fail(url: str) -> None:
    """``upgrade``; StartupError if the database cannot be opened, is damaged or has the schema of a newer version."""
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
    except CommandError:
        detail = "The database has the schema of a newer version of Platemark; start that version."
        raise StartupError("schema_newer", detail) from None


@cache
def latest_revision() -> str | None:
    """The schema revision of this version."""
    return ScriptDirectory.from_config(config_for("")).get_current_head()


def current_revision(connection: Connection) -> str | None:
    """The schema revision of a database; None if no migration was ever applied."""
    return MigrationContext.configure(connection).get_current_revision()
