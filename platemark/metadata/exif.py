"""The few EXIF tags in which studios write texts. Cameras' tags are not read."""

from __future__ import annotations

import struct
from collections.abc import Iterator

EXIF_FOLDER = 0x8769
TAGS = {
    0x010E: "ImageDescription",
    0x010F: "Make",
    0x0110: "Model",
    0x0131: "Software",
    0x927C: "MakerNote",
    0x9286: "UserComment",
}
TEXT_TYPES = (1, 2, 7)
"""BYTE, ASCII, UNDEFINED."""
MAX_ENTRIES = 512
UNICODE, ASCII, JIS, UNDEFINED = b"UNICODE\x00", b"ASCII\x00\x00\x00", b"JIS\x00\x00\x00\x00\x00", b"\x00" * 8


def read_texts(data: bytes) -> dict[str, str]:
    """The texts in EXIF data (which start with their byte order), by the tags' names."""
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None:
        return {}
    texts: dict[str, str] = {}
    for tag, value in _values(data, order):
        name = TAGS[tag]
        text = _decode_comment(value, order) if name == "UserComment" else decode(value)
        if text.strip(" \x00"):
            texts.setdefault(name, text.strip("\x00"))
    return texts


def decode(value: bytes) -> str:
    """Bytes as text: UTF-8, else Latin-1."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _values(data: bytes, order: str) -> Iterator[tuple[int, bytes]]:
    """The first value of each known tag, in the first folder and in the EXIF folder below it."""
    seen: set[int] = set()
    try:
        (at,) = struct.unpack_from(order + "I", data, 4)
        for _ in range(2):
            below = None
            (count,) = struct.unpack_from(order + "H", data, at)
            for entry in range(min(count, MAX_ENTRIES)):
                place = at + 2 + 12 * entry
                tag, kind, length, offset = struct.unpack_from(order + "HHII", data, place)
                if tag == EXIF_FOLDER:
                    below = offset
                elif tag in TAGS and tag not in seen and kind in TEXT_TYPES:
                    seen.add(tag)
                    start = offset if length > 4 else place + 8
                    yield tag, data[start : start + length]
            if below is None:
                return
            at = below
    except struct.error:
        return


def _decode_comment(value: bytes, order: str) -> str:
    prefix, rest = value[:8], value[8:]
    if prefix == UNICODE:
        return _decode_utf16(rest, order)
    if prefix == JIS:
        return rest.decode("iso2022_jp", errors="replace")
    if prefix == UNDEFINED:
        return _decode_utf16(rest, order) if 0 in rest.rstrip(b"\x00") else decode(rest)
    return decode(rest if prefix == ASCII else value)


def _decode_utf16(value: bytes, order: str) -> str:
    """UTF-16 in the order that its own bytes show, which is often another than that of the EXIF data."""
    if value.startswith((b"\xff\xfe", b"\xfe\xff")):
        return value.decode("utf-16", errors="replace")
    little, big = value[1::2].count(0), value[::2].count(0)
    if little == big:
        little = big + (1 if order == "<" else -1)
    return value.decode("utf-16-le" if little > big else "utf-16-be", errors="replace")
