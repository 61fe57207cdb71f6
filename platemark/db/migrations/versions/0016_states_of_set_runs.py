"""What decides the state of a set run is kept; runs of a set template are listed through an index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

STATE = (
    "CASE WHEN (unfinished > 0 AND started > 0) THEN 'running' WHEN (unfinished > 0) THEN 'queued' "
    "WHEN (unsucceeded = 0) THEN 'succeeded' WHEN (cancel_requests > 0 OR failed = 0) THEN 'cancelled' "
    "ELSE 'failed' END"
)
NUMBERS = ("runs", "cancel_requests", "unfinished", "started", "unsucceeded", "failed")
INDEXES = (
    ("state", ["state", "set_run_id"], sa.text("slot = 0")),
    ("not_folded", ["set_run_id"], sa.text("slot <> 0")),
    ("zero", ["set_run_id"], sa.text("runs = 0")),
)


def upgrade() -> None:
    op.create_table(
        "set_run_counts",
        sa.Column("set_run_id", sa.Uuid(), nullable=False),
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in NUMBERS),
        sa.Column("state", sa.String(length=10), sa.Computed(STATE, persisted=True)),
        sa.PrimaryKeyConstraint("set_run_id", "slot", name=op.f("pk_set_run_counts")),
    )
    for name, columns, where in INDEXES:
        op.create_index(
            f"ix_set_run_counts_{name}", "set_run_counts", columns, sqlite_where=where, postgresql_where=where
        )
    op.drop_index("ix_set_runs_set_template_id", "set_runs")
    op.create_index("ix_set_runs_set_template_id_id", "set_runs", ["set_template_id", "id"])
