"""Buildings and vehicles: city, castle, lighthouse, boat, house, windmill, bridge, balloon."""

from __future__ import annotations

import math

import numpy as np

from platemark_press.palettes import Colour, mix, rgb, shade
from platemark_press.pen import Pen
from platemark_press.random_streams import choose_index, uniform
from platemark_press.shapes import (
    Points,
    arc,
    bezier,
    ellipse,
    poly,
    rect,
    ribbon,
    spline,
    symmetric,
)
from platemark_press.sheet import Sheet


def draw_city(sheet: Sheet, base: float) -> None:
    """Draw two rows of buildings with lit or blind windows."""
    palette = sheet.palette
    far = mix(palette.far, palette.mid, 0.5)
    near = mix(palette.near, palette.mid, 0.15)
    _row(sheet, "far", base, far, 0.4, windows=None)
    window = palette.glow if palette.dark or palette.name == "dusk" else mix(palette.sky_low, palette.paper, 0.4)
    _row(sheet, "near", base + 0.02, near, 0.3, windows=window)


def _row(sheet: Sheet, name: str, base: float, colour: Colour, tallest: float, *, windows: Colour | None) -> None:
    rng = sheet.rng("subject:city", name)
    x = -0.03
    while x < 1:
        wide = uniform(rng, 0.06, 0.12) * min(1.0, sheet.unit / sheet.width + 0.2)
        tall = tallest * (0.35 + 0.65 * rng.random() ** 1.2)
        kind = choose_index(rng, 5)
        _building(
            sheet,
            rng,
            (x, x + wide * 0.97),
            (base - tall, base),
            shade(colour, uniform(rng, 0.88, 1.14)),
            windows,
            kind,
        )
        x += wide


def _building(
    sheet: Sheet,
    rng: np.random.Generator,
    sides: tuple[float, float],
    ends: tuple[float, float],
    colour: Colour,
    windows: Colour | None,
    kind: int,
) -> None:
    w, h = sheet.width, sheet.height
    x0, x1, y0, y1 = sides[0] * w, sides[1] * w, ends[0] * h, ends[1] * h
    wide, mid = x1 - x0, (x0 + x1) / 2
    shapes = [rect(x0, y0, x1, y1)]
    if kind == 0:
        shapes.append(poly((x0, y0), (mid, y0 - wide * 0.7), (x1, y0)))
    elif kind == 1:
        shapes += [
            rect(x0 + wide * 0.2, y0 - wide * 0.35, x1 - wide * 0.2, y0 + 1),
            rect(mid - 1, y0 - wide, mid + 1, y0),
        ]
    elif kind == 2:
        shapes.append(poly((x0, y0), (x0, y0 - wide * 0.4), (x1, y0)))
    elif kind == 3:
        shapes.append(arc(mid, y0, wide / 2, wide * 0.45, start=180, stop=360))
    sheet.canvas.fill(shapes, colour, outline=0.7, angle=1.57, tone=0.9)
    sheet.canvas.fill(rect(x0 + wide * 0.68, y0 + 1, x1, y1), shade(colour, 0.8), outline=0, angle=1.57, tone=1.1)
    if windows is None:
        return
    pitch = max(3.5, sheet.unit * 0.021)
    lit = []
    for py in np.arange(y0 + pitch * 0.7, y1 - pitch, pitch * 1.25):
        for px in np.arange(x0 + pitch * 0.45, x1 - pitch * 0.7, pitch):
            if rng.random() < 0.55:
                lit += [rect(px, py, px + pitch * 0.45, py + pitch * 0.62)]
    sheet.canvas.fill(lit, windows, outline=0, tone=0.1)


def _tower(pen: Pen, x: float, wide: float, tall: float, wall: Colour, roof: Colour, flag: Colour | None) -> None:
    half = wide / 2
    pen.fill(rect(x - half, -tall, x + half, 0.05), wall, angle=1.57, tone=0.8)
    pen.fill(rect(x + half * 0.25, -tall, x + half, 0.05), shade(wall, 0.78), outline=0, angle=1.57, tone=1.1)
    pen.fill(rect(x - half * 1.25, -tall - 0.06, x + half * 1.25, -tall + 0.03), wall, angle=0.1)
    top = -tall - 0.06
    if flag is not None:
        pen.band(poly((x, top - wide * 1.4), (x, top - wide * 2.2)), 0.012, shade(wall, 0.3), outline=0)
        pen.fill(
            poly((x, top - wide * 2.2), (x + wide * 0.75, top - wide * 1.98), (x, top - wide * 1.75)), flag, outline=0.6
        )
    pen.fill(poly((x - half * 1.35, top), (x, top - wide * 1.5), (x + half * 1.35, top)), roof, angle=1.1, tone=0.9)
    pen.fill(
        poly((x + half * 0.2, top), (x, top - wide * 1.5), (x + half * 1.35, top)),
        shade(roof, 0.72),
        outline=0,
        angle=1.1,
    )


def _arch(x: float, y: float, half: float, tall: float) -> Points:
    return np.concatenate(
        [arc(x, y - tall + half, half, start=180, stop=360, n=14), poly((x + half, y), (x - half, y))]
    )


def draw_castle(sheet: Sheet, pen: Pen) -> None:
    """Draw a keep among four towers; one unit from gate to the side."""
    palette = sheet.palette
    rng = sheet.rng("subject:castle", "shape")
    wall = mix(mix(palette.far, palette.paper, 0.35), palette.mid, 0.35 if not palette.dark else 0.5)
    roof, flag = mix(palette.accent, palette.near, 0.25), palette.accent
    heights = [uniform(rng, 0.45, 0.65), uniform(rng, 0.7, 0.85), uniform(rng, 0.85, 1.05), uniform(rng, 0.4, 0.6)]
    if choose_index(rng, 2):
        heights.reverse()
    for x, wide, tall in ((-0.2, 0.17, heights[1]), (0.17, 0.2, heights[2])):
        _tower(pen, x, wide, tall, shade(wall, 0.93), roof, flag)
    merlons = [rect(-0.55 + 0.1 * i, -0.37, -0.49 + 0.1 * i, -0.3) for i in range(12)]
    pen.fill([rect(-0.55, -0.31, 0.58, 0.08), *merlons], wall, angle=0.1, tone=0.8)
    for x, wide, tall in ((-0.55, 0.18, heights[0]), (0.56, 0.18, heights[3])):
        _tower(pen, x, wide, tall, wall, roof, None)
    gate = _arch(0, 0.08, 0.1, 0.26)
    pen.fill(gate, shade(palette.ink, 1.1), tone=1)
    for x in (-0.05, 0.0, 0.05):
        pen.band(poly((x, -0.15), (x, 0.07)), 0.008, mix(wall, palette.ink, 0.4), outline=0)
    spots = [(-0.2, 0.5), (0.17, 0.58), (0.17, 0.78), (-0.55, 0.32), (0.56, 0.3), (-0.3, 0.14), (0.3, 0.14)]
    lit = palette.glow if palette.dark or palette.name in {"dusk", "dawn"} else shade(palette.ink, 1.2)
    for x, y in spots:
        pen.fill(_arch(x, -y + 0.06, 0.022, 0.09), lit, outline=0.5, tone=0)
    for _ in range(14):
        x, y = uniform(rng, -0.5, 0.5), -uniform(rng, 0.02, 0.26)
        pen.ink(poly((x, y), (x + 0.05, y)), 0.008, 0.6)


def draw_lighthouse(sheet: Sheet, pen: Pen) -> None:
    """Draw a banded tower one unit high on its rock."""
    palette = sheet.palette
    white = mix(palette.paper, palette.sky_low, 0.12)
    red = palette.accent
    for side in (-1, 1):
        beam = poly((0, -0.93), (side * 1.9, -1.18), (side * 1.9, -0.72))
        pen.fill(beam, palette.glow, outline=0, opacity=0.5 if palette.dark else 0.3, tone=0.1)
    rock = spline(poly((-0.5, 0.2), (-0.36, 0.03), (-0.2, -0.03), (0.22, -0.04), (0.5, 0.03), (0.85, 0.2)))
    pen.fill(
        np.concatenate([rock, poly((0.95, 0.3), (0.3, 0.26), (-0.55, 0.27))]),
        mix(palette.near, palette.mid, 0.3),
        angle=0.8,
    )
    body = poly((-0.1, -0.84), (0.1, -0.84), (0.155, 0.02), (-0.155, 0.02))
    pen.fill(body, white, angle=1.57, tone=0.4)
    with pen.inside(body):
        for k in range(3):
            y = -0.72 + 0.28 * k
            pen.fill(rect(-0.3, y, 0.3, y + 0.14), red, outline=0.5, angle=0.05)
        pen.fill(poly((0.03, -0.9), (0.2, -0.9), (0.2, 0.1), (0.06, 0.1)), palette.ink, outline=0, opacity=0.22)
    pen.fill(rect(-0.14, -0.88, 0.14, -0.84), palette.ink, outline=0.6)
    pen.fill(rect(-0.065, -0.99, 0.065, -0.88), palette.glow, tone=0)
    pen.band(poly((0, -0.99), (0, -0.88)), 0.012, palette.ink, outline=0)
    pen.fill(np.concatenate([arc(0, -0.99, 0.1, 0.1, start=180, stop=360), poly((0.0, -0.99))]), red, angle=0.4)
    pen.band(poly((0, -1.08), (0, -1.16)), 0.014, palette.ink, outline=0)
    pen.fill(_arch(0, 0.02, 0.04, 0.13), palette.ink, outline=0)


def draw_boat(sheet: Sheet, pen: Pen) -> None:
    """Draw a sailing boat, one unit of mast."""
    palette = sheet.palette
    rng = sheet.rng("subject:boat", "shape")
    ship = any(w in sheet.plan.spelling("subject:boat") for w in ("ship", "galleon", "schooner"))
    sail, jib = palette.paper, palette.accent
    masts = (-0.24, 0.16) if ship else (0.0,)
    for x in masts:
        pen.band(poly((x, -0.08), (x, -1.1)), 0.028, palette.ink, outline=0)
    if ship:
        for x in masts:
            for k, half in enumerate((0.13, 0.17, 0.2)):
                y = -1.02 + 0.3 * k
                curve = poly(
                    (x - half, y),
                    (x + half, y),
                    (x + half + 0.03, y + 0.14),
                    (x + half, y + 0.26),
                    (x - half, y + 0.26),
                    (x - half + 0.03, y + 0.14),
                )
                pen.fill(curve, sail if k != 1 else mix(sail, jib, 0.75), angle=1.3, tone=0.5)
            pen.fill(poly((x, -1.1), (x + 0.14, -1.06), (x, -1.02)), jib, outline=0.5)
    else:
        bulge = uniform(rng, 0.02, 0.1)
        main = np.concatenate(
            [bezier((0.03, -1.05), (0.3, -0.85 + bulge), (0.5, -0.5), (0.52, -0.18)), poly((0.03, -0.16))]
        )
        pen.fill(main, sail, angle=1.2, tone=0.4, shading=(1, 0, -0.12))
        fore = np.concatenate(
            [bezier((-0.03, -0.98), (-0.2, -0.8), (-0.38, -0.45), (-0.45, -0.18)), poly((-0.03, -0.16))]
        )
        pen.fill(fore, jib, angle=1.9, tone=0.7)
        for y in (-0.75, -0.5, -0.32):
            pen.ink(poly((0.05, y), (0.28 - y * 0.02, y + 0.02)), 0.008, 0.6)
    hull = np.concatenate(
        [
            spline(poly((-0.58, -0.16), (0, -0.07), (0.64, -0.18))),
            bezier((0.64, -0.18), (0.52, 0.12), (0.3, 0.14), (0, 0.14)),
            bezier((0, 0.14), (-0.3, 0.14), (-0.46, 0.1), (-0.58, -0.16)),
        ]
    )
    pen.fill(hull, mix(palette.ink, palette.accent, 0.35), angle=0.1)
    pen.band(spline(poly((-0.55, -0.07), (0, 0.01), (0.59, -0.09))), 0.025, palette.paper, outline=0)
    for k in range(3):
        pen.fill(
            ribbon(
                poly((-0.7 + 0.1 * k, 0.17 + 0.07 * k), (0, 0.19 + 0.07 * k), (0.72 - 0.12 * k, 0.17 + 0.07 * k)),
                [0, 0.03, 0],
            ),
            palette.paper,
            outline=0,
            opacity=0.75,
        )


def draw_house(sheet: Sheet, pen: Pen) -> None:
    """Draw a cottage, one unit wide, with smoke."""
    palette = sheet.palette
    wall = mix(palette.paper, palette.glow, 0.3)
    roof = mix(palette.accent, palette.near, 0.15)
    for k in range(5):
        puff = 0.06 + 0.025 * k
        pen.fill(
            ellipse(0.27 + 0.05 * k + 0.03 * math.sin(k * 2), -0.98 - 0.13 * k, puff),
            palette.paper,
            outline=0.4,
            opacity=0.75,
            tone=0.1,
        )
    pen.fill(rect(0.2, -0.92, 0.33, -0.5), mix(wall, palette.accent, 0.5), angle=0.1)
    pen.fill(rect(-0.45, -0.48, 0.45, 0.06), wall, angle=1.57, tone=0.5)
    pen.fill(rect(0.15, -0.48, 0.45, 0.06), shade(wall, 0.82), outline=0, angle=1.57)
    pen.fill(poly((-0.56, -0.44), (-0.36, -0.86), (0.36, -0.86), (0.56, -0.44)), roof, angle=0.2)
    for k in range(1, 4):
        y = -0.86 + 0.105 * k
        half = 0.36 + 0.05 * k
        pen.ink(poly((-half, y), (half, y)), 0.008, 0.8)
        for i in range(-4, 5):
            x = i * 0.1 + 0.05 * (k % 2)
            pen.ink(poly((x, y), (x, y - 0.1)), 0.007, 0.6)
    lit = palette.glow if palette.dark or palette.name in {"dusk", "winter"} else mix(palette.sky_top, palette.ink, 0.3)
    for x in (-0.3, 0.27):
        pen.fill(rect(x - 0.09, -0.34, x + 0.09, -0.15), lit, tone=0.1)
        pen.ink(poly((x, -0.34), (x, -0.15)), 0.014)
        pen.ink(poly((x - 0.09, -0.245), (x + 0.09, -0.245)), 0.014)
    pen.fill(_arch(0, 0.06, 0.085, 0.36), mix(palette.accent, palette.ink, 0.5), angle=1.57)
    pen.dot(0.045, -0.12, 0.013, palette.glow, outline=0)
    for x in (-0.52, -0.42, 0.5, 0.6):
        pen.fill(ellipse(x, 0.03, 0.09, 0.08), palette.leaf, outline=0.6, angle=1.1)


def draw_windmill(sheet: Sheet, pen: Pen) -> None:
    """Draw a tower mill one unit high."""
    palette = sheet.palette
    rng = sheet.rng("subject:windmill", "sails")
    wall = mix(palette.paper, palette.far, 0.3)
    body = symmetric([(-0.12, -0.72), (-0.16, -0.4), (-0.23, 0.05)])
    pen.fill(body, wall, angle=1.57, tone=0.5, shading=(1, 0, -0.18))
    pen.fill(
        np.concatenate([arc(0, -0.71, 0.15, 0.17, start=180, stop=360), poly((0.15, -0.68), (-0.15, -0.68))]),
        palette.accent,
        angle=0.5,
    )
    pen.fill(_arch(0, 0.05, 0.06, 0.2), palette.ink, outline=0)
    for y in (-0.5, -0.3):
        pen.fill(rect(-0.03, y, 0.03, y + 0.08), palette.ink, outline=0)
    turn = uniform(rng, 10, 80)
    for k in range(4):
        arm = pen.moved(0, -0.74, 1, turn + 90 * k)
        arm.band(poly((0, 0), (0, -0.62)), 0.022, palette.ink, outline=0)
        arm.fill(rect(0.01, -0.6, 0.13, -0.14), palette.paper, tone=0.2)
        for y in np.linspace(-0.52, -0.2, 5):
            arm.ink(poly((0.01, y), (0.13, y)), 0.008)
    pen.dot(0, -0.74, 0.035, palette.ink)


def draw_bridge(sheet: Sheet, base: float) -> None:
    """Draw stone arches from side to side."""
    palette = sheet.palette
    rng = sheet.rng("subject:bridge", "shape")
    stone = mix(palette.far, palette.paper, 0.4)
    w, h = float(sheet.width), float(sheet.height)
    count = 3 + choose_index(rng, 3)
    rise = 0.03
    x = np.linspace(0, 1, 40)
    deck = np.stack([x * w, (base - 0.17 - rise * np.sin(np.pi * x)) * h], 1)
    shape = np.concatenate([deck, poly((w, (base + 0.05) * h), (0, (base + 0.05) * h))])
    half = w / count * 0.38
    holes = []
    for k in range(count):
        cx = (k + 0.5) / count * w
        top = (base - 0.125 - rise * math.sin(math.pi * cx / w)) * h
        tall = (base + 0.06) * h - top
        holes.append(
            np.concatenate(
                [
                    arc(cx, top + min(half, tall * 0.8), half, min(half, tall * 0.8), start=180, stop=360),
                    poly((cx + half, (base + 0.06) * h), (cx - half, (base + 0.06) * h)),
                ]
            )
        )
    sheet.canvas.fill(shape, stone, angle=0.05, tone=0.8, holes=holes)
    sheet.canvas.fill(ribbon(deck, max(2.0, h * 0.016)), shade(stone, 0.75), outline=0.5)


def draw_balloon(sheet: Sheet, pen: Pen) -> None:
    """Draw a hot-air balloon, one unit of envelope."""
    palette = sheet.palette
    envelope = symmetric(
        bezier((0, -0.5), (-0.42, -0.5), (-0.52, -0.1), (-0.3, 0.22), (-0.2, 0.38), (-0.12, 0.45), (-0.1, 0.52))
    )
    pen.fill(envelope, palette.accent, angle=1.3, tone=0.6)
    with pen.inside(envelope):
        for k, half in enumerate((0.33, 0.16)):
            gore = symmetric(bezier((0, -0.52), (-half * 1.25, -0.45), (-half * 1.4, 0.1), (-half * 0.35, 0.53)))
            pen.fill(gore, palette.glow if k == 0 else palette.accent, outline=0.7, angle=1.4, tone=0.5)
        pen.fill(ellipse(0.45, 0.1, 0.3, 0.8), palette.ink, outline=0, opacity=0.18)
    for x in (-0.07, 0.07):
        pen.band(poly((x * 1.3, 0.52), (x, 0.72)), 0.012, palette.ink, outline=0)
    pen.fill(
        poly((-0.09, 0.7), (0.09, 0.7), (0.075, 0.85), (-0.075, 0.85)),
        mix(palette.near, rgb("#9a6a3a"), 0.6),
        angle=0.6,
    )
