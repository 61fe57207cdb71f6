"""The press describes a picture: in words for what it measured, and never for what may be shown.

The words are those that a style plate can learn from: colours first, then light, contrast and texture.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from platemark.engines.base import Tag
from platemark_press.seeing import GREYS, Look, Patch, look_at

MOSTLY, MAIN, ACCENT, CLEAR = 0.6, 0.12, 0.015, 0.05
"""Shares of a picture: a colour that fills it, one that is named, one that stands out; what is transparent."""

MOST_COLOURS = 3
DEEP = {"blue": 0.36, "violet": 0.38}
"""Below which lightness a hue is deep, where it is a dark one by itself."""
ALREADY_SHADED = ("brown", "beige", "olive", "gold", *GREYS)


def describe(path: Path) -> tuple[str, tuple[Tag, ...]]:
    """A sentence on the picture in the file, and tags, the surest first; EngineError where it cannot be read."""
    look = look_at(path)
    said = list(_said(look))
    sentence = ", ".join([_colours(look), *(tag.text for tag in said)])
    named = (Tag(_shaded(patch), _sure(patch.share, MAIN, MOSTLY)) for patch in _main(look))
    return sentence, tuple(sorted((*named, *said), key=lambda tag: -(tag.confidence or 0.0)))


def _colours(look: Look) -> str:
    """The colours that fill it, and a strong one that does not but stands out."""
    main = _main(look)
    names = [_shaded(patch) for patch in main]
    words = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    if main[0].share >= MOSTLY:
        words = f"mostly {names[0]}" + (f" with {' and '.join(map(_placed, main[1:]))}" if main[1:] else "")
        if main[0].share >= 0.97:
            words = f"{names[0]} all over"
    accent = next((patch for patch in look.patches if _stands_out(patch) and patch not in main), None)
    if accent is None:
        return words
    return f"{words}{' and' if ' with ' in words else ' with'} a little {_placed(accent)}"


def _main(look: Look) -> list[Patch]:
    return [patch for n, patch in enumerate(look.patches[:MOST_COLOURS]) if n == 0 or patch.share >= MAIN]


def _stands_out(patch: Patch) -> bool:
    return patch.share >= ACCENT and patch.name not in GREYS and patch.chroma >= 0.09


def _placed(patch: Patch) -> str:
    return f"{_shaded(patch)} {patch.place}".strip()


def _shaded(patch: Patch) -> str:
    """The colour with the word for its shade, where it is not the plain one."""
    if patch.name in ALREADY_SHADED:
        return patch.name
    if patch.lightness < DEEP.get(patch.name, 0.42):
        return f"deep {patch.name}"
    if patch.lightness > 0.8 and patch.chroma < 0.1:
        return f"pale {patch.name}"
    return f"muted {patch.name}" if patch.chroma < 0.07 else patch.name


def _said(look: Look) -> Iterator[Tag]:
    """What else is clear enough to be said, each as a tag."""
    if look.chroma < 0.02:
        yield Tag("monochrome", _sure(-look.chroma, -0.02, 0.0))
    elif look.chroma > 0.13:
        yield Tag("vivid", _sure(look.chroma, 0.13, 0.2))
    if look.lightness < 0.4:
        yield Tag("dark", _sure(-look.lightness, -0.4, -0.2))
    elif look.lightness > 0.75:
        yield Tag("light", _sure(look.lightness, 0.75, 0.95))
    if look.chroma >= 0.03 and abs(look.warmth) > 0.35:
        yield Tag("warm" if look.warmth > 0 else "cold", _sure(abs(look.warmth), 0.35, 0.8))
    yield from _of_shape(look)
    if look.clear > CLEAR:
        yield Tag("transparent ground", _sure(look.clear, CLEAR, 0.5))
    yield Tag(f"{_format(look)} format", 1.0)


def _of_shape(look: Look) -> Iterator[Tag]:
    if look.contrast > 0.6:
        yield Tag("high contrast", _sure(look.contrast, 0.6, 0.9))
    elif look.contrast < 0.2:
        yield Tag("low contrast", _sure(-look.contrast, -0.2, 0.0))
    if look.texture < 0.008:
        yield Tag("smooth", _sure(-look.texture, -0.008, 0.0))
    elif look.texture > 0.06:
        yield Tag("finely textured", _sure(look.texture, 0.06, 0.15))
    if look.symmetry > 0.85:
        yield Tag("symmetrical", _sure(look.symmetry, 0.85, 1.0))
    if look.weight:
        yield Tag(f"weight {look.weight}", 0.6)


def _format(look: Look) -> str:
    return "square" if 0.95 <= look.ratio <= 1.05 else "landscape" if look.ratio > 1 else "portrait"


def _sure(value: float, at_least: float, quite: float) -> float:
    """0.5 where a measure just suffices, 1 where it leaves no doubt."""
    return round(0.5 + 0.5 * min(1.0, max(0.0, (value - at_least) / (quite - at_least))), 2)
