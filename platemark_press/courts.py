"""Kings, queens, jacks and jokers: the upper half of the figure, which the card then rotates about its centre."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from platemark_press.appearance import HAIRS, SKINS, Appearance
from platemark_press.card_frames import CardColours
from platemark_press.figures import draw_head, draw_pattern
from platemark_press.palettes import Colour, mix, rgb, shade
from platemark_press.pen import Pen
from platemark_press.random_streams import choose_index
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
    star,
    symmetric,
)
from platemark_press.sheet import Sheet
from platemark_press.suits import draw_pip

_CROWNS = {"king": "crown", "queen": "diadem", "jack": "cap", "joker": "bells"}
_STEEL = rgb("#b3bcc4")


def _look(sheet: Sheet, dress: CardColours, rank: str, suit: str) -> Appearance:
    rng = sheet.rng(f"rank:{rank}", suit)
    robes = (dress.red, dress.blue, dress.green, mix(dress.red, dress.blue, 0.55))
    offset = {"hearts": 0, "diamonds": 2, "clubs": 1, "spades": 3}[suit]
    robe = robes[(offset + choose_index(rng, 2)) % 4]
    styles = {
        "king": ("short", "curls"),
        "queen": ("long", "bun"),
        "jack": ("curls", "short"),
        "joker": ("short", "short"),
    }
    return Appearance(
        skin=SKINS[choose_index(rng, 2) * 4],
        hair=HAIRS[choose_index(rng, len(HAIRS))],
        robe=robe,
        trim=dress.gold,
        gem=dress.red if robe is not dress.red else dress.blue,
        ink=dress.ink,
        paper=dress.paper,
        style=styles[rank][choose_index(rng, 2)],
        crown=_CROWNS[rank],
        beard=rank == "king",
        pattern=choose_index(rng, 4),
        glance=(choose_index(rng, 3) - 1) * 0.025,
    )


def draw_court(sheet: Sheet, pen: Pen, tall: float, dress: CardColours, rank: str, suit: str) -> None:
    """Draw the upper half of a court card."""
    look = _look(sheet, dress, rank, suit)
    half = tall / 2
    top = -half + 0.075
    panel = rect(-0.325, top, 0.325, 0.01)
    pen.fill(rect(-0.325, top, 0.325, -top), mix(dress.paper, dress.gold, 0.12), outline=1.0, tone=0.15)
    deep = min(0.675, -top)
    with pen.inside(panel):
        _halo(pen, -deep * 0.6, deep, dress, suit)
        figure = pen.moved(0, 0, deep / 0.675)
        _body(figure, look, suit)
        _attribute(figure, look, rank, dress)
        draw_head(figure.moved(0.0, -0.375, 0.205), look, neck=0.15)
    _sash(pen, look)
    draw_pip(pen, suit, -0.258, top + 0.075, 0.048, dress.suit)
    edge = poly((-0.325, 0.01), (-0.325, top), (0.325, top), (0.325, 0.01))
    pen.ink(edge, 0.006)
    pen.ink(edge + np.array([[0.012, 0], [0.012, 0.012], [-0.012, 0.012], [-0.012, 0]]), 0.002)


def _halo(pen: Pen, y: float, deep: float, dress: CardColours, suit: str) -> None:
    r = deep * 0.33
    pale = mix(dress.paper, dress.gold, 0.45)
    kind = {"hearts": 0, "spades": 1, "diamonds": 2, "clubs": 3}[suit]
    if kind == 0:
        pen.fill(ellipse(0, y, r, n=70), pale, outline=0.5, tone=0.1)
    elif kind == 1:
        pen.fill(star(24, 0, y, r * 1.12, r * 0.85), pale, outline=0.5, tone=0.1)
    elif kind == 2:
        pen.fill(star(12, 0, y, r * 1.2, r * 0.9), pale, outline=0.5, tone=0.1)
    else:
        for k in range(12):
            a = math.radians(30 * k)
            pen.fill(ellipse(math.cos(a) * r * 0.85, y + math.sin(a) * r * 0.85, r * 0.25), pale, outline=0.5)
        pen.fill(ellipse(0, y, r * 0.88, n=60), pale, outline=0, tone=0.1)


def _body(pen: Pen, look: Appearance, suit: str) -> None:
    """Shoulders, a patterned robe and a wide collar."""
    mantle = symmetric(
        bezier((0, -0.25), (-0.14, -0.25), (-0.27, -0.21), (-0.3, -0.13), (-0.35, -0.03), (-0.36, 0.0), (-0.36, 0.1))
    )
    pen.fill(mantle, look.robe, angle=0.7, tone=0.7)
    with pen.inside(mantle):
        draw_pattern(pen, look, (-0.36, -0.26, 0.36, 0.05), 0.058)
        vest = symmetric([(0, -0.3), (-0.085, -0.25), (-0.11, -0.1), (-0.14, 0.1)])
        pen.fill(vest, look.gem, angle=1.5, tone=0.6)
        if suit in {"hearts", "clubs"}:
            for k in range(4):
                y = -0.2 + 0.06 * k
                pen.ink(poly((-0.13, y - 0.03), (0, y), (0.13, y - 0.03)), 0.005, 0.9)
        else:
            for x in (-0.05, 0.05):
                pen.ink(poly((x * 0.8, -0.25), (x * 1.3, 0.05)), 0.005, 0.9)
        for k in range(4):
            pen.dot(0, -0.19 + 0.055 * k, 0.016, look.trim, outline=0.7)
        for side in (-1, 1):
            pen.band(
                poly((side * 0.085, -0.26), (side * 0.11, -0.1), (side * 0.14, 0.1)), 0.026, look.trim, outline=0.7
            )
    collar = spline(
        poly(
            (-0.19, -0.225),
            (-0.1, -0.27),
            (0, -0.285),
            (0.1, -0.27),
            (0.19, -0.225),
            (0.12, -0.17),
            (0.0, -0.15),
            (-0.12, -0.17),
        ),
        closed=True,
    )
    pen.fill(collar, look.paper, tone=0.1)
    for k in range(-3, 4):
        pen.fill(leaf(k * 0.045, -0.215 - 0.012 * abs(k) + 0.018, 0.035, 90, 0.5), look.ink, outline=0)


def _sash(pen: Pen, look: Appearance) -> None:
    """The band across the middle that joins the two halves."""
    pen.fill(rect(-0.325, -0.026, 0.325, 0.03), look.trim, outline=0.9, tone=0.2)
    for k in range(-5, 6):
        if k % 2:
            pen.fill(star(2, k * 0.058, 0.0, 0.026, 0.016), look.gem, outline=0.6)
        else:
            pen.dot(k * 0.058, 0.0, 0.011, look.paper, outline=0.6)


def _sleeve(pen: Pen, look: Appearance, side: int) -> tuple[float, float]:
    """A bent arm; returns the place of the hand."""
    hand = (side * 0.235, -0.115)
    plain = replace(look, robe=shade(look.robe, 0.86))
    arm = spline(poly((side * 0.27, -0.13), (side * 0.3, -0.05), (side * 0.2, -0.06), hand), n=6)
    pen.fill(ribbon(arm, [0.1, 0.12, 0.09]), plain.robe, angle=1.2)
    pen.fill(ellipse(hand[0] - side * 0.005, hand[1] + 0.022, 0.045, 0.024), look.trim, outline=0.8)
    return hand


def _hand(pen: Pen, look: Appearance, x: float, y: float) -> None:
    pen.fill(ellipse(x, y, 0.033, 0.03), look.skin, outline=0.9, tone=0.2)
    for k in range(3):
        pen.ink(poly((x - 0.024, y - 0.012 + 0.011 * k), (x + 0.018, y - 0.012 + 0.011 * k)), 0.003, 0.85)


def _attribute(pen: Pen, look: Appearance, rank: str, dress: CardColours) -> None:
    side = -1 if rank == "jack" else 1
    x, y = _sleeve(pen, look, side)
    if rank == "king":
        _sword(pen, x, y, look)
    elif rank == "queen":
        _flower(pen, x, y, look, dress.green)
    elif rank == "jack":
        _halberd(pen, x, look)
    else:
        _marotte(pen, x, y, look)
    _hand(pen, look, x, y)


def _sword(pen: Pen, x: float, y: float, look: Appearance) -> None:
    blade = poly((x - 0.02, y - 0.05), (x - 0.02, -0.55), (x, -0.6), (x + 0.02, -0.55), (x + 0.02, y - 0.05))
    pen.fill(blade, _STEEL, angle=1.57, tone=0.3)
    pen.ink(poly((x, y - 0.05), (x, -0.56)), 0.004, 0.8)
    pen.fill(
        spline(
            poly(
                (x - 0.075, y - 0.065),
                (x, y - 0.05),
                (x + 0.075, y - 0.065),
                (x + 0.07, y - 0.035),
                (x, y - 0.025),
                (x - 0.07, y - 0.035),
            ),
            closed=True,
            n=5,
        ),
        look.trim,
    )
    pen.fill(rect(x - 0.013, y - 0.03, x + 0.013, y + 0.05), look.gem)
    pen.dot(x, y + 0.06, 0.024, look.trim)


def _flower(pen: Pen, x: float, y: float, look: Appearance, green: Colour) -> None:
    stem = spline(poly((x - 0.01, y + 0.07), (x, y - 0.08), (x + 0.005, y - 0.24)))
    pen.band(stem, 0.012, green, outline=0.7)
    for dy, a in ((-0.08, -150), (-0.13, -35)):
        pen.fill(leaf(x, y + dy, 0.075, a, 0.5), green, outline=0.8)
    cx, cy = x + 0.005, y - 0.27
    for ring, (r, n, tone) in enumerate(((0.075, 8, 0.9), (0.052, 6, 1.1))):
        for k in range(n):
            pen.fill(petal(cx, cy, r, 360 * k / n + 20 * ring, 0.75), shade(look.gem, tone), outline=0.7, tone=0.4)
    pen.dot(cx, cy, 0.02, look.trim, outline=0.7)


def _halberd(pen: Pen, x: float, look: Appearance) -> None:
    pen.band(poly((x, 0.02), (x, -0.52)), 0.018, mix(look.trim, rgb("#6b4423"), 0.6), outline=0.9)
    pen.fill(poly((x, -0.62), (x + 0.026, -0.53), (x, -0.48), (x - 0.026, -0.53)), _STEEL, tone=0.3)
    axe = np.concatenate(
        [
            bezier((x - 0.008, -0.5), (x - 0.05, -0.5), (x - 0.075, -0.53), (x - 0.09, -0.54)),
            bezier((x - 0.09, -0.54), (x - 0.07, -0.47), (x - 0.07, -0.43), (x - 0.09, -0.37)),
            bezier((x - 0.09, -0.37), (x - 0.07, -0.39), (x - 0.05, -0.41), (x - 0.008, -0.41)),
        ]
    )
    axe[:, 0] = np.maximum(axe[:, 0], -0.318)
    pen.fill(axe, _STEEL, angle=0.8, tone=0.3)
    pen.fill(poly((x + 0.008, -0.49), (x + 0.06, -0.455), (x + 0.008, -0.42)), _STEEL, tone=0.3)
    pen.fill(ellipse(x, -0.39, 0.02, 0.014), look.gem, outline=0.8)


def _marotte(pen: Pen, x: float, y: float, look: Appearance) -> None:
    pen.band(poly((x, 0.02), (x, -0.36)), 0.018, look.trim, outline=0.9)
    for k in range(6):
        pen.band(
            poly((x - 0.009, y - 0.06 - 0.035 * k), (x + 0.009, y - 0.075 - 0.035 * k)), 0.008, look.gem, outline=0
        )
    tiny = pen.moved(x, -0.42, 0.1)
    draw_head(tiny, replace(look, robe=look.gem, gem=look.robe), neck=0.1)
    pen.ink(arc(x, -0.355, 0.03, 0.012, n=20), 0.004)
