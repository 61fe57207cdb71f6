"""Independent random streams: every element of a picture draws from its own stream.

A stream is derived from the seed, the words that the press does not know (they only reseed), and the element's name.
Adding or removing an element therefore does not move the others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from platemark_press.palettes import Array


class RandomStreams:
    """Creates the generators of one picture by name."""

    def __init__(self, seed: int, reseeding: Sequence[str] = ()) -> None:
        self._root = f"{seed}|{' '.join(reseeding)}"

    def generator(self, *names: str) -> np.random.Generator:
        """A new generator for a name; the same name always gives the same numbers."""
        text = "|".join((self._root, *names))
        digest = hashlib.sha256(text.encode("utf-8", "replace")).digest()
        return np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "little")))


def uniform(rng: np.random.Generator, low: float, high: float) -> float:
    """A random number between ``low`` and ``high``."""
    return low + (high - low) * float(rng.random())


def choose_index(rng: np.random.Generator, count: int) -> int:
    """A random whole number from 0 to ``count`` - 1."""
    return min(count - 1, int(rng.random() * count))


def line_noise(rng: np.random.Generator, length: int, cells: float, octaves: int = 5) -> Array:
    """One-dimensional value noise, 0 … 1."""
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
