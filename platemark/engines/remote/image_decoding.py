"""Decode and validate the images in a server's response."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass

from PIL import Image

from platemark.engines.base import EngineError

MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
LARGEST_SIDE = 8192
URL_SAFE = str.maketrans("-_", "+/")
NO_IMAGE = "The image server sent no readable image (PNG, JPEG or WebP)."


@dataclass(frozen=True, slots=True)
class DecodedImage:
    """The bytes of an image, its media type and its size in pixels."""

    data: bytes
    media_type: str
    width: int
    height: int


def decode_image(text: object) -> DecodedImage:
    """Decode a base64 image, with or without a ``data:`` prefix; EngineError ``bad_answer`` for anything else.

    Line breaks, the URL-safe alphabet and missing padding are accepted.
    """
    return identify_image(_decode_base64(text))


def identify_image(data: bytes) -> DecodedImage:
    """The image that ``data`` holds; EngineError ``bad_answer`` if it is no PNG, JPEG or WebP, or too large."""
    try:
        with Image.open(io.BytesIO(data), formats=list(MEDIA_TYPES)) as image:
            kind, (width, height) = image.format or "", image.size
    except (OSError, ValueError, Image.DecompressionBombError):
        raise _no_image() from None
    if max(width, height) > LARGEST_SIDE:
        message = f"The image server sent {width} x {height} pixels; the limit is {LARGEST_SIDE} a side."
        raise EngineError("bad_answer", message)
    return DecodedImage(data, MEDIA_TYPES[kind], width, height)


def is_cut(data: bytes) -> bool:
    """Whether the image in ``data`` ends early."""
    try:
        with Image.open(io.BytesIO(data), formats=list(MEDIA_TYPES)) as image:
            image.load()
    except (OSError, ValueError, SyntaxError):
        return True
    return False


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
    coded = text.strip()
    if coded[:5].lower() == "data:":
        coded = coded.partition(",")[2]
    coded = "".join(coded.split()).translate(URL_SAFE).rstrip("=")
    try:
        return base64.b64decode(coded + "=" * (-len(coded) % 4), validate=True)
    except ValueError:
        raise _no_image() from None


def _no_image() -> EngineError:
    """The error for an answer without a picture that can be read."""
    return EngineError("bad_answer", NO_IMAGE)
