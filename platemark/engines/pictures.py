"""Pictures that an engine is to look at, whatever kind of file they are."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from platemark.engines.base import EngineError

FORMATS = ("PNG", "JPEG", "WEBP")
UNREADABLE = (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError)
"""What Pillow raises for what is no picture."""


def look_at(path: Path, side: int) -> Image.Image:
    """The picture in the file as RGB or RGBA, the way up that it is shown, neither side longer than ``side``.

    EngineError ``picture_unreadable`` where it is none.
    """
    try:
        with Image.open(path, formats=FORMATS) as opened:
            opened.draft("RGB", (side, side))
            upright = ImageOps.exif_transpose(opened)
            if upright.mode.startswith("I"):  # 16 bits of grey
                upright = Image.fromarray((np.asarray(upright, np.uint32) >> 8).astype(np.uint8))
            picture = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except UNREADABLE:
        raise EngineError("picture_unreadable", "The picture cannot be read.") from None
    picture.thumbnail((side, side), Image.Resampling.BOX)
    return picture


def on_white(picture: Image.Image) -> Image.Image:
    """The picture as RGB; what is transparent is white."""
    if picture.mode == "RGB":
        return picture
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture)
    return ground.convert("RGB")


def as_jpeg(path: Path, side: int) -> bytes:
    """The picture in the file as a JPEG of at most ``side`` pixels a side, which every model takes."""
    out = io.BytesIO()
    on_white(look_at(path, side)).save(out, "JPEG", quality=92)
    return out.getvalue()
