"""The last queued job of a user is found by an index: users take turns in the queue."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

QUEUED = sa.text("state = 'queued'")


def upgrade() -> None:
    op.create_index(
        "ix_jobs_queued_of_user",
        "jobs",
        ["created_by", "priority", "place"],
        sqlite_where=QUEUED,
        postgresql_where=QUEUED,
    )
