"""What a worker hands to the execution of a job: the database, the blob store, the engine process and its limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from platemark.db.engine import Database
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs.queue import Lease
from platemark.settings import Settings
from platemark.storage.blobs import BlobStore
from platemark.worker.engine_host import EngineHost

Fault = Callable[[str], None]
"""Called with the name of a point in a worker's code, for tests that kill the process there."""


def no_fault(_point: str) -> None:
    """The fault of every worker outside of tests: none."""


@dataclass(frozen=True, kw_only=True)
class JobContext:
    """One worker's resources, the same for all its jobs. ``beat_seconds`` is at most a third of ``lease_seconds``."""

    database: Database
    blobs: BlobStore
    host: EngineHost
    fault: Fault
    lease_seconds: float
    beat_seconds: float
    max_image_pixels: int
    training_dir: Path

    @classmethod
    def create(
        cls, settings: Settings, database: Database, blobs: BlobStore, host: EngineHost, fault: Fault = no_fault
    ) -> JobContext:
        """A context with the limits and times of ``settings``."""
        return cls(
            database=database,
            blobs=blobs,
            host=host,
            fault=fault,
            lease_seconds=settings.lease_seconds,
            beat_seconds=min(settings.beat_seconds, settings.lease_seconds / 3),
            max_image_pixels=settings.max_image_pixels,
            training_dir=settings.training_dir,
        )

    @property
    def lease_ms(self) -> int:
        """The lease in milliseconds, as the queue takes it."""
        return int(self.lease_seconds * 1000)

    def open_work(self, lease: Lease | None = None) -> UnitOfWork:
        """A unit of work that may write, in the trace of the leased job if one is given."""
        return UnitOfWork(self.database, write=True, trace_id=lease.trace_id if lease else None)
