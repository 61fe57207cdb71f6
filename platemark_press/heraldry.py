"""Animals and emblems of trumps and zodiac signs: hound, lion, bull, crayfish, skull and wings."""

from __future__ import annotations

import math

import numpy as np

from platemark_press.palettes import Colour, mix, shade
from platemark_press.pen import Pen
from platemark_press.shapes import (
    Points,
    bezier,
    ellipse,
    leaf,
    poly,
    spline,
    star,
    symmetric,
)


def draw_crayfish(pen: Pen, colour: Colour, ink: Colour) -> None:
    """Draw a crayfish with raised claws, about one unit high."""
    for side in (-1, 1):
        pen.band(spline(poly((side * 0.12, -0.05), (side * 0.4, -0.2), (side * 0.34, -0.48))), [0.09, 0.07], colour)
        pen.fill(
            [leaf(side * 0.34, -0.42, 0.36, -90 - side * 16, 0.5), leaf(side * 0.34, -0.42, 0.3, -90 + side * 28, 0.4)],
            colour,
            outline=0.8,
        )
        for k in range(3):
            pen.band(
                spline(
                    poly((side * 0.14, 0.05 + 0.1 * k), (side * 0.36, 0.02 + 0.12 * k), (side * 0.44, 0.14 + 0.12 * k))
                ),
                [0.05, 0.02],
                colour,
                outline=0.7,
            )
    pen.fill(
        symmetric(
            bezier((0, -0.26), (-0.14, -0.24), (-0.24, -0.05), (-0.18, 0.2), (-0.12, 0.45), (-0.06, 0.5), (0, 0.5))
        ),
        colour,
        angle=0.0,
    )
    for k in range(4):
        y = 0.12 + 0.1 * k
        pen.ink(spline(poly((-0.17 + 0.025 * k, y), (0, y + 0.04), (0.17 - 0.025 * k, y))), 0.016)
    for side in (-1, 1):
        pen.dot(side * 0.07, -0.24, 0.035, ink, outline=0)


def draw_bull_head(pen: Pen, coat: Colour, horn: Colour, ink: Colour) -> None:
    """Draw a bull's head of about one unit."""
    for side in (-1, 1):
        pen.band(
            spline(poly((side * 0.2, -0.3), (side * 0.55, -0.34), (side * 0.66, -0.62), (side * 0.5, -0.78))),
            [0.17, 0.15, 0.08, 0.0],
            horn,
        )
        pen.fill(leaf(side * 0.24, -0.18, 0.32, 8 if side > 0 else 172, 0.5), coat)
    pen.fill(
        symmetric(
            bezier((0, -0.42), (-0.2, -0.44), (-0.34, -0.3), (-0.26, 0.05), (-0.2, 0.25), (-0.24, 0.5), (0, 0.52))
        ),
        coat,
        angle=1.3,
    )
    pen.fill(ellipse(0, 0.36, 0.23, 0.17), mix(coat, horn, 0.5), outline=0.8)
    for side in (-1, 1):
        pen.dot(side * 0.09, 0.36, 0.035, ink, outline=0)
        pen.fill(ellipse(side * 0.17, -0.08, 0.05, 0.04), horn, outline=0.9)
        pen.dot(side * 0.165, -0.08, 0.025, ink, outline=0)
    pen.fill(star(4, 0, -0.25, 0.11, 0.04), horn, outline=0.5)


def draw_wing(pen: Pen, colour: Colour, second: Colour) -> None:
    """Draw one feathered wing of unit length, rising to the right from the origin."""
    for row, (count, long, paint) in enumerate(((7, 1.0, colour), (6, 0.72, second), (5, 0.46, colour))):
        for k in range(count):
            t = k / (count - 1)
            angle = -62 + 92 * t
            size = long * (1 - 0.38 * t)
            pen.fill(
                leaf(0.06 * t, 0.04 * row * t, size, angle, 0.24),
                paint,
                outline=0.8,
                tone=0.4,
                angle=math.radians(angle),
            )
    pen.fill(
        spline([(0, 0.08), (0.05, -0.2), (0.28, -0.42), (0.36, -0.36), (0.2, -0.1), (0.12, 0.1)], closed=True),
        second,
        outline=0.9,
    )


def draw_both_wings(pen: Pen, x: float, y: float, size: float, colour: Colour, second: Colour) -> None:
    """Draw a pair of wings."""
    for mirror in (False, True):
        draw_wing(pen.moved(-x if mirror else x, y, size, mirror=mirror), colour, second)


def draw_hound(pen: Pen, colour: Colour, ink: Colour) -> None:
    """Draw a dog one unit long that howls, facing right."""
    for x in (-0.34, -0.24, 0.12, 0.2):
        pen.band(
            poly((x, -0.3), (x - 0.02, -0.15), (x + 0.01, 0.0)), [0.11, 0.055, 0.05], shade(colour, 0.85), outline=0.9
        )
    tail = spline(poly((-0.38, -0.4), (-0.54, -0.44), (-0.62, -0.6), (-0.56, -0.72)))
    pen.band(tail, [0.09, 0.07, 0.01], colour)
    outline = [
        (-0.42, -0.36), (-0.36, -0.46), (-0.1, -0.44), (0.1, -0.52), (0.16, -0.7), (0.2, -0.84), (0.32, -1.06),
        (0.4, -1.1), (0.4, -1.0), (0.46, -0.92), (0.36, -0.8), (0.34, -0.6), (0.28, -0.36), (0.18, -0.24),
        (-0.1, -0.26), (-0.36, -0.2),
    ]  # fmt: skip
    body = spline(outline, closed=True, n=6)
    pen.fill(body, colour, angle=0.6, tone=0.6)
    pen.ink(poly((0.4, -1.0), (0.33, -0.93)), [0.016, 0.006])
    pen.fill(leaf(0.22, -0.84, 0.22, 115, 0.5), shade(colour, 0.68), outline=0.9)
    pen.dot(0.285, -0.93, 0.018, ink, outline=0)
    pen.dot(0.4, -1.09, 0.025, ink, outline=0)


def draw_lion(pen: Pen, coat: Colour, mane: Colour, ink: Colour, paper: Colour) -> None:
    """Draw a lion's head and forepaws, one unit wide, seen from the front."""
    body = spline([(-0.4, 0.1), (-0.46, 0.55), (0.46, 0.55), (0.4, 0.1)], closed=True)
    pen.fill(body, shade(coat, 0.9), angle=1.2)
    for side in (-1, 1):
        pen.fill(
            spline([(side * 0.12, 0.3), (side * 0.34, 0.28), (side * 0.36, 0.58), (side * 0.1, 0.58)], closed=True),
            coat,
        )
        for k in range(3):
            pen.ink(poly((side * (0.15 + 0.07 * k), 0.5), (side * (0.15 + 0.07 * k), 0.58)), 0.012)
    draw_lion_head(pen, coat, mane, ink, paper)


def draw_lion_head(pen: Pen, coat: Colour, mane: Colour, ink: Colour, paper: Colour) -> None:
    """Draw the head alone, in a mane of flames."""
    for r, n, paint in ((0.54, 18, mane), (0.44, 15, shade(mane, 1.18))):
        for k in range(n):
            a = 360 * k / n + (8 if r < 0.5 else 0)
            pen.fill(
                leaf(0.2 * math.cos(math.radians(a)), 0.2 * math.sin(math.radians(a)), r - 0.16, a, 0.62),
                paint,
                outline=0.8,
                tone=0.6,
            )
    for side in (-1, 1):
        pen.dot(side * 0.24, -0.24, 0.085, coat)
    face = symmetric(
        bezier((0, -0.3), (-0.2, -0.3), (-0.28, -0.16), (-0.24, 0.02), (-0.22, 0.14), (-0.16, 0.28), (0, 0.3))
    )
    pen.fill(face, coat, tone=0.4)
    muzzle = [ellipse(-0.075, 0.15, 0.1, 0.085), ellipse(0.075, 0.15, 0.1, 0.085)]
    pen.fill(muzzle, mix(coat, paper, 0.6), outline=0.6, tone=0.2)
    pen.fill(poly((-0.075, 0.02), (0.075, 0.02), (0, 0.1)), ink, outline=0)
    for side in (-1, 1):
        pen.ink(spline([(side * 0.04, 0.02), (side * 0.05, -0.12), (side * 0.12, -0.2)]), [0.012, 0.024, 0.01])
        pen.fill(ellipse(side * 0.115, -0.075, 0.04, 0.032), paper, outline=0.8)
        pen.dot(side * 0.11, -0.075, 0.02, ink, outline=0)
        pen.ink(spline([(0, 0.17), (side * 0.05, 0.21), (side * 0.11, 0.18)]), 0.014)
    pen.ink(poly((0, 0.09), (0, 0.18)), 0.014)


def draw_skull(pen: Pen, bone: Colour, ink: Colour) -> None:
    """Draw a skull of a face's size."""
    head = symmetric(
        bezier(
            (0, -0.5),
            (-0.32, -0.5),
            (-0.42, -0.2),
            (-0.36, 0.08),
            (-0.34, 0.16),
            (-0.24, 0.2),
            (-0.22, 0.42),
            (-0.15, 0.5),
            (-0.06, 0.5),
            (0, 0.5),
        )
    )
    pen.fill(head, bone, tone=0.2)
    for side in (-1, 1):
        pen.fill(ellipse(side * 0.16, -0.02, 0.115, 0.125), ink, outline=0)
    pen.fill(poly((0, 0.1), (-0.06, 0.22), (0.06, 0.22)), ink, outline=0)
    for k in range(-2, 3):
        pen.ink(poly((k * 0.07, 0.31), (k * 0.07, 0.44)), 0.018)
    pen.ink(poly((-0.2, 0.37), (0.2, 0.37)), 0.014)


def draw_bat_wing(pen: Pen, colour: Colour) -> None:
    """Draw a bat's wing of unit length to the right of the origin."""
    shape: Points = np.concatenate(
        [
            bezier((0, 0), (0.2, -0.5), (0.5, -0.75), (0.95, -0.7)),
            bezier((0.95, -0.7), (0.9, -0.45), (0.92, -0.2), (1.0, 0.0)),
            bezier((1.0, 0.0), (0.85, -0.1), (0.75, -0.05), (0.66, 0.12)),
            bezier((0.66, 0.12), (0.56, -0.02), (0.42, 0.0), (0.34, 0.18)),
            bezier((0.34, 0.18), (0.26, 0.06), (0.12, 0.06), (0, 0.16)),
        ]
    )
    pen.fill(shape, colour, angle=0.8, tone=0.8)
    for x, y in ((0.97, -0.02), (0.65, 0.1), (0.34, 0.15)):
        pen.ink(bezier((0.5, -0.58), (0.55, -0.4), (x * 0.95, -0.2), (x, y)), 0.016, 0.9)
