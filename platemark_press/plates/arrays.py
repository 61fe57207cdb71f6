"""Pictures as arrays of floats 0 … 1, and the few sums that plates need."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image

Array = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]
Indices = npt.NDArray[np.intp]

LUMA = np.array([0.299, 0.587, 0.114], np.float32)
COMPARED = 2**22
"""Comparisons made at once: 16 MiB of them."""


def luma(picture: Array) -> Array:
    """How light each pixel is; the last axis is red, green, blue."""
    return np.asarray(picture @ LUMA, np.float32)


def resized(field: Array, width: int, height: int) -> Array:
    """A field of one value a pixel, or a picture of three, at another size."""
    if field.shape[:2] == (height, width):
        return field
    layers = field[..., None] if field.ndim == 2 else field
    sized = [_resized_layer(layers[..., k], width, height) for k in range(layers.shape[-1])]
    return sized[0] if field.ndim == 2 else np.stack(sized, -1)


def _resized_layer(layer: Array, width: int, height: int) -> Array:
    image = Image.fromarray(np.ascontiguousarray(layer))
    return np.clip(np.asarray(image.resize((width, height), Image.Resampling.BICUBIC), np.float32), 0, 1)


def blurred(field: Array, radius: float) -> Array:
    """A field softened by a bell of ``radius`` pixels; the edge goes on outside."""
    reach = int(3 * radius) + 1
    bell = np.exp(-(np.arange(-reach, reach + 1) ** 2) / (2 * radius * radius)).astype(np.float32)
    bell /= bell.sum()
    return _along(_along(field, bell).T, bell).T


def _along(field: Array, bell: Array) -> Array:
    reach, height = len(bell) // 2, len(field)
    padded = np.pad(field, ((reach, reach), (0, 0)), "edge")
    out = np.zeros_like(field)
    for k, share in enumerate(bell):
        out += share * padded[k : k + height]
    return out


def fitting(longest: int, width: int, height: int, least: int) -> tuple[int, int]:
    """Width and height in the same proportion with ``longest`` as the longer side; neither below ``least``."""
    scale = longest / max(width, height)
    return max(least, round(width * scale)), max(least, round(height * scale))


def nearest(queries: Array, table: Array) -> Indices:
    """For each row of ``queries`` the index of the nearest row of ``table``."""
    lengths, at_once = (table**2).sum(1), max(1, COMPARED // len(table))
    parts = [
        (lengths - 2 * (queries[start : start + at_once] @ table.T)).argmin(1)
        for start in range(0, len(queries), at_once)
    ]
    return np.concatenate(parts) if parts else np.zeros(0, np.intp)
