"""One database for many tests: emptying it is cheaper than making one for each."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from platemark.db.engine import Database, connect
from tests.conftest import POSTGRESQL, administer, empty


@contextmanager
def one_for_many(request: pytest.FixtureRequest, factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a migrated database of the dialect that ``request.param`` names, dropped afterwards."""
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
def opened(url: str) -> Iterator[Database]:
    """The database at ``url``; its connections are closed afterwards."""
    database = connect(url)
    yield database
    database.dispose()


__all__ = ["empty", "one_for_many", "opened"]
