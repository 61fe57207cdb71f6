"""The backends of the chaos test: a database, the processes that work on it, and the faults specific to it."""

from __future__ import annotations

import contextlib
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

import redis
from sqlalchemy import text

from platemark.db.engine import Database
from platemark.db.migrate import upgrade
from tests.conftest import POSTGRESQL, administer
from tests.worker.fork_server import WORKER

REDIS = os.environ.get("PLATEMARK_TEST_REDIS", "redis://127.0.0.1:6379/11")
RABBITMQ = os.environ.get("PLATEMARK_TEST_RABBITMQ", "amqp://guest:guest@127.0.0.1:5672//")
DISTRIBUTED = "tests.crash.roles:distributed"


@dataclass(frozen=True, slots=True)
class Backend:
    """SQLite with embedded workers; the other backends override a method or two."""

    name: str = "SQLite"
    role: str = WORKER
    broker_url: str = ""

    @contextmanager
    def database_url(self, folder: Path) -> Iterator[str]:
        """A migrated, empty database, deleted afterwards."""
        url = f"sqlite:///{folder / 'platemark.db'}"
        upgrade(url)
        yield url

    def inject_fault(self, database: Database, random: Random) -> str:
        """Inject a fault specific to the backend; the name of the action, or an empty string if there is none."""
        return ""


@dataclass(frozen=True, slots=True)
class PostgreSQL(Backend):
    """PostgreSQL with embedded workers; connections are cut."""

    name: str = "PostgreSQL"

    @contextmanager
    def database_url(self, folder: Path) -> Iterator[str]:
        """A migrated, empty database, deleted afterwards."""
        name = f"platemark_crash_{uuid.uuid4().hex[:12]}"
        administer(f"CREATE DATABASE {name}")
        try:
            upgrade(f"{POSTGRESQL}/{name}")
            yield f"{POSTGRESQL}/{name}"
        finally:
            administer(f"DROP DATABASE {name} WITH (FORCE)")

    def inject_fault(self, database: Database, random: Random) -> str:
        """Terminate two connections, whatever they are doing."""
        with database.engine.connect() as connection:
            connection.execute(TERMINATE_TWO)
        return "cuts"


TERMINATE_TWO = text(
    "SELECT count(pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
    "AND datname = current_database() ORDER BY random() LIMIT 2) AS victims"
)


@dataclass(frozen=True, slots=True)
class PostgreSQLWithRedis(PostgreSQL):
    """PostgreSQL with standalone workers that Redis wakes; it is flushed at times."""

    name: str = "PostgreSQL + Redis"
    role: str = DISTRIBUTED
    broker_url: str = REDIS

    def inject_fault(self, database: Database, random: Random) -> str:
        """Flush the broker, or terminate connections."""
        if random.random() < 0.5:
            return PostgreSQL.inject_fault(self, database, random)
        with contextlib.suppress(redis.RedisError), redis.Redis.from_url(self.broker_url) as client:
            client.flushdb()
        return "wipes"


@dataclass(frozen=True, slots=True)
class PostgreSQLWithRabbitMQ(PostgreSQL):
    """PostgreSQL with standalone workers that RabbitMQ wakes."""

    name: str = "PostgreSQL + RabbitMQ"
    role: str = DISTRIBUTED
    broker_url: str = RABBITMQ


BACKENDS: dict[str, Backend] = {
    "sqlite": Backend(),
    "postgresql": PostgreSQL(),
    "redis": PostgreSQLWithRedis(),
    "rabbitmq": PostgreSQLWithRabbitMQ(),
}
