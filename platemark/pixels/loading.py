"""Load a picture as people see it."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageOps

from platemark.pixels.colours import to_srgb
from platemark.pixels.files import open_picture
from platemark.pixels.modes import to_eight_bits

TURNS = {
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


def load_picture(source: Path | bytes, *, side: int | None = None, max_pixels: int | None = None) -> Image.Image:
    """Load a picture upright, in sRGB: RGBA if it has transparent parts, else RGB.

    With ``side``, neither side is longer than that. Raises UnreadablePicture, also for more than ``max_pixels``.
    """
    with open_picture(source, max_pixels=max_pixels) as opened:
        profile = opened.info.get("icc_profile")
        if side is not None:
            opened.draft("RGB", (side, side))
        picture = to_eight_bits(ImageOps.exif_transpose(opened))
    if side is not None:
        picture.thumbnail((side, side), Image.Resampling.BOX)
    return to_srgb(picture, profile)


def on_white(picture: Image.Image) -> Image.Image:
    """An RGB or RGBA picture as RGB; transparent parts become white."""
    if picture.mode == "RGB":
        return picture
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture)
    return ground.convert("RGB")


def turn_upright(image: Image.Image, orientation: int) -> Image.Image:
    """``image`` turned by an orientation of EXIF, 1 to 8."""
    return image.transpose(TURNS[orientation]) if orientation in TURNS else image
