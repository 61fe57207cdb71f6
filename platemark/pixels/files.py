"""Open picture files within limits."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from platemark.pixels import modes, png_profiles

FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP", "image/avif": "AVIF"}
"""The formats that are read, by media type, as Pillow names them."""
MEDIA_TYPES = {name: media_type for media_type, name in FORMATS.items()}
DECODING_ERRORS = (OSError, ValueError, SyntaxError, EOFError, RuntimeError)
"""What Pillow raises for files that it cannot read to their end; RuntimeError is of AVIF."""


class UnreadablePicture(Exception):
    """The file is not a picture of a format that is read, or it is damaged."""


class TooManyPixels(UnreadablePicture):
    """The header states more pixels than are allowed."""


class AnimatedPicture(UnreadablePicture):
    """The picture has more than one frame."""


@contextmanager
def open_picture(
    source: Path | bytes, *, media_type: str | None = None, max_pixels: int | None = None, max_side: int | None = None
) -> Iterator[Image.Image]:
    """Open a picture; its pixels are decoded when they are first used, within the ``with``.

    Raises UnreadablePicture, also for damage that is found while decoding; TooManyPixels before memory is allocated
    for pixels. Pillow's own limit (about 179 million pixels) always applies.
    """
    formats = list(FORMATS.values()) if media_type is None else [FORMATS[media_type]]
    try:
        with _open(source, formats) as image:
            _check_size(image, max_pixels, max_side)
            modes.scale_transparent_colour(image)
            yield image
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise TooManyPixels from None
    except DECODING_ERRORS as error:
        raise UnreadablePicture from error


def _open(source: Path | bytes, formats: list[str]) -> Image.Image:
    try:
        return Image.open(io.BytesIO(source) if isinstance(source, bytes) else source, formats=formats)
    except ValueError:
        data = source if isinstance(source, bytes) else source.read_bytes()
        bare, profile = png_profiles.detach_large_profile(data)
        image = Image.open(io.BytesIO(bare), formats=formats)
        image.info["icc_profile"] = profile
        return image


def _check_size(image: Image.Image, max_pixels: int | None, max_side: int | None) -> None:
    if max_pixels is not None and image.width * image.height > max_pixels:
        raise TooManyPixels
    if max_side is not None and max(image.size) > max_side:
        raise TooManyPixels
