"""What the driver raises while the database is away, or locked for too long."""

from sqlalchemy.exc import InterfaceError, OperationalError

AWAY = (OperationalError, InterfaceError)
