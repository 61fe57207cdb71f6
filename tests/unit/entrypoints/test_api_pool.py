"""What the parent of the API processes does when they cannot start, die at once, or do not answer."""

from __future__ import annotations

import shlex
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from platemark.entrypoints import api_pool
from platemark.entrypoints.api_pool import ApiPool
from platemark.settings import Settings
from tests.cli.studio_process import wait_for

FAKE = """
import sys
from multiprocessing.connection import Connection
from platemark.entrypoints.pool_messages import *
studio = Connection(int(sys.argv[1]))
studio.send(Serving())
"""
PATIENT = FAKE + "while True: studio.recv()"
LEAVING = FAKE + "while not isinstance(studio.recv(), Leave): pass"
"""An API process that serves nothing, and ends when it is asked to leave."""


@contextmanager
def running(program: Path, count: int = 2) -> Iterator[ApiPool]:
    """A pool of processes that run ``program``."""
    with socket.socket() as listening:
        pool = ApiPool(Settings(api_processes=count), listening, command=[str(program)])
        thread = threading.Thread(target=pool.run, args=(lambda: None,))
        thread.start()
        try:
            yield pool
        finally:
            pool.receive_signal(signal.SIGTERM)
            thread.join(30)
            assert not thread.is_alive()


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    """``write(code)`` makes the program of the processes, or another one, complete from the first moment."""

    def write(code: str) -> Path:
        program, unfinished = tmp_path / "api", tmp_path / "unfinished"
        unfinished.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -c {shlex.quote(code)} "$@"\n')
        unfinished.chmod(0o755)
        return unfinished.rename(program)

    return write


def test_processes_that_cannot_start_are_tried_again_with_longer_pauses(
    write: Callable[[str], Path], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with running(tmp_path / "api") as pool:
        wait_for(lambda: caplog.text.count("cannot be started") == 2)
        assert [record.msg["pause"] for record in caplog.records] == [0.25, 0.5]  # type: ignore[index]
        write(PATIENT)
        wait_for(lambda: len(pool.pids()) == 2)


def test_a_process_that_dies_at_once_does_not_stop_a_restart_of_the_others(
    write: Callable[[str], Path], caplog: pytest.LogCaptureFixture
) -> None:
    with running(write(LEAVING)) as pool:
        wait_for(lambda: len(pool.pids()) == 2)
        before = pool.pids()
        write("raise SystemExit(7)")
        pool.receive_signal(signal.SIGHUP)
        wait_for(lambda: caplog.text.count("'exit_code': 7") >= 2)
        assert pool.pids() == before, "nobody leaves before there is a successor"
        write(LEAVING)
        wait_for(lambda: len(pool.pids()) == 2 and not set(pool.pids()) & set(before))


def test_a_process_that_does_not_end_when_asked_is_killed(
    write: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(api_pool, "STOP_SECONDS", 0.2)
    stubborn = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)" + PATIENT
    with running(write(stubborn)) as pool:
        wait_for(lambda: len(pool.pids()) == 2)
    assert caplog.text.count("does not end when asked") == 2
    assert pool.pids() == []
