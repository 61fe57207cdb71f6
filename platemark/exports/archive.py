"""ZIP archives that are written in pieces, so that memory holds a piece of them and no disk a copy.

Pictures do not get smaller by compression, so nothing is compressed. The last member, ``manifest.json``, has the size
and the digest of each other one, and the archive's comment the digest of all bytes before it: whatever is changed in an
archive is noticed, and in which member.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

MANIFEST = "manifest.json"
FORMAT, FORMAT_VERSION = "platemark-album", 1
PIECE_BYTES = 256 * 1024
COMMENT = b"sha256:"
COMMENT_BYTES = len(COMMENT) + 64
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of all members: archives of the same contents are the same bytes."""
FILE_MODE = 0o644 << 16


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive, and its bytes in chunks."""

    path: str
    chunks: Iterable[bytes]


class Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a manifest says of a member: its path, its size in bytes and its SHA-256."""

    path: str
    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The members of an archive but for the manifest itself, in their order."""

    format: str
    version: int
    files: list[Listed]


def to_json(value: Any) -> bytes:
    """JSON that people can read, which ends with a line feed."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def archive(members: Iterable[Member]) -> Generator[bytes, None, None]:
    """The archive of ``members`` in pieces of about ``PIECE_BYTES``; a member is asked for when it is its turn."""
    sink, listed = _Sink(), []
    with zipfile.ZipFile(sink, "w") as target:
        for member in members:
            size, digester = 0, hashlib.sha256()
            with target.open(_info(member.path), "w") as out:
                for chunk in member.chunks:
                    out.write(chunk)
                    size += len(chunk)
                    digester.update(chunk)
                    yield from sink.take(PIECE_BYTES)
            listed.append(Listed(member.path, size, digester.hexdigest()))
        with target.open(_info(MANIFEST), "w") as out:
            out.write(to_json(Manifest(FORMAT, FORMAT_VERSION, listed)))
        target.comment = bytes(COMMENT_BYTES)
    yield from sink.take_all_but(COMMENT_BYTES)
    yield COMMENT + sink.digest.hexdigest().encode("ascii")


def _info(path: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(path, FIRST_DAY)
    info.external_attr = FILE_MODE
    return info


class _Sink(io.RawIOBase):
    """Where an archive is written to: it keeps what was not taken yet, and the digest of what was."""

    def __init__(self) -> None:
        self._kept = bytearray()
        self.digest = hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._kept += data
        return len(data)

    def take(self, least: int) -> Iterator[bytes]:
        """All that is kept, if it is as much as that."""
        if len(self._kept) >= least:
            yield from self.take_all_but(0)

    def take_all_but(self, rest: int) -> Iterator[bytes]:
        """All that is kept but for the last bytes."""
        piece = bytes(self._kept[: len(self._kept) - rest])
        del self._kept[: len(piece)]
        self.digest.update(piece)
        yield piece
