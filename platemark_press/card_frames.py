"""Frames of cards. Only the upper half matters: it is rotated about the centre afterwards."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from platemark_press.frames import draw_corner_star, draw_fan, draw_lily, draw_rule
from platemark_press.palettes import Colour, mix, rgb
from platemark_press.pen import Pen
from platemark_press.shapes import (
    arc,
    bezier,
    ellipse,
    leaf,
    poly,
    rect,
    rounded,
    spline,
    star,
)
from platemark_press.sheet import Sheet


@dataclass(frozen=True)
class CardColours:
    """The colours of a card."""

    paper: Colour
    ink: Colour
    suit: Colour
    red: Colour
    gold: Colour
    blue: Colour
    green: Colour


def draw_frame(sheet: Sheet, pen: Pen, tall: float, dress: CardColours, *, court: bool) -> None:
    """Draw the frame that belongs to the style."""
    if sheet.style == "nouveau":
        _nouveau(pen, tall, dress, court=court)
    elif sheet.style == "deco":
        _deco(pen, tall, dress, court=court)
    elif sheet.style == "glass":
        _glass(pen, tall, dress)
    elif sheet.style == "blueprint":
        _technical(pen, tall)
    elif sheet.style == "woodcut":
        _carved(pen, tall, dress)
    else:
        _classic(pen, tall, dress)


def _classic(pen: Pen, tall: float, dress: CardColours) -> None:
    half = tall / 2
    draw_rule(pen, (-0.475, -half + 0.025, 0.475, half - 0.025), 0.004, 0.045)
    draw_rule(pen, (-0.463, -half + 0.037, 0.463, half - 0.037), 0.002, 0.038)
    top = -half + 0.037
    pen.band(spline(poly((-0.15, top), (0, top + 0.024), (0.15, top))), [0, 0.012, 0], dress.gold, outline=0.5)
    draw_corner_star(pen.moved(0, top + 0.02, 0.026), dress.red)


def _carved(pen: Pen, tall: float, dress: CardColours) -> None:
    half = tall / 2
    pen.fill(
        rect(-0.49, -half + 0.01, 0.49, half - 0.01),
        dress.ink,
        outline=0,
        holes=[rounded(-0.468, -half + 0.032, 0.468, half - 0.032, 0.02)],
        tone=0,
    )
    for k in range(-9, 10):
        pen.fill(star(2, k * 0.05, -half + 0.021, 0.016, 0.008), dress.paper, outline=0)
    for k in range(int(tall * 20)):
        for x in (-0.479, 0.479):
            pen.fill(star(2, x, -half + 0.045 + 0.05 * k, 0.012, 0.006), dress.paper, outline=0)


def _technical(pen: Pen, tall: float) -> None:
    half = tall / 2
    draw_rule(pen, (-0.475, -half + 0.025, 0.475, half - 0.025), 0.004)
    for k in range(-9, 10):
        y = -half + 0.025
        pen.ink(poly((k * 0.05, y), (k * 0.05, y + (0.024 if k % 2 == 0 else 0.013))), 0.003)
    pen.ink(poly((-0.475, 0), (-0.43, 0)), 0.003)
    pen.ink(poly((0.475, 0), (0.43, 0)), 0.003)
    pen.ink(arc(0, 0, 0.3, n=70), 0.0025, 0.5)
    for a in ((0.33, 0), (0, 0.33)):
        pen.ink(poly((-a[0], -a[1]), a), 0.0025, 0.5)


def _glass(pen: Pen, tall: float, dress: CardColours) -> None:
    half = tall / 2
    colours = (dress.blue, dress.gold, dress.red, dress.green)
    count = 9
    for k in range(count):
        x0, x1 = -0.5 + k / count, -0.5 + (k + 1) / count
        pen.fill(rect(x0, -half, x1, -half + 0.05), mix(colours[k % 4], dress.paper, 0.15))
    rows = int(tall * 8)
    for k in range(rows):
        y0, y1 = -half + 0.05 + k * (tall - 0.1) / rows, -half + 0.05 + (k + 1) * (tall - 0.1) / rows
        for side in (-1, 1):
            x0, x1 = sorted((side * 0.5, side * 0.465))
            pen.fill(rect(x0, y0, x1, y1), mix(colours[(k + (side > 0)) % 4], dress.paper, 0.15))
    tint = mix(dress.paper, dress.gold, 0.25)
    pen.fill(rect(-0.465, -half + 0.05, 0.465, half - 0.05), mix(dress.paper, tint, 0.6))


def _nouveau(pen: Pen, tall: float, dress: CardColours, *, court: bool) -> None:
    half = tall / 2
    ground = mix(dress.paper, rgb("#dcc795"), 0.55)
    inner = mix(dress.paper, rgb("#f2e6c6"), 0.5)
    green = mix(dress.green, rgb("#7d8a54"), 0.5)
    bloom = mix(dress.red, rgb("#cf8a72"), 0.45)
    pen.fill(rounded(-0.5, -half, 0.5, half, 0.055), ground, outline=0, tone=0.2)
    top = -half + 0.045
    opening = np.concatenate(
        [
            poly((-0.455, 0.0)),
            bezier((-0.455, 0.0), (-0.455, -half * 0.5), (-0.47, top + 0.28), (-0.33, top + 0.27)),
            bezier((-0.33, top + 0.27), (-0.3, top + 0.06), (-0.17, top), (0, top)),
            bezier((0, top), (0.2, top), (0.38, top), (0.455, top + 0.14)),
            bezier((0.455, top + 0.14), (0.47, top + 0.3), (0.455, -half * 0.4), (0.455, 0.0)),
        ]
    )
    pen.fill(np.concatenate([opening, -opening]), inner, outline=1.4, tone=0.1)
    draw_rule(pen, (-0.485, -half + 0.015, 0.485, half - 0.015), 0.004, 0.045)
    stem = spline(
        poly(
            (0.475, 0.02),
            (0.43, -half * 0.25),
            (0.48, -half * 0.5),
            (0.44, top + 0.22),
            (0.36, top + 0.05),
            (0.25, top + 0.02),
            (0.22, top + 0.06),
            (0.26, top + 0.075),
        ),
        n=10,
    )
    pen.band(stem, [0.012, 0.014, 0.016, 0.01, 0.003], green, outline=0.8)
    for x, y, a, long in (
        (0.455, -half * 0.3, -105, 0.09),
        (0.465, -half * 0.42, -70, 0.08),
        (0.45, top + 0.25, -120, 0.09),
        (0.33, top + 0.03, 165, 0.08),
    ):
        pen.fill(leaf(x, y, long, a, 0.42), green, outline=0.8, tone=0.4)
    draw_lily(pen.moved(0.425, top + 0.055, 0.06, 40), bloom)
    draw_lily(pen.moved(0.452, top + 0.16, 0.036, 15), bloom)
    left = spline(
        poly((-0.475, 0.0), (-0.445, -half * 0.2), (-0.48, -half * 0.42), (-0.455, top + 0.36), (-0.425, top + 0.31)),
        n=10,
    )
    pen.band(left, [0.012, 0.014, 0.003], green, outline=0.8)
    for y, a in ((-half * 0.14, -60), (-half * 0.34, -110)):
        pen.fill(leaf(-0.462, y, 0.08, a, 0.42), green, outline=0.8, tone=0.4)
    if not court:
        pen.ink(spline(poly((-0.26, top + 0.055), (0, top + 0.02), (0.2, top + 0.04))), [0.001, 0.005, 0.001], 0.8)


def _deco(pen: Pen, tall: float, dress: CardColours, *, court: bool) -> None:
    half = tall / 2
    dark = mix(dress.ink, rgb("#10202b"), 0.5)
    pen.fill(rounded(-0.5, -half, 0.5, half, 0.05), dark, outline=0, tone=0.2)
    c, e = 0.1, 0.035
    top = -half + e
    right = 0.5 - e
    opening = poly(
        (-right, 0),
        (-right, top + c * 0.2),
        (-right + 0.0, top),
        (right - c, top),
        (right - c, top + c / 2),
        (right - c / 2, top + c / 2),
        (right - c / 2, top + c),
        (right, top + c),
        (right, 0),
    )
    pen.fill(np.concatenate([opening, -opening]), mix(dress.paper, rgb("#f3e7c8"), 0.5), outline=1.4, tone=0.1)
    draw_rule(pen, (-0.485, -half + 0.015, 0.485, half - 0.015), 0.004)
    draw_fan(pen.moved(0.5, -half, 0.115, 90), mix(dress.red, dark, 0.15), dark)
    if court:
        return
    tan = mix(dress.paper, dress.gold, 0.32)
    for k in range(-5, 6):
        x = k * 0.085
        wedge = poly((k * 0.012, -0.12), (x - 0.012, top + 0.03), (x + 0.012, top + 0.03))
        if abs(x) < 0.3:
            pen.fill(wedge, tan, outline=0, tone=0)
    pen.fill(ellipse(0, top, 0.07, 0.035), dress.gold, outline=0.8)
