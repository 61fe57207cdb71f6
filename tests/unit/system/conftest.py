"""A studio with the press, and rows to count."""

from __future__ import annotations

from pathlib import Path

import pytest

from platemark.db.engine import Database
from platemark.engines.registry import Engines
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio


@pytest.fixture
def studio(database: Database, tmp_path: Path) -> Studio:
    settings = Settings(data_dir=tmp_path)
    blobs = FolderBlobStore(settings.blobs_dir)
    blobs.probe()
    return Studio(settings=settings, database=database, blobs=blobs, engines=Engines.discover([]))
