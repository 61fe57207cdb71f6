"""Runs imports: claims one, opens its source, runs its phase, and records how the phase ended.

The process may be killed at any moment: whichever process claims the import next resumes it from the journal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import structlog

from platemark.choices import IMPORTS_OF_FILES
from platemark.db.engine import Database
from platemark.db.faults import DATABASE_UNAVAILABLE
from platemark.db.tables import ImportRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, PlatemarkError
from platemark.imports.execution import apply, plan, undo, verify
from platemark.imports.execution import lease as leases
from platemark.imports.execution.lease import EndState, Lease, LeaseLost
from platemark.imports.execution.phase_context import (
    Fault,
    LeaseHolder,
    PhaseContext,
    PhaseStopped,
    Progress,
    import_spec,
    owner_of,
)
from platemark.imports.kinds.protocol import Kind
from platemark.imports.kinds.registry import KINDS
from platemark.imports.reading import sources
from platemark.imports.reading.sources import Source
from platemark.logs import trace_context
from platemark.settings import Settings
from platemark.storage.blobs import BlobStore

PHASES: Mapping[str, Callable[[PhaseContext], dict[str, Any]]] = {
    "plan": plan.run,
    "apply": apply.run,
    "verify": verify.run,
    "undo": undo.run,
}
ENDS: Mapping[str, tuple[EndState, str]] = {
    "plan": ("planned", "planned_at"),
    "apply": ("applied", "applied_at"),
    "verify": ("applied", "verified_at"),
    "undo": ("undone", "undone_at"),
}
PHASES_WITH_SOURCE = ("plan", "apply")
"""The phases that fail without their source. A verify reads it where it can; an undo does not need it."""

MAX_ERROR_MESSAGE = 2000
LOGGED = ("counts", "results", "discrepancies", "error_code")

log = structlog.get_logger("platemark.imports")


def _no_progress(_done: int, _total: int | None) -> None:
    """Progress that nobody watches."""


def _no_fault(_point: str) -> None:
    """No fault is injected."""


class Importer:
    """Runs imports, one at a time: of the configured folders only, or with ``any_folder`` of any.

    Once ``stopping`` returns true, the current phase stops after its batch and goes back into the queue.
    """

    def __init__(
        self,
        settings: Settings,
        database: Database,
        blobs: BlobStore,
        *,
        any_folder: bool = False,
        kinds: Mapping[str, Kind] = KINDS,
        stopping: Callable[[], bool] = lambda: False,
        fault: Fault = _no_fault,
        progress: Progress = _no_progress,
    ) -> None:
        self._settings = settings
        self._database = database
        self._blobs = blobs
        self._folders = settings.import_folders
        self._any_folder = any_folder
        self._kinds = kinds
        self._stopping = stopping
        self._fault = fault
        self._progress = progress
        self._owner = leases.new_owner()

    def run_next(self, only: UUID | None = None) -> UUID | None:
        """Claim an import that is queued or abandoned and run its phase; its id, None where there is none."""
        with UnitOfWork(self._database, write=False) as work:
            if not leases.has_candidates(work):
                return None
        with UnitOfWork(self._database, write=True) as work:
            lease = leases.claim(work, self._owner, lease_ms=self._lease_ms, may_claim=self._may_claim, only=only)
            work.commit()
        if lease is None:
            return None
        with trace_context(lease.trace_id or "", import_id=str(lease.import_id)):
            self._fault("after_claim")
            self._run(lease)
        return lease.import_id

    @property
    def _lease_ms(self) -> int:
        return int(self._settings.lease_seconds * 1000)

    def _may_claim(self, row: ImportRow) -> bool:
        if row.kind not in self._kinds:
            return False
        readable = self._any_folder or sources.is_within(self._folders, Path(row.folder))
        return readable or row.phase not in PHASES_WITH_SOURCE

    def _run(self, lease: Lease) -> None:
        log.info("import_started", phase=lease.phase, kind=lease.kind)
        try:
            with self._source(lease) as source:
                values = PHASES[lease.phase](self._context(lease, source))
            state, moment = ENDS[lease.phase]
            self._fault("before_end")
            self._release(lease, state, moment, **values)
            self._fault("after_end")
        except LeaseLost:
            log.warning("import_lease_lost", phase=lease.phase, kind=lease.kind)
        except PhaseStopped as stopped:
            self._release(lease, "queued" if stopped.requeue else "cancelled")
        except DATABASE_UNAVAILABLE as error:
            log.warning("import_paused", phase=lease.phase, kind=lease.kind, database=type(error).__name__)
        except PlatemarkError as error:
            self._release(lease, "failed", error_code=error.code, error_message=error.detail[:MAX_ERROR_MESSAGE])
        except Exception as error:
            log.exception("import_failed", phase=lease.phase, kind=lease.kind)
            message = f"Unexpected error: {type(error).__name__}. See the log."
            self._release(lease, "failed", error_code="import_failed", error_message=message)

    def _release(self, lease: Lease, state: EndState, moment: str | None = None, **values: Any) -> None:
        try:
            with UnitOfWork(self._database, write=True, trace_id=lease.trace_id) as work:
                if moment is not None:
                    values[moment] = work.now()
                leases.release(work, lease, state, **values)
                work.commit()
        except LeaseLost:
            log.warning("import_lease_lost", phase=lease.phase, kind=lease.kind)
            return
        figures = {name: values[name] for name in LOGGED if name in values}
        log.info("import_ended", phase=lease.phase, kind=lease.kind, state=state, **figures)

    def _context(self, lease: Lease, source: Source | None) -> PhaseContext:
        owner = owner_of(lease.created_by)
        return PhaseContext(
            lease=LeaseHolder(self._database, lease, lease_ms=self._lease_ms, stopping=self._stopping),
            spec=import_spec(self._settings, lease.import_id, lease, owner),
            kind=self._kinds[lease.kind],
            folder=str(lease.folder),
            source=source,
            blobs=self._blobs,
            fault=self._fault,
            progress=self._progress,
        )

    @contextmanager
    def _source(self, lease: Lease) -> Iterator[Source | None]:
        """The source, open; None for an undo, and for a verify whose source is gone or may not be read."""
        if lease.phase == "undo":
            yield None
            return
        try:
            opened = self._open(lease)
        except Conflict:
            if lease.phase in PHASES_WITH_SOURCE:
                raise
            yield None
            return
        with opened:
            yield opened

    def _open(self, lease: Lease) -> Source:
        is_file = lease.kind in IMPORTS_OF_FILES
        return sources.open_source(lease.folder, self._folders, is_file=is_file, any_folder=self._any_folder)
