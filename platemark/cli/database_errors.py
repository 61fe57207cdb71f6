"""How a command explains an error of the database."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy.exc import SQLAlchemyError

from platemark.db import sqlite_faults
from platemark.errors import PlatemarkError
from platemark.settings import Settings


def explain(error: Exception, settings: Callable[[], Settings]) -> PlatemarkError | None:
    """An error of the database in one sentence; None for any other error."""
    if not isinstance(error, SQLAlchemyError):
        return None
    fault = sqlite_faults.explain(error, settings().resolved_database_url)
    detail = f"The database reported an error ({type(error).__name__}); try again."
    return fault or PlatemarkError("database_failed", detail)
