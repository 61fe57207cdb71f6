"""Doing what was asked of imports: claim one, open its source, run its phase, say how it ended.

It may be killed at any moment: whoever claims the import next goes on from the journal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import structlog

from platemark.access import Actor
from platemark.db.engine import Database
from platemark.db.outage import AWAY
from platemark.db.tables import ImportRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, PlatemarkError
from platemark.imports.execution import apply, lease, plan, undo, verify
from platemark.imports.execution.lease import Ended, Lease, Lost
from platemark.imports.execution.phase_context import Desk, Fault, Grip, Progress, Stopped
from platemark.imports.kinds.protocol import Kind, Order
from platemark.imports.kinds.registry import KINDS
from platemark.imports.reading import sources
from platemark.imports.reading.sources import Source
from platemark.logs import trace_context
from platemark.settings import Settings
from platemark.storage.blobs import BlobStore

PHASES: Mapping[str, Callable[[Desk], dict[str, Any]]] = {
    "plan": plan.run,
    "apply": apply.run,
    "verify": verify.run,
    "undo": undo.run,
}
ENDS: Mapping[str, tuple[Ended, str]] = {
    "plan": ("planned", "planned_at"),
    "apply": ("applied", "applied_at"),
    "verify": ("applied", "verified_at"),
    "undo": ("undone", "undone_at"),
}
READS_THE_SOURCE = ("plan", "apply")
LONGEST_REASON = 2000
TOLD = ("counts", "results", "discrepancies", "error_code")

log = structlog.get_logger("platemark.imports")


def _nobody_looks(_done: int, _total: int | None) -> None:
    """Nobody looks at the progress."""


def _no_fault(_point: str) -> None:
    """Nothing happens."""


class Importer:
    """Runs imports, one at a time. With ``anywhere`` it reads whatever folder, else those of the settings alone.

    ``stopping`` says whether this process has to end: then what is in hand waits for whoever is next.
    """

    def __init__(
        self,
        settings: Settings,
        database: Database,
        blobs: BlobStore,
        *,
        anywhere: bool = False,
        kinds: Mapping[str, Kind] = KINDS,
        stopping: Callable[[], bool] = lambda: False,
        fault: Fault = _no_fault,
        progress: Progress = _nobody_looks,
    ) -> None:
        self._settings = settings
        self._database = database
        self._blobs = blobs
        self._folders = settings.import_folders
        self._anywhere = anywhere
        self._kinds = kinds
        self._stopping = stopping
        self._fault = fault
        self._progress = progress
        self._owner = lease.new_owner()

    def run_next(self, only: UUID | None = None) -> UUID | None:
        """Claim an import that waits, or whose owner is gone, and run its phase; its id, None where there is none."""
        with UnitOfWork(self._database, write=False) as work:
            if not lease.anything_to_claim(work):
                return None
        with UnitOfWork(self._database, write=True) as work:
            taken = lease.claim(work, self._owner, lease_ms=self._lease_ms, may_take=self._may_take, only=only)
            work.commit()
        if taken is None:
            return None
        with trace_context(taken.trace_id or "", import_id=str(taken.import_id)):
            self._fault("after_claim")
            self._run(taken)
        return taken.import_id

    @property
    def _lease_ms(self) -> int:
        return int(self._settings.lease_seconds * 1000)

    def _may_take(self, row: ImportRow) -> bool:
        if row.kind not in self._kinds:
            return False
        return self._anywhere or row.phase not in READS_THE_SOURCE or lease.within(self._folders, Path(row.folder))

    def _run(self, taken: Lease) -> None:
        grip = Grip(self._database, taken, lease_ms=self._lease_ms, stopping=self._stopping)
        log.info("import_begins", phase=taken.phase, kind=taken.kind)
        try:
            with self._source(taken) as source:
                values = PHASES[taken.phase](self._desk(taken, grip, source))
            state, moment = ENDS[taken.phase]
            self._fault("before_end")
            self._end(taken, state, moment, **values)
            self._fault("after_end")
        except Lost:
            log.warning("import_lost", phase=taken.phase, kind=taken.kind)
        except Stopped as stopped:
            self._end(taken, "queued" if stopped.given_back else "cancelled")
        except AWAY as error:
            log.warning("import_waits", phase=taken.phase, kind=taken.kind, database=type(error).__name__)
        except PlatemarkError as error:
            self._end(taken, "failed", error_code=error.code, error_message=error.detail[:LONGEST_REASON])
        except Exception as error:
            log.exception("import_failed", phase=taken.phase, kind=taken.kind)
            message = f"It failed: {type(error).__name__}. The log says more."
            self._end(taken, "failed", error_code="import_failed", error_message=message)

    def _end(self, taken: Lease, state: Ended, moment: str | None = None, **values: Any) -> None:
        try:
            with UnitOfWork(self._database, write=True, trace_id=taken.trace_id) as work:
                if moment is not None:
                    values[moment] = work.now()
                lease.end(work, taken, state, **values)
                work.commit()
        except Lost:
            log.warning("import_lost", phase=taken.phase, kind=taken.kind)
            return
        told = {name: values[name] for name in TOLD if name in values}
        log.info("import_ends", phase=taken.phase, kind=taken.kind, state=state, **told)

    def _desk(self, taken: Lease, grip: Grip, source: Source | None) -> Desk:
        return Desk(
            grip=grip,
            order=order_of(self._settings, taken.import_id, taken.kind, taken.visibility, owner(taken.created_by)),
            kind=self._kinds[taken.kind],
            folder=str(taken.folder),
            source=source,
            blobs=self._blobs,
            fault=self._fault,
            progress=self._progress,
        )

    @contextmanager
    def _source(self, taken: Lease) -> Iterator[Source | None]:
        """The folder, where the phase reads it; a verify does without one that is gone or that may not be read."""
        if taken.phase == "undo":
            yield None
            return
        try:
            opened = self._open(taken.folder)
        except Conflict:
            if taken.phase in READS_THE_SOURCE:
                raise
            yield None
            return
        with opened:
            yield opened

    def _open(self, folder: Path) -> Source:
        return sources.open_folder(folder) if self._anywhere else sources.open_below(self._folders, folder)


def owner(user_id: UUID | None) -> Actor:
    """Who owns what an import makes: the admin who asked for it; nobody where the command line did."""
    return Actor(user_id, None, "admin", "system")


def order_of(settings: Settings, import_id: UUID, kind: str, visibility: str, by: Actor) -> Order:
    """What an import was asked to do, under the limits of the settings."""
    return Order(
        import_id=import_id, kind=kind, visibility=visibility, by=by, max_bytes=settings.max_upload_bytes,
        max_pixels=settings.max_image_pixels,
    )  # fmt: skip
