"""A driver for imports of media by an admin, and a source."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from platemark.access import Actor
from platemark.db.engine import Database
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.trees import outputs


@pytest.fixture
def by(make_user: Callable[..., Actor]) -> Actor:
    return make_user(role="admin")


@pytest.fixture
def driver(database: Database, tmp_path: Path, by: Actor) -> ImportDriver:
    return ImportDriver(database, tmp_path, kind="media", by=by)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return outputs(tmp_path / "outputs")
