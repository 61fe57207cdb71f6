"""Random numbers that stay put: every element of a picture draws from a stream of its own.

A stream is named by the seed, the words the press does not know (they cannot add anything, so they reseed), and the
element. Taking one element away, or adding another, therefore moves none of the rest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from platemark_press.palettes import Array


class Streams:
    """Hands out one generator for each name."""

    def __init__(self, seed: int, reseeding: Sequence[str] = ()) -> None:
        self._root = f"{seed}|{' '.join(reseeding)}"

    def of(self, *names: str) -> np.random.Generator:
        """A fresh generator for a name; the same name always starts at the same place."""
        text = "|".join((self._root, *names))
        digest = hashlib.sha256(text.encode("utf-8", "replace")).digest()
        return np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "little")))


def pick(rng: np.random.Generator, low: float, high: float) -> float:
    """A number between two others."""
    return low + (high - low) * float(rng.random())


def choose(rng: np.random.Generator, count: int) -> int:
    """A whole number below ``count``."""
    return min(count - 1, int(rng.random() * count))


def line_noise(rng: np.random.Generator, length: int, cells: float, octaves: int = 5) -> Array:
    """Rough one-dimensional noise, 0 … 1."""
    total = np.zeros(length, np.float64)
    weight, sum_of_weights = 1.0, 0.0
    for octave in range(octaves):
        count = max(2, int(cells * 2**octave))
        knots = rng.random(count + 4)
        x = np.linspace(1, count + 1, length)
        i = np.clip(x.astype(int), 0, count + 2)
        t = x - i
        t = t * t * (3 - 2 * t) if octave < 2 else t
        total += weight * (knots[i] * (1 - t) + knots[i + 1] * t)
        sum_of_weights += weight
        weight *= 0.5
    return (total / sum_of_weights).astype(np.float32)
