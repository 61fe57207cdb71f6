"""Reading the queue: a job as a caller may see it, in a few statements whatever the length of the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, func, select

from platemark.access import RANK, Actor, may_read_prompt
from platemark.db.tables import ImageRow, JobRow
from platemark.db.tables.jobs import STATES
from platemark.db.unit_of_work import UnitOfWork
from platemark.image_visibility import visible_images
from platemark.jobs import caption_results, estimates, workers
from platemark.jobs.caption_results import CaptionsView
from platemark.jobs.estimates import Estimate
from platemark.jobs.requests import CaptionJob, GenerateJob
from platemark.jobs.statements import QUEUED


@dataclass(frozen=True, slots=True, kw_only=True)
class JobView:
    """A job as its reader may see it: ``request`` and ``worker`` are None where they are hidden.

    What a training job learns is told by its training run, not by a ``request``.
    """

    id: UUID
    kind: str
    state: str
    priority: int
    progress: float
    attempt: int
    max_attempts: int
    request: GenerateJob | CaptionJob | None
    position: int | None
    estimate: Estimate | None
    cancel_requested: bool
    error_code: str | None
    error_message: str | None
    image_ids: tuple[UUID, ...]
    album_id: UUID | None
    set_run_id: UUID | None
    row_position: int | None
    training_run_id: UUID | None
    captions: CaptionsView | None
    created_by: UUID | None
    trace_id: str | None
    worker: str | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


COLUMNS = JobRow.__table__.c
REQUESTS: dict[str, type[GenerateJob | CaptionJob]] = {"generate": GenerateJob, "caption": CaptionJob}
"""Of other kinds a job's request is not told: of training, its run tells."""


def rows(work: UnitOfWork, *where: ColumnElement[bool], limit: int) -> Sequence[Row[Any]]:
    """The rows of jobs, newest first."""
    return work.session.execute(select(*COLUMNS).where(*where).order_by(JobRow.id.desc()).limit(limit)).all()


def views(work: UnitOfWork, found: Sequence[Row[Any]], *, by: Actor) -> list[JobView]:
    """The rows as ``by`` may see them."""
    places = positions(work, [row.id for row in found if row.state == "queued"])
    images = _images(work, [row.id for row in found], by=by)
    captions = caption_results.count_outcomes(work, [row.id for row in found if row.kind == "caption"])
    forecast = _Forecast(work)
    return [
        JobView(
            id=row.id,
            kind=row.kind,
            state=row.state,
            priority=row.priority,
            progress=row.progress,
            attempt=row.attempt,
            max_attempts=row.max_attempts,
            request=_request(row, by),
            position=places.get(row.id),
            estimate=forecast.of(row, places.get(row.id)),
            cancel_requested=row.cancel_requested_at is not None,
            error_code=row.error_code,
            error_message=row.error_message,
            image_ids=tuple(images[row.id]),
            album_id=row.album_id,
            set_run_id=row.set_run_id,
            row_position=row.row_position,
            training_run_id=UUID(row.payload["training_run_id"]) if row.kind == "train" else None,
            captions=caption_results.view(captions[row.id]) if row.kind == "caption" else None,
            created_by=row.created_by,
            trace_id=row.trace_id,
            worker=row.owner if by.rank >= RANK["editor"] else None,
            created_at=row.created_at,
            started_at=row.started_at,
            finished_at=row.finished_at,
        )
        for row in found
    ]


def _request(row: Row[Any], by: Actor) -> GenerateJob | CaptionJob | None:
    if row.kind not in REQUESTS or not may_read_prompt(by, row.created_by):
        return None
    return REQUESTS[row.kind].from_payload({**row.payload, "priority": row.priority})


def positions(work: UnitOfWork, job_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many queued jobs go before each of these queued ones."""
    if not job_ids:
        return {}
    order = func.row_number().over(order_by=(JobRow.priority.desc(), JobRow.id)) - 1
    waiting = select(JobRow.id, order.label("position")).where(QUEUED).subquery()
    found = work.session.execute(select(waiting.c.id, waiting.c.position).where(waiting.c.id.in_(job_ids)))
    return {row.id: row.position for row in found}


def counts(work: UnitOfWork, *where: ColumnElement[bool]) -> dict[str, int]:
    """How many jobs there are in each state; every state is there."""
    found = work.session.execute(select(JobRow.state, func.count()).where(*where).group_by(JobRow.state))
    return dict.fromkeys(STATES, 0) | dict(found.all())


def _images(work: UnitOfWork, job_ids: Collection[UUID], *, by: Actor) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = defaultdict(list)
    if not job_ids:
        return found
    statement = select(ImageRow.job_id, ImageRow.id).where(ImageRow.job_id.in_(job_ids), visible_images(by))
    for job_id, image_id in work.session.execute(statement.order_by(ImageRow.id)):
        if job_id is not None:
            found[job_id].append(image_id)
    return found


class _Forecast:
    """Estimates for the jobs of one page; each engine's history is read once."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._one: dict[tuple[str, str], Estimate | None] = {}
        self._workers: int | None = None

    def of(self, row: Row[Any], position: int | None) -> Estimate | None:
        """When the job will probably be done; None where it is finished or nothing is known."""
        if row.state not in ("queued", "running") or row.kind not in REQUESTS:
            return None
        key = (row.kind, row.engine)
        if key not in self._one:
            self._one[key] = estimates.estimate_per_image(self._work, kind=row.kind, engine=row.engine)
        one = self._one[key]
        if one is None:
            return None
        if self._workers is None:
            self._workers = workers.count_alive(self._work)
        share = 1 - row.progress if position is None else estimates.count_rounds(position + 1, self._workers)
        return one.scaled(share * row.payload.get("count", 1))
