"""A full disk is recognised in the errors of those who write files, and anything else is not taken for one."""

from __future__ import annotations

import errno
import threading
from pathlib import Path
from typing import Any

import pytest

from platemark.engines.base import EngineError
from platemark.engines.registry import Engines
from platemark.errors import Unavailable
from platemark.jobs.requests import GenerateJob
from platemark.storage.blobs import FolderBlobStore
from platemark.storage.full_disk import is_full_disk
from platemark.worker import engine_process
from platemark.worker.messages import GenerateImages, TaskFailed
from platemark.worker.wish_box import WishBox
from tests.worker.tiny_engine import TinyEngine


def write_to_full_device() -> None:
    """What the system says: /dev/full takes no byte."""
    with Path("/dev/full").open("wb") as file:
        file.write(b"x" * 100_000)


def wrap(error: Exception) -> Exception:
    try:
        raise ValueError("a library failed") from error
    except ValueError as wrapped:
        return wrapped


def raised_by_the_system() -> OSError:
    with pytest.raises(OSError, match="No space left") as raised:
        write_to_full_device()
    return raised.value


FULL = [
    OSError(errno.ENOSPC, "no room"),
    OSError(errno.EDQUOT, "over quota"),
    wrap(OSError(errno.ENOSPC, "no room")),
    RuntimeError("Error while serializing: I/O error: No space left on device (os error 28)"),
    wrap(RuntimeError("I/O error (os error 122)")),
]
OTHER = [OSError(errno.EIO, "I/O error"), PermissionError(13, "denied"), MemoryError(), ValueError("space left"), None]


def test_a_full_disk_is_recognised() -> None:
    assert all(map(is_full_disk, [*FULL, raised_by_the_system(), wrap(raised_by_the_system())]))
    assert not any(map(is_full_disk, OTHER))


@pytest.mark.parametrize("error", [FULL[0], FULL[3], EngineError("failed", "The file failed (os error 28)")])
def test_an_engine_that_meets_a_full_disk_fails_with_storage_full(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(TinyEngine, "generate", fail)
    nothing: Any = None
    task = GenerateImages("tiny", GenerateJob(prompt="a fox", engine="tiny", seed=1).payload())
    failed = engine_process._run_task(task, Engines.of([TinyEngine()]), nothing, threading.Event(), WishBox())
    assert isinstance(failed, TaskFailed)
    assert (failed.code, failed.retryable) == ("storage_full", True)


@pytest.mark.parametrize(("free", "full"), [(64 * 1024 * 1024, False), (64 * 1024 * 1024 - 1, True), (0, True)])
def test_space_is_required(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, full: bool) -> None:
    monkeypatch.setattr(FolderBlobStore, "free_bytes", lambda _: free)
    if not full:
        return FolderBlobStore(tmp_path).require_space()
    with pytest.raises(Unavailable) as refused:
        FolderBlobStore(tmp_path).require_space()
    assert refused.value.code == "storage_full"
    return None


def test_a_folder_that_does_not_exist_yet_is_not_full(tmp_path: Path) -> None:
    assert FolderBlobStore(tmp_path / "absent").require_space() is None  # type: ignore[func-returns-value]
