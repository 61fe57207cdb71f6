"""Plants: trees, bouquets, meadow flowers, mushrooms, cacti."""

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
    leaf,
    moved,
    petal,
    poly,
    ribbon,
    rounded,
    spline,
    symmetric,
)
from platemark_press.sheet import Sheet
from platemark_press.sky import scallop


def draw_tree(sheet: Sheet, pen: Pen) -> None:
    """Draw a broad tree one unit high: roots, boughs and a crown of leafy clumps; bare in winter."""
    rng = sheet.rng("subject:tree", "shape")
    palette = sheet.palette
    bark = mix(palette.ink, rgb("#6b4a30"), 0.45)
    bare = palette.name == "winter" or "extra:snow" in sheet.plan.requested
    lean = uniform(rng, -0.06, 0.06)
    trunk = symmetric(bezier((-0.035, -0.62), (-0.05, -0.4), (-0.05, -0.12), (-0.14, 0.03)))
    trunk[:, 0] += lean * -trunk[:, 1]
    boughs, tips = _boughs(rng, lean, 5 if bare else 3)
    pen.fill([trunk, *boughs], bark, angle=1.4, tone=0.9)
    for x in (-0.02, 0.012):
        pen.ink(poly((x - 0.02, 0.0), (x, -0.25), (x + lean * 0.3, -0.5)), [0, 0.008, 0], 0.7)
    if bare:
        if "extra:snow" in sheet.plan.requested:
            for x, y in tips[::2]:
                pen.dot(x, y, 0.012, palette.paper, outline=0)
        return
    _crown(sheet, pen, rng, lean)


def _boughs(rng: np.random.Generator, lean: float, depth: int) -> tuple[list[Points], list[tuple[float, float]]]:
    shapes: list[Points] = []
    tips: list[tuple[float, float]] = []
    stack = [(lean * 0.45, -0.45, a, 0.25, 0.05, depth) for a in (-0.62, -0.1, 0.55)]
    while stack:
        x, y, angle, length, wide, left = stack.pop()
        bend = uniform(rng, -0.3, 0.3)
        xs = [x, x + math.sin(angle + bend) * length * 0.5, x + math.sin(angle) * length]
        ys = [y, y - math.cos(angle + bend) * length * 0.5, y - math.cos(angle) * length]
        shapes.append(ribbon(spline(np.stack([xs, ys], 1), n=5), [wide, wide * 0.55]))
        if left == 0:
            tips.append((xs[-1], ys[-1]))
            continue
        for side in (-1, 1):
            turn = angle + side * uniform(rng, 0.25, 0.6)
            stack.append((xs[-1], ys[-1], turn, length * uniform(rng, 0.6, 0.76), wide * 0.56, left - 1))
    return shapes, tips


def _crown_colours(sheet: Sheet) -> tuple[Colour, Colour, Colour]:
    palette = sheet.palette
    if palette.name in {"autumn", "gold"}:
        base = mix(palette.accent, palette.glow, 0.35)
    elif palette.name == "rose":
        base = mix(palette.accent, palette.paper, 0.4)
    else:
        base = palette.leaf
    return shade(mix(base, palette.near, 0.45), 0.9), base, mix(base, palette.glow, 0.35)


def _crown(sheet: Sheet, pen: Pen, rng: np.random.Generator, lean: float) -> None:
    """One dark leafy mass, lit clumps upon it, and leaves along their edges."""
    dark, base, light = _crown_colours(sheet)
    clumps = []
    for ring, count, r in ((0.3, 8, 0.15), (0.17, 6, 0.15), (0.0, 1, 0.17)):
        turn = rng.random() * 6.28
        for k in range(count):
            a = turn + k * 6.283 / count
            x, y = lean + math.cos(a) * ring * 1.2, -0.72 + math.sin(a) * ring * 0.76
            clumps.append((x, y, r * uniform(rng, 0.85, 1.15)))
    clumps.sort(key=lambda c: c[1])
    bodies = [(moved(scallop(rng, r, r * 0.84, 8, 0.2), x, y), x, y, r) for x, y, r in clumps]
    pen.fill([body for body, _, _, _ in bodies], dark, outline=0.9, angle=0.9, tone=1.0)
    for body, x, y, r in bodies:
        centre = np.array([x, y])
        pen.fill((body - centre) * 0.8 + centre + [-0.02 * r, -0.1 * r], base, outline=0, angle=0.7, tone=0.8)
        pen.fill((body - centre) * 0.5 + centre + [-0.14 * r, -0.3 * r], light, outline=0, angle=0.5, tone=0.4)
        under = arc(x, y, r * 0.86, r * 0.74, start=20, stop=130, n=14)
        pen.ink(under, [0.002, 0.008, 0.002], 0.7)
        for _ in range(13):
            a, d = rng.random() * 6.28, uniform(rng, 0.35, 1.0) * r
            spot = leaf(x + math.cos(a) * d, y + math.sin(a) * d * 0.84, r * 0.22, uniform(rng, 15, 165), 0.5)
            pen.fill(spot, (light, base, dark)[choose_index(rng, 3)], outline=0)


def draw_blossom(pen: Pen, rng: np.random.Generator, kind: int, colours: tuple[Colour, Colour, Colour]) -> None:
    """Draw one flower head of unit radius: daisy, peony, tulip or poppy."""
    base, heart, ink = colours
    turn = rng.random() * 360
    if kind == 0:
        _daisy(pen, turn, 12 + 2 * choose_index(rng, 4), base, heart, ink)
    elif kind == 1:
        _peony(pen, turn, base, heart)
    elif kind == 2:
        _tulip(pen, base)
    else:
        _poppy(pen, turn, base, ink)


def _daisy(pen: Pen, turn: float, count: int, base: Colour, heart: Colour, ink: Colour) -> None:
    for layer, (length, tone) in enumerate(((1.0, 0.86), (0.86, 1.0))):
        for k in range(count):
            a = turn + (k + 0.5 * layer) * 360 / count
            pen.fill(petal(0, 0, length, a, 0.32), shade(base, tone), outline=0.7, angle=math.radians(a), tone=0.6)
    pen.fill(ellipse(0, 0, 0.34), heart, outline=0.9, angle=0.5)
    for r, n in ((0.24, 12), (0.14, 7)):
        for k in range(n):
            a = math.radians(turn + k * 360 / n)
            pen.dot(r * math.cos(a), r * math.sin(a), 0.026, mix(heart, ink, 0.6), outline=0)


def _peony(pen: Pen, turn: float, base: Colour, heart: Colour) -> None:
    for layer, (r, n, tone) in enumerate(((1.0, 7, 0.82), (0.78, 6, 0.93), (0.56, 5, 1.03), (0.34, 4, 1.14))):
        for k in range(n):
            a = turn + (k + 0.5 * (layer % 2)) * 360 / n
            shape = moved(scallop(np.random.Generator(np.random.PCG64(k)), r * 0.5, r * 0.42, 5), r * 0.5, 0)
            pen.fill(moved(shape, turn=a), shade(base, tone), outline=0.7, angle=math.radians(a) + 1.57, tone=0.7)
    pen.fill(ellipse(0, 0, 0.14), heart, outline=0.6)


def _tulip(pen: Pen, base: Colour) -> None:
    side = bezier((0, 0.75), (-0.75, 0.7), (-0.75, -0.1), (-0.5, -0.85), (-0.3, -0.5), (-0.1, -0.2), (0, 0.75))
    for mirror in (False, True):
        wing = pen.moved(0, 0, 1, 0, mirror=mirror)
        wing.fill(side, shade(base, 0.84 if mirror else 0.92), angle=1.3, tone=0.8)
    middle = symmetric(bezier((0, -0.95), (-0.45, -0.4), (-0.5, 0.3), (-0.1, 0.78)))
    pen.fill(middle, base, angle=1.57, tone=0.5)
    pen.ink(poly((0, -0.75), (0, 0.3)), [0, 0.03, 0], 0.7)


def _poppy(pen: Pen, turn: float, base: Colour, ink: Colour) -> None:
    rng = np.random.Generator(np.random.PCG64(int(turn * 1000)))
    for k, a in enumerate((turn, turn + 180, turn + 90, turn + 270)):
        shape = moved(scallop(rng, 0.6, 0.72, 9, 0.08), 0.42, 0)
        pen.fill(moved(shape, turn=a), shade(base, 0.84 + 0.06 * k), outline=0.8, angle=math.radians(a), tone=0.7)
    for k in range(14):
        a = math.radians(turn + k * 360 / 14)
        pen.ink(poly((0.2 * math.cos(a), 0.2 * math.sin(a)), (0.42 * math.cos(a), 0.42 * math.sin(a))), 0.03)
        pen.dot(0.44 * math.cos(a), 0.44 * math.sin(a), 0.035, ink, outline=0)
    pen.fill(ellipse(0, 0, 0.2), mix(ink, rgb("#5f7f4a"), 0.5), outline=0.8)


def _kind_of(sheet: Sheet, rng: np.random.Generator) -> int:
    spelling = sheet.plan.spelling("subject:flower").split()
    table = {
        "tulip": 2,
        "tulips": 2,
        "poppy": 3,
        "poppies": 3,
        "rose": 1,
        "roses": 1,
        "peony": 1,
        "daisy": 0,
        "sunflower": 0,
    }
    return next((table[w] for w in spelling if w in table), choose_index(rng, 4))


def flower_colours(sheet: Sheet, rng: np.random.Generator) -> tuple[Colour, Colour, Colour]:
    """Petal, heart and ink of one flower."""
    palette = sheet.palette
    if "sunflower" in sheet.plan.spelling("subject:flower"):
        return rgb("#efb52e"), rgb("#5a3818"), palette.ink
    options = (
        palette.accent,
        mix(palette.accent, palette.glow, 0.5),
        mix(palette.accent, palette.paper, 0.45),
        mix(palette.glow, palette.accent, 0.12),
    )
    return options[choose_index(rng, 4)], mix(palette.glow, rgb("#e0a030"), 0.5), palette.ink


def draw_bouquet(sheet: Sheet) -> None:
    """Draw flowers in a vase, or growing from the foot of the sheet."""
    palette = sheet.palette
    rng = sheet.rng("subject:flower", "plan")
    canvas = sheet.canvas
    canvas.rgb[:] = mix(mix(palette.paper, palette.sky_low, 0.45), palette.paper, 0.1 if not palette.dark else 0.5)
    canvas.angle[:] = 0.5
    canvas.tone[:] = 0.3
    halo = sheet.pen(0.5, 0.4, 0.4)
    halo.fill(ellipse(0, 0, 1, n=90), mix(palette.sky_low, palette.glow, 0.35), outline=0, opacity=0.8, tone=0.25)
    vase = "garden" not in sheet.plan.spelling("subject:flower") and choose_index(rng, 3) > 0
    foot = 0.72 if vase else 1.03
    if vase:
        table = mix(palette.mid, palette.near, 0.25)
        canvas.fill(
            poly(
                (-9, 0.86 * sheet.height),
                (sheet.width + 9, 0.86 * sheet.height),
                (sheet.width + 9, sheet.height + 9),
                (-9, sheet.height + 9),
            ),
            table,
            angle=0.05,
            tone=0.8,
        )
    heads = _stems(sheet, rng, foot)
    if vase:
        _vase(sheet, rng)
    kind = _kind_of(sheet, rng)
    mixed = not any(
        w in sheet.plan.spelling("subject:flower") for w in ("tulip", "popp", "rose", "daisy", "sunflower", "peony")
    )
    for i, (x, y, r) in enumerate(heads):
        own = sheet.rng("subject:flower", f"head {i}")
        pen = sheet.pen(x, y, r)
        pen = pen.moved(0, 0, 1, (x - 0.5) * 60)
        draw_blossom(pen, own, (kind + i) % 4 if mixed else kind, flower_colours(sheet, own))


def _stems(sheet: Sheet, rng: np.random.Generator, foot: float) -> list[tuple[float, float, float]]:
    count = 5 + choose_index(rng, 3)
    heads = []
    green = sheet.palette.leaf
    across = sheet.unit / sheet.width
    down = min(1.0, 1.3 * sheet.unit / sheet.height)
    for i in range(count):
        spread = (i - (count - 1) / 2) / count
        x = 0.5 + (spread * 0.76 + uniform(rng, -0.04, 0.04)) * across
        y = 0.42 + (-0.18 + 0.3 * abs(spread) + (0.13 if i % 2 else -0.04) + uniform(rng, -0.03, 0.03)) * down
        heads.append((x, y, uniform(rng, 0.1, 0.14)))
        start = np.array([0.5 + spread * 0.16 * across, foot])
        end = np.array([x, y])
        bend = np.array([start[0], (start[1] + end[1]) / 2])
        stem = spline(np.stack([start, bend, end])) * [sheet.width, sheet.height]
        sheet.canvas.fill(ribbon(stem, [sheet.unit * 0.014, sheet.unit * 0.009]), green, outline=0.6, angle=1.4)
        for k in (6, 10):
            px, py = stem[min(k, len(stem) - 1)]
            side = 1 if (k + i) % 4 < 2 else -1
            _stem_leaf(sheet, rng, float(px), float(py), side)
    heads.sort(key=lambda h: -abs(h[0] - 0.5))
    return heads


def _stem_leaf(sheet: Sheet, rng: np.random.Generator, px: float, py: float, side: int) -> None:
    long = uniform(rng, 0.14, 0.22) * sheet.unit
    angle = -90 + side * uniform(rng, 35, 75)
    tone = uniform(rng, 0.82, 1.15)
    shape = leaf(px, py, long, angle, 0.4)
    sheet.canvas.fill(shape, shade(sheet.palette.leaf, tone), outline=0.8, angle=math.radians(angle) + 0.6, tone=0.8)
    a = math.radians(angle)
    tip = (px + math.cos(a) * long * 0.9, py + math.sin(a) * long * 0.9)
    sheet.canvas.ink(ribbon(poly((px, py), tip), [sheet.unit * 0.004, 0.4]), 0.8)


def _vase(sheet: Sheet, rng: np.random.Generator) -> None:
    palette = sheet.palette
    pen = sheet.pen(0.5, 0.9, 0.26)
    wide = uniform(rng, 0.42, 0.58)
    half = spline(poly((-0.26, -0.8), (-0.22, -0.66), (-wide, -0.35), (-wide * 0.8, -0.08), (-0.24, 0.02)))
    body = symmetric(half)
    colour = mix(palette.sky_top, palette.paper, 0.25)
    pen.fill(ellipse(0.15, 0.03, 0.6, 0.07), palette.ink, outline=0, opacity=0.3)
    pen.fill(body, colour, angle=1.2, tone=0.7, shading=(-1, 0, 0.18))
    with pen.inside(body):
        for k in range(7):
            pen.fill(petal(-0.6 + 0.2 * k, -0.3, 0.16, -90, 0.7), palette.paper, outline=0)
        pen.band(poly((-1, -0.25), (1, -0.25)), 0.03, palette.paper, outline=0)
        pen.band(poly((-1, -0.52), (1, -0.52)), 0.02, palette.paper, outline=0)
    pen.fill(ellipse(0, -0.8, 0.27, 0.05), shade(colour, 0.6))


def draw_meadow_flowers(sheet: Sheet, horizon: float) -> None:
    """Draw flowers in the grass of a landscape."""
    rng = sheet.rng("subject:flower", "meadow")
    spots = sorted(rng.random((26, 2)).tolist(), key=lambda s: float(s[1]))
    for x, y in spots:
        py = horizon + 0.2 + (1.0 - horizon - 0.2) * y
        size = 0.014 + 0.03 * y
        pen = sheet.pen(x, py, size)
        pen.fill(ribbon(poly((0, 0), (0.1, 1.8)), [0.2, 0.2]), sheet.palette.leaf, outline=0)
        base, heart, _ = flower_colours(sheet, rng)
        for k in range(6):
            pen.fill(petal(0, 0, 1, k * 60 + 15, 0.7), base, outline=0.4)
        pen.dot(0, 0, 0.3, heart, outline=0.3)


def draw_mushrooms(sheet: Sheet, x: float, base: float) -> None:
    """Draw a family of toadstools."""
    palette = sheet.palette
    rng = sheet.rng("subject:mushroom", "shape")
    for dx, size in ((0.16, 0.2), (-0.17, 0.26), (0.02, 0.42)):
        pen = sheet.pen(x + dx * sheet.unit / sheet.width, base, size).moved(0, 0, 1, uniform(rng, -7, 7))
        stem = symmetric(bezier((-0.1, -0.62), (-0.1, -0.3), (-0.12, -0.1), (-0.19, 0.02)))
        pen.fill(stem, mix(palette.paper, palette.glow, 0.2), angle=1.5, tone=0.4, shading=(1, 0, -0.18))
        pen.fill(poly((-0.15, -0.46), (0.15, -0.46), (0.2, -0.36), (-0.2, -0.36)), palette.paper, tone=0.2)
        pen.fill(ellipse(0, -0.6, 0.44, 0.1), mix(palette.paper, palette.mid, 0.4), angle=1.5)
        cap = np.concatenate([arc(0, -0.6, 0.5, 0.46, start=180, stop=360), arc(0, -0.6, 0.5, 0.07, start=0, stop=180)])
        pen.fill(cap, palette.accent, angle=0.5, tone=0.8, shading=(-0.5, -0.5, -0.12))
        with pen.inside(cap):
            for px, py, r in (
                (-0.25, -0.78, 0.08),
                (0.02, -0.93, 0.07),
                (0.2, -0.74, 0.09),
                (-0.03, -0.7, 0.05),
                (0.4, -0.66, 0.05),
                (-0.42, -0.64, 0.05),
            ):
                pen.fill(ellipse(px, py, r, r * 0.8), palette.paper, outline=0.6, tone=0.1)


def draw_cactus(sheet: Sheet, pen: Pen) -> None:
    """Draw a saguaro one unit high."""
    green = mix(sheet.palette.leaf, rgb("#3f7a55"), 0.5)
    arms = [
        rounded(-0.1, -1.0, 0.1, 0.05, 0.1),
        ribbon(spline(poly((-0.05, -0.38), (-0.26, -0.4), (-0.31, -0.5), (-0.31, -0.72))), 0.13),
        ellipse(-0.31, -0.72, 0.065),
        ribbon(spline(poly((0.05, -0.5), (0.24, -0.52), (0.3, -0.6), (0.3, -0.82))), 0.13),
        ellipse(0.3, -0.82, 0.065),
    ]
    pen.fill(arms, green, angle=1.57, tone=0.8)
    for x, top in ((-0.04, -0.94), (0.04, -0.94), (-0.31, -0.7), (0.3, -0.8)):
        foot = 0.02 if abs(x) < 0.1 else -0.45 if x < 0 else -0.56
        pen.ink(poly((x, top), (x, foot)), 0.01, 0.8)
    for x, y in ((0, -1.01), (0.3, -0.9), (-0.31, -0.8)):
        for k in range(5):
            pen.fill(petal(x, y, 0.07, -150 + 30 * k, 0.5), sheet.palette.accent, outline=0.5)
