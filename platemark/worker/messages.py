"""What a worker and its engine process say to each other, pickled over a socket that nobody else can reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from platemark.engines.base import (
    AdapterUse,
    Caption,
    CaptionRequest,
    EngineImage,
    TrainedAdapter,
    TrainProgress,
    TrainRequest,
)


@dataclass(frozen=True, slots=True)
class GenerateImages:
    """Do this job (worker to engines), with these adapters."""

    engine: str
    payload: dict[str, Any]
    adapters: tuple[AdapterUse, ...] = ()


@dataclass(frozen=True, slots=True)
class CaptionImage:
    """Say what is in this picture (worker to engines); a job of them sends one after the other."""

    engine: str
    request: CaptionRequest


@dataclass(frozen=True, slots=True)
class TrainAdapter:
    """Learn this (worker to engines)."""

    engine: str
    request: TrainRequest


@dataclass(frozen=True, slots=True)
class StopTask:
    """Stop what you do at the next step (worker to engines)."""


@dataclass(frozen=True, slots=True)
class EnginesReady:
    """These engines are here and wait for work."""

    engines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GenerationProgress:
    """How much of the job is done, 0 … 1."""

    fraction: float


@dataclass(frozen=True, slots=True)
class ImageFinished:
    """A finished picture."""

    image: EngineImage


@dataclass(frozen=True, slots=True)
class GenerationFinished:
    """All pictures were sent."""


@dataclass(frozen=True, slots=True)
class CaptionFinished:
    """What the engine says of the picture."""

    caption: Caption


@dataclass(frozen=True, slots=True)
class CaptionRefused:
    """This picture cannot be described, whoever tries again; others may. ``message`` is for people."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class TrainingProgress:
    """How far training is."""

    progress: TrainProgress


@dataclass(frozen=True, slots=True)
class TrainingFinished:
    """Training is done; the adapter lies in the run's folder."""

    adapter: TrainedAdapter


@dataclass(frozen=True, slots=True)
class TaskStopped:
    """It stopped because it was asked to."""


@dataclass(frozen=True, slots=True)
class TaskFailed:
    """It could not; ``message`` is for people and names no path or secret."""

    code: str
    message: str
    retryable: bool


@dataclass(frozen=True, slots=True)
class EngineProcessExited:
    """The engine process has ended, in whatever way; the worker says this to itself."""


Task = GenerateImages | CaptionImage | TrainAdapter
EngineMessage = (
    EnginesReady
    | GenerationProgress
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
