"""Apply a style plate: transfer the album's light, colours and surfaces to a drawing."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from platemark_press.style_plates.arrays import Array, fit_size, luma, resize
from platemark_press.style_plates.network import COARSE, features, flat_features
from platemark_press.style_plates.patches import SIDE, STRIDES
from platemark_press.style_plates.plate import TONES, StylePlate

LIGHT_SHARE = np.float32(0.55)
"""How far the light of the drawing moves towards the album's."""
DETAIL_SHARE = np.float32(0.9)
"""How much of the drawing's own detail each size keeps."""
GRAIN = np.float32(0.02)
TWICE_UP_TO = 128
"""Patches are applied twice at sizes up to this one."""


def transfer_style(plate: StylePlate, drawing: Array, words: Iterable[str], rng: np.random.Generator) -> Array:
    """Render the drawing (height, width, 3; 0 … 1) in the style of the album.

    The network colours a coarse copy; then each size applies its patches, with the drawing's detail added back. Sizes
    beyond the drawing's own are skipped.
    """
    height, width = drawing.shape[:2]
    light = _match_light(plate, luma(drawing))
    small = resize(light, *fit_size(COARSE, width, height, SIDE))
    picture = plate.network.colours(features(small), words).reshape(*small.shape, 3)
    picture = np.clip(picture + GRAIN * rng.standard_normal(picture.shape, np.float32), 0, 1)
    for size in _sizes(plate, max(height, width)):
        across, down = fit_size(size, width, height, SIDE)
        coarse = resize(resize(light, picture.shape[1], picture.shape[0]), across, down)
        detail = resize(light, across, down) - coarse
        picture = np.clip(resize(picture, across, down) + DETAIL_SHARE * detail[..., None], 0, 1)
        for _ in range(2 if size <= TWICE_UP_TO else 1):
            picture = plate.books[size].apply(picture, STRIDES[size])
    return resize(picture, width, height)


def transfer_colours(plate: StylePlate, colours: Array, words: Iterable[str]) -> Array:
    """Render plain colours (n, 3) in the style of the album; their lightness stays."""
    light = luma(colours)
    styled = plate.network.colours(flat_features(light), words)
    return np.asarray(np.clip(styled + (light - luma(styled))[:, None], 0, 1), np.float32)


def _sizes(plate: StylePlate, longest: int) -> list[int]:
    sizes = sorted(plate.books)
    return [size for size, smaller in zip(sizes, [0, *sizes], strict=False) if smaller < longest]


def _match_light(plate: StylePlate, light: Array) -> Array:
    """Move lightness towards the album's distribution; equal values stay equal, and their order stays."""
    ordered = np.sort(light, axis=None)
    below = np.searchsorted(ordered, light.ravel(), "left") + np.searchsorted(ordered, light.ravel(), "right")
    rank = below.reshape(light.shape) / (2 * light.size)
    target = np.interp(rank, np.linspace(0, 1, TONES), np.sort(plate.tones)).astype(np.float32)
    return light + (target - light) * LIGHT_SHARE
