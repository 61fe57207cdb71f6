"""Preparing uploaded or generated picture bytes: limits checked before decoding, metadata stripped, thumbnail made."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

from platemark.errors import Unprocessable
from platemark.images.metadata_stripping import damaged_image, strip_metadata

THUMBNAIL_SIDE = 320
THUMBNAIL_QUALITY = 80
MAX_SIDE = 65_535
MAX_PROFILE_BYTES = 16 * 1024
FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}
UPRIGHT_TRANSPOSES = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
SIDEWAYS = (5, 6, 7, 8)
"""The orientations in which width and height change places."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A still picture that can be decoded. ``width`` and ``height`` in pixels, after rotation by its orientation."""

    data: bytes
    media_type: str
    width: int
    height: int
    thumbnail: bytes


def prepare_picture(data: bytes, *, max_pixels: int) -> Picture:
    """The picture in ``data`` without metadata, and its thumbnail: WebP, upright, the longer side at most 320 pixels.

    Unprocessable for anything but PNG, JPEG and WebP, for damaged and animated files, and for more than ``max_pixels``,
    which is read from the header before memory is allocated for pixels. Pillow's own limit (about 179 million) applies,
    too.
    """
    stripped = strip_metadata(data)
    try:
        with Image.open(io.BytesIO(stripped.data), formats=(FORMATS[stripped.media_type],)) as image:
            width, height = image.size
            if width * height > max_pixels or max(width, height) > MAX_SIDE:
                raise _too_many(max_pixels)
            thumbnail = _thumbnail(image, stripped.orientation)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many(max_pixels) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
        raise damaged_image() from None
    if stripped.orientation in SIDEWAYS:
        width, height = height, width
    return Picture(stripped.data, stripped.media_type, width, height, thumbnail)


def _too_many(max_pixels: int) -> Unprocessable:
    return Unprocessable("image_too_large", f"The picture has more pixels than the limit of {max_pixels}.")


def _thumbnail(image: Image.Image, orientation: int) -> bytes:
    """``image`` as a small, upright WebP. Decodes every pixel, so a damaged file fails here."""
    profile = image.info.get("icc_profile") or b""
    if image.mode not in ("RGB", "RGBA"):
        profile = b""  # it describes the ink or palette values, not the RGB that they are converted to
    if image.mode in ("P", "PA", "LA", "1") or "transparency" in image.info:
        image = image.convert("RGBA")
    image.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    if image.mode.startswith("I"):
        image = image.point(lambda value: value / 256).convert("L")  # 16-bit greyscale
    if image.mode not in ("RGB", "RGBA"):
        image = image.convert("RGB")
    if orientation in UPRIGHT_TRANSPOSES:
        image = image.transpose(UPRIGHT_TRANSPOSES[orientation])
    out = io.BytesIO()
    profile = profile if len(profile) <= MAX_PROFILE_BYTES else b""
    image.save(out, "WEBP", quality=THUMBNAIL_QUALITY, method=4, icc_profile=profile, exif=b"")
    return out.getvalue()
