"""The state of a training run and its steps: first the colours, then the surfaces, the smallest size first.

A step depends only on the state before it, the training data and the step's number: its random numbers come from the
seed and that number. A run that resumes from a checkpoint therefore produces the same plate.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from platemark.engines.base import EngineError
from platemark_press.style_plates.arrays import Array
from platemark_press.style_plates.caption_words import build_vocabulary
from platemark_press.style_plates.network import Adam, Network
from platemark_press.style_plates.parameters import TrainingParameters
from platemark_press.style_plates.patches import VALUES, PatchBook, PatchClusters, PatchProjection
from platemark_press.style_plates.plate import StylePlate
from platemark_press.style_plates.training_data import PictureSample, TrainingData

PICTURES_PER_STEP, PIXELS_PER_STEP, PATCHES_PER_STEP = 16, 128, 4096
WORD_DROPOUT = 0.25
"""The share of a caption's words that a step ignores, so that no word alone identifies a picture."""
FEATURE_NOISE = np.float32(0.03)
MEASURED_PICTURES = 64
"""The number of pictures that a loss is measured on, at most."""
MEASURED_PATCHES = 2000

Arrays = dict[str, npt.NDArray[Any]]


@dataclass
class _ProjectedPatches:
    """The patches of the size in training, projected for comparison."""

    projection: PatchProjection
    trained: Array
    evaluated: Array


@dataclass
class TrainingState:
    """A training run after ``step`` steps."""

    parameters: TrainingParameters
    data: TrainingData
    seed: int
    network: Network
    adam: Adam
    books: dict[int, PatchBook] = field(default_factory=dict)
    clusters: PatchClusters | None = None
    step: int = 0
    _projected: dict[int, _ProjectedPatches] = field(default_factory=dict, repr=False)

    @classmethod
    def initialise(cls, parameters: TrainingParameters, data: TrainingData, seed: int) -> TrainingState:
        """The state before the first step."""
        words = build_vocabulary(sample.words for sample in data.trained)
        network = Network.initialise(words, np.random.default_rng([seed]))
        return cls(parameters, data, seed, network, Adam.initialise(network))

    @property
    def done(self) -> bool:
        """Whether the last step has run."""
        return self.step >= self.parameters.steps

    @property
    def plate(self) -> StylePlate:
        """The plate so far; it lacks the books of sizes that are not trained yet."""
        return StylePlate(self.network, self.data.tones, self.books)

    def run_step(self) -> None:
        """Run the next step. Raises EngineError ``diverged`` if a weight is no longer finite."""
        rng = np.random.default_rng([self.seed, self.step + 1])
        if self.step < self.parameters.colour_steps:
            self._train_colours(rng)
        else:
            surface_step = self.step - self.parameters.colour_steps
            self._train_surface(self._size_at(surface_step), surface_step % self.parameters.steps_per_size, rng)
        self.step += 1
        if not all(np.isfinite(weights).all() for weights in self.network.weights.values()):
            raise EngineError("diverged", "The colours diverged.", hint="Use a smaller learning_rate.")

    def measure_losses(self) -> dict[str, float]:
        """The current losses of the colours, and of the surfaces in training.

        Colours: the mean squared error of red, green and blue 0 … 1, always on the same pixels. Surfaces: the mean
        squared distance between patches and their nearest centres, in the compared components.
        """
        losses = {"train_loss": self._colour_loss(self.data.trained)}
        if self.data.held_out:
            losses["held_out_loss"] = self._colour_loss(self.data.held_out)
        if self.clusters is not None:
            size = self._size_at(self.step - 1 - self.parameters.colour_steps)
            losses[f"surface_{size}_loss"] = self.clusters.loss(self._project_patches(size).evaluated)
        return losses

    def to_arrays(self) -> Arrays:
        """Everything that ``from_arrays`` needs besides the parameters, the data and the seed."""
        arrays: Arrays = {"step": np.array([self.step, self.adam.count])}
        for name, weights in self.network.weights.items():
            arrays |= {f"weights/{name}": weights, f"mean/{name}": self.adam.mean[name]}
            arrays[f"square/{name}"] = self.adam.square[name]
        for size, book in self.books.items():
            arrays |= {f"book/{size}/mean": book.projection.mean, f"book/{size}/axes": book.projection.axes}
            arrays[f"book/{size}/patches"] = book.patches
        if self.clusters is not None:
            arrays |= {"clusters/centres": self.clusters.centres, "clusters/counts": self.clusters.counts}
        return arrays

    @classmethod
    def from_arrays(
        cls, parameters: TrainingParameters, data: TrainingData, seed: int, arrays: Arrays
    ) -> TrainingState:
        """Restore the state that ``to_arrays`` saved. Raises KeyError or ValueError if it is incomplete."""
        state = cls.initialise(parameters, data, seed)
        state.step, state.adam.count = (int(number) for number in arrays["step"])
        for name, weights in state.network.weights.items():
            for kind, values in (("weights", weights), ("mean", state.adam.mean[name])):
                values[:] = arrays[f"{kind}/{name}"]
            state.adam.square[name][:] = arrays[f"square/{name}"]
        for size in parameters.sizes:
            if f"book/{size}/patches" in arrays:
                projection = PatchProjection(arrays[f"book/{size}/mean"], arrays[f"book/{size}/axes"])
                state.books[size] = PatchBook(projection, arrays[f"book/{size}/patches"].reshape(-1, VALUES))
        if "clusters/centres" in arrays:
            state.clusters = PatchClusters(arrays["clusters/centres"], arrays["clusters/counts"])
        return state

    def _train_colours(self, rng: np.random.Generator) -> None:
        samples = self.data.trained
        chosen = [samples[k] for k in rng.integers(0, len(samples), PICTURES_PER_STEP)]
        captions = [self._drop_words(sample, rng) for sample in chosen]
        pixels = rng.integers(0, len(chosen[0].features), (PICTURES_PER_STEP, PIXELS_PER_STEP))
        features = np.stack([sample.features[rows] for sample, rows in zip(chosen, pixels, strict=True)])
        target = np.stack([sample.colours[rows] for sample, rows in zip(chosen, pixels, strict=True)])
        features += FEATURE_NOISE * rng.standard_normal(features.shape, np.float32)
        decay = math.cos(math.pi / 2 * self.step / self.parameters.colour_steps) ** 2
        rate = self.parameters.learning_rate * (0.02 + 0.98 * decay)
        self.adam.step(self.network, self.network.gradients(features, captions, target), rate)

    def _drop_words(self, sample: PictureSample, rng: np.random.Generator) -> list[int]:
        kept = rng.random(len(sample.words)) >= WORD_DROPOUT
        return self.network.rows(word for word, keep in zip(sample.words, kept, strict=True) if keep)

    def _train_surface(self, size: int, step: int, rng: np.random.Generator) -> None:
        patches = self._project_patches(size)
        if self.clusters is None:
            self.clusters = PatchClusters.initialise(patches.trained, self.parameters.patches, rng)
        self.clusters.update(patches.trained[rng.permutation(len(patches.trained))[:PATCHES_PER_STEP]])
        if step + 1 == self.parameters.steps_per_size:
            representatives = self.clusters.representatives(patches.trained)
            self.books[size] = PatchBook(patches.projection, self.data.patches[size].trained[representatives])
            self.clusters = None

    def _size_at(self, surface_step: int) -> int:
        return self.parameters.sizes[surface_step // self.parameters.steps_per_size]

    def _project_patches(self, size: int) -> _ProjectedPatches:
        """Derived from the training data alone, so checkpoints need not contain it."""
        if size not in self._projected:
            patches = self.data.patches[size]
            projection = PatchProjection.fit(patches.trained)
            evaluated = patches.held_out if len(patches.held_out) else patches.trained
            evaluated = evaluated[:: max(1, len(patches.held_out) // MEASURED_PATCHES)]
            self._projected = {
                size: _ProjectedPatches(
                    projection, projection.project_bytes(patches.trained), projection.project_bytes(evaluated)
                )
            }
        return self._projected[size]

    def _colour_loss(self, samples: Sequence[PictureSample]) -> float:
        errors = [
            self.network.colours(sample.features, sample.words) - sample.colours
            for sample in samples[:MEASURED_PICTURES]
        ]
        return float(np.mean([float((error**2).mean()) for error in errors]))


def grey_loss(samples: Sequence[PictureSample]) -> float:
    """The loss of a grey copy of the pictures, which training must beat to be useful."""
    luma = np.array([[0.299], [0.587], [0.114]], np.float32)
    grey_copies = [sample.colours @ luma for sample in samples[:MEASURED_PICTURES]]
    gaps = [grey - sample.colours for grey, sample in zip(grey_copies, samples, strict=False)]
    return float(np.mean([float((gap**2).mean()) for gap in gaps]))
