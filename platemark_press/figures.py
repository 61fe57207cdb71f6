"""People as flat ornamental figures: heads, hair, headgear, busts and robed standing figures.

Heads are drawn in units of the face's height, with the origin in the middle of the face.
"""

from __future__ import annotations

import numpy as np

from platemark_press.appearance import Appearance
from platemark_press.headgear import draw_headgear
from platemark_press.palettes import Colour, Palette, mix, rgb, shade
from platemark_press.pen import Pen
from platemark_press.shapes import (
    Points,
    arc,
    bezier,
    ellipse,
    flipped,
    leaf,
    poly,
    rect,
    ribbon,
    spline,
    star,
    symmetric,
)

FACE = symmetric(bezier((0, -0.5), (-0.3, -0.5), (-0.38, -0.25), (-0.36, 0.0), (-0.34, 0.25), (-0.17, 0.48), (0, 0.5)))


def draw_face(pen: Pen, look: Appearance) -> None:
    """Draw the face itself: a brow and nose in one stroke, almond eyes, a small mouth."""
    pen.fill(FACE, look.skin, angle=1.2, tone=0.25)
    with pen.inside(FACE):
        pen.fill(
            bezier((0.42, -0.4), (0.2, -0.1), (0.26, 0.25), (0.02, 0.55), (0.5, 0.6), (0.6, 0.0), (0.42, -0.4)),
            shade(look.skin, 0.87),
            outline=0,
            tone=0.5,
        )
        for side in (-1, 1):
            pen.fill(ellipse(side * 0.22, 0.16, 0.08, 0.055), mix(look.skin, rgb("#d8553f"), 0.35), outline=0, tone=0.2)
    for side in (-1, 1):
        eye = spline(
            poly((side * 0.07, -0.04), (side * 0.15, -0.095), (side * 0.25, -0.05), (side * 0.16, -0.015)),
            closed=True,
            n=5,
        )
        pen.fill(eye, mix(look.paper, rgb("#ffffff"), 0.5), outline=0.35, tone=0)
        pen.fill(ellipse(side * 0.155 + look.glance, -0.055, 0.037, 0.043, n=20), look.ink, outline=0)
        pen.ink(
            spline(poly((side * 0.055, -0.035), (side * 0.15, -0.105), (side * 0.275, -0.05))), [0.018, 0.034, 0.01]
        )
        pen.ink(spline(poly((side * 0.07, -0.15), (side * 0.17, -0.205), (side * 0.29, -0.155))), [0.026, 0.034, 0.006])
    pen.ink(
        spline(poly((0.07, -0.15), (0.035, -0.04), (0.05, 0.1), (0.075, 0.15), (0.0, 0.175), (-0.04, 0.155))),
        [0.012, 0.02, 0.024, 0.01],
    )
    lips = np.concatenate(
        [
            spline(poly((-0.115, 0.275), (-0.035, 0.25), (0, 0.265), (0.035, 0.25), (0.115, 0.275))),
            spline(poly((0.115, 0.275), (0, 0.34), (-0.115, 0.275))),
        ]
    )
    pen.fill(lips, mix(rgb("#a82a2e"), look.skin, 0.15), outline=0, tone=0.2)
    pen.ink(spline(poly((-0.13, 0.272), (0, 0.288), (0.13, 0.272))), [0.006, 0.018, 0.006])
    pen.ink(spline(poly((-0.05, 0.395), (0, 0.41), (0.05, 0.395))), [0.004, 0.014, 0.004], 0.7)


def _hair_lines(pen: Pen, side: int, count: int, long: float) -> None:
    for k in range(count):
        x = 0.3 + 0.07 * k
        pen.ink(
            spline(
                poly(
                    (side * (x - 0.12), -0.36 + 0.08 * k),
                    (side * (x + 0.02), 0.0),
                    (side * (x + 0.02), long * 0.6),
                    (side * (x + 0.08), long),
                )
            ),
            [0.008, 0.016, 0.006],
            0.8,
        )


def draw_back_hair(pen: Pen, look: Appearance) -> None:
    """Draw the hair behind the face."""
    if look.style == "long":
        half = bezier(
            (0, -0.66),
            (-0.4, -0.68),
            (-0.56, -0.35),
            (-0.5, 0.05),
            (-0.46, 0.4),
            (-0.66, 0.62),
            (-0.52, 0.98),
            (-0.3, 0.95),
            (-0.15, 0.9),
            (0, 0.9),
        )
        pen.fill(symmetric(half), look.hair, angle=1.4, tone=0.9)
        for side in (-1, 1):
            _hair_lines(pen, side, 3, 0.85)
    elif look.style == "curls":
        for k in range(5):
            for side in (-1, 1):
                pen.fill(
                    ellipse(side * (0.36 + 0.02 * k), -0.25 + 0.17 * k, 0.13, 0.12), look.hair, outline=0.8, angle=0.9
                )
                pen.ink(arc(side * (0.36 + 0.02 * k), -0.25 + 0.17 * k, 0.06, start=20, stop=280, n=14), 0.016, 0.9)
    else:
        half = bezier(
            (0, -0.64), (-0.36, -0.66), (-0.48, -0.35), (-0.43, 0.0), (-0.42, 0.15), (-0.38, 0.22), (-0.3, 0.26)
        )
        pen.fill(symmetric(half), look.hair, angle=1.4, tone=0.9)
        if look.style == "bun":
            pen.fill(ellipse(0, -0.74, 0.2, 0.17), look.hair, angle=0.9)
            pen.ink(arc(0, -0.72, 0.1, 0.08, start=0, stop=300, n=16), 0.016)


def draw_front_hair(pen: Pen, look: Appearance) -> None:
    """Draw the parting over the brow."""
    if look.style in {"long", "bun", "curls"}:
        bang = np.concatenate(
            [
                bezier((0.0, -0.53), (-0.2, -0.36), (-0.32, -0.25), (-0.36, 0.02)),
                bezier((-0.36, 0.02), (-0.5, -0.2), (-0.46, -0.6), (0.0, -0.64)),
            ]
        )
    else:
        bang = np.concatenate(
            [
                bezier((0.02, -0.36), (-0.15, -0.4), (-0.28, -0.3), (-0.35, -0.08)),
                bezier((-0.35, -0.08), (-0.5, -0.3), (-0.4, -0.64), (0.02, -0.64)),
            ]
        )
    for shape in (bang, flipped(bang)):
        pen.fill(shape, look.hair, angle=0.8, tone=0.9)
    for side in (-1, 1):
        for k in range(2):
            pen.ink(
                bezier(
                    (side * 0.03, -0.57 + 0.0 * k),
                    (side * (0.2 + 0.06 * k), -0.5),
                    (side * (0.32 + 0.03 * k), -0.32),
                    (side * (0.36 + 0.03 * k), -0.12),
                ),
                [0.006, 0.016, 0.006],
                0.8,
            )


def draw_beard(pen: Pen, look: Appearance) -> None:
    """Draw a full beard in parted locks, and a moustache."""
    outer = bezier((-0.36, -0.02), (-0.42, 0.3), (-0.36, 0.6), (-0.2, 0.82), (-0.12, 0.92), (-0.06, 0.88), (0, 0.98))
    inner = bezier(
        (0, 0.36),
        (-0.06, 0.36),
        (-0.14, 0.34),
        (-0.18, 0.24),
        (-0.26, 0.2),
        (-0.3, 0.12),
        (-0.31, 0.0),
        (-0.33, -0.02),
        (-0.35, -0.02),
        (-0.36, -0.02),
    )
    pen.fill(np.concatenate([outer, flipped(outer)[::-1], flipped(inner)[::-1], inner]), look.hair, angle=1.5, tone=0.8)
    for side in (-1, 1):
        for k in range(3):
            pen.ink(
                bezier(
                    (side * (0.06 + 0.1 * k), 0.42 - 0.06 * k),
                    (side * (0.1 + 0.1 * k), 0.55),
                    (side * (0.04 + 0.08 * k), 0.7 - 0.05 * k),
                    (side * (0.03 + 0.05 * k), 0.84 - 0.1 * k),
                ),
                [0.006, 0.018, 0.006],
                0.85,
            )
        pen.fill(
            bezier(
                (0, 0.21),
                (side * 0.08, 0.19),
                (side * 0.16, 0.24),
                (side * 0.26, 0.3),
                (side * 0.16, 0.3),
                (side * 0.08, 0.28),
                (0, 0.245),
            ),
            look.hair,
            outline=0.7,
        )


def draw_head(pen: Pen, look: Appearance, *, neck: float = 0.3) -> None:
    """Draw a whole head on a neck."""
    draw_back_hair(pen, look)
    pen.fill(rect(-0.13, 0.25, 0.13, 0.5 + neck), shade(look.skin, 0.86), angle=1.2)
    draw_face(pen, look)
    if look.beard:
        draw_beard(pen, look)
    draw_front_hair(pen, look)
    draw_headgear(pen, look)


def draw_pattern(pen: Pen, look: Appearance, box: tuple[float, float, float, float], size: float) -> None:
    """Cloth: lozenges, dots, stripes or little flowers over a box, in a second colour."""
    x0, y0, x1, y1 = box
    second = mix(look.trim, look.robe, 0.15)
    shapes: list[Points] = []
    for j, y in enumerate(np.arange(y0, y1 + size, size)):
        for x in np.arange(x0 - (size / 2 if j % 2 else 0), x1 + size, size):
            if look.pattern == 0:
                shapes.append(star(2, x, y, size * 0.42, size * 0.24))
            elif look.pattern == 1:
                shapes.append(ellipse(x, y, size * 0.2, n=14))
            elif look.pattern == 2:
                shapes += [leaf(x, y, size * 0.42, a, 0.5) for a in (-90, 0, 90, 180)]
            else:
                shapes.append(star(4, x, y, size * 0.4, size * 0.14))
    pen.fill(shapes, second, outline=0.35, tone=0.3)


def draw_bust(pen: Pen, look: Appearance, palette: Palette) -> None:
    """Draw head and shoulders; the origin is in the face, one unit is the face and half as much again."""
    head = pen.moved(0, -0.07, 0.6)
    draw_back_hair(head, look)
    robe = symmetric(
        bezier((0, 0.36), (-0.12, 0.38), (-0.2, 0.34), (-0.32, 0.42), (-0.6, 0.5), (-0.66, 0.75), (-0.72, 1.3))
    )
    pen.fill(robe, look.robe, angle=0.6, tone=0.8)
    with pen.inside(robe):
        draw_pattern(pen, look, (-0.7, 0.4, 0.7, 1.3), 0.13)
        pen.fill(symmetric([(0, 0.3), (-0.2, 0.3), (-0.13, 0.62), (0, 0.82)]), look.trim, angle=1.2, tone=0.4)
        pen.fill(
            symmetric([(0, 0.3), (-0.15, 0.3), (-0.1, 0.56), (0, 0.72)]), shade(look.skin, 0.93), outline=0.7, tone=0.3
        )
    head.fill(rect(-0.15, 0.25, 0.15, 0.82), shade(look.skin, 0.86), outline=0.6, angle=1.2)
    for k in range(-4, 5) if look.style != "short" else ():
        pen.dot(k * 0.042, 0.5 - 0.0045 * k * k, 0.02, mix(palette.glow, look.paper, 0.5), outline=0.6)
    draw_face(head, look)
    if look.beard:
        draw_beard(head, look)
    draw_front_hair(head, look)
    draw_headgear(head, look)


def draw_robed(pen: Pen, look: Appearance, *, wide: float = 0.5, cloak: Colour | None = None) -> None:
    """Draw a standing figure one unit high: the origin at the feet, the head at the top."""
    if cloak is not None:
        half = bezier(
            (0, -0.8),
            (-0.12, -0.8),
            (-0.2, -0.74),
            (-0.24, -0.6),
            (-0.3, -0.35),
            (-wide * 0.62, -0.1),
            (-wide * 0.68, 0.02),
        )
        pen.fill(symmetric(half), cloak, angle=1.4, tone=0.8)
    half = bezier(
        (0, -0.79),
        (-0.06, -0.8),
        (-0.13, -0.77),
        (-0.16, -0.62),
        (-0.12, -0.45),
        (-wide * 0.4, -0.15),
        (-wide * 0.5, 0.02),
    )
    robe = symmetric(half)
    pen.fill(robe, look.robe, angle=1.5, tone=0.7)
    with pen.inside(robe):
        pen.band(spline(poly((-0.6, -0.03), (0, 0.0), (0.6, -0.03))), 0.05, look.trim, outline=0.6)
        pen.band(poly((0, -0.8), (0, 0.02)), 0.045, look.trim, outline=0.5)
        for x in (-0.14, -0.07, 0.07, 0.14):
            pen.ink(spline(poly((x * 0.5, -0.48), (x * 0.9, -0.25), (x * 1.3, 0.0))), [0.003, 0.01, 0.004], 0.75)
    pen.band(poly((-0.115, -0.5), (0.115, -0.5)), 0.03, look.trim, outline=0.7)
    draw_head(pen.moved(0, -0.89, 0.19), look, neck=0.1)


def draw_arm(
    pen: Pen,
    look: Appearance,
    start: tuple[float, float],
    elbow: tuple[float, float],
    hand: tuple[float, float],
    thick: float = 0.085,
) -> None:
    """Draw a sleeve that widens to the wrist, and a hand."""
    curve = spline(poly(start, elbow, hand), n=6)
    pen.dot(hand[0], hand[1], thick * 0.42, look.skin)
    pen.band(curve[:-2], [thick * 0.8, thick * 0.85, thick * 1.15], look.robe)
    tip = ribbon(curve[-4:-1], [thick * 1.15, thick * 1.15])
    pen.fill(tip, look.trim, outline=0.6)
