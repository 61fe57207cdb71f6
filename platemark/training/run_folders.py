"""The folder of a training run, which holds its log, checkpoints and whatever else the engine stores."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from platemark.ids import parse_id

LOG = "log.txt"
MAX_LOG_BYTES = 4 * 1024 * 1024
WINDOW_BYTES = 65_536
MAX_LINE_LENGTH = 500
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class LogPart:
    """Whole lines of a log of ``size_bytes``, starting at the byte ``offset``; the next line is at ``next_offset``."""

    text: str
    offset: int
    next_offset: int
    size_bytes: int


def run_folder(root: Path, training_run_id: UUID) -> Path:
    """The path of the run's folder below ``root``; it may not exist."""
    return root / str(training_run_id)


def append_log(folder: Path, at: datetime, lines: Iterable[str]) -> None:
    """Append lines with a timestamp; dropped if the log exceeds 4 MiB, the folder is missing or the disk is full."""
    path = folder / LOG
    stamp = at.strftime("%Y-%m-%dT%H:%M:%SZ")
    text = "".join(f"{stamp} {UNPRINTABLE.sub(' ', line).strip()[:MAX_LINE_LENGTH]}\n" for line in lines)
    with suppress(OSError):
        if text and (not path.exists() or path.stat().st_size < MAX_LOG_BYTES):
            with path.open("ab") as file:
                file.write(text.encode("utf-8"))


def read_log(folder: Path, offset: int) -> LogPart:
    """Whole lines from ``offset`` on; an offset within a line starts at the next. A missing log is empty."""
    path = folder / LOG
    if not path.is_file():
        return LogPart("", offset, offset, 0)
    size = path.stat().st_size
    with path.open("rb") as file:
        start = _line_start(file, offset) if 0 < offset < size else offset
        file.seek(start)
        window = file.read(WINDOW_BYTES)
    lines = window[: window.rfind(b"\n") + 1]
    return LogPart(lines.decode("utf-8", "replace"), start, start + len(lines), size)


def _line_start(file: BinaryIO, offset: int) -> int:
    file.seek(offset - 1)
    return offset - 1 + len(file.readline())


def remove_folder(folder: Path) -> None:
    """Remove the folder; whatever cannot be removed now is left to ``clean_up``."""
    shutil.rmtree(folder, ignore_errors=True)


def list_run_ids(root: Path) -> list[UUID]:
    """The ids of the runs that have a folder below ``root``."""
    run_ids = [parse_id(folder.name) for folder in sorted(root.iterdir())] if root.is_dir() else []
    return [run_id for run_id in run_ids if run_id is not None]


def clean_up(root: Path, run_ids: Iterable[UUID], *, known: Collection[UUID], done: Collection[UUID]) -> int:
    """Remove the folders of unknown runs, and all but the log from those of runs that are ``done``; how many changed.

    List ``run_ids`` before reading ``known`` from the database: a run has a row before it has a folder.
    """
    count = 0
    for run_id in run_ids:
        folder = run_folder(root, run_id)
        if run_id not in known:
            remove_folder(folder)
            count += 1
        elif run_id in done:
            count += _remove_all_but_log(folder)
    return count


def _remove_all_but_log(folder: Path) -> bool:
    others = [path for path in folder.iterdir() if path.name != LOG]
    for path in others:
        shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
    return bool(others)
