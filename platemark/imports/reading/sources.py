"""Sources: folders that may be read, or files in them, and reading in them. Nothing outside of a source is ever opened.

Each component of a path is opened relative to its parent and without following links, so neither ``..`` nor a link
leads out, not even one that is created while we read. Files are only read, and their times do not change. A link to a
file is followed step by step (``Source.follow``), and only within the folder that was allowed.
"""

from __future__ import annotations

import errno
import os
import stat
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path, PurePosixPath
from types import MappingProxyType, TracebackType
from typing import IO, Literal, Self

from platemark.errors import Conflict, Unprocessable
from platemark.imports.reading.file_names import one_line

FOLDER_FLAGS = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
ROOT_FLAGS = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
FILE_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC  # do not block on a pipe without a writer
CHUNK = 1024 * 1024
MAX_LINKS = 40

EntryKind = Literal["folder", "file", "link", "other"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in a folder, and the kind of what it names; ``target`` is where the file is, if it is a link to one."""

    name: str
    kind: EntryKind
    target: str | None = None


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of a file, and when it was last written (UTC)."""

    data: bytes
    modified_at: datetime


class PathMissing(OSError):
    """There is no such file or folder, or it is of another kind."""


class FileTooLarge(Exception):
    """The file has more bytes than the limit."""


@dataclass(frozen=True, slots=True)
class AllowedFolder:
    """An open folder that a source lies in, and the steps from it to the source: links may lead to anything in it."""

    descriptor: int
    path: Path
    steps: Sequence[str] = ()


class Source:
    """An open folder; a context manager. ``name`` is the folder's own name.

    ``allowed`` is the folder that links may lead into; without it none is followed. It is closed with the source.
    ``file`` is the name of the file in the folder that is to be read, if it is not the folder.
    """

    def __init__(self, descriptor: int, name: str, allowed: AllowedFolder | None = None, file: str = "") -> None:
        self._root = descriptor
        self._allowed = allowed
        self.name = name
        self.file = file

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._root)
        if self._allowed is not None:
            os.close(self._allowed.descriptor)

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

    def follow(self, key: str) -> str | None:
        """The path from this source of the file that the link at ``key`` leads to; it may begin with ``..``.

        None if it leads to no file, or out of the folder that is allowed.
        """
        if self._allowed is None:
            return None
        resolved = _resolve(self._allowed, [*self._allowed.steps, *key.split("/")])
        if resolved is None or not _is_file(self._allowed.descriptor, resolved):
            return None
        own = self._allowed.steps
        shared = next((n for n, (a, b) in enumerate(zip(own, resolved, strict=False)) if a != b), len(own))
        shared = min(shared, len(resolved))
        return "/".join([*[".."] * (len(own) - shared), *resolved[shared:]])

    def read(self, key: str, *, limit: int) -> File:
        """The file at ``key``, also one that ``follow`` returned.

        FileTooLarge over ``limit`` bytes, PathMissing, or OSError as raised.
        """
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

    def read_part(self, key: str, offset: int, size: int) -> bytes:
        """``size`` bytes of the file at ``key``, from ``offset`` on; PathMissing if it has fewer."""
        with self.open(key) as file:
            file.seek(offset)
            data = file.read(size)
        if len(data) != size:
            raise PathMissing(errno.ENOENT, "the file is shorter")
        return data

    @contextmanager
    def open(self, key: str) -> Iterator[IO[bytes]]:
        """The file at ``key``, open for reading; PathMissing, or OSError as raised."""
        with self._opened(key, FILE_FLAGS) as descriptor:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise PathMissing(errno.ENOENT, "not a file")
            with os.fdopen(descriptor, "rb", closefd=False) as file:
                yield file

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
        root, steps = self._steps(path)
        if any(step in ("", "..") for step in steps):
            raise PathMissing(errno.ENOENT, "not a path below the source")
        at = root
        try:
            for step in steps[:-1]:
                at = self._step(root, at, step, FOLDER_FLAGS)
            at = self._step(root, at, steps[-1], flags)
            yield at
        finally:
            if at != root:
                os.close(at)

    def _steps(self, path: str) -> tuple[int, list[str]]:
        """An open folder, and the steps from there: the source itself, or the allowed folder for ``../…``."""
        steps = path.split("/") if path else ["."]
        up = next((number for number, step in enumerate(steps) if step != ".."), len(steps))
        if not up or self._allowed is None or up > len(self._allowed.steps):
            return self._root, steps
        return self._allowed.descriptor, [*self._allowed.steps[: len(self._allowed.steps) - up], *steps[up:]]

    def _step(self, root: int, at: int, name: str, flags: int) -> int:
        try:
            following = os.open(name, flags, dir_fd=at)
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENXIO):
                raise PathMissing(error.errno, error.strerror) from None
            raise
        if at != root:
            os.close(at)
        return following


def open_folder(folder: Path, roots: Mapping[str, Path] = MappingProxyType({})) -> Source:
    """Open any folder, named by an operator; Conflict ``import_source_gone`` if it cannot be read.

    Links may lead to files in it, and in the one of ``roots`` that it lies in.
    """
    if is_within(roots, folder):
        return open_below(roots, folder)
    try:
        descriptor = os.open(folder, ROOT_FLAGS)
    except OSError:
        raise _source_gone() from None
    return Source(descriptor, folder.name, AllowedFolder(os.dup(descriptor), folder))


def open_below(roots: Mapping[str, Path], folder: Path) -> Source:
    """Open a folder at or below one of ``roots`` without following links; Conflict ``import_source_gone``."""
    for root in roots.values():
        if folder.is_relative_to(root):
            steps = folder.relative_to(root).parts
            try:
                with open_folder(root) as source, source._opened("/".join(steps), FOLDER_FLAGS) as descriptor:
                    allowed = AllowedFolder(os.dup(source.fileno()), root, steps)
                    return Source(os.dup(descriptor), folder.name, allowed)
            except OSError:
                raise _source_gone() from None
    raise _source_gone()


def open_source(path: Path, roots: Mapping[str, Path], *, is_file: bool, any_folder: bool) -> Source:
    """Open a folder, or with ``is_file`` a file in one; Conflict ``import_source_gone`` if it cannot be read.

    It lies at or below one of ``roots``, or with ``any_folder`` anywhere.
    """
    folder = path.parent if is_file else path
    source = open_folder(folder, roots) if any_folder else open_below(roots, folder)
    if is_file:
        source.file = path.name
        try:
            with source.open(source.file):
                return source
        except OSError:
            source.__exit__(None, None, None)
            raise _source_gone() from None
    return source


def path_of(roots: Mapping[str, Path], source: str, *, is_file: bool) -> Path:
    """The path of a source such as ``outputs/below``; Unprocessable ``import_source_unknown``."""
    name, _, below = source.rstrip("/").partition("/")
    steps = below.split("/") if below else []
    if name not in roots or any(step in ("", ".", "..") for step in steps):
        raise _source_unknown(source)
    path = roots[name].joinpath(*steps)
    try:
        open_source(path, roots, is_file=is_file, any_folder=False).__exit__(None, None, None)
    except Conflict:
        raise _source_unknown(source) from None
    return path


def name_of(roots: Mapping[str, Path], folder: Path) -> str:
    """The source name of a folder or file: ``outputs/below`` if it is at or below a root, otherwise its own name."""
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


def _resolve(allowed: AllowedFolder, steps: Sequence[str]) -> list[str] | None:
    """The steps from the allowed folder to what a path names once its links are followed; None if it leads out."""
    pending, resolved, links = deque(steps), list[str](), 0
    while pending:
        step = pending.popleft()
        if step in ("", "."):
            continue
        if step == "..":
            if not resolved:
                return None
            resolved.pop()
            continue
        try:
            target = PurePosixPath(os.readlink("/".join([*resolved, step]), dir_fd=allowed.descriptor))
        except (OSError, ValueError):  # not a link
            resolved.append(step)
            continue
        links += 1
        if links > MAX_LINKS:
            return None
        if target.is_absolute():
            if not target.is_relative_to(allowed.path):
                return None
            target, resolved = target.relative_to(allowed.path), []
        pending.extendleft(reversed(target.parts))
    return resolved


def _is_file(folder: int, steps: Sequence[str]) -> bool:
    try:
        return bool(steps) and stat.S_ISREG(os.stat("/".join(steps), dir_fd=folder, follow_symlinks=False).st_mode)
    except (OSError, ValueError):
        return False


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
