"""The sweep: what ends the runs of dead workers, without being fooled by a clock that jumps."""

from __future__ import annotations

import time
from collections.abc import Callable
from uuid import UUID

from sqlalchemy import select

from platemark.db.engine import Database
from platemark.db.types import EPOCH, db_now
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs import queue, workers


class Sweeper:
    """One process's sweeper; any number may run.

    When the database's clock and this process's monotonic one disagree (a suspended laptop, a clock that was set),
    leases seem over that are not. It then waits one lease, in which every living worker beats, before it sweeps.
    """

    def __init__(
        self, database: Database, *, lease_seconds: float, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._database = database
        self._lease_seconds = lease_seconds
        self._monotonic = monotonic
        self._difference: float | None = None
        self._hold_until = 0.0

    def tick(self) -> tuple[list[UUID], bool]:
        """Sweep once, unless a jump of the clock was seen within a lease.

        Gives the jobs whose run was ended, and whether jobs are ready for a worker: then a bell should ring.
        """
        lease_ms = int(self._lease_seconds * 1000)
        swept: list[UUID] = []
        if not self._holds():
            with UnitOfWork(self._database, write=True) as work:
                queue.clamp_deadlines(work, lease_ms=lease_ms)
                swept = queue.sweep(work)
                workers.remove_stale(work, lease_ms=lease_ms)
                work.commit()
        with UnitOfWork(self._database, write=False) as work:
            return swept, queue.has_ready(work)

    def _holds(self) -> bool:
        now = self._monotonic()
        with UnitOfWork(self._database, write=False) as work:
            seconds = (work.session.execute(select(db_now())).scalar_one() - EPOCH).total_seconds()
        before, self._difference = self._difference, seconds - now
        if before is not None and abs(self._difference - before) > self._lease_seconds / 2:
            self._hold_until = now + self._lease_seconds
        return now < self._hold_until
