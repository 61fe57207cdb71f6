"""Letters set with the font that Pillow carries."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from platemark_press.canvas import Canvas
from platemark_press.palettes import Array, Colour
from platemark_press.pen import Pen

_FINE = 4


@lru_cache(maxsize=64)
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size=size)


def _set(text: str, size: float, spacing: float, *, bold: bool) -> Array:
    """The letters as a mask, cut close to their ink."""
    points = max(6, round(size * _FINE))
    font = _font(points)
    gap = round(points * spacing)
    weight = max(1, points // 22) if bold else 0
    widths = [int(font.getlength(c)) + gap for c in text]
    image = Image.new("L", (sum(widths) + points, points * 2), 0)
    draw = ImageDraw.Draw(image)
    x = points // 2
    for letter, wide in zip(text, widths, strict=True):
        draw.text((x, points // 3), letter, font=font, fill=255, stroke_width=weight)
        x += wide
    box = image.getbbox() or (0, 0, _FINE, _FINE)
    cut = image.crop(box)
    padded = Image.new("L", ((cut.width // _FINE + 1) * _FINE, (cut.height // _FINE + 1) * _FINE), 0)
    padded.paste(cut, ((padded.width - cut.width) // 2, (padded.height - cut.height) // 2))
    return np.asarray(padded.reduce(_FINE), np.float32) / np.float32(255)


def _stamp(canvas: Canvas, mask: Array, x: float, y: float, colour: Colour) -> None:
    h, w = mask.shape
    x0, y0 = round(x - w / 2), round(y - h / 2)
    left, top = max(0, -x0), max(0, -y0)
    right, bottom = min(w, canvas.width - x0), min(h, canvas.height - y0)
    if left >= right or top >= bottom:
        return
    part = mask[top:bottom, left:right]
    window = np.s_[y0 + top : y0 + bottom, x0 + left : x0 + right]
    canvas.rgb[window] += (colour - canvas.rgb[window]) * part[..., None]
    canvas.mark(window, part)


def draw_text(
    pen: Pen, text: str, x: float, y: float, height: float, colour: Colour,
    *, widest: float = 99.0, spacing: float = 0.04, bold: bool = True,
) -> None:  # fmt: skip
    """Letters centred on a local point, ``height`` units tall, narrower if they would be too wide."""
    place = pen.at([(x, y)])[0]
    size = height * pen.scale * 1.38
    mask = _set(text, size, spacing, bold=bold)
    room = widest * pen.scale
    if mask.shape[1] > room:
        mask = _set(text, max(2.0, size * room / mask.shape[1]), spacing, bold=bold)
    _stamp(pen.canvas, mask, float(place[0]), float(place[1]), colour)
