"""The parameters of LoRA training. Does not need torch."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Self

from platemark.engines.base import Parameter, TrainRequest

TARGETS = {
    "attention": ("to_k", "to_q", "to_v", "to_out.0"),
    "all": (
        "to_k", "to_q", "to_v", "to_out.0", "proj_in", "proj_out", "ff.net.0.proj", "ff.net.2", "conv1", "conv2",
        "conv_shortcut", "time_emb_proj", "conv_in", "conv_out",
    ),
}  # fmt: skip

PARAMETERS = (
    Parameter(name="steps", description="Number of training steps.", default=1000, minimum=1, maximum=100_000),
    Parameter(name="rank", description="Rank of the LoRA.", default=8, minimum=1, maximum=128),
    Parameter(name="learning_rate", description="Size of a training step.", default=1e-4, minimum=1e-7, maximum=0.1),
    Parameter(
        name="batch_size", description="Pictures per step; fewer need less memory.", default=1, minimum=1, maximum=64
    ),
    Parameter(
        name="resolution", description="Pixels per side, a multiple of 8.", default=512, minimum=64, maximum=1024
    ),
    Parameter(name="targets", description="Layers to train.", default="attention", choices=tuple(TARGETS)),
    Parameter(name="flip", description="Also train on the mirrored pictures.", default=False),
    Parameter(name="warm_up", description="Steps with a rising learning rate.", default=10, minimum=0, maximum=10_000),
    Parameter(name="evaluate_every", description="Steps between evaluations.", default=50, minimum=1, maximum=10_000),
    Parameter(
        name="checkpoint_every", description="Steps between checkpoints.", default=100, minimum=1, maximum=10_000
    ),
    Parameter(
        name="sample_every", description="Steps between samples; 0 for none.", default=0, minimum=0, maximum=10_000
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingParameters:
    """The parameters of a run, with a value for each."""

    steps: int
    rank: int
    learning_rate: float
    batch_size: int
    resolution: int
    targets: str
    flip: bool
    warm_up: int
    evaluate_every: int
    checkpoint_every: int
    sample_every: int

    @classmethod
    def from_request(cls, request: TrainRequest) -> Self:
        """The parameters of ``request``, with the default of each that it lacks."""
        defaults = {parameter.name: parameter.default for parameter in PARAMETERS}
        values = {**defaults, **request.parameters}
        return cls(**{field.name: values[field.name] for field in fields(cls)})  # type: ignore[arg-type]  # by PARAMETERS
