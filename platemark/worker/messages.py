"""The messages between a worker and its engine process, pickled over a socket that no other process can reach."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from platemark.engines.base import (
    AdapterUse,
    Caption,
    CaptionRequest,
    EngineImage,
    TrainedAdapter,
    TrainingWishes,
    TrainProgress,
    TrainRequest,
)


@dataclass(frozen=True, slots=True)
class GenerateImages:
    """Generate the images of this job's payload, with these adapters (worker to engine process)."""

    engine: str
    payload: dict[str, Any]
    adapters: tuple[AdapterUse, ...] = ()


@dataclass(frozen=True, slots=True)
class CaptionImage:
    """Caption one image (worker to engine process); a caption job sends one message an image."""

    engine: str
    request: CaptionRequest


@dataclass(frozen=True, slots=True)
class TrainAdapter:
    """Train an adapter (worker to engine process)."""

    engine: str
    request: TrainRequest


@dataclass(frozen=True, slots=True)
class AskTrainer:
    """Ask the current training task for these at its next step (worker to engine process)."""

    wishes: TrainingWishes


@dataclass(frozen=True, slots=True)
class StopTask:
    """Stop the current task at its next step (worker to engine process)."""


@dataclass(frozen=True, slots=True)
class EnginesReady:
    """The engines are loaded and wait for tasks; ``jobs_at_once`` has the limits of those that have one."""

    engines: tuple[str, ...]
    jobs_at_once: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GenerationProgress:
    """How much of a generation task is done, 0 … 1."""

    fraction: float


@dataclass(frozen=True, slots=True)
class GenerationPreview:
    """A small picture of what a generation task has done so far, as WebP."""

    picture: bytes


@dataclass(frozen=True, slots=True)
class ImageFinished:
    """A finished image of a generation task."""

    image: EngineImage


@dataclass(frozen=True, slots=True)
class GenerationFinished:
    """All images of a generation task were sent."""


@dataclass(frozen=True, slots=True)
class CaptionFinished:
    """The caption of an image."""

    caption: Caption


@dataclass(frozen=True, slots=True)
class CaptionRefused:
    """The engine refuses this image, and a retry would not help; other images may work. ``message`` is for people."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class TrainingProgress:
    """A step of a training task: metrics, and sometimes a sample or a checkpoint."""

    progress: TrainProgress


@dataclass(frozen=True, slots=True)
class TrainingFinished:
    """Training is done; the adapter's file lies in the run's folder."""

    adapter: TrainedAdapter


@dataclass(frozen=True, slots=True)
class TaskStopped:
    """The task stopped because the worker asked it to."""


@dataclass(frozen=True, slots=True)
class TaskFailed:
    """The task failed; ``message`` is for people and contains no path or secret."""

    code: str
    message: str
    retryable: bool


@dataclass(frozen=True, slots=True)
class EngineProcessExited:
    """The engine process has ended, in whatever way; the worker's own end of the connection produces this."""


Task = GenerateImages | CaptionImage | TrainAdapter
EngineMessage = (
    EnginesReady
    | GenerationProgress
    | GenerationPreview
    | ImageFinished
    | GenerationFinished
    | CaptionFinished
    | CaptionRefused
    | TrainingProgress
    | TrainingFinished
    | TaskStopped
    | TaskFailed
    | EngineProcessExited
)
