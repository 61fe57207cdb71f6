"""Frames of a picture: the paper's margin with the plate mark, and the frames of art nouveau and art deco."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from platemark_press.canvas import noise
from platemark_press.palettes import Array, Palette, mix, rgb, unit
from platemark_press.pen import Pen
from platemark_press.random_streams import RandomStreams
from platemark_press.shapes import (
    Points,
    arc,
    bezier,
    ellipse,
    leaf,
    petal,
    poly,
    rect,
    rounded,
    spline,
    star,
)
from platemark_press.sheet import Sheet

MARGIN_STYLES = frozenset({"etching", "woodcut", "riso", "watercolour"})


@dataclass(frozen=True)
class Margin:
    """The place of a picture on its sheet of paper."""

    x: int
    y: int
    width: int
    height: int

    def mount(self, picture: Array, palette: Palette, streams: RandomStreams, size: tuple[int, int]) -> Array:
        """Put the picture on its sheet of paper, with the plate mark around it."""
        width, height = size
        paper = mix(palette.paper, rgb("#fbf8f1"), 0.65)
        fibre = noise(streams.generator("margin fibre"), width, height, 60, 2)
        out = paper * (1 - 0.04 * (fibre - 0.5))[..., None]
        y, x = np.mgrid[0:height, 0:width].astype(np.float32)
        side = min(width, height)
        gap = side * 0.014
        left, top = self.x - gap, self.y - gap
        right, bottom = self.x + self.width + gap, self.y + self.height + gap
        d = np.maximum(np.maximum(left - x, x - right), np.maximum(top - y, y - bottom))
        dent = np.exp(-((d / (side * 0.0035 + 0.3)) ** 2))
        lit = np.where((x - left) * self.height + (y - top) * self.width < self.width * self.height, -0.1, 0.06)
        out = out * (1 + (dent * lit)[..., None])
        out[d < 0] *= np.float32(0.985)
        out[self.y : self.y + self.height, self.x : self.x + self.width] = picture
        return unit(out)


def margin_for(width: int, height: int) -> Margin:
    """The margin for a sheet of paper of this size."""
    edge = max(2, round(min(width, height) * 0.06))
    return Margin(edge, edge, width - 2 * edge, height - 2 * edge)


def _box(sheet: Sheet) -> Pen:
    """A pen in pixels."""
    return Pen(sheet.canvas, 0, 0, 1)


def draw_style_frame(sheet: Sheet) -> None:
    """Draw the frame that a style draws on its plates."""
    if sheet.style == "nouveau":
        draw_nouveau_frame(sheet)
    elif sheet.style == "deco":
        draw_deco_frame(sheet)


def _nouveau_colours(palette: Palette) -> tuple[Array, Array, Array]:
    ground = mix(palette.paper, rgb("#d9c48f"), 0.45)
    leaf_green = mix(palette.leaf, rgb("#7d8a54"), 0.55)
    bloom = mix(palette.accent, rgb("#c9806a"), 0.45)
    return ground, leaf_green, bloom


def draw_nouveau_frame(sheet: Sheet) -> None:
    """Draw an arched border with whiplash stems and flowers in the corners."""
    w, h, u = float(sheet.width), float(sheet.height), sheet.unit
    pen = _box(sheet)
    ground, green, bloom = _nouveau_colours(sheet.palette)
    edge = u * 0.055
    spring = edge + min(0.24 * h, 0.5 * (w - 2 * edge))
    opening = np.concatenate(
        [
            poly((edge, h - edge * 1.3)),
            bezier((edge, spring), (edge, edge * 1.2), (w * 0.3, edge * 0.9), (w / 2, edge * 0.9)),
            bezier((w / 2, edge * 0.9), (w * 0.7, edge * 0.9), (w - edge, edge * 1.2), (w - edge, spring)),
            poly((w - edge, h - edge * 1.3)),
        ]
    )
    pen.fill(rect(-9, -9, w + 9, h + 9), ground, outline=0, holes=[opening], tone=0.3, angle=0.4)
    pen.ink(np.concatenate([opening, opening[:1]]), u * 0.012)
    pen.ink(
        np.concatenate([rect(u * 0.018, u * 0.018, w - u * 0.018, h - u * 0.018), poly((u * 0.018, u * 0.018))]),
        u * 0.004,
    )
    for mirror in (False, True):
        side = Pen(sheet.canvas, w if mirror else 0, 0, u, 0, mirror)
        _whiplash(side, green, bloom, h / u)


def _whiplash(pen: Pen, green: Array, bloom: Array, tall: float) -> None:
    """Stems from the foot of one side up into its corner."""
    main = spline(
        poly(
            (0.16, tall - 0.02),
            (0.02, tall - 0.1),
            (0.045, tall * 0.6),
            (0.02, tall * 0.38),
            (0.07, 0.17),
            (0.17, 0.075),
            (0.21, 0.12),
            (0.17, 0.14),
        ),
        n=12,
    )
    pen.band(main, [0.012, 0.012, 0.016, 0.01, 0.004], green, outline=0.8)
    for start, bend, stop in (
        ((0.03, 0.3), (0.015, 0.1), (0.1, 0.05)),
        ((0.055, 0.21), (0.12, 0.16), (0.11, 0.1)),
        ((0.03, tall - 0.2), (0.06, tall - 0.12), (0.02, tall - 0.06)),
    ):
        pen.band(spline(poly(start, bend, stop), n=8), [0.01, 0.004], green, outline=0.7)
    for x, y, a, long in (
        (0.035, tall * 0.5, -70, 0.08),
        (0.03, tall * 0.5 + 0.03, -115, 0.07),
        (0.03, tall * 0.68, -80, 0.07),
        (0.02, tall - 0.09, -30, 0.09),
    ):
        pen.fill(leaf(x, y, long, a, 0.4), green, outline=0.8, tone=0.6)
    for x, y, r in ((0.085, 0.065, 0.048), (0.035, 0.15, 0.03), (0.06, tall - 0.04, 0.04)):
        draw_lily(pen.moved(x, y, r, -45), bloom)


def draw_lily(pen: Pen, colour: Array) -> None:
    """Draw a stylised flower of unit radius."""
    for k, a in enumerate((-160, -20, -125, -55, -90)):
        pen.fill(petal(0, 0.45, 1.35, a, 0.42), colour * np.float32(0.82 + 0.05 * k), outline=0.8, tone=0.5)
    pen.fill(ellipse(0, 0.45, 0.28, 0.22), mix(colour, rgb("#f2dfae"), 0.7), outline=0.8)
    for k in range(5):
        lean = math.radians(90 + (k - 2) * 24)
        pen.dot(0.36 * math.cos(lean), 0.45 + 0.36 * math.sin(lean), 0.06, rgb("#f2dfae"), outline=0.5)


def draw_deco_frame(sheet: Sheet) -> None:
    """Draw stepped gold rules and fans in the corners."""
    w, h, u = float(sheet.width), float(sheet.height), sheet.unit
    pen = _box(sheet)
    dark = mix(sheet.palette.ink, rgb("#101a22"), 0.6)
    edge, cut = u * 0.05, u * 0.1
    opening = poly(
        (edge + cut, edge),
        (w - edge - cut, edge),
        (w - edge - cut, edge + cut / 2),
        (w - edge - cut / 2, edge + cut / 2),
        (w - edge - cut / 2, edge + cut),
        (w - edge, edge + cut),
        (w - edge, h - edge - cut),
        (w - edge - cut / 2, h - edge - cut),
        (w - edge - cut / 2, h - edge - cut / 2),
        (w - edge - cut, h - edge - cut / 2),
        (w - edge - cut, h - edge),
        (edge + cut, h - edge),
        (edge + cut, h - edge - cut / 2),
        (edge + cut / 2, h - edge - cut / 2),
        (edge + cut / 2, h - edge - cut),
        (edge, h - edge - cut),
        (edge, edge + cut),
        (edge + cut / 2, edge + cut),
        (edge + cut / 2, edge + cut / 2),
        (edge + cut, edge + cut / 2),
    )
    pen.fill(rect(-9, -9, w + 9, h + 9), dark, outline=1.0, holes=[opening], tone=0.5, angle=0.785)
    for gap in (0.016, 0.03):
        g = u * gap
        pen.ink(np.concatenate([rect(g, g, w - g, h - g), poly((g, g))]), u * 0.005)
    for x, y, a in ((0, 0, 0), (w, 0, 90), (w, h, 180), (0, h, 270)):
        draw_fan(Pen(sheet.canvas, x, y, u * 0.105, a), mix(sheet.palette.accent, dark, 0.25), dark)


def draw_fan(pen: Pen, colour: Array, dark: Array) -> None:
    """Draw a quarter fan that opens to the lower right."""
    for k, r in enumerate((1.0, 0.72, 0.44)):
        shape = np.concatenate([arc(0, 0, r, start=0, stop=90, n=24), poly((0, 0))])
        pen.fill(shape, colour if k % 2 == 0 else dark, outline=0.9, tone=0.5)
    for k in range(1, 6):
        a = math.radians(15 * k)
        pen.ink(poly((0.1 * math.cos(a), 0.1 * math.sin(a)), (math.cos(a), math.sin(a))), 0.03)


def draw_rule(pen: Pen, box: tuple[float, float, float, float], wide: float, radius: float = 0.0) -> None:
    """Draw a ruled rectangle in ink."""
    shape: Points = rounded(*box, radius) if radius > 0 else rect(*box)
    pen.ink(np.concatenate([shape, shape[:2]]), wide)


def draw_corner_star(pen: Pen, colour: Array) -> None:
    """Draw a small eight-pointed ornament of unit radius."""
    pen.fill(star(4, 0, 0, 1, 0.32), colour, outline=0.7)
    pen.fill(star(4, 0, 0, 0.6, 0.2, turn=-45), colour, outline=0.5)
