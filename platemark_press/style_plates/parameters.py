"""The training parameters of a style plate. Imports no numpy, so that the API process can list them cheaply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from platemark.engines.base import Parameter

MAX_PATCHES = 4000
"""Largest number of patches in a book."""
DETAIL = {"coarse": (64, 128), "medium": (64, 128, 256), "fine": (64, 128, 256, 512)}
"""The sizes (longer side, in pixels) at which surfaces are learned."""

PARAMETERS = (
    Parameter("steps", "Training steps: four fifths for the colours, the rest for the surfaces.", 1000, 20, 20_000),
    Parameter("learning_rate", "Initial learning rate of the colour network; it decays.", 0.01, 0.0001, 0.05),
    Parameter("patches", "Number of patches to keep at each size.", 2000, 30, MAX_PATCHES),
    Parameter("detail", "How fine the learned surfaces are.", "fine", choices=tuple(DETAIL)),
)


@dataclass(frozen=True)
class TrainingParameters:
    """The parameters of a run, with a value for each."""

    steps: int
    learning_rate: float
    patches: int
    detail: str

    @classmethod
    def from_request(cls, parameters: Mapping[str, str | int | float | bool]) -> TrainingParameters:
        """The parameters of a request, with the default of each that it lacks."""
        values = {parameter.name: parameter.default for parameter in PARAMETERS} | dict(parameters)
        return cls(int(values["steps"]), float(values["learning_rate"]), int(values["patches"]), str(values["detail"]))

    @property
    def sizes(self) -> tuple[int, ...]:
        """The sizes at which surfaces are learned."""
        return DETAIL[self.detail]

    @property
    def steps_per_size(self) -> int:
        """The number of steps for the surfaces of one size."""
        return max(1, self.steps // (5 * len(self.sizes)))

    @property
    def colour_steps(self) -> int:
        """The number of steps for the colours."""
        return self.steps - self.steps_per_size * len(self.sizes)

    @property
    def identity(self) -> str:
        """The text that identifies the parameters in checkpoints; stored, so it must not change."""
        values = f"steps={self.steps}, learning_rate={self.learning_rate}, patches={self.patches}"
        return f"Settings({values}, detail={self.detail!r})"
