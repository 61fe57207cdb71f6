"""The exceptions that a driver raises if the database is unavailable or locked for too long."""

from sqlalchemy.exc import InterfaceError, OperationalError

DATABASE_UNAVAILABLE = (OperationalError, InterfaceError)
