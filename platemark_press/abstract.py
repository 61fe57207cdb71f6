"""Abstract compositions, for prompts without a known subject; they depend on the seed and the words."""

from __future__ import annotations

import math

import numpy as np

from platemark_press.palettes import Colour, mix, shade
from platemark_press.random_streams import choose_index, line_noise, uniform
from platemark_press.shapes import Points, arc, ellipse, leaf, poly, rect, ribbon, spline
from platemark_press.sheet import Sheet


def draw_abstract(sheet: Sheet) -> None:
    """Draw one of five families of composition."""
    rng = sheet.streams.generator("abstract", sheet.plan.prompt_key)
    (_orbits, _strata, _quilt, _garden, _arches)[choose_index(rng, 5)](sheet, rng)


def _colours(sheet: Sheet, rng: np.random.Generator) -> list[Colour]:
    p = sheet.palette
    colours = [p.accent, p.mid, p.glow, p.near, p.far, p.sky_top, mix(p.accent, p.glow, 0.5), p.sky_low]
    return [colours[i] for i in rng.permutation(len(colours))]


def _ground(sheet: Sheet, share: float) -> None:
    p = sheet.palette
    sheet.canvas.rgb[:] = mix(p.paper, p.sky_low, share)
    sheet.canvas.tone[:] = 0.3


def _orbits(sheet: Sheet, rng: np.random.Generator) -> None:
    """Ringed discs hung on long arcs."""
    _ground(sheet, 0.45)
    colours = _colours(sheet, rng)
    for _ in range(4):
        sheet.pen(uniform(rng, -0.2, 1.2), uniform(rng, 0.9, 1.5), 1).ink(
            arc(0, 0, uniform(rng, 0.6, 1.3), n=120), 0.004, 0.8
        )
    spots = sorted(
        ((rng.random(), rng.random(), 0.07 + 0.2 * rng.random() ** 1.6) for _ in range(8)), key=lambda s: -s[2]
    )
    for k, (x, y, r) in enumerate(spots):
        pen = sheet.pen(0.08 + 0.84 * x, 0.08 + 0.84 * y, r)
        rings = 2 + choose_index(rng, 4)
        for j in range(rings):
            inner = 1 - j / rings
            pen.fill(ellipse(0, 0, inner, n=80), colours[(k + j * 3) % 8], angle=uniform(rng, 0, 3), tone=0.8)
        if choose_index(rng, 2):
            start = uniform(rng, 0, 360)
            half = np.concatenate([arc(0, 0, 1, start=start, stop=start + 180, n=50)])
            pen.fill(half, shade(colours[(k + 5) % 8], 0.9), angle=uniform(rng, 0, 3), opacity=0.9)
    for _ in range(3):
        x, y = rng.random(), rng.random()
        sheet.pen(x, y, 0.02).fill(ellipse(0, 0, 1), sheet.palette.ink, outline=0)


def _strata(sheet: Sheet, rng: np.random.Generator) -> None:
    """Folded bands like cut stone."""
    _ground(sheet, 0.4)
    colours = _colours(sheet, rng)
    count = 11
    tilt, depth = uniform(rng, -0.35, 0.35), uniform(rng, 0.25, 0.5)
    fold = line_noise(rng, 120, 2, 3) - 0.5
    x = np.linspace(-0.05, 1.05, 120)
    w, h = float(sheet.width), float(sheet.height)
    for k in range(count):
        own = line_noise(rng, 120, 3, 2) - 0.5
        y = -0.12 + 1.2 * k / count + depth * fold + 0.07 * own + tilt * (x - 0.5)
        top = np.stack([x * w, y * h], 1)
        shape = np.concatenate([top, poly((1.05 * w, 3 * h), (-0.05 * w, 3 * h))])
        colour = colours[k % 8]
        sheet.canvas.fill(shape, shade(colour, uniform(rng, 0.9, 1.12)), angle=0.3 + 0.35 * k, tone=0.8)
        if k % 3 == 1:
            for j in range(3):
                sheet.canvas.ink(ribbon(top + np.array([0, (0.018 + 0.016 * j) * h]), 0.003 * sheet.unit + 0.5), 0.7)
    pen = sheet.pen(uniform(rng, 0.25, 0.75), uniform(rng, 0.12, 0.3), uniform(rng, 0.07, 0.13))
    pen.fill(ellipse(0, 0, 1, n=70), sheet.palette.glow, tone=0.1)


def _quilt(sheet: Sheet, rng: np.random.Generator) -> None:
    """A grid of quarter circles, leaves and steps."""
    _ground(sheet, 0.3)
    colours = _colours(sheet, rng)
    across = 4 + choose_index(rng, 3)
    size = sheet.unit / across
    nx, ny = math.ceil(sheet.width / size), math.ceil(sheet.height / size)
    ox, oy = (sheet.width - nx * size) / 2, (sheet.height - ny * size) / 2
    canvas = sheet.canvas
    for j in range(ny):
        for i in range(nx):
            a, b = choose_index(rng, 8), 1 + choose_index(rng, 6)
            pen = sheet.pen(0, 0, 1)
            pen = type(pen)(canvas, ox + (i + 0.5) * size, oy + (j + 0.5) * size, size / 2, 90 * choose_index(rng, 4))
            first, second = colours[a], colours[(a + b) % 8]
            pen.fill(rect(-1, -1, 1, 1), first, angle=uniform(rng, 0, 3), tone=0.7)
            for shape in _tile(choose_index(rng, 6)):
                pen.fill(shape, second, angle=uniform(rng, 0, 3), tone=0.8)


def _tile(kind: int) -> list[Points]:
    if kind == 0:
        return [np.concatenate([arc(-1, -1, 2, start=0, stop=90, n=30), poly((-1, -1))])]
    if kind == 1:
        return [leaf(-1, -1, 2.83, 45, 0.8)]
    if kind == 2:
        return [ellipse(0, 0, 0.72)]
    if kind == 3:
        return [np.concatenate([arc(x, -1, 0.5, start=0, stop=180, n=20)]) for x in (-0.5, 0.5)] + [
            np.concatenate([arc(x, 0, 0.5, start=0, stop=180, n=20)]) for x in (-0.5, 0.5)
        ]
    if kind == 4:
        return [poly((-1, -1), (1, -1), (-1, 1))]
    return [rect(-1, -1 + 0.5 * k, 1, -0.75 + 0.5 * k) for k in range(4)]


def _garden(sheet: Sheet, rng: np.random.Generator) -> None:
    """Cut-paper leaves and fronds."""
    _ground(sheet, 0.55)
    colours = _colours(sheet, rng)
    cells = 3
    for k in range(cells * cells):
        x0, y0 = (k % cells) / cells, (k // cells) / cells
        w, h = float(sheet.width), float(sheet.height)
        block = rect(x0 * w, y0 * h, (x0 + 1 / cells) * w, (y0 + 1 / cells) * h)
        if choose_index(rng, 3):
            sheet.canvas.fill(block, mix(colours[k % 8], sheet.palette.paper, 0.35), outline=0, tone=0.4, angle=0.2 * k)
    for k in range(7):
        pen = sheet.pen(uniform(rng, 0.12, 0.88), uniform(rng, 0.2, 0.95), uniform(rng, 0.3, 0.5)).moved(
            0, 0, 1, uniform(rng, -70, 70)
        )
        curve = spline(poly((0, 0.4), (uniform(rng, -0.1, 0.1), 0), (uniform(rng, -0.15, 0.15), -0.45)))
        colour = colours[(k * 3) % 8]
        fronds = [ribbon(curve, [0.05, 0.01])]
        lobes = 4 + choose_index(rng, 4)
        for j in range(lobes):
            i = 1 + j * (len(curve) - 3) // lobes
            long = 0.3 * (1 - 0.55 * j / lobes)
            x, y = float(curve[i, 0]), float(curve[i, 1])
            fronds += [leaf(x, y, long, -90 + side * 58, 0.5) for side in (-1, 1)]
        fronds.append(leaf(float(curve[-1, 0]), float(curve[-1, 1]) + 0.05, 0.2, -90, 0.5))
        pen.fill(fronds, colour, angle=uniform(rng, 0, 3), tone=0.8)
    sheet.pen(uniform(rng, 0.2, 0.8), uniform(rng, 0.15, 0.4), 0.09).fill(ellipse(0, 0, 1, n=60), sheet.palette.accent)


def _arches(sheet: Sheet, rng: np.random.Generator) -> None:
    """Nested arches, discs and columns, a stage set."""
    _ground(sheet, 0.5)
    colours = _colours(sheet, rng)
    count = 4 + choose_index(rng, 2)
    for k in rng.permutation(count):
        x = (k + 0.5) / count
        foot = uniform(rng, 0.86, 1.02)
        half = uniform(rng, 0.11, 0.2)
        tall = uniform(rng, 0.3, 0.72)
        pen = sheet.pen(x, foot, 1)
        tall *= sheet.height / sheet.unit
        layers = 3 + choose_index(rng, 3)
        for j in range(layers):
            r = half * (1 - j / layers)
            y = -tall + half
            shape = np.concatenate([arc(0, y, r, start=180, stop=360, n=36), poly((r, 0.3), (-r, 0.3))])
            pen.fill(shape, colours[(int(k) + j * 2) % 8], angle=1.57 if j % 2 else 0.1, tone=0.7)
        pen.fill(
            ellipse(0, -tall - uniform(rng, 0.05, 0.16), uniform(rng, 0.03, 0.06), n=40), colours[(int(k) + 5) % 8]
        )
    w, h = float(sheet.width), float(sheet.height)
    for j in range(3):
        y = (0.88 + 0.05 * j) * h
        sheet.canvas.fill(rect(-9, y, w + 9, h + 9), shade(colours[(j * 3 + 1) % 8], 0.95), angle=0.05, tone=0.8)
