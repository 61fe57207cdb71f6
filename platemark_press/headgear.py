"""Crowns, diadems, caps, bells, mitres and wreaths, in units of the face."""

from __future__ import annotations

import math

import numpy as np

from platemark_press.appearance import Appearance
from platemark_press.palettes import mix, rgb
from platemark_press.pen import Pen
from platemark_press.shapes import (
    bezier,
    flipped,
    leaf,
    poly,
    spline,
    star,
    symmetric,
)


def draw_headgear(pen: Pen, look: Appearance) -> None:
    """Draw a crown, a diadem, a cap with a feather, bells, a mitre, a veil or a hood's rim."""
    table = {"crown": _crown, "diadem": _diadem, "cap": _cap, "bells": _bells, "mitre": _mitre, "wreath": _wreath}
    if look.crown in table:
        table[look.crown](pen, look)


def _crown(pen: Pen, look: Appearance) -> None:
    points = [(-0.4, -0.4)]
    for k, x in enumerate((-0.46, -0.23, 0.0, 0.23, 0.46)):
        points.append((x, -0.84 if k % 2 == 0 else -0.8))
        if k < 4:
            points.append(((x + 0.115), -0.62))
    points.append((0.4, -0.4))
    pen.fill(poly(*points), look.trim, angle=1.57, tone=0.4)
    for k, x in enumerate((-0.46, -0.23, 0.0, 0.23, 0.46)):
        pen.dot(x, -0.87 if k % 2 == 0 else -0.83, 0.045, look.gem if k % 2 else look.paper)
    pen.fill(
        spline(poly((-0.42, -0.5), (0, -0.44), (0.42, -0.5), (0.4, -0.36), (0, -0.3), (-0.4, -0.36)), closed=True, n=6),
        look.gem,
        tone=0.6,
    )
    for x in (-0.26, 0.0, 0.26):
        pen.fill(star(2, x, -0.4, 0.055, 0.035), look.paper, outline=0.6)


def _diadem(pen: Pen, look: Appearance) -> None:
    rim = spline(poly((-0.42, -0.42), (0, -0.5), (0.42, -0.42)))
    for k, (x, tall) in enumerate(((-0.3, 0.14), (-0.16, 0.2), (0.0, 0.3), (0.16, 0.2), (0.3, 0.14))):
        y = -0.47 + 0.3 * x * x
        pen.fill(leaf(x, y, tall, -90 + x * 40, 0.75), look.trim, outline=0.9, tone=0.4)
        pen.dot(x * 1.05, y - tall * 0.45, 0.03, look.gem if k % 2 == 0 else look.paper, outline=0.6)
    pen.band(rim, 0.1, look.trim)
    for x in (-0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3):
        pen.dot(x, -0.5 + 0.45 * x * x, 0.024, look.paper, outline=0.5)


def _cap(pen: Pen, look: Appearance) -> None:
    pen.fill(
        spline(
            poly((-0.46, -0.34), (-0.5, -0.6), (-0.15, -0.78), (0.3, -0.74), (0.5, -0.5), (0.44, -0.32)),
            closed=True,
            n=6,
        ),
        look.robe,
        angle=0.5,
    )
    plume = spline(poly((0.22, -0.5), (0.5, -0.9), (0.8, -0.92), (0.95, -0.7)))
    pen.band(plume, [0.06, 0.24, 0.22, 0.02], look.gem)
    pen.ink(plume, 0.014)
    for k in range(4, len(plume) - 3, 3):
        x, y = plume[k]
        pen.ink(poly((float(x), float(y)), (float(x) + 0.06, float(y) - 0.06)), 0.01, 0.8)
    pen.band(spline(poly((-0.47, -0.32), (0, -0.42), (0.47, -0.32))), 0.12, look.trim)
    pen.dot(0.24, -0.42, 0.06, look.gem)


def _bells(pen: Pen, look: Appearance) -> None:
    horn = bezier(
        (-0.02, -0.42), (-0.2, -0.9), (-0.5, -0.95), (-0.78, -0.62), (-0.6, -0.66), (-0.48, -0.55), (-0.44, -0.22)
    )
    pen.fill(np.concatenate([horn, poly((-0.02, -0.42))]), look.robe, angle=0.6)
    pen.fill(flipped(np.concatenate([horn, poly((-0.02, -0.42))])), look.gem, angle=2.4)
    middle = symmetric(bezier((0, -1.02), (-0.1, -0.8), (-0.2, -0.62), (-0.22, -0.36)))
    pen.fill(middle, look.trim, angle=1.5)
    for x, y in ((-0.79, -0.58), (0.79, -0.58), (0, -1.06)):
        pen.dot(x, y, 0.075, mix(look.trim, look.paper, 0.4))
        pen.ink(poly((x - 0.05, y + 0.02), (x + 0.05, y + 0.02)), 0.016)
    pen.band(spline(poly((-0.45, -0.28), (0, -0.38), (0.45, -0.28))), 0.1, look.paper)


def _mitre(pen: Pen, look: Appearance) -> None:
    shape = symmetric(bezier((0, -1.12), (-0.12, -0.98), (-0.44, -0.75), (-0.36, -0.36)))
    pen.fill(shape, look.paper, angle=1.5, tone=0.4)
    pen.band(poly((0, -1.05), (0, -0.42)), 0.09, look.trim, outline=0.7)
    pen.band(spline(poly((-0.38, -0.4), (0, -0.46), (0.38, -0.4))), 0.13, look.trim)
    pen.dot(0, -0.74, 0.07, look.gem)


def _wreath(pen: Pen, look: Appearance) -> None:
    for k in range(9):
        a = math.radians(200 + k * 17.5)
        x, y = 0.46 * math.cos(a), -0.22 + 0.36 * math.sin(a)
        pen.fill(leaf(x, y, 0.2, math.degrees(a) - 30, 0.5), rgb("#5d8a4b"), outline=0.8)
        pen.dot(x, y, 0.05, look.gem if k % 2 else look.trim, outline=0.7)
