"""Which processes may use a data folder at the same time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from platemark.entrypoints.studio import lock_data_folder, lock_exclusively
from platemark.errors import StartupError
from platemark.settings import Settings

POSTGRESQL = "postgresql://postgres@127.0.0.1/platemark"


def embedded(folder: Path) -> Settings:
    return Settings(data_dir=folder)


def distributed(folder: Path) -> Settings:
    return Settings(data_dir=folder, database_url=POSTGRESQL, workers=0)


def with_workers_on_postgresql(folder: Path) -> Settings:
    return Settings(data_dir=folder, database_url=POSTGRESQL, workers=1)


def without_workers_on_sqlite(folder: Path) -> Settings:
    return Settings(data_dir=folder, workers=0)


Kind = Callable[[Path], Settings]
KINDS = (embedded, distributed, with_workers_on_postgresql, without_workers_on_sqlite)


@pytest.mark.parametrize("second", KINDS)
@pytest.mark.parametrize("first", KINDS)
def test_only_processes_of_a_distributed_studio_share_a_folder(tmp_path: Path, first: Kind, second: Kind) -> None:
    with lock_data_folder(first(tmp_path)):
        if first is second is distributed:
            with lock_data_folder(second(tmp_path)):
                assert (tmp_path / "platemark.lock").exists()
            return
        with pytest.raises(StartupError, match="already running") as refused, lock_data_folder(second(tmp_path)):
            pytest.fail("two studios on one folder")
        assert refused.value.code == "already_running"
    with lock_data_folder(second(tmp_path)):
        assert (tmp_path / "platemark.lock").exists()


@pytest.mark.parametrize("running", KINDS)
def test_copying_a_database_excludes_all_studios(tmp_path: Path, running: Kind) -> None:
    file = f"sqlite:///{tmp_path / 'platemark.db'}"
    elsewhere = Settings(data_dir=tmp_path / "missing")
    with lock_data_folder(running(tmp_path)):
        for settings, urls in ((embedded(tmp_path), [POSTGRESQL]), (elsewhere, [POSTGRESQL, file])):
            with pytest.raises(StartupError, match="already running"), lock_exclusively(settings, urls):
                pytest.fail("locked although a studio is running")
    with lock_exclusively(elsewhere, [file, POSTGRESQL]):
        with pytest.raises(StartupError, match="already running"), lock_data_folder(running(tmp_path)):
            pytest.fail("a studio started during a copy")
        assert not elsewhere.data_dir.exists()
