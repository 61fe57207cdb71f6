"""A driver for imports of sets, and a folder with two of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from platemark.db.engine import Database
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.sets.helpers import BOATS, TAROT, write_sets


@pytest.fixture
def driver(database: Database, tmp_path: Path) -> ImportDriver:
    return ImportDriver(database, tmp_path / "data", kind="sets")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two sets that share their rows."""
    folder = tmp_path / "old sets"
    folder.mkdir()
    write_sets(folder, tarot=TAROT, boats=BOATS)
    return folder
