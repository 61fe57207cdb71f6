"""Surfaces: books of small patches of the album at several sizes, and laying them over a picture.

A patch is SIDE x SIDE pixels of three colours. Patches are compared by their first AXES principal components.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from platemark_press.plates.arrays import Array, Bytes, Indices, nearest

SIDE = 7
VALUES = SIDE * SIDE * 3
AXES = 20
STEPS_APART = {64: 1, 128: 2, 256: 3, 512: 4}
"""The sizes (longer side, in pixels), and how far apart patches are laid at each."""
KEPT_MEAN = np.float32(0.5)
"""How much of the picture's own local colour shows through the patch that is laid on it."""

_HANNING = np.hanning(SIDE + 2)[1:-1]
_WINDOW = np.outer(_HANNING, _HANNING).astype(np.float32)


@dataclass(frozen=True)
class Measure:
    """How patches are compared: a mean and orthogonal axes, both of VALUES numbers."""

    mean: Array
    axes: Array

    @classmethod
    def of(cls, patches: Bytes) -> Measure:
        """The principal axes of these patches."""
        values = patches.astype(np.float32) / np.float32(255)
        mean = values.mean(0)
        centred = (values - mean).astype(np.float64)
        _, vectors = np.linalg.eigh(centred.T @ centred)
        return cls(mean, np.ascontiguousarray(vectors[:, ::-1][:, :AXES], np.float32))

    def of_bytes(self, patches: Bytes) -> Array:
        """(n, VALUES) of 0 … 255 to (n, AXES)."""
        return self.of_floats(patches.astype(np.float32) / np.float32(255))

    def of_floats(self, patches: Array) -> Array:
        """(n, VALUES) of 0 … 1 to (n, AXES)."""
        return np.asarray((patches - self.mean) @ self.axes, np.float32)


@dataclass(frozen=True)
class Book:
    """The patches of one size, and how they are compared."""

    measure: Measure
    patches: Bytes
    _placed: Array = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_placed", self.measure.of_bytes(self.patches))

    def laid_over(self, picture: Array, apart: int) -> Array:
        """The picture made anew from this book: every ``apart`` pixels the patch that is most alike, blended."""
        height, width = picture.shape[:2]
        wanted, rows, columns = _cut(picture, apart)
        chosen = self.patches[nearest(self.measure.of_floats(wanted), self._placed)].astype(np.float32)
        chosen = chosen.reshape(-1, SIDE * SIDE, 3) / np.float32(255)
        own = wanted.reshape(chosen.shape).mean(1, keepdims=True)
        chosen = chosen + KEPT_MEAN * (own - chosen.mean(1, keepdims=True))
        return _blended(chosen.reshape(rows, columns, SIDE, SIDE, 3), apart, width, height)


@dataclass
class Clusters:
    """Centres of patches, moved batch by batch towards what is near them (mini-batch k-means)."""

    centres: Array
    counts: Array

    @classmethod
    def among(cls, placed: Array, wanted: int, rng: np.random.Generator) -> Clusters:
        """Centres at some of the patches; never more than a third of them."""
        chosen = rng.permutation(len(placed))[: max(1, min(wanted, len(placed) // 3))]
        return cls(placed[chosen].copy(), np.ones(len(chosen), np.float32))

    def learn(self, batch: Array) -> None:
        """Move each centre to the mean of all that was ever nearest to it."""
        owner = nearest(batch, self.centres)
        seen = np.bincount(owner, minlength=len(self.centres)).astype(np.float32)
        sums = np.zeros_like(self.centres)
        np.add.at(sums, owner, batch)
        self.counts = self.counts + seen
        shift = (sums - seen[:, None] * self.centres) / self.counts[:, None]
        self.centres = np.asarray(self.centres + shift, np.float32)

    def loss(self, placed: Array) -> float:
        """The mean squared distance to the nearest centre, for each of a patch's VALUES."""
        gaps = placed - self.centres[nearest(placed, self.centres)]
        return float((gaps**2).sum(1).mean()) / VALUES

    def real(self, placed: Array) -> Indices:
        """Which patches lie nearest to the centres, each once."""
        return np.unique(nearest(self.centres, placed))


def random_patches(picture: Bytes, count: int, rng: np.random.Generator) -> Bytes:
    """(count, VALUES) cut from anywhere in a picture (height, width, 3)."""
    windows = np.lib.stride_tricks.sliding_window_view(picture, (SIDE, SIDE), (0, 1))
    down, across = rng.integers(0, windows.shape[0], count), rng.integers(0, windows.shape[1], count)
    return np.ascontiguousarray(windows[down, across].transpose(0, 2, 3, 1)).reshape(count, VALUES)


def _cut(picture: Array, apart: int) -> tuple[Array, int, int]:
    """Patches every ``apart`` pixels, beyond the far edges too, and how many rows and columns of them there are."""
    padded = np.pad(picture, ((0, SIDE), (0, SIDE), (0, 0)), "edge")
    windows: npt.NDArray[np.float32] = np.lib.stride_tricks.sliding_window_view(padded, (SIDE, SIDE), (0, 1))
    windows = windows[::apart, ::apart].transpose(0, 1, 3, 4, 2)
    return windows.reshape(-1, VALUES), windows.shape[0], windows.shape[1]


def _blended(patches: Array, apart: int, width: int, height: int) -> Array:
    """Overlapping patches (rows, columns, SIDE, SIDE, 3) as one picture."""
    rows, columns = patches.shape[:2]
    total = np.zeros((height + 2 * SIDE, width + 2 * SIDE, 3), np.float32)
    weight = np.zeros((*total.shape[:2], 1), np.float32)
    for y in range(SIDE):
        for x in range(SIDE):
            place = np.s_[y : y + rows * apart : apart, x : x + columns * apart : apart]
            total[place] += patches[:, :, y, x] * _WINDOW[y, x]
            weight[place] += _WINDOW[y, x]
    return np.asarray(np.clip(total[:height, :width] / weight[:height, :width], 0, 1), np.float32)
