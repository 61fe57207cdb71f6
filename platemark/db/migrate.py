"""Bring a database to the schema of this version. Run at every start; doing it twice changes nothing."""

from __future__ import annotations

from functools import cache
from importlib import resources

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from platemark.errors import StartupError


def config_for(url: str) -> Config:
    """Alembic's configuration for the migrations in this package and the database at ``url``."""
    config = Config()
    config.set_main_option("script_location", str(resources.files("platemark.db").joinpath("migrations")))
    config.attributes["url"] = url
    return config


def upgrade(url: str) -> None:
    """Apply every migration that ``url`` has not had; concurrent starts wait for each other."""
    command.upgrade(config_for(url), "head")


def upgrade_or_refuse(url: str) -> None:
    """``upgrade``, and a StartupError where the database cannot be opened or a newer version has been at it."""
    try:
        upgrade(url)
    except OperationalError as error:
        detail = f"The database cannot be opened: {str(error.orig).strip().splitlines()[0]}"
        raise StartupError("database_unusable", detail) from None
    except CommandError:
        detail = "The database has the schema of a newer version of Platemark: start that one."
        raise StartupError("schema_newer", detail) from None


@cache
def newest_revision() -> str | None:
    """The schema of this version."""
    return ScriptDirectory.from_config(config_for("")).get_current_head()


def revision(connection: Connection) -> str | None:
    """The schema that a database has; None where no migration was ever run."""
    return MigrationContext.configure(connection).get_current_revision()
