"""The blob store: content-addressed and deduplicated.

Store the bytes first, then commit the row that references them: a crash in between leaves an orphan, never a row
without bytes. ``platemark.storage.orphans`` removes orphans.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import re
import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol
from uuid import uuid4

from platemark.errors import DataUnusable, TooLarge, Unavailable
from platemark.storage.full_disk import FULL

CHUNK = 1024 * 1024
NOT_A_DIGEST = "not a SHA-256 digest in lower-case hexadecimal"
NEARLY_FULL = "The disk that stores the images is nearly full; an operator has to free space."
DIGEST = re.compile(r"[0-9a-f]{64}")
UNFINISHED = ".incoming-"
MIN_FREE_BYTES = 64 * CHUNK
"""With less space than this, no work is begun that has to store files."""

SYNC_DISK = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None) if sys.platform == "linux" else None


class BlobStore(Protocol):
    """Stores bytes by digest: SHA-256 as 64 lower-case hexadecimal digits; anything else is a ValueError.

    Writes are durable when they return. A full or missing disk raises Unavailable, whose message contains no path.
    """

    def put(self, data: bytes) -> str:
        """Store ``data`` and return its digest. The age of a blob that exists is reset, so that no sweep removes it."""
        ...

    def put_many(self, blobs: Sequence[bytes]) -> list[str]:
        """``put`` for many blobs with few syncs; returns their digests in order."""
        ...

    def put_file(self, stream: IO[bytes], *, limit: int) -> str:
        """Store a stream without holding it in memory; TooLarge above ``limit`` bytes."""
        ...

    def path(self, digest: str) -> Path:
        """The path of the blob's file, whether it exists or not."""
        ...

    def read(self, digest: str) -> bytes:
        """The blob's bytes; Unavailable if it is missing."""
        ...

    def exists(self, digest: str) -> bool:
        """Whether the blob exists."""
        ...

    def size(self, digest: str) -> int:
        """The blob's size in bytes; Unavailable if it is missing."""
        ...

    def stored_bytes(self, digests: Iterable[str]) -> int:
        """The size in bytes of all these blobs together; those that are missing have none."""
        ...

    def delete(self, digest: str) -> bool:
        """Delete the blob; False if it did not exist."""
        ...

    def stale(self, grace_seconds: float) -> Iterator[str]:
        """The digests of blobs not put within ``grace_seconds``, in no particular order."""
        ...

    def delete_stale(self, digest: str, grace_seconds: float) -> int:
        """Delete the blob if it is still stale; returns the bytes freed."""
        ...

    def clear_unfinished(self, grace_seconds: float) -> int:
        """Delete files that dead writers left unfinished; returns how many."""
        ...

    def free_bytes(self) -> int:
        """Free space in bytes."""
        ...

    def require_space(self) -> None:
        """Unavailable ``storage_full`` if the disk is nearly full; cheap enough for every request."""
        ...

    def problem(self) -> str | None:
        """Why nothing can be stored now, in one sentence without a path; None if storage works."""
        ...

    def probe(self) -> None:
        """Write, read and delete a small file; DataUnusable with the reason if that fails."""
        ...


class FolderBlobStore:
    """Blobs in a folder, in 256 subfolders by the digest's first byte. Creates the folder if it is missing."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._root = str(root)

    def put(self, data: bytes) -> str:
        """Store ``data`` durably and return its digest."""
        digest = hashlib.sha256(data).hexdigest()
        with disk_errors_as_unavailable():
            if not self._touch(digest, len(data)):
                with self._incoming() as (path, file):
                    file.write(data)
                    self._rename_durably(path, file, digest)
        return digest

    def put_many(self, blobs: Sequence[bytes]) -> list[str]:
        """Store all blobs durably with two syncs in total instead of two for each."""
        digests = [hashlib.sha256(data).hexdigest() for data in blobs]
        with disk_errors_as_unavailable():
            missing = {
                digest: data for digest, data in zip(digests, blobs, strict=True) if not self._touch(digest, len(data))
            }
            if missing:
                self._store_many(missing)
        return digests

    def put_file(self, stream: IO[bytes], *, limit: int) -> str:
        """Store a stream in chunks; TooLarge above ``limit`` bytes, which stores nothing."""
        with disk_errors_as_unavailable(), self._incoming() as (path, file):
            digester, size = hashlib.sha256(), 0
            while chunk := stream.read(CHUNK):
                size += len(chunk)
                if size > limit:
                    raise TooLarge("file_too_large", f"The file is larger than {limit} bytes.")
                digester.update(chunk)
                file.write(chunk)
            digest = digester.hexdigest()
            if not self._touch(digest, size):
                self._rename_durably(path, file, digest)
        return digest

    def path(self, digest: str) -> Path:
        """The path of the blob's file; ValueError for anything but a digest, so no path can escape the root."""
        return Path(self._file_of(digest))

    def read(self, digest: str) -> bytes:
        """The blob's bytes; Unavailable if it is missing."""
        with disk_errors_as_unavailable():
            return self.path(digest).read_bytes()

    def exists(self, digest: str) -> bool:
        """Whether the blob exists."""
        return os.path.isfile(self._file_of(digest))  # noqa: PTH113 - avoids a Path per blob

    def size(self, digest: str) -> int:
        """The blob's size in bytes; Unavailable if it is missing."""
        with disk_errors_as_unavailable():
            return self.path(digest).stat().st_size

    def stored_bytes(self, digests: Iterable[str]) -> int:
        """The size in bytes of all these blobs together; those that are missing have none."""
        with disk_errors_as_unavailable():
            return sum(_size(self.path(digest)) for digest in digests)

    def delete(self, digest: str) -> bool:
        """Delete the blob; False if it did not exist."""
        return _unlink(self.path(digest))

    def stale(self, grace_seconds: float) -> Iterator[str]:
        """The digests of blobs not put within ``grace_seconds``."""
        for folder in sorted(self.root.glob("[0-9a-f][0-9a-f]")):
            for path in folder.iterdir():
                if DIGEST.fullmatch(path.name) and _age(path) >= grace_seconds:
                    yield path.name

    def delete_stale(self, digest: str, grace_seconds: float) -> int:
        """Delete the blob if it is still stale; returns the bytes freed."""
        path = self.path(digest)
        size = _size(path)
        return size if _age(path) >= grace_seconds and _unlink(path) else 0

    def clear_unfinished(self, grace_seconds: float) -> int:
        """Delete files that dead writers left unfinished; returns how many."""
        left = [path for path in self.root.glob(f"{UNFINISHED}*") if _age(path) >= grace_seconds]
        return sum(_unlink(path) for path in left)

    def free_bytes(self) -> int:
        """Free space on the disk in bytes."""
        with disk_errors_as_unavailable():
            return shutil.disk_usage(self.root).free

    def require_space(self) -> None:
        """Unavailable ``storage_full`` if less than 64 MiB are free; a missing folder has no disk yet."""
        try:
            free = self.free_bytes()
        except Unavailable:
            return
        if free < MIN_FREE_BYTES:
            raise Unavailable("storage_full", NEARLY_FULL)

    def problem(self) -> str | None:
        """Why nothing can be stored now, in one sentence without a path; None if storage works."""
        try:
            self._try()
        except OSError as error:
            return _message(error)
        return None

    def probe(self) -> None:
        """Write, read and delete a small file; DataUnusable that names the folder and the remedy if that fails."""
        try:
            self._try()
        except OSError as error:
            raise DataUnusable(
                "storage_full" if error.errno in FULL else "storage_unwritable",
                f"Cannot store files in {self.root} ({error.strerror or error}): "
                "free space, make it writable, or set PLATEMARK_DATA_DIR to another folder "
                "(docs/operations/backup.md).",
            ) from error

    def _try(self) -> None:
        with self._incoming() as (path, file):
            file.write(b"platemark")
            file.flush()
            os.fsync(file.fileno())
            if path.read_bytes() != b"platemark":
                raise OSError(errno.EIO, "data read back differs from data written")

    @contextmanager
    def _incoming(self) -> Iterator[tuple[Path, IO[bytes]]]:
        """A new file on the blobs' disk; gone after the block unless it was renamed."""
        self.root.mkdir(parents=True, exist_ok=True)
        path = self.root / f"{UNFINISHED}{uuid4().hex}"
        try:
            with path.open("xb") as file:
                yield path, file
        finally:
            path.unlink(missing_ok=True)

    def _rename_durably(self, path: Path, file: IO[bytes], digest: str) -> None:
        """Rename the file to its digest atomically: after a power cut it is complete or absent."""
        file.flush()
        os.fsync(file.fileno())
        target = self.path(digest)
        if not target.parent.is_dir():
            target.parent.mkdir(exist_ok=True)
            _sync_folder(self.root)
        path.rename(target)
        _sync_folder(target.parent)

    def _store_many(self, blobs: Mapping[str, bytes]) -> None:
        """Write and rename each blob atomically: after a power cut it is complete or absent.

        Makes few system calls, because each may wait for the interpreter lock while other threads compute.
        """
        self.root.mkdir(parents=True, exist_ok=True)
        run = self.root / f"{UNFINISHED}{uuid4().hex}"
        unfinished = {digest: f"{run}-{number}" for number, digest in enumerate(blobs)}
        folders = {digest[:2] for digest in blobs}
        try:
            for digest, data in blobs.items():
                _write_new(unfinished[digest], data)
            _sync_all(self.root, unfinished.values())
            for name in folders.difference(os.listdir(self.root)):  # noqa: PTH208 - only names are needed
                (self.root / name).mkdir(exist_ok=True)
            for digest in blobs:
                os.rename(unfinished[digest], self._file_of(digest))  # noqa: PTH104 - avoids a Path per blob
            _sync_all(self.root, [self.root, *(self.root / name for name in sorted(folders))])
        except BaseException:
            for left in unfinished.values():
                Path(left).unlink(missing_ok=True)
            raise

    def _touch(self, digest: str, size: int) -> bool:
        """Reset a blob's age; False if it is missing or truncated."""
        path = self._file_of(digest)
        try:
            os.utime(path)
            return os.stat(path).st_size == size  # noqa: PTH116 - avoids a Path per blob
        except FileNotFoundError:
            return False

    def _file_of(self, digest: str) -> str:
        if not DIGEST.fullmatch(digest):
            raise ValueError(NOT_A_DIGEST)
        return f"{self._root}/{digest[:2]}/{digest}"


def _unlink(path: Path) -> bool:
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    return True


def _size(path: Path) -> int:
    """The size in bytes; 0 if the file is gone."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _age(path: Path) -> float:
    """Seconds since the file was written or touched; -1 if it is gone."""
    try:
        return time.time() - path.stat().st_mtime
    except FileNotFoundError:
        return -1.0


def _sync_folder(folder: str | Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_new(path: str, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]
    finally:
        os.close(descriptor)


def _sync_all(root: Path, paths: Iterable[str | Path]) -> None:
    """Sync files and folders below ``root``: the whole disk at once if the system can, else one by one."""
    if SYNC_DISK is None:
        for path in paths:
            _sync_folder(path)
        return
    descriptor = os.open(root, os.O_RDONLY)
    try:
        if SYNC_DISK(descriptor) != 0:
            raise OSError(ctypes.get_errno(), "syncfs failed")
    finally:
        os.close(descriptor)


def _message(error: OSError) -> str:
    if error.errno in FULL:
        return "The disk that stores the images is full."
    if isinstance(error, FileNotFoundError):
        return "The file is missing from the store."
    return "The disk that stores the images is unavailable."


@contextmanager
def disk_errors_as_unavailable() -> Iterator[None]:
    """Turn disk errors into Unavailable with a message that contains no path."""
    try:
        yield
    except OSError as error:
        raise Unavailable("storage_full" if error.errno in FULL else "storage_failed", _message(error)) from error
