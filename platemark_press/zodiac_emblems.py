"""The twelve emblems, drawn on a stage whose unit is a little less than the wheel's inner disc."""

from __future__ import annotations

import math

import numpy as np

from platemark_press import tarot_props as props
from platemark_press.figures import draw_arm, draw_robed
from platemark_press.heraldry import draw_bull_head, draw_lion_head
from platemark_press.palettes import mix, rgb, shade
from platemark_press.shapes import (
    arc,
    bezier,
    ellipse,
    leaf,
    petal,
    poly,
    ribbon,
    spline,
    star,
    symmetric,
)
from platemark_press.tarot_props import Stage
from platemark_press.undersea import draw_fish


def draw_ram(stage: Stage) -> None:
    """Draw a ram's head with curled horns."""
    d = stage.dress
    pen = stage.pen.moved(0, 0.0, 0.68)
    wool = mix(d.paper, d.gold, 0.12)
    for k in range(9):
        a = math.radians(180 + k * 22.5)
        pen.fill(ellipse(0.3 * math.cos(a), -0.1 + 0.34 * math.sin(a), 0.13), wool, outline=0.8)
    face = symmetric(
        bezier((0, -0.4), (-0.2, -0.4), (-0.26, -0.2), (-0.2, 0.05), (-0.16, 0.25), (-0.16, 0.5), (0, 0.52))
    )
    for side in (-1, 1):
        pen.fill(leaf(side * 0.2, -0.1, 0.34, 20 if side > 0 else 160, 0.5), wool)
    pen.fill(face, wool, angle=1.3, tone=0.3)
    for k in range(-1, 2):
        pen.fill(ellipse(0.11 * k, -0.36, 0.09), wool, outline=0.8)
    for side in (-1, 1):
        horn = spline(
            poly(
                (side * 0.1, -0.34),
                (side * 0.36, -0.52),
                (side * 0.64, -0.3),
                (side * 0.6, 0.06),
                (side * 0.36, 0.14),
                (side * 0.28, -0.06),
                (side * 0.42, -0.14),
            ),
            n=10,
        )
        pen.band(horn, [0.2, 0.24, 0.22, 0.17, 0.11, 0.02], d.gold)
        for k in range(6, len(horn) - 12, 5):
            x, y = float(horn[k, 0]), float(horn[k, 1])
            dx, dy = horn[k + 1] - horn[k - 1]
            n = math.hypot(float(dx), float(dy)) + 1e-9
            nx, ny = -float(dy) / n * 0.09, float(dx) / n * 0.09
            pen.ink(poly((x - nx, y - ny), (x + nx, y + ny)), 0.014, 0.85)
        pen.fill(ellipse(side * 0.11, 0.0, 0.045, 0.035), d.gold, outline=0.9)
        pen.dot(side * 0.11, 0.0, 0.02, d.ink, outline=0)
        pen.ink(spline(poly((side * 0.03, 0.36), (side * 0.08, 0.33), (side * 0.1, 0.38))), 0.018)
    pen.ink(spline(poly((-0.06, 0.45), (0, 0.42), (0.06, 0.45))), 0.018)


def draw_bull(stage: Stage) -> None:
    """Draw a bull's head with a ring of flowers."""
    d = stage.dress
    pen = stage.pen.moved(0, 0.08, 0.6)
    draw_bull_head(pen, mix(rgb("#8a4f34"), d.red, 0.2), mix(d.paper, d.gold, 0.15), d.ink)
    pen.ink(arc(0, 0.45, 0.09, 0.1, start=0, stop=180, n=20), 0.03)
    for k in range(5):
        x = -0.24 + 0.12 * k
        for j in range(6):
            pen.fill(
                petal(x, -0.44 - 0.02 * (2 - abs(k - 2)), 0.09, 60 * j, 0.7), d.red if k % 2 else d.paper, outline=0.6
            )
        pen.dot(x, -0.44 - 0.02 * (2 - abs(k - 2)), 0.03, d.gold, outline=0.6)


def draw_twins(stage: Stage) -> None:
    """Draw two people side by side."""
    d = stage.dress
    for side in (-1, 1):
        look = stage.look(d.blue if side < 0 else d.red, hair="curls", crown="wreath")
        draw_robed(stage.pen.moved(side * 0.2, 0.47, 0.84), look, wide=0.4)
    look = stage.look(d.blue)
    stage.pen.dot(0.0, -0.02, 0.035, look.skin)
    stage.pen.band(poly((-0.1, -0.1), (0.0, -0.02)), 0.07, d.blue)
    stage.pen.band(poly((0.1, -0.1), (0.0, -0.02)), 0.07, d.red)
    props.draw_big_star(stage.pen.moved(0, -0.42, 0.07), d.gold)


def draw_crab(stage: Stage) -> None:
    """Draw a crab seen from above."""
    d = stage.dress
    pen = stage.pen.moved(0, 0.06, 0.74)
    for side in (-1, 1):
        for k in range(4):
            y = 0.0 + 0.1 * k
            pen.band(
                spline(poly((side * 0.2, y), (side * 0.48, y - 0.06 + 0.05 * k), (side * 0.56, y + 0.16 + 0.03 * k))),
                [0.08, 0.06, 0.02],
                d.red,
            )
        pen.band(spline(poly((side * 0.22, -0.1), (side * 0.46, -0.22), (side * 0.4, -0.42))), [0.1, 0.1], d.red)
        pen.fill(
            [leaf(side * 0.4, -0.36, 0.36, -90 + side * 22, 0.55), leaf(side * 0.4, -0.36, 0.3, -90 - side * 30, 0.42)],
            d.red,
        )
        pen.band(poly((side * 0.07, -0.16), (side * 0.09, -0.3)), 0.03, d.red, outline=0.8)
        pen.dot(side * 0.09, -0.31, 0.04, d.paper)
        pen.dot(side * 0.09, -0.31, 0.018, d.ink, outline=0)
    shell = spline(
        poly(
            (0, -0.2), (-0.26, -0.16), (-0.38, 0.05), (-0.26, 0.3), (0, 0.38), (0.26, 0.3), (0.38, 0.05), (0.26, -0.16)
        ),
        closed=True,
    )
    pen.fill(shell, d.red, angle=0.6, tone=0.5)
    pen.fill(np.asarray(shell * 0.72 + np.array([0, 0.03])), shade(d.red, 1.18), outline=0.6)
    for x, y in ((-0.12, 0.0), (0.12, 0.0), (0, 0.14), (-0.17, 0.15), (0.17, 0.15), (0, -0.06)):
        pen.fill(star(4, x, y, 0.05, 0.02), d.gold, outline=0.5)


def draw_lion(stage: Stage) -> None:
    """Draw a lion's head, crowned."""
    d = stage.dress
    pen = stage.pen.moved(0, 0.05, 0.84)
    draw_lion_head(pen, mix(d.gold, rgb("#d99a4a"), 0.5), mix(d.red, rgb("#b5622a"), 0.45), d.ink, d.paper)
    crown = pen.moved(0, -0.4, 0.26)
    crown.fill(poly((-0.5, 0.25), (-0.6, -0.3), (-0.3, 0.0), (0, -0.42), (0.3, 0.0), (0.6, -0.3), (0.5, 0.25)), d.gold)
    for x, y in ((-0.6, -0.32), (0, -0.46), (0.6, -0.32)):
        crown.dot(x, y, 0.08, d.red)


def draw_maiden(stage: Stage) -> None:
    """Draw a maiden with an ear of wheat."""
    d = stage.dress
    look = stage.look(d.green, hair="long", crown="wreath")
    figure = stage.pen.moved(0, 0.5, 0.93)
    draw_robed(figure, look, cloak=d.paper)
    draw_arm(figure, look, (0.12, -0.72), (0.27, -0.62), (0.24, -0.78))
    draw_arm(figure, look, (-0.12, -0.72), (-0.24, -0.55), (-0.08, -0.5))
    for k, (x, lean) in enumerate(((0.25, -6), (0.29, 12), (0.21, -22))):
        stalk = figure.moved(x, -0.76, 0.36 - 0.03 * k, lean)
        stalk.band(poly((0, 0.25), (0, -0.75)), 0.03, d.gold, outline=0.7)
        for j in range(5):
            for side in (-1, 1):
                stalk.fill(leaf(0, -0.3 - 0.12 * j, 0.2, -90 + side * 32, 0.5), d.gold, outline=0.7)


def draw_balance(stage: Stage) -> None:
    """Draw a pair of scales on a stand."""
    d, pen = stage.dress, stage.pen
    pen.band(poly((0, -0.34), (0, 0.36)), [0.04, 0.055], d.gold)
    pen.fill(symmetric(bezier((0, 0.3), (-0.08, 0.34), (-0.2, 0.38), (-0.24, 0.44))), d.gold)
    pen.fill(ellipse(0, -0.02, 0.05, 0.07), d.red)
    props.draw_scales(pen.moved(0, -0.3, 0.82), d.gold)
    props.draw_big_star(pen.moved(0, -0.42, 0.09), d.gold)
    for side in (-1, 1):
        pen.fill(star(5, side * 0.39, 0.04, 0.055, 0.023), d.paper, outline=0.7)


def draw_scorpion(stage: Stage) -> None:
    """Draw a scorpion with its tail raised."""
    d = stage.dress
    pen = stage.pen.moved(0.02, 0.06, 0.78)
    shell = mix(d.red, d.ink, 0.25)
    for side in (-1, 1):
        for k in range(4):
            y = -0.08 + 0.09 * k
            pen.band(
                spline(poly((side * 0.1, y), (side * 0.36, y - 0.08 + 0.05 * k), (side * 0.48, y + 0.1 + 0.03 * k))),
                [0.06, 0.045, 0.012],
                shell,
                outline=0.9,
            )
        pen.band(spline(poly((side * 0.1, -0.18), (side * 0.36, -0.24), (side * 0.38, -0.42))), [0.07, 0.07], shell)
        pen.fill(
            [
                leaf(side * 0.38, -0.38, 0.3, -90 + side * 16, 0.55),
                leaf(side * 0.38, -0.38, 0.26, -90 - side * 32, 0.42),
            ],
            shell,
        )
    tail = [(0.0, 0.26), (0.06, 0.42), (0.2, 0.5), (0.35, 0.46), (0.44, 0.34), (0.45, 0.2)]
    for k, (x, y) in enumerate(tail):
        pen.fill(ellipse(x, y, 0.1 - 0.007 * k, 0.085 - 0.005 * k), shell, tone=0.5)
    pen.fill(
        bezier(
            (0.52, 0.18),
            (0.5, 0.02),
            (0.42, -0.02),
            (0.3, 0.02),
            (0.36, 0.06),
            (0.38, 0.12),
            (0.38, 0.2),
            (0.42, 0.24),
            (0.5, 0.24),
            (0.52, 0.18),
        ),
        d.gold,
    )
    body = symmetric(
        bezier((0, -0.32), (-0.14, -0.3), (-0.2, -0.12), (-0.18, 0.05), (-0.16, 0.2), (-0.1, 0.3), (0, 0.32))
    )
    pen.fill(body, shell, angle=0.0)
    for k in range(5):
        y = -0.1 + 0.085 * k
        half = 0.18 - 0.018 * k
        pen.ink(spline(poly((-half, y), (0, y + 0.04), (half, y))), 0.018)
    for side in (-1, 1):
        pen.dot(side * 0.06, -0.22, 0.032, d.gold, outline=0.8)


def draw_archer(stage: Stage) -> None:
    """Draw a drawn bow with a star-tipped arrow, held by an archer."""
    d = stage.dress
    look = stage.look(d.green, hair="curls", crown="cap")
    figure = stage.pen.moved(-0.1, 0.5, 0.92)
    draw_robed(figure, look, wide=0.42, cloak=d.red)
    bow = spline(poly((0.26, -1.02), (0.44, -0.86), (0.47, -0.66), (0.44, -0.46), (0.26, -0.3)), n=10)
    figure.ink(poly((0.26, -1.02), (0.02, -0.66), (0.26, -0.3)), 0.008)
    figure.band(poly((0.0, -0.66), (0.6, -0.66)), 0.018, d.gold, outline=0.8)
    figure.fill(poly((0.58, -0.71), (0.7, -0.66), (0.58, -0.61)), d.paper)
    for k in range(3):
        figure.fill(leaf(0.03 + 0.025 * k, -0.66, 0.08, 205, 0.4), d.red, outline=0.6)
        figure.fill(leaf(0.03 + 0.025 * k, -0.66, 0.08, 155, 0.4), d.red, outline=0.6)
    figure.band(bow, [0.02, 0.045, 0.05, 0.045, 0.02], d.gold)
    draw_arm(figure, look, (0.12, -0.73), (0.28, -0.7), (0.44, -0.66), 0.08)
    draw_arm(figure, look, (-0.12, -0.73), (-0.22, -0.64), (0.02, -0.66), 0.08)


def draw_sea_goat(stage: Stage) -> None:
    """Draw a creature that is half goat, half fish."""
    d = stage.dress
    pen = stage.pen.moved(-0.01, 0.07, 0.72)
    scale = mix(d.green, d.blue, 0.5)
    tail = spline(poly((0.0, 0.12), (0.2, 0.34), (0.46, 0.34), (0.54, 0.12), (0.4, -0.04)), n=12)
    for a in (-150, -75):
        pen.fill(leaf(0.41, 0.0, 0.3, a, 0.5), d.gold)
    pen.band(tail, [0.4, 0.34, 0.26, 0.16, 0.05], scale)
    for k in range(6, len(tail) - 8, 5):
        x, y = float(tail[k, 0]), float(tail[k, 1])
        wide = 0.2 * (1 - k / len(tail))
        for j in (-1, 0, 1):
            pen.ink(arc(x + j * wide * 0.3, y + j * wide * 0.5, 0.05, start=30, stop=200, n=10), 0.014, 0.85)
    coat = mix(d.paper, d.gold, 0.16)
    chest = spline(
        poly((-0.3, -0.24), (-0.1, -0.3), (0.14, -0.06), (0.2, 0.2), (-0.02, 0.36), (-0.26, 0.22)), closed=True
    )
    for x, bend in ((-0.12, -0.5), (-0.24, -0.46)):
        leg = spline(poly((x, 0.14), (bend, 0.2), (bend + 0.02, 0.42)))
        pen.band(leg, [0.14, 0.08, 0.05], shade(coat, 0.9 if x > -0.2 else 1.0))
        pen.fill(
            poly((bend - 0.03, 0.38), (bend + 0.07, 0.38), (bend + 0.08, 0.47), (bend - 0.05, 0.47)), d.ink, outline=0
        )
    pen.fill(chest, coat, angle=1.0, tone=0.4)
    for k in range(5):
        pen.fill(leaf(-0.16 + 0.075 * k, 0.0 + 0.05 * k, 0.2, 80 - 8 * k, 0.5), coat, outline=0.7)
    head = spline(
        poly(
            (-0.14, -0.5),
            (-0.3, -0.52),
            (-0.58, -0.28),
            (-0.55, -0.2),
            (-0.4, -0.2),
            (-0.28, -0.12),
            (-0.1, -0.16),
            (-0.04, -0.3),
        ),
        closed=True,
    )
    pen.fill(head, coat, angle=0.6, tone=0.4)
    pen.fill(leaf(-0.5, -0.19, 0.2, 78, 0.4), coat, outline=0.9)
    for shift in (0.0, 0.09):
        pen.band(
            spline(poly((-0.2 + shift, -0.47), (-0.14 + shift, -0.72), (0.08 + shift, -0.78), (0.24 + shift, -0.62))),
            [0.1, 0.085, 0.05, 0.0],
            d.gold,
        )
    pen.fill(leaf(-0.1, -0.38, 0.24, 12, 0.5), coat)
    pen.dot(-0.3, -0.38, 0.035, d.gold, outline=0.9)
    pen.dot(-0.3, -0.38, 0.016, d.ink, outline=0)
    pen.dot(-0.545, -0.265, 0.014, d.ink, outline=0)


def draw_water_bearer(stage: Stage) -> None:
    """Draw a figure that pours from a jar."""
    d = stage.dress
    water = mix(d.blue, d.paper, 0.55)
    look = stage.look(mix(d.blue, d.paper, 0.12), hair="long")
    figure = stage.pen.moved(-0.12, 0.5, 0.93)
    draw_robed(figure, look, cloak=d.red)
    for k in range(3):
        stream = spline(poly((0.38, -0.66), (0.5 + 0.04 * k, -0.5), (0.44 + 0.05 * k, -0.2), (0.52 + 0.05 * k, 0.02)))
        figure.fill(ribbon(stream, [0.03, 0.045, 0.05]), water if k % 2 == 0 else d.paper, outline=0.7)
    jug = figure.moved(0.27, -0.72, 0.26, 68)
    jug.fill(
        symmetric(
            bezier((0, -0.55), (-0.16, -0.55), (-0.1, -0.3), (-0.3, -0.1), (-0.42, 0.2), (-0.2, 0.45), (0, 0.45))
        ),
        d.gold,
    )
    jug.ink(poly((-0.32, 0.1), (0.32, 0.1)), 0.03)
    jug.ink(poly((-0.3, 0.0), (0.3, 0.0)), 0.02)
    draw_arm(figure, look, (0.12, -0.72), (0.2, -0.58), (0.26, -0.62), 0.08)
    draw_arm(figure, look, (-0.12, -0.72), (-0.26, -0.56), (-0.08, -0.5), 0.08)


def draw_fishes(stage: Stage) -> None:
    """Draw two fishes that swim round each other, tied by a cord."""
    d = stage.dress
    cord = spline(poly((-0.34, 0.0), (-0.2, -0.08), (0.0, 0.06), (0.2, -0.08), (0.34, 0.0)), n=10)
    stage.pen.band(cord, 0.018, d.gold, outline=0.8)
    for turn, colour, second in ((0, d.red, d.gold), (180, mix(d.blue, d.paper, 0.3), d.gold)):
        own = stage.pen.moved(0, 0, 1, turn)
        draw_fish(own.moved(0.0, -0.22, 0.74, -6), colour, second, d.paper, d.ink)
