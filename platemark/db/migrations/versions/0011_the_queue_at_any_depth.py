"""The queue costs the same at any depth: places and their counts, kept estimates, and an index for each list."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

QUEUED, RUNG = sa.text("state = 'queued'"), sa.text("state = 'queued' AND rung_at IS NOT NULL")
UNRUNG, SUCCEEDED = sa.text("state = 'queued' AND rung_at IS NULL"), sa.text("state = 'succeeded'")
IN_A_RUN = sa.text("set_run_id IS NOT NULL")
NUMBER_THE_JOBS = """
UPDATE jobs SET place = numbered.place
FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM jobs WHERE state <> 'succeeded') AS numbered
WHERE jobs.id = numbered.id
"""
CREATE_SEQUENCE = """
CREATE SEQUENCE jobs_place_seq OWNED BY jobs.place;
SELECT setval('jobs_place_seq', (SELECT coalesce(max(place), 0) + 1 FROM jobs), false)
"""


def upgrade() -> None:
    create_tables()
    place = sa.Column("place", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False, server_default="0")
    op.add_column("jobs", place)
    op.execute(NUMBER_THE_JOBS)
    change_indexes()
    if op.get_bind().dialect.name == "postgresql":
        op.execute(CREATE_SEQUENCE)


def create_tables() -> None:
    op.create_table(
        "queue_counts",
        sa.Column("shift", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("priority", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("bucket", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("jobs", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("shift", "priority", "bucket", "slot", name=op.f("pk_queue_counts")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "job_estimates",
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("engine", sa.String(length=64), nullable=False),
        sa.Column("p50_seconds", sa.Float(), nullable=False),
        sa.Column("p90_seconds", sa.Float(), nullable=False),
        sa.Column("basis_count", sa.Integer(), nullable=False),
        sa.Column("newest_job_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "engine", name=op.f("pk_job_estimates")),
    )


def change_indexes() -> None:
    op.drop_index("ix_jobs_ready", "jobs")
    op.drop_index("ix_jobs_set_run_id_row_position", "jobs")
    first = (sa.text("priority DESC"), "place", "id")
    create_index("ix_jobs_ready", first, QUEUED)
    create_index("ix_jobs_ready_of_engine", ("engine", sa.text("(-priority)"), "place", "id"), QUEUED)
    create_index("ix_jobs_waiting", ["run_after", "place"], QUEUED)
    create_index("ix_jobs_unrung", first, UNRUNG)
    create_index("ix_jobs_rung", ["rung_at"], RUNG)
    create_index("ix_jobs_durations", ["kind", "engine", "finished_at", "id"], SUCCEEDED)
    create_index("ix_jobs_set_run_id_id", ["set_run_id", "id"], IN_A_RUN)
    create_index("ix_jobs_set_run_id_state", ["set_run_id", "state"], IN_A_RUN)
    for state in ("queued", "running", "succeeded", "failed", "cancelled"):  # an index of all states would be preferred
        create_index(f"ix_jobs_{state}", ["id"], sa.text(f"state = '{state}'"))  # to those of the queue, and sorted
    for columns in (["kind", "state", "id"], ["kind", "id"], ["place"]):
        op.create_index(f"ix_jobs_{'_'.join(columns)}", "jobs", columns)


def create_index(name: str, columns: Sequence[str | sa.TextClause], where: sa.TextClause) -> None:
    op.create_index(name, "jobs", list(columns), sqlite_where=where, postgresql_where=where)
