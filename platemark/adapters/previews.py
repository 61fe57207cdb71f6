"""Previews of adapters: pictures of what they do, that stood beside their files."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from platemark import pixels

PREVIEW_SIDE = 512
PREVIEW_QUALITY = 80


def read_preview(path: Path, *, max_pixels: int) -> bytes:
    """The picture as a WebP without metadata, upright, in sRGB, the longer side at most 512 pixels.

    UnreadablePicture if it is damaged, no picture, or has more than ``max_pixels``.
    """
    picture = pixels.load_picture(path, max_pixels=max_pixels)
    picture.thumbnail((PREVIEW_SIDE, PREVIEW_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=PREVIEW_QUALITY, method=4)
    return out.getvalue()
