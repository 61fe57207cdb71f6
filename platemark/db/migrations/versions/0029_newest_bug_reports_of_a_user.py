"""The newest reports of a user are found by an index: there is a limit to how many one sends in within an hour."""

from __future__ import annotations

from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_bug_reports_created_by_created_at", "bug_reports", ["created_by", "created_at"])
    op.drop_index("ix_bug_reports_created_by", "bug_reports")
