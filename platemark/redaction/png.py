"""Screenshots: the pixels are kept, everything else in the file is dropped."""

from __future__ import annotations

import base64
import binascii
import io
import re

from PIL import Image

from platemark import pixels
from platemark.errors import TooLarge, Unprocessable

PNG_START = b"\x89PNG\r\n\x1a\n"
DATA_URL = re.compile(r"data:image/png(?:;charset=[\w-]{1,20})?;base64,", re.IGNORECASE)
LARGEST_BYTES = 8 * 1024 * 1024
LARGEST_PIXELS = 25_000_000
COMPRESSION = 4  # a third of the default's time, a few per cent larger


def png_of_data_url(value: str, *, max_bytes: int = LARGEST_BYTES) -> bytes:
    """Decode a ``data:image/png;base64,…`` URL; the bytes are not checked yet.

    Unprocessable ``screenshot_not_png`` for any other URL and for broken base64; TooLarge ``screenshot_too_large``.
    """
    head = DATA_URL.match(value)
    if head is None:
        raise _not_png("The screenshot is not a data URL of type image/png.")
    if (len(value) - head.end()) * 3 // 4 > max_bytes + 2:
        raise _too_large(max_bytes)
    try:
        return base64.b64decode(value[head.end() :].encode("ascii"), validate=True)
    except (binascii.Error, ValueError):
        raise _not_png("The screenshot's data URL is not valid base64.") from None


def redact_png(data: bytes, *, max_bytes: int = LARGEST_BYTES, max_pixels: int = LARGEST_PIXELS) -> bytes:
    """Encode the pixels of a PNG as a new PNG: no text chunks, EXIF or profile, nothing after the end of the image.

    The result is 8-bit RGB or RGBA, in sRGB. The pixel count is checked against the header before memory is allocated.
    Unprocessable ``screenshot_not_png`` for anything else, truncated or damaged; TooLarge ``screenshot_too_large``.
    """
    if len(data) > max_bytes:
        raise _too_large(max_bytes)
    if not data.startswith(PNG_START):
        raise _not_png("The screenshot is not a PNG file.")
    try:
        with pixels.open_picture(data, media_type="image/png", max_pixels=max_pixels) as image:
            return _redraw(image)
    except pixels.TooManyPixels:
        raise _too_many_pixels(max_pixels) from None
    except pixels.UnreadablePicture:
        raise _not_png("The screenshot is damaged or incomplete.") from None


def _redraw(image: Image.Image) -> bytes:
    drawn = pixels.to_srgb(pixels.to_eight_bits(image), image.info.get("icc_profile"))
    bare = Image.frombytes(drawn.mode, drawn.size, drawn.tobytes())  # drops the metadata
    out = io.BytesIO()
    bare.save(out, "PNG", compress_level=COMPRESSION)
    return out.getvalue()


def _not_png(detail: str) -> Unprocessable:
    return Unprocessable("screenshot_not_png", detail)


def _too_large(max_bytes: int) -> TooLarge:
    return TooLarge("screenshot_too_large", f"The screenshot is larger than {max_bytes} bytes.")


def _too_many_pixels(max_pixels: int) -> TooLarge:
    return TooLarge("screenshot_too_large", f"The screenshot has more than {max_pixels} pixels.")
