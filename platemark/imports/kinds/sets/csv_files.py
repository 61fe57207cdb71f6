"""Finds the CSV file of a set, whose path may be as it was on another disk. Only files of the source are ever read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from platemark.imports.reading.file_names import is_storable
from platemark.imports.reading.sources import FileTooLarge, Source

MAX_CSV_BYTES = 4 * 1024 * 1024


class CsvUnreadable(Exception):
    """The file cannot be read, for a reason with a stable code."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class CsvFile:
    """The bytes of a CSV file, and its path below the source, which need not be the one that the set names."""

    path: str
    data: bytes


def read(source: Source, path: str) -> CsvFile:
    """The file that a set of ``source`` names; CsvUnreadable if there is none, or it may not be read.

    A path leads from the folder of the config file, or, through that folder, from the root of the old project or disk:
    in ``sets``, the files ``data/sets/tarot.csv`` and ``/srv/old/sets/tarot.csv`` are ``tarot.csv``.
    """
    plain = path.replace("\\", "/") if PureWindowsPath(path).drive or path.startswith("\\") else path
    if ".." in re.split(r"[/\\]", path):
        raise CsvUnreadable("path_escapes", f"{path} leads out of the folder of the config file.")
    if not plain.strip("./") or not is_storable(path):
        raise CsvUnreadable("csv_missing", "The path of its CSV file names no file.")
    for candidate in _candidates(plain, source.name):
        try:
            return CsvFile(candidate, source.read(candidate, limit=MAX_CSV_BYTES).data)
        except FileTooLarge:
            raise CsvUnreadable("csv_too_large", f"{path} has more than {MAX_CSV_BYTES} bytes.") from None
        except OSError:
            continue
    if _is_absolute(plain):
        message = f"{path} is an absolute path, and not one through this folder ({source.name})."
        raise CsvUnreadable("path_absolute", message)
    raise CsvUnreadable("csv_missing", f"Cannot read the file {path}. Links are not followed.")


def _candidates(path: str, folder: str) -> Iterator[str]:
    steps = PurePosixPath(path).parts
    if not _is_absolute(path):
        yield PurePosixPath(path).as_posix()
    for at in range(len(steps) - 1, 0, -1):
        if steps[at - 1] == folder:
            yield "/".join(steps[at:])


def _is_absolute(path: str) -> bool:
    return path.startswith(("/", "~")) or bool(PureWindowsPath(path).drive)
