"""What services run on: settings, database, blob store, engines, and the wake-up of the workers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from platemark.clock import Clock, utc_now
from platemark.db.engine import Database
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import Engines
from platemark.settings import Settings
from platemark.storage.blobs import BlobStore

if TYPE_CHECKING:
    from prometheus_client.registry import Collector


def _wake_nobody() -> None:
    """Do nothing: nobody can be woken from this process; the sweep finds the job."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Studio:
    """The running studio, as one process sees it.

    ``wake`` tells the workers that a job is queued, ``check_imports`` tells this process that an import is requested;
    if a call gets lost, the job or import only starts later. ``collectors`` hold the metrics of this process for
    getMetrics.
    """

    settings: Settings
    database: Database
    blobs: BlobStore
    engines: Engines
    clock: Clock = utc_now
    wake: Callable[[], None] = _wake_nobody
    check_imports: Callable[[], None] = _wake_nobody
    collectors: tuple[Collector, ...] = ()

    def work(self, *, write: bool, trace_id: str | None = None) -> UnitOfWork:
        """A unit of work, a context manager; it is rolled back unless ``commit()`` is called."""
        return UnitOfWork(self.database, write=write, clock=self.clock, trace_id=trace_id)
