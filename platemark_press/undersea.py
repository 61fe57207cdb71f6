"""Fish, whales and what grows around them."""

from __future__ import annotations

import math

import numpy as np

from platemark_press.creatures import draw_eye
from platemark_press.palettes import Colour, mix, shade
from platemark_press.pen import Pen
from platemark_press.random_streams import choose_index, uniform
from platemark_press.shapes import (
    arc,
    bezier,
    ellipse,
    leaf,
    poly,
)
from platemark_press.sheet import Sheet


def draw_fish(pen: Pen, colour: Colour, second: Colour, paper: Colour, ink: Colour) -> None:
    """Draw a carp one unit long, facing right."""
    back = bezier((0.5, 0.0), (0.35, -0.2), (0.05, -0.27), (-0.38, -0.05))
    belly = bezier((-0.38, 0.05), (0.0, 0.24), (0.32, 0.17), (0.5, 0.0))
    body = np.concatenate([back, belly])
    tail = np.concatenate(
        [
            bezier((-0.34, 0.0), (-0.45, -0.05), (-0.5, -0.22), (-0.68, -0.25)),
            bezier((-0.68, -0.25), (-0.58, -0.05), (-0.58, 0.05), (-0.66, 0.24)),
            bezier((-0.66, 0.24), (-0.5, 0.2), (-0.45, 0.06), (-0.34, 0.0)),
        ]
    )
    pen.fill(tail, second, angle=0.2, tone=0.7)
    for dy in (-0.16, -0.08, 0.0, 0.08, 0.15):
        pen.ink(poly((-0.42, dy * 0.3), (-0.61, dy * 1.15)), [0.006, 0.01], 0.8)
    dorsal = np.concatenate([bezier((0.16, -0.2), (0.05, -0.38), (-0.12, -0.36), (-0.22, -0.3)), poly((-0.2, -0.12))])
    pen.fill(dorsal, second, angle=1.2, tone=0.7)
    pen.fill(
        np.concatenate([bezier((0.05, 0.14), (0.0, 0.3), (-0.1, 0.33), (-0.16, 0.3)), poly((-0.1, 0.12))]),
        second,
        tone=0.7,
    )
    pen.fill(body, colour, angle=0.3, tone=0.7)
    with pen.inside(body):
        pen.fill(ellipse(0.0, 0.24, 0.5, 0.17), mix(colour, paper, 0.55), outline=0, tone=0.2)
        for k in range(9):
            for j in range(-3, 4):
                x = 0.14 - 0.065 * k
                y = j * 0.075 + (0.037 if k % 2 else 0)
                pen.ink(arc(x, y, 0.036, start=90, stop=270, n=8), 0.009, 0.75)
        pen.fill(ellipse(0.42, 0.0, 0.22, 0.3), mix(colour, second, 0.35), outline=0.8, tone=0.5)
    pen.fill(leaf(0.12, 0.06, 0.22, 150, 0.6), second, outline=0.8)
    draw_eye(pen, 0.36, -0.04, 0.036, paper, ink)
    pen.ink(poly((0.49, 0.02), (0.43, 0.045)), 0.012)


def draw_underwater(sheet: Sheet) -> None:
    """Draw a shoal among weed and bubbles, or one whale."""
    palette, canvas = sheet.palette, sheet.canvas
    _, y = canvas.grid()
    t = y[..., None]
    canvas.rgb[:] = palette.sky_low * (1 - t) + mix(palette.near, palette.mid, 0.25) * t
    canvas.angle[:] = 0.03
    canvas.tone[:] = 0.7
    w, h = float(sheet.width), float(sheet.height)
    rng = sheet.streams.generator("water light")
    for _ in range(6):
        x, wide = uniform(rng, 0, 1.1) * w, uniform(rng, 0.03, 0.09) * w
        canvas.fill(
            poly((x, -5), (x + wide, -5), (x + wide * 2.2 - 0.25 * w, 0.8 * h), (x - 0.3 * w, 0.8 * h)),
            palette.paper,
            outline=0,
            opacity=0.13,
        )
    _weed(sheet)
    if sheet.wants("subject:whale"):
        own = sheet.rng("subject:whale")
        draw_whale(
            sheet,
            sheet.pen(uniform(own, 0.44, 0.56), uniform(own, 0.4, 0.5), 0.8).moved(
                0, 0, 1, uniform(own, -12, 6), mirror=choose_index(own, 2) == 0
            ),
        )
    if sheet.wants("subject:fish"):
        _shoal(sheet)
    bubbles = sheet.streams.generator("bubbles")
    for x, y, z in bubbles.random((22, 3)):
        sheet.pen(x, y * 0.85, 0.004 + 0.014 * z**2).fill(
            ellipse(0, 0, 1, n=20), palette.paper, outline=0.5, opacity=0.5, tone=0
        )


def _shoal(sheet: Sheet) -> None:
    palette = sheet.palette
    rng = sheet.rng("subject:fish", "shoal")
    count = 3 + choose_index(rng, 2)
    flip = choose_index(rng, 2) == 0
    sway = uniform(rng, 0, 3.14)
    for k in range(count):
        x = 0.5 + 0.18 * math.sin(sway + k * 2.4) + uniform(rng, -0.04, 0.04)
        y = 0.16 + 0.62 * (k + 0.5) / count + uniform(rng, -0.03, 0.03)
        size = uniform(rng, 0.42, 0.6) * min(1.0, 2.2 / count)
        mirror = flip != (k == count - 1)
        pen = sheet.pen(x, y, size).moved(0, 0, 1, uniform(rng, -16, 16), mirror=mirror)
        colours = (palette.accent, mix(palette.glow, palette.accent, 0.3), mix(palette.paper, palette.glow, 0.4))
        draw_fish(pen, colours[k % 3], mix(colours[(k + 1) % 3], palette.accent, 0.25), palette.paper, palette.ink)


def _weed(sheet: Sheet) -> None:
    rng = sheet.streams.generator("weed")
    palette = sheet.palette
    w, h = float(sheet.width), float(sheet.height)
    sand = mix(palette.mid, palette.glow, 0.3)
    x = np.linspace(-0.02, 1.02, 40)
    top = np.stack([x * w, (0.93 + 0.02 * np.sin(x * 9 + rng.random() * 6)) * h], 1)
    for _ in range(9):
        px = uniform(rng, 0.0, 1.0)
        if 0.3 < px < 0.7:
            px = px * 0.4
        tall = uniform(rng, 0.15, 0.42)
        pen = sheet.pen(px, 0.96, tall)
        t = np.linspace(0, 1, 16)
        wave = np.stack([0.09 * np.sin(t * 7 + px * 9) * t, -t], 1)
        green = mix(palette.near, palette.leaf, uniform(rng, 0.2, 0.7))
        pen.band(wave, [0.06, 0.05, 0.0], green, outline=0.5)
        for k in range(2, 15, 2):
            side = 1 if k % 4 else -1
            pen.fill(
                leaf(float(wave[k, 0]), float(wave[k, 1]), 0.16, -90 + side * 50, 0.4), green, outline=0.5, angle=1.2
            )
    sheet.canvas.fill(np.concatenate([top, poly((1.02 * w, 1.1 * h), (-0.02 * w, 1.1 * h))]), sand, angle=0.1, tone=0.5)


def draw_whale(sheet: Sheet, pen: Pen) -> None:
    """Draw a whale one unit long, facing right."""
    palette = sheet.palette
    body = np.concatenate(
        [
            bezier((0.5, 0.03), (0.46, -0.24), (0.1, -0.27), (-0.36, -0.05)),
            bezier(
                (-0.36, -0.05),
                (-0.44, -0.08),
                (-0.48, -0.16),
                (-0.62, -0.2),
                (-0.56, -0.08),
                (-0.56, 0.0),
                (-0.5, 0.03),
            ),
            bezier((-0.5, 0.03), (-0.2, 0.14), (0.1, 0.22), (0.34, 0.17), (0.45, 0.15), (0.5, 0.1), (0.5, 0.03)),
        ]
    )
    colour = mix(palette.near, palette.sky_top, 0.6)
    pen.fill(body, colour, angle=0.15, tone=0.9)
    with pen.inside(body):
        belly = np.concatenate(
            [bezier((0.55, 0.05), (0.3, 0.04), (0.1, 0.12), (-0.3, 0.08)), poly((-0.3, 0.4), (0.6, 0.4))]
        )
        pen.fill(belly, mix(palette.paper, colour, 0.15), outline=0.8, tone=0.2)
        for k in range(6):
            pen.ink(
                bezier(
                    (0.5, 0.07 + 0.02 * k),
                    (0.3, 0.07 + 0.025 * k),
                    (0.15, 0.12 + 0.022 * k),
                    (-0.1 + 0.03 * k, 0.12 + 0.02 * k),
                ),
                0.006,
                0.8,
            )
    pen.fill(
        bezier((0.14, 0.1), (0.1, 0.25), (0.0, 0.3), (-0.1, 0.3), (-0.06, 0.22), (-0.02, 0.14), (0.0, 0.09)),
        shade(colour, 0.85),
        angle=1.0,
    )
    draw_eye(pen, 0.33, 0.015, 0.016, palette.paper, palette.ink)
