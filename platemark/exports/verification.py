"""Checks a bundle without a studio: whatever was changed in it is found, and in which of its files."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

from platemark.exports.archive import COMMENT, COMMENT_BYTES, MANIFEST, Listed, Manifest
from platemark.exports.bundle_file import LENGTHS_AT, UNREADABLE, NotABundle, open_bundle
from platemark.storage.blobs import CHUNK

AROUND = "The bytes around the files are not what they were: names, times or the index."


class Damage(NamedTuple):
    """What is wrong with a file of a bundle; without a path, with the bundle around its files."""

    path: str
    message: str


class Verified(NamedTuple):
    """How many files a bundle has, how many bytes, and what is wrong with them."""

    files: int
    bytes: int
    damages: list[Damage]


def verify_bundle(path: Path) -> Verified:
    """Check each file of a bundle, and the bytes around them; NotABundle if it is none."""
    with _open(path) as file:
        try:
            bundle, manifest = open_bundle(file, path.name)
            damages = list(_damaged_files(bundle, manifest))
            if not damages and _digest_around(file, bundle) != _sealed_digest(file):
                damages = [Damage("", AROUND)]
        except UNREADABLE as error:
            raise NotABundle(f"{path.name} is not a bundle of Platemark, or it is cut off: {error}") from None
    return Verified(len(manifest.files), sum(each.size for each in manifest.files), damages)


def _open(path: Path) -> IO[bytes]:
    try:
        return path.open("rb")
    except OSError as error:
        raise NotABundle(f"{path.name} cannot be read: {error.strerror}.") from None


def _damaged_files(bundle: zipfile.ZipFile, manifest: Manifest) -> Iterator[Damage]:
    found, listed = Counter(bundle.namelist()), {each.path: each for each in manifest.files}
    for name, count in found.items():
        if name not in listed and name != MANIFEST:
            yield Damage(name, "The manifest does not list it.")
        elif count > 1:
            yield Damage(name, "The bundle has it more than once.")
    for path, expected in listed.items():
        if path not in found:
            yield Damage(path, "It is missing.")
        elif message := _difference(bundle, expected):
            yield Damage(path, message)


def _difference(bundle: zipfile.ZipFile, expected: Listed) -> str | None:
    size, digester = 0, hashlib.sha256()
    try:
        with bundle.open(expected.path) as member:
            while chunk := member.read(CHUNK):
                size += len(chunk)
                digester.update(chunk)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        return f"It cannot be read: {error}."
    if size != expected.size:
        return f"It has {size} bytes, not {expected.size}."
    return None if digester.hexdigest() == expected.sha256 else "Its bytes are not what they were."


def _digest_around(file: IO[bytes], bundle: zipfile.ZipFile) -> str:
    """The digest of the manifest and of all that is around the other files, but for the comment, which holds it."""
    digester, place = hashlib.sha256(), 0
    for info in sorted(bundle.infolist(), key=lambda info: info.header_offset):
        if info.filename != MANIFEST:
            file.seek(info.header_offset + LENGTHS_AT)
            name, extra = struct.unpack("<HH", file.read(4))
            start = info.header_offset + LENGTHS_AT + 4 + name + extra
            _digest_part(file, digester, place, start)
            place = start + info.file_size
    _digest_part(file, digester, place, file.seek(0, io.SEEK_END) - COMMENT_BYTES)
    return digester.hexdigest()


def _digest_part(file: IO[bytes], digester: Any, start: int, end: int) -> None:
    file.seek(start)
    while start < end and (chunk := file.read(min(CHUNK, end - start))):
        digester.update(chunk)
        start += len(chunk)


def _sealed_digest(file: IO[bytes]) -> str:
    file.seek(-COMMENT_BYTES, io.SEEK_END)
    return file.read().removeprefix(COMMENT).decode("ascii", "replace")
