"""Land and water: ridges, peaks, dunes, hills, meadows, conifers and the sea."""

from __future__ import annotations

import numpy as np

from platemark_press.palettes import Colour, mix, shade
from platemark_press.pen import Pen
from platemark_press.random_streams import choose_index, line_noise, uniform
from platemark_press.shapes import Points, ellipse, poly, ribbon
from platemark_press.sheet import Sheet


def draw_ridge(
    sheet: Sheet,
    name: str,
    base: float,
    rise: float,
    cells: float,
    colour: Colour,
    *,
    octaves: int = 4,
    angle: float = 0.4,
    shading: float = 0.16,
) -> Points:
    """Draw a rolling edge of land across the sheet; returns its top edge in pixels."""
    rng = sheet.streams.generator("ridge", name)
    n = 160
    profile = line_noise(rng, n, cells, octaves)
    x = np.linspace(-0.02, 1.02, n) * sheet.width
    y = (base - rise * (profile - 0.4) * 1.5) * sheet.height
    top = np.stack([x, y], 1)
    shape = np.concatenate(
        [top, poly((sheet.width * 1.02, sheet.height * 1.02), (-0.02 * sheet.width, sheet.height * 1.02))]
    )
    sheet.canvas.fill(shape, colour, outline=0.8, angle=angle, tone=0.9, shading=(-0.1, 1.0, -shading))
    return top


def _peak_edge(rng: np.random.Generator, apex: float, foot: float, height: float, side: int) -> Points:
    """One slope from the apex down, in local units: x outwards, y downwards."""
    t = np.linspace(0, 1, 11)
    jag = (rng.random(11) - 0.5) * 0.075
    jag[0] = jag[-1] = 0
    return np.stack([apex + side * foot * (t**1.12 + jag), -height * (1 - t) + jag * 0.5], 1)


def draw_peak(pen: Pen, rng: np.random.Generator, colour: Colour, dark: Colour, snow: Colour | None) -> None:
    """Draw a mountain one unit high, its right side in shadow."""
    left = _peak_edge(rng, 0, uniform(rng, 0.8, 1.15), 1, -1)
    right = _peak_edge(rng, 0, uniform(rng, 0.75, 1.1), 1, 1)
    whole = np.concatenate([left[::-1], right[1:], poly((right[-1, 0], 0.9), (left[-1, 0], 0.9))])
    pen.fill(whole, colour, angle=0.95, tone=0.8, shading=(0, 1, 0.12))
    spine = [(0.0, -1.0), *((uniform(rng, -0.06, 0.14) + 0.05 * (k % 2), -1 + k * 0.21) for k in range(1, 7))]
    with pen.inside(whole):
        shadow = np.concatenate([poly(*spine), poly((1.6, 0.9), (1.6, -1.2), (0, -1.2))])
        pen.fill(shadow, dark, outline=0, angle=2.1, tone=1.1)
        for side in (-1, 1):
            for k in range(3):
                x, y = side * uniform(rng, 0.12, 0.4), -uniform(rng, 0.1, 0.6)
                crack = poly((x, y), (x + side * 0.08, y + 0.16), (x + side * 0.06, y + 0.28 + 0.05 * k))
                pen.ink(crack, [0, 0.02, 0], 0.8)
        if snow is not None:
            _snowcap(pen, rng, snow, dark, np.array(spine))


def _snowcap(pen: Pen, rng: np.random.Generator, snow: Colour, dark: Colour, spine: Points) -> None:
    xs = np.linspace(-0.75, 0.75, 13)
    ys = [-0.52 + (0.16 if k % 2 else -0.1) * uniform(rng, 0.6, 1.2) + 0.18 * abs(x) for k, x in enumerate(xs)]
    edge = np.stack([xs, ys], 1)
    pen.fill(np.concatenate([edge, poly((0.8, -1.3), (-0.8, -1.3))]), snow, outline=0.5, tone=0.1)
    cap = np.concatenate([spine[:3], poly((0.06, -0.5)), edge[7:], poly((0.8, -1.3), (0, -1.3))])
    pen.fill(cap, mix(snow, dark, 0.38), outline=0, tone=0.6)


def draw_mountains(sheet: Sheet, horizon: float) -> None:
    """Draw a far range and three or four peaks before it."""
    rng = sheet.rng("subject:mountain")
    palette = sheet.palette
    pale = mix(palette.far, palette.sky_low, 0.45)
    draw_ridge(
        sheet, "far range" + sheet.plan.spelling("subject:mountain"), horizon - 0.1, 0.22, 4, pale, octaves=6, angle=0.9
    )
    count = 3 + choose_index(rng, 2)
    hero = uniform(rng, 0.34, 0.66)
    places = [hero, *(p for p in (hero - 0.36, hero + 0.33, hero - 0.14, hero + 0.6))][:count]
    for k in range(count):
        place = places[k] + uniform(rng, -0.05, 0.05)
        size = uniform(rng, 0.22, 0.34) * sheet.height if k else uniform(rng, 0.42, 0.5) * sheet.height
        wide = min(1.6, max(0.7, sheet.width / sheet.height))
        pen = Pen(
            sheet.canvas, place * sheet.width, (horizon + 0.03) * sheet.height, min(size, 0.6 * sheet.width) * wide**0.3
        )
        lit = mix(palette.far, palette.mid, 0.25 + 0.16 * k)
        draw_peak(pen, rng, lit, shade(mix(lit, palette.near, 0.5), 0.92), palette.paper if k < 3 else None)


def draw_water(sheet: Sheet, horizon: float, bottom: float = 1.0) -> None:
    """Draw still water that mirrors what is above it, with ripples."""
    canvas, palette = sheet.canvas, sheet.palette
    top = int(horizon * sheet.height)
    if top >= sheet.height:
        return
    rows = np.arange(top, sheet.height)
    depth = ((rows - top) / max(1, sheet.height - top)).astype(np.float32)
    ripple = sheet.noise("ripple", 7, 3, stretch=9)[top:]
    source = top - (rows - top)[:, None] * 0.85 - 1 + (ripple - 0.5) * depth[:, None] * 0.12 * sheet.height
    columns = np.arange(sheet.width)[None, :] + (ripple - 0.5) * (0.02 + 0.09 * depth[:, None]) * sheet.width
    sy = np.clip(source, 0, max(0, top - 1)).astype(int)
    sx = np.clip(columns, 0, sheet.width - 1).astype(int)
    d = depth[:, None, None]
    base = palette.mid * (1 - d) + palette.near * d
    base = base * np.float32(0.75) + palette.sky_low * np.float32(0.25)
    canvas.rgb[top:] = canvas.rgb[sy, sx] * (0.6 - 0.3 * d) + base * (0.4 + 0.3 * d)
    canvas.angle[top:] = 0.0
    canvas.tone[top:] = 0.85
    canvas.line[top:] = 0
    canvas.region[top:] = -1 - (depth[:, None] ** 0.7 * 5 + ripple).astype(np.int32)
    _ripples(sheet, horizon, bottom)


def _ripples(sheet: Sheet, horizon: float, bottom: float) -> None:
    rng = sheet.streams.generator("ripples")
    light: list[Points] = []
    dark: list[Points] = []
    for x, y, z in rng.random((70, 3)):
        depth = y**1.3
        py = (horizon + 0.01 + (bottom - horizon) * depth) * sheet.height
        long = (0.02 + 0.11 * depth * (0.4 + z)) * sheet.width
        thick = max(0.8, (0.002 + 0.008 * depth) * sheet.unit)
        px = x * sheet.width
        wave = ribbon(poly((px - long, py), (px, py + thick * 0.5), (px + long, py)), [0, thick, 0])
        (light if z < 0.5 else dark).append(wave)
    palette = sheet.palette
    sheet.canvas.fill(light, mix(palette.sky_low, palette.glow, 0.5), outline=0, opacity=0.55)
    sheet.canvas.fill(dark, palette.near, outline=0, opacity=0.4)


def draw_dunes(sheet: Sheet, horizon: float) -> None:
    """Draw three crests of sand, each with its slip face in shadow."""
    rng = sheet.rng("subject:dunes")
    palette = sheet.palette
    tones = (palette.far, mix(palette.far, palette.mid, 0.6), palette.mid, mix(palette.mid, palette.near, 0.35))
    for k, colour in enumerate(tones):
        base = horizon - 0.05 + 0.11 * k
        cx = uniform(rng, 0.2, 0.8)
        height = uniform(rng, 0.07, 0.13) + 0.02 * k
        x = np.linspace(-0.05, 1.05, 60)
        bend = np.exp(-(((x - cx) / uniform(rng, 0.25, 0.4)) ** 2)) + 0.18 * np.sin(x * 5 + rng.random() * 6)
        y = base - height * bend
        top = np.stack([x * sheet.width, y * sheet.height], 1)
        w, h = float(sheet.width), float(sheet.height)
        shape = np.concatenate([top, poly((1.05 * w, 1.05 * h), (-0.05 * w, 1.05 * h))])
        sheet.canvas.fill(shape, colour, outline=0.7, angle=0.25 + 0.1 * k, tone=0.7, shading=(-0.6, 0.6, 0.1))
        i = int(np.argmin(y))
        run = min(26, 59 - i)
        fall = np.linspace(0, 1, run + 1)
        slip = np.stack(
            [(cx + 0.30 * fall - 0.1 * np.sin(fall * 4) * fall) * w, (y[i] + fall**1.3 * (0.24 + 0.02 * k)) * h], 1
        )
        face = np.concatenate([top[i : i + run + 1], slip[::-1]])
        with sheet.canvas.inside(shape):
            sheet.canvas.fill(face, shade(mix(colour, palette.near, 0.3), 0.93), outline=0, angle=1.2, tone=1.0)


def conifer(rng: np.random.Generator) -> tuple[Points, Points]:
    """A fir one unit high standing on the origin, and its shadow side."""
    tiers = 5 + choose_index(rng, 2)
    half = [(0.0, -1.0)]
    for k in range(1, tiers + 1):
        y = -1 + 0.88 * k / tiers
        reach = (0.05 + 0.21 * k / tiers) * uniform(rng, 0.85, 1.15)
        half += [(-reach, y + 0.03), (-reach * 0.5, y - 0.015)]
    left = np.array([*half[:-1], (-0.035, -0.11), (-0.035, 0.03)])
    right = np.stack([-left[::-1, 0] * uniform(rng, 0.9, 1.1), left[::-1, 1]], 1)
    shadow = np.concatenate([poly((0.0, -1.0), (0.015, -0.6), (-0.02, -0.3), (0.01, 0.03)), right[:-1]])
    return np.concatenate([left, right]), shadow


def draw_conifers(sheet: Sheet, name: str, base: float, count: int, size: float, colour: Colour) -> None:
    """Draw a row of firs, the tall ones behind."""
    rng = sheet.rng("subject:forest", name)
    snowy = sheet.palette.name == "winter" or "extra:snow" in sheet.plan.requested
    for x in (np.arange(count) + rng.random(count)) / count:
        tall = size * uniform(rng, 0.65, 1.2) * sheet.height
        tall = min(tall, size * uniform(rng, 0.9, 1.2) * sheet.width)
        pen = Pen(sheet.canvas, x * sheet.width, (base + uniform(rng, -0.015, 0.02)) * sheet.height, tall)
        body, dark = conifer(rng)
        pen.fill(body, colour, outline=0.6, angle=1.35, tone=0.9)
        pen.fill(dark, shade(colour, 0.72), outline=0, angle=1.35, tone=1.1)
        if snowy:
            for y in (-0.86, -0.62, -0.4):
                wide = 0.05 + 0.17 * (1 + y)
                pen.fill(
                    poly((-wide, y + 0.07), (0, y - 0.06), (wide * 0.5, y + 0.05), (0, y + 0.02)),
                    sheet.palette.paper,
                    outline=0,
                )


def draw_meadow(sheet: Sheet, horizon: float) -> None:
    """Draw the near ground, with tufts of grass."""
    palette = sheet.palette
    near = mix(palette.near, palette.mid, 0.25)
    draw_ridge(sheet, "middle", horizon + 0.08, 0.1, 2, mix(palette.mid, palette.far, 0.15), octaves=3, angle=0.25)
    top = draw_ridge(sheet, "near", horizon + 0.19, 0.09, 1.5, near, octaves=2, angle=0.5)
    rng = sheet.streams.generator("tufts")
    for x, y in rng.random((26, 2)):
        i = min(len(top) - 1, int(x * len(top)))
        py = top[i, 1] + (0.015 + 0.9 * y) * (sheet.height - top[i, 1])
        pen = Pen(sheet.canvas, x * sheet.width, py, (0.012 + 0.02 * y) * sheet.unit)
        for lean in (-0.5, 0.0, 0.55):
            pen.fill(
                ribbon(poly((lean * 0.3, 0), (lean * 0.6, -0.6), (lean * 1.2, -1)), [0.24, 0.16, 0]),
                mix(near, palette.glow, 0.25),
                outline=0,
            )


def draw_hills(sheet: Sheet, horizon: float) -> None:
    """Draw fields on rounded hills, with hedges."""
    palette = sheet.palette
    rng = sheet.rng("subject:hills")
    name = sheet.plan.spelling("subject:hills")
    draw_ridge(sheet, "h1" + name, horizon - 0.02, 0.12, 2, mix(palette.far, palette.mid, 0.2), octaves=2)
    draw_ridge(sheet, "h2" + name, horizon + 0.04, 0.12, 2, mix(palette.far, palette.mid, 0.65), octaves=2, angle=0.7)
    for _ in range(9):
        pen = sheet.pen(rng.random(), horizon + uniform(rng, 0.0, 0.06), uniform(rng, 0.015, 0.03))
        pen.fill(ellipse(0, 0, 1, 1.15), mix(palette.mid, palette.near, 0.6), outline=0.5, angle=1.2)
