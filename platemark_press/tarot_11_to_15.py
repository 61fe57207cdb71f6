"""Trumps 11 to 15, from Justice to the Devil."""

from __future__ import annotations

import math

import numpy as np

from platemark_press import heraldry
from platemark_press import tarot_props as props
from platemark_press.figures import draw_arm, draw_head, draw_robed
from platemark_press.palettes import mix, rgb, shade
from platemark_press.shapes import (
    bezier,
    ellipse,
    leaf,
    moved,
    petal,
    poly,
    rect,
    ribbon,
    spline,
    star,
    symmetric,
)
from platemark_press.tarot_props import Stage


def draw_justice(stage: Stage) -> None:
    """Draw a crowned judge between pillars with a sword and a balance."""
    d, pen, h = stage.dress, stage.pen, stage.half
    props.draw_backdrop(stage, ground=h * 0.68)
    pen.fill(rect(-0.34, -h * 0.78, 0.34, h * 0.7), mix(d.blue, d.red, 0.45), angle=1.5, tone=0.6)
    for x in np.linspace(-0.28, 0.28, 7):
        pen.ink(poly((float(x), -h * 0.78), (float(x) * 1.04, h * 0.7)), 0.006, 0.7)
    stone = mix(stage.palette.far, d.paper, 0.5)
    for x in (-0.39, 0.39):
        props.draw_pillar(stage, x, -h * 0.8, stage.foot, 0.13, stone)
    props.draw_throne(stage, stone)
    look = stage.look(d.red, hair="bun", crown="crown")
    figure = props.draw_seated(stage, look, d.green)
    props.draw_sword(figure, -0.27, -0.52, 0.6, d)
    draw_arm(figure, look, (-0.14, -0.68), (-0.29, -0.6), (-0.27, -0.53), 0.075)
    props.draw_scales(figure.moved(0.27, -0.55, 0.34), d.gold)
    draw_arm(figure, look, (0.14, -0.68), (0.28, -0.62), (0.27, -0.57), 0.075)


def draw_hanged_man(stage: Stage) -> None:
    """Draw a calm man hanging by one foot from a living beam."""
    d, pen, h = stage.dress, stage.pen, stage.half
    props.draw_backdrop(stage, ground=h * 0.82)
    wood = mix(rgb("#6b4a30"), stage.palette.mid, 0.2)
    pen.fill(rect(-0.42, -h + 0.1, 0.42, -h + 0.19), wood, angle=0.0)
    for side in (-1, 1):
        pen.fill(rect(side * 0.37 - 0.04, -h + 0.1, side * 0.37 + 0.04, h), wood, angle=1.57)
        for k in range(5):
            y = -h * 0.6 + 0.24 * k
            pen.fill(leaf(side * 0.37 - side * 0.03, y, 0.12, 180 - 40 if side > 0 else -40, 0.5), d.green, outline=0.8)
            pen.ink(poly((side * 0.36, y + 0.06), (side * 0.38, y + 0.14)), 0.008, 0.7)
    for k in range(6):
        pen.fill(leaf(-0.32 + 0.125 * k, -h + 0.1, 0.11, -90 + 30 * math.sin(k * 2), 0.5), d.green, outline=0.8)
    size = min(stage.size * 0.95, (2 * h - 0.42))
    man = pen.moved(0, -h + 0.24, size, 180)
    look = stage.look(d.blue, hair="short")
    man.fill(ellipse(0, -0.88, 0.2), d.gold, outline=0.7, tone=0.1)
    for k in range(20):
        man.fill(moved(poly((0.21, -0.015), (0.29, 0), (0.21, 0.015)), 0, -0.88, turn=18 * k), d.gold, outline=0.5)
    man.band(poly((0.05, -0.4), (0.17, -0.22), (-0.04, -0.15)), [0.1, 0.075, 0.06], d.red)
    man.band(poly((0.0, -0.4), (0.0, 0.02)), [0.11, 0.07], d.red)
    man.fill(ellipse(0, 0.0, 0.05, 0.03), d.gold)
    tunic = symmetric(
        bezier((0, -0.76), (-0.08, -0.77), (-0.14, -0.74), (-0.14, -0.62), (-0.1, -0.5), (-0.14, -0.4), (-0.16, -0.34))
    )
    man.fill(tunic, look.robe, angle=1.4)
    man.band(poly((-0.11, -0.5), (0.11, -0.5)), 0.03, d.gold, outline=0.7)
    for side in (-1, 1):
        man.band(poly((side * 0.12, -0.73), (side * 0.22, -0.58), (side * 0.06, -0.5)), [0.07, 0.06], look.robe)
    draw_head(man.moved(0, -0.87, 0.19), look, neck=0.1)
    pen.band(poly((0, -h + 0.17), (0, -h + 0.26)), 0.016, d.gold, outline=0.7)


def draw_death(stage: Stage) -> None:
    """Draw a hooded skeleton with a scythe; the sun rises between two towers."""
    d, pen, h = stage.dress, stage.pen, stage.half
    props.draw_backdrop(stage, ground=h * 0.52)
    props.draw_sun_face(stage, 0.3, h * 0.5 - 0.06, 0.09, face=False)
    for x in (0.17, 0.43):
        pen.fill(
            [rect(x - 0.045, h * 0.26, x + 0.045, h * 0.56), rect(x - 0.06, h * 0.22, x + 0.06, h * 0.28)],
            shade(stage.palette.far, 0.75),
        )
    pen.fill(
        np.concatenate(
            [
                poly((-0.7, h * 0.62)),
                spline(poly((-0.6, h * 0.62), (0, h * 0.56), (0.6, h * 0.62))),
                poly((0.7, h + 0.2), (-0.7, h + 0.2)),
            ]
        ),
        mix(stage.palette.mid, stage.palette.near, 0.4),
        angle=0.2,
    )
    look = stage.look(shade(d.ink, 1.2), hair="short")
    look = props.with_skin(look, mix(d.paper, d.gold, 0.08))
    figure = pen.moved(-0.06, stage.foot, stage.size)
    draw_robed(figure, look, cloak=shade(d.ink, 0.8), wide=0.62)
    head = figure.moved(0, -0.9, 0.2)
    props.draw_hood(head, shade(d.ink, 1.2), d.ink)
    heraldry.draw_skull(head.moved(0, 0.06, 0.92), look.skin, d.ink)
    figure.band(poly((0.36, 0.02), (0.26, -1.05)), 0.026, mix(d.gold, rgb("#6b4423"), 0.7), outline=0.8)
    blade = np.concatenate(
        [
            bezier((0.27, -1.06), (0.1, -1.2), (-0.2, -1.2), (-0.42, -1.0)),
            bezier((-0.42, -1.0), (-0.2, -1.11), (0.08, -1.1), (0.26, -0.98)),
        ]
    )
    figure.fill(blade, rgb("#b9c2c9"), angle=0.2, tone=0.2)
    draw_arm(figure, look, (0.12, -0.7), (0.26, -0.62), (0.3, -0.68))
    draw_arm(figure, look, (-0.12, -0.7), (-0.2, -0.5), (0.31, -0.4), 0.07)
    for k in range(5):
        x = -0.42 + 0.2 * k
        pen.band(poly((x, h + 0.02), (x, h - 0.1)), 0.012, d.green, outline=0.6)
        for j in range(6):
            pen.fill(petal(x, h - 0.12, 0.06, 60 * j, 0.7), d.paper if k % 2 else d.red, outline=0.6)


def draw_temperance(stage: Stage) -> None:
    """Draw an angel who pours from one cup into another."""
    d, pen, h = stage.dress, stage.pen, stage.half
    props.draw_backdrop(stage, ground=h * 0.5, rays=-h * 0.45)
    props.draw_peaks(stage, h * 0.52, 0.3)
    water = mix(d.blue, stage.palette.sky_low, 0.35)
    pen.fill(
        spline(
            poly((-0.7, h * 0.72), (-0.1, h * 0.76), (0.1, h * 0.9), (0.7, h * 0.86), (0.7, h + 0.2), (-0.7, h + 0.2)),
            closed=True,
        ),
        water,
        angle=0.0,
    )
    for k in range(5):
        pen.ink(
            spline(
                poly(
                    (-0.45 + 0.1 * k, h * 0.84 + 0.03 * (k % 2)),
                    (-0.38 + 0.1 * k, h * 0.83),
                    (-0.3 + 0.1 * k, h * 0.85),
                )
            ),
            [0, 0.008, 0],
            0.7,
        )
    look = stage.look(d.paper, hair="long")
    figure = pen.moved(0, stage.foot, stage.size)
    heraldry.draw_both_wings(figure, 0.06, -0.66, 0.5, d.red, d.gold)
    figure.fill(ellipse(0, -0.9, 0.17, n=50), d.gold, outline=0.8, tone=0.1)
    draw_robed(figure, look)
    figure.fill(poly((-0.05, -0.62), (0.05, -0.62), (0, -0.7)), d.gold, outline=0.8)
    stream = ribbon(spline(poly((0.2, -0.62), (0.06, -0.56), (-0.06, -0.5), (-0.19, -0.38))), [0.02, 0.045, 0.02])
    props.draw_cup(figure, 0.24, -0.62, 0.15, d.gold, -65)
    props.draw_cup(figure, -0.22, -0.34, 0.15, d.gold, 8)
    figure.fill(stream, water)
    draw_arm(figure, look, (0.12, -0.72), (0.28, -0.68), (0.26, -0.62), 0.075)
    draw_arm(figure, look, (-0.12, -0.72), (-0.28, -0.5), (-0.23, -0.34), 0.075)
    for x in (-0.4, -0.33, 0.4):
        iris = pen.moved(x, h * 0.82, 0.2)
        iris.band(poly((0, 0.4), (0, -0.4)), 0.05, d.green, outline=0.7)
        for a in (-140, -90, -40):
            iris.fill(petal(0, -0.4, 0.4, a, 0.5), mix(d.blue, d.red, 0.4), outline=0.7)


def draw_devil(stage: Stage) -> None:
    """Draw a horned, winged figure above two chained people."""
    d, pen, h = stage.dress, stage.pen, stage.half
    dark = mix(d.ink, d.red, 0.18)
    pen.fill(rect(-0.6, -h - 0.1, 0.6, h + 0.1), dark, outline=0, tone=0.6, angle=0.8)
    for k in range(14):
        x = -0.52 + 0.08 * k
        pen.fill(
            leaf(x, h + 0.04, 0.24 + 0.1 * ((k * 7) % 3), -90 + 10 * math.sin(k * 2.2), 0.45),
            d.red if k % 2 else d.gold,
            outline=0.6,
        )
    y = stage.foot - stage.size * 0.28
    fur = mix(rgb("#7a4a34"), d.red, 0.25)
    figure = pen.moved(0, y, stage.size * 0.82)
    for mirror in (False, True):
        heraldry.draw_bat_wing(figure.moved(0, -0.62, 0.55, mirror=mirror), mix(d.red, d.ink, 0.45))
    body = symmetric(
        bezier(
            (0, -0.76),
            (-0.12, -0.76),
            (-0.22, -0.7),
            (-0.18, -0.5),
            (-0.14, -0.38),
            (-0.26, -0.28),
            (-0.26, -0.12),
            (-0.24, -0.05),
            (-0.12, 0.02),
            (0, 0.02),
        )
    )
    figure.fill(body, fur, angle=1.2, tone=0.8)
    look = props.with_skin(stage.look(fur, hair="short", beard=True), mix(fur, d.gold, 0.35))
    look = props.with_hair(look, shade(d.ink, 1.1))
    for side in (-1, 1):
        figure.band(
            spline(poly((side * 0.17, -0.68), (side * 0.32, -0.62), (side * 0.34, -0.88 if side > 0 else -0.4))),
            [0.1, 0.07],
            fur,
        )
        figure.dot(side * 0.34, -0.9 if side > 0 else -0.38, 0.045, look.skin)
    figure.fill(leaf(-0.34, -0.36, 0.22, 80, 0.5), d.gold, outline=0.9)
    head = figure.moved(0, -0.86, 0.22)
    for mirror in (False, True):
        horn = head.moved(0, 0, 1, 0, mirror=mirror)
        horn.band(
            spline(poly((-0.25, -0.4), (-0.62, -0.5), (-0.72, -0.85), (-0.5, -1.1))),
            [0.24, 0.2, 0.12, 0.0],
            mix(d.gold, d.paper, 0.3),
        )
        horn.fill(leaf(-0.32, -0.1, 0.4, 200, 0.5), look.skin)
    draw_head(head, look, neck=0.0)
    figure.fill(star(5, 0, -1.12, 0.12, 0.046, turn=90), d.gold, outline=0.9)
    pen.fill(rect(-0.2, y - 0.01, 0.2, y + 0.14), shade(stage.palette.far, 0.7), angle=0.0)
    pen.fill(ellipse(0, y + 0.07, 0.04), d.gold, holes=[ellipse(0, y + 0.07, 0.02)])
    for side in (-1, 1):
        person = pen.moved(side * 0.31, stage.half - 0.03, stage.size * 0.5)
        props.draw_nude_figure(person, stage.look(d.red, hair="long" if side < 0 else "short"))
        for k in range(6):
            t = (k + 0.5) / 6
            cx, cy = side * (0.05 + 0.24 * t), y + 0.07 - 0.14 * t + 0.1 * math.sin(math.pi * t)
            pen.fill(ellipse(cx, cy, 0.02, 0.013), d.gold, holes=[ellipse(cx, cy, 0.01, 0.005)], outline=0.6)
