"""Bird, owl and cat, drawn as flat ornamental silhouettes with a few inner lines."""

from __future__ import annotations

import math

import numpy as np

from platemark_press.palettes import Colour, mix, rgb, shade
from platemark_press.pen import Pen
from platemark_press.random_streams import choose_index, uniform
from platemark_press.shapes import (
    arc,
    bezier,
    ellipse,
    leaf,
    poly,
    ribbon,
    spline,
    symmetric,
)
from platemark_press.sheet import Sheet


def draw_eye(pen: Pen, x: float, y: float, r: float, white: Colour, ink: Colour) -> None:
    """Draw the round eye of an animal."""
    pen.dot(x, y, r, white, outline=0.7)
    pen.dot(x, y, r * 0.55, ink, outline=0)


def draw_bird(sheet: Sheet, pen: Pen) -> None:
    """Draw a songbird one unit long on a branch, facing right."""
    palette = sheet.palette
    words = sheet.plan.spelling("subject:bird")
    black = any(w in words for w in ("raven", "crow"))
    colour = mix(palette.ink, palette.sky_top, 0.2) if black else mix(palette.sky_top, palette.near, 0.2)
    breast = mix(palette.ink, palette.sky_top, 0.35) if black else palette.accent
    wing = shade(colour, 0.8)
    tail = poly((-0.24, 0.05), (-0.62, 0.3), (-0.56, 0.4), (-0.15, 0.2))
    pen.fill(tail, wing, angle=0.6)
    pen.ink(poly((-0.22, 0.12), (-0.58, 0.35)), 0.01)
    body = np.concatenate(
        [
            bezier((0.36, -0.24), (0.3, -0.42), (0.05, -0.4), (0.0, -0.22)),
            bezier((0.0, -0.22), (-0.12, -0.1), (-0.3, 0.0), (-0.32, 0.14)),
            bezier((-0.32, 0.14), (-0.1, 0.32), (0.28, 0.3), (0.36, 0.02)),
            bezier((0.36, 0.02), (0.4, -0.1), (0.38, -0.16), (0.36, -0.24)),
        ]
    )
    for x in (0.02, 0.12):
        pen.band(poly((x, 0.2), (x + 0.02, 0.4)), 0.02, palette.ink, outline=0)
    pen.fill(
        poly((0.34, -0.27), (0.5, -0.2), (0.35, -0.17)),
        mix(palette.glow, palette.accent, 0.4) if not black else palette.ink,
        angle=0.1,
    )
    pen.fill(body, colour, angle=0.9, tone=0.7)
    with pen.inside(body):
        pen.fill(
            bezier((0.45, -0.25), (0.15, -0.15), (0.1, 0.15), (-0.1, 0.4), (0.2, 0.5), (0.6, 0.4), (0.45, -0.25)),
            breast,
            outline=0.7,
            angle=1.1,
            tone=0.6,
        )
        for k in range(9):
            x, y = 0.15 + 0.05 * (k % 3) + 0.02 * (k // 3), 0.0 + 0.07 * (k // 3)
            pen.ink(poly((x, y), (x + 0.015, y + 0.03)), [0.012, 0], 0.7)
    shape = np.concatenate(
        [
            bezier((0.12, -0.12), (-0.02, -0.16), (-0.2, 0.0), (-0.42, 0.22)),
            bezier((-0.42, 0.22), (-0.12, 0.24), (0.1, 0.16), (0.12, -0.12)),
        ]
    )
    pen.fill(shape, wing, angle=0.5)
    for k in range(5):
        start = (0.07 - 0.03 * k, -0.02 + 0.04 * k)
        pen.ink(
            bezier(start, (start[0] - 0.12, start[1] + 0.1), (-0.2, 0.12 + 0.02 * k), (-0.34 + 0.05 * k, 0.2)),
            [0.01, 0.004],
            0.9,
        )
    pen.band(
        bezier((0.08, -0.09), (-0.02, -0.05), (-0.1, 0.06), (-0.22, 0.12)),
        [0.03, 0],
        palette.paper if not black else colour,
        outline=0,
    )
    draw_eye(pen, 0.24, -0.24, 0.028, palette.paper, palette.ink)


def draw_branch(sheet: Sheet, y: float, element: str) -> None:
    """Draw a leafy branch across the sheet, for a bird to sit on."""
    palette = sheet.palette
    rng = sheet.rng(element, "branch")
    bark = mix(palette.ink, rgb("#6b4a30"), 0.4)
    x = np.linspace(-0.03, 1.03, 9)
    ys = y + 0.012 * np.sin(x * 7 + rng.random() * 6) + (x - 0.5) * uniform(rng, -0.06, 0.06)
    curve = spline(np.stack([x * sheet.width, ys * sheet.height], 1))
    thick = 0.03 * sheet.unit
    for k in range(13):
        i = int((k + 0.5) / 13 * (len(curve) - 1))
        px, py = curve[i]
        up = 1 if k % 2 else -1
        angle = -25 + (-55 if up > 0 else 95) + uniform(rng, -15, 15)
        long = uniform(rng, 0.09, 0.15) * sheet.unit
        green = shade(palette.leaf, uniform(rng, 0.8, 1.2))
        sheet.canvas.fill(leaf(float(px), float(py), long, angle, 0.45), green, outline=0.8, angle=1.0)
        a = math.radians(angle)
        sheet.canvas.ink(
            ribbon(
                poly(
                    (float(px), float(py)),
                    (float(px) + math.cos(a) * long * 0.85, float(py) + math.sin(a) * long * 0.85),
                ),
                [2, 0.5],
            ),
            0.7,
        )
    sheet.canvas.fill(ribbon(curve, [thick, thick * 0.7]), bark, angle=0.1)


def draw_owl(sheet: Sheet, pen: Pen) -> None:
    """Draw an owl one unit high, seen from the front."""
    palette = sheet.palette
    brown = mix(palette.mid, rgb("#8a6238"), 0.6)
    body = symmetric(
        bezier(
            (0, -0.5),
            (-0.2, -0.5),
            (-0.3, -0.56),
            (-0.34, -0.62),
            (-0.32, -0.3),
            (-0.45, 0.0),
            (-0.3, 0.32),
            (-0.2, 0.44),
            (-0.1, 0.46),
            (0, 0.46),
        )
    )
    pen.fill(body, brown, angle=1.4, tone=0.8)
    with pen.inside(body):
        pen.fill(ellipse(0, 0.14, 0.22, 0.34), mix(palette.paper, brown, 0.2), outline=0.6, tone=0.3)
        for row in range(6):
            for k in range(-2, 3):
                x, y = 0.085 * k + (0.042 if row % 2 else 0), -0.1 + 0.09 * row
                pen.ink(arc(x, y, 0.035, start=0, stop=180, n=8), 0.012, 0.85)
    for mirror in (False, True):
        side = pen.moved(0, 0, 1, 0, mirror=mirror)
        side.fill(
            bezier((-0.3, -0.2), (-0.48, 0.05), (-0.4, 0.3), (-0.22, 0.42), (-0.2, 0.2), (-0.2, 0.0), (-0.3, -0.2)),
            shade(brown, 0.75),
            angle=1.2,
        )
        for k in range(3):
            side.ink(
                bezier(
                    (-0.3 + 0.02 * k, -0.1 + 0.08 * k),
                    (-0.36, 0.05 + 0.06 * k),
                    (-0.3, 0.2 + 0.06 * k),
                    (-0.25, 0.3 + 0.03 * k),
                ),
                0.01,
            )
        side.fill(ellipse(-0.15, -0.3, 0.165), mix(palette.paper, brown, 0.25), outline=0.8, tone=0.2)
        for k in range(14):
            a = math.radians(k * 360 / 14)
            side.ink(
                poly(
                    (-0.15 + 0.1 * math.cos(a), -0.3 + 0.1 * math.sin(a)),
                    (-0.15 + 0.15 * math.cos(a), -0.3 + 0.15 * math.sin(a)),
                ),
                0.008,
                0.7,
            )
        side.dot(-0.15, -0.3, 0.085, mix(palette.glow, rgb("#f2b632"), 0.5))
        side.dot(-0.15, -0.3, 0.045, palette.ink, outline=0)
        side.dot(-0.165, -0.315, 0.014, palette.paper, outline=0)
        for k in range(3):
            side.fill(ellipse(-0.06 - 0.05 * k, 0.46, 0.024, 0.04), palette.glow, outline=0.7)
    pen.fill(poly((0, -0.28), (0.05, -0.2), (0, -0.11), (-0.05, -0.2)), mix(palette.accent, palette.glow, 0.4))


def draw_cat(sheet: Sheet, pen: Pen) -> None:
    """Draw a cat one unit high, sitting, seen from the front."""
    palette = sheet.palette
    rng = sheet.rng("subject:cat", "coat")
    coats = (
        mix(palette.ink, palette.near, 0.25),
        mix(palette.accent, rgb("#d98a45"), 0.6),
        mix(palette.far, palette.ink, 0.35),
    )
    coat = coats[choose_index(rng, 3)]
    light = mix(coat, palette.paper, 0.75)
    tail = spline(poly((0.18, -0.04), (0.4, 0.0), (0.5, -0.12), (0.42, -0.25), (0.47, -0.36)))
    pen.band(tail, [0.1, 0.1, 0.07, 0.03], coat)
    body = symmetric(
        bezier(
            (0, -0.55),
            (-0.16, -0.52),
            (-0.2, -0.4),
            (-0.24, -0.25),
            (-0.32, -0.08),
            (-0.28, 0.02),
            (-0.2, 0.03),
            (-0.1, 0.035),
            (-0.05, 0.03),
            (0, 0.03),
        )
    )
    pen.fill(body, coat, angle=1.3, tone=0.8)
    with pen.inside(body):
        pen.fill(ellipse(0, -0.3, 0.11, 0.22), light, outline=0.5, tone=0.3)
        for side in (-1, 1):
            for k in range(3):
                pen.ink(poly((side * 0.3, -0.25 + 0.07 * k), (side * 0.18, -0.22 + 0.07 * k)), [0.03, 0], 0.85)
    for x in (-0.07, 0.07):
        pen.ink(poly((x * 0.2, -0.02), (x * 0.25, -0.2)), [0.012, 0], 0.9)
        pen.fill(ellipse(x, 0.015, 0.065, 0.035), light, outline=0.8)
    _cat_head(sheet, pen.moved(0, -0.68, 1), coat, light)


def _cat_head(sheet: Sheet, pen: Pen, coat: Colour, light: Colour) -> None:
    palette = sheet.palette
    for mirror in (False, True):
        ear = pen.moved(0, 0, 1, 0, mirror=mirror)
        ear.fill(poly((-0.23, -0.02), (-0.22, -0.31), (-0.03, -0.17)), coat, angle=1.2)
        ear.fill(
            poly((-0.19, -0.1), (-0.19, -0.24), (-0.09, -0.17)), mix(palette.accent, palette.paper, 0.5), outline=0.3
        )
    head = symmetric(
        bezier((0, -0.2), (-0.16, -0.2), (-0.25, -0.08), (-0.24, 0.02), (-0.22, 0.12), (-0.12, 0.17), (0, 0.17))
    )
    pen.fill(head, coat, angle=1.0, tone=0.8)
    pen.fill([ellipse(-0.05, 0.09, 0.075, 0.06), ellipse(0.05, 0.09, 0.075, 0.06)], light, outline=0, tone=0.2)
    for x in (-0.06, 0.0, 0.06):
        pen.ink(poly((x, -0.19), (x * 0.7, -0.1)), [0.028, 0], 0.9)
    eye = mix(palette.glow, rgb("#b9cf4a"), 0.4)
    for side in (-1, 1):
        almond = poly(
            (side * 0.05, 0.01), (side * 0.09, -0.035), (side * 0.16, -0.035), (side * 0.155, 0.01), (side * 0.1, 0.03)
        )
        pen.fill(spline(almond, closed=True, n=5), eye, outline=1.1, tone=0)
        pen.fill(ellipse(side * 0.105, -0.003, 0.016, 0.032), palette.ink, outline=0)
        for k in range(3):
            pen.ink(poly((side * 0.08, 0.085 + 0.018 * k), (side * 0.33, 0.045 + 0.05 * k)), [0.009, 0.003], 0.8)
    pen.fill(poly((-0.03, 0.045), (0.03, 0.045), (0, 0.075)), palette.accent, outline=0.7)
    pen.ink(poly((0, 0.07), (0, 0.1)), 0.012)
    pen.ink(spline(poly((-0.06, 0.1), (-0.03, 0.12), (0, 0.1), (0.03, 0.12), (0.06, 0.1))), 0.012)
