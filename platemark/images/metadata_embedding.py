"""Writes a text into picture files, as programs that generate pictures do, without changing a pixel.

PNG has it as the text ``parameters``, JPEG and WebP as EXIF's UserComment. ``as_stored`` takes it out again.
"""

from __future__ import annotations

import hashlib
import struct

from platemark.images.metadata_stripping import (
    APP0,
    APP1,
    EXIF_HEADER,
    JPEG_SIGNATURE,
    ORIENTATION_TAG,
    PNG_SIGNATURE,
    UPRIGHT,
    damaged_image,
    jpeg_parts,
    orientation_in,
    png_chunk,
    strip_metadata,
    webp_chunk,
    webp_chunks,
)
from platemark.metadata import exif

KEYWORD = b"parameters"
IHDR_END = len(PNG_SIGNATURE) + 12 + 13
MAX_SEGMENT = 65_533
WEBP_EXIF, WEBP_ALPHA = 0x08, 0x10
SIMPLE = (b"VP8 ", b"VP8L")
EXIF_FOLDER_TAG, COMMENT_TAG = 0x8769, 0x9286
SHORT, LONG, UNDEFINED = 3, 4, 7
BYTE_ORDER_MARK = "\ufeff"


def embed(data: bytes, text: str) -> bytes | None:
    """A stored picture with a text; None if it does not fit into such a file. Unprocessable for a damaged one."""
    try:
        if data.startswith(PNG_SIGNATURE):
            return data[:IHDR_END] + _text_chunk(text) + data[IHDR_END:]
        return _embed_in_jpeg(data, text) if data.startswith(JPEG_SIGNATURE) else _embed_in_webp(data, text)
    except (struct.error, IndexError):
        raise damaged_image() from None


def as_stored(data: bytes, digest: str) -> bytes:
    """The picture with this digest that a text was embedded in; ``data`` itself if it is another.

    Unprocessable as ``strip_metadata``.
    """
    stripped = strip_metadata(data)
    candidates = [stripped.data, *([_simple_webp(stripped.data)] if stripped.media_type == "image/webp" else [])]
    return next((it for it in candidates if hashlib.sha256(it).hexdigest() == digest), data)


def _text_chunk(text: str) -> bytes:
    """What programs read from PNG: plain if it is ASCII, else international."""
    if text.isascii():
        return png_chunk(b"tEXt", KEYWORD + b"\x00" + text.encode("ascii"))
    return png_chunk(b"iTXt", KEYWORD + b"\x00" * 5 + text.encode("utf-8"))


def _embed_in_jpeg(data: bytes, text: str) -> bytes | None:
    """With one EXIF segment, which keeps the orientation, behind the one that a JFIF file begins with."""
    parts, orientation, place = [data[:2]], UPRIGHT, 1
    for marker, payload, whole in jpeg_parts(data):
        if marker == APP1 and payload.startswith(EXIF_HEADER):
            orientation = orientation_in(payload[len(EXIF_HEADER) :])
            continue
        parts.append(whole)
        place = 2 if parts[1:] == [whole] and marker == APP0 else place
    payload = EXIF_HEADER + _exif(text, orientation)
    if len(payload) > MAX_SEGMENT:
        return None
    parts.insert(place, struct.pack(">BBH", 0xFF, APP1, len(payload) + 2) + payload)
    return b"".join(parts)


def _embed_in_webp(data: bytes, text: str) -> bytes:
    """An extended file with EXIF behind the picture."""
    chunks = list(webp_chunks(data))
    if chunks[0][0] in SIMPLE:
        chunks.insert(0, (b"VP8X", _extended(*chunks[0])))
    flags, rest = chunks[0][1][0] | WEBP_EXIF, chunks[0][1][1:]
    orientation = next((orientation_in(payload) for kind, payload in chunks if kind == b"EXIF"), UPRIGHT)
    kept = [(kind, payload) for kind, payload in chunks[1:] if kind != b"EXIF"]
    return _webp([(b"VP8X", bytes([flags]) + rest), *kept, (b"EXIF", _exif(text, orientation))])


def _simple_webp(data: bytes) -> bytes:
    """An extended file as a simple one, if it has no more than that."""
    chunks = list(webp_chunks(data))
    plain = len(chunks) == 2 and chunks[0][0] == b"VP8X" and chunks[1][0] in SIMPLE
    return _webp(chunks[1:]) if plain else data


def _webp(chunks: list[tuple[bytes, bytes]]) -> bytes:
    body = b"WEBP" + b"".join(webp_chunk(kind, payload) for kind, payload in chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _extended(kind: bytes, payload: bytes) -> bytes:
    """The header of an extended file for the picture of a simple one: its flags, its width and its height."""
    if kind == b"VP8L":
        bits = int.from_bytes(payload[1:5], "little")
        width, height, flags = (bits & 0x3FFF), (bits >> 14 & 0x3FFF), WEBP_ALPHA * (bits >> 28 & 1)
    else:
        sides: tuple[int, int] = struct.unpack_from("<HH", payload, 6)
        width, height, flags = (sides[0] & 0x3FFF) - 1, (sides[1] & 0x3FFF) - 1, 0
    return bytes([flags, 0, 0, 0]) + width.to_bytes(3, "little") + height.to_bytes(3, "little")


def _exif(text: str, orientation: int) -> bytes:
    """EXIF with a comment in UTF-16; with a byte order mark only where readers would take it for the other order."""
    plain = _exif_of(text, orientation)
    return plain if exif.read_texts(plain).get("UserComment") == text else _exif_of(BYTE_ORDER_MARK + text, orientation)


def _exif_of(text: str, orientation: int) -> bytes:
    comment = exif.UNICODE + text.encode("utf-16-be")
    entries = [] if orientation == UPRIGHT else [struct.pack(">HHIHH", ORIENTATION_TAG, SHORT, 1, orientation, 0)]
    below = 8 + 2 + 12 * (len(entries) + 1) + 4
    entries.append(struct.pack(">HHII", EXIF_FOLDER_TAG, LONG, 1, below))
    folder = struct.pack(">H", len(entries)) + b"".join(entries) + bytes(4)
    start = below + 2 + 12 + 4
    inner = struct.pack(">HHHIII", 1, COMMENT_TAG, UNDEFINED, len(comment), start, 0)
    return b"MM\x00\x2a" + struct.pack(">I", 8) + folder + inner + comment
