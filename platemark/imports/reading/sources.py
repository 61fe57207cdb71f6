"""Sources: folders that may be read, and reading in them. Nothing outside of a source is ever opened.

Each component of a path is opened relative to its parent and without following links, so neither ``..`` nor a link
leads out, not even one that is created while we read. Files are only read, and their times do not change.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from platemark.errors import Conflict, Unprocessable
from platemark.imports.reading.file_names import one_line

FOLDER_FLAGS = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
FILE_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC  # do not block on a pipe without a writer
CHUNK = 1024 * 1024

EntryKind = Literal["folder", "file", "link", "other"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in a folder, and the kind of what it names."""

    name: str
    kind: EntryKind


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of a file, and when it was last written (UTC)."""

    data: bytes
    modified_at: datetime


class PathMissing(OSError):
    """There is no such file or folder, or it is of another kind."""


class FileTooLarge(Exception):
    """The file has more bytes than the limit."""


class Source:
    """An open folder; a context manager. ``name`` is the folder's own name."""

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
        """The folder's file descriptor, for processes that also read below it."""
        return self._root

    def list_entries(self, folder: str = "") -> list[Entry]:
        """The entries of a folder (``""`` or ``a/b/``), sorted by name; PathMissing, or OSError as raised.

        Each name is there once, even if it is renamed meanwhile: the system may then list a name twice.
        """
        with self._opened(folder.rstrip("/"), FOLDER_FLAGS) as descriptor, os.scandir(descriptor) as entries:
            listed = sorted({Entry(it.name, _kind(it)) for it in entries}, key=lambda it: (it.name, it.kind))
        return [next(same) for _, same in groupby(listed, key=lambda it: it.name)]

    def modified_at(self, folder: str = "") -> datetime:
        """When an entry was last added to the folder or removed from it."""
        with self._opened(folder.rstrip("/"), FOLDER_FLAGS) as descriptor:
            return _modified_at(os.fstat(descriptor))

    def read(self, key: str, *, limit: int) -> File:
        """The file at ``key``; FileTooLarge over ``limit`` bytes, PathMissing, or OSError as raised."""
        with self._opened(key, FILE_FLAGS) as descriptor:
            facts = os.fstat(descriptor)
            if not stat.S_ISREG(facts.st_mode):
                raise PathMissing(errno.ENOENT, "not a file")
            if facts.st_size > limit:
                raise FileTooLarge
            pieces, size = [], 0
            while piece := os.read(descriptor, CHUNK):
                size += len(piece)
                if size > limit:
                    raise FileTooLarge
                pieces.append(piece)
            return File(b"".join(pieces), _modified_at(facts))

    def copy(self, key: str, target: Path, *, limit: int) -> None:
        """Copy the file at ``key`` to ``target``, which does not exist yet; errors as those of ``read``."""
        with self._opened(key, FILE_FLAGS) as descriptor, target.open("xb") as copy:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise PathMissing(errno.ENOENT, "not a file")
            while piece := os.read(descriptor, CHUNK):
                if copy.tell() + len(piece) > limit:
                    raise FileTooLarge
                copy.write(piece)

    @contextmanager
    def _opened(self, path: str, flags: int) -> Iterator[int]:
        steps = path.split("/") if path else ["."]
        if any(step in ("", "..") for step in steps):
            raise PathMissing(errno.ENOENT, "not a path below the source")
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
                raise PathMissing(error.errno, error.strerror) from None
            raise
        if at != self._root:
            os.close(at)
        return following


def open_folder(folder: Path) -> Source:
    """Open any folder, named by an operator; Conflict ``import_source_gone`` if it cannot be read."""
    try:
        return Source(os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC), folder.name)
    except OSError:
        raise _source_gone() from None


def open_below(roots: Mapping[str, Path], folder: Path) -> Source:
    """Open a folder at or below one of ``roots`` without following links; Conflict ``import_source_gone``."""
    for root in roots.values():
        if folder.is_relative_to(root):
            with open_folder(root) as source:
                below = folder.relative_to(root).as_posix()
                try:
                    with source._opened("" if below == "." else below, FOLDER_FLAGS) as descriptor:
                        return Source(os.dup(descriptor), folder.name)
                except OSError:
                    raise _source_gone() from None
    raise _source_gone()


def folder_of(roots: Mapping[str, Path], source: str) -> Path:
    """The folder of a source such as ``outputs/below``; Unprocessable ``import_source_unknown``."""
    name, _, below = source.rstrip("/").partition("/")
    steps = below.split("/") if below else []
    if name not in roots or any(step in ("", ".", "..") for step in steps):
        raise _source_unknown(source)
    folder = roots[name].joinpath(*steps)
    try:
        open_below(roots, folder).__exit__(None, None, None)
    except Conflict:
        raise _source_unknown(source) from None
    return folder


def name_of(roots: Mapping[str, Path], folder: Path) -> str:
    """A folder's source name: ``outputs/below`` if it is at or below a root, otherwise its own name alone."""
    for name, root in roots.items():
        if folder.is_relative_to(root):
            below = folder.relative_to(root).as_posix()
            return one_line(name if below == "." else f"{name}/{below}")
    return one_line(folder.name or "root").lstrip("/") or "root"


def is_within(roots: Mapping[str, Path], folder: Path) -> bool:
    """Whether a folder is at or below one of ``roots``."""
    return any(folder.is_relative_to(root) for root in roots.values())


def is_readable(folder: Path) -> bool:
    """Whether the folder exists and can be read."""
    return folder.is_dir() and os.access(folder, os.R_OK | os.X_OK)


def _source_gone() -> Conflict:
    return Conflict("import_source_gone", "The folder to import does not exist, or cannot be read.")


def _source_unknown(source: str) -> Unprocessable:
    """The same error for a folder that is not allowed and one that does not exist, so that nothing is revealed."""
    return Unprocessable("import_source_unknown", f"There is no source {source!r}; listImportSources lists them.")


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
