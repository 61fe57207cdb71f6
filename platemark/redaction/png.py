"""Screenshots: the pixels are kept, and nothing else of the file."""

from __future__ import annotations

import base64
import binascii
import io
import re

from PIL import Image, UnidentifiedImageError

from platemark.errors import TooLarge, Unprocessable

PNG_START = b"\x89PNG\r\n\x1a\n"
DATA_URL = re.compile(r"data:image/png(?:;charset=[\w-]{1,20})?;base64,", re.IGNORECASE)
LARGEST_BYTES = 8 * 1024 * 1024
LARGEST_PIXELS = 25_000_000
COMPRESSION = 4  # a third of the default's time for a few per cent of size


def png_of_data_url(value: str, *, max_bytes: int = LARGEST_BYTES) -> bytes:
    """The bytes in a ``data:image/png;base64,…`` address, not looked at yet.

    Unprocessable ``screenshot_not_png`` for any other address and for broken base64; TooLarge ``screenshot_too_large``.
    """
    head = DATA_URL.match(value)
    if head is None:
        raise _no_png("The screenshot is no data URL of type image/png.")
    if (len(value) - head.end()) * 3 // 4 > max_bytes + 2:
        raise _too_large(max_bytes)
    try:
        return base64.b64decode(value[head.end() :].encode("ascii"), validate=True)
    except (binascii.Error, ValueError):
        raise _no_png("The screenshot's data URL holds no base64.") from None


def redact_png(data: bytes, *, max_bytes: int = LARGEST_BYTES, max_pixels: int = LARGEST_PIXELS) -> bytes:
    """The picture in ``data`` as a new PNG of its pixels alone: no text, no EXIF, no profile, nothing behind its end.

    The pixels are those of the file, as 8-bit RGB or RGBA. The size in pixels is judged by the header, before any
    memory is taken for them. Unprocessable ``screenshot_not_png`` for what is none, cut off or damaged; TooLarge
    ``screenshot_too_large``.
    """
    if len(data) > max_bytes:
        raise _too_large(max_bytes)
    if not data.startswith(PNG_START):
        raise _no_png("The screenshot is no PNG file.")
    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as image:
            if image.width * image.height > max_pixels:
                raise _too_many(max_pixels)
            return _drawn_anew(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many(max_pixels) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
        raise _no_png("The screenshot is damaged or incomplete.") from None


def _drawn_anew(image: Image.Image) -> bytes:
    if image.mode.startswith("I"):
        pixels = image.point(lambda value: value / 256).convert("L").convert("RGB")  # sixteen bits of grey
    else:
        pixels = image.convert("RGBA" if image.has_transparency_data else "RGB")
    bare = Image.frombytes(pixels.mode, pixels.size, pixels.tobytes())  # what the file said besides stays behind
    out = io.BytesIO()
    bare.save(out, "PNG", compress_level=COMPRESSION)
    return out.getvalue()


def _no_png(detail: str) -> Unprocessable:
    return Unprocessable("screenshot_not_png", detail)


def _too_large(max_bytes: int) -> TooLarge:
    return TooLarge("screenshot_too_large", f"The screenshot is larger than the {max_bytes} bytes that are taken.")


def _too_many(max_pixels: int) -> TooLarge:
    return TooLarge("screenshot_too_large", f"The screenshot has more than the {max_pixels} pixels that are taken.")
