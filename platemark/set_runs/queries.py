"""Reading set runs. What state a run is in is read off its jobs, here and nowhere else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import ColumnElement, Exists, Select, case, exists, func, or_, select

from platemark.access import Actor, visible_to
from platemark.db.tables import ImageRow, JobRow, SetRunRow, SetTemplateRow
from platemark.db.tables.jobs import STATES
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs import estimates, workers
from platemark.jobs.estimates import Estimate

State = Literal["queued", "running", "succeeded", "failed", "cancelled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRun:
    """A set run. ``counts`` has its rows by state, all states are there; ``progress`` 0 … 1.

    ``seed`` is that of the first row; ``estimate`` counts from now, None where it is finished or nothing is known.
    """

    id: UUID
    set_template_id: UUID
    set_template_version: int
    album_id: UUID
    theme: str
    state: State
    counts: dict[str, int]
    row_count: int
    progress: float
    seed: int
    estimate: Estimate | None
    created_by: UUID | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """A row of a set run: its job, and what came of it. ``image_id`` only where the reader may see the image."""

    position: int
    state: State
    job_id: UUID
    image_id: UUID | None
    error_code: str | None
    error_message: str | None


@dataclass(slots=True)
class _Tally:
    """What the jobs of one run come to."""

    counts: dict[str, int]
    in_hand: float = 0.0
    started_at: datetime | None = None
    finished_at: datetime | None = None

    @property
    def unfinished(self) -> int:
        return self.counts["queued"] + self.counts["running"]


def _a_job(*where: ColumnElement[bool]) -> Exists:
    return exists().where(JobRow.set_run_id == SetRunRow.id, *where)


STATE: ColumnElement[str] = case(
    (
        _a_job(JobRow.state.in_(("queued", "running"))),
        case((_a_job(JobRow.started_at.is_not(None)), "running"), else_="queued"),
    ),
    (~_a_job(JobRow.state != "succeeded"), "succeeded"),
    (SetRunRow.cancel_requested_at.is_not(None), "cancelled"),
    (_a_job(JobRow.state == "failed"), "failed"),
    else_="cancelled",
)
"""The state of a run: while a row is unfinished ``running``, or ``queued`` where none has started yet; then
``succeeded`` where all rows have, ``cancelled`` where that was asked, ``failed`` where a row has; else somebody
cancelled single rows, and it is ``cancelled``."""

HEAD = (
    "id", "set_template_id", "set_template_version", "album_id", "theme", "row_count", "seed", "created_by",
    "created_at",
)  # fmt: skip


def runs(by: Actor) -> Select[Any]:
    """Selects the runs that ``by`` started and those of set templates that ``by`` may see."""
    seen = visible_to(by, SetTemplateRow.visibility, SetTemplateRow.created_by)
    if by.user_id is not None:
        seen = or_(seen, SetRunRow.created_by == by.user_id)
    columns = (getattr(SetRunRow, name) for name in HEAD)
    return (
        select(*columns, STATE.label("state"))
        .join(SetTemplateRow, SetTemplateRow.id == SetRunRow.set_template_id)
        .where(seen)
    )


def views(work: UnitOfWork, found: Sequence[Any]) -> list[SetRun]:
    """The runs with what their jobs come to: one statement for all of them, and two for the estimates."""
    tallies = _tallies(work, [row.id for row in found])
    one = estimates.estimate_per_image(work) if any(tally.unfinished for tally in tallies.values()) else None
    alive = workers.count_alive(work) if one else 0
    return [_view(row, tallies[row.id], one, alive) for row in found]


def rows(work: UnitOfWork, set_run_id: UUID, *, by: Actor) -> list[RunRow]:
    """The rows of a run, in their order."""
    columns = (JobRow.id, JobRow.row_position, JobRow.state, JobRow.error_code, JobRow.error_message)
    found = work.session.execute(
        select(*columns).where(JobRow.set_run_id == set_run_id).order_by(JobRow.row_position)
    ).all()
    images = _images(work, set_run_id, by=by)
    return [
        RunRow(
            position=row.row_position,
            state=row.state,
            job_id=row.id,
            image_id=images.get(row.id),
            error_code=row.error_code if row.state == "failed" else None,
            error_message=row.error_message if row.state == "failed" else None,
        )
        for row in found
    ]


def failed_jobs(work: UnitOfWork, set_run_id: UUID) -> Sequence[UUID]:
    """The jobs of the failed rows."""
    where = (JobRow.set_run_id == set_run_id, JobRow.state == "failed")
    return work.session.scalars(select(JobRow.id).where(*where).order_by(JobRow.row_position)).all()


def _tallies(work: UnitOfWork, ids: Collection[UUID]) -> dict[UUID, _Tally]:
    tallies: dict[UUID, _Tally] = defaultdict(lambda: _Tally(dict.fromkeys(STATES, 0)))
    found = work.session.execute(
        select(
            JobRow.set_run_id,
            JobRow.state,
            func.count().label("count"),
            func.sum(JobRow.progress).label("progress"),
            func.min(JobRow.started_at).label("started_at"),
            func.max(JobRow.finished_at).label("finished_at"),
        )
        .where(JobRow.set_run_id.in_(ids))
        .group_by(JobRow.set_run_id, JobRow.state)
    )
    for row in found if ids else ():
        tally = tallies[row.set_run_id]
        tally.counts[row.state] = row._mapping["count"]
        if row.state == "running":
            tally.in_hand = row.progress
        tally.started_at = min(filter(None, (tally.started_at, row.started_at)), default=None)
        tally.finished_at = max(filter(None, (tally.finished_at, row.finished_at)), default=None)
    return tallies


def _view(row: Any, tally: _Tally, one: Estimate | None, alive: int) -> SetRun:
    done = row.row_count - tally.unfinished + tally.in_hand
    return SetRun(
        **{name: getattr(row, name) for name in HEAD},
        state=row.state,
        counts=tally.counts,
        progress=min(1.0, done / row.row_count),
        estimate=one.scaled(estimates.count_rounds(tally.unfinished, alive)) if one and tally.unfinished else None,
        started_at=tally.started_at,
        finished_at=None if tally.unfinished else tally.finished_at,
    )


def _images(work: UnitOfWork, set_run_id: UUID, *, by: Actor) -> dict[UUID | None, UUID]:
    seen = visible_to(by, ImageRow.visibility, ImageRow.created_by)
    statement = (
        select(ImageRow.job_id, ImageRow.id)
        .join(JobRow, JobRow.id == ImageRow.job_id)
        .where(JobRow.set_run_id == set_run_id, ImageRow.deleted_at.is_(None), seen)
        .order_by(ImageRow.id)
    )
    return dict(work.session.execute(statement).all())
