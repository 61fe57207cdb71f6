"""What can be said of training runs to somebody, and what somebody can ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from platemark.engines.base import TrainingFinding

Value = str | int | float | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTrainingRun:
    """What to learn from, and how. ``seed`` is made up where None; ``held_out_share`` is 0 … 0.5."""

    name: str
    album_ids: Sequence[UUID]
    engine: str = "press"
    base: str | None = None
    seed: int | None = None
    held_out_share: float = 0.2
    parameters: Mapping[str, Value] = field(default_factory=dict)
    priority: int = 0


@dataclass(frozen=True, slots=True)
class DatasetView:
    """What is learned from: a digest that names pictures and captions, and how many there are."""

    digest: str
    image_count: int
    captioned_count: int
    held_out_count: int


@dataclass(frozen=True, slots=True)
class TrainingCheck:
    """What stands in the way, the fatal first; ``parameters`` are all settings, defaults filled in."""

    findings: Sequence[TrainingFinding]
    dataset: DatasetView
    parameters: Mapping[str, Value]

    @property
    def ready(self) -> bool:
        """Whether a run would be taken."""
        return not any(finding.fatal for finding in self.findings)


@dataclass(frozen=True, slots=True)
class LossView:
    """How well a run learns: the less, the better; None until it was measured."""

    train: float | None
    best_train: float | None
    held_out: float | None
    first_held_out: float | None
    best_held_out: float | None


@dataclass(frozen=True, slots=True)
class SampleView:
    """A picture that a run showed after a step."""

    step: int
    digest: str
    size_bytes: int
    width: int
    height: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ArtifactView:
    """The adapter that a run made."""

    adapter_id: UUID
    format: str
    digest: str
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRunView:
    """A training run as its reader may see it: ``parameters`` are None where they are hidden, samples left out.

    Its state is that of its job. ``elapsed_seconds`` are those of the present or last attempt.
    """

    id: UUID
    name: str
    state: str
    engine: str
    base: str | None
    album_ids: tuple[UUID, ...]
    dataset: DatasetView
    seed: int
    parameters: Mapping[str, Value] | None
    job_id: UUID
    attempt: int
    progress: float
    step: int
    steps: int
    loss: LossView
    steps_per_second: float | None
    estimate_seconds: float | None
    elapsed_seconds: float | None
    checkpoint_step: int | None
    checkpoint_at: datetime | None
    samples: Sequence[SampleView]
    artifact: ArtifactView | None
    cancel_requested: bool
    error_code: str | None
    error_message: str | None
    trace_id: str | None
    created_by: UUID | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class Metric:
    """A measurement."""

    step: int
    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Metrics:
    """Measurements by step and name; ``next_since_step`` leads on, None where there are no more yet."""

    items: Sequence[Metric]
    next_since_step: int | None
