"""The kept counts, for those who show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import BigInteger, ColumnElement, Select, String, Uuid, bindparam, cast, func, literal_column, select

from platemark.access import SYSTEM, Actor, Viewpoint
from platemark.db.kept_counts.audiences import counted_for
from platemark.db.kept_counts.tables import (
    ALBUM_IMAGE_COUNTS,
    JOB_COUNTS,
    TOTALS,
    TRAINING_RUN_COUNTS,
    TRAINING_RUN_STATES,
)
from platemark.db.statements import Statement
from platemark.db.tables.jobs import STATES
from platemark.db.unit_of_work import UnitOfWork


def _sum(column: ColumnElement[int]) -> ColumnElement[int]:
    return cast(func.coalesce(func.sum(column), 0), BigInteger)


JOBS = _sum(JOB_COUNTS.c.jobs)
IN_ALBUM = ALBUM_IMAGE_COUNTS.c
OF_ALBUM = IN_ALBUM.album_id == bindparam("album_id", type_=Uuid())


class JobCount(NamedTuple):
    """How many jobs of a kind are in a state."""

    kind: str
    state: str
    jobs: int


class Total(NamedTuple):
    """How many things have a value, and the size of those that are files."""

    value: str
    number: int
    bytes: int


class TrainingRuns(NamedTuple):
    """How many training runs of an engine are in a state."""

    engine: str
    state: str
    runs: int


class AlbumImages(NamedTuple):
    """How many images of an album an audience sees, and how many of them have a caption, and a tag."""

    audience: str
    images: int
    captioned: int
    tagged: int


def count_jobs_by_state(work: UnitOfWork, *, by: Actor, kind: str | None = None) -> dict[str, int]:
    """The number of jobs in every state that the caller may see, of one kind or of all."""
    counts = _jobs_by_state(by.viewpoint, of_kind=kind is not None).all(work, me=by.user_id, kind=kind)
    return dict.fromkeys(STATES, 0) | dict(counts)


def count_jobs_by_kind_and_state(work: UnitOfWork) -> dict[tuple[str, str], int]:
    """All jobs by kind and state; without zeros."""
    return {(it.kind, it.state): it.jobs for it in JOBS_BY_KIND_AND_STATE.all(work) if it.jobs}


def count_training_runs(work: UnitOfWork) -> dict[tuple[str, str], int]:
    """Training runs by engine and state; without zeros."""
    return {(it.engine, it.state): it.runs for it in TRAINING_RUNS.all(work) if it.runs}


def training_runs_in_state(state: str) -> Select[UUID]:
    """The ids of training runs in a state, in the order of an index."""
    run = TRAINING_RUN_STATES.c
    return select(run.training_run_id).where(run.state == literal_column(f"'{state}'"), run.runs > 0)


def jobs_in_state(state: str) -> ColumnElement[int]:
    """How many jobs are in a state, as a column of a select."""
    everybody = counted_for(SYSTEM.viewpoint, JOB_COUNTS.c.audience)
    return select(JOBS).where(everybody, JOB_COUNTS.c.state == state).scalar_subquery()


def count_by_value(work: UnitOfWork, name: str) -> Mapping[str, int]:
    """The rows of the table ``name`` (``images``, ``albums``, …) by what is counted of them; without zeros."""
    return {it.value: it.number for it in TOTALS_BY_VALUE.all(work, name=name) if it.number}


def total_files(work: UnitOfWork) -> Total:
    """The number of files that images refer to, images and thumbnails, and the size of the images."""
    totals = TOTALS_BY_VALUE.all(work, name="files")
    return Total("", sum(it.number for it in totals), sum(it.bytes for it in totals))


def album_image_count(album_id: ColumnElement[UUID], by: Viewpoint) -> ColumnElement[int]:
    """How many of an album's images the caller may see, as a column of a select of albums."""
    count = select(_sum(IN_ALBUM.images)).where(IN_ALBUM.album_id == album_id, counted_for(by, IN_ALBUM.audience))
    return count.correlate_except(ALBUM_IMAGE_COUNTS).scalar_subquery()


def count_album_images(work: UnitOfWork, album_id: UUID, *, by: Actor) -> Sequence[AlbumImages]:
    """The album's images that the caller may see, by audience."""
    return _album_images(by.viewpoint).all(work, album_id=album_id, me=by.user_id)


@cache
def _album_images(by: Viewpoint) -> Statement[AlbumImages]:
    sums = (_sum(IN_ALBUM.images), _sum(IN_ALBUM.captioned), _sum(IN_ALBUM.tagged))
    counts = select(IN_ALBUM.audience, *sums).where(OF_ALBUM, counted_for(by, IN_ALBUM.audience))
    return Statement(counts.group_by(IN_ALBUM.audience), AlbumImages._make)


@cache
def _jobs_by_state(by: Viewpoint, *, of_kind: bool) -> Statement[tuple[str, int]]:
    column = JOB_COUNTS.c
    counts = select(column.state, JOBS).where(counted_for(by, column.audience)).group_by(column.state)
    if of_kind:
        counts = counts.where(column.kind == bindparam("kind", type_=String()))
    return Statement(counts, tuple)


TOTALS_BY_VALUE = Statement(
    select(TOTALS.c.value, _sum(TOTALS.c.number), _sum(TOTALS.c.bytes))
    .where(TOTALS.c.name == bindparam("name", type_=String()))
    .group_by(TOTALS.c.value),
    Total._make,
)

JOBS_BY_KIND_AND_STATE = Statement(
    select(JOB_COUNTS.c.kind, JOB_COUNTS.c.state, JOBS)
    .where(counted_for(SYSTEM.viewpoint, JOB_COUNTS.c.audience))
    .group_by(JOB_COUNTS.c.kind, JOB_COUNTS.c.state),
    JobCount._make,
)

TRAINING_RUNS = Statement(
    select(TRAINING_RUN_COUNTS.c.engine, TRAINING_RUN_COUNTS.c.state, _sum(TRAINING_RUN_COUNTS.c.runs)).group_by(
        TRAINING_RUN_COUNTS.c.engine, TRAINING_RUN_COUNTS.c.state
    ),
    TrainingRuns._make,
)
