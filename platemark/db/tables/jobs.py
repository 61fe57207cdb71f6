"""The queue: jobs, worker processes, and the switch that pauses it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Float, ForeignKey, Index, LargeBinary, String, Text, TextClause, text
from sqlalchemy.orm import Mapped, mapped_column

from platemark.choices import JOB_STATES
from platemark.db.tables.base import At, Base, Id, one_of
from platemark.db.types import BigInt, Json, next_place

CAPTION_OUTCOMES = ("captioned", "has_caption", "image_gone", "engine_refused")
STATES = JOB_STATES


QUEUED, RUNNING, SUCCEEDED = (text(f"state = '{state}'") for state in STATES[:3])
IN_A_RUN = text("set_run_id IS NOT NULL")
RUNG, UNRUNG = text("state = 'queued' AND rung_at IS NOT NULL"), text("state = 'queued' AND rung_at IS NULL")


def partial_index(name: str, where: TextClause, *columns: str | TextClause) -> Index:
    """An index of the rows that meet a condition."""
    return Index(name, *columns, sqlite_where=where, postgresql_where=where)


class JobRow(Base):
    """A job. The row is authoritative: it is running while it has a lease; ``token`` is the fencing token.

    ``place`` orders the queued jobs of the same priority, so that users take turns; a job keeps it when it is queued
    again. Jobs that another program inserts have the place 0.
    """

    __tablename__ = "jobs"
    __table_args__ = (
        CheckConstraint(one_of("state", STATES), name="state"),
        CheckConstraint("(state = 'running') = (lease_until IS NOT NULL)", name="lease"),
        partial_index("ix_jobs_ready", QUEUED, text("priority DESC"), "place", "id"),
        partial_index("ix_jobs_ready_of_engine", QUEUED, "engine", text("(-priority)"), "place", "id"),
        partial_index("ix_jobs_queued_of_user", QUEUED, "created_by", "priority", "place"),
        partial_index("ix_jobs_waiting", QUEUED, "run_after", "place"),
        partial_index("ix_jobs_unrung", UNRUNG, text("priority DESC"), "place", "id"),
        partial_index("ix_jobs_rung", RUNG, "rung_at"),
        partial_index("ix_jobs_leases", RUNNING, "lease_until"),
        partial_index("ix_jobs_durations", SUCCEEDED, "kind", "engine", "finished_at", "id"),
        partial_index("ix_jobs_set_run_id_id", IN_A_RUN, "set_run_id", "id"),
        partial_index("ix_jobs_set_run_id_state", IN_A_RUN, "set_run_id", "state"),
        Index("ix_jobs_kind_state_finished_at", "kind", "state", "finished_at"),
        Index("ix_jobs_kind_state_id", "kind", "state", "id"),
        Index("ix_jobs_kind_id", "kind", "id"),
        Index("ix_jobs_created_by_kind_state_id", "created_by", "kind", "state", "id"),
        *(partial_index(f"ix_jobs_{state}", text(f"state = '{state}'"), "id") for state in STATES),
    )

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(String(20))
    payload: Mapped[dict[str, Any]] = mapped_column(Json)
    engine: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(10), default="queued")
    priority: Mapped[int] = mapped_column(default=0)
    place: Mapped[int] = mapped_column(BigInt, default=next_place(), server_default="0", index=True)
    run_after: Mapped[At]
    attempt: Mapped[int] = mapped_column(default=0)
    max_attempts: Mapped[int] = mapped_column(default=3)
    token: Mapped[int] = mapped_column(BigInt, default=0)
    owner: Mapped[str | None] = mapped_column(String(100))
    lease_until: Mapped[At | None]
    cancel_requested_at: Mapped[At | None]
    progress: Mapped[float] = mapped_column(Float, default=0.0)
    error_code: Mapped[str | None] = mapped_column(String(64))
    error_message: Mapped[str | None] = mapped_column(Text)
    rung_at: Mapped[At | None]
    album_id: Mapped[UUID | None]
    set_run_id: Mapped[UUID | None]
    row_position: Mapped[int | None]
    trace_id: Mapped[str | None] = mapped_column(String(64), index=True)
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[At]
    started_at: Mapped[At | None]
    finished_at: Mapped[At | None]


class CaptionItemRow(Base):
    """An image that a job captions, in order; ``outcome`` is None until it has been processed."""

    __tablename__ = "caption_items"
    __table_args__ = (CheckConstraint(one_of("outcome", CAPTION_OUTCOMES), name="outcome"),)

    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    image_id: Mapped[UUID]
    outcome: Mapped[str | None] = mapped_column(String(20))


class JobPreviewRow(Base):
    """The newest picture of a running job; it counts while the job has this ``token``, and so as long as it runs."""

    __tablename__ = "job_previews"

    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    token: Mapped[int] = mapped_column(BigInt)
    picture: Mapped[bytes] = mapped_column(LargeBinary)
    version: Mapped[int] = mapped_column(default=1)


class WorkerRow(Base):
    """A worker process. It counts as dead when its heartbeat is older than a lease."""

    __tablename__ = "workers"

    id: Mapped[str] = mapped_column(String(100), primary_key=True)
    host: Mapped[str] = mapped_column(String(255))
    pid: Mapped[int]
    device: Mapped[str] = mapped_column(String(40), server_default="cpu")
    engines: Mapped[list[str]] = mapped_column(Json)
    state: Mapped[str] = mapped_column(String(10))
    job_id: Mapped[UUID | None]
    started_at: Mapped[At]
    heartbeat_at: Mapped[At]


class QueueControlRow(Base):
    """The switch of the queue, a single row with id 1: paused or not."""

    __tablename__ = "queue_control"

    id: Mapped[int] = mapped_column(primary_key=True)
    paused_at: Mapped[At | None]
    version: Mapped[int] = mapped_column(default=1)


class ScheduleSlotRow(Base):
    """The latest time slot (hour or day) in which a process claimed a scheduled task (``duty``)."""

    __tablename__ = "schedule_slots"

    duty: Mapped[str] = mapped_column(String(40), primary_key=True)
    slot: Mapped[int] = mapped_column(BigInt)
