"""Style plates on the press: the album's colours, light and surfaces in a print, by weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from platemark.engines.base import AdapterUse, EngineError
from platemark_press.palettes import Array, Palette
from platemark_press.plates import tint
from platemark_press.plates.plate import FORMAT, StylePlate
from platemark_press.plates.threads import one_thread
from platemark_press.plates.words import caption_words
from platemark_press.sheet import Sheet


@dataclass(frozen=True)
class Mounted:
    """A style plate and how much of it to use, above 0 and up to 1."""

    plate: StylePlate
    weight: float


def mount(uses: Sequence[AdapterUse]) -> list[Mounted]:
    """Read the plates of a request; one of weight 0 is not even opened. EngineError for what is no style plate."""
    for use in uses:
        if use.format != FORMAT:
            raise EngineError(
                "adapter_format_unknown",
                f"The press takes style plates, not {use.format}.",
                hint="Choose another engine.",
            )
        if not 0 <= use.weight <= 1:
            raise EngineError(
                "adapter_weight", "A style plate's weight is from 0 to 1.", hint="Choose a weight between."
            )
    with one_thread():
        return [Mounted(StylePlate.load(use.path), use.weight) for use in uses if use.weight > 0]


def tint_sheet(sheet: Sheet, mounted: Sequence[Mounted], prompt: str) -> None:
    """Blend what is drawn, and the inks, with what each plate makes of them, one after the other."""
    words = caption_words(prompt)
    for place, one in enumerate(mounted):
        rng = sheet.streams.of("style plate", str(place))
        drawing = np.clip(sheet.canvas.rgb, 0, 1)
        with one_thread():
            made = tint.tinted(one.plate, drawing, words, rng)
            sheet.palette = _tinted_inks(sheet.palette, one, words)
        sheet.canvas.rgb = drawing + (made - drawing) * np.float32(one.weight)


def words_of(mounted: Sequence[Mounted], prompt: str) -> set[str]:
    """The prompt's words that a plate knows from its captions."""
    return {word for word in caption_words(prompt) if any(one.plate.network.knows(word) for one in mounted)}


def _tinted_inks(palette: Palette, one: Mounted, words: Sequence[str]) -> Palette:
    names = [field.name for field in fields(palette) if field.name != "name"]
    colours: Array = np.stack([getattr(palette, name) for name in names])
    mixed = colours + (tint.flat_colours(one.plate, colours, words) - colours) * np.float32(one.weight)
    changed: dict[str, Any] = dict(zip(names, mixed, strict=True))
    return replace(palette, **changed)
