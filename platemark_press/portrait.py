"""A head and shoulders before a halo, flat and ornamental."""

from __future__ import annotations

import math

import numpy as np

from platemark_press.appearance import Appearance, random_appearance
from platemark_press.figures import draw_bust
from platemark_press.palettes import mix
from platemark_press.random_streams import choose_index
from platemark_press.shapes import ellipse, leaf, petal, ring_of
from platemark_press.sheet import Sheet


def draw_portrait(sheet: Sheet) -> None:
    """Draw one person; kings and queens are crowned."""
    sheet.wants("subject:portrait")
    palette, canvas = sheet.palette, sheet.canvas
    rng = sheet.rng("subject:portrait", "plan")
    canvas.rgb[:] = mix(palette.far, palette.sky_top, 0.45)
    canvas.angle[:] = 0.8
    canvas.tone[:] = 0.8
    halo = sheet.pen(0.5, 0.42, 0.37)
    rays = 36
    for k in range(rays):
        a = math.radians(k * 360 / rays)
        long = 1.32 if k % 2 else 1.2
        tip = np.array([[math.cos(a) * long, math.sin(a) * long]])
        sides = ring_of(rays * 2, 0, 0, 1.0, turn=0)
        halo.fill(
            np.concatenate([sides[2 * k - 1 : 2 * k] if k else sides[-1:], tip, sides[2 * k + 1 : 2 * k + 2]]),
            palette.glow,
            outline=0.6,
        )
    halo.fill(ellipse(0, 0, 1.03, n=90), mix(palette.accent, palette.near, 0.3), angle=0.3)
    halo.fill(ellipse(0, 0, 0.96, n=90), mix(palette.glow, palette.sky_low, 0.3), tone=0.2)
    if choose_index(rng, 2):
        for k in range(24):
            a = k * 15
            halo.fill(
                leaf(0.84 * math.cos(math.radians(a)), 0.84 * math.sin(math.radians(a)), 0.2, a + 75, 0.45),
                palette.leaf,
                outline=0.6,
            )
    else:
        for k in range(18):
            a = k * 20
            halo.fill(
                petal(0.74 * math.cos(math.radians(a)), 0.74 * math.sin(math.radians(a)), 0.18, a, 0.6),
                palette.accent,
                outline=0.6,
            )
    draw_bust(sheet.pen(0.5, 0.46, 0.62), _look(sheet, rng), palette)


def _look(sheet: Sheet, rng: np.random.Generator) -> Appearance:
    words = sheet.plan.spelling("subject:portrait").split()
    crown = "none"
    for rank, kind in (("king", "crown"), ("queen", "diadem"), ("jack", "cap"), ("joker", "bells")):
        if sheet.wants(f"rank:{rank}"):
            crown = kind
    beard = "king" in words or "kings" in words or ("man" in words and choose_index(rng, 4) > 0)
    long = any(w in words for w in ("woman", "girl", "lady", "queen", "queens"))
    short = any(w in words for w in ("man", "boy", "king", "jack"))
    hair = "long" if long else "short" if short else ("long", "short", "bun")[choose_index(rng, 3)]
    return random_appearance(rng, sheet.palette, crown=crown, beard=beard, hair=hair)
