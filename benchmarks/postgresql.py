"""A PostgreSQL database of its own for a benchmark."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

SERVER = os.environ.get("PLATEMARK_TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432")


@contextmanager
def new_database() -> Iterator[str]:
    """The URL of a new, empty database, which is dropped when the block ends."""
    name = f"platemark_benchmark_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"{SERVER}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield f"{SERVER}/{name}"
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
