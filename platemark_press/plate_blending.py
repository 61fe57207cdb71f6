"""Blend style plates into a drawing: the album's colours, light and surfaces, by weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from platemark.engines.base import AdapterUse, EngineError
from platemark_press.palettes import Array, Palette
from platemark_press.sheet import Sheet
from platemark_press.style_plates import FORMAT
from platemark_press.style_plates.blas_threads import single_threaded_blas
from platemark_press.style_plates.caption_words import extract_words
from platemark_press.style_plates.plate import StylePlate
from platemark_press.style_plates.style_transfer import transfer_colours, transfer_style


@dataclass(frozen=True)
class WeightedPlate:
    """A style plate and its weight, above 0 and up to 1."""

    plate: StylePlate
    weight: float


def load_plates(uses: Sequence[AdapterUse]) -> list[WeightedPlate]:
    """Load the plates of a request, except those of weight 0. Raises EngineError for anything but a style plate."""
    for use in uses:
        if use.format != FORMAT:
            raise EngineError(
                "adapter_format_unknown",
                f"The press takes style plates, not {use.format}.",
                hint="Choose another engine.",
            )
        if not 0 <= use.weight <= 1:
            raise EngineError(
                "adapter_weight", "The weight of a style plate is from 0 to 1.", hint="Choose a weight in that range."
            )
    with single_threaded_blas():
        return [WeightedPlate(StylePlate.load(use.path), use.weight) for use in uses if use.weight > 0]


def blend_plates(sheet: Sheet, plates: Sequence[WeightedPlate], prompt: str) -> None:
    """Blend the drawing and the palette with each plate's version of them, one plate after the other."""
    words = extract_words(prompt)
    for index, weighted in enumerate(plates):
        rng = sheet.streams.generator("style plate", str(index))
        drawing = np.clip(sheet.canvas.rgb, 0, 1)
        with single_threaded_blas():
            styled = transfer_style(weighted.plate, drawing, words, rng)
            sheet.palette = _blend_palette(sheet.palette, weighted, words)
        sheet.canvas.rgb = drawing + (styled - drawing) * np.float32(weighted.weight)


def known_words(plates: Sequence[WeightedPlate], prompt: str) -> set[str]:
    """The prompt's words that some plate knows from its captions."""
    return {word for word in extract_words(prompt) if any(weighted.plate.network.knows(word) for weighted in plates)}


def _blend_palette(palette: Palette, weighted: WeightedPlate, words: Sequence[str]) -> Palette:
    names = [field.name for field in fields(palette) if field.name != "name"]
    colours: Array = np.stack([getattr(palette, name) for name in names])
    mixed = colours + (transfer_colours(weighted.plate, colours, words) - colours) * np.float32(weighted.weight)
    changed: dict[str, Any] = dict(zip(names, mixed, strict=True))
    return replace(palette, **changed)
