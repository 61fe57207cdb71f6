"""Trumps 0 to 5, from the Fool to the Hierophant."""

from __future__ import annotations

import math

import numpy as np

from platemark_press import heraldry
from platemark_press import tarot_props as props
from platemark_press.figures import draw_arm, draw_head, draw_robed
from platemark_press.lettering import draw_text
from platemark_press.palettes import mix, rgb, shade
from platemark_press.shapes import (
    bezier,
    crescent,
    ellipse,
    leaf,
    petal,
    poly,
    rect,
    ring_of,
    spline,
    star,
    symmetric,
)
from platemark_press.suits import OUTLINES
from platemark_press.tarot_props import Stage


def draw_fool(stage: Stage) -> None:
    """Draw a wanderer at the edge of a cliff, with a bundle and a little dog."""
    d, pen = stage.dress, stage.pen
    props.draw_backdrop(stage, ground=stage.half * 0.75)
    props.draw_sun_face(stage, 0.31, -stage.half + 0.2, 0.095, face=False)
    props.draw_peaks(stage, stage.half * 0.78, 0.4)
    y = stage.foot - 0.08
    cliff = poly(
        (-0.6, y + 0.02),
        (-0.2, y),
        (0.13, y + 0.01),
        (0.2, y + 0.05),
        (0.14, y + 0.12),
        (0.19, y + 0.2),
        (0.1, y + 0.5),
        (-0.6, y + 0.5),
    )
    pen.fill(cliff, mix(stage.palette.near, d.gold, 0.3), angle=1.0)
    for k in range(5):
        pen.ink(poly((-0.4 + 0.11 * k, y + 0.06), (-0.37 + 0.11 * k, y + 0.16)), [0.01, 0], 0.8)
    look = stage.look(d.green, hair="curls", crown="cap")
    figure = pen.moved(-0.02, y, stage.size * 0.93, 4)
    figure.band(poly((0.12, -0.62), (-0.36, -0.93)), 0.022, mix(d.gold, rgb("#6b4423"), 0.6), outline=0.8)
    figure.fill(
        spline(poly((-0.36, -0.95), (-0.45, -0.88), (-0.44, -0.76), (-0.33, -0.76), (-0.3, -0.88)), closed=True), d.red
    )
    for side in (-1, 1):
        figure.band(poly((side * 0.05, -0.3), (side * 0.08, 0.0)), 0.06, d.gold if side < 0 else d.red, outline=0.9)
        figure.fill(ellipse(side * 0.08 + 0.03, 0.0, 0.06, 0.024), shade(d.ink, 1.4), outline=0.8)
    tunic = symmetric(
        bezier((0, -0.79), (-0.06, -0.8), (-0.14, -0.77), (-0.15, -0.6), (-0.1, -0.5), (-0.2, -0.3), (-0.24, -0.2))
    )
    figure.fill(tunic, look.robe, angle=1.4, tone=0.6)
    with figure.inside(tunic):
        for x, ty in ((-0.1, -0.62), (0.07, -0.7), (0.08, -0.4), (-0.08, -0.32), (0.16, -0.27), (-0.02, -0.5)):
            for k in range(6):
                figure.fill(petal(x, ty, 0.045, 60 * k, 0.6), d.gold, outline=0.4)
    figure.band(poly((-0.11, -0.5), (0.11, -0.5)), 0.03, d.gold, outline=0.8)
    draw_arm(figure, look, (-0.12, -0.72), (-0.22, -0.62), (-0.04, -0.72))
    draw_arm(figure, look, (0.12, -0.72), (0.26, -0.62), (0.34, -0.78))
    for k in range(5):
        figure.fill(petal(0.35, -0.82, 0.05, 72 * k, 0.8), d.paper, outline=0.7)
    draw_head(figure.moved(0.0, -0.9, 0.19, -6), look, neck=0.1)
    heraldry.draw_hound(pen.moved(-0.32, y + 0.01, 0.2), d.paper, d.ink)


def draw_magician(stage: Stage) -> None:
    """Draw a figure behind a table with the four suits, an infinity sign above."""
    d, pen = stage.dress, stage.pen
    props.draw_backdrop(stage, ground=stage.half * 0.7, rays=-stage.half * 0.3)
    for x in np.linspace(-0.48, 0.48, 9):
        pen.fill(leaf(float(x), -stage.half - 0.02, 0.12, 90 + 30 * math.sin(x * 20), 0.5), d.green, outline=0.7)
        pen.dot(float(x), -stage.half + 0.04, 0.028, d.red, outline=0.7)
    look = stage.look(d.paper, hair="short")
    figure = pen.moved(0, stage.foot, stage.size * 0.97)
    draw_robed(figure, look, cloak=d.red)
    draw_arm(figure, look, (0.13, -0.73), (0.27, -0.72), (0.29, -0.97))
    figure.band(poly((0.29, -0.9), (0.31, -1.12)), 0.022, d.gold, outline=0.8)
    draw_arm(figure, look, (-0.13, -0.73), (-0.28, -0.6), (-0.27, -0.42))
    props.draw_lemniscate(figure.moved(0, -1.14, 0.12), d.gold)
    y = stage.foot - 0.34
    pen.fill(rect(-0.36, y, 0.42, y + 0.06), mix(d.gold, rgb("#7a4a24"), 0.6), angle=0.0)
    pen.fill(rect(-0.33, y + 0.06, 0.39, y + 0.24), d.blue, angle=1.5)
    for k in range(6):
        pen.fill(star(4, -0.27 + 0.12 * k, y + 0.15, 0.03, 0.012), d.gold, outline=0.5)
    for x in (-0.31, 0.37):
        pen.fill(rect(x - 0.025, y + 0.06, x + 0.025, stage.foot + 0.04), mix(d.gold, rgb("#7a4a24"), 0.7))
    props.draw_cup(pen, -0.26, y - 0.06, 0.14, d.gold)
    props.draw_sword(pen, 0.05, y - 0.01, 0.26, d, 82)
    pen.fill(ellipse(0.36, y - 0.05, 0.055), d.gold)
    pen.fill(star(5, 0.36, y - 0.05, 0.045, 0.018), d.paper, outline=0.5)


def draw_priestess(stage: Stage) -> None:
    """Draw a priestess between a dark and a light pillar, a veil of pomegranates, the moon at her feet."""
    d, pen, h = stage.dress, stage.pen, stage.half
    props.draw_backdrop(stage, ground=h * 0.72, night=True)
    pen.fill(rect(-0.3, -h * 0.7, 0.3, h * 0.75), mix(d.gold, d.paper, 0.35), tone=0.3)
    for j in range(6):
        for k in range(4):
            x, y = -0.24 + 0.16 * k + (0.08 if j % 2 else 0), -h * 0.58 + 0.17 * j
            if x < 0.28:
                pen.fill(ellipse(x, y, 0.035), d.red, outline=0.7)
                pen.fill(leaf(x, y - 0.03, 0.05, -90, 0.6), d.green, outline=0.6)
    props.draw_pillar(stage, -0.37, -h * 0.78, stage.foot, 0.14, mix(d.ink, d.blue, 0.2))
    props.draw_pillar(stage, 0.37, -h * 0.78, stage.foot, 0.14, d.paper)
    draw_text(pen, "B", -0.37, -h * 0.3, 0.075, d.paper)
    draw_text(pen, "J", 0.37, -h * 0.3, 0.075, d.ink)
    look = stage.look(d.blue, hair="long")
    figure = props.draw_seated(stage, look, mix(d.blue, d.paper, 0.55))
    figure.fill(crescent(0, -1.1, 0.12, turn=-90, bite=0.4), d.paper, outline=0.9)
    figure.dot(0, -1.1, 0.055, mix(d.gold, d.paper, 0.5))
    figure.fill(rect(-0.13, -0.42, 0.13, -0.33), d.paper)
    draw_text(figure, "TORA", 0, -0.375, 0.05, d.ink)
    for side in (-1, 1):
        figure.dot(side * 0.12, -0.37, 0.035, look.skin)
    figure.fill([rect(-0.018, -0.6, 0.018, -0.48), rect(-0.055, -0.57, 0.055, -0.535)], d.paper, outline=0.7)
    pen.fill(crescent(0.0, stage.foot - 0.01, 0.16, turn=-90, bite=0.4), mix(d.gold, d.paper, 0.3))


def draw_empress(stage: Stage) -> None:
    """Draw a crowned woman among wheat, with a heart-shaped shield."""
    d, pen = stage.dress, stage.pen
    props.draw_backdrop(stage, ground=stage.half * 0.5, rays=-stage.half * 0.35)
    for x, k in ((-0.42, 1.0), (0.42, 0.9), (-0.3, 0.7), (0.32, 0.7)):
        pen.fill(
            ellipse(x, stage.half * 0.4 - 0.2 * k, 0.12 * k, 0.22 * k), mix(d.green, stage.palette.mid, 0.3), angle=1.0
        )
    props.draw_throne(stage, mix(d.gold, d.paper, 0.35))
    look = stage.look(mix(d.paper, d.red, 0.12), hair="long", crown="diadem")
    figure = props.draw_seated(stage, look, d.red)
    for k, (x, y) in enumerate(ring_of(12, 0, -0.92, 0.26, turn=-180)[:7]):
        figure.fill(star(5, float(x), float(y), 0.04, 0.017), d.gold, outline=0.6 + 0.0 * k)
    for x, y in ((-0.1, -0.15), (0.08, -0.1), (0.0, -0.55), (-0.06, -0.3), (0.12, -0.22)):
        for k in range(5):
            figure.fill(petal(x, y, 0.038, 72 * k, 0.8), d.red, outline=0.4)
    figure.band(poly((0.2, -0.5), (0.33, -0.8)), 0.022, d.gold, outline=0.8)
    figure.dot(0.34, -0.84, 0.055, d.gold)
    figure.dot(0.21, -0.5, 0.038, look.skin)
    shield = figure.moved(-0.34, -0.16, 0.17)
    shield.fill(OUTLINES["hearts"], d.paper)
    shield.fill(ellipse(0, -0.25, 0.26), d.red, outline=0.8, holes=[ellipse(0, -0.25, 0.15)])
    shield.fill([rect(-0.06, 0.0, 0.06, 0.5), rect(-0.2, 0.15, 0.2, 0.27)], d.red, outline=0.6)
    for k in range(15):
        x = -0.5 + 0.07 * k
        stalk = pen.moved(x, stage.half + 0.02, 0.22 + 0.05 * (k % 3), 6 * math.sin(k * 1.7))
        stalk.band(poly((0, 0), (0, -0.7)), 0.025, mix(d.gold, d.green, 0.3), outline=0.6)
        for j in range(4):
            for side in (-1, 1):
                stalk.fill(leaf(0, -0.5 - 0.12 * j, 0.18, -90 + side * 32, 0.5), d.gold, outline=0.6)


def draw_emperor(stage: Stage) -> None:
    """Draw a bearded ruler on a stone throne among bare mountains."""
    d = stage.dress
    props.draw_backdrop(stage, ground=stage.half * 0.55)
    props.draw_peaks(stage, stage.half * 0.58, 0.85, snow=False)
    props.draw_throne(stage, mix(stage.palette.far, d.paper, 0.45), pointed=True)
    look = stage.look(d.red, hair="curls", crown="crown", beard=True)
    figure = props.draw_seated(stage, look, shade(d.red, 0.72))
    for side in (-1, 1):
        ram = figure.moved(side * 0.34, -0.4, 0.12, mirror=side < 0)
        ram.fill(ellipse(0, 0, 0.45, 0.55), d.paper)
        ram.band(
            spline(poly((0.1, -0.4), (0.6, -0.5), (0.75, 0.0), (0.4, 0.25), (0.25, 0.0), (0.42, -0.1))),
            [0.24, 0.2, 0.06],
            d.gold,
        )
    figure.band(poly((0.2, -0.35), (0.26, -0.78)), 0.024, d.gold, outline=0.8)
    figure.fill(ellipse(0.27, -0.87, 0.05, 0.07), d.gold, holes=[ellipse(0.27, -0.87, 0.025, 0.043)])
    figure.band(poly((0.19, -0.765), (0.33, -0.785)), 0.024, d.gold, outline=0.7)
    figure.dot(0.21, -0.46, 0.04, look.skin)
    figure.dot(-0.2, -0.44, 0.04, look.skin)
    figure.dot(-0.2, -0.51, 0.06, d.gold)
    figure.fill([rect(-0.21, -0.63, -0.19, -0.55), rect(-0.235, -0.61, -0.165, -0.59)], d.gold, outline=0.7)


def draw_hierophant(stage: Stage) -> None:
    """Draw a priest between pillars, blessing two kneeling monks."""
    d, pen, h = stage.dress, stage.pen, stage.half
    props.draw_backdrop(stage, ground=h * 0.65, rays=-h * 0.4)
    stone = mix(stage.palette.far, d.paper, 0.5)
    for x in (-0.4, 0.4):
        props.draw_pillar(stage, x, -h * 0.8, stage.foot, 0.13, stone)
    props.draw_throne(stage, mix(stone, d.blue, 0.2))
    look = stage.look(d.red, hair="short", crown="mitre", beard=True)
    figure = props.draw_seated(stage, look, mix(d.paper, d.blue, 0.1))
    draw_arm(figure, look, (-0.14, -0.68), (-0.3, -0.62), (-0.27, -0.82), 0.075)
    figure.band(poly((-0.275, -0.84), (-0.285, -0.92)), 0.018, look.skin, outline=0.7)
    figure.band(poly((-0.255, -0.84), (-0.255, -0.925)), 0.018, look.skin, outline=0.7)
    figure.band(poly((0.26, -0.2), (0.26, -1.08)), 0.024, d.gold, outline=0.8)
    for k, half in enumerate((0.055, 0.08, 0.105)):
        figure.band(poly((0.26 - half, -1.03 + 0.07 * k), (0.26 + half, -1.03 + 0.07 * k)), 0.024, d.gold, outline=0.8)
    figure.dot(0.26, -0.5, 0.04, look.skin)
    for side in (-1, 1):
        monk = pen.moved(side * 0.29, stage.half + 0.05, 0.4)
        monk.fill(
            symmetric(bezier((0, -0.62), (-0.2, -0.6), (-0.35, -0.4), (-0.42, 0.1))),
            mix(d.paper, d.gold, 0.25) if side < 0 else d.blue,
            angle=1.3,
        )
        monk.fill(ellipse(0, -0.66, 0.17, 0.18), stage.look(d.red).hair)
        monk.fill(ellipse(0, -0.75, 0.1, 0.06), look.skin, outline=0.7)
    for turn in (-35, 35):
        key = pen.moved(0, stage.foot + 0.0, 0.16, turn)
        key.band(poly((0, 0.4), (0, -0.45)), 0.09, d.gold, outline=0.8)
        key.fill(ellipse(0, 0.5, 0.17), d.gold, holes=[ellipse(0, 0.5, 0.08)], outline=0.8)
        key.fill(rect(0, -0.45, 0.24, -0.22), d.gold, outline=0.8)
