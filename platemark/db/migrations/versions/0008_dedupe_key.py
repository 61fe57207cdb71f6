"""Jobs lose their dedupe key, which nothing has used since the schedule has slots."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        rebuild_jobs()
        return
    op.drop_constraint("uq_jobs_dedupe_key", "jobs", type_="unique")
    op.drop_column("jobs", "dedupe_key")


def rebuild_jobs() -> None:
    """SQLite cannot drop a unique column: copy the table without it.

    Dropping the old table deletes the caption items of its jobs (ON DELETE CASCADE, which cannot be switched off within
    a transaction), so they are set aside meanwhile.
    """
    op.execute("CREATE TEMPORARY TABLE caption_items_aside AS SELECT * FROM caption_items")
    op.create_table(
        "jobs_without_key",
        *columns(),
        sa.CheckConstraint("(state = 'running') = (lease_until IS NOT NULL)", name=op.f("ck_jobs_lease")),
        sa.CheckConstraint(
            "state IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')", name=op.f("ck_jobs_state")
        ),
        sa.ForeignKeyConstraint(
            ["created_by"], ["users.id"], name=op.f("fk_jobs_created_by_users"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
    )
    names = ", ".join(column.name for column in columns())
    op.execute(f"INSERT INTO jobs_without_key ({names}) SELECT {names} FROM jobs")  # noqa: S608 - names of columns
    op.drop_table("jobs")
    op.rename_table("jobs_without_key", "jobs")
    op.execute("INSERT INTO caption_items SELECT * FROM caption_items_aside")
    op.execute("DROP TABLE caption_items_aside")
    op.create_index("ix_jobs_kind_state_finished_at", "jobs", ["kind", "state", "finished_at"])
    op.create_index("ix_jobs_ready", "jobs", [sa.text("priority DESC"), "id"], sqlite_where=sa.text("state = 'queued'"))
    op.create_index("ix_jobs_leases", "jobs", ["lease_until"], sqlite_where=sa.text("state = 'running'"))
    op.create_index("ix_jobs_set_run_id_row_position", "jobs", ["set_run_id", "row_position"])
    op.create_index("ix_jobs_trace_id", "jobs", ["trace_id"])


def columns() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column(
            "payload", sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql"), nullable=False
        ),
        sa.Column("engine", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("run_after", sa.BigInteger(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("max_attempts", sa.Integer(), nullable=False),
        sa.Column("token", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("owner", sa.String(length=100), nullable=True),
        sa.Column("lease_until", sa.BigInteger(), nullable=True),
        sa.Column("cancel_requested_at", sa.BigInteger(), nullable=True),
        sa.Column("progress", sa.Float(), nullable=False),
        sa.Column("error_code", sa.String(length=64), nullable=True),
        sa.Column("error_message", sa.Text(), nullable=True),
        sa.Column("rung_at", sa.BigInteger(), nullable=True),
        sa.Column("album_id", sa.Uuid(), nullable=True),
        sa.Column("set_run_id", sa.Uuid(), nullable=True),
        sa.Column("row_position", sa.Integer(), nullable=True),
        sa.Column("trace_id", sa.String(length=64), nullable=True),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=True),
        sa.Column("finished_at", sa.BigInteger(), nullable=True),
    )
