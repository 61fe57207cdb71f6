"""A studio with a database and blobs of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from platemark.db.engine import Database
from platemark.engines.registry import Engines
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio


@pytest.fixture
def studio(database: Database, blobs: FolderBlobStore, tmp_path: Path) -> Studio:
    return Studio(settings=Settings(data_dir=tmp_path), database=database, blobs=blobs, engines=Engines.of([]))
