"""A PostgreSQL database that tests use one after the other: to create and drop one takes longer than most of them."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

END_OTHERS = """
SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
SCHEMA = """
SELECT md5(string_agg(line, ',' ORDER BY line)) FROM (
    SELECT concat_ws(' ', relname, relkind, relnatts, relchecks, relhastriggers) FROM pg_class
    WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT concat_ws(' ', tgrelid::regclass, tgname, tgenabled) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT 'version ' || version_num FROM alembic_version
    UNION ALL SELECT 'setting ' || unnest(setconfig) FROM pg_db_role_setting
    WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
) AS lines (line)
"""
TABLES = "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
SEQUENCES = "SELECT quote_ident(sequencename) FROM pg_sequences WHERE schemaname = 'public'"


class ReusedDatabase:
    """Gives one test after the other the same database, as empty as a new one.

    ``administer`` executes a statement on the server at ``server``; ``template`` is a migrated, empty database. After a
    test that changed more than rows, the next one gets a new database.
    """

    def __init__(self, server: str, template: str, administer: Callable[[str], None]) -> None:
        self._server, self._template, self._administer = server, template, administer
        self._name: str | None = None
        self._schema: Any = None

    def take(self) -> str:
        """The URL of the database, which is empty and which nobody is connected to."""
        if self._name is None:
            self._name = f"platemark_test_{uuid.uuid4().hex[:12]}"
            self._administer(f"CREATE DATABASE {self._name} TEMPLATE {self._template}")
            self._schema = self._execute(lambda connection: connection.exec_driver_sql(SCHEMA).scalar_one())
        return f"{self._server}/{self._name}"

    def give_back(self) -> None:
        """End all connections to the database and delete its rows; drop it if that does not make it as it was."""
        if self._name is not None and not self._is_emptied():
            self.drop()

    def drop(self) -> None:
        """Drop the database, if there is one."""
        if self._name is not None:
            self._administer(f"DROP DATABASE IF EXISTS {self._name} WITH (FORCE)")
            self._name = None

    def _is_emptied(self) -> bool:
        """Whether the rows are deleted; a database that is gone, or without its tables, cannot be emptied."""
        try:
            return bool(self._execute(self._empty))
        except (sa.exc.OperationalError, sa.exc.ProgrammingError):
            return False

    def _empty(self, connection: sa.Connection) -> bool:
        connection.exec_driver_sql(END_OTHERS)
        if connection.exec_driver_sql(SCHEMA).scalar_one() != self._schema:
            return False
        tables = connection.exec_driver_sql(TABLES).scalars().all()
        sequences = connection.exec_driver_sql(SEQUENCES).scalars().all()
        statements = [
            "SET session_replication_role = replica",  # no triggers, and no order of tables
            *(f"DELETE FROM {table}" for table in tables),
            *(f"SELECT setval('{sequence}', 1, false)" for sequence in sequences),
        ]
        connection.exec_driver_sql("; ".join(statements))
        return True

    def _execute(self, act: Callable[[sa.Connection], Any]) -> Any:
        url = sa.make_url(f"{self._server}/{self._name}").set(drivername="postgresql+psycopg")
        engine = sa.create_engine(url, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
        with engine.connect() as connection:
            return act(connection)
