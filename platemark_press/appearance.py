"""The appearance of a person: skin, hair, clothes and colours."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from platemark_press.palettes import Colour, Palette, mix, rgb
from platemark_press.random_streams import choose_index

SKINS = tuple(rgb(c) for c in ("#f3d6b8", "#e6b78f", "#c98f62", "#9a6540", "#f6dfc6"))
HAIRS = tuple(rgb(c) for c in ("#2a1d1a", "#6b3f1e", "#b5772f", "#d9b061", "#8c3a1e", "#cfc4b2"))


@dataclass(frozen=True)
class Appearance:
    """The colours and features of one person."""

    skin: Colour
    hair: Colour
    robe: Colour
    trim: Colour
    gem: Colour
    ink: Colour
    paper: Colour
    style: str = "long"
    crown: str = "none"
    beard: bool = False
    pattern: int = 0
    glance: float = 0.0


def random_appearance(rng: np.random.Generator, palette: Palette, *, crown: str, beard: bool, hair: str) -> Appearance:
    """Choose an appearance at random."""
    gold = mix(palette.glow, rgb("#d8a23a"), 0.6)
    robes = (
        palette.accent,
        mix(palette.sky_top, palette.near, 0.35),
        mix(palette.mid, palette.accent, 0.3),
        palette.leaf,
    )
    return Appearance(
        skin=SKINS[choose_index(rng, len(SKINS))],
        hair=HAIRS[choose_index(rng, len(HAIRS))],
        robe=robes[choose_index(rng, 4)],
        trim=gold,
        gem=mix(palette.accent, rgb("#b3202c"), 0.4),
        ink=palette.ink,
        paper=palette.paper,
        style=hair,
        crown=crown,
        beard=beard,
        pattern=choose_index(rng, 4),
        glance=(choose_index(rng, 3) - 1) * 0.018,
    )
