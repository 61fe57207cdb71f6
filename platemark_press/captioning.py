"""Caption a picture by its measures, without guessing at its subject.

The words are those that a style plate can learn from: colours first, then light, contrast and texture.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from platemark.engines.base import Tag
from platemark_press.image_measures import GREYS, ColourArea, ImageMeasures, measure_image

DOMINANT, MAIN, ACCENT, TRANSPARENT = 0.6, 0.12, 0.015, 0.05
"""Minimum shares of a picture: of a dominant, a main and an accent colour, and of transparent areas."""

MAX_COLOURS = 3
DEEP = {"blue": 0.36, "violet": 0.38}
"""The lightness below which a hue is called deep, for hues that are dark by themselves."""
SHADE_NAMES = ("brown", "beige", "olive", "gold", *GREYS)


def caption_picture(path: Path) -> tuple[str, tuple[Tag, ...]]:
    """A sentence on the picture, and tags, the most confident first. Raises EngineError if it cannot be read."""
    measures = measure_image(path)
    traits = list(_trait_tags(measures))
    sentence = ", ".join([_describe_colours(measures), *(tag.text for tag in traits)])
    colours = (Tag(_shade_name(area), _confidence(area.share, MAIN, DOMINANT)) for area in _main_colours(measures))
    return sentence, tuple(sorted((*colours, *traits), key=lambda tag: -(tag.confidence or 0.0)))


def _describe_colours(measures: ImageMeasures) -> str:
    """The main colours, and a strong accent colour if there is one."""
    main = _main_colours(measures)
    names = [_shade_name(area) for area in main]
    words = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    if main[0].share >= DOMINANT:
        words = f"mostly {names[0]}" + (f" with {' and '.join(map(_with_place, main[1:]))}" if main[1:] else "")
        if main[0].share >= 0.97:
            words = f"{names[0]} all over"
    accent = next((area for area in measures.colours if _is_accent(area) and area not in main), None)
    if accent is None:
        return words
    return f"{words}{' and' if ' with ' in words else ' with'} a little {_with_place(accent)}"


def _main_colours(measures: ImageMeasures) -> list[ColourArea]:
    return [area for n, area in enumerate(measures.colours[:MAX_COLOURS]) if n == 0 or area.share >= MAIN]


def _is_accent(area: ColourArea) -> bool:
    return area.share >= ACCENT and area.name not in GREYS and area.chroma >= 0.09


def _with_place(area: ColourArea) -> str:
    return f"{_shade_name(area)} {area.place}".strip()


def _shade_name(area: ColourArea) -> str:
    """The colour's name with its shade, such as deep or pale, unless the name already implies one."""
    if area.name in SHADE_NAMES:
        return area.name
    if area.lightness < DEEP.get(area.name, 0.42):
        return f"deep {area.name}"
    if area.lightness > 0.8 and area.chroma < 0.1:
        return f"pale {area.name}"
    return f"muted {area.name}" if area.chroma < 0.07 else area.name


def _trait_tags(measures: ImageMeasures) -> Iterator[Tag]:
    """The traits other than colours that are clear enough to name."""
    if measures.chroma < 0.02:
        yield Tag("monochrome", _confidence(-measures.chroma, -0.02, 0.0))
    elif measures.chroma > 0.13:
        yield Tag("vivid", _confidence(measures.chroma, 0.13, 0.2))
    if measures.lightness < 0.4:
        yield Tag("dark", _confidence(-measures.lightness, -0.4, -0.2))
    elif measures.lightness > 0.75:
        yield Tag("light", _confidence(measures.lightness, 0.75, 0.95))
    if measures.chroma >= 0.03 and abs(measures.warmth) > 0.35:
        yield Tag("warm" if measures.warmth > 0 else "cold", _confidence(abs(measures.warmth), 0.35, 0.8))
    yield from _structure_tags(measures)
    if measures.transparent > TRANSPARENT:
        yield Tag("transparent ground", _confidence(measures.transparent, TRANSPARENT, 0.5))
    yield Tag(f"{_format(measures)} format", 1.0)


def _structure_tags(measures: ImageMeasures) -> Iterator[Tag]:
    if measures.contrast > 0.6:
        yield Tag("high contrast", _confidence(measures.contrast, 0.6, 0.9))
    elif measures.contrast < 0.2:
        yield Tag("low contrast", _confidence(-measures.contrast, -0.2, 0.0))
    if measures.texture < 0.008:
        yield Tag("smooth", _confidence(-measures.texture, -0.008, 0.0))
    elif measures.texture > 0.06:
        yield Tag("finely textured", _confidence(measures.texture, 0.06, 0.15))
    if measures.symmetry > 0.85:
        yield Tag("symmetrical", _confidence(measures.symmetry, 0.85, 1.0))
    if measures.weight:
        yield Tag(f"weight {measures.weight}", 0.6)


def _format(measures: ImageMeasures) -> str:
    return "square" if 0.95 <= measures.ratio <= 1.05 else "landscape" if measures.ratio > 1 else "portrait"


def _confidence(value: float, threshold: float, certain: float) -> float:
    """0.5 at the threshold, rising to 1 at the certain value."""
    return round(0.5 + 0.5 * min(1.0, max(0.0, (value - threshold) / (certain - threshold))), 2)
