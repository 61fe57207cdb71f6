"""Which folders may be read, and reading in them: nothing outside of a source is ever opened.

Each step of a path is opened by itself, below the folder before it and without following links, so that neither ``..``
nor a link, even one that is put there meanwhile, leads out. All reading is read-only; times of the files stay.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from platemark.errors import Conflict, Unprocessable
from platemark.imports.reading.file_names import one_line

FOLDER_FLAGS = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
FILE_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC  # a pipe without a writer must not hold us up
CHUNK = 1024 * 1024

EntryKind = Literal["folder", "file", "link", "other"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in a folder, and what kind of thing it names."""

    name: str
    kind: EntryKind


@dataclass(frozen=True, slots=True)
class File:
    """What a file held, and when it was last written (UTC)."""

    data: bytes
    modified_at: datetime


class Gone(OSError):
    """There is no such file or folder any more, or it is one of another kind."""


class TooLong(Exception):
    """The file has more bytes than were allowed."""


class Source:
    """A folder that is read; a context manager. ``name`` is what the folder itself is called."""

    def __init__(self, descriptor: int, name: str) -> None:
        self._root = descriptor
        self.name = name

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._root)

    def fileno(self) -> int:
        """The folder's descriptor, for processes that are to read below it too."""
        return self._root

    def names(self, folder: str = "") -> list[Entry]:
        """What is in a folder (``""`` or ``a/b/``), sorted by name; Gone where there is none, OSError as it comes."""
        with self._opened(folder.rstrip("/"), FOLDER_FLAGS) as descriptor, os.scandir(descriptor) as entries:
            return sorted((Entry(entry.name, _kind(entry)) for entry in entries), key=lambda it: it.name)

    def modified_at(self, folder: str = "") -> datetime:
        """When the folder's list of names last changed."""
        with self._opened(folder.rstrip("/"), FOLDER_FLAGS) as descriptor:
            return _modified_at(os.fstat(descriptor))

    def read(self, key: str, *, limit: int) -> File:
        """The file at ``key``; TooLong over ``limit`` bytes, Gone where there is no file, OSError as it comes."""
        with self._opened(key, FILE_FLAGS) as descriptor:
            facts = os.fstat(descriptor)
            if not stat.S_ISREG(facts.st_mode):
                raise Gone(errno.ENOENT, "no file")
            if facts.st_size > limit:
                raise TooLong
            pieces, size = [], 0
            while piece := os.read(descriptor, CHUNK):
                size += len(piece)
                if size > limit:
                    raise TooLong
                pieces.append(piece)
            return File(b"".join(pieces), _modified_at(facts))

    @contextmanager
    def _opened(self, path: str, flags: int) -> Iterator[int]:
        steps = path.split("/") if path else ["."]
        if any(step in ("", "..") for step in steps):
            raise Gone(errno.ENOENT, "no path below the source")
        at = self._root
        try:
            for step in steps[:-1]:
                at = self._step(at, step, FOLDER_FLAGS)
            at = self._step(at, steps[-1], flags)
            yield at
        finally:
            if at != self._root:
                os.close(at)

    def _step(self, at: int, name: str, flags: int) -> int:
        try:
            following = os.open(name, flags, dir_fd=at)
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENXIO):
                raise Gone(error.errno, error.strerror) from None
            raise
        if at != self._root:
            os.close(at)
        return following


def open_folder(folder: Path) -> Source:
    """The folder that an operator named, wherever it is; Conflict ``import_source_gone`` where it cannot be read."""
    try:
        return Source(os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC), folder.name)
    except OSError:
        raise gone() from None


def open_below(roots: Mapping[str, Path], folder: Path) -> Source:
    """A folder below one of ``roots``, reached without a link; Conflict ``import_source_gone`` where there is none."""
    for root in roots.values():
        if folder.is_relative_to(root):
            with open_folder(root) as source:
                below = folder.relative_to(root).as_posix()
                try:
                    with source._opened("" if below == "." else below, FOLDER_FLAGS) as descriptor:
                        return Source(os.dup(descriptor), folder.name)
                except OSError:
                    raise gone() from None
    raise gone()


def folder_of(roots: Mapping[str, Path], source: str) -> Path:
    """The folder that ``outputs/below`` stands for; Unprocessable ``import_source_unknown`` where there is none."""
    name, _, below = source.rstrip("/").partition("/")
    steps = below.split("/") if below else []
    if name not in roots or any(step in ("", ".", "..") for step in steps):
        raise unknown(source)
    folder = roots[name].joinpath(*steps)
    try:
        open_below(roots, folder).__exit__(None, None, None)
    except Conflict:
        raise unknown(source) from None
    return folder


def name_of(roots: Mapping[str, Path], folder: Path) -> str:
    """What a folder is called on the wire: below a root from there on, else its own name alone."""
    for name, root in roots.items():
        if folder.is_relative_to(root):
            below = folder.relative_to(root).as_posix()
            return one_line(name if below == "." else f"{name}/{below}")
    return one_line(folder.name or "root").lstrip("/") or "root"


def readable(folder: Path) -> bool:
    """Whether the folder is there and can be read."""
    return folder.is_dir() and os.access(folder, os.R_OK | os.X_OK)


def gone() -> Conflict:
    """What is said of a folder that cannot be opened."""
    return Conflict("import_source_gone", "The folder that was to be imported is not there, or cannot be read.")


def unknown(source: str) -> Unprocessable:
    """What is said of a folder that nobody allowed, or that is not there: the same, so that nothing is given away."""
    return Unprocessable("import_source_unknown", f"There is no source {source!r}: listImportSources names them.")


def _kind(entry: os.DirEntry[str]) -> EntryKind:
    if entry.is_symlink():
        return "link"
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    return "file" if entry.is_file(follow_symlinks=False) else "other"


def _modified_at(facts: os.stat_result) -> datetime:
    try:
        moment = datetime.fromtimestamp(facts.st_mtime_ns // 1_000_000 / 1000, UTC)
    except (OverflowError, ValueError, OSError):
        return datetime(1970, 1, 1, tzinfo=UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
