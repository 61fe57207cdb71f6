"""ZIP archives that are written in pieces, so that memory holds a piece of them and no disk a copy.

Pictures do not get smaller by compression, so nothing is compressed. The last member, ``manifest.json``, has the size
and the digest of each other one, and the archive's comment the digest of the manifest and of all that is around the
members: whatever is changed in an archive is noticed, and in which member.
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
DIGESTED_AT_ONCE = 64 * 1024
"""Headers are short: they are digested together."""
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of all members: archives of the same contents are the same bytes."""
FILE_MODE = 0o644 << 16


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive, and its bytes in chunks. Where the ``digest`` is known, the bytes have to be of it.

    ``stored`` is the digest of what the bytes were before a text was embedded in them, if one was.
    """

    path: str
    chunks: Iterable[bytes]
    digest: str | None = None
    stored: str | None = None


class Damaged(Exception):
    """The bytes of a member are not what they were."""


class Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a manifest says of a member: its path, its size in bytes and its SHA-256.

    ``stored_sha256`` is that of the picture as it is stored in the studio, without the text that was embedded in it.
    """

    path: str
    size: int
    sha256: str
    stored_sha256: str | None = None


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The members of an archive but for the manifest itself, in their order."""

    format: str
    version: int
    files: list[Listed]


def to_json(value: Any) -> bytes:
    """JSON that people can read, which ends with a line feed."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def archive(members: Iterable[Member]) -> Generator[bytes, None, None]:
    """The archive of ``members`` in pieces of about ``PIECE_BYTES``; a member is asked for when it is its turn.

    It ends with ``Damaged`` at a member that has another digest than it should have.
    """
    sink, listed = _Sink(), []
    with zipfile.ZipFile(sink, "w") as target:
        for member in members:
            size, digester = 0, hashlib.sha256()
            with target.open(_info(member.path), "w") as out:
                for chunk in member.chunks:
                    sink.is_of_a_member = True
                    out.write(chunk)
                    sink.is_of_a_member = False
                    size += len(chunk)
                    digester.update(chunk)
                    yield from sink.take(PIECE_BYTES)
            if member.digest not in (None, digester.hexdigest()):
                raise Damaged(member.path)
            listed.append(Listed(member.path, size, digester.hexdigest(), member.stored))
        with target.open(_info(MANIFEST), "w") as out:
            out.write(to_json(Manifest(FORMAT, FORMAT_VERSION, listed)))
        target.comment = bytes(COMMENT_BYTES)
    (last,) = sink.take(0)
    yield last[:-COMMENT_BYTES] + sink.seal()


def _info(path: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(path, FIRST_DAY)
    info.external_attr = FILE_MODE
    return info


class _Sink(io.RawIOBase):
    """Where an archive is written to: it keeps what was not taken yet, and the digest of all that is no member's.

    ``is_of_a_member`` says whether what is written is the content of a member.
    """

    def __init__(self) -> None:
        self.is_of_a_member = False
        self._kept: list[bytes] = []
        self._size = 0
        self._digest, self._undigested = hashlib.sha256(), bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._kept.append(bytes(data))
        self._size += len(data)
        if not self.is_of_a_member:
            self._undigested += data
            if len(self._undigested) > DIGESTED_AT_ONCE:
                self._digest_all_but_comment()
        return len(data)

    def _digest_all_but_comment(self) -> None:
        self._digest.update(self._undigested[:-COMMENT_BYTES])
        del self._undigested[:-COMMENT_BYTES]

    def take(self, least: int) -> Iterator[bytes]:
        """All that is kept, if it is as much as that."""
        if self._size >= least:
            piece = b"".join(self._kept)
            self._kept, self._size = [], 0
            yield piece

    def seal(self) -> bytes:
        """The comment of the archive, in place of the one that was written last: the digest of all before it."""
        self._digest_all_but_comment()
        return COMMENT + self._digest.hexdigest().encode("ascii")
