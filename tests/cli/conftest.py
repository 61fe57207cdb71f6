"""Runs commands on a real studio in a temporary folder."""

from __future__ import annotations

import json
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import argon2
import pytest
from click.testing import CliRunner, Result

from generated import paths
from platemark.accounts import secrets
from platemark.cli import Runtime, build
from platemark.cli.output import print_line
from platemark.db.engine import connect
from platemark.engines.registry import Engines
from platemark.entrypoints.studio import lock_exclusively
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from tests.cli.studio_process import StudioProcess

Run = Callable[..., Result]


@pytest.fixture
def studio(sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    """A studio without users."""
    fast_hasher = argon2.PasswordHasher(time_cost=2, memory_cost=64, parallelism=1)
    monkeypatch.setattr(secrets, "_hasher", lambda: fast_hasher)
    settings = Settings(data_dir=tmp_path)
    shutil.copy(sqlite_template, tmp_path / "platemark.db")
    database = connect(settings.resolved_database_url)
    blobs = FolderBlobStore(settings.blobs_dir)
    yield Studio(settings=settings, database=database, blobs=blobs, engines=Engines.discover([]))
    database.dispose()


@pytest.fixture
def runtime(studio: Studio) -> Runtime:
    """The runtime of the entry points, with ``studio``, and with workers that do nothing."""

    @contextmanager
    def open_studio() -> Iterator[Studio]:
        yield studio

    @contextmanager
    def workers(_: Studio) -> Iterator[Callable[[], None]]:
        yield lambda: None

    return Runtime(
        settings=lambda: studio.settings,
        open_studio=open_studio,
        run_studio=lambda print_line, _: print_line("Platemark is running at http://127.0.0.1:8010"),
        run_worker=lambda queues, name: print_line(f"{name} works on {queues}"),
        workers=workers,
        lock_exclusively=lambda urls: lock_exclusively(studio.settings, urls),
        openapi=lambda: json.dumps({"openapi": "3.1.0"}),
        paths=lambda: paths,
    )


@pytest.fixture
def run(runtime: Runtime) -> Run:
    """``run("user", "list")`` runs a command; ``input`` becomes its standard input."""

    def run(*arguments: str, runtime: Runtime = runtime, **options: Any) -> Result:
        return CliRunner().invoke(build(runtime), arguments, **options)

    return run


@pytest.fixture
def up(tmp_path: Path) -> Iterator[Callable[..., StudioProcess]]:
    """``up()`` starts a studio; each call uses the same data folder."""
    started: list[StudioProcess] = []

    def start(**options: Any) -> StudioProcess:
        started.append(StudioProcess(tmp_path / "data", **options))
        return started[-1]

    yield start
    for process in started:
        if process.process.poll() is None:
            process.stop(signal.SIGKILL)
