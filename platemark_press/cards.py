"""Playing cards: the sheet of card, its frame, indices, pips, aces; courts are drawn by ``courts``."""

from __future__ import annotations

import math

import numpy as np

from platemark_press import card_frames
from platemark_press.card_frames import CardColours
from platemark_press.courts import draw_court
from platemark_press.lettering import draw_text
from platemark_press.palettes import mix, rgb, shade
from platemark_press.pen import Pen
from platemark_press.random_streams import choose_index
from platemark_press.shapes import arc, leaf, petal, rounded, spline, star
from platemark_press.sheet import Sheet
from platemark_press.suits import RED, SUIT_NAMES, draw_fancy_pip, draw_pip

RANK_NAMES = ("ace", "2", "3", "4", "5", "6", "7", "8", "9", "10", "jack", "queen", "king")
COURT = frozenset({"jack", "queen", "king", "joker"})
_LABELS = {"ace": "A", "jack": "J", "queen": "Q", "king": "K", "joker": "J"}


def choose_card(sheet: Sheet) -> tuple[str, str]:
    """The requested rank and suit; whatever the prompt leaves out is chosen by the seed."""
    plan = sheet.plan
    rank, suit = plan.first("rank"), plan.first("suit")
    for kind, name in (("rank", rank), ("suit", suit)):
        if name is not None:
            sheet.wants(f"{kind}:{name}")
    sheet.wants("card:card")
    rng = sheet.streams.generator("card", "draw")
    suits = [s for s in SUIT_NAMES if f"suit:{s}" not in plan.refused]
    ranks = [r for r in RANK_NAMES if f"rank:{r}" not in plan.refused]
    second = suits[choose_index(rng, len(suits))] if suits else "spades"
    return rank or (ranks[choose_index(rng, len(ranks))] if ranks else "ace"), suit or second


def choose_card_colours(sheet: Sheet, suit: str) -> CardColours:
    """Choose a card's colours: the traditional ones, shifted towards the palette."""
    palette = sheet.palette
    lean = 0.75 if sheet.plan.first("palette") or sheet.plan.first("hue") else 0.35
    red = mix(rgb("#b3202c"), palette.accent, lean)
    black = mix(rgb("#1b1b26"), palette.ink, 0.5)
    return CardColours(
        paper=mix(rgb("#fbf6e9"), palette.paper, 0.6),
        ink=black,
        suit=red if suit in RED else black,
        red=red,
        gold=mix(rgb("#d8a53d"), palette.glow, 0.2),
        blue=mix(rgb("#27507f"), mix(palette.sky_top, palette.near, 0.5), lean),
        green=mix(rgb("#3d6b4f"), palette.leaf, 0.6),
    )


def card_pen(sheet: Sheet) -> tuple[Pen, float]:
    """A pen in the card's centre whose unit is the card's width, and the card's height in units."""
    w, h = float(sheet.width), float(sheet.height)
    if 0.56 <= w / h <= 0.86:
        return Pen(sheet.canvas, w / 2, h / 2, w), h / w
    wide = min(0.92 * w, 0.92 * h / 1.45)
    return Pen(sheet.canvas, w / 2, h / 2, wide), 1.45


def draw_card_ground(sheet: Sheet, pen: Pen, tall: float, dress: CardColours) -> None:
    """Draw the ground under the card, and the card itself."""
    canvas = sheet.canvas
    canvas.rgb[:] = dress.paper
    canvas.angle[:] = 0.0
    canvas.tone[:] = 0.1
    if pen.scale >= sheet.width - 1:
        return
    ground = mix(mix(sheet.palette.mid, sheet.palette.near, 0.55), dress.ink, 0.1)
    canvas.rgb[:] = ground
    canvas.tone[:] = 0.5
    size = sheet.unit * 0.075
    tiles = []
    for j, y in enumerate(np.arange(-size, sheet.height + size, size)):
        across = np.arange(-size * (j % 2) / 2, sheet.width + size, size)
        tiles += [star(4, x, y, size * 0.34, size * 0.11) for x in across]
    canvas.fill(tiles, shade(ground, 1.28), outline=0)
    half = tall / 2
    pen.fill(rounded(-0.49, -half + 0.02, 0.515, half + 0.02, 0.06), shade(dress.ink, 0.6), outline=0, opacity=0.45)
    pen.fill(rounded(-0.5, -half, 0.5, half, 0.06), dress.paper, outline=0.7, tone=0.1)


def draw_card(sheet: Sheet) -> None:
    """Draw the playing card that the prompt names."""
    sheet.canvas.make_wobble_symmetric()
    rank, suit = choose_card(sheet)
    dress = choose_card_colours(sheet, suit)
    pen, tall = card_pen(sheet)
    draw_card_ground(sheet, pen, tall, dress)
    framed = not sheet.refuses("extra:border")
    sheet.wants("extra:border")
    if framed:
        card_frames.draw_frame(sheet, pen, tall, dress, court=rank in COURT)
    if rank in COURT:
        draw_court(sheet, pen, tall, dress, rank, suit)
    _indices(pen, tall, dress, rank, suit)
    spots = _spots(rank, tall) if rank.isdigit() else []
    r = _pip_radius(tall)
    for x, y in spots:
        if y < -0.01 and (x, -y) in spots:
            draw_pip(pen, suit, x, y, r, dress.suit)
    sheet.canvas.rotate_upper_half()
    for x, y in spots:
        if abs(y) <= 0.01 or (x, -y) not in spots:
            draw_pip(pen, suit, x, y, r, dress.suit, turned=y > 0.01)
    if rank == "ace":
        _ace(sheet, pen, tall, dress, suit)


def _pip_radius(tall: float) -> float:
    return min(0.088, tall * 0.061)


def _indices(pen: Pen, tall: float, dress: CardColours, rank: str, suit: str) -> None:
    x, top = -0.395, -tall / 2
    if rank == "joker":
        for k, letter in enumerate("JOKER"):
            draw_text(pen, letter, x, top + 0.085 + 0.064 * k, 0.047, dress.suit)
        return
    draw_text(pen, _LABELS.get(rank, rank), x, top + 0.108, 0.085, dress.suit, widest=0.1, spacing=-0.04)
    draw_pip(pen, suit, x, top + 0.205, 0.04, dress.suit)


def _spots(rank: str, tall: float) -> list[tuple[float, float]]:
    """Where the pips of a number card stand."""
    count = int(rank)
    a, column = tall * 0.335, 0.185
    b = a / 3
    ends = [(-column, -a), (column, -a), (-column, a), (column, a)]
    middle = [(-column, 0.0), (column, 0.0)]
    four = [(s * column, y) for s in (-1, 1) for y in (-a, -b, b, a)]
    layouts = {
        2: [(0.0, -a), (0.0, a)],
        3: [(0.0, -a), (0.0, 0.0), (0.0, a)],
        4: ends,
        5: [*ends, (0.0, 0.0)],
        6: ends + middle,
        7: [*ends, *middle, (0.0, -a / 2)],
        8: [*ends, *middle, (0.0, -a / 2), (0.0, a / 2)],
        9: [*four, (0.0, 0.0)],
        10: [*four, (0.0, -2 * b), (0.0, 2 * b)],
    }
    return layouts[count]


def _ace(sheet: Sheet, pen: Pen, tall: float, dress: CardColours, suit: str) -> None:
    """The great pip inside a wreath."""
    rng = sheet.rng("rank:ace", suit)
    kind, turn = choose_index(rng, 4), choose_index(rng, 2)
    size = min(0.25, tall * 0.17)
    wreath = pen.moved(0, 0, size)
    accent = dress.red if suit not in RED else dress.blue
    count = 28
    if turn:
        for k in range(count):
            a = 360 * k / count
            rad = math.radians(a)
            wreath.fill(
                petal(1.22 * math.cos(rad), 1.22 * math.sin(rad), 0.34, a, 0.5),
                dress.gold if k % 2 else accent,
                outline=0.6,
                tone=0.3,
            )
    else:
        for side in (-1, 1):
            stem = arc(0, 0, 1.34, start=90 - side * 6, stop=90 - side * 168, n=40)
            wreath.band(stem, [0.045, 0.02], dress.green, outline=0.6)
            for k in range(3, 39, 3):
                x, y = stem[k]
                along = 90 - side * (6 + 162 * k / 39)
                for lean in (-38, 38):
                    wreath.fill(
                        leaf(float(x), float(y), 0.3, along - side * 90 + side * lean, 0.45),
                        dress.green,
                        outline=0.6,
                        tone=0.5,
                    )
                wreath.dot(float(x) * 1.13, float(y) * 1.13, 0.035, accent, outline=0.5)
    for r, wide in ((1.08, 0.03), (1.72, 0.02)):
        wreath.ink(arc(0, 0, r, n=90), wide, 0.9)
    draw_fancy_pip(wreath.moved(0, 0, 0.84), suit, dress.suit, dress.gold, dress.paper, kind)
    for side in (-1, 1):
        tip = pen.moved(0, side * min(0.6, tall * 0.4), 0.05, 0 if side < 0 else 180)
        tip.ink(spline([(-2.6, 0.6), (-1.2, -0.2), (0, 0.5), (1.2, -0.2), (2.6, 0.6)]), [0.04, 0.16, 0.16, 0.04])
        tip.fill(star(2, 0, -0.35, 0.55, 0.3), accent, outline=0.6)
