"""Estimates that are kept, so that reading one costs the same at any number of jobs."""

from __future__ import annotations

from sqlalchemy import Column, Float, Integer, String, Table, Uuid

from platemark.db.kept_counts.tables import METADATA

JOB_ESTIMATES = Table(
    "job_estimates",
    METADATA,
    Column("kind", String(20), primary_key=True),
    Column("engine", String(64), primary_key=True),
    Column("p50_seconds", Float, nullable=False),
    Column("p90_seconds", Float, nullable=False),
    Column("basis_count", Integer, nullable=False),
    Column("newest_job_id", Uuid, nullable=False),
)
"""How long a worker takes for one image of a job of this kind by this engine; engine ``""``: by any engine.

It follows from the last jobs that succeeded, of which ``newest_job_id`` is the last.
"""
