"""Learning a style plate step by step: first the colours, then the surfaces, the smallest size first.

What a step does depends on what was learned before, on the lessons and on the step's number, on nothing else: its
random numbers come from the seed and that number. So a training that goes on from a checkpoint makes the same plate.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from platemark.engines.base import EngineError, Parameter
from platemark_press.plates.arrays import Array
from platemark_press.plates.lessons import Lesson, Lessons
from platemark_press.plates.network import Adam, Network
from platemark_press.plates.plate import MAX_PATCHES, StylePlate
from platemark_press.plates.surface import VALUES, Book, Clusters, Measure
from platemark_press.plates.words import vocabulary

DETAIL = {"coarse": (64, 128), "medium": (64, 128, 256), "fine": (64, 128, 256, 512)}

PARAMETERS = (
    Parameter("steps", "How long to learn: four fifths for the colours, the rest for the surfaces.", 1000, 20, 20_000),
    Parameter("learning_rate", "How far a step moves the colours at the beginning; it falls.", 0.01, 0.0001, 0.05),
    Parameter("patches", "How many patches to keep at each size.", 2000, 30, MAX_PATCHES),
    Parameter("detail", "How small the surfaces are that it learns.", "fine", choices=tuple(DETAIL)),
)

PICTURES_A_STEP, PIXELS_A_STEP, PATCHES_A_STEP = 16, 128, 4096
FORGOTTEN = 0.25
"""The share of a caption's words that a step does not see, so that no word carries a picture alone."""
BLUR = np.float32(0.03)
MEASURED = 64
"""Pictures that a loss is measured on, at most."""
MEASURED_PATCHES = 2000

State = dict[str, npt.NDArray[Any]]


@dataclass(frozen=True)
class Settings:
    """The checked parameters of a training."""

    steps: int
    learning_rate: float
    patches: int
    detail: str

    @classmethod
    def of(cls, parameters: Mapping[str, str | int | float | bool]) -> Settings:
        """From the words of a request; what it leaves out is the default."""
        whole = {parameter.name: parameter.default for parameter in PARAMETERS} | dict(parameters)
        return cls(int(whole["steps"]), float(whole["learning_rate"]), int(whole["patches"]), str(whole["detail"]))

    @property
    def sizes(self) -> tuple[int, ...]:
        """The sizes at which surfaces are learned."""
        return DETAIL[self.detail]

    @property
    def steps_a_size(self) -> int:
        """How many steps the surfaces of one size get."""
        return max(1, self.steps // (5 * len(self.sizes)))

    @property
    def colour_steps(self) -> int:
        """How many steps the colours get."""
        return self.steps - self.steps_a_size * len(self.sizes)


@dataclass
class _Size:
    """The surfaces of one size while they are learned."""

    measure: Measure
    placed: Array
    judged: Array


@dataclass
class Learning:
    """A training after ``step`` steps."""

    settings: Settings
    lessons: Lessons
    seed: int
    network: Network
    adam: Adam
    books: dict[int, Book] = field(default_factory=dict)
    clusters: Clusters | None = None
    step: int = 0
    _sizes: dict[int, _Size] = field(default_factory=dict, repr=False)

    @classmethod
    def fresh(cls, settings: Settings, lessons: Lessons, seed: int) -> Learning:
        """One that has not begun."""
        words = vocabulary(lesson.words for lesson in lessons.learned)
        network = Network.fresh(words, np.random.default_rng([seed]))
        return cls(settings, lessons, seed, network, Adam.fresh(network))

    @property
    def done(self) -> bool:
        """Whether there is nothing left to learn."""
        return self.step >= self.settings.steps

    @property
    def plate(self) -> StylePlate:
        """What was learned so far; without a book for sizes that were not begun."""
        return StylePlate(self.network, self.lessons.tones, self.books)

    def advance(self) -> None:
        """Do the next step. EngineError ``diverged`` where its numbers are no numbers any more."""
        rng = np.random.default_rng([self.seed, self.step + 1])
        if self.step < self.settings.colour_steps:
            self._learn_colours(rng)
        else:
            at = self.step - self.settings.colour_steps
            self._learn_surface(self._size_at(at), at % self.settings.steps_a_size, rng)
        self.step += 1
        if not all(np.isfinite(weights).all() for weights in self.network.weights.values()):
            raise EngineError("diverged", "The colours diverged.", hint="Take a smaller learning_rate.")

    def measure(self) -> dict[str, float]:
        """The losses as they are: of the colours, and of the surfaces that are being learned.

        Colours: mean squared error of red, green and blue 0 … 1, over pixels that are always the same. Surfaces: the
        same for patches and the centre that is nearest, in the components that are compared.
        """
        losses = {"train_loss": self._loss(self.lessons.learned)}
        if self.lessons.held_out:
            losses["held_out_loss"] = self._loss(self.lessons.held_out)
        if self.clusters is not None:
            size = self._size_at(self.step - 1 - self.settings.colour_steps)
            losses[f"surface_{size}_loss"] = self.clusters.loss(self._prepared(size).judged)
        return losses

    def _learn_colours(self, rng: np.random.Generator) -> None:
        learned = self.lessons.learned
        chosen = [learned[k] for k in rng.integers(0, len(learned), PICTURES_A_STEP)]
        captions = [self._some_words(lesson, rng) for lesson in chosen]
        pixels = rng.integers(0, len(chosen[0].seen), (PICTURES_A_STEP, PIXELS_A_STEP))
        seen = np.stack([lesson.seen[rows] for lesson, rows in zip(chosen, pixels, strict=True)])
        wanted = np.stack([lesson.colours[rows] for lesson, rows in zip(chosen, pixels, strict=True)])
        seen += BLUR * rng.standard_normal(seen.shape, np.float32)
        along = math.cos(math.pi / 2 * self.step / self.settings.colour_steps) ** 2
        rate = self.settings.learning_rate * (0.02 + 0.98 * along)
        self.adam.step(self.network, self.network.gradients(seen, captions, wanted), rate)

    def _some_words(self, lesson: Lesson, rng: np.random.Generator) -> list[int]:
        kept = rng.random(len(lesson.words)) >= FORGOTTEN
        return self.network.rows(word for word, keep in zip(lesson.words, kept, strict=True) if keep)

    def _learn_surface(self, size: int, at: int, rng: np.random.Generator) -> None:
        prepared = self._prepared(size)
        if self.clusters is None:
            self.clusters = Clusters.among(prepared.placed, self.settings.patches, rng)
        self.clusters.learn(prepared.placed[rng.permutation(len(prepared.placed))[:PATCHES_A_STEP]])
        if at + 1 == self.settings.steps_a_size:
            real = self.clusters.real(prepared.placed)
            self.books[size] = Book(prepared.measure, self.lessons.patches[size].learned[real])
            self.clusters = None

    def _size_at(self, surface_step: int) -> int:
        return self.settings.sizes[surface_step // self.settings.steps_a_size]

    def _prepared(self, size: int) -> _Size:
        """Made from the lessons alone, so that no checkpoint needs to hold it."""
        if size not in self._sizes:
            patches = self.lessons.patches[size]
            measure = Measure.of(patches.learned)
            judged = (patches.held_out if len(patches.held_out) else patches.learned)[:: _stride(len(patches.held_out))]
            self._sizes = {size: _Size(measure, measure.of_bytes(patches.learned), measure.of_bytes(judged))}
        return self._sizes[size]

    def _loss(self, lessons: Sequence[Lesson]) -> float:
        errors = [self.network.colours(some.seen, some.words) - some.colours for some in lessons[:MEASURED]]
        return float(np.mean([float((error**2).mean()) for error in errors]))

    def state(self) -> State:
        """All that ``resumed`` needs besides the settings, the lessons and the seed."""
        state: State = {"step": np.array([self.step, self.adam.count])}
        for name, weights in self.network.weights.items():
            state |= {f"weights/{name}": weights, f"mean/{name}": self.adam.mean[name]}
            state[f"square/{name}"] = self.adam.square[name]
        for size, book in self.books.items():
            state |= {f"book/{size}/mean": book.measure.mean, f"book/{size}/axes": book.measure.axes}
            state[f"book/{size}/patches"] = book.patches
        if self.clusters is not None:
            state |= {"clusters/centres": self.clusters.centres, "clusters/counts": self.clusters.counts}
        return state

    @classmethod
    def resumed(cls, settings: Settings, lessons: Lessons, seed: int, state: State) -> Learning:
        """The training that ``state`` was taken from. KeyError or ValueError for a state that is not whole."""
        learning = cls.fresh(settings, lessons, seed)
        learning.step, learning.adam.count = (int(number) for number in state["step"])
        for name, weights in learning.network.weights.items():
            for kind, values in (("weights", weights), ("mean", learning.adam.mean[name])):
                values[:] = state[f"{kind}/{name}"]
            learning.adam.square[name][:] = state[f"square/{name}"]
        for size in settings.sizes:
            if f"book/{size}/patches" in state:
                measure = Measure(state[f"book/{size}/mean"], state[f"book/{size}/axes"])
                learning.books[size] = Book(measure, state[f"book/{size}/patches"].reshape(-1, VALUES))
        if "clusters/centres" in state:
            learning.clusters = Clusters(state["clusters/centres"], state["clusters/counts"])
        return learning


def grey_loss(lessons: Sequence[Lesson]) -> float:
    """What a grey copy of the pictures would lose: what learning has to beat to be worth anything."""
    from_luma = [lesson.colours @ np.array([[0.299], [0.587], [0.114]], np.float32) for lesson in lessons[:MEASURED]]
    gaps = [grey - lesson.colours for grey, lesson in zip(from_luma, lessons, strict=False)]
    return float(np.mean([float((gap**2).mean()) for gap in gaps]))


def _stride(held_out: int) -> int:
    return max(1, held_out // MEASURED_PATCHES)
