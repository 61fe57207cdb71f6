"""Arithmetic on pictures, which are arrays of floats 0 … 1."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image

Array = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]
Indices = npt.NDArray[np.intp]

LUMA = np.array([0.299, 0.587, 0.114], np.float32)
MAX_COMPARISONS = 2**22
"""Distances computed at once, about 16 MiB."""


def luma(picture: Array) -> Array:
    """The lightness of each pixel; the last axis is red, green, blue."""
    return np.asarray(picture @ LUMA, np.float32)


def resize(field: Array, width: int, height: int) -> Array:
    """Resize an array with one value or three values a pixel."""
    if field.shape[:2] == (height, width):
        return field
    layers = field[..., None] if field.ndim == 2 else field
    resized = [_resize_layer(layers[..., k], width, height) for k in range(layers.shape[-1])]
    return resized[0] if field.ndim == 2 else np.stack(resized, -1)


def _resize_layer(layer: Array, width: int, height: int) -> Array:
    image = Image.fromarray(np.ascontiguousarray(layer))
    return np.clip(np.asarray(image.resize((width, height), Image.Resampling.BICUBIC), np.float32), 0, 1)


def blur(field: Array, radius: float) -> Array:
    """Gaussian blur with a standard deviation of ``radius`` pixels; the edge values continue outside."""
    reach = int(3 * radius) + 1
    kernel = np.exp(-(np.arange(-reach, reach + 1) ** 2) / (2 * radius * radius)).astype(np.float32)
    kernel /= kernel.sum()
    return _convolve_rows(_convolve_rows(field, kernel).T, kernel).T


def _convolve_rows(field: Array, kernel: Array) -> Array:
    reach, height = len(kernel) // 2, len(field)
    padded = np.pad(field, ((reach, reach), (0, 0)), "edge")
    out = np.zeros_like(field)
    for k, share in enumerate(kernel):
        out += share * padded[k : k + height]
    return out


def fit_size(longest: int, width: int, height: int, least: int) -> tuple[int, int]:
    """Scale width and height so that the longer side is ``longest``; neither is below ``least``."""
    scale = longest / max(width, height)
    return max(least, round(width * scale)), max(least, round(height * scale))


def nearest_rows(queries: Array, table: Array) -> Indices:
    """The index of the nearest row of ``table`` for each row of ``queries``."""
    lengths, at_once = (table**2).sum(1), max(1, MAX_COMPARISONS // len(table))
    parts = [
        (lengths - 2 * (queries[start : start + at_once] @ table.T)).argmin(1)
        for start in range(0, len(queries), at_once)
    ]
    return np.concatenate(parts) if parts else np.zeros(0, np.intp)
