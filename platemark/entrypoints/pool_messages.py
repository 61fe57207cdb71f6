"""What an API process and the studio that started it say to each other, over a socket that ends with either."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from prometheus_client.core import Metric

from platemark.events.stream_slots import Refusal


@dataclass(frozen=True, slots=True)
class Serving:
    """The process accepts connections."""


@dataclass(frozen=True, slots=True)
class WakeWorkers:
    """A job is queued, or something else that workers look for."""


@dataclass(frozen=True, slots=True)
class TakeSlot:
    """May the user open an event stream? ``Answer`` with None, or the reason why not."""

    question: int
    ticket: int
    user_id: UUID | None
    max_per_user: int | None


@dataclass(frozen=True, slots=True)
class GiveSlotBack:
    """An event stream has ended; unknown tickets are those of streams that were refused."""

    ticket: int


@dataclass(frozen=True, slots=True)
class AddUpMetrics:
    """What do all processes count together? ``Answer`` with a list of metrics; ``own`` are those of this process."""

    question: int
    own: list[Metric]


@dataclass(frozen=True, slots=True)
class OwnMetrics:
    """The answer to ``ReportMetrics``, and the last message of a process that ends in order."""

    metrics: list[Metric]


ToStudio = Serving | WakeWorkers | TakeSlot | GiveSlotBack | AddUpMetrics | OwnMetrics


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question."""

    question: int
    value: Refusal | list[Metric] | None


@dataclass(frozen=True, slots=True)
class ReportMetrics:
    """Send ``OwnMetrics``."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Another process has taken over: accept no more connections, finish what is under way, and end."""


ToApiProcess = Answer | ReportMetrics | Leave
