"""Trumps 6 to 10, from the Lovers to the Wheel of Fortune."""

from __future__ import annotations

import math

import numpy as np

from platemark_press import heraldry
from platemark_press import tarot_props as props
from platemark_press.figures import draw_arm, draw_beard, draw_face, draw_head, draw_robed
from platemark_press.lettering import draw_text
from platemark_press.palettes import mix, rgb, shade
from platemark_press.shapes import (
    arc,
    bezier,
    ellipse,
    leaf,
    petal,
    poly,
    rect,
    spline,
    star,
    symmetric,
)
from platemark_press.tarot_props import Stage


def draw_lovers(stage: Stage) -> None:
    """Draw two people under an angel, between a tree of flames and a tree of fruit."""
    d, pen, h = stage.dress, stage.pen, stage.half
    props.draw_backdrop(stage, ground=h * 0.6, rays=-h * 0.62)
    props.draw_sun_face(stage, 0, -h + 0.16, 0.12, face=False)
    heraldry.draw_both_wings(pen, 0.05, -h * 0.42, 0.4, d.red, d.gold)
    angel = stage.look(mix(d.red, d.blue, 0.5), hair="long")
    bust = pen.moved(0, -h * 0.56, 0.2)
    pen.fill(
        symmetric(bezier((0, -h * 0.44), (-0.08, -h * 0.45), (-0.15, -h * 0.42), (-0.18, -h * 0.18))),
        angel.robe,
        angle=1.2,
    )
    draw_head(bust, angel, neck=0.05)
    for x, w in ((-0.26, 0.5), (0.22, 0.55), (0.0, 0.62)):
        props.draw_cloud_bank(pen, x, -h * 0.16, w, mix(d.paper, stage.palette.sky_low, 0.25))
    pen.fill(
        poly((-0.13, h * 0.62), (0.0, h * 0.15), (0.13, h * 0.62)),
        mix(stage.palette.far, stage.palette.mid, 0.5),
        angle=0.9,
    )
    for side in (-1, 1):
        _lovers_tree(stage, side)
        robe = d.paper if side < 0 else mix(d.blue, d.paper, 0.25)
        look = stage.look(robe, hair="long" if side < 0 else "short", crown="wreath" if side < 0 else "none")
        draw_robed(pen.moved(side * 0.19, stage.foot, stage.size * 0.62), look, wide=0.44)


def _lovers_tree(stage: Stage, side: int) -> None:
    d, pen, foot = stage.dress, stage.pen, stage.foot
    x = side * 0.4
    pen.fill(
        symmetric([(-0.02, foot - 0.5), (-0.025, foot - 0.2), (-0.05, foot)]) + np.array([x, 0]),
        mix(stage.palette.ink, rgb("#6b4a30"), 0.5),
    )
    for k in range(6):
        y = foot - 0.25 - 0.06 * k
        for lean in (-1, 1):
            if side < 0:
                pen.fill(leaf(x, y, 0.14 - 0.01 * k, -90 + lean * 55, 0.6), d.green, outline=0.7)
                pen.dot(x + lean * 0.08, y - 0.03, 0.022, d.red, outline=0.6)
            else:
                pen.fill(leaf(x, y, 0.15 - 0.01 * k, -90 + lean * 40, 0.4), d.red if k % 2 else d.gold, outline=0.7)


def draw_chariot(stage: Stage) -> None:
    """Draw a crowned driver under a starry canopy, drawn by a dark and a light sphinx."""
    d, pen, h = stage.dress, stage.pen, stage.half
    props.draw_backdrop(stage, ground=h * 0.5)
    for k in range(7):
        x = -0.42 + 0.14 * k
        tall = (0.2, 0.3, 0.24, 0.36, 0.22, 0.3, 0.2)[k]
        pen.fill(
            [
                rect(x - 0.05, h * 0.5 - tall, x + 0.05, h * 0.5),
                poly((x - 0.06, h * 0.5 - tall), (x, h * 0.5 - tall - 0.09), (x + 0.06, h * 0.5 - tall)),
            ],
            mix(stage.palette.far, d.paper, 0.4),
            outline=0.7,
        )
    canopy = np.concatenate(
        [arc(0, -h * 0.55, 0.36, 0.22, start=180, stop=360, n=30), poly((0.36, -h * 0.5), (-0.36, -h * 0.5))]
    )
    figure = pen.moved(0, stage.foot - 0.2, stage.size * 0.82)
    for side in (-1, 1):
        pen.band(poly((side * 0.31, -h * 0.52), (side * 0.29, stage.foot - 0.35)), 0.026, d.gold, outline=0.8)
    look = stage.look(mix(rgb("#aab4bd"), d.blue, 0.25), hair="curls", crown="crown")
    draw_robed(figure, look, cloak=d.blue)
    draw_arm(figure, look, (0.13, -0.73), (0.25, -0.62), (0.21, -0.46))
    draw_arm(figure, look, (-0.13, -0.73), (-0.25, -0.62), (-0.21, -0.46))
    figure.fill(star(8, 0, -0.64, 0.06, 0.025), d.gold, outline=0.7)
    pen.fill(canopy, d.blue, angle=0.5)
    for x, y in ((-0.24, 0.0), (-0.12, -0.1), (0, -0.02), (0.12, -0.1), (0.24, 0.0), (0.0, -0.15)):
        pen.fill(star(5, x, -h * 0.57 + y, 0.034, 0.014), d.gold, outline=0.5)
    for k in range(9):
        pen.fill(
            arc(-0.32 + 0.08 * k, -h * 0.5, 0.04, 0.05, start=0, stop=180, n=10),
            d.gold if k % 2 else d.red,
            outline=0.7,
        )
    y = stage.foot - 0.38
    pen.fill(rect(-0.31, y, 0.31, stage.foot - 0.04), mix(d.paper, stage.palette.far, 0.35), angle=1.57)
    pen.fill(rect(-0.33, y - 0.025, 0.33, y + 0.03), d.gold)
    heraldry.draw_both_wings(pen, 0.02, y + 0.14, 0.17, d.gold, d.paper)
    pen.fill(ellipse(0, y + 0.14, 0.05), d.red)
    for side, colour in ((-1, shade(d.ink, 1.25)), (1, d.paper)):
        _wheel(stage, side * 0.37, stage.foot - 0.1)
        _sphinx(stage, side, colour)


def _wheel(stage: Stage, x: float, y: float) -> None:
    pen, d = stage.pen, stage.dress
    pen.fill(ellipse(x, y, 0.13), d.gold, holes=[ellipse(x, y, 0.1)])
    for k in range(4):
        a = math.radians(45 * k)
        pen.band(
            poly((x - 0.11 * math.cos(a), y - 0.11 * math.sin(a)), (x + 0.11 * math.cos(a), y + 0.11 * math.sin(a))),
            0.018,
            d.gold,
            outline=0.6,
        )
    pen.dot(x, y, 0.032, d.red)


def _sphinx(stage: Stage, side: int, colour: np.ndarray) -> None:
    d = stage.dress
    own = stage.pen.moved(side * 0.18, stage.half - 0.04, 0.3, mirror=side < 0)
    own.fill(
        spline(poly((-0.3, 0.05), (-0.34, -0.35), (0.0, -0.52), (0.3, -0.4), (0.36, 0.05)), closed=True),
        colour,
        angle=1.2,
    )
    for x in (-0.12, 0.14):
        own.fill(
            spline(poly((x - 0.07, -0.3), (x + 0.07, -0.3), (x + 0.09, 0.06), (x - 0.09, 0.06)), closed=True), colour
        )
    cloth = symmetric(bezier((0, -1.0), (-0.2, -1.0), (-0.26, -0.8), (-0.28, -0.45)))
    own.fill(cloth, d.gold if side < 0 else d.blue, outline=0.9)
    for k in range(3):
        own.ink(poly((-0.26 + 0.01 * k, -0.5 - 0.13 * k), (0.26 - 0.01 * k, -0.5 - 0.13 * k)), 0.018)
    own.fill(ellipse(0, -0.74, 0.15, 0.19), mix(colour, rgb("#d9a877"), 0.55), tone=0.2)
    for dx in (-1, 1):
        own.fill(ellipse(dx * 0.06, -0.77, 0.022), d.ink, outline=0)
    own.ink(poly((0, -0.76), (0.01, -0.69)), 0.014)
    own.ink(spline(poly((-0.05, -0.63), (0, -0.62), (0.05, -0.63))), 0.016)


def draw_strength(stage: Stage) -> None:
    """Draw a woman with a wreath, calmly beside a lion."""
    d, pen = stage.dress, stage.pen
    props.draw_backdrop(stage, ground=stage.half * 0.5, rays=-stage.half * 0.4)
    props.draw_peaks(stage, stage.half * 0.52, 0.25)
    look = stage.look(mix(d.paper, d.gold, 0.12), hair="long", crown="wreath")
    figure = pen.moved(-0.12, stage.foot, stage.size)
    draw_robed(figure, look, cloak=None)
    props.draw_lemniscate(figure.moved(0, -1.2, 0.12), d.gold)
    beast = pen.moved(0.17, stage.foot - 0.24, 0.56)
    heraldry.draw_lion(beast, mix(d.gold, rgb("#d99a4a"), 0.5), mix(d.red, rgb("#b5622a"), 0.5), d.ink, d.paper)
    draw_arm(figure, look, (0.12, -0.72), (0.22, -0.6), (0.3, -0.52))
    draw_arm(figure, look, (-0.12, -0.72), (-0.2, -0.55), (-0.02, -0.44))
    for k in range(7):
        x = -0.44 + 0.14 * k
        for j in range(5):
            pen.fill(petal(x, stage.half - 0.03, 0.04, 72 * j, 0.8), d.red, outline=0.5)


def draw_hermit(stage: Stage) -> None:
    """Draw an old man in a cowl on a snowy peak, with a lantern."""
    d, pen, h = stage.dress, stage.pen, stage.half
    props.draw_backdrop(stage, ground=h * 0.8, night=True)
    props.draw_peaks(stage, h * 0.85, 0.6)
    pen.fill(
        spline(poly((-0.7, h + 0.1), (-0.3, h * 0.78), (0.05, h * 0.74), (0.4, h * 0.82), (0.7, h + 0.1))),
        d.paper,
        tone=0.2,
    )
    grey = mix(stage.palette.far, rgb("#777b86"), 0.6)
    look = stage.look(grey, hair="short", beard=True)
    figure = pen.moved(0.06, stage.foot, stage.size)
    draw_robed(figure, look, cloak=shade(grey, 0.75), wide=0.6)
    head = figure.moved(0, -0.89, 0.19)
    props.draw_hood(head, shade(grey, 0.75), shade(grey, 0.35))
    bearded = props.with_hair(look, rgb("#e6e2d8"))
    draw_face(head.moved(0, 0.08, 0.92), bearded)
    draw_beard(head.moved(0, 0.08, 0.95), bearded)
    figure.band(poly((0.3, 0.02), (0.28, -1.0)), 0.024, mix(d.gold, rgb("#6b4423"), 0.6), outline=0.8)
    draw_arm(figure, look, (0.12, -0.7), (0.24, -0.6), (0.285, -0.64))
    draw_arm(figure, look, (-0.12, -0.7), (-0.26, -0.62), (-0.34, -0.78))
    lamp = figure.moved(-0.36, -0.68, 0.17)
    lamp.fill(ellipse(0, 0, 1.5), stage.palette.glow, outline=0, opacity=0.25)
    lamp.fill(ellipse(0, 0, 1.0), stage.palette.glow, outline=0, opacity=0.35)
    lamp.ink(arc(0, -0.5, 0.2, start=180, stop=360, n=14), 0.06)
    lamp.fill(poly((-0.36, -0.32), (0, -0.62), (0.36, -0.32)), d.gold)
    lamp.fill(poly((-0.3, -0.32), (0.3, -0.32), (0.24, 0.42), (-0.24, 0.42)), mix(d.gold, d.paper, 0.75), tone=0)
    lamp.fill(star(6, 0, 0.05, 0.24, 0.1), d.gold, outline=0.8)
    lamp.fill(rect(-0.3, 0.4, 0.3, 0.52), d.gold)


def draw_wheel(stage: Stage) -> None:
    """Draw the great wheel among clouds."""
    d, pen, h = stage.dress, stage.pen, stage.half
    props.draw_backdrop(stage, ground=h + 0.2, rays=0.0)
    for x, y in ((-0.33, -h + 0.15), (0.33, -h + 0.15), (-0.33, h - 0.13), (0.33, h - 0.13)):
        props.draw_cloud_bank(pen, x, y, 0.42, mix(d.paper, stage.palette.sky_low, 0.25))
        props.draw_big_star(pen.moved(x, y - 0.03, 0.06), d.gold)
    w = pen.moved(0, 0, 0.39)
    w.fill(ellipse(0, 0, 1, n=90), d.gold, holes=[ellipse(0, 0, 0.93, n=80)], tone=0.2)
    w.fill(ellipse(0, 0, 0.93, n=80), mix(d.blue, d.paper, 0.12), outline=0.6, angle=0.5, tone=0.6)
    for k, letter in enumerate("TAROTARO"):
        a = math.radians(-90 + 45 * k)
        draw_text(w, letter, 0.79 * math.cos(a), 0.79 * math.sin(a), 0.14, d.paper)
    w.fill(ellipse(0, 0, 0.64, n=70), d.gold, outline=1)
    w.fill(ellipse(0, 0, 0.6, n=70), mix(d.red, d.paper, 0.1), outline=0.6, angle=1.2)
    for k in range(8):
        own = w.moved(0, 0, 1, 45 * k)
        own.fill(poly((-0.025, -0.1), (-0.035, -0.6), (0.035, -0.6), (0.025, -0.1)), d.gold, outline=0.8)
        own.fill(leaf(0.12, -0.24, 0.26, -68, 0.4), mix(d.gold, d.paper, 0.6), outline=0.6)
    w.fill(ellipse(0, 0, 0.17), d.gold)
    w.fill(star(8, 0, 0, 0.13, 0.06), d.paper, outline=0.6)
    top = pen.moved(0, -0.39, 0.28)
    top.fill(spline(poly((-0.32, 0.0), (-0.3, -0.25), (0.0, -0.4), (0.24, -0.3), (0.3, 0.0)), closed=True), d.blue)
    heraldry.draw_both_wings(top, 0.1, -0.25, 0.4, d.blue, d.gold)
    draw_head(top.moved(0, -0.55, 0.36), stage.look(d.blue, hair="bun", crown="crown"), neck=0.05)
    props.draw_sword(top, 0.3, -0.1, 0.7, d, 25)
    snake = spline(poly((-0.41, -0.42), (-0.46, -0.25), (-0.4, -0.08), (-0.46, 0.1), (-0.4, 0.3)), n=10)
    pen.band(snake, [0.045, 0.04, 0.035, 0.006], d.green)
    pen.fill(ellipse(-0.405, -0.44, 0.032, 0.04), d.green)
    pen.dot(-0.4, -0.45, 0.008, d.ink, outline=0)
