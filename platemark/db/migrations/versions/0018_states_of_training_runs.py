"""The state of each training run is kept, and how many an engine has in each."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

NO_RUN = sa.text("runs = 0")


def upgrade() -> None:
    op.create_table(
        "training_run_states",
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("training_run_id", sa.Uuid(), nullable=False),
        sa.Column("runs", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("state", "training_run_id", name=op.f("pk_training_run_states")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_training_run_states_zero",
        "training_run_states",
        ["training_run_id"],
        sqlite_where=NO_RUN,
        postgresql_where=NO_RUN,
    )
    op.create_table(
        "training_run_counts",
        sa.Column("engine", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("runs", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("engine", "state", "slot", name=op.f("pk_training_run_counts")),
    )
