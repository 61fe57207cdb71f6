"""The zodiac: a wheel of twelve signs among stars, and in its middle the emblem of one."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from platemark_press import zodiac_emblems as emblems
from platemark_press.card_frames import CardColours
from platemark_press.cards import choose_card_colours
from platemark_press.frames import draw_rule, draw_style_frame
from platemark_press.lettering import draw_text
from platemark_press.palettes import Colour, mix, rgb, shade
from platemark_press.pen import Pen
from platemark_press.random_streams import choose_index, uniform
from platemark_press.shapes import arc, crescent, ellipse, poly, ring_of, spline, star
from platemark_press.sheet import Sheet
from platemark_press.tarot_props import Stage, draw_sun_face
from platemark_press.zodiac_glyphs import LINES, SIGN_KEYS, STARS, draw_glyph

EMBLEMS: dict[str, Callable[[Stage], None]] = {
    "aries": emblems.draw_ram,
    "taurus": emblems.draw_bull,
    "gemini": emblems.draw_twins,
    "cancer": emblems.draw_crab,
    "leo": emblems.draw_lion,
    "virgo": emblems.draw_maiden,
    "libra": emblems.draw_balance,
    "scorpio": emblems.draw_scorpion,
    "sagittarius": emblems.draw_archer,
    "capricorn": emblems.draw_sea_goat,
    "aquarius": emblems.draw_water_bearer,
    "pisces": emblems.draw_fishes,
}

_FULL_FRAMES = frozenset({"nouveau", "deco"})


def draw_zodiac(sheet: Sheet) -> None:
    """Draw one of the twelve signs."""
    requested = sheet.plan.first("sign")
    if requested is not None:
        sheet.wants(f"sign:{requested}")
    sheet.wants("zodiac:zodiac")
    sign = requested or SIGN_KEYS[choose_index(sheet.streams.generator("zodiac", "draw"), 12)]
    rng = sheet.rng(f"sign:{sign}", sign)
    dress = choose_card_colours(sheet, "hearts")
    night = mix(sheet.palette.sky_top, rgb("#121a48"), 0.8 if not sheet.plan.first("palette") else 0.5)
    night = mix(night, sheet.palette.ink, 0.2)
    sheet.canvas.rgb[:] = night
    sheet.canvas.angle[:] = 0.0
    sheet.canvas.tone[:] = 0.5
    framed = not sheet.refuses("extra:border")
    sheet.wants("extra:border")
    _scatter(sheet, night, corners=not (framed and sheet.style in _FULL_FRAMES))
    w, h = float(sheet.width), float(sheet.height)
    lettered = h > 1.12 * w
    # The foot of the art nouveau frame would cover the name on a plate with no room to spare.
    foot = 0.075 * h if framed and sheet.style == "nouveau" and not lettered else 0.0
    r = 0.42 * min(w, (h - foot) * 0.94)
    cy = 0.45 * h if lettered or foot else 0.475 * h
    pen = Pen(sheet.canvas, w / 2, cy, r)
    _rings(pen, sheet, dress, night, sign, uniform(rng, -6, 6))
    inner = pen.moved(0, 0, 1.3)
    stage = Stage(inner, 0.5, sheet.palette, dress, rng)
    with pen.inside(ellipse(0, 0, 0.7, n=90)):
        _constellation(pen.moved(0, 0, 0.62, uniform(rng, -12, 12)), sign, dress)
        EMBLEMS[sign](stage)
    if lettered:
        _constellation(Pen(sheet.canvas, w / 2, (cy - r) * 0.5, min(0.3 * w, (cy - r) * 0.36)), sign, dress)
    _title(pen, dress, sign, low=(h - foot - cy) / r)
    if lettered and h > 1.3 * w:
        _phases(pen, dress, night, 1.0 + ((h - cy) / r - 1.0) * 0.72)
    if framed:
        _border(sheet, dress)


def _border(sheet: Sheet, dress: CardColours) -> None:
    if sheet.style in _FULL_FRAMES:
        draw_style_frame(sheet)
        return
    w, h, u = float(sheet.width), float(sheet.height), sheet.unit
    pen = Pen(sheet.canvas, 0, 0, 1)
    for gap, wide in ((0.018, 0.008), (0.034, 0.003)):
        g = gap * u
        outer = np.array([[g, g], [w - g, g], [w - g, h - g], [g, h - g], [g, g]])
        pen.band(outer, wide * u, dress.gold, outline=0)
    draw_rule(pen, (u * 0.012, u * 0.012, w - u * 0.012, h - u * 0.012), u * 0.003)


def _scatter(sheet: Sheet, night: np.ndarray, *, corners: bool) -> None:
    """Small stars, and the sun and the moon in the corners where no frame stands."""
    if sheet.refuses("celestial:stars"):
        return
    rng = sheet.streams.generator("zodiac", "field")
    u = sheet.unit
    small = []
    for k, (x, y, z) in enumerate(rng.random((90, 3))):
        r = max(0.7, (0.0016 + 0.0035 * z**3) * u)
        px, py = x * sheet.width, y * sheet.height
        small.append(star(4, px, py, r * 3, r * 0.7) if k % 8 == 0 else ellipse(px, py, r, n=10))
    sheet.canvas.fill(small, mix(sheet.palette.glow, night, 0.1), outline=0, tone=0)
    if corners and "celestial:moon" not in sheet.plan.refused and "celestial:sun" not in sheet.plan.refused:
        stage_pen = sheet.pen(0.0, 0.0, 1.0)
        gold = rgb("#d8a53d")
        edge = 0.1
        dress = choose_card_colours(sheet, "hearts")
        stage = Stage(stage_pen, 0.5, sheet.palette, dress, rng)
        draw_sun_face(stage, edge, edge, 0.036, face=False)
        far = sheet.pen(1.0, 0.0, 1.0)
        far.fill(crescent(-edge, edge, 0.055, turn=160), mix(gold, dress.paper, 0.5), outline=0.8, tone=0.1)


def _rings(pen: Pen, sheet: Sheet, dress: CardColours, night: np.ndarray, sign: str, turn: float) -> None:
    gold = dress.gold
    pen.fill(ellipse(0, 0, 1.03, n=120), gold, tone=0.1)
    pen.fill(ellipse(0, 0, 1.0, n=120), mix(night, dress.blue, 0.45), outline=0.6, tone=0.5, angle=0.5)
    own = SIGN_KEYS.index(sign)
    start = -90 - own * 30 - 15
    here = arc(0, 0, 1.0, start=start + own * 30, stop=start + own * 30 + 30, n=20)
    back = arc(0, 0, 0.74, start=start + own * 30 + 30, stop=start + own * 30, n=20)
    pen.fill(np.concatenate([here, back]), dress.red, outline=0.7, tone=0.3)
    for k, name in enumerate(SIGN_KEYS):
        a = math.radians(start + 30 * k)
        pen.band(poly((0.74 * math.cos(a), 0.74 * math.sin(a)), (math.cos(a), math.sin(a))), 0.014, gold, outline=0)
        m = a + math.radians(15)
        glyph = pen.moved(0.87 * math.cos(m), 0.87 * math.sin(m), 0.072 if k == own else 0.058, start + 30 * k + 105)
        draw_glyph(glyph, name, dress.paper if k == own else mix(gold, dress.paper, 0.35), 0.26)
    pen.fill(ellipse(0, 0, 0.745, n=120), gold, outline=0.8, tone=0.1)
    sky = mix(night, mix(sheet.palette.sky_low, sheet.palette.sky_top, 0.5), 0.45)
    pen.fill(ellipse(0, 0, 0.71, n=120), shade(sky, 0.95), outline=0.7, tone=0.4, angle=0.0)
    for k in range(24):
        a0 = math.radians(turn + 15 * k)
        wedge = poly(
            (0, 0), (0.71 * math.cos(a0), 0.71 * math.sin(a0)), (0.71 * math.cos(a0 + 0.1), 0.71 * math.sin(a0 + 0.1))
        )
        pen.fill(wedge, sheet.palette.glow, outline=0, opacity=0.16)
    for x, y in ring_of(72, 0, 0, 1.015):
        pen.dot(float(x), float(y), 0.006, night, outline=0)


def _constellation(pen: Pen, sign: str, dress: CardColours) -> None:
    stars = STARS[sign]
    pale = mix(dress.gold, dress.paper, 0.7)
    for a, b in LINES[sign]:
        pen.band(poly(stars[a], stars[b]), 0.018, pale, outline=0)
    for k, (x, y) in enumerate(stars):
        pen.fill(star(6, x, y, 0.1 if k % 3 == 0 else 0.075, 0.035), pale, outline=0.6, tone=0)


def _phases(pen: Pen, dress: CardColours, night: Colour, y: float) -> None:
    """The moon from new to full and back."""
    pale = mix(dress.gold, dress.paper, 0.6)
    for k in range(-3, 4):
        r = 0.1 - 0.012 * abs(k)
        pen.fill(ellipse(k * 0.25, y, r, n=40), pale if k == 0 else mix(night, dress.blue, 0.4), outline=0.5, tone=0.2)
        if k:
            pen.fill(
                crescent(k * 0.25, y, r, turn=0 if k > 0 else 180, bite=0.75 - 0.2 * abs(k)),
                pale,
                outline=0.3,
                tone=0.1,
            )


def _title(pen: Pen, dress: CardColours, sign: str, low: float) -> None:
    y = min(1.0 + (low - 1.0) * 0.36, 1.3) if low > 1.25 else min(1.0, low - 0.2)
    tall, wide = 0.105, 0.5
    for side in (-1, 1):
        tail = poly(
            (side * 0.4, y - 0.03),
            (side * 0.68, y - 0.005),
            (side * 0.6, y + 0.075),
            (side * 0.68, y + 0.15),
            (side * 0.4, y + 0.13),
        )
        pen.fill(tail, shade(dress.paper, 0.82), outline=0.9)
    band = np.concatenate(
        [
            spline(poly((-wide, y - tall * 0.7), (0, y - tall), (wide, y - tall * 0.7))),
            spline(poly((wide, y + tall), (0, y + tall * 0.75), (-wide, y + tall))),
        ]
    )
    pen.fill(band, dress.paper, outline=1.0, tone=0.1)
    draw_text(pen, sign.upper(), 0, y - 0.0, 0.105, dress.ink, widest=0.88, spacing=0.1)
