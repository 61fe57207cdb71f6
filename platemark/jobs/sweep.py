"""The sweep: ends the runs of dead workers, and tolerates jumps of the clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from uuid import UUID

from sqlalchemy import select

from platemark.db.engine import Database
from platemark.db.types import EPOCH, db_now
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs import estimates, queue, workers


class Sweeper:
    """The sweeper of one process; any number may run concurrently.

    If the database's clock jumps relative to this process's monotonic clock (a suspended laptop, a clock that was set),
    leases may seem expired that are not. The sweeper then pauses for one lease, so that live workers can renew theirs.
    """

    def __init__(
        self, database: Database, *, lease_seconds: float, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._database = database
        self._lease_seconds = lease_seconds
        self._monotonic = monotonic
        self._clock_offset: float | None = None
        self._on_hold_until = 0.0

    def tick(self) -> tuple[list[UUID], bool]:
        """Sweep once, unless the clock jumped within the last lease.

        Returns the jobs whose runs were ended, and whether jobs are ready, so that the caller should wake workers.
        """
        lease_ms = int(self._lease_seconds * 1000)
        ended: list[UUID] = []
        if not self._is_on_hold():
            with UnitOfWork(self._database, write=True) as work:
                queue.clamp_deadlines(work, lease_ms=lease_ms)
                ended = queue.sweep(work)
                workers.remove_stale(work, lease_ms=lease_ms)
                work.commit()
        with UnitOfWork(self._database, write=False) as work:
            return ended, queue.has_ready(work)

    def update_estimates(self) -> None:
        """Make the estimates anew of the kinds and engines for which jobs have succeeded since the last time."""
        with UnitOfWork(self._database, write=False) as work:
            outdated = estimates.find_outdated(work)
        if outdated:
            with UnitOfWork(self._database, write=True) as work:
                estimates.update_estimates(work)
                work.commit()

    def _is_on_hold(self) -> bool:
        now = self._monotonic()
        with UnitOfWork(self._database, write=False) as work:
            seconds = (work.session.execute(select(db_now())).scalar_one() - EPOCH).total_seconds()
        previous, self._clock_offset = self._clock_offset, seconds - now
        if previous is not None and abs(self._clock_offset - previous) > self._lease_seconds / 2:
            self._on_hold_until = now + self._lease_seconds
        return now < self._on_hold_until
