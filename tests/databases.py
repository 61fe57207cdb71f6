"""A database that many tests share: deleting its rows is faster than creating a database for each test."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from platemark.db.engine import Database, connect
from tests.conftest import POSTGRESQL, administer, empty


@contextmanager
def migrated_database_url(request: pytest.FixtureRequest, factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a new, migrated database of the dialect in ``request.param``; the database is dropped afterwards."""
    name = f"platemark_many_{uuid.uuid4().hex[:12]}"
    if request.param == "sqlite":
        path = factory.mktemp(name) / "platemark.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    administer(f"CREATE DATABASE {name} TEMPLATE {request.getfixturevalue('postgresql_template')}")
    yield f"{POSTGRESQL}/{name}"
    administer(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def open_database(url: str) -> Iterator[Database]:
    """The database at ``url``; its connections are closed afterwards."""
    database = connect(url)
    yield database
    database.dispose()


__all__ = ["empty", "migrated_database_url", "open_database"]
