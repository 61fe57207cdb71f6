"""Load stored pictures of any supported file type as Pillow images."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageOps

from platemark.engines.base import EngineError

FORMATS = ("PNG", "JPEG", "WEBP")
UNREADABLE = (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError)
"""Exceptions that Pillow raises for files that are not pictures."""


def load_picture(path: Path, side: int) -> Image.Image:
    """Load a picture as RGB or RGBA, with its EXIF orientation applied and neither side longer than ``side``.

    Raises EngineError ``picture_unreadable`` if the file is not a picture.
    """
    try:
        with Image.open(path, formats=FORMATS) as opened:
            opened.draft("RGB", (side, side))
            upright = ImageOps.exif_transpose(opened)
            if upright.mode.startswith("I"):  # 16-bit greyscale
                import numpy as np  # here, because only these rare pictures need it

                upright = Image.fromarray((np.asarray(upright, np.uint32) >> 8).astype(np.uint8))
            picture = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except UNREADABLE:
        raise EngineError("picture_unreadable", "The picture cannot be read.") from None
    picture.thumbnail((side, side), Image.Resampling.BOX)
    return picture


def flatten_on_white(picture: Image.Image) -> Image.Image:
    """Convert a picture to RGB; transparent areas become white."""
    if picture.mode == "RGB":
        return picture
    background = Image.new("RGBA", picture.size, "white")
    background.alpha_composite(picture)
    return background.convert("RGB")


def encode_jpeg(path: Path, side: int) -> bytes:
    """Encode the picture in ``path`` as a JPEG with neither side longer than ``side``; every model accepts that."""
    out = io.BytesIO()
    flatten_on_white(load_picture(path, side)).save(out, "JPEG", quality=92)
    return out.getvalue()
