"""Database connections. A transaction that may write says so when it begins, so that SQLite never has to abort one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from platemark.errors import StartupError

DIALECTS = ("sqlite", "postgresql")
BUSY_TIMEOUT_SECONDS = 30
"""How long a writer waits for SQLite's lock. SQLite does not queue writers, so on a slow disk one may wait for several
others; it is still less than a lease."""

SQLITE_PRAGMAS = (
    f"busy_timeout={BUSY_TIMEOUT_SECONDS * 1000}",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
)
CONNECT_TIMEOUT_SECONDS = 5
PEER_TIMEOUT_SECONDS = 20
"""How long a server may acknowledge nothing: less than a lease, so that a worker notices that it lost its job."""

POSTGRESQL_OPTIONS = (
    "-c lock_timeout=10s -c idle_in_transaction_session_timeout=60s -c timezone=UTC -c jit=off -c random_page_cost=1.1"
)
"""The default cost of a random read is that of a spinning disk: a table of some thousand rows would be read whole."""


@dataclass(frozen=True, slots=True)
class Database:
    """One database with its connection pool. Threads may share it, forked processes may not."""

    engine: Engine
    writing: Engine

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self.engine.dialect.name

    @contextmanager
    def write_at_once(self) -> Iterator[Connection]:
        """A transaction that may write, committed at the end; OperationalError where it would wait for a lock."""
        with self.writing.connect() as connection, _without_patience(connection):
            yield connection

    def dispose(self) -> None:
        """Close the pool's connections; those in use are closed when they are returned."""
        self.engine.dispose()


@contextmanager
def _without_patience(connection: Connection) -> Iterator[None]:
    """A transaction of ``connection`` in which no statement waits for a lock."""
    if connection.dialect.name == "postgresql":
        with connection.begin():
            connection.exec_driver_sql("SET LOCAL lock_timeout = 1")  # in milliseconds; 0 would wait for ever
            yield
        return
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA busy_timeout=0")
    try:
        with connection.begin():
            yield
    finally:
        driver.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_SECONDS * 1000}")


class ClosingPool(QueuePool):
    """A pool that closes connections returned after ``dispose()``; SQLAlchemy's pool leaks them open."""

    _disposed = False

    def dispose(self) -> None:
        """Close idle connections now, and connections in use when they are returned."""
        self._disposed = True
        super().dispose()

    def _do_return_conn(self, record: ConnectionPoolEntry) -> None:
        if self._disposed:
            record.close()
        else:
            super()._do_return_conn(record)


def connect(url: str, *, pool_size: int = 10) -> Database:
    """The database at ``url`` (sqlite:///… or postgresql://…). It connects at the first statement."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        connect_args = {"timeout": BUSY_TIMEOUT_SECONDS}
        return _sqlite(create_engine(parsed, poolclass=ClosingPool, pool_size=pool_size, connect_args=connect_args))
    engine = create_engine(
        parsed.set(drivername="postgresql+psycopg"),
        poolclass=ClosingPool,
        pool_size=pool_size,
        pool_pre_ping=True,
        connect_args={
            "options": POSTGRESQL_OPTIONS,
            "connect_timeout": CONNECT_TIMEOUT_SECONDS,
            "tcp_user_timeout": PEER_TIMEOUT_SECONDS * 1000,
            "keepalives_idle": PEER_TIMEOUT_SECONDS // 2,
            "keepalives_interval": PEER_TIMEOUT_SECONDS // 4,
            "keepalives_count": 2,
        },
    )
    return Database(engine, engine)


def sqlite_file(url: str) -> Path | None:
    """The file of a SQLite database; None for PostgreSQL. StartupError if ``url`` is not the URL of a database."""
    try:
        parsed = make_url(url)
        dialect = parsed.get_backend_name()
    except ArgumentError:
        dialect = ""
    if dialect not in DIALECTS or not parsed.database or parsed.database == ":memory:":
        raise StartupError(
            "bad_database_url", "The URL of a database is sqlite:///FILE or postgresql://USER@HOST/NAME."
        )
    return Path(parsed.database).resolve() if dialect == "sqlite" else None


def _sqlite(engine: Engine) -> Database:
    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver does not begin transactions: `begin` below does
        for pragma in SQLITE_PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('sqlite_begin', 'DEFERRED')}")

    return Database(engine, engine.execution_options(sqlite_begin="IMMEDIATE"))
