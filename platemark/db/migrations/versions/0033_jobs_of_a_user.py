"""The jobs of a user of each kind in each state are found through an index."""

from __future__ import annotations

from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_jobs_created_by_kind_state_id", "jobs", ["created_by", "kind", "state", "id"])
