"""Preparing uploaded or generated picture bytes: limits checked before decoding, metadata stripped, thumbnail made."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PIL import Image

from platemark import pixels
from platemark.errors import Unprocessable
from platemark.images.metadata_stripping import StrippedFile, animated_image, damaged_image, strip_metadata
from platemark.pixels import AnimatedPicture, TooManyPixels, UnreadablePicture, avif
from platemark.pixels.thumb_hash import thumb_hash

THUMBNAIL_SIDE = 320
THUMBNAIL_QUALITY = 80
MAX_SIDE = 65_535
MAX_CONVERTED_BYTES = 32 * 1024 * 1024
"""The largest file that the contract serves."""
MAX_PROFILE_BYTES = 16 * 1024
"""The largest colour profile that a thumbnail carries; with a larger one, its colours are converted to sRGB."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A still picture that can be decoded. ``width`` and ``height`` in pixels, after rotation by its orientation.

    ``thumb_hash`` is that of the thumbnail, as it is encoded.
    """

    data: bytes
    media_type: str
    width: int
    height: int
    thumbnail: bytes
    thumb_hash: str


def prepare_picture(data: bytes, *, max_pixels: int) -> Picture:
    """The picture in ``data`` without metadata, and its thumbnail: WebP, upright, the longer side at most 320 pixels.

    AVIF becomes PNG. Unprocessable for formats that are not read, for damaged and animated files, and for more than
    ``max_pixels``, which is read from the header before memory is allocated for pixels. Pillow's own limit (about 179
    million) applies, too.
    """
    stripped = clean_picture(data, max_pixels=max_pixels)
    with _opened(stripped, max_pixels) as image:
        width, height = image.size
        thumbnail = _scaled(image, stripped.orientation, THUMBNAIL_SIDE)
    if stripped.orientation in pixels.SIDEWAYS:
        width, height = height, width
    return Picture(stripped.data, stripped.media_type, width, height, thumbnail, thumb_hash(thumbnail))


def scale_picture(data: bytes, side: int) -> bytes:
    """A stored picture as WebP: upright, the longer side at most ``side`` pixels, never enlarged.

    Unprocessable if the file is damaged, or is none that the studio stores.
    """
    stripped = strip_metadata(data)
    with _refusing(None), pixels.open_picture(stripped.data, media_type=stripped.media_type) as image:
        return _scaled(image, stripped.orientation, side)


def clean_picture(data: bytes, *, max_pixels: int) -> StrippedFile:
    """The file to store for ``data``: without metadata, AVIF as PNG. Unprocessable as for ``prepare_picture``."""
    if not avif.is_avif(data):
        return strip_metadata(data)
    with _refusing(max_pixels):
        png = avif.to_png(data, max_pixels=max_pixels, max_side=MAX_SIDE)
    if len(png) > MAX_CONVERTED_BYTES:
        detail = f"Without loss, as PNG, the picture takes more than {MAX_CONVERTED_BYTES} bytes. Convert it to JPEG."
        raise Unprocessable("image_too_large", detail)
    return strip_metadata(png)


def measure_picture(stripped: StrippedFile, *, max_pixels: int) -> tuple[int, int]:
    """Width and height in the file's header; Unprocessable if it is damaged or the picture is too large."""
    with _opened(stripped, max_pixels) as image:
        return image.size


@contextmanager
def _opened(stripped: StrippedFile, max_pixels: int) -> Iterator[Image.Image]:
    with (
        _refusing(max_pixels),
        pixels.open_picture(
            stripped.data, media_type=stripped.media_type, max_pixels=max_pixels, max_side=MAX_SIDE
        ) as image,
    ):
        yield image


@contextmanager
def _refusing(max_pixels: int | None) -> Iterator[None]:
    """Turn what is wrong with a picture into the error of the contract."""
    try:
        yield
    except AnimatedPicture:
        raise animated_image() from None
    except TooManyPixels:
        detail = f"The picture has more pixels than the limit of {max_pixels}."
        raise Unprocessable("image_too_large", detail) from None
    except UnreadablePicture:
        raise damaged_image() from None


def _scaled(image: Image.Image, orientation: int, side: int) -> bytes:
    """``image`` as a small, upright WebP. Decodes every pixel, so a damaged file fails here."""
    profile = image.info.get("icc_profile") or b""
    carries_profile = image.mode in ("RGB", "RGBA") and len(profile) <= MAX_PROFILE_BYTES
    small = pixels.to_eight_bits(image)
    small.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=2.0)
    small = pixels.turn_upright(pixels.to_srgb(small, None if carries_profile else profile), orientation)
    out = io.BytesIO()
    kept = profile if carries_profile else b""
    small.save(out, "WEBP", quality=THUMBNAIL_QUALITY, method=4, icc_profile=kept, exif=b"")
    return out.getvalue()
