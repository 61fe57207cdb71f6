"""Set runs that are grids, and their cells."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from platemark.db.types import Json

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("set_runs", sa.Column("grid", Json, nullable=True))
    op.add_column("set_runs", sa.Column("reused_count", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "set_run_cells",
        sa.Column("set_run_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["set_run_id"],
            ["set_runs.id"],
            name=op.f("fk_set_run_cells_set_run_id_set_runs"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("set_run_id", "position", name=op.f("pk_set_run_cells")),
    )
    op.create_index("ix_set_run_cells_digest", "set_run_cells", ["digest"])
