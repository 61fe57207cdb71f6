"""A run's folder (checkpoints, and what else its engine keeps) and its log, which is a file in it."""

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
MOST_LOG_BYTES = 4 * 1024 * 1024
WINDOW_BYTES = 65_536
LONGEST_LINE = 500
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class LogPart:
    """Whole lines of a log, at the byte ``offset`` of ``size_bytes``; ``next_offset`` is that of the line after."""

    text: str
    offset: int
    next_offset: int
    size_bytes: int


def run_folder(root: Path, training_run_id: UUID) -> Path:
    """The run's folder below ``root``, whether it is there or not."""
    return root / str(training_run_id)


def append_log(folder: Path, at: datetime, lines: Iterable[str]) -> None:
    """Add lines to the log, each with the time; what is beyond four MiB, or finds no folder or no room, is left out."""
    path = folder / LOG
    stamp = at.strftime("%Y-%m-%dT%H:%M:%SZ")
    text = "".join(f"{stamp} {UNPRINTABLE.sub(' ', line).strip()[:LONGEST_LINE]}\n" for line in lines)
    with suppress(OSError):
        if text and (not path.exists() or path.stat().st_size < MOST_LOG_BYTES):
            with path.open("ab") as file:
                file.write(text.encode("utf-8"))


def read_log(folder: Path, offset: int) -> LogPart:
    """Whole lines from ``offset`` on; from within a line, the next one first. A log that is not there is empty."""
    path = folder / LOG
    if not path.is_file():
        return LogPart("", offset, offset, 0)
    size = path.stat().st_size
    with path.open("rb") as file:
        begin = _line_start(file, offset) if 0 < offset < size else offset
        file.seek(begin)
        window = file.read(WINDOW_BYTES)
    whole = window[: window.rfind(b"\n") + 1]
    return LogPart(whole.decode("utf-8", "replace"), begin, begin + len(whole), size)


def _line_start(file: BinaryIO, offset: int) -> int:
    file.seek(offset - 1)
    return offset - 1 + len(file.readline())


def remove_folder(folder: Path) -> None:
    """Remove the folder and all in it; what cannot be removed now is left to ``tidy``."""
    shutil.rmtree(folder, ignore_errors=True)


def list_run_ids(root: Path) -> list[UUID]:
    """The ids of the runs that have a folder below ``root``."""
    found = [parse_id(folder.name) for folder in sorted(root.iterdir())] if root.is_dir() else []
    return [run_id for run_id in found if run_id is not None]


def clean_up(root: Path, run_ids: Iterable[UUID], *, known: Collection[UUID], done: Collection[UUID]) -> int:
    """Remove the folders of runs that are not ``known``, and all but the log of those that are ``done``; how many.

    List ``run_ids`` before asking what is known: a run is known before it has a folder.
    """
    count = 0
    for run_id in run_ids:
        folder = run_folder(root, run_id)
        if run_id not in known:
            remove_folder(folder)
            count += 1
        elif run_id in done:
            count += _empty(folder)
    return count


def _empty(folder: Path) -> bool:
    rest = [path for path in folder.iterdir() if path.name != LOG]
    for path in rest:
        shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
    return bool(rest)
