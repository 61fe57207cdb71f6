"""The exceptions that a driver raises if the database is unavailable or locked for too long, and their log lines."""

import logging

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

DATABASE_UNAVAILABLE = (OperationalError, InterfaceError, PoolTimeout)


def log_failure(log: logging.Logger, task: str, error: Exception) -> None:
    """Log that ``task`` failed: one line for a database that is unavailable; anything else is a fault, with traceback.

    Call it from the handler of ``error``.
    """
    if isinstance(error, DATABASE_UNAVAILABLE):
        log.warning("Database unavailable; %s: %s", task, type(error).__name__)
    else:
        log.exception("Unexpected error; %s", task)
