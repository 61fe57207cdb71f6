"""A command that waits for jobs uses the workers of a running studio, or else starts its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from platemark.db.engine import Database
from platemark.engines.registry import Engines
from platemark.entrypoints.studio import lock_data_folder, workers_unless_running
from platemark.jobs import workers
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from platemark.worker import supervisor


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many workers each supervisor would start; the fake starts none."""
    counts: list[int] = []

    class FakeSupervisor:
        def __init__(self, settings: Settings, **_: Any) -> None:
            counts.append(settings.workers)

        def __enter__(self) -> Any:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def wake(self) -> None:
            pass

        def check_imports(self) -> None:
            pass

    monkeypatch.setattr(supervisor, "Supervisor", FakeSupervisor)
    return counts


def create_studio(database: Database, settings: Settings) -> Studio:
    return Studio(
        settings=settings, database=database, blobs=FolderBlobStore(settings.blobs_dir), engines=Engines.of([])
    )


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize(("alive", "own"), [(True, 0), (False, 1)])
def test_a_distributed_studio_uses_workers_on_other_machines_if_there_are_any(
    database: Database, database_url: str, tmp_path: Path, started: list[int], alive: bool, own: int
) -> None:
    studio = create_studio(database, Settings(data_dir=tmp_path, database_url=database_url, workers=0))
    if alive:
        with studio.work(write=True) as work:
            workers.report(
                work, "gpu-1", host="gpu", pid=1, device="cuda:0", engines=["press"], state="idle", job_id=None
            )
            work.commit()
    with lock_data_folder(studio.settings), workers_unless_running(studio) as wake:
        wake()
    assert started == [own]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_workers_are_started_unless_the_studio_runs(database: Database, tmp_path: Path, started: list[int]) -> None:
    studio = create_studio(database, Settings(data_dir=tmp_path))
    with lock_data_folder(studio.settings), workers_unless_running(studio) as wake:
        wake()
    assert started == []
    with workers_unless_running(studio) as wake:
        wake()
    assert started == [1]
