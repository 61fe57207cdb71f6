"""The colour network: predicts a pixel's colour from its lightness, its position and the words of the caption.

Two hidden layers of 48 units, and an embedding of eight numbers for each word. Its input contains no colour, so it can
colour a drawing as it colours the album's pictures.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from platemark_press.style_plates.arrays import Array, blur

FEATURES = 10
WORD_SIZE = 8
HIDDEN = 48
LEAK = np.float32(0.05)
COARSE = 64
"""The longer side of the network's input, in pixels."""

_SCALE = np.array([2, 2, 2, 2, 4, 4, 2, 2, 2, 1], np.float32)
_SHIFT = np.array([1, 1, 1, 1, 0, 0, 0, 0, 0, 0.5], np.float32)


def features(light: Array) -> Array:
    """Compute features (height * width, FEATURES) from lightness (height, width)."""
    height, width = light.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    down, across = y / height - np.float32(0.5), np.abs(x / width - np.float32(0.5))
    unit = max(height, width) / COARSE
    near, wide, far = (blur(light, radius * unit) for radius in (0.7, 2.5, 7))
    rise, slope = np.gradient(near)
    edge = np.hypot(rise, slope) * np.float32(4 * unit)
    columns = [near, near**2, wide, far, near - wide, wide - far, edge, down, down**2, across]
    return np.asarray((np.stack(columns, -1) * _SCALE - _SHIFT).reshape(-1, FEATURES), np.float32)


def flat_features(lights: Array) -> Array:
    """The features of plain surfaces in the centre of a picture, one row for each lightness."""
    zero = np.zeros_like(lights)
    columns = [lights, lights**2, lights, lights, zero, zero, zero, zero, zero, zero]
    return np.asarray(np.stack(columns, -1) * _SCALE - _SHIFT, np.float32)


def weight_shapes(words: int) -> dict[str, tuple[int, ...]]:
    """The shapes of the weights for a vocabulary of this size. The last row of ``words`` stands for unknown words."""
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
    """A colour network: its vocabulary, and its weights by the names in ``weight_shapes``."""

    words: tuple[str, ...]
    weights: dict[str, Array]
    _rows: dict[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._rows = {word: row for row, word in enumerate(self.words)}

    @classmethod
    def initialise(cls, words: tuple[str, ...], rng: np.random.Generator) -> Network:
        """An untrained network, which predicts nearly the same grey everywhere."""
        shapes = weight_shapes(len(words))
        weights = {name: np.zeros(shape, np.float32) for name, shape in shapes.items()}
        for name, fan_in, gain in (
            ("words", 1, 0.3),
            ("from_features", FEATURES + WORD_SIZE, math.sqrt(2)),
            ("from_words", FEATURES + WORD_SIZE, math.sqrt(2)),
            ("middle", HIDDEN, math.sqrt(2)),
            ("last", HIDDEN, 0.3 * math.sqrt(2)),
        ):
            weights[name][:] = rng.standard_normal(shapes[name]) * (gain / math.sqrt(fan_in))
        return cls(words, weights)

    def knows(self, word: str) -> bool:
        """Whether the word is in the vocabulary."""
        return word in self._rows

    def rows(self, words: Iterable[str]) -> list[int]:
        """The embedding rows of the known words; the row for unknown words if there are none."""
        return [self._rows[word] for word in words if word in self._rows] or [len(self.words)]

    def colours(self, features: Array, words: Iterable[str]) -> Array:
        """Predict colours (n, 3) from features (n, FEATURES), for one caption."""
        predicted = self._forward(features[None], self._embed([self.rows(words)]))[-1]
        return np.asarray(predicted[0], np.float32)

    def _embed(self, captions: Sequence[list[int]]) -> Array:
        return np.asarray(np.stack([self.weights["words"][rows].mean(0) for rows in captions]), np.float32)

    def _forward(self, features: Array, embedding: Array) -> tuple[Array, Array, Array, Array, Array]:
        """The sums and outputs of each layer, colours last.

        ``features`` is (pictures, n, FEATURES), ``embedding`` is (pictures, WORD_SIZE).
        """
        w = self.weights
        sum1: Array = features @ w["from_features"] + (embedding @ w["from_words"])[:, None] + w["first"]
        out1 = np.maximum(sum1, LEAK * sum1)
        sum2 = out1 @ w["middle"] + w["second"]
        out2 = np.maximum(sum2, LEAK * sum2)
        colours = 1 / (1 + np.exp(-np.clip(out2 @ w["last"] + w["third"], -30, 30)))
        return sum1, out1, sum2, out2, np.asarray(colours, np.float32)

    def gradients(self, features: Array, captions: Sequence[list[int]], target: Array) -> dict[str, Array]:
        """The gradient of a batch's mean squared error with respect to each weight.

        ``features`` is (pictures, n, FEATURES), ``target`` is (pictures, n, 3), ``captions`` are the embedding rows of
        each picture's words.
        """
        w = self.weights
        embedding = self._embed(captions)
        sum1, out1, sum2, out2, predicted = self._forward(features, embedding)
        grad3: Array = (predicted - target) * predicted * (1 - predicted) * np.float32(2 / predicted.size)
        grad2: Array = (grad3 @ w["last"].T) * _leaky_relu_slope(sum2)
        grad1: Array = (grad2 @ w["middle"].T) * _leaky_relu_slope(sum1)
        by_picture = grad1.sum(1)
        embedding_gradient = by_picture @ w["from_words"].T
        word_gradient = np.zeros_like(w["words"])
        for rows, gradient in zip(captions, embedding_gradient, strict=True):
            np.add.at(word_gradient, rows, gradient / len(rows))
        return {
            "words": word_gradient,
            "from_features": _flatten(features).T @ _flatten(grad1),
            "from_words": embedding.T @ by_picture,
            "first": by_picture.sum(0),
            "middle": _flatten(out1).T @ _flatten(grad2),
            "second": grad2.sum((0, 1)),
            "last": _flatten(out2).T @ _flatten(grad3),
            "third": grad3.sum((0, 1)),
        }


@dataclass
class Adam:
    """The Adam optimiser: running means of the gradients and their squares, and the number of steps."""

    mean: dict[str, Array]
    square: dict[str, Array]
    count: int = 0

    @classmethod
    def initialise(cls, network: Network) -> Adam:
        """An optimiser before its first step."""
        empty = {name: np.zeros_like(weights) for name, weights in network.weights.items()}
        return cls(empty, {name: weights.copy() for name, weights in empty.items()})

    def step(self, network: Network, gradients: dict[str, Array], rate: float) -> None:
        """Update the network's weights."""
        self.count += 1
        for name, gradient in gradients.items():
            self.mean[name] = np.float32(0.9) * self.mean[name] + np.float32(0.1) * gradient
            self.square[name] = np.float32(0.99) * self.square[name] + np.float32(0.01) * gradient**2
            mean = self.mean[name] / np.float32(1 - 0.9**self.count)
            spread = np.sqrt(self.square[name] / np.float32(1 - 0.99**self.count))
            network.weights[name] -= np.float32(rate) * mean / (spread + np.float32(1e-6))


def _leaky_relu_slope(sums: Array) -> Array:
    return np.where(sums > 0, np.float32(1), LEAK).astype(np.float32)


def _flatten(values: Array) -> Array:
    return values.reshape(-1, values.shape[-1])
