"""A style plate at work: a drawing in the album's light, colours and surfaces."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from platemark_press.plates.arrays import Array, fitting, luma, resized
from platemark_press.plates.network import COARSE, features, flat_features
from platemark_press.plates.plate import TONES, StylePlate
from platemark_press.plates.surface import SIDE, STEPS_APART

ALBUMS_LIGHT = np.float32(0.55)
"""How much the light of the drawing gives way to the album's."""
DRAWING = np.float32(0.9)
"""How much of the drawing's own detail each size keeps."""
GRAIN = np.float32(0.02)
TWICE_UP_TO = 128


def tinted(plate: StylePlate, drawing: Array, words: Iterable[str], rng: np.random.Generator) -> Array:
    """The drawing (height, width, 3; 0 … 1) as the album would show it.

    The colours come from the network, coarse; then each size lays its patches over, with the drawing's detail put back.
    Sizes beyond the drawing's own are left out.
    """
    height, width = drawing.shape[:2]
    light = _in_the_albums_light(plate, luma(drawing))
    small = resized(light, *fitting(COARSE, width, height, SIDE))
    picture = plate.network.colours(features(small), words).reshape(*small.shape, 3)
    picture = np.clip(picture + GRAIN * rng.standard_normal(picture.shape, np.float32), 0, 1)
    for size in _sizes(plate, max(height, width)):
        across, down = fitting(size, width, height, SIDE)
        coarse = resized(resized(light, picture.shape[1], picture.shape[0]), across, down)
        detail = resized(light, across, down) - coarse
        picture = np.clip(resized(picture, across, down) + DRAWING * detail[..., None], 0, 1)
        for _ in range(2 if size <= TWICE_UP_TO else 1):
            picture = plate.books[size].laid_over(picture, STEPS_APART[size])
    return resized(picture, width, height)


def flat_colours(plate: StylePlate, colours: Array, words: Iterable[str]) -> Array:
    """(n, 3) plain colours as the album would have them, as light as they were."""
    light = luma(colours)
    made = plate.network.colours(flat_features(light), words)
    return np.asarray(np.clip(made + (light - luma(made))[:, None], 0, 1), np.float32)


def _sizes(plate: StylePlate, longest: int) -> list[int]:
    sizes = sorted(plate.books)
    return [size for size, smaller in zip(sizes, [0, *sizes], strict=False) if smaller < longest]


def _in_the_albums_light(plate: StylePlate, light: Array) -> Array:
    """Lightness moved towards the album's distribution; equal stays equal, darker stays darker."""
    ordered = np.sort(light, axis=None)
    below = np.searchsorted(ordered, light.ravel(), "left") + np.searchsorted(ordered, light.ravel(), "right")
    rank = below.reshape(light.shape) / (2 * light.size)
    albums = np.interp(rank, np.linspace(0, 1, TONES), np.sort(plate.tones)).astype(np.float32)
    return light + (albums - light) * ALBUMS_LIGHT
