"""The sheet: what drawing functions need (canvas, plan, palette, random streams), and a record of what was drawn."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from platemark_press.canvas import Canvas, noise
from platemark_press.palettes import PALETTES, Array, Palette
from platemark_press.pen import Pen
from platemark_press.plan import Plan, hue_values
from platemark_press.random_streams import RandomStreams, choose_index

_PALETTE_BY_ELEMENT = {
    "subject:fish": "deep",
    "subject:whale": "deep",
    "subject:dunes": "desert",
    "subject:cactus": "desert",
    "extra:snow": "winter",
    "celestial:moon": "night",
    "celestial:stars": "night",
    "subject:owl": "night",
    "subject:forest": "forest",
    "subject:mushroom": "forest",
    "subject:deer": "autumn",
    "subject:fox": "autumn",
}
_RANDOM_PALETTES = ("dusk", "dawn", "day", "autumn", "rose", "gold", "forest")


@dataclass
class Sheet:
    """The context of one drawing. ``drawn`` records the meanings that were drawn or left out on request."""

    canvas: Canvas
    plan: Plan
    palette: Palette
    streams: RandomStreams
    style: str
    drawn: set[str] = field(default_factory=set)

    @property
    def width(self) -> int:
        """Pixels across."""
        return self.canvas.width

    @property
    def height(self) -> int:
        """Pixels down."""
        return self.canvas.height

    @property
    def unit(self) -> float:
        """The shorter side in pixels."""
        return self.canvas.unit

    def wants(self, meaning: str) -> bool:
        """Whether the prompt asks for an element. If it does, it is recorded as drawn: the caller must draw it."""
        if meaning not in self.plan.requested:
            return False
        self.drawn.add(meaning)
        return True

    def refuses(self, meaning: str) -> bool:
        """Whether the prompt refuses an element. If it does, that is recorded."""
        if meaning not in self.plan.refused:
            return False
        self.drawn.add(f"without:{meaning}")
        return True

    def rng(self, element: str, part: str = "") -> np.random.Generator:
        """The random generator of an element (``subject:tree``), or of a part of it."""
        return self.streams.generator(element, self.plan.spelling(element), part)

    def noise(self, name: str, cells: float, octaves: int = 4, stretch: float = 1) -> Array:
        """Noise over the whole canvas from its own random stream."""
        return noise(self.streams.generator("noise", name), self.width, self.height, cells, octaves, stretch)

    def pen(self, x: float = 0.5, y: float = 0.5, scale: float = 1.0) -> Pen:
        """A pen at a place in fractions of the canvas; ``scale`` is in shorter sides."""
        return Pen(self.canvas, x * self.width, y * self.height, scale * self.unit)


def choose_palette(plan: Plan, streams: RandomStreams) -> tuple[Palette, set[str]]:
    """Choose the palette that the prompt names or suggests, adjusted by requested and refused hues.

    Also returns the meanings that were used.
    """
    used: set[str] = set()
    name = plan.first("palette")
    if name is not None:
        used.add(f"palette:{name}")
    else:
        name = next((p for m, p in _PALETTE_BY_ELEMENT.items() if m in plan.requested), None)
        free = [p for p in _RANDOM_PALETTES if f"palette:{p}" not in plan.refused]
        about = plan.requested[0] if plan.plate == "scene" and plan.requested else plan.plate
        name = name or free[choose_index(streams.generator("palette", about), len(free))]
    palette = PALETTES[name]
    hues = plan.every("hue")[:2]
    for word, value in zip(hues, hue_values(hues), strict=True):
        used.add(f"hue:{word}")
        palette = palette.tinted(value, 0.7 if len(hues) == 1 else 0.5)
    refused = [m.split(":", 1)[1] for m in sorted(plan.refused) if m.startswith("hue:")]
    for word, value in zip(refused, hue_values(refused), strict=True):
        used.add(f"without:hue:{word}")
        palette = palette.avoiding(value)
    return palette, used
