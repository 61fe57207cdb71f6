"""Trumps 16 to 21, from the Tower to the World."""

from __future__ import annotations

import math

import numpy as np

from platemark_press import heraldry
from platemark_press import tarot_props as props
from platemark_press.beasts import draw_horse_body
from platemark_press.figures import draw_arm, draw_face, draw_head, draw_robed
from platemark_press.palettes import mix, rgb, shade
from platemark_press.shapes import (
    arc,
    bezier,
    ellipse,
    leaf,
    petal,
    poly,
    rect,
    ribbon,
    spline,
    symmetric,
)
from platemark_press.tarot_props import Stage


def draw_tower(stage: Stage) -> None:
    """Draw a tower struck by lightning; its crown and two people fall."""
    d, pen, h = stage.dress, stage.pen, stage.half
    props.draw_backdrop(stage, ground=h * 0.78, night=True)
    pen.fill(
        np.concatenate(
            [
                spline(
                    poly(
                        (-0.6, h + 0.1),
                        (-0.32, h * 0.8),
                        (-0.12, h * 0.62),
                        (0.14, h * 0.62),
                        (0.34, h * 0.82),
                        (0.6, h + 0.1),
                    )
                )
            ]
        ),
        shade(stage.palette.near, 1.15),
        angle=1.0,
    )
    stone = mix(stage.palette.far, d.paper, 0.55)
    top = -h * 0.42
    pen.fill(poly((-0.15, top), (0.15, top), (0.18, h * 0.72), (-0.18, h * 0.72)), stone, angle=1.57, tone=0.6)
    pen.fill(poly((0.04, top), (0.15, top), (0.18, h * 0.72), (0.05, h * 0.72)), shade(stone, 0.8), outline=0, tone=0.8)
    for j in range(9):
        y = top + 0.1 + 0.115 * j
        pen.ink(poly((-0.155, y), (0.16, y)), 0.004, 0.7)
        for k in range(3):
            x = -0.12 + 0.1 * k + (0.05 if j % 2 else 0)
            pen.ink(poly((x, y), (x, y + 0.11)), 0.004, 0.7)
    pen.fill(
        [rect(-0.2, top - 0.06, 0.2, top + 0.02)]
        + [rect(-0.2 + 0.1 * k, top - 0.12, -0.15 + 0.1 * k, top - 0.05) for k in (0, 1, 3)],
        stone,
    )
    for x, y, size in ((0.0, top + 0.24, 0.055), (-0.02, top + 0.52, 0.05)):
        window = np.concatenate(
            [arc(x, y, size, start=180, stop=360, n=14), poly((x + size, y + 0.1), (x - size, y + 0.1))]
        )
        pen.fill(window, d.ink)
        for k in range(3):
            pen.fill(
                leaf(x - 0.03 + 0.03 * k, y + 0.1, 0.15 + 0.03 * (k % 2), -100 + 14 * k, 0.5),
                d.gold if k % 2 else d.red,
                outline=0.6,
            )
    for k in range(7):
        pen.fill(
            leaf(-0.14 + 0.045 * k, top - 0.03, 0.2 + 0.09 * (k % 2), -120 + 10 * k, 0.45),
            d.red if k % 2 else d.gold,
            outline=0.7,
        )
    crown = pen.moved(-0.2, top - 0.16, 0.2, -32)
    crown.fill(poly((-0.5, 0.25), (-0.6, -0.3), (-0.3, 0.0), (0, -0.42), (0.3, 0.0), (0.6, -0.3), (0.5, 0.25)), d.gold)
    bolt = poly(
        (0.5, -h - 0.05),
        (0.28, -h * 0.72),
        (0.38, -h * 0.72),
        (0.1, top + 0.02),
        (0.24, -h * 0.58),
        (0.15, -h * 0.6),
        (0.36, -h - 0.05),
    )
    pen.fill(bolt, stage.palette.glow, tone=0)
    for side in (-1, 1):
        person = pen.moved(side * 0.33, h * 0.02 + 0.12 * (side > 0), stage.size * 0.42, 180 - side * 28)
        look = stage.look(d.blue if side < 0 else d.red, hair="short")
        draw_robed(person.moved(0, 0.4), look, wide=0.4)
        for s in (-1, 1):
            draw_arm(person.moved(0, 0.4), look, (s * 0.12, -0.72), (s * 0.28, -0.8), (s * 0.3, -1.0))
    for k in range(16):
        x, y = 0.46 * math.sin(k * 2.4), -h * 0.3 + 0.06 * k
        if abs(x) > 0.2:
            pen.fill(leaf(x, y, 0.045, 90, 0.6), stage.palette.glow, outline=0.4)


def draw_star_card(stage: Stage) -> None:
    """Draw one great star and seven small; a woman pours water on land and into a pool."""
    d, pen, h = stage.dress, stage.pen, stage.half
    props.draw_backdrop(stage, ground=h * 0.5, night=True)
    props.draw_big_star(pen.moved(0, -h * 0.62, 0.2), d.gold)
    for x, y in ((-0.36, -0.8), (0.36, -0.8), (-0.4, -0.42), (0.4, -0.42), (-0.25, -0.2), (0.27, -0.2), (0.13, -0.93)):
        props.draw_big_star(pen.moved(x, h * y, 0.065), d.paper)
    pen.fill(ellipse(0.2, h * 0.92, 0.42, 0.17), mix(d.blue, stage.palette.sky_low, 0.4), angle=0.0)
    for k in range(4):
        pen.ink(arc(0.2, h * 0.92, 0.1 + 0.08 * k, 0.04 + 0.035 * k, n=40), 0.005, 0.6)
    tree = pen.moved(-0.38, h * 0.52, 0.3)
    tree.band(poly((0, 0), (0, -0.5)), 0.06, mix(rgb("#6b4a30"), d.ink, 0.3))
    tree.fill([ellipse(0, -0.55, 0.2), ellipse(-0.13, -0.42, 0.15), ellipse(0.13, -0.42, 0.15)], d.green)
    look = stage.look(mix(d.paper, d.blue, 0.15), hair="long")
    figure = pen.moved(-0.03, stage.foot - 0.03, stage.size * 0.86)
    draw_robed(figure, look)
    for side in (-1, 1):
        jug = figure.moved(side * 0.33, -0.46, 0.17, side * 75)
        water = ribbon(spline(poly((side * 0.4, -0.44), (side * 0.45, -0.3), (side * 0.46, -0.02))), [0.03, 0.05, 0.06])
        figure.fill(water, mix(d.blue, d.paper, 0.55), outline=0.7, tone=0.1)
        jug.fill(
            symmetric(
                bezier((0, -0.55), (-0.16, -0.55), (-0.1, -0.3), (-0.3, -0.1), (-0.42, 0.2), (-0.2, 0.45), (0, 0.45))
            ),
            d.red if side < 0 else d.gold,
        )
        draw_arm(figure, look, (side * 0.12, -0.72), (side * 0.27, -0.64), (side * 0.3, -0.5), 0.075)


def draw_moon_card(stage: Stage) -> None:
    """Draw the moon between two towers; a dog and a wolf; a crayfish in the pool."""
    d, pen, h = stage.dress, stage.pen, stage.half
    props.draw_backdrop(stage, ground=h * 0.35, night=True)
    props.draw_moon_face(stage, 0, -h * 0.5, 0.19)
    for k in range(12):
        a = math.radians(30 * k + 15)
        pen.fill(leaf(0.36 * math.cos(a), -h * 0.5 + 0.36 * math.sin(a), 0.05, 90, 0.6), d.gold, outline=0.5)
    stone = mix(stage.palette.far, d.paper, 0.4)
    for x in (-0.4, 0.4):
        pen.fill(
            [rect(x - 0.075, -h * 0.12, x + 0.075, h * 0.48), rect(x - 0.1, -h * 0.2, x + 0.1, -h * 0.09)],
            stone,
            angle=1.57,
        )
        pen.fill(rect(x - 0.022, h * 0.05, x + 0.022, h * 0.15), d.ink, outline=0)
    path = np.concatenate(
        [
            spline(poly((-0.1, h + 0.1), (0.04, h * 0.65), (-0.07, h * 0.5), (-0.012, h * 0.34))),
            spline(poly((0.012, h * 0.34), (0.0, h * 0.5), (0.16, h * 0.65), (0.1, h + 0.1))),
        ]
    )
    pen.fill(path, mix(d.gold, d.paper, 0.35), outline=0.7)
    heraldry.draw_hound(pen.moved(-0.25, h * 0.72, 0.3), mix(d.gold, d.paper, 0.3), d.ink)
    heraldry.draw_hound(pen.moved(0.26, h * 0.72, 0.3, mirror=True), mix(stage.palette.far, d.ink, 0.35), d.paper)
    pool = np.concatenate(
        [
            spline(poly((-0.7, h * 0.84), (-0.3, h * 0.8), (0.3, h * 0.8), (0.7, h * 0.84))),
            poly((0.7, h + 0.2), (-0.7, h + 0.2)),
        ]
    )
    pen.fill(pool, mix(d.blue, stage.palette.sky_low, 0.3), angle=0.0)
    heraldry.draw_crayfish(pen.moved(0, h * 0.92, 0.2), d.red, d.ink)


def draw_sun_card(stage: Stage) -> None:
    """Draw a great sun over a wall of sunflowers; a child on a white horse."""
    d, pen, h = stage.dress, stage.pen, stage.half
    props.draw_backdrop(stage, ground=h * 0.75, rays=-h * 0.45)
    props.draw_sun_face(stage, 0, -h * 0.45, 0.23)
    pen.fill(rect(-0.6, h * 0.3, 0.6, h * 0.8), mix(stage.palette.far, d.paper, 0.5), angle=0.0, tone=0.6)
    for j in range(4):
        for k in range(8):
            pen.ink(
                poly(
                    (-0.5 + 0.14 * k + 0.07 * (j % 2), h * 0.3 + 0.085 * j),
                    (-0.5 + 0.14 * k + 0.07 * (j % 2), h * 0.3 + 0.085 * j + 0.085),
                ),
                0.004,
                0.7,
            )
        pen.ink(poly((-0.6, h * 0.3 + 0.085 * j), (0.6, h * 0.3 + 0.085 * j)), 0.005, 0.7)
    for x in (-0.4, -0.22, 0.24, 0.42):
        flower = pen.moved(x, h * 0.22, 0.095)
        flower.band(poly((0, 0.3), (0, 1.4)), 0.14, d.green, outline=0.7)
        for k in range(14):
            flower.fill(petal(0, 0, 1, 360 * k / 14, 0.36), d.gold, outline=0.6)
        flower.dot(0, 0, 0.42, rgb("#5a3818"))
    horse = pen.moved(-0.03, stage.half - 0.03, stage.size * 0.58)
    banner = spline(poly((0.02, -1.15), (0.2, -1.3), (0.36, -1.12), (0.56, -1.22)))
    horse.band(poly((0.02, -0.7), (0.02, -1.2)), 0.03, d.gold, outline=0.8)
    horse.fill(np.concatenate([banner, (banner + np.array([0, 0.3]))[::-1]]), d.red, angle=0.6)
    draw_horse_body(horse, mix(d.paper, stage.palette.far, 0.08), mix(d.gold, d.paper, 0.4), d.ink)
    child = horse.moved(-0.08, -0.42, 0.62)
    look = props.with_hair(stage.look(d.gold, hair="curls", crown="wreath"), rgb("#d9b061"))
    child.fill(symmetric(bezier((0, -0.55), (-0.15, -0.55), (-0.2, -0.4), (-0.16, -0.2))), look.skin, tone=0.2)
    child.band(spline(poly((-0.1, -0.25), (0.02, -0.1), (0.02, 0.2))), [0.14, 0.09], look.skin)
    child.band(spline(poly((0.12, -0.48), (0.22, -0.42), (0.18, -0.62))), [0.08, 0.06], look.skin)
    draw_head(child.moved(0, -0.72, 0.3), look, neck=0.0)


def draw_judgement(stage: Stage) -> None:
    """Draw an angel who sounds a trumpet, and people who rise from their tombs."""
    d, pen, h = stage.dress, stage.pen, stage.half
    props.draw_backdrop(stage, ground=h * 0.55, rays=-h * 0.5)
    props.draw_peaks(stage, h * 0.55, 0.25)
    pen.fill(rect(-0.6, h * 0.55, 0.6, h + 0.2), mix(d.blue, stage.palette.sky_low, 0.4), angle=0.0)
    heraldry.draw_both_wings(pen, 0.07, -h * 0.36, 0.42, d.red, d.gold)
    look = props.with_hair(stage.look(mix(d.paper, d.blue, 0.2), hair="curls"), rgb("#d9b061"))
    pen.fill(
        symmetric(bezier((0, -h * 0.46), (-0.1, -h * 0.46), (-0.19, -h * 0.4), (-0.2, -h * 0.05))), look.robe, angle=1.2
    )
    draw_head(pen.moved(0, -h * 0.6, 0.23), look, neck=0.05)
    for x, w in ((-0.28, 0.5), (0.28, 0.5), (0.0, 0.6)):
        props.draw_cloud_bank(pen, x, -h * 0.08, w, d.paper)
    horn = pen.moved(0.0, -h * 0.6 + 0.07, 0.44, 28)
    horn.band(poly((0.0, 0.0), (0.62, 0.0)), [0.04, 0.07], d.gold)
    horn.fill(
        np.concatenate(
            [
                bezier((0.6, -0.035), (0.72, -0.04), (0.78, -0.1), (0.84, -0.16)),
                bezier((0.84, 0.16), (0.78, 0.1), (0.72, 0.04), (0.6, 0.035)),
            ]
        ),
        d.gold,
    )
    flag = pen.moved(0.21, -h * 0.6 + 0.19, 0.17, 8)
    flag.fill(rect(-0.5, 0, 0.5, 0.9), d.paper)
    flag.fill([rect(-0.1, 0, 0.1, 0.9), rect(-0.5, 0.33, 0.5, 0.54)], d.red, outline=0.4)
    draw_arm(pen.moved(0, 0, 0.8), look, (0.12, -h * 0.5), (0.28, -h * 0.42), (0.2, -h * 0.62 + 0.08), 0.08)
    stone = mix(stage.palette.far, d.paper, 0.4)
    for k, (x, size) in enumerate(((-0.31, 0.5), (0.31, 0.5), (0.0, 0.56))):
        y = h * (0.8 if k < 2 else 1.0)
        person = pen.moved(x, y + 0.1, stage.size * size)
        who = stage.look(d.red, hair=("short", "long", "curls")[k])
        props.draw_nude_figure(person, who)
        for s in (-1, 1):
            person.band(spline(poly((s * 0.12, -0.74), (s * 0.22, -0.84), (s * 0.2, -1.05))), [0.06, 0.045], who.skin)
        pen.fill(
            poly((x - 0.17, y - 0.06), (x + 0.17, y - 0.06), (x + 0.14, y + 0.16), (x - 0.14, y + 0.16)),
            stone,
            angle=1.4,
        )
        pen.fill(rect(x - 0.19, y - 0.09, x + 0.19, y - 0.04), shade(stone, 0.85))


def draw_world(stage: Stage) -> None:
    """Draw a dancer in a wreath, four guardians in the corners."""
    d, pen, h = stage.dress, stage.pen, stage.half
    props.draw_backdrop(stage, ground=h + 0.2, rays=0.0)
    tall = min(h * 0.86, 0.62)
    wide = 0.36
    n = 34
    pen.fill(ellipse(0, 0, wide - 0.05, tall - 0.05, n=60), mix(d.blue, d.paper, 0.5), outline=0.4, tone=0.3)
    for k in range(n):
        a = 2 * math.pi * k / n
        x, y = wide * math.cos(a), tall * math.sin(a)
        direction = math.degrees(math.atan2(tall * math.cos(a), -wide * math.sin(a)))
        for lean in (-34, 34):
            pen.fill(
                leaf(x, y, 0.13, direction + 180 + lean if x > 0 else direction + lean, 0.45),
                d.green if lean > 0 else shade(d.green, 1.25),
                outline=0.7,
            )
    for y in (-tall, tall):
        pen.band(poly((-0.06, y - 0.03), (0.06, y + 0.03)), 0.045, d.red)
        pen.band(poly((-0.06, y + 0.03), (0.06, y - 0.03)), 0.045, d.red)
    look = stage.look(d.red, hair="long", crown="wreath")
    figure = pen.moved(0, tall * 0.78, min(0.95, tall * 1.5))
    props.draw_nude_figure(figure, look)
    scarf = spline(poly((-0.3, -0.3), (-0.12, -0.62), (0.1, -0.42), (-0.12, -0.22), (0.2, -0.12), (0.28, -0.4)), n=10)
    figure.band(scarf, [0.02, 0.09, 0.1, 0.1, 0.02], mix(d.red, d.blue, 0.45))
    for side in (-1, 1):
        figure.band(
            spline(poly((side * 0.12, -0.74), (side * 0.26, -0.66), (side * 0.3, -0.8))), [0.06, 0.045], look.skin
        )
        figure.band(poly((side * 0.31, -0.94), (side * 0.31, -0.66)), 0.03, d.gold, outline=0.9)
    _guardians(stage)


def _guardians(stage: Stage) -> None:
    d, pen, h = stage.dress, stage.pen, stage.half
    y, x = h - 0.13, 0.37
    for sx in (-1, 1):
        for sy in (-1, 1):
            props.draw_cloud_bank(pen, sx * x, sy * y + 0.05, 0.26, d.paper)
    draw_face(pen.moved(-x, -y, 0.15), stage.look(d.blue))
    eagle = pen.moved(x, -y, 0.15)
    eagle.fill(
        symmetric(bezier((0, -0.5), (-0.3, -0.5), (-0.4, -0.2), (-0.35, 0.1), (-0.45, 0.4), (-0.2, 0.5), (0, 0.5))),
        d.paper,
    )
    eagle.fill(
        spline(poly((-0.12, -0.1), (0.12, -0.1), (0.05, 0.2), (0, 0.3), (-0.05, 0.2)), closed=True, n=4),
        d.gold,
        outline=0.8,
    )
    for side in (-1, 1):
        eagle.dot(side * 0.17, -0.16, 0.06, d.ink, outline=0)
    heraldry.draw_bull_head(pen.moved(-x, y, 0.17), mix(rgb("#8a5a3b"), d.red, 0.15), d.paper, d.ink)
    heraldry.draw_lion_head(
        pen.moved(x, y, 0.22), mix(d.gold, rgb("#d99a4a"), 0.5), mix(d.red, rgb("#b5622a"), 0.5), d.ink, d.paper
    )
