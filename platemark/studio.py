"""The running things that services are handed: settings, rows, bytes, engines, and the doorbell of the queue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from prometheus_client.registry import Collector

from platemark.clock import Clock, utc_now
from platemark.db.engine import Database
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import Engines
from platemark.settings import Settings
from platemark.storage.blobs import BlobStore


def _nobody_listens() -> None:
    """No worker to wake from here; the sweep finds the row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Studio:
    """One studio as one process sees it.

    ``wake`` tells the workers that a job waits; losing it costs only time. ``collectors`` give what this process has
    counted to getMetrics.
    """

    settings: Settings
    database: Database
    blobs: BlobStore
    engines: Engines
    clock: Clock = utc_now
    wake: Callable[[], None] = _nobody_listens
    collectors: tuple[Collector, ...] = ()

    def work(self, *, write: bool, trace_id: str | None = None) -> UnitOfWork:
        """A unit of work to be opened with ``with``; without ``commit()`` it leaves nothing."""
        return UnitOfWork(self.database, write=write, clock=self.clock, trace_id=trace_id)
