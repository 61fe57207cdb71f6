"""Animals of a landscape: fox, deer, horse and butterfly."""

from __future__ import annotations

import math

import numpy as np

from platemark_press.palettes import Colour, mix, rgb, shade
from platemark_press.pen import Pen
from platemark_press.random_streams import choose_index
from platemark_press.shapes import bezier, ellipse, poly, ribbon, spline
from platemark_press.sheet import Sheet


def draw_fox(sheet: Sheet, pen: Pen) -> None:
    """Draw a fox one unit high, sitting, facing right."""
    palette = sheet.palette
    coat = mix(palette.accent, rgb("#d4692a"), 0.6)
    light = mix(palette.paper, coat, 0.1)
    tail = spline(poly((-0.12, 0.0), (-0.42, 0.04), (-0.6, -0.12), (-0.55, -0.36)))
    pen.band(tail, [0.1, 0.2, 0.22, 0.02], coat)
    pen.band(tail[-9:], [0.19, 0.15, 0.02], light, outline=0)
    body = spline(
        poly(
            (0.08, -0.6),
            (-0.1, -0.5),
            (-0.24, -0.25),
            (-0.3, -0.02),
            (-0.12, 0.03),
            (0.1, 0.03),
            (0.16, -0.1),
            (0.24, -0.35),
            (0.26, -0.55),
        ),
        closed=True,
    )
    pen.fill(body, coat, angle=1.2, tone=0.8)
    with pen.inside(body):
        pen.fill(spline(poly((0.12, -0.58), (0.3, -0.55), (0.26, -0.3), (0.16, -0.2)), closed=True), light, outline=0.6)
        pen.ink(bezier((-0.2, 0.0), (-0.22, -0.18), (-0.08, -0.28), (0.02, -0.1)), 0.012)
    for x in (0.08, 0.19):
        leg = poly((x - 0.05, -0.3), (x + 0.05, -0.3), (x + 0.03, 0.03), (x - 0.03, 0.03))
        pen.fill(leg, coat, outline=0.8)
        pen.fill(
            poly((x - 0.033, -0.1), (x + 0.033, -0.1), (x + 0.045, 0.035), (x - 0.03, 0.035)),
            shade(palette.ink, 1.1),
            outline=0,
        )
    head = pen.moved(0.14, -0.68)
    for x in (-0.1, 0.08):
        head.fill(poly((x - 0.06, -0.08), (x, -0.3), (x + 0.08, -0.08)), coat)
        head.fill(poly((x - 0.02, -0.1), (x + 0.005, -0.22), (x + 0.04, -0.1)), palette.ink, outline=0)
    skull = spline(
        poly(
            (-0.2, 0.0),
            (-0.13, -0.13),
            (0.05, -0.15),
            (0.16, -0.06),
            (0.36, 0.06),
            (0.34, 0.1),
            (0.12, 0.14),
            (-0.1, 0.13),
        ),
        closed=True,
    )
    head.fill(skull, coat, angle=0.5, tone=0.7)
    with head.inside(skull):
        head.fill(
            poly((0.5, 0.06), (0.12, 0.03), (-0.02, 0.12), (-0.3, 0.05), (-0.2, 0.3), (0.5, 0.3)), light, outline=0.5
        )
    head.dot(0.345, 0.07, 0.03, palette.ink, outline=0)
    head.ink(bezier((0.02, -0.02), (0.06, -0.06), (0.1, -0.04), (0.12, 0.0)), 0.024)


def draw_deer(sheet: Sheet, pen: Pen) -> None:
    """Draw a deer one unit high at the head, facing right; a stag unless the words say doe."""
    palette = sheet.palette
    coat = mix(palette.mid, rgb("#a5683a"), 0.65)
    for x, back in ((-0.26, True), (0.2, True), (-0.34, False), (0.13, False)):
        knee = 0.02 if x > 0 else -0.03
        leg = poly((x, -0.32), (x + knee, -0.16), (x + 0.01, 0.03))
        pen.band(leg, [0.09, 0.04, 0.035], shade(coat, 0.7 if back else 1.0), outline=0.8)
    body = spline(
        poly(
            (-0.42, -0.42),
            (-0.3, -0.55),
            (0.0, -0.53),
            (0.18, -0.58),
            (0.27, -0.45),
            (0.2, -0.3),
            (0.0, -0.26),
            (-0.2, -0.27),
            (-0.38, -0.26),
        ),
        closed=True,
    )
    neck = spline(
        poly((0.1, -0.5), (0.2, -0.72), (0.26, -0.86), (0.37, -0.84), (0.33, -0.62), (0.27, -0.42)), closed=True
    )
    head = spline(
        poly((0.23, -0.88), (0.31, -0.97), (0.4, -0.93), (0.52, -0.83), (0.5, -0.79), (0.36, -0.79)), closed=True
    )
    pen.fill([body, neck, head], coat, angle=0.6, tone=0.7)
    with pen.inside([body, neck]):
        pen.fill(ellipse(-0.05, -0.24, 0.3, 0.07), mix(coat, palette.paper, 0.6), outline=0)
        pen.fill(ellipse(0.33, -0.5, 0.07, 0.2), mix(coat, palette.paper, 0.55), outline=0)
    for x, y in ((-0.3, -0.48), (-0.22, -0.44), (-0.13, -0.48), (-0.05, -0.44), (0.03, -0.48)):
        pen.dot(x, y, 0.015, mix(coat, palette.paper, 0.7), outline=0)
    pen.fill(poly((-0.42, -0.44), (-0.5, -0.36), (-0.4, -0.34)), palette.paper, outline=0.8)
    pen.fill(ellipse(0.2, -0.96, 0.075, 0.03), coat, outline=0.9)
    pen.dot(0.37, -0.895, 0.016, palette.ink, outline=0)
    pen.dot(0.51, -0.815, 0.02, palette.ink, outline=0)
    if "doe" not in sheet.plan.spelling("subject:deer"):
        _antlers(pen, mix(palette.ink, rgb("#7a5a38"), 0.5))


def _antlers(pen: Pen, colour: Colour) -> None:
    for dx in (0.0, 0.07):
        beam = bezier((0.27 + dx, -0.95), (0.1 + dx, -1.1), (0.12 + dx, -1.3), (0.26 + dx * 2, -1.42))
        pen.band(beam, [0.035, 0.012], colour, outline=0)
        for k, (ex, ey) in ((5, (0.3, -1.16)), (9, (0.33, -1.26)), (12, (0.05, -1.36))):
            x, y = beam[k]
            pen.band(
                poly(
                    (float(x), float(y)), ((float(x) + ex + dx * 2) / 2, (float(y) + ey) / 2 + 0.02), (ex + dx * 2, ey)
                ),
                [0.025, 0.01],
                colour,
                outline=0,
            )


def draw_horse(sheet: Sheet, pen: Pen) -> None:
    """Draw a horse one unit high, standing, facing right."""
    palette = sheet.palette
    rng = sheet.rng("subject:horse", "coat")
    coats = (rgb("#7a4a2c"), mix(palette.paper, palette.far, 0.25), mix(palette.ink, palette.near, 0.3))
    coat = coats[choose_index(rng, 3)]
    draw_horse_body(pen, coat, shade(mix(coat, palette.ink, 0.7), 0.8), palette.ink)


def draw_horse_body(pen: Pen, coat: Colour, mane: Colour, ink: Colour) -> None:
    """Draw the horse itself, in a coat and a mane."""
    pen.band(spline(poly((-0.44, -0.55), (-0.58, -0.45), (-0.6, -0.2), (-0.55, -0.08))), [0.06, 0.14, 0.03], mane)
    for x, back in ((-0.26, True), (0.28, True), (-0.36, False), (0.18, False)):
        leg = poly((x, -0.38), (x - 0.02 if x < 0 else x + 0.02, -0.18), (x, 0.02))
        pen.band(leg, [0.13, 0.055, 0.05], shade(coat, 0.72 if back else 1.0), outline=0.9)
        pen.fill(poly((x - 0.035, -0.02), (x + 0.035, -0.02), (x + 0.05, 0.04), (x - 0.04, 0.04)), ink, outline=0)
    body = spline(
        poly(
            (-0.46, -0.52),
            (-0.34, -0.64),
            (-0.08, -0.59),
            (0.16, -0.63),
            (0.33, -0.5),
            (0.28, -0.34),
            (0.0, -0.29),
            (-0.25, -0.31),
            (-0.44, -0.34),
        ),
        closed=True,
    )
    neck = spline(
        poly((0.08, -0.58), (0.24, -0.82), (0.36, -0.98), (0.46, -0.92), (0.42, -0.72), (0.33, -0.42)), closed=True
    )
    head = spline(
        poly((0.34, -0.98), (0.43, -1.03), (0.5, -0.94), (0.68, -0.78), (0.66, -0.7), (0.58, -0.7), (0.42, -0.8)),
        closed=True,
    )
    ears = poly((0.38, -0.98), (0.4, -1.11), (0.45, -1.0))
    pen.fill([body, neck, head, ears], coat, angle=0.7, tone=0.7)
    crest = spline(
        poly((0.42, -1.04), (0.3, -0.98), (0.16, -0.8), (0.06, -0.6), (0.17, -0.62), (0.28, -0.78), (0.38, -0.92)),
        closed=True,
    )
    pen.fill(crest, mane, angle=1.0)
    pen.dot(0.48, -0.9, 0.018, ink, outline=0)
    pen.dot(0.64, -0.755, 0.012, ink, outline=0)
    pen.ink(bezier((0.3, -0.36), (0.22, -0.45), (0.24, -0.52), (0.3, -0.56)), 0.012, 0.8)


def draw_butterfly(sheet: Sheet, pen: Pen) -> None:
    """Draw a butterfly, one unit of wing."""
    palette = sheet.palette
    for mirror in (False, True):
        side = pen.moved(0, 0, 1, 0, mirror=mirror)
        lower = bezier((0, 0.05), (-0.25, 0.0), (-0.5, 0.15), (-0.42, 0.42), (-0.36, 0.62), (-0.12, 0.5), (0, 0.1))
        upper = bezier((0, 0.05), (-0.1, -0.3), (-0.5, -0.62), (-0.72, -0.45), (-0.82, -0.3), (-0.6, 0.15), (0, 0.08))
        for wing, colour, cells in (
            (lower, mix(palette.accent, palette.glow, 0.35), ((-0.27, 0.32, 0.1),)),
            (upper, palette.accent, ((-0.5, -0.26, 0.12), (-0.28, -0.1, 0.08))),
        ):
            side.fill(wing, palette.ink, outline=0.8)
            centre = wing.mean(0)
            side.fill(centre + (wing - centre) * 0.84, colour, outline=0, angle=1.0, tone=0.6)
            for x, y, r in cells:
                side.dot(x, y, r, palette.glow, outline=0.9)
                side.dot(x, y, r * 0.5, palette.sky_top, outline=0.6)
        for k in range(5):
            a = math.radians(205 + 14 * k)
            side.ink(poly((0, 0.03), (0.72 * math.cos(a), 0.6 * math.sin(a))), [0.012, 0.006], 0.9)
        for k in range(6):
            x, y = upper[10 + 2 * k]
            side.dot(float(x) * 0.92, float(y) * 0.92, 0.018, palette.paper, outline=0)
        side.ink(ribbon(bezier((0, -0.1), (-0.05, -0.25), (-0.15, -0.35), (-0.2, -0.36)), 0.015)[:16], 0.015)
    pen.fill(np.concatenate([ellipse(0, 0.14, 0.04, 0.28)]), palette.ink, outline=0.6)
    pen.dot(0, -0.14, 0.05, palette.ink)
