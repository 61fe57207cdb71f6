"""The tables of the kept counts. They follow from other tables, so copies and backups may leave them out.

A count is the sum of its rows. On PostgreSQL, each connection adds to rows of its own, whose ``slot`` is the process id
of its backend, so that no transaction waits for another one to count; ``folding`` adds them up in slot 0. On SQLite,
which has one writer, the slot is always 0.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Column, Integer, MetaData, String, Table, Uuid

from platemark.db.tables.base import NAMING_CONVENTION

METADATA = MetaData(naming_convention=NAMING_CONVENTION)
COUNT = BigInteger


def _key(name: str, type_: String | Uuid[UUID]) -> Column[Any]:
    return Column(name, type_, primary_key=True)


def _slot() -> Column[int]:
    return Column("slot", Integer, primary_key=True, autoincrement=False)


def _count(name: str) -> Column[int]:
    return Column(name, COUNT, nullable=False)


JOB_COUNTS = Table(
    "job_counts",
    METADATA,
    _key("audience", String(36)),
    _key("kind", String(20)),
    _key("state", String(10)),
    _slot(),
    _count("jobs"),
)
"""Jobs by kind and state, for each audience."""

QUEUE_COUNTS = Table(
    "queue_counts",
    METADATA,
    *(Column(name, BigInteger, primary_key=True, autoincrement=False) for name in ("shift", "priority", "bucket")),
    _slot(),
    _count("jobs"),
    sqlite_with_rowid=False,
)
"""Queued jobs by priority and bucket of places: a job is in the bucket place >> ``shift``, one for each shift."""
