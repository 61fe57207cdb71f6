"""Taking out of a picture file what is not the picture, without touching a pixel.

Cameras write where and by whom a picture was taken, generators write prompts, editors keep the uncropped original as a
preview, and anything at all may follow the picture's end. None of it may leave through a file that others can fetch, so
only the parts that a decoder needs are kept: pixels, palette, transparency, colour profile, resolution, and the way up.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from platemark.errors import Unprocessable

PNG_START = b"\x89PNG\r\n\x1a\n"
JPEG_START = b"\xff\xd8\xff"
PNG_KEPT = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs".split())
WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP"))
WEBP_METADATA_FLAGS = 0x08 | 0x04
EXIF_MARK = b"Exif\x00\x00"
ORIENTATION_TAG = 0x0112
UPRIGHT = 1

SOI, EOI, SOS, COM = 0xD8, 0xD9, 0xDA, 0xFE
APP0, APP1, APP2, APP14, APP15 = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF
END_OF_SCAN = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


@dataclass(frozen=True, slots=True)
class CleanFile:
    """A picture file without metadata. ``orientation`` is EXIF's, 1 (upright) to 8; the file still tells it."""

    data: bytes
    media_type: str
    orientation: int


def cleaned(data: bytes) -> CleanFile:
    """``data`` without metadata: the same bytes for the same input, the same pixels.

    Unprocessable for anything but PNG, JPEG and WebP by content, and for damaged or animated files.
    """
    try:
        if data.startswith(PNG_START):
            return _clean_png(data)
        if data.startswith(JPEG_START):
            return _clean_jpeg(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _clean_webp(data)
    except (struct.error, IndexError):
        raise damaged() from None
    raise Unprocessable("not_an_image", "Only PNG, JPEG and WebP pictures are taken; this is none of them.")


def damaged() -> Unprocessable:
    """What a file that cannot be read to its end is answered with."""
    return Unprocessable("not_an_image", "The picture is damaged or incomplete.")


def _animated() -> Unprocessable:
    return Unprocessable("image_animated", "The picture is animated; only still pictures are taken.")


def _clean_png(data: bytes) -> CleanFile:
    kept, exif = [PNG_START], b""
    for kind, payload, chunk in _png_chunks(data):
        if kind == b"acTL":
            raise _animated()
        if kind == b"eXIf":
            exif = payload
        if kind in PNG_KEPT:
            kept.append(chunk)
    orientation = _orientation(exif)
    if orientation != UPRIGHT:
        kept.insert(2, _png_chunk(b"eXIf", _exif(orientation)))
    return CleanFile(b"".join(kept), "image/png", orientation)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Each chunk's kind, payload and whole, up to and with IEND; what follows that is not looked at."""
    at, kind = len(PNG_START), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise damaged()
        yield kind, data[at + 8 : end - 4], data[at:end]
        at = end


def _png_chunk(kind: bytes, payload: bytes) -> bytes:
    return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))


def _clean_jpeg(data: bytes) -> CleanFile:
    kept, exif = [b"\xff\xd8"], b""
    for marker, payload, whole in _jpeg_parts(data):
        if marker == APP1 and payload.startswith(EXIF_MARK):
            exif = exif or payload[len(EXIF_MARK) :]
        if _jpeg_needs(marker, payload):
            kept.append(whole)
    orientation = _orientation(exif)
    if orientation != UPRIGHT:
        payload = EXIF_MARK + _exif(orientation)
        kept.insert(1, struct.pack(">BBH", 0xFF, APP1, len(payload) + 2) + payload)
    return CleanFile(b"".join(kept), "image/jpeg", orientation)


def _jpeg_parts(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Each segment's marker, payload and whole; a scan's coded pixels belong to its SOS segment. Ends with EOI."""
    at = 2
    while True:
        if data[at] != 0xFF:
            raise damaged()
        while data[at + 1] == 0xFF:
            at += 1
        marker = data[at + 1]
        if marker == EOI:
            yield marker, b"", b"\xff\xd9"
            return
        (length,) = struct.unpack_from(">H", data, at + 2)
        end = at + 2 + length
        payload = data[at + 4 : end]
        if marker == SOS:
            found = END_OF_SCAN.search(data, end)
            if found is None:
                raise damaged()
            end = found.start()
        if end > len(data) or length < 2:
            raise damaged()
        yield marker, payload, data[at:end]
        at = end


def _jpeg_needs(marker: int, payload: bytes) -> bool:
    """Whether a decoder needs the segment: of the application segments only JFIF, the colour profile and Adobe's."""
    if marker == APP0:
        return payload.startswith(b"JFIF\x00")
    if marker == APP2:
        return payload.startswith(b"ICC_PROFILE\x00")
    if marker == APP14:
        return payload.startswith(b"Adobe")
    return not (APP0 <= marker <= APP15 or marker == COM)


def _clean_webp(data: bytes) -> CleanFile:
    kept, exif = [], b""
    for kind, payload in _webp_chunks(data):
        if kind in (b"ANIM", b"ANMF"):
            raise _animated()
        if kind == b"EXIF":
            exif = payload.removeprefix(EXIF_MARK)
        if kind in WEBP_KEPT:
            kept.append((kind, payload))
    orientation = _orientation(exif)
    extended = bool(kept) and kept[0][0] == b"VP8X"
    if not extended:
        orientation = UPRIGHT  # a plain file has no place for metadata: what claims to be some is not
    if extended:
        kept[0] = (b"VP8X", _webp_flags(kept[0][1], oriented=orientation != UPRIGHT))
    if orientation != UPRIGHT:
        kept.append((b"EXIF", _exif(orientation)))
    body = b"WEBP" + b"".join(_webp_chunk(kind, payload) for kind, payload in kept)
    return CleanFile(b"RIFF" + struct.pack("<I", len(body)) + body, "image/webp", orientation)


def _webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each chunk's kind and payload, as far as the file says it goes."""
    (size,) = struct.unpack_from("<I", data, 4)
    at, last = 12, 8 + size
    if last > len(data) + 1:  # some writers count the last chunk's padding and leave it out
        raise damaged()
    while at < last:
        kind, length = struct.unpack_from("<4sI", data, at)
        end = at + 8 + length
        if end > len(data):
            raise damaged()
        yield kind, data[at + 8 : end]
        at = end + length % 2


def _webp_chunk(kind: bytes, payload: bytes) -> bytes:
    return kind + struct.pack("<I", len(payload)) + payload + b"\x00" * (len(payload) % 2)


def _webp_flags(payload: bytes, *, oriented: bool) -> bytes:
    return bytes([payload[0] & ~WEBP_METADATA_FLAGS | (0x08 if oriented else 0)]) + payload[1:]


def _exif(orientation: int) -> bytes:
    """EXIF that says which way is up and nothing else."""
    return struct.pack("<2sHIHHHIHHI", b"II", 42, 8, 1, ORIENTATION_TAG, 3, 1, orientation, 0, 0)


def _orientation(exif: bytes) -> int:
    """The orientation that ``exif`` (from its byte-order mark on) tells; upright where that is nothing sensible."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return UPRIGHT
    try:
        (first,) = struct.unpack_from(order + "I", exif, 4)
        (entries,) = struct.unpack_from(order + "H", exif, first)
        for entry in range(entries):
            tag, kind, count, value = struct.unpack_from(order + "HHIH", exif, first + 2 + 12 * entry)
            if (tag, kind, count) == (ORIENTATION_TAG, 3, 1) and 1 <= value <= 8:
                return int(value)
    except struct.error:
        pass
    return UPRIGHT
