"""The blob store: bytes in, their digest out; the same bytes lie there once.

Bytes first, then the row that names them: a crash between leaves an orphan, never a row without bytes. Orphans are
removed by ``platemark.storage.orphans``.
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
from typing import BinaryIO, Protocol
from uuid import uuid4

from platemark.errors import StartupError, TooLarge, Unavailable

CHUNK = 1024 * 1024
NO_DIGEST = "not a SHA-256 digest in lower-case hexadecimal"
DIGEST = re.compile(r"[0-9a-f]{64}")
UNFINISHED = ".incoming-"
FULL = (errno.ENOSPC, errno.EDQUOT)
SYNC_DISK = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None) if sys.platform == "linux" else None


class BlobStore(Protocol):
    """Where bytes lie. A digest is SHA-256 as 64 lower-case hexadecimal digits; anything else is a ValueError.

    Writes are durable when they return. A disk that is full or gone is Unavailable, whose words hold no path.
    """

    def put(self, data: bytes) -> str:
        """Keep ``data`` and give its digest. Bytes already there become young again, so that no sweep takes them."""
        ...

    def put_many(self, blobs: Sequence[bytes]) -> list[str]:
        """``put`` for many at once, in little more time than the disk needs for their bytes; their digests."""
        ...

    def put_file(self, stream: BinaryIO, *, limit: int) -> str:
        """Keep what ``stream`` holds without ever having all of it in memory; over ``limit`` bytes is TooLarge."""
        ...

    def path(self, digest: str) -> Path:
        """The file in which the blob lies, or would lie."""
        ...

    def read(self, digest: str) -> bytes:
        """The blob's bytes; Unavailable where they are not there."""
        ...

    def exists(self, digest: str) -> bool:
        """Whether the blob is there."""
        ...

    def size(self, digest: str) -> int:
        """The blob's size in bytes; Unavailable where it is not there."""
        ...

    def delete(self, digest: str) -> bool:
        """Remove the blob; False where there was none."""
        ...

    def stale(self, grace_seconds: float) -> Iterator[str]:
        """The digests of the blobs that nobody put within ``grace_seconds``, in no particular order."""
        ...

    def delete_stale(self, digest: str, grace_seconds: float) -> int:
        """Remove the blob if it is stale still; the bytes that this freed."""
        ...

    def clear_unfinished(self, grace_seconds: float) -> int:
        """Remove what writers that died left half written; the number of files removed."""
        ...

    def free_bytes(self) -> int:
        """How much more fits."""
        ...

    def problem(self) -> str | None:
        """One sentence on why bytes cannot be kept now, without a path in it; None when all is well."""
        ...

    def probe(self) -> None:
        """Write, read and delete a small file; a StartupError says in one sentence why that did not work."""
        ...


class FolderBlobStore:
    """Blobs in a folder, spread over 256 folders by the digest's first byte. The folder is made where it is missing."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._root = str(root)

    def put(self, data: bytes) -> str:
        """Keep ``data`` durably and give its digest."""
        digest = hashlib.sha256(data).hexdigest()
        with _words_for_failures():
            if not self._touch(digest, len(data)):
                with self._incoming() as (path, file):
                    file.write(data)
                    self._keep(path, file, digest)
        return digest

    def put_many(self, blobs: Sequence[bytes]) -> list[str]:
        """Keep them all durably: the disk is asked to sync twice for all of them, not twice for each."""
        digests = [hashlib.sha256(data).hexdigest() for data in blobs]
        with _words_for_failures():
            fresh = {
                digest: data for digest, data in zip(digests, blobs, strict=True) if not self._touch(digest, len(data))
            }
            if fresh:
                self._keep_many(fresh)
        return digests

    def put_file(self, stream: BinaryIO, *, limit: int) -> str:
        """Keep what ``stream`` holds, a piece at a time; over ``limit`` bytes is TooLarge and leaves nothing."""
        with _words_for_failures(), self._incoming() as (path, file):
            seen, size = hashlib.sha256(), 0
            while piece := stream.read(CHUNK):
                size += len(piece)
                if size > limit:
                    raise TooLarge("file_too_large", f"The file is larger than the {limit} bytes that are taken.")
                seen.update(piece)
                file.write(piece)
            digest = seen.hexdigest()
            if not self._touch(digest, size):
                self._keep(path, file, digest)
        return digest

    def path(self, digest: str) -> Path:
        """The file in which the blob lies, or would lie; a ValueError for what is no digest, so no path escapes."""
        return Path(self._place(digest))

    def read(self, digest: str) -> bytes:
        """The blob's bytes; Unavailable where they are not there."""
        with _words_for_failures():
            return self.path(digest).read_bytes()

    def exists(self, digest: str) -> bool:
        """Whether the blob is there."""
        return os.path.isfile(self._place(digest))  # noqa: PTH113 - a Path for each costs more

    def size(self, digest: str) -> int:
        """The blob's size in bytes; Unavailable where it is not there."""
        with _words_for_failures():
            return self.path(digest).stat().st_size

    def delete(self, digest: str) -> bool:
        """Remove the blob; False where there was none."""
        return _removed(self.path(digest))

    def stale(self, grace_seconds: float) -> Iterator[str]:
        """The digests of the blobs that nobody put within ``grace_seconds``."""
        for folder in sorted(self.root.glob("[0-9a-f][0-9a-f]")):
            for path in folder.iterdir():
                if DIGEST.fullmatch(path.name) and _age(path) >= grace_seconds:
                    yield path.name

    def delete_stale(self, digest: str, grace_seconds: float) -> int:
        """Remove the blob if it is stale still; the bytes that this freed."""
        path = self.path(digest)
        try:
            size = path.stat().st_size
        except FileNotFoundError:
            return 0
        return size if _age(path) >= grace_seconds and _removed(path) else 0

    def clear_unfinished(self, grace_seconds: float) -> int:
        """Remove what writers that died left half written; the number of files removed."""
        left = [path for path in self.root.glob(f"{UNFINISHED}*") if _age(path) >= grace_seconds]
        return sum(_removed(path) for path in left)

    def free_bytes(self) -> int:
        """How much more the disk takes."""
        with _words_for_failures():
            return shutil.disk_usage(self.root).free

    def problem(self) -> str | None:
        """Why bytes cannot be kept now, without a path; None when all is well."""
        try:
            self._try()
        except OSError as error:
            return _words(error)
        return None

    def probe(self) -> None:
        """Write, read and delete a small file, or raise a StartupError that names the folder and what to do."""
        try:
            self._try()
        except OSError as error:
            raise StartupError(
                "storage_full" if error.errno in FULL else "storage_unwritable",
                f"The folder {self.root} cannot keep images ({error.strerror or error}): "
                "make room or make it writable, or choose another with PLATEMARK_DATA_DIR.",
            ) from error

    def _try(self) -> None:
        with self._incoming() as (path, file):
            file.write(b"platemark")
            file.flush()
            os.fsync(file.fileno())
            if path.read_bytes() != b"platemark":
                raise OSError(errno.EIO, "what was written cannot be read back")

    @contextmanager
    def _incoming(self) -> Iterator[tuple[Path, BinaryIO]]:
        """A new file beside the blobs, on their disk; gone after the block unless ``_keep`` renamed it."""
        self.root.mkdir(parents=True, exist_ok=True)
        path = self.root / f"{UNFINISHED}{uuid4().hex}"
        try:
            with path.open("xb") as file:
                yield path, file
        finally:
            path.unlink(missing_ok=True)

    def _keep(self, path: Path, file: BinaryIO, digest: str) -> None:
        """Rename the file at ``path`` to its digest, so that a power cut leaves all of it or nothing."""
        file.flush()
        os.fsync(file.fileno())
        target = self.path(digest)
        if not target.parent.is_dir():
            target.parent.mkdir(exist_ok=True)
            _sync_folder(self.root)
        path.rename(target)
        _sync_folder(target.parent)

    def _keep_many(self, blobs: Mapping[str, bytes]) -> None:
        """Write each beside its place and rename it to its digest, so that a power cut leaves all of it or nothing.

        As few calls of the system as will do: while others compute, each of them waits for its turn.
        """
        self.root.mkdir(parents=True, exist_ok=True)
        run = self.root / f"{UNFINISHED}{uuid4().hex}"
        unfinished = {digest: f"{run}-{number}" for number, digest in enumerate(blobs)}
        folders = {digest[:2] for digest in blobs}
        try:
            for digest, data in blobs.items():
                _write_new(unfinished[digest], data)
            _sync_all(self.root, unfinished.values())
            for name in folders.difference(os.listdir(self.root)):  # noqa: PTH208 - names are all that is wanted
                (self.root / name).mkdir(exist_ok=True)
            for digest in blobs:
                os.rename(unfinished[digest], self._place(digest))  # noqa: PTH104 - a Path for each costs more
            _sync_all(self.root, [self.root, *(self.root / name for name in sorted(folders))])
        except BaseException:
            for left in unfinished.values():
                Path(left).unlink(missing_ok=True)
            raise

    def _touch(self, digest: str, size: int) -> bool:
        """Make a blob that is there young again; False where it is not there, or not whole."""
        place = self._place(digest)
        try:
            os.utime(place)
            return os.stat(place).st_size == size  # noqa: PTH116 - a Path for each costs more
        except FileNotFoundError:
            return False

    def _place(self, digest: str) -> str:
        if not DIGEST.fullmatch(digest):
            raise ValueError(NO_DIGEST)
        return f"{self._root}/{digest[:2]}/{digest}"


def _removed(path: Path) -> bool:
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    return True


def _age(path: Path) -> float:
    """Seconds since the file was written or touched; a file that is gone has no age at all."""
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
    """Sync files and folders below ``root``: their whole disk at once where the system can, else one by one."""
    if SYNC_DISK is None:
        for path in paths:
            _sync_folder(path)
        return
    descriptor = os.open(root, os.O_RDONLY)
    try:
        if SYNC_DISK(descriptor) != 0:
            raise OSError(ctypes.get_errno(), "the disk could not be synced")
    finally:
        os.close(descriptor)


def _words(error: OSError) -> str:
    if error.errno in FULL:
        return "The disk that keeps the images is full."
    if isinstance(error, FileNotFoundError):
        return "The bytes are not in the store."
    return "The disk that keeps the images cannot be used now."


@contextmanager
def _words_for_failures() -> Iterator[None]:
    """Failures of the disk leave as Unavailable, in words that hold no path."""
    try:
        yield
    except OSError as error:
        raise Unavailable("storage_full" if error.errno in FULL else "storage_failed", _words(error)) from error
