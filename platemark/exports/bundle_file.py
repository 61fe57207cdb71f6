"""Opens the file of a bundle, within bounds: nothing in it is unpacked, and no size that it states is trusted.

The files of a bundle are stored as they are. One that is compressed, lies over another or has a path that leads out is
not of an export, and is refused with the whole bundle.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import IO

import msgspec

from platemark.exports.archive import FORMAT, FORMAT_VERSION, MANIFEST, Listed, Manifest

PICTURE = re.compile(r"images/(\d{5,9})\.(?:png|jpg|webp)")
MAX_FILES = 400_000
MAX_INDEX_BYTES = 32 * 1024 * 1024
MAX_MANIFEST_BYTES = 64 * 1024 * 1024
MAX_END_BYTES = 22 + 65_535
END, END_64_LOCATOR, END_64 = b"PK\x05\x06", b"PK\x06\x07", b"PK\x06\x06"
IN_END_64 = 0xFFFFFFFF
LENGTHS_AT = 26
"""Where the header of a file in a ZIP says how long the rest of it is: its name and what is extra."""
UNREADABLE = (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, struct.error, ValueError)
"""What reading a ZIP raises that is none, or is damaged."""


class NotABundle(Exception):
    """The file is no bundle, or too little of it is left; the message says why, and ``code`` is for programs."""

    code = "bundle_invalid"


class BundleTooLarge(NotABundle):
    """The bundle has more files, or a longer index, than are read."""

    code = "bundle_too_large"


@dataclass(frozen=True, slots=True)
class Part:
    """Where the bytes of a file are in the bundle."""

    offset: int
    size: int


def open_bundle(file: IO[bytes], name: str) -> tuple[zipfile.ZipFile, Manifest]:
    """The bundle in ``file`` and its manifest; NotABundle if it is none. ``name`` is that of the file."""
    try:
        _require_short_index(file)
        bundle = zipfile.ZipFile(file)
        _require_plain(bundle, file.seek(0, io.SEEK_END))
        return bundle, _manifest(bundle)
    except UNREADABLE as error:
        raise NotABundle(f"{name} is not a bundle of Platemark, or it is cut off: {error}") from None


def parts(file: IO[bytes], bundle: zipfile.ZipFile) -> dict[str, Part]:
    """Where each file of the bundle is; those that it has more than once are left out, as are damaged ones."""
    counts = Counter(bundle.namelist())
    found = ((info, _start(file, info)) for info in bundle.infolist() if counts[info.filename] == 1)
    return {info.filename: Part(start, info.file_size) for info, start in found if start is not None}


def _start(file: IO[bytes], info: zipfile.ZipInfo) -> int | None:
    """Where the bytes of a file begin: behind its header."""
    file.seek(info.header_offset + LENGTHS_AT)
    lengths = file.read(4)
    return info.header_offset + LENGTHS_AT + 4 + sum(struct.unpack("<HH", lengths)) if len(lengths) == 4 else None


def _require_short_index(file: IO[bytes]) -> None:
    """BundleTooLarge for an index that would take too much memory. What is no ZIP is left to the reader of ZIPs."""
    file.seek(-min(MAX_END_BYTES, file.seek(0, io.SEEK_END)), io.SEEK_END)
    end = file.read()
    at = end.rfind(END)
    if at < 0:
        return
    (size,) = struct.unpack_from("<I", end, at + 12)
    if size == IN_END_64 and end[at - 20 : at - 16] == END_64_LOCATOR:
        size = _index_size_64(file, struct.unpack_from("<Q", end, at - 12)[0])
    if size > MAX_INDEX_BYTES:
        raise BundleTooLarge(f"Its index has {size} bytes; at most {MAX_INDEX_BYTES} are read.")


def _index_size_64(file: IO[bytes], at: int) -> int:
    file.seek(at)
    record = file.read(56)
    return int(struct.unpack_from("<Q", record, 40)[0]) if record.startswith(END_64) else 0


def _require_plain(bundle: zipfile.ZipFile, size: int) -> None:
    """ValueError unless all files are stored as they are, one behind the other, below the bundle."""
    infos = bundle.infolist()
    _require_few(infos)
    _require_safe(info.filename for info in infos)
    if any(info.compress_type != zipfile.ZIP_STORED or info.compress_size != info.file_size for info in infos):
        raise ValueError("its files are compressed")
    if sum(info.file_size for info in infos) > size:
        raise ValueError("its files lie over each other")


def _manifest(bundle: zipfile.ZipFile) -> Manifest:
    try:
        info = bundle.getinfo(MANIFEST)
    except KeyError:
        raise ValueError(f"it has no {MANIFEST}") from None
    if info.file_size > MAX_MANIFEST_BYTES:
        raise BundleTooLarge(f"Its {MANIFEST} has {info.file_size} bytes; at most {MAX_MANIFEST_BYTES} are read.")
    try:
        manifest = msgspec.json.decode(bundle.read(info), type=Manifest)
    except (msgspec.DecodeError, zipfile.BadZipFile) as error:
        raise ValueError(f"its {MANIFEST} is damaged: {error}") from None
    if (manifest.format, manifest.version) != (FORMAT, FORMAT_VERSION):
        raise ValueError(f"it is of the format {manifest.format} {manifest.version}, not {FORMAT} {FORMAT_VERSION}")
    _require_few(manifest.files)
    _require_safe(each.path for each in manifest.files)
    return manifest


def _require_few(files: Sequence[zipfile.ZipInfo] | Sequence[Listed]) -> None:
    if len(files) > MAX_FILES:
        raise BundleTooLarge(f"It has {len(files)} files; at most {MAX_FILES} are read.")


def _require_safe(paths: Iterable[str]) -> None:
    for path in paths:
        if path.startswith("/") or "\\" in path or ":" in path or ".." in path.split("/") or not path.isprintable():
            raise ValueError(f"it has a file whose path leads out of it, {path[:100]!r}")
