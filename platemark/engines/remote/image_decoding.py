"""Decode and validate the images in a server's response."""

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
class DecodedImage:
    """The bytes of an image, its media type and its size in pixels."""

    data: bytes
    media_type: str
    width: int
    height: int


def decode_image(text: object) -> DecodedImage:
    """Decode a base64 image, with or without a ``data:`` prefix; EngineError ``bad_answer`` for anything else."""
    data = _decode_base64(text)
    try:
        with Image.open(io.BytesIO(data), formats=list(MEDIA_TYPES)) as image:
            kind, (width, height) = image.format or "", image.size
    except (OSError, ValueError, Image.DecompressionBombError):
        raise _no_image() from None
    if max(width, height) > LARGEST_SIDE:
        message = f"The image server sent {width} x {height} pixels; the limit is {LARGEST_SIDE} a side."
        raise EngineError("bad_answer", message)
    return DecodedImage(data, MEDIA_TYPES[kind], width, height)


def decode_as_png(text: str) -> bytes:
    """Decode a base64 image and return it as PNG."""
    decoded = decode_image(text)
    if decoded.media_type == "image/png":
        return decoded.data
    out = io.BytesIO()
    with Image.open(io.BytesIO(decoded.data), formats=list(MEDIA_TYPES)) as image:
        image.convert("RGB").save(out, "PNG")
    return out.getvalue()


def _decode_base64(text: object) -> bytes:
    if not isinstance(text, str):
        raise _no_image()
    try:
        return base64.b64decode(text.partition(",")[2] if text.startswith("data:") else text, validate=True)
    except binascii.Error:
        raise _no_image() from None


def _no_image() -> EngineError:
    return EngineError("bad_answer", "The image server sent no readable image (PNG, JPEG or WebP).")
