"""AVIF: stored as PNG, and what its metadata says.

The format of stored pictures is part of the contract, and a decoder of AVIF is not everywhere. PNG keeps every pixel.
"""

from __future__ import annotations

import io

from PIL import Image, ImageOps

from platemark.pixels.files import DECODING_ERRORS, AnimatedPicture, open_picture

MEDIA_TYPE = "image/avif"
BRANDS = (b"avif", b"avis")
COMPRESSION = 4  # a third of the default's time, a few per cent larger


def is_avif(data: bytes) -> bool:
    """Whether the file says that it is AVIF, be it still or animated."""
    return data[4:8] == b"ftyp" and any(brand in BRANDS for brand in brands(data))


def brands(data: bytes) -> list[bytes]:
    """The brands of a file of the ISO base media format: what it is, then what it can be read as."""
    end = min(int.from_bytes(data[:4], "big"), len(data), 256)
    return [data[at : at + 4] for at in (8, *range(16, end - 3, 4))]


def to_png(data: bytes, *, max_pixels: int | None = None, max_side: int | None = None) -> bytes:
    """The pixels as PNG, upright, with 8 bits a channel and the colour profile; the same file gives the same bytes.

    Raises AnimatedPicture, UnreadablePicture, TooManyPixels.
    """
    out = io.BytesIO()
    with open_picture(data, media_type=MEDIA_TYPE, max_pixels=max_pixels, max_side=max_side) as image:
        if getattr(image, "n_frames", 1) > 1:
            raise AnimatedPicture
        profile = image.info.get("icc_profile")
        upright = ImageOps.exif_transpose(image)
        upright.info.clear()
        upright.save(out, "PNG", compress_level=COMPRESSION, icc_profile=profile)
    return out.getvalue()


def read_exif(data: bytes, *, limit: int) -> bytes:
    """Its EXIF data, from the mark of their byte order on; empty without any, or with more than ``limit`` bytes."""
    try:
        with Image.open(io.BytesIO(data), formats=("AVIF",)) as image:
            exif = image.info.get("exif") or b""
    except (*DECODING_ERRORS, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return b""
    exif = exif.removeprefix(b"Exif\0\0")
    return exif if len(exif) <= limit else b""
