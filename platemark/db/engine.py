"""Connections. Reads share; a transaction that may write says so at its start, so that SQLite never has to give up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

BUSY_SECONDS = 30
"""How long a writer of SQLite waits for its turn. Turns are not handed out in order, so where many write to a slow disk
an unlucky one waits for several rounds; it is still less than a lease."""

SQLITE_PRAGMAS = (f"busy_timeout={BUSY_SECONDS * 1000}", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")
CONNECT_SECONDS = 5
SILENCE_SECONDS = 20
"""How long a peer that does not even acknowledge is waited for: less than a lease, so a worker can fence itself."""

POSTGRESQL_OPTIONS = "-c lock_timeout=10s -c idle_in_transaction_session_timeout=60s -c timezone=UTC -c jit=off"


@dataclass(frozen=True, slots=True)
class Database:
    """One database with its connection pool; shared by threads, never across a fork."""

    engine: Engine
    writing: Engine

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self.engine.dialect.name

    def session(self, *, write: bool) -> Session:
        """A session whose transactions read, or may write. Rows stay usable after the commit."""
        return Session(self.writing if write else self.engine, expire_on_commit=False, autoflush=False)

    def dispose(self) -> None:
        """Close the pool's connections; those that a thread still holds are closed when it gives them back."""
        self.engine.dispose()


class ClosingPool(QueuePool):
    """A pool that closes what comes back to it after it was disposed of, where SQLAlchemy's forgets it, still open."""

    _over = False

    def dispose(self) -> None:
        """Close what is here, now, and what is out, when it comes back."""
        self._over = True
        super().dispose()

    def _do_return_conn(self, record: ConnectionPoolEntry) -> None:
        if self._over:
            record.close()
        else:
            super()._do_return_conn(record)


def connect(url: str, *, pool_size: int = 10) -> Database:
    """Open ``url`` (sqlite:///… or postgresql://…). Nothing is sent before the first statement."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        waiting = {"timeout": BUSY_SECONDS}
        return _sqlite(create_engine(parsed, poolclass=ClosingPool, pool_size=pool_size, connect_args=waiting))
    engine = create_engine(
        parsed.set(drivername="postgresql+psycopg"),
        poolclass=ClosingPool,
        pool_size=pool_size,
        pool_pre_ping=True,
        connect_args={
            "options": POSTGRESQL_OPTIONS,
            "connect_timeout": CONNECT_SECONDS,
            "tcp_user_timeout": SILENCE_SECONDS * 1000,
            "keepalives_idle": SILENCE_SECONDS // 2,
            "keepalives_interval": SILENCE_SECONDS // 4,
            "keepalives_count": 2,
        },
    )
    return Database(engine, engine)


def _sqlite(engine: Engine) -> Database:
    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself: we do, below
        for pragma in SQLITE_PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('sqlite_begin', 'DEFERRED')}")

    return Database(engine, engine.execution_options(sqlite_begin="IMMEDIATE"))
