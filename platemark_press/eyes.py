"""Eyes of animals."""

from __future__ import annotations

from platemark_press.palettes import Colour
from platemark_press.pen import Pen


def draw_eye(pen: Pen, x: float, y: float, r: float, white: Colour, ink: Colour) -> None:
    """A round eye."""
    pen.dot(x, y, r, white, outline=0.7)
    pen.dot(x, y, r * 0.55, ink, outline=0)
