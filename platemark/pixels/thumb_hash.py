"""ThumbHash: a picture of some 20 bytes that shows its colours and its shape, to show until the picture is there.

The format is Evan Wallace's (https://evanw.github.io/thumbhash/). The picture becomes four channels: luminance, yellow
to blue, red to green, and alpha if there are transparent parts. Of each, the lowest frequencies of a cosine transform
are stored, as one factor for the channel and half a byte for each frequency.
"""

from __future__ import annotations

import math
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import mul
from pathlib import Path

from platemark.pixels.loading import load_picture

SIDE = 48
"""To this the longer side is scaled: the highest frequency that is stored has seven half waves."""
MAX_SIDE = 100
NOISE = 1e-6
"""A channel that differs from its mean by less is even; what rounding leaves of it would be enlarged to noise."""
HALF = 0.5 + 1e-9
"""Halves are rounded up, also those that are a little less for having been calculated with."""

Channel = Sequence[float]


@dataclass(frozen=True, slots=True)
class _Frequencies:
    """A channel as its mean, the greatest amplitude, and all amplitudes as parts of that, 0 … 1, where 0.5 is none."""

    mean: float
    scale: float
    parts: tuple[float, ...]


def thumb_hash(source: Path | bytes) -> str:
    """The ThumbHash of a picture file, in base64; UnreadablePicture if it is none."""
    picture = load_picture(source, side=SIDE).convert("RGBA")
    return b64encode(encode(*picture.size, picture.tobytes())).decode("ascii")


def encode(width: int, height: int, rgba: bytes) -> bytes:
    """The ThumbHash of pixels with four bytes each, row by row; ValueError for more than 100 a side."""
    if not (1 <= width <= MAX_SIDE and 1 <= height <= MAX_SIDE and len(rgba) == 4 * width * height):
        raise ValueError(f"not the pixels of a picture of at most {MAX_SIDE} × {MAX_SIDE}")
    has_alpha = min(rgba[3::4]) < 255
    luminance, yellow_blue, red_green, alpha = _channels(rgba, has_alpha=has_alpha)
    limit, longer = 5 if has_alpha else 7, max(width, height)
    across, down = (max(1, _round(limit * side / longer)) for side in (width, height))
    light = _transform(luminance, width, height, max(3, across), max(3, down))
    yellow, red = (_transform(channel, width, height, 3, 3) for channel in (yellow_blue, red_green))
    landscape = width > height
    header = _round(63 * light.mean) | _round(31.5 + 31.5 * yellow.mean) << 6 | _round(31.5 + 31.5 * red.mean) << 12
    header |= _round(31 * light.scale) << 18 | has_alpha << 23
    header |= ((down if landscape else across) | _round(63 * yellow.scale) << 3 | _round(63 * red.scale) << 9) << 24
    header |= landscape << 39
    halves = [header >> shift & 15 for shift in range(0, 40, 4)]
    parts = light.parts + yellow.parts + red.parts
    if has_alpha:
        opacity = _transform(alpha, width, height, 5, 5)
        halves += [_round(15 * opacity.mean), _round(15 * opacity.scale)]
        parts += opacity.parts
    halves += [_round(15 * part) for part in parts]
    halves += [0] * (len(halves) % 2)
    return bytes(low | high << 4 for low, high in zip(halves[::2], halves[1::2], strict=True))


def _channels(rgba: bytes, *, has_alpha: bool) -> tuple[Channel, Channel, Channel, Channel]:
    """Luminance, yellow to blue, red to green, and alpha; transparent pixels have the mean colour of the others."""
    red, green, blue = ([value / 255 for value in rgba[band::4]] for band in range(3))
    alpha = [value / 255 for value in rgba[3::4]]
    if has_alpha:
        red, green, blue = (_on_mean(band, alpha) for band in (red, green, blue))
    colours = list(zip(red, green, blue, strict=True))
    return (
        [(r + g + b) / 3 for r, g, b in colours],
        [(r + g) / 2 - b for r, g, b in colours],
        [r - g for r, g, _ in colours],
        alpha,
    )


def _on_mean(band: list[float], alpha: list[float]) -> list[float]:
    opacity = sum(alpha)
    mean = sum(map(mul, band, alpha)) / opacity if opacity else 0.0
    return [mean * (1 - part) + part * value for value, part in zip(band, alpha, strict=True)]


def _transform(channel: Channel, width: int, height: int, across: int, down: int) -> _Frequencies:
    """The frequencies of a channel below the diagonal from ``across`` to ``down``."""
    rows = [channel[start : start + width] for start in range(0, len(channel), width)]
    waves = _cosines(width, across)
    columns = [[sum(map(mul, row, wave)) for row in rows] for wave in waves]
    amplitudes = [sum(map(mul, columns[x], _cosines(height, down)[y])) / len(channel) for x, y in _places(across, down)]
    mean, *others = amplitudes
    scale = max(map(abs, others))
    if scale < NOISE:
        return _Frequencies(mean, 0.0, (0.0,) * len(others))
    return _Frequencies(mean, scale, tuple(0.5 + 0.5 / scale * amplitude for amplitude in others))


def _places(across: int, down: int) -> Iterator[tuple[int, int]]:
    """The frequencies that are stored, in the order in which they are."""
    for y in range(down):
        for x in range(across):
            if x * down < across * (down - y):
                yield x, y


@lru_cache
def _cosines(length: int, count: int) -> Sequence[Sequence[float]]:
    """So many cosine waves along ``length`` pixels, of 0, 1, 2 … half waves."""
    return [[math.cos(math.pi / length * wave * (at + 0.5)) for at in range(length)] for wave in range(count)]


def _round(number: float) -> int:
    return math.floor(number + HALF)
