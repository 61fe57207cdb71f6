"""What callers of training pass in and get back: new runs and filters, and runs as a caller may see them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import UUID

from platemark.engines.base import TrainingFinding

Value = str | int | float | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTrainingRun:
    """What to learn from, and how. A ``seed`` of None is chosen at random; ``held_out_share`` is 0 … 0.5."""

    name: str
    album_ids: Sequence[UUID]
    description: str = ""
    engine: str = "press"
    base: str | None = None
    seed: int | None = None
    held_out_share: float = 0.2
    parameters: Mapping[str, Value] = field(default_factory=dict)
    priority: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRunFilter:
    """Selects the runs in one of ``states``; all runs if it is empty."""

    states: Collection[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricFilter:
    """Selects every ``stride``-th metric of each name and the newest of each, after ``since_step`` if that is given."""

    since_step: int | None = None
    stride: int = 1
    limit: int = 1000


@dataclass(frozen=True, slots=True)
class DatasetView:
    """What a run learns from: the digest over images, captions and held-out marks, and the numbers of images."""

    digest: str
    image_count: int
    captioned_count: int
    held_out_count: int


@dataclass(frozen=True, slots=True)
class TrainingCheck:
    """Findings, the fatal ones first, and every parameter with defaults filled in."""

    findings: Sequence[TrainingFinding]
    dataset: DatasetView
    parameters: Mapping[str, Value]

    @property
    def ready(self) -> bool:
        """Whether a run would be accepted."""
        return not any(finding.fatal for finding in self.findings)


@dataclass(frozen=True, slots=True)
class LossView:
    """The losses of a run, lower is better; None until measured."""

    train: float | None
    best_train: float | None
    held_out: float | None
    first_held_out: float | None
    best_held_out: float | None


@dataclass(frozen=True, slots=True)
class SampleView:
    """A sample image that a run made after a step."""

    step: int
    digest: str
    size_bytes: int
    width: int
    height: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class SampleFile:
    """A sample image as a PNG file in the blob store."""

    path: Path
    size: int
    digest: str
    name: str


@dataclass(frozen=True, slots=True)
class ArtifactView:
    """The adapter that a run trained."""

    adapter_id: UUID
    format: str
    digest: str
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRunView:
    """A training run as its reader may see it: hidden ``parameters`` and ``seed`` are None, hidden samples left out.

    Its state is that of its job. ``elapsed_seconds`` is the duration of the current or last attempt.
    """

    id: UUID
    name: str
    description: str
    state: str
    engine: str
    base: str | None
    album_ids: tuple[UUID, ...]
    dataset: DatasetView
    seed: int | None
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
    sample_requested: bool
    save_requested: bool
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
    """Metrics by step and name; pass ``next_since_step`` to read on, None if there are no more yet."""

    items: Sequence[Metric]
    next_since_step: int | None
