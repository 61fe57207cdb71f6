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
class Make:
    """Do this job (worker to engines), with these adapters."""

    engine: str
    payload: dict[str, Any]
    adapters: tuple[AdapterUse, ...] = ()


@dataclass(frozen=True, slots=True)
class Describe:
    """Say what is in this picture (worker to engines); a job of them sends one after the other."""

    engine: str
    request: CaptionRequest


@dataclass(frozen=True, slots=True)
class Train:
    """Learn this (worker to engines)."""

    engine: str
    request: TrainRequest


@dataclass(frozen=True, slots=True)
class Stop:
    """Stop what you do at the next step (worker to engines)."""


@dataclass(frozen=True, slots=True)
class Ready:
    """These engines are here and wait for work."""

    engines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advanced:
    """How much of the job is done, 0 … 1."""

    fraction: float


@dataclass(frozen=True, slots=True)
class Made:
    """A finished picture."""

    image: EngineImage


@dataclass(frozen=True, slots=True)
class Finished:
    """All pictures were sent."""


@dataclass(frozen=True, slots=True)
class Described:
    """What the engine says of the picture."""

    caption: Caption


@dataclass(frozen=True, slots=True)
class Refused:
    """This picture cannot be described, whoever tries again; others may. ``message`` is for people."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Learned:
    """How far training is."""

    progress: TrainProgress


@dataclass(frozen=True, slots=True)
class Trained:
    """Training is done; the adapter lies in the run's folder."""

    adapter: TrainedAdapter


@dataclass(frozen=True, slots=True)
class Stopped:
    """It stopped because it was asked to."""


@dataclass(frozen=True, slots=True)
class Failed:
    """It could not; ``message`` is for people and names no path or secret."""

    code: str
    message: str
    retryable: bool


@dataclass(frozen=True, slots=True)
class Gone:
    """The engine process has ended, in whatever way; the worker says this to itself."""


Task = Make | Describe | Train
Answer = Ready | Advanced | Made | Finished | Described | Refused | Learned | Trained | Stopped | Failed | Gone
