"""Books of image patches that hold the surfaces of an album at one size, and their application to a picture.

A patch is SIDE x SIDE pixels of three colours. Patches are compared by their first AXES principal components.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from platemark_press.style_plates.arrays import Array, Bytes, Indices, nearest_rows

SIDE = 7
VALUES = SIDE * SIDE * 3
AXES = 20
STRIDES = {64: 1, 128: 2, 256: 3, 512: 4}
"""The sizes (longer side, in pixels), and the distance between patches at each, in pixels."""
MEAN_SHARE = np.float32(0.5)
"""How much of the picture's own local mean colour replaces that of the patch."""

_HANNING = np.hanning(SIDE + 2)[1:-1]
_WINDOW = np.outer(_HANNING, _HANNING).astype(np.float32)


@dataclass(frozen=True)
class PatchProjection:
    """A projection of patches to principal components: a mean and orthogonal axes of VALUES numbers each."""

    mean: Array
    axes: Array

    @classmethod
    def fit(cls, patches: Bytes) -> PatchProjection:
        """Compute the principal components of these patches."""
        values = patches.astype(np.float32) / np.float32(255)
        mean = values.mean(0)
        centred = (values - mean).astype(np.float64)
        _, vectors = np.linalg.eigh(centred.T @ centred)
        return cls(mean, np.ascontiguousarray(vectors[:, ::-1][:, :AXES], np.float32))

    def project_bytes(self, patches: Bytes) -> Array:
        """Project (n, VALUES) of 0 … 255 to (n, AXES)."""
        return self.project(patches.astype(np.float32) / np.float32(255))

    def project(self, patches: Array) -> Array:
        """Project (n, VALUES) of 0 … 1 to (n, AXES)."""
        return np.asarray((patches - self.mean) @ self.axes, np.float32)


@dataclass(frozen=True)
class PatchBook:
    """The patches of one size, with the projection that compares them."""

    projection: PatchProjection
    patches: Bytes
    _projected: Array = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_projected", self.projection.project_bytes(self.patches))

    def apply(self, picture: Array, stride: int) -> Array:
        """Rebuild the picture from this book: blend the most similar patch every ``stride`` pixels."""
        height, width = picture.shape[:2]
        original, rows, columns = _extract_patches(picture, stride)
        chosen = self.patches[nearest_rows(self.projection.project(original), self._projected)].astype(np.float32)
        chosen = chosen.reshape(-1, SIDE * SIDE, 3) / np.float32(255)
        own_mean = original.reshape(chosen.shape).mean(1, keepdims=True)
        chosen = chosen + MEAN_SHARE * (own_mean - chosen.mean(1, keepdims=True))
        return _blend_patches(chosen.reshape(rows, columns, SIDE, SIDE, 3), stride, width, height)


@dataclass
class PatchClusters:
    """Mini-batch k-means on projected patches."""

    centres: Array
    counts: Array

    @classmethod
    def initialise(cls, projected: Array, count: int, rng: np.random.Generator) -> PatchClusters:
        """Start with ``count`` of the patches as centres, at most a third of all."""
        chosen = rng.permutation(len(projected))[: max(1, min(count, len(projected) // 3))]
        return cls(projected[chosen].copy(), np.ones(len(chosen), np.float32))

    def update(self, batch: Array) -> None:
        """Move each centre to the mean of all patches that have been nearest to it so far."""
        owner = nearest_rows(batch, self.centres)
        counts = np.bincount(owner, minlength=len(self.centres)).astype(np.float32)
        sums = np.zeros_like(self.centres)
        np.add.at(sums, owner, batch)
        self.counts = self.counts + counts
        shift = (sums - counts[:, None] * self.centres) / self.counts[:, None]
        self.centres = np.asarray(self.centres + shift, np.float32)

    def loss(self, projected: Array) -> float:
        """The mean squared distance to the nearest centre, divided by VALUES."""
        gaps = projected - self.centres[nearest_rows(projected, self.centres)]
        return float((gaps**2).sum(1).mean()) / VALUES

    def representatives(self, projected: Array) -> Indices:
        """The indices of the patches nearest to the centres, without duplicates."""
        return np.unique(nearest_rows(self.centres, projected))


def sample_patches(picture: Bytes, count: int, rng: np.random.Generator) -> Bytes:
    """Cut ``count`` patches (count, VALUES) at random places of a picture (height, width, 3)."""
    windows = np.lib.stride_tricks.sliding_window_view(picture, (SIDE, SIDE), (0, 1))
    down, across = rng.integers(0, windows.shape[0], count), rng.integers(0, windows.shape[1], count)
    return np.ascontiguousarray(windows[down, across].transpose(0, 2, 3, 1)).reshape(count, VALUES)


def _extract_patches(picture: Array, stride: int) -> tuple[Array, int, int]:
    """The patches every ``stride`` pixels, beyond the far edges too, and the number of their rows and columns."""
    padded = np.pad(picture, ((0, SIDE), (0, SIDE), (0, 0)), "edge")
    windows: npt.NDArray[np.float32] = np.lib.stride_tricks.sliding_window_view(padded, (SIDE, SIDE), (0, 1))
    windows = windows[::stride, ::stride].transpose(0, 1, 3, 4, 2)
    return windows.reshape(-1, VALUES), windows.shape[0], windows.shape[1]


def _blend_patches(patches: Array, stride: int, width: int, height: int) -> Array:
    """Blend overlapping patches (rows, columns, SIDE, SIDE, 3) into one picture."""
    rows, columns = patches.shape[:2]
    total = np.zeros((height + 2 * SIDE, width + 2 * SIDE, 3), np.float32)
    weight = np.zeros((*total.shape[:2], 1), np.float32)
    for y in range(SIDE):
        for x in range(SIDE):
            place = np.s_[y : y + rows * stride : stride, x : x + columns * stride : stride]
            total[place] += patches[:, :, y, x] * _WINDOW[y, x]
            weight[place] += _WINDOW[y, x]
    return np.asarray(np.clip(total[:height, :width] / weight[:height, :width], 0, 1), np.float32)
