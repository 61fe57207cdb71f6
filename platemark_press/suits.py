"""The four suits as outlines of unit radius, and the pips made of them."""

from __future__ import annotations

from platemark_press.palettes import Colour, mix
from platemark_press.pen import Pen
from platemark_press.shapes import Points, bezier, ellipse, leaf, petal, star, symmetric

SUIT_NAMES = ("hearts", "diamonds", "clubs", "spades")
RED = frozenset({"hearts", "diamonds"})


def _heart() -> list[Points]:
    return [
        symmetric(
            bezier((0, -0.5), (-0.18, -1.0), (-0.98, -0.98), (-0.94, -0.3), (-0.9, 0.2), (-0.3, 0.5), (0, 1.0), n=20)
        )
    ]


def _diamond() -> list[Points]:
    half = bezier((0, -1.08), (-0.2, -0.6), (-0.45, -0.25), (-0.78, 0.0), (-0.45, 0.25), (-0.2, 0.6), (0, 1.08), n=14)
    return [symmetric(half)]


def _stem() -> Points:
    return symmetric(bezier((-0.06, 0.1), (-0.08, 0.5), (-0.16, 0.8), (-0.4, 1.0)))


def _spade() -> list[Points]:
    half = bezier(
        (0, -1.0), (-0.25, -0.55), (-0.92, -0.25), (-0.92, 0.25), (-0.92, 0.75), (-0.3, 0.75), (-0.02, 0.32), n=20
    )
    return [symmetric(half), _stem()]


def _club() -> list[Points]:
    circles = [ellipse(0, -0.52, 0.45), ellipse(-0.5, 0.16, 0.45), ellipse(0.5, 0.16, 0.45), ellipse(0, -0.05, 0.26)]
    return [*circles, _stem()]


OUTLINES: dict[str, list[Points]] = {"hearts": _heart(), "diamonds": _diamond(), "clubs": _club(), "spades": _spade()}


def draw_pip(pen: Pen, suit: str, x: float, y: float, r: float, colour: Colour, *, turned: bool = False) -> None:
    """Draw one plain pip."""
    own = pen.moved(x, y, r, 180 if turned else 0)
    own.fill(OUTLINES[suit], colour, outline=0.4, angle=0.8, tone=0.5)


def draw_fancy_pip(pen: Pen, suit: str, colour: Colour, gold: Colour, paper: Colour, kind: int) -> None:
    """Draw a large pip of unit radius with an inlay: scales, a flower, rays or leaves."""
    pen.fill(OUTLINES[suit], gold, outline=1.2, tone=0.3)
    inner = pen.moved(0, 0.0, 0.93)
    inner.fill(OUTLINES[suit], colour, outline=0.6, angle=0.8, tone=0.5)
    heart_y = {"hearts": -0.1, "diamonds": 0.0, "clubs": 0.0, "spades": 0.1}[suit]
    with inner.inside(OUTLINES[suit]):
        _inlay(inner.moved(0, heart_y), mix(colour, paper, 0.85), gold, colour, kind)


def _inlay(pen: Pen, light: Colour, gold: Colour, colour: Colour, kind: int) -> None:
    if kind == 0:
        for k in range(12):
            pen.fill(petal(0, 0, 0.52, k * 30, 0.3), light if k % 2 else gold, outline=0.5, tone=0.2)
        pen.dot(0, 0, 0.13, colour)
    elif kind == 1:
        for r, paint in ((0.5, gold), (0.44, colour), (0.36, light), (0.3, colour)):
            pen.fill(ellipse(0, 0, r), paint, outline=0.4, tone=0.3)
        pen.fill(star(8, 0, 0, 0.27, 0.1), gold, outline=0.4)
    elif kind == 2:
        pen.fill(star(16, 0, 0, 0.56, 0.2), gold, outline=0.5, tone=0.3)
        pen.fill(star(8, 0, 0, 0.38, 0.14), light, outline=0.5, tone=0.2)
        pen.dot(0, 0, 0.09, colour)
    else:
        for side in (-1, 1):
            for k in range(4):
                pen.fill(
                    leaf(0, 0.42 - 0.24 * k, 0.34 - 0.04 * k, -90 + side * 52, 0.5),
                    light if k % 2 else gold,
                    outline=0.5,
                )
        pen.fill(leaf(0, -0.25, 0.34, -90, 0.5), gold, outline=0.5)
