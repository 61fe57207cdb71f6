"""Previews of running jobs: one small picture for each, which the next replaces and the end of the run deletes.

A preview belongs to a lease. It is written under the same fence as the progress, and shown only while the job still has
that lease's token: whatever ends the run also ends its preview.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import LargeBinary, Uuid, and_, bindparam, literal_column, select
from sqlalchemy.dialects import postgresql, sqlite

from platemark.access import Actor, Viewpoint, require_role
from platemark.db.statements import Statement, first_column
from platemark.db.tables import JobPreviewRow, JobRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import NotFound
from platemark.events.service import record
from platemark.jobs.change_statements import REMOVE_PREVIEWS
from platemark.jobs.queue import Lease
from platemark.jobs.statements import OWN_JOB, RUNNING
from platemark.jobs.visibility import readable_request, visible_jobs


class JobPreview(NamedTuple):
    """A preview, as WebP; ``version`` counts those of the job."""

    picture: bytes
    version: int


class StoredPreview(NamedTuple):
    """A preview that there may be."""

    picture: bytes | None
    version: int | None


def get_job_preview(work: UnitOfWork, job_id: UUID, *, by: Actor) -> JobPreview:
    """The newest preview of a running job; NotFound if there is none, or ``by`` may not read the job's request."""
    require_role(by, "viewer")
    stored = _preview(by.viewpoint).first(work, job_id=job_id, me=by.user_id)
    if stored is None:
        raise NotFound("job", job_id)
    if stored.picture is None or stored.version is None:
        raise NotFound("job_preview", job_id)
    return JobPreview(stored.picture, stored.version)


def store(work: UnitOfWork, lease: Lease, picture: bytes, progress: float) -> bool:
    """Replace the preview of a job, and tell those who may see it; False, and nothing, if the lease is lost."""
    row = STORE[work.dialect].first(work, the_id=lease.job_id, the_token=lease.token, the_picture=picture)
    if row is None:
        return False
    owner = OWNER.first(work, the_id=lease.job_id)
    seen_by = {"visibility": "private", "created_by": owner}
    record(work, "job.preview", lease.job_id, set_run_id=lease.set_run_id, progress=progress, **seen_by)
    return True


def remove(work: UnitOfWork, job_ids: Sequence[UUID]) -> None:
    """Delete the previews of jobs that no longer run."""
    REMOVE_PREVIEWS.execute(work, the_ids=list(job_ids))


@cache
def _preview(by: Viewpoint) -> Statement[StoredPreview]:
    mine = and_(
        JobPreviewRow.job_id == JobRow.id, JobPreviewRow.token == JobRow.token, RUNNING, readable_request(by).is_(True)
    )
    jobs = select(JobPreviewRow.picture, JobPreviewRow.version).select_from(JobRow).outerjoin(JobPreviewRow, mine)
    return Statement(jobs.where(JobRow.id == bindparam("job_id", type_=Uuid()), visible_jobs(by)), StoredPreview._make)


def _store(dialect: str) -> Statement[Any]:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    picture = bindparam("the_picture", type_=LargeBinary())
    columns = ("job_id", "token", "picture", "version")
    adding = insert(JobPreviewRow).from_select(
        columns, select(JobRow.id, JobRow.token, picture, literal_column("1")).where(*OWN_JOB)
    )
    changes = {
        "token": adding.excluded.token,
        "picture": adding.excluded.picture,
        "version": JobPreviewRow.version + 1,
    }
    replacing = adding.on_conflict_do_update(index_elements=["job_id"], set_=changes)
    return Statement(replacing.returning(JobPreviewRow.version), first_column)


STORE = {dialect: _store(dialect) for dialect in ("sqlite", "postgresql")}
OWNER: Statement[UUID | None] = Statement(
    select(JobRow.created_by).where(JobRow.id == bindparam("the_id", type_=Uuid())), first_column
)
