"""Load stored pictures of any supported file type as Pillow images, as people see them."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from platemark import pixels
from platemark.engines.base import EngineError
from platemark.pixels import UnreadablePicture


def load_picture(path: Path, side: int | None = None) -> Image.Image:
    """Load a picture as RGB or RGBA: upright, its colours in sRGB, with ``side`` neither side longer than that.

    Raises EngineError ``picture_unreadable`` if the file is not a picture.
    """
    try:
        return pixels.load_picture(path, side=side)
    except UnreadablePicture:
        raise EngineError("picture_unreadable", "The picture cannot be read.") from None


def load_opaque_picture(path: Path, side: int | None = None) -> Image.Image:
    """``load_picture`` as RGB, on white where the picture is transparent."""
    return flatten_on_white(load_picture(path, side))


def flatten_on_white(picture: Image.Image) -> Image.Image:
    """Convert a picture to RGB; transparent areas become white."""
    return pixels.on_white(picture)


def picture_size(path: Path) -> tuple[int, int] | None:
    """Width and height by the file's header, before its orientation is applied; None if it cannot be read."""
    try:
        with pixels.open_picture(path) as picture:
            return picture.size
    except UnreadablePicture:
        return None


def encode_jpeg(path: Path, side: int) -> bytes:
    """Encode the picture in ``path`` as a JPEG with neither side longer than ``side``; every model accepts that."""
    out = io.BytesIO()
    load_opaque_picture(path, side).save(out, "JPEG", quality=92)
    return out.getvalue()
