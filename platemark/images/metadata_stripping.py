"""Stripping metadata from picture files without changing a pixel.

Cameras write the place and the photographer, generators write prompts, editors keep the uncropped original as a
preview, and anything may follow the end of the picture. None of it may leak through a file that others can fetch, so
only the parts that a decoder needs stay: pixels, palette, transparency, colour profile, resolution and orientation.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from platemark.errors import Unprocessable
from platemark.pixels import name_format

SUPPORTED = "PNG, JPEG, WebP and AVIF"
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
JPEG_SIGNATURE = b"\xff\xd8\xff"
PNG_CHUNKS = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs".split())
WEBP_CHUNKS = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP"))
WEBP_METADATA_FLAGS = 0x08 | 0x04
EXIF_HEADER = b"Exif\x00\x00"
ORIENTATION_TAG = 0x0112
UPRIGHT = 1

SOI, EOI, SOS, COM = 0xD8, 0xD9, 0xDA, 0xFE
APP0, APP1, APP2, APP14, APP15 = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF
END_OF_SCAN = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


@dataclass(frozen=True, slots=True)
class StrippedFile:
    """A picture file without metadata. ``orientation`` is that of EXIF, 1 (upright) to 8; the file still states it."""

    data: bytes
    media_type: str
    orientation: int


def strip_metadata(data: bytes) -> StrippedFile:
    """``data`` without metadata: the pixels are unchanged, and the same input gives the same bytes.

    Unprocessable for anything but PNG, JPEG and WebP by content, and for damaged or animated files. AVIF is
    converted before (``pictures.clean_picture``).
    """
    try:
        if data.startswith(PNG_SIGNATURE):
            return _strip_png(data)
        if data.startswith(JPEG_SIGNATURE):
            return _strip_jpeg(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _strip_webp(data)
    except (struct.error, IndexError):
        raise damaged_image() from None
    raise _unsupported(data)


def damaged_image() -> Unprocessable:
    """The error for a file that cannot be read to its end."""
    return Unprocessable("not_an_image", "The picture is damaged or incomplete.")


def _unsupported(data: bytes) -> Unprocessable:
    name = name_format(data)
    if name is None:
        return Unprocessable("not_an_image", f"This is not a picture; {SUPPORTED} are supported.")
    detail = f"This is a {name} file; only {SUPPORTED} are supported. Convert it, for example to JPEG."
    return Unprocessable("not_an_image", detail)


def animated_image() -> Unprocessable:
    """The error for a picture with more than one frame."""
    return Unprocessable("image_animated", "The picture is animated; only still pictures are supported.")


def _strip_png(data: bytes) -> StrippedFile:
    parts, exif = [PNG_SIGNATURE], b""
    for kind, payload, chunk in png_chunks(data):
        if kind == b"acTL":
            raise animated_image()
        if kind == b"eXIf":
            exif = payload
        if kind in PNG_CHUNKS:
            parts.append(chunk)
    orientation = orientation_in(exif)
    if orientation != UPRIGHT:
        parts.insert(2, png_chunk(b"eXIf", _exif(orientation)))
    return StrippedFile(b"".join(parts), "image/png", orientation)


def png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Each chunk's type, payload and whole bytes, up to and including IEND; anything after that is ignored."""
    at, kind = len(PNG_SIGNATURE), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise damaged_image()
        yield kind, data[at + 8 : end - 4], data[at:end]
        at = end


def png_chunk(kind: bytes, payload: bytes) -> bytes:
    """A chunk of a PNG file."""
    return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))


def _strip_jpeg(data: bytes) -> StrippedFile:
    parts, exif = [b"\xff\xd8"], b""
    for marker, payload, whole in jpeg_parts(data):
        if marker == APP1 and payload.startswith(EXIF_HEADER):
            exif = exif or payload[len(EXIF_HEADER) :]
        if _jpeg_needs(marker, payload):
            parts.append(whole)
    orientation = orientation_in(exif)
    if orientation != UPRIGHT:
        payload = EXIF_HEADER + _exif(orientation)
        parts.insert(1, struct.pack(">BBH", 0xFF, APP1, len(payload) + 2) + payload)
    return StrippedFile(b"".join(parts), "image/jpeg", orientation)


def jpeg_parts(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Each segment's marker, payload and whole bytes, up to EOI. The pixel data of a scan belong to its SOS segment."""
    at = 2
    while True:
        if data[at] != 0xFF:
            raise damaged_image()
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
            scan_end = END_OF_SCAN.search(data, end)
            if scan_end is None:
                raise damaged_image()
            end = scan_end.start()
        if end > len(data) or length < 2:
            raise damaged_image()
        yield marker, payload, data[at:end]
        at = end


def _jpeg_needs(marker: int, payload: bytes) -> bool:
    """Whether a decoder needs the segment. Of the application segments: JFIF, the colour profile and Adobe's only."""
    if marker == APP0:
        return payload.startswith(b"JFIF\x00")
    if marker == APP2:
        return payload.startswith(b"ICC_PROFILE\x00")
    if marker == APP14:
        return payload.startswith(b"Adobe")
    return not (APP0 <= marker <= APP15 or marker == COM)


def _strip_webp(data: bytes) -> StrippedFile:
    chunks, exif = [], b""
    for kind, payload in webp_chunks(data):
        if kind in (b"ANIM", b"ANMF"):
            raise animated_image()
        if kind == b"EXIF":
            exif = payload.removeprefix(EXIF_HEADER)
        if kind in WEBP_CHUNKS:
            chunks.append((kind, payload))
    orientation = orientation_in(exif)
    extended = bool(chunks) and chunks[0][0] == b"VP8X"
    if not extended:
        orientation = UPRIGHT  # a simple file cannot hold metadata: an EXIF chunk in it does not count
    if extended:
        chunks[0] = (b"VP8X", _webp_flags(chunks[0][1], oriented=orientation != UPRIGHT))
    if orientation != UPRIGHT:
        chunks.append((b"EXIF", _exif(orientation)))
    body = b"WEBP" + b"".join(webp_chunk(kind, payload) for kind, payload in chunks)
    return StrippedFile(b"RIFF" + struct.pack("<I", len(body)) + body, "image/webp", orientation)


def webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each chunk's type and payload, up to the size that the header states."""
    (size,) = struct.unpack_from("<I", data, 4)
    at, last = 12, 8 + size
    if last > len(data) + 1:  # some writers count the padding of the last chunk but omit it
        raise damaged_image()
    while at < last:
        kind, length = struct.unpack_from("<4sI", data, at)
        end = at + 8 + length
        if end > len(data):
            raise damaged_image()
        yield kind, data[at + 8 : end]
        at = end + length % 2


def webp_chunk(kind: bytes, payload: bytes) -> bytes:
    """A chunk of a WebP file."""
    return kind + struct.pack("<I", len(payload)) + payload + b"\x00" * (len(payload) % 2)


def _webp_flags(payload: bytes, *, oriented: bool) -> bytes:
    return bytes([payload[0] & ~WEBP_METADATA_FLAGS | (0x08 if oriented else 0)]) + payload[1:]


def _exif(orientation: int) -> bytes:
    """EXIF data with the orientation and nothing else."""
    return struct.pack("<2sHIHHHIHHI", b"II", 42, 8, 1, ORIENTATION_TAG, 3, 1, orientation, 0, 0)


def orientation_in(exif: bytes) -> int:
    """The orientation in ``exif`` (which starts with its byte-order mark); upright if it states no valid one."""
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
