"""Colour profiles of PNG that Pillow refuses, because it limits profiles to as little as texts: 1 MiB.

Profiles of scanners and presses are larger. The limit of texts stays as it is.
"""

from __future__ import annotations

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
LARGEST_PROFILE = 16 * 1024 * 1024


def detach_large_profile(data: bytes) -> tuple[bytes, bytes]:
    """The PNG without its colour profile, and the profile; ValueError if there is none, or one above 16 MiB."""
    start, end = _find_profile(data)
    name, _, rest = data[start + 8 : end - 4].partition(b"\0")
    unpacking = zlib.decompressobj()
    try:
        profile = unpacking.decompress(rest[1:], LARGEST_PROFILE)
    except zlib.error:
        raise ValueError("The colour profile is damaged.") from None
    if not name or rest[:1] != b"\0" or not unpacking.eof:
        raise ValueError("The colour profile is damaged, or too large.")
    return data[:start] + data[end:], profile


def _find_profile(data: bytes) -> tuple[int, int]:
    """Where the chunk of the profile begins and ends. It stands before the pixels."""
    at = len(SIGNATURE)
    while data.startswith(SIGNATURE) and at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if kind == b"iCCP" and end <= len(data):
            return at, end
        if kind == b"IDAT":
            break
        at = end
    raise ValueError("There is no colour profile.")
