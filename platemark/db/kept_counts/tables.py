"""The tables of the kept counts. They follow from other tables, so copies and backups may leave them out.

A count is the sum of its rows. On PostgreSQL, each connection adds to rows of its own, so that no transaction waits for
another one to count. Their ``slot`` is made of the process id of its backend and a random number below 16, because a
row that one transaction has updated many times is slow to find. ``folding`` adds them up in slot 0. On SQLite, which
has one writer, the slot is always 0.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Computed,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    Uuid,
    and_,
    case,
    literal_column,
    or_,
    text,
)

from platemark.db.tables.base import NAMING_CONVENTION
from platemark.db.types import BigInt

METADATA = MetaData(naming_convention=NAMING_CONVENTION)
START_OF_TEXT = "substr(text, 1, 100)"
"""What an index has of a text: PostgreSQL's entries are limited to 2.7 kB."""
LABEL = ("album_id", "kind")
OF_LABEL = ("audience", "slot")
ONLY_FOLDED: Any = {"sqlite_where": text("slot = 0"), "postgresql_where": text("slot = 0")}
ONLY_ZERO: Any = {"sqlite_where": text("images = 0"), "postgresql_where": text("images = 0")}
NO_RUN: Any = {"sqlite_where": text("runs = 0"), "postgresql_where": text("runs = 0")}
ONLY_COMMON: Any = {
    "sqlite_where": text("slot = 0 AND images_with_shared > 0"),
    "postgresql_where": text("slot = 0 AND images_with_shared > 0"),
}
ONLY_NOT_FOLDED: Any = {"sqlite_where": text("slot <> 0"), "postgresql_where": text("slot <> 0")}


def _key(name: str, type_: Any, **options: Any) -> Column[Any]:
    return Column(name, type_, nullable=False, autoincrement=False, **options)


def _number(name: str) -> Column[int]:
    return Column(name, BigInteger, nullable=False, info={"measure": True})


def keys_of(table: Table) -> list[Column[Any]]:
    """The columns that say what is counted; those that the database fills in follow from the others."""
    return [it for it in table.columns if it.name != "slot" and it.server_default is None and "measure" not in it.info]


def measures_of(table: Table) -> list[Column[Any]]:
    """The columns with numbers."""
    return [it for it in table.columns if "measure" in it.info]


TOTALS = Table(
    "totals",
    METADATA,
    _key("name", String(20)),
    _key("value", String(64)),
    _key("slot", Integer),
    _number("number"),
    _number("bytes"),
    PrimaryKeyConstraint("name", "value", "slot"),
)
"""Numbers of things, by what they have as ``value``: images by source, albums by visibility and so on."""

FILE_REFERENCES = Table(
    "file_references",
    METADATA,
    _key("digest", String(64)),
    _key("role", String(10)),
    _key("size_bytes", BigInt),
    _number("images"),
    PrimaryKeyConstraint("digest", "role", "size_bytes"),
    Index("ix_file_references_zero", "digest", **ONLY_ZERO),
    sqlite_with_rowid=False,
)
"""How many images refer to a file, as their ``image`` or ``thumbnail`` (whose size is not known and counts as 0).

It has no slots: of two transactions that store the same file for the first time, the second waits for the first.
"""

JOB_COUNTS = Table(
    "job_counts",
    METADATA,
    _key("audience", String(36)),
    _key("kind", String(20)),
    _key("state", String(10)),
    _key("slot", Integer),
    _number("jobs"),
    PrimaryKeyConstraint("audience", "kind", "state", "slot"),
)
"""Jobs by kind and state, for each audience."""

QUEUE_COUNTS = Table(
    "queue_counts",
    METADATA,
    *(_key(name, BigInteger) for name in ("shift", "priority", "bucket")),
    _key("slot", Integer),
    _number("jobs"),
    PrimaryKeyConstraint("shift", "priority", "bucket", "slot"),
    sqlite_with_rowid=False,
)
"""Queued jobs by priority and bucket of places: a job is in the bucket place >> ``shift``, one for each shift."""


def set_run_state(number: Callable[[str], ColumnElement[Any]]) -> ColumnElement[str]:
    """The state of a set run, whose numbers are the measures of ``SET_RUN_COUNTS``, added up.

    While a row is unfinished: ``running``, or ``queued`` if none has started yet. Then: ``succeeded`` if all rows have
    succeeded, ``cancelled`` if the run was cancelled, ``failed`` if a row has failed; otherwise single rows were
    cancelled, and the run is ``cancelled``.
    """
    return case(
        (and_(number("unfinished") > 0, number("started") > 0), "running"),
        (number("unfinished") > 0, "queued"),
        (number("unsucceeded") == 0, "succeeded"),
        (or_(number("cancel_requests") > 0, number("failed") == 0), "cancelled"),
        else_="failed",
    )


SET_RUN_COUNTS = Table(
    "set_run_counts",
    METADATA,
    _key("set_run_id", Uuid[UUID]()),
    _key("slot", Integer),
    *map(_number, ("runs", "cancel_requests", "unfinished", "started", "unsucceeded", "failed")),
    Column("state", String(10), Computed(set_run_state(literal_column), persisted=True)),
    PrimaryKeyConstraint("set_run_id", "slot"),
    Index("ix_set_run_counts_state", "state", "set_run_id", **ONLY_FOLDED),
    Index("ix_set_run_counts_not_folded", "set_run_id", **ONLY_NOT_FOLDED),
    Index("ix_set_run_counts_zero", "set_run_id", **NO_RUN),
)
"""What decides the state of a set run: its jobs, and whether it was cancelled. A row has the state that follows from
its own numbers, so it is the state of the run if that has no other rows.
"""

TRAINING_RUN_STATES = Table(
    "training_run_states",
    METADATA,
    _key("state", String(10)),
    _key("training_run_id", Uuid[UUID]()),
    _number("runs"),
    PrimaryKeyConstraint("state", "training_run_id"),
    Index("ix_training_run_states_zero", "training_run_id", **NO_RUN),
    sqlite_with_rowid=False,
)
"""1 for the state that a training run has, that of its job.

It has no slots: transactions that change the state of a job wait for each other anyway.
"""

TRAINING_RUN_COUNTS = Table(
    "training_run_counts",
    METADATA,
    _key("engine", String(64)),
    _key("state", String(10)),
    _key("slot", Integer),
    _number("runs"),
    PrimaryKeyConstraint("engine", "state", "slot"),
)
"""Training runs by engine and state."""

ALBUM_IMAGE_COUNTS = Table(
    "album_image_counts",
    METADATA,
    _key("album_id", Uuid[UUID]()),
    _key("audience", String(36)),
    _key("slot", Integer),
    _number("images"),
    _number("captioned"),
    _number("tagged"),
    PrimaryKeyConstraint("album_id", "audience", "slot"),
    Index("ix_album_image_counts_not_folded", "album_id", **ONLY_NOT_FOLDED),
)
"""An album's images outside the trash, those that have a caption, and those that have a tag, for each audience."""

ALBUM_LABEL_COUNTS = Table(
    "album_label_counts",
    METADATA,
    _key("album_id", Uuid[UUID]()),
    _key("audience", String(36)),
    _key("slot", Integer),
    _key("kind", String(10)),
    _key("text", Text().with_variant(Text(collation="C"), "postgresql")),
    _number("images"),
    Column("images_with_shared", BigInteger, nullable=False, server_default="0"),
    Index("uq_album_label_counts", *LABEL, text("md5(text)"), *OF_LABEL, unique=True).ddl_if(dialect="postgresql"),
    Index("uq_album_label_counts", *LABEL, "text", *OF_LABEL, unique=True).ddl_if(dialect="sqlite"),
    Index(
        "ix_album_label_counts_most",
        "album_id",
        "audience",
        text("images DESC"),
        "kind",
        text(START_OF_TEXT),
        **ONLY_FOLDED,
    ),
    Index(
        "ix_album_label_counts_common",
        "album_id",
        "audience",
        text("images_with_shared DESC"),
        "kind",
        text(START_OF_TEXT),
        **ONLY_COMMON,
    ),
    Index("ix_album_label_counts_not_folded", "album_id", "audience", **ONLY_NOT_FOLDED),
    Index("ix_album_label_counts_zero", "album_id", **ONLY_ZERO),
)
"""How many of an album's images have a label, for each audience; ``shared`` includes what is public.

Where an audience other than ``shared`` and ``shared`` both have a label, ``images_with_shared`` of the audience is the
sum of both, else 0. ``common_labels`` derives it, in slot 0 alone.
"""
