"""Bug reports, their history and purges; jobs are found by their trace id."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _json() -> sa.JSON:
    return sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "bug_report_purges",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("before", sa.BigInteger(), nullable=False),
        sa.Column("older_than_days", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bug_report_purges")),
    )
    op.create_table(
        "bug_reports",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("expected_behavior", sa.Text(), nullable=True),
        sa.Column("actual_behavior", sa.Text(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("commit", sa.String(length=100), nullable=True),
        sa.Column("trace_id", sa.String(length=64), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("duplicate_of", sa.Uuid(), nullable=True),
        sa.Column("screenshot_digest", sa.String(length=64), nullable=True),
        sa.Column("redactions", _json(), nullable=False),
        sa.Column("redaction_count", sa.Integer(), nullable=False),
        sa.Column("legacy_id", sa.String(length=200), nullable=True),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content", _json(), nullable=False),
        sa.CheckConstraint(
            "status IN ('open', 'in_progress', 'resolved', 'dismissed')", name=op.f("ck_bug_reports_status")
        ),
        sa.ForeignKeyConstraint(
            ["created_by"], ["users.id"], name=op.f("fk_bug_reports_created_by_users"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["duplicate_of"],
            ["bug_reports.id"],
            name=op.f("fk_bug_reports_duplicate_of_bug_reports"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bug_reports")),
        sa.UniqueConstraint("legacy_id", name=op.f("uq_bug_reports_legacy_id")),
    )
    op.create_index(op.f("ix_bug_reports_created_at"), "bug_reports", ["created_at"])
    op.create_index(op.f("ix_bug_reports_created_by"), "bug_reports", ["created_by"])
    for name, column, condition in (
        ("ix_bug_reports_duplicate_of", "duplicate_of", "duplicate_of IS NOT NULL"),
        ("ix_bug_reports_first", "id", "duplicate_of IS NULL"),
    ):
        where = sa.text(condition)
        op.create_index(name, "bug_reports", [column], sqlite_where=where, postgresql_where=where)
    op.create_index("ix_bug_reports_fingerprint_id", "bug_reports", ["fingerprint", "id"])
    op.create_index(op.f("ix_bug_reports_screenshot_digest"), "bug_reports", ["screenshot_digest"])
    op.create_index("ix_bug_reports_status_id", "bug_reports", ["status", "id"])
    op.create_index(op.f("ix_bug_reports_trace_id"), "bug_reports", ["trace_id"])
    op.create_table(
        "bug_report_changes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("bug_report_id", sa.Uuid(), nullable=False),
        sa.Column("changes", _json(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bug_report_id"],
            ["bug_reports.id"],
            name=op.f("fk_bug_report_changes_bug_report_id_bug_reports"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["created_by"], ["users.id"], name=op.f("fk_bug_report_changes_created_by_users"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bug_report_changes")),
    )
    op.create_index("ix_bug_report_changes_bug_report_id_id", "bug_report_changes", ["bug_report_id", "id"])
    op.create_index(op.f("ix_bug_report_changes_created_by"), "bug_report_changes", ["created_by"])
    op.create_index(op.f("ix_jobs_trace_id"), "jobs", ["trace_id"])
