"""The protocol of job executors: what one kind of job does with its engines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs.queue import Lease, RunOutcome
from platemark.worker.job_context import JobContext
from platemark.worker.messages import EngineMessage


class JobExecutor(Protocol):
    """Executes one job. ``JobRun`` calls it, keeps the lease alive and decides when to stop.

    Whatever ``start``, ``on_message`` and ``flush`` raise fails the attempt.
    """

    progress: float
    """How much of the job is done, 0 … 1."""

    @property
    def needs_flush(self) -> bool:
        """Whether there is something new that should be written soon, before the next regular beat."""

    @property
    def image_count(self) -> int:
        """How many images this attempt has generated or captioned so far."""

    def start(self) -> bool:
        """Submit the first task to the engine process; True if there is nothing to do."""

    def on_message(self, message: EngineMessage, *, stopping: bool) -> bool:
        """Take in a message of the engine process; True if the job is done. ``stopping``: it was asked to stop."""

    def flush(self, work: UnitOfWork) -> None:
        """Write what is new, in the transaction of a beat."""

    def on_flushed(self) -> None:
        """What ``flush`` wrote was committed."""

    def complete(self, work: UnitOfWork) -> RunOutcome:
        """End the job as done and write its results, in one transaction."""

    def close(self, work: UnitOfWork, state: RunOutcome) -> None:
        """Write what is left, in the transaction of any end; not called if the lease was lost."""


ExecutorRegistry = Mapping[str, Callable[[JobContext, Lease], JobExecutor]]
"""The executor of each kind of job, as ``JobRow.kind`` names it."""
