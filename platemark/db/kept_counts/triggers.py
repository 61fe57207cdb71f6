"""Installs the triggers that keep the counts, and removes them while migrations change the tables."""

from __future__ import annotations

from sqlalchemy import Connection

from platemark.db.kept_counts import postgresql_triggers, sqlite_triggers
from platemark.db.kept_counts.recounting import recount

OF_SQLITE = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'kept\\_%' ESCAPE '\\'"
OF_POSTGRESQL = """
    SELECT tgname, relname, prosrc
    FROM pg_trigger
    JOIN pg_class ON pg_class.oid = tgrelid
    JOIN pg_proc ON pg_proc.oid = tgfoid
    WHERE relnamespace = current_schema()::regnamespace AND tgname LIKE 'kept\\_%'
"""
FUNCTIONS = """
    SELECT proname FROM pg_proc
    WHERE pronamespace = current_schema()::regnamespace AND proname LIKE 'kept\\_%' AND prorettype = 'trigger'::regtype
"""


def are_installed(connection: Connection) -> bool:
    """Whether the database has exactly the triggers of this version."""
    if connection.dialect.name == "sqlite":
        return {row.name: row.sql for row in connection.exec_driver_sql(OF_SQLITE)} == sqlite_triggers.build()
    expected = {(trigger.name, trigger.table, trigger.body) for trigger in postgresql_triggers.build()}
    return {tuple(row) for row in connection.exec_driver_sql(OF_POSTGRESQL.replace("%", "%%"))} == expected


def install(connection: Connection) -> None:
    """Install the triggers of this version in place of all others, and count everything anew."""
    remove(connection)
    if connection.dialect.name == "sqlite":
        for statement in sqlite_triggers.build().values():
            connection.exec_driver_sql(statement)
    else:
        for trigger in postgresql_triggers.build():
            for statement in trigger.create():
                connection.exec_driver_sql(statement.replace("%", "%%"))
    recount(connection)


def remove(connection: Connection) -> None:
    """Remove the triggers: while they are gone, nothing is counted, and tables can be rebuilt and renamed."""
    if connection.dialect.name == "sqlite":
        for name, _ in connection.exec_driver_sql(OF_SQLITE).all():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
    else:
        for (name,) in connection.exec_driver_sql(FUNCTIONS.replace("%", "%%")).all():
            connection.exec_driver_sql(f"DROP FUNCTION {name}() CASCADE")
