"""Set templates may name an engine, and set runs say theirs; all runs so far used the press."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("set_template_versions", sa.Column("engine", sa.String(length=64), nullable=True))
    with op.batch_alter_table("set_runs") as table:
        table.add_column(sa.Column("engine", sa.String(length=64), nullable=False, server_default="press"))
    with op.batch_alter_table("set_runs") as table:
        table.alter_column("engine", existing_type=sa.String(length=64), server_default=None)
