"""What a phase works with: the import's parameters, its kind, the source, the blob store, and the lease."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from platemark.access import Actor
from platemark.db.engine import Database
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.execution import lease as leases
from platemark.imports.execution.lease import Lease
from platemark.imports.kinds.protocol import ImportSpec, Kind
from platemark.imports.reading.sources import Source
from platemark.settings import Settings
from platemark.storage.blobs import BlobStore

Fault = Callable[[str], None]
Progress = Callable[[int, int | None], None]


class PhaseStopped(Exception):
    """The phase stops early: it was cancelled, or, with ``requeue``, this process ends and another one resumes it."""

    def __init__(self, *, requeue: bool) -> None:
        super().__init__("requeued" if requeue else "cancelled")
        self.requeue = requeue


class LeaseHolder:
    """Holds a lease for the duration of a phase. Everything that the phase writes goes through ``write_work``."""

    def __init__(self, database: Database, lease: Lease, *, lease_ms: int, stopping: Callable[[], bool]) -> None:
        self._database = database
        self._lease = lease
        self._lease_ms = lease_ms
        self._stopping = stopping
        self._renewed_at = time.monotonic()
        self._cancelled = False

    def read_work(self) -> UnitOfWork:
        """A unit of work that only reads."""
        return UnitOfWork(self._database, write=False, trace_id=self._lease.trace_id)

    def write_work(self, **values: Any) -> UnitOfWork:
        """A unit of work that renews the lease and writes ``values`` to the import's row; LeaseLost if it is lost."""
        work = UnitOfWork(self._database, write=True, trace_id=self._lease.trace_id)
        try:
            cancel_requested_at = leases.renew(work, self._lease, lease_ms=self._lease_ms, **values)
        except BaseException:
            work.close()
            raise
        self._cancelled = self._cancelled or cancel_requested_at is not None
        self._renewed_at = time.monotonic()
        return work

    def check(self) -> None:
        """Call between batches: renews the lease when due; PhaseStopped where a stop was requested."""
        if not self._cancelled and time.monotonic() - self._renewed_at > self._lease_ms / 3000:
            with self.write_work() as work:
                work.commit()
        if self._cancelled:
            raise PhaseStopped(requeue=False)
        if self._stopping():
            raise PhaseStopped(requeue=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseContext:
    """Everything a phase needs. ``source`` is None where the phase does not read it.

    ``fault`` is called at named points, at which tests kill the process.
    """

    lease: LeaseHolder
    spec: ImportSpec
    kind: Kind
    folder: str
    source: Source | None
    blobs: BlobStore
    fault: Fault
    progress: Progress


class Requested(Protocol):
    """What was requested of an import: its view, a new one, or the lease of one."""

    @property
    def kind(self) -> str:
        """The kind of import."""
        ...

    @property
    def visibility(self) -> str:
        """The visibility of what it makes."""
        ...

    @property
    def albums(self) -> str:
        """Which folders become albums."""
        ...


def import_spec(settings: Settings, import_id: UUID, requested: Requested, by: Actor) -> ImportSpec:
    """The parameters of an import, with the limits of the settings."""
    return ImportSpec(
        import_id=import_id, kind=requested.kind, visibility=requested.visibility, albums=requested.albums, by=by,
        max_bytes=settings.max_upload_bytes, max_pixels=settings.max_image_pixels,
        redact_emails=settings.redact_emails,
    )  # fmt: skip


def owner_of(created_by: UUID | None) -> Actor:
    """Who owns what an import makes: the admin who created it; nobody where the command line did."""
    return Actor(created_by, None, "admin", "system")
