"""Writing a PNG strip by strip, so that a picture of any height takes little memory."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator

from PIL import Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"
BITS, TRUE_COLOUR = 8, 2
NO_FILTER = b"\0"


def encode_strips(width: int, height: int, strips: Iterable[Image.Image]) -> Iterator[bytes]:
    """The PNG of strips that stand below each other, piece by piece.

    Each is an RGB image of ``width`` pixels; together they have ``height``. ValueError if they have not.
    """
    yield SIGNATURE + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, BITS, TRUE_COLOUR, 0, 0, 0))
    compressor, left = zlib.compressobj(6), height
    for strip in strips:
        if strip.mode != "RGB" or strip.width != width or strip.height > left:
            raise ValueError(f"A strip is {strip.mode} of {strip.width} × {strip.height}; {left} × {width} are left.")
        left -= strip.height
        if data := compressor.compress(_scan_lines(strip)):
            yield _chunk(b"IDAT", data)
    if left:
        raise ValueError(f"The strips lack {left} lines.")
    yield _chunk(b"IDAT", compressor.flush()) + _chunk(b"IEND", b"")


def _scan_lines(strip: Image.Image) -> bytes:
    pixels, length = strip.tobytes(), strip.width * 3
    return b"".join(NO_FILTER + pixels[start : start + length] for start in range(0, len(pixels), length))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
