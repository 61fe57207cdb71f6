"""A studio whose engine generates nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from platemark.db.engine import Database
from platemark.engines.registry import Engines
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from tests.unit.set_runs.conftest import IdleEngine


@pytest.fixture
def studio(database: Database, tmp_path: Path) -> Studio:
    return Studio(
        settings=Settings(data_dir=tmp_path),
        database=database,
        blobs=FolderBlobStore(tmp_path / "blobs"),
        engines=Engines.of([IdleEngine()]),
        wake=lambda: None,
    )
