"""The colour network: from how light a place is, where it lies and what the caption says, to a colour.

Three layers of 48, a vector of eight numbers for each word. It sees no colour, so it can colour a drawing as it
coloured the album's pictures.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from platemark_press.plates.arrays import Array, blurred

FEATURES = 10
WORD_SIZE = 8
HIDDEN = 48
LEAK = np.float32(0.05)
COARSE = 64
"""The longer side of what the network sees, in pixels."""

_SCALE = np.array([2, 2, 2, 2, 4, 4, 2, 2, 2, 1], np.float32)
_SHIFT = np.array([1, 1, 1, 1, 0, 0, 0, 0, 0, 0.5], np.float32)


def features(light: Array) -> Array:
    """(height, width) of lightness to (height * width, FEATURES)."""
    height, width = light.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    down, across = y / height - np.float32(0.5), np.abs(x / width - np.float32(0.5))
    unit = max(height, width) / COARSE
    near, wide, far = (blurred(light, radius * unit) for radius in (0.7, 2.5, 7))
    rise, slope = np.gradient(near)
    edge = np.hypot(rise, slope) * np.float32(4 * unit)
    columns = [near, near**2, wide, far, near - wide, wide - far, edge, down, down**2, across]
    return np.asarray((np.stack(columns, -1) * _SCALE - _SHIFT).reshape(-1, FEATURES), np.float32)


def flat_features(lights: Array) -> Array:
    """The features of plain surfaces in the middle of a picture, one row for each lightness."""
    zero = np.zeros_like(lights)
    columns = [lights, lights**2, lights, lights, zero, zero, zero, zero, zero, zero]
    return np.asarray(np.stack(columns, -1) * _SCALE - _SHIFT, np.float32)


def shapes(words: int) -> dict[str, tuple[int, ...]]:
    """The arrays of a network that knows so many words. The last row of ``words`` stands for no known word."""
    return {
        "words": (words + 1, WORD_SIZE),
        "from_features": (FEATURES, HIDDEN),
        "from_words": (WORD_SIZE, HIDDEN),
        "first": (HIDDEN,),
        "middle": (HIDDEN, HIDDEN),
        "second": (HIDDEN,),
        "last": (HIDDEN, 3),
        "third": (3,),
    }


@dataclass
class Network:
    """A colour network: the words it knows, and its weights by the names of ``shapes``."""

    words: tuple[str, ...]
    weights: dict[str, Array]
    _rows: dict[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._rows = {word: row for row, word in enumerate(self.words)}

    @classmethod
    def fresh(cls, words: tuple[str, ...], rng: np.random.Generator) -> Network:
        """One that has learned nothing: it makes everything nearly the same grey."""
        sizes = shapes(len(words))
        weights = {name: np.zeros(shape, np.float32) for name, shape in sizes.items()}
        for name, fan_in, gain in (
            ("words", 1, 0.3),
            ("from_features", FEATURES + WORD_SIZE, math.sqrt(2)),
            ("from_words", FEATURES + WORD_SIZE, math.sqrt(2)),
            ("middle", HIDDEN, math.sqrt(2)),
            ("last", HIDDEN, 0.3 * math.sqrt(2)),
        ):
            weights[name][:] = rng.standard_normal(sizes[name]) * (gain / math.sqrt(fan_in))
        return cls(words, weights)

    def knows(self, word: str) -> bool:
        """Whether a word changes what this network does."""
        return word in self._rows

    def rows(self, words: Iterable[str]) -> list[int]:
        """The rows of the words it knows; where it knows none, the row that stands for that."""
        return [self._rows[word] for word in words if word in self._rows] or [len(self.words)]

    def colours(self, seen: Array, words: Iterable[str]) -> Array:
        """(n, FEATURES) to (n, 3), under one caption."""
        made = self._forward(seen[None], self._meaning([self.rows(words)]))[-1]
        return np.asarray(made[0], np.float32)

    def _meaning(self, captions: Sequence[list[int]]) -> Array:
        return np.asarray(np.stack([self.weights["words"][rows].mean(0) for rows in captions]), np.float32)

    def _forward(self, seen: Array, meaning: Array) -> tuple[Array, Array, Array, Array, Array]:
        """(pictures, n, FEATURES) and (pictures, WORD_SIZE) to the sums and outputs of each layer, colours last."""
        w = self.weights
        sum1: Array = seen @ w["from_features"] + (meaning @ w["from_words"])[:, None] + w["first"]
        out1 = np.maximum(sum1, LEAK * sum1)
        sum2 = out1 @ w["middle"] + w["second"]
        out2 = np.maximum(sum2, LEAK * sum2)
        colours = 1 / (1 + np.exp(-np.clip(out2 @ w["last"] + w["third"], -30, 30)))
        return sum1, out1, sum2, out2, np.asarray(colours, np.float32)

    def gradients(self, seen: Array, captions: Sequence[list[int]], wanted: Array) -> dict[str, Array]:
        """How the mean squared error on a batch grows with each weight.

        ``seen`` is (pictures, n, FEATURES), ``wanted`` (pictures, n, 3), ``captions`` the rows of each picture's words.
        """
        w = self.weights
        meaning = self._meaning(captions)
        sum1, out1, sum2, out2, made = self._forward(seen, meaning)
        of_last: Array = (made - wanted) * made * (1 - made) * np.float32(2 / made.size)
        of_second: Array = (of_last @ w["last"].T) * _slope(sum2)
        of_first: Array = (of_second @ w["middle"].T) * _slope(sum1)
        by_picture = of_first.sum(1)
        of_meaning = by_picture @ w["from_words"].T
        of_words = np.zeros_like(w["words"])
        for rows, push in zip(captions, of_meaning, strict=True):
            np.add.at(of_words, rows, push / len(rows))
        return {
            "words": of_words,
            "from_features": _flat(seen).T @ _flat(of_first),
            "from_words": meaning.T @ by_picture,
            "first": by_picture.sum(0),
            "middle": _flat(out1).T @ _flat(of_second),
            "second": of_second.sum((0, 1)),
            "last": _flat(out2).T @ _flat(of_last),
            "third": of_last.sum((0, 1)),
        }


@dataclass
class Adam:
    """The optimiser's memory: mean and mean square of the gradients so far, and how many there were."""

    mean: dict[str, Array]
    square: dict[str, Array]
    count: int = 0

    @classmethod
    def fresh(cls, network: Network) -> Adam:
        """Without a memory."""
        empty = {name: np.zeros_like(weights) for name, weights in network.weights.items()}
        return cls(empty, {name: weights.copy() for name, weights in empty.items()})

    def step(self, network: Network, gradients: dict[str, Array], rate: float) -> None:
        """Move the network's weights against the gradients."""
        self.count += 1
        for name, gradient in gradients.items():
            self.mean[name] = np.float32(0.9) * self.mean[name] + np.float32(0.1) * gradient
            self.square[name] = np.float32(0.99) * self.square[name] + np.float32(0.01) * gradient**2
            mean = self.mean[name] / np.float32(1 - 0.9**self.count)
            spread = np.sqrt(self.square[name] / np.float32(1 - 0.99**self.count))
            network.weights[name] -= np.float32(rate) * mean / (spread + np.float32(1e-6))


def _slope(sums: Array) -> Array:
    """How a layer's output grows with its sum."""
    return np.where(sums > 0, np.float32(1), LEAK).astype(np.float32)


def _flat(values: Array) -> Array:
    return values.reshape(-1, values.shape[-1])
