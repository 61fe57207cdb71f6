"""Pictures out of a server's answer, taken for nothing that they do not prove to be."""

from __future__ import annotations

import base64
import binascii
import io
from dataclasses import dataclass

from PIL import Image

from platemark.engines.base import EngineError

MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
LARGEST_SIDE = 8192


@dataclass(frozen=True, slots=True)
class Picture:
    """Bytes of a picture, and what they are."""

    data: bytes
    media_type: str
    width: int
    height: int


def picture(text: object) -> Picture:
    """The picture in base64, with or without a ``data:`` in front; EngineError ``bad_answer`` for anything else."""
    data = _bytes(text)
    try:
        with Image.open(io.BytesIO(data), formats=list(MEDIA_TYPES)) as image:
            kind, (width, height) = image.format or "", image.size
    except (OSError, ValueError, Image.DecompressionBombError):
        raise _nothing() from None
    if max(width, height) > LARGEST_SIDE:
        raise EngineError("bad_answer", f"The picture server sent {width} x {height} pixels, more than are taken.")
    return Picture(data, MEDIA_TYPES[kind], width, height)


def as_png(text: str) -> bytes:
    """The picture in base64 as PNG."""
    found = picture(text)
    if found.media_type == "image/png":
        return found.data
    out = io.BytesIO()
    with Image.open(io.BytesIO(found.data), formats=list(MEDIA_TYPES)) as image:
        image.convert("RGB").save(out, "PNG")
    return out.getvalue()


def _bytes(text: object) -> bytes:
    if not isinstance(text, str):
        raise _nothing()
    try:
        return base64.b64decode(text.partition(",")[2] if text.startswith("data:") else text, validate=True)
    except binascii.Error:
        raise _nothing() from None


def _nothing() -> EngineError:
    return EngineError("bad_answer", "The picture server sent no picture that can be read (PNG, JPEG or WebP).")
