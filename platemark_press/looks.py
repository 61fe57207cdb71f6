"""How people look: skin, hair, cloth, and the Look that holds them together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from platemark_press.palettes import Colour, Palette, mix, rgb
from platemark_press.streams import choose

SKINS = tuple(rgb(c) for c in ("#f3d6b8", "#e6b78f", "#c98f62", "#9a6540", "#f6dfc6"))


HAIRS = tuple(rgb(c) for c in ("#2a1d1a", "#6b3f1e", "#b5772f", "#d9b061", "#8c3a1e", "#cfc4b2"))


@dataclass(frozen=True)
class Look:
    """How a person looks."""

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


def random_look(rng: np.random.Generator, palette: Palette, *, crown: str, beard: bool, hair: str) -> Look:
    """A look from a stream."""
    gold = mix(palette.glow, rgb("#d8a23a"), 0.6)
    robes = (
        palette.accent,
        mix(palette.sky_top, palette.near, 0.35),
        mix(palette.mid, palette.accent, 0.3),
        palette.leaf,
    )
    return Look(
        skin=SKINS[choose(rng, len(SKINS))],
        hair=HAIRS[choose(rng, len(HAIRS))],
        robe=robes[choose(rng, 4)],
        trim=gold,
        gem=mix(palette.accent, rgb("#b3202c"), 0.4),
        ink=palette.ink,
        paper=palette.paper,
        style=hair,
        crown=crown,
        beard=beard,
        pattern=choose(rng, 4),
        glance=(choose(rng, 3) - 1) * 0.018,
    )
