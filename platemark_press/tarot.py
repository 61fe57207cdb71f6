"""Tarot: the twenty-two trumps, each a small scene with its number and its title."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from platemark_press import tarot_0_to_5, tarot_6_to_10, tarot_11_to_15, tarot_16_to_21
from platemark_press.card_frames import CardColours
from platemark_press.cards import choose_card_colours, draw_card_ground
from platemark_press.frames import draw_corner_star, draw_fan, draw_lily, draw_rule
from platemark_press.lettering import draw_text
from platemark_press.palettes import mix, rgb
from platemark_press.pen import Pen
from platemark_press.random_streams import choose_index
from platemark_press.shapes import arc, leaf, poly, rect, rounded, spline
from platemark_press.sheet import Sheet
from platemark_press.tarot_props import Stage
from platemark_press.vocabulary import MAJORS

SCENES: tuple[Callable[[Stage], None], ...] = (
    tarot_0_to_5.draw_fool,
    tarot_0_to_5.draw_magician,
    tarot_0_to_5.draw_priestess,
    tarot_0_to_5.draw_empress,
    tarot_0_to_5.draw_emperor,
    tarot_0_to_5.draw_hierophant,
    tarot_6_to_10.draw_lovers,
    tarot_6_to_10.draw_chariot,
    tarot_6_to_10.draw_strength,
    tarot_6_to_10.draw_hermit,
    tarot_6_to_10.draw_wheel,
    tarot_11_to_15.draw_justice,
    tarot_11_to_15.draw_hanged_man,
    tarot_11_to_15.draw_death,
    tarot_11_to_15.draw_temperance,
    tarot_11_to_15.draw_devil,
    tarot_16_to_21.draw_tower,
    tarot_16_to_21.draw_star_card,
    tarot_16_to_21.draw_moon_card,
    tarot_16_to_21.draw_sun_card,
    tarot_16_to_21.draw_judgement,
    tarot_16_to_21.draw_world,
)

NUMERALS = (
    "0",
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
    "XVIII",
    "XIX",
    "XX",
    "XXI",
)


def draw_tarot(sheet: Sheet) -> None:
    """Draw one of the twenty-two trumps."""
    requested = sheet.plan.first("major")
    if requested is not None:
        sheet.wants(f"major:{requested}")
    sheet.wants("tarot:tarot")
    sheet.wants("card:card")
    number = int(requested) if requested is not None else choose_index(sheet.streams.generator("tarot", "draw"), 22)
    dress = choose_card_colours(sheet, "hearts")
    pen, tall = _card(sheet)
    draw_card_ground(sheet, pen, tall, dress)
    half = tall / 2
    top, bottom = -half + 0.125, half - 0.145
    side = 0.425
    stage_pen = pen.moved(0, (top + bottom) / 2, 2 * side)
    stage = Stage(
        stage_pen, (bottom - top) / (4 * side), sheet.palette, dress, sheet.rng(f"major:{number}", str(number))
    )
    window = _window(sheet, side, top, bottom)
    pen.fill(window, dress.paper, outline=1.6, tone=0.1)
    with pen.inside(window):
        SCENES[number](stage)
    pen.ink(np.concatenate([window, window[:2]]), 0.009)
    framed = not sheet.refuses("extra:border")
    sheet.wants("extra:border")
    if framed:
        _frame(sheet, pen, half, dress)
    _letters(pen, half, dress, number, dark=sheet.style == "deco" and framed)


def _card(sheet: Sheet) -> tuple[Pen, float]:
    w, h = float(sheet.width), float(sheet.height)
    if 0.5 <= w / h <= 0.86:
        return Pen(sheet.canvas, w / 2, h / 2, w), h / w
    wide = min(0.92 * w, 0.94 * h / 1.6)
    return Pen(sheet.canvas, w / 2, h / 2, wide), 1.6


def _window(sheet: Sheet, side: float, top: float, bottom: float) -> np.ndarray:
    if sheet.style == "nouveau":
        rise = 0.16
        return np.concatenate(
            [arc(0, top + rise, side, rise, start=180, stop=360, n=40), poly((side, bottom), (-side, bottom))]
        )
    if sheet.style == "deco":
        c = 0.05
        return poly(
            (-side + c, top),
            (side - c, top),
            (side - c, top + c),
            (side, top + c),
            (side, bottom),
            (-side, bottom),
            (-side, top + c),
            (-side + c, top + c),
        )
    return rect(-side, top, side, bottom)


def _frame(sheet: Sheet, pen: Pen, half: float, dress: CardColours) -> None:
    window = _window(sheet, 0.425, -half + 0.125, half - 0.145)
    edge = rounded(-0.5, -half, 0.5, half, 0.045)
    if sheet.style == "deco":
        pen.fill(edge, mix(dress.ink, rgb("#10202b"), 0.5), outline=0, holes=[window], tone=0.2)
        for x, y, a in ((-0.5, -half, 0), (0.5, -half, 90), (0.5, half, 180), (-0.5, half, 270)):
            draw_fan(pen.moved(x, y, 0.1, a), mix(dress.red, dress.ink, 0.3), dress.ink)
        draw_rule(pen, (-0.485, -half + 0.015, 0.485, half - 0.015), 0.004)
        return
    if sheet.style == "nouveau":
        pen.fill(edge, mix(dress.paper, rgb("#dcc795"), 0.6), outline=0, holes=[window], tone=0.2)
        _vines(pen, half, dress)
        return
    draw_rule(pen, (-0.478, -half + 0.022, 0.478, half - 0.022), 0.005, 0.03)
    draw_rule(pen, (-0.445, -half + 0.105, 0.445, half - 0.125), 0.0025)
    for x in (-0.4, 0.4):
        draw_corner_star(pen.moved(x, -half + 0.065, 0.026), dress.red)
        draw_corner_star(pen.moved(x, half - 0.075, 0.026), dress.red)


def _vines(pen: Pen, half: float, dress: CardColours) -> None:
    green = mix(dress.green, rgb("#7d8a54"), 0.5)
    bloom = mix(dress.red, rgb("#cf8a72"), 0.45)
    for mirror in (False, True):
        side = pen.moved(0, 0, 1, 0, mirror=mirror)
        stem = spline(
            poly(
                (0.3, half - 0.12),
                (0.47, half - 0.16),
                (0.455, 0.1),
                (0.475, -half * 0.4),
                (0.45, -half + 0.22),
                (0.33, -half + 0.1),
                (0.2, -half + 0.06),
            ),
            n=10,
        )
        side.band(stem, [0.006, 0.014, 0.014, 0.012, 0.003], green, outline=0.8)
        for y, a in ((half * 0.5, -110), (0.0, -70), (-half * 0.3, -110), (half * 0.25, -70)):
            side.fill(leaf(0.462, y, 0.075, a, 0.45), green, outline=0.8)
        draw_lily(side.moved(0.425, -half + 0.085, 0.055, 35), bloom)
        draw_lily(side.moved(0.43, half - 0.1, 0.04, 150), bloom)
    draw_rule(pen, (-0.487, -half + 0.013, 0.487, half - 0.013), 0.004, 0.035)


def _letters(pen: Pen, half: float, dress: CardColours, number: int, *, dark: bool) -> None:
    ink = dress.gold if dark else dress.ink
    if not dark:
        for y, wide, tall in ((-half + 0.067, 0.13, 0.042), (half - 0.075, 0.31, 0.046)):
            plate = spline(
                poly(
                    (-wide, y),
                    (-wide + 0.03, y - tall),
                    (0, y - tall * 1.1),
                    (wide - 0.03, y - tall),
                    (wide, y),
                    (wide - 0.03, y + tall),
                    (0, y + tall * 1.1),
                    (-wide + 0.03, y + tall),
                ),
                closed=True,
                n=6,
            )
            pen.fill(plate, mix(dress.paper, dress.gold, 0.16), outline=1.0, tone=0.05)
    draw_text(pen, NUMERALS[number], 0, -half + 0.067, 0.046, ink, widest=0.22, spacing=0.06)
    draw_text(pen, MAJORS[number].upper(), 0, half - 0.075, 0.042, ink, widest=0.54, spacing=0.08)
