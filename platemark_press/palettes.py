"""The twelve palettes, the hue words, and arithmetic on colours."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
Colour = Array

LUMA = np.array([0.299, 0.587, 0.114], np.float32)


def rgb(text: str) -> Colour:
    """Parse ``#rrggbb`` into three floats 0 … 1."""
    digits = text.lstrip("#")
    return np.array([int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)], np.float32)


def unit(values: npt.ArrayLike) -> Array:
    """Clip values to 0 … 1."""
    return np.clip(np.asarray(values, np.float32), 0, 1)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """Mix a share of ``second`` into ``first``."""
    return np.asarray(first * np.float32(1 - share) + second * np.float32(share), np.float32)


def shade(colour: Colour, factor: float) -> Colour:
    """Darken a colour by a factor below 1, or lighten it by one above 1."""
    return np.asarray(np.clip(colour * np.float32(factor), 0, 1), np.float32)


def luma(colour: Array) -> Array:
    """The lightness of a colour, or of each pixel of a picture."""
    return np.asarray(colour @ LUMA, np.float32)


def shift_hue(colour: Colour, hue: float, amount: float) -> Colour:
    """Shift a colour towards a hue; its value stays."""
    _, saturation, value = colorsys.rgb_to_hsv(*(float(c) for c in colour))
    target = np.array(colorsys.hsv_to_rgb(hue % 1, min(1.0, max(saturation, 0.45)), value), np.float32)
    return mix(colour, target, amount)


@dataclass(frozen=True)
class Palette:
    """The nine colours of a drawing, by role."""

    name: str
    paper: Colour
    sky_top: Colour
    sky_low: Colour
    far: Colour
    mid: Colour
    near: Colour
    glow: Colour
    accent: Colour
    ink: Colour

    @property
    def dark(self) -> bool:
        """Whether the sky is a night sky."""
        return float(luma(self.sky_top)) < 0.26

    @property
    def leaf(self) -> Colour:
        """A green that matches the palette."""
        return mix(mix(self.mid, self.near, 0.35), rgb("#4f8a4c"), 0.5)

    def tinted(self, hue: float, amount: float) -> Palette:
        """The palette shifted towards ``hue``: the accent most, the ink least, the paper not at all."""
        share = {"accent": 1.0, "paper": 0.04, "ink": 0.2, "glow": 0.25}
        changed: dict[str, Any] = {
            f.name: shift_hue(getattr(self, f.name), hue, amount * share.get(f.name, 0.6))
            for f in fields(self)
            if f.name not in {"name", "paper"}
        }
        return replace(self, **changed)

    def avoiding(self, hue: float) -> Palette:
        """The palette with every colour near ``hue`` shifted to the opposite hue."""
        changed: dict[str, Any] = {}
        for f in fields(self):
            if f.name == "name":
                continue
            colour: Colour = getattr(self, f.name)
            own, saturation, _ = colorsys.rgb_to_hsv(*(float(c) for c in colour))
            gap = abs(own - hue)
            if saturation > 0.18 and min(gap, 1 - gap) < 0.1:
                changed[f.name] = shift_hue(colour, hue + 0.5, 0.9)
        return replace(self, **changed)


_ROWS = {
    "dusk": "#f7eeda #2b4673 #f4a873 #a3789a #5f5288 #242b4c #ffdd94 #d1495b #1b1b2f",
    "dawn": "#fbf3e4 #7fb3cc #fbd9ba #b7a9cb #7f90b4 #42527a #fbb97c #e07a5f #2a2d3e",
    "night": "#efe9da #101c40 #3d5a88 #34497c #1f3158 #0e1738 #fbf1c6 #e8a33d #0a0e1e",
    "day": "#f8f4e6 #57a4c9 #d9ecec #a3cbc9 #74a35d #3d7048 #fff0a6 #e4572e #1c2e33",
    "autumn": "#f8efdc #dcb768 #f8e8bc #d99a53 #b8662b #6a3f21 #f6cf5b #c1351d #2f1d12",
    "winter": "#f6f6f2 #9cbcd3 #eef3f6 #c3d3df #8faabf #45627d #f6c3b2 #c8553d #1f2d3d",
    "ink": "#f4efe4 #bcb7ab #ebe5d8 #bdb7aa #87827a #45423e #f8f4ea #8d3a33 #1d1b1a",
    "desert": "#f8eddb #e9a765 #fce6ba #dc9a66 #bb6d42 #71402d #fff0c2 #8a3330 #33201a",
    "deep": "#eaf0ea #11566a #64b8ac #2f8089 #1f6472 #0e3645 #ffdcae #ef6f6c #071e26",
    "rose": "#fbf1ee #db93a9 #fcdfd7 #cf8aa3 #9a5a80 #552c4f #ffe5ad #c9184a #2b1526",
    "forest": "#f4f1e2 #8db09f #e4ecd5 #9dbb9a #618c65 #294d37 #f6e7a1 #bc4b51 #14261c",
    "gold": "#f9f2dd #c0934a #f8e6b4 #c9a55c #8f6835 #49311f #ffedb4 #8a2320 #241708",
}

PALETTES = {name: Palette(name, *(rgb(word) for word in row.split())) for name, row in _ROWS.items()}

HUES = {
    "red": 0.0, "crimson": 0.97, "scarlet": 0.01, "vermilion": 0.02, "orange": 0.07, "copper": 0.06,
    "amber": 0.11, "golden": 0.125, "yellow": 0.15, "lime": 0.24, "green": 0.34, "emerald": 0.4,
    "teal": 0.49, "turquoise": 0.48, "cyan": 0.52, "azure": 0.57, "blue": 0.6, "cobalt": 0.61,
    "indigo": 0.68, "violet": 0.76, "purple": 0.77, "magenta": 0.86, "pink": 0.93,
}  # fmt: skip
