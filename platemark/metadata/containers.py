"""The texts inside a picture file, by keyword: PNG's text chunks, XMP, and EXIF of PNG, JPEG, WebP and AVIF.

Damaged files give the texts up to the damage. What would unpack to more than ``MAX_TEXT`` is named, not read.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from platemark.metadata import exif, xmp
from platemark.metadata.values import MAX_TEXT
from platemark.pixels import avif

MAX_TEXTS = 64
MAX_TOTAL = 4 * MAX_TEXT
MAX_CHUNK = MAX_TEXT + 2048
"""A text and what precedes it in its chunk."""
MAX_KEYWORD = 79
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
EXIF_HEADER = b"Exif\x00\x00"
XMP_HEADER = b"http://ns.adobe.com/xap/1.0/\x00"
SOS, EOI, APP1 = 0xDA, 0xD9, 0xE1


@dataclass(slots=True)
class Texts:
    """Texts by keyword, the first of each; the keywords of texts that are too long or cannot be unpacked."""

    by_keyword: dict[str, str] = field(default_factory=dict)
    too_long: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    total: int = 0

    def add(self, keyword: str, text: str) -> None:
        """Add a text unless there are too many."""
        if len(text) > MAX_TEXT or self.total + len(text) > MAX_TOTAL or len(self.by_keyword) >= MAX_TEXTS:
            self.too_long.append(keyword)
        elif keyword not in self.by_keyword:
            self.by_keyword[keyword] = text
            self.total += len(text)


def read_texts(data: bytes) -> Texts:
    """The texts of a PNG, JPEG, WebP or AVIF file, by its content; none of anything else."""
    texts = Texts()
    try:
        if data.startswith(PNG_SIGNATURE):
            _read_png(data, texts)
        elif data.startswith(b"\xff\xd8\xff"):
            _read_exif(next(_jpeg_parts(data, EXIF_HEADER), b""), texts)
            _read_xmp(next(_jpeg_parts(data, XMP_HEADER), b""), texts)
        elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            _read_exif(next(_webp_parts(data, b"EXIF"), b"").removeprefix(EXIF_HEADER), texts)
            _read_xmp(next(_webp_parts(data, b"XMP "), b""), texts)
        elif avif.is_avif(data):
            _read_exif(avif.read_exif(data, limit=MAX_CHUNK), texts)
    except (struct.error, IndexError):
        pass  # the file ends early
    return texts


def _read_exif(data: bytes, texts: Texts) -> None:
    for keyword, text in exif.read_texts(data).items():
        texts.add(keyword, text)


def _read_xmp(data: bytes, texts: Texts) -> None:
    if data:
        texts.add(xmp.KEYWORD, exif.decode(data))


def _read_png(data: bytes, texts: Texts) -> None:
    readers = {b"tEXt": _plain, b"zTXt": _compressed, b"iTXt": _international}
    for kind, start, end in _png_chunks(data):
        if kind == b"eXIf" and end - start <= MAX_CHUNK:
            _read_exif(data[start:end], texts)
        elif kind in readers and len(texts.by_keyword) + len(texts.too_long) + len(texts.damaged) < MAX_TEXTS:
            _read_text(data[start : min(end, start + MAX_CHUNK + 1)], readers[kind], texts)


def _read_text(payload: bytes, read: Callable[[bytes], bytes | None], texts: Texts) -> None:
    keyword, _, rest = payload.partition(b"\x00")
    name = keyword[:MAX_KEYWORD].decode("latin-1")
    raw = read(rest) if len(payload) <= MAX_CHUNK else b""
    if raw is None:
        texts.damaged.append(name)
    elif len(payload) > MAX_CHUNK:
        texts.too_long.append(name)
    else:
        texts.add(name, exif.decode(raw))


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Each whole chunk's type, and where its payload starts and ends, up to IEND."""
    at, kind = len(PNG_SIGNATURE), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        start, at = at + 8, at + 12 + length
        if at > len(data):
            return
        yield kind, start, start + length


def _plain(rest: bytes) -> bytes:
    return rest


def _compressed(rest: bytes) -> bytes | None:
    return _unpack(rest[1:]) if rest[:1] == b"\x00" else None


def _international(rest: bytes) -> bytes | None:
    """The text after the flags, the language and the translated keyword."""
    parts = rest[2:].split(b"\x00", 2)
    if len(parts) < 3:
        return None
    return _unpack(parts[2]) if rest[0] else parts[2]


def _unpack(packed: bytes) -> bytes | None:
    """What was compressed, at most one byte more than is read; None if it is damaged."""
    unpacker = zlib.decompressobj()
    try:
        unpacked = unpacker.decompress(packed, MAX_TEXT + 1)
    except zlib.error:
        return None
    return unpacked if unpacker.eof or len(unpacked) > MAX_TEXT else None


def _jpeg_parts(data: bytes, header: bytes) -> Iterator[bytes]:
    """What follows a header in the segments for applications."""
    at = 2
    while data[at] == 0xFF:
        while data[at + 1] == 0xFF:
            at += 1
        marker = data[at + 1]
        (length,) = struct.unpack_from(">H", data, at + 2)
        if marker in (SOS, EOI) or length < 2:
            return
        if marker == APP1 and data[at + 4 : at + 4 + len(header)] == header:
            yield data[at + 4 + len(header) : at + 2 + length]
        at += 2 + length


def _webp_parts(data: bytes, wanted: bytes) -> Iterator[bytes]:
    """The chunks of a kind."""
    at = 12
    while at < len(data):
        kind, length = struct.unpack_from("<4sI", data, at)
        if kind == wanted:
            yield data[at + 8 : at + 8 + min(length, MAX_CHUNK)]
        at += 8 + length + length % 2
