"""Runs imports in child processes that can be killed: ``python -m tests.unit.imports.fork_server`` forks one per line.

The interpreter loads all modules once; each child is a process of its own, killed by SIGKILL.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, Self
from uuid import UUID

from platemark import logs
from platemark.db.engine import connect
from platemark.imports.execution import apply, plan, undo, verify
from platemark.imports.execution.runner import Importer
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore

BATCH = 4


class ForkServer:
    """A context manager; ``run`` runs the queued phase of an import in a child."""

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "tests.unit.imports.fork_server"]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=Path(__file__).parents[3])
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(20)
        self._process.stdout.close()

    def run(self, url: str, folder: Path, import_id: UUID, die_at: int = 0) -> tuple[int, int]:
        """The signal that killed the child (0: it exited by itself), and how many fault points it passed."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        request = {"url": url, "folder": str(folder), "import_id": str(import_id), "die_at": die_at}
        self._process.stdin.write(f"{json.dumps(request)}\n")
        self._process.stdin.flush()
        result: dict[str, int] = json.loads(self._process.stdout.readline())
        return result["signal"], result["points"]


def main() -> None:
    """Fork a child for each line, one at a time."""
    logs.configure(Settings(log_level="error"))
    for line in sys.stdin:
        request = json.loads(line)
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            os.write(writing, f"{_run_import(**request)}".encode())
            os._exit(0)
        os.close(writing)
        _, status = os.waitpid(child, 0)
        points = os.read(reading, 100)
        os.close(reading)
        sys.stdout.write(json.dumps({"signal": os.WTERMSIG(status), "points": int(points or 0)}) + "\n")
        sys.stdout.flush()


def _run_import(url: str, folder: str, import_id: str, die_at: int) -> int:
    """Run the import in small batches and kill this process at fault point ``die_at``, counted from one."""
    passed = 0
    lock = Lock()

    def fault(_point: str) -> None:
        nonlocal passed
        with lock:
            passed += 1
            if passed == die_at:
                os.kill(os.getpid(), signal.SIGKILL)

    apply.MAX_BATCH_ITEMS = plan.MAX_BATCH_ITEMS = undo.BATCH = verify.BATCH = BATCH
    _add_points_around_renames(fault)
    database = connect(url)
    settings = Settings(data_dir=Path(folder))
    Importer(settings, database, FolderBlobStore(settings.blobs_dir), any_folder=True, fault=fault).run_next(
        UUID(import_id)
    )  # fmt: skip
    database.dispose()
    return passed


def _add_points_around_renames(fault: Callable[[str], None]) -> None:
    """Add fault points just before and just after a blob is renamed to its digest."""
    rename = os.rename

    def patched(*names: Any) -> None:
        fault("before_rename")
        rename(*names)
        fault("after_rename")

    os.rename = patched  # type: ignore[assignment]


if __name__ == "__main__":
    main()
