"""What a phase of an import has at hand: rows, bytes, the source, and the grip on the lease."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from platemark.db.engine import Database
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.execution import lease as leases
from platemark.imports.execution.lease import Lease
from platemark.imports.kinds.protocol import Kind, Order
from platemark.imports.reading.sources import Source
from platemark.storage.blobs import BlobStore

Fault = Callable[[str], None]
Progress = Callable[[int, int | None], None]


class Stopped(Exception):
    """Someone asked for it to be cancelled (``given_back`` is False), or this process has to end."""

    def __init__(self, *, given_back: bool) -> None:
        super().__init__("given back" if given_back else "cancelled")
        self.given_back = given_back


class Grip:
    """Holds a lease for as long as a phase takes. All that the phase writes goes through ``writing``."""

    def __init__(self, database: Database, lease: Lease, *, lease_ms: int, stopping: Callable[[], bool]) -> None:
        self._database = database
        self._lease = lease
        self._lease_ms = lease_ms
        self._stopping = stopping
        self._held_at = time.monotonic()
        self._cancelled = False

    def reading(self) -> UnitOfWork:
        """A unit of work that only reads."""
        return UnitOfWork(self._database, write=False, trace_id=self._lease.trace_id)

    def writing(self, **values: Any) -> UnitOfWork:
        """A unit of work that may write, with ``values`` in the import's row; Lost where that is not ours any more."""
        work = UnitOfWork(self._database, write=True, trace_id=self._lease.trace_id)
        try:
            asked = leases.hold(work, self._lease, lease_ms=self._lease_ms, **values)
        except BaseException:
            work.session.close()
            raise
        self._cancelled = self._cancelled or asked is not None
        self._held_at = time.monotonic()
        return work

    def check(self) -> None:
        """Between steps: raise Stopped where that was asked, and beat where it is time."""
        if not self._cancelled and time.monotonic() - self._held_at > self._lease_ms / 3000:
            with self.writing() as work:
                work.commit()
        if self._cancelled:
            raise Stopped(given_back=False)
        if self._stopping():
            raise Stopped(given_back=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """``source`` is None where a phase does without. ``fault`` is called at named points, for tests that kill there."""

    grip: Grip
    order: Order
    kind: Kind
    folder: str
    source: Source | None
    blobs: BlobStore
    fault: Fault
    progress: Progress
