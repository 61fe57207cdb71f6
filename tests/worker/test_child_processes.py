"""How children are started: isolated from the current directory, and again when the machine could not start one."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import sysconfig
import threading
from collections.abc import Sequence
from pathlib import Path

import httpx
import pytest

from platemark.entrypoints.api_pool import API_PROCESS
from platemark.imports.reading.picture_reader import COMMAND as PICTURE_PROCESS
from platemark.worker.engine_host import ENGINE_PROCESS
from platemark.worker.executors import EXECUTORS
from platemark.worker.loop import run_worker
from platemark.worker.supervisor import WORKER_PROCESS, Supervisor
from platemark.worker.wakeup import ThreadWakeup
from tests.worker.conftest import WORKER_COMMAND, QueueClient, wait_until

PLATEMARK = Path(sysconfig.get_path("scripts")) / "platemark"
ENGINE_COMMAND = (sys.executable, str(Path(__file__).with_name("tiny_engine_process.py")))
SHADOWS = ("structlog", "numpy", "sqlalchemy", "PIL", "platemark_press", "json", "sitecustomize", "celeryconfig")
CHILDREN = [API_PROCESS, WORKER_PROCESS, ENGINE_PROCESS, PICTURE_PROCESS]
on_sqlite_only = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A folder with modules that leave a file behind where a process imports them, and then raise."""
    folder = tmp_path / "trap"
    folder.mkdir()
    for name in SHADOWS:
        sprung = str(folder / f"{name}.imported")
        (folder / f"{name}.py").write_text(f"open({sprung!r}, 'w').close()\nraise RuntimeError('the current folder')\n")
    return folder


def imported(folder: Path) -> list[str]:
    return sorted(file.stem for file in folder.glob("*.imported"))


@pytest.mark.parametrize("command", CHILDREN, ids=lambda it: it[-1])
def test_a_child_imports_nothing_from_the_current_directory(command: Sequence[str], trap: Path) -> None:
    without_arguments = subprocess.run(command, cwd=trap, capture_output=True, text=True, timeout=60, check=False)
    assert "IndexError" in without_arguments.stderr or "ValueError" in without_arguments.stderr
    assert imported(trap) == []


def test_a_studio_and_its_workers_import_nothing_from_the_current_directory(trap: Path) -> None:
    environ = {**os.environ, "PLATEMARK_DATA_DIR": str(trap.parent / "data"), "PLATEMARK_PORT": "0"}
    studio = subprocess.Popen([PLATEMARK, "up"], cwd=trap, env=environ, stdout=subprocess.PIPE, text=True)
    try:
        assert studio.stdout is not None
        url = studio.stdout.readline().strip().rpartition(" ")[2]
        wait_until(
            lambda: httpx.get(f"{url}/api/v1/health", timeout=60).json()["workers"]["ok"] is True, "a worker to report"
        )
    finally:
        studio.send_signal(signal.SIGTERM)
        studio.communicate(timeout=60)
    assert imported(trap) == []


def write_command(file: Path, command: Sequence[str]) -> None:
    """Make ``file`` a program that runs ``command``, complete from the first moment that it exists."""
    unfinished = file.with_suffix(".unfinished")
    unfinished.write_text(f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n')
    unfinished.chmod(0o755)
    unfinished.rename(file)


def open_pipes() -> int:
    descriptors = [it for it in Path("/proc/self/fd").iterdir() if it.is_symlink()]
    return sum(str(it.readlink()).startswith("pipe:") for it in descriptors)


@on_sqlite_only
def test_a_worker_that_cannot_be_started_is_tried_again_until_it_can(
    queue_client: QueueClient, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    job_id, program = queue_client.add_job(), tmp_path / "worker"
    before = open_pipes()
    with Supervisor(queue_client.settings, command=[str(program)]):
        wait_until(lambda: caplog.text.count("A worker cannot be started") > 1, "the second failure")
        write_command(program, WORKER_COMMAND)
        assert queue_client.wait_for_state(job_id, "succeeded").attempt == 1
    assert "No such file or directory" in caplog.text
    assert open_pipes() == before


@on_sqlite_only
def test_an_engine_process_that_cannot_be_started_is_tried_again_until_it_can(
    queue_client: QueueClient, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    job_id, program, wakeup = queue_client.add_job(), tmp_path / "engines", ThreadWakeup()
    arguments = (queue_client.settings, wakeup, EXECUTORS)
    worker = threading.Thread(target=run_worker, args=arguments, kwargs={"engine_command": [str(program)]})
    worker.start()
    try:
        wait_until(lambda: caplog.text.count("The engine process cannot be started") > 1, "the second failure")
        write_command(program, ENGINE_COMMAND)
        assert queue_client.wait_for_state(job_id, "succeeded").attempt == 1
    finally:
        wakeup.stop()
        worker.join()
        wakeup._reader.close()
        wakeup._writer.close()
