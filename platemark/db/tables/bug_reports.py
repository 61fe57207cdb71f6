"""Bug reports (without secrets), their history, and the purges of old ones."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from platemark.choices import BUG_REPORT_STATUSES
from platemark.db.tables.base import At, Base, Id, one_of
from platemark.db.types import Json

IS_DUPLICATE, IS_NO_DUPLICATE = text("duplicate_of IS NOT NULL"), text("duplicate_of IS NULL")


class BugReportRow(Base):
    """A bug report. ``duplicate_of`` refers to a report that is not a duplicate itself.

    ``content`` holds the attachments of the client. It is the last column, so that lists need not read it.
    """

    __tablename__ = "bug_reports"
    __table_args__ = (
        CheckConstraint(one_of("status", BUG_REPORT_STATUSES), name="status"),
        Index("ix_bug_reports_status_id", "status", "id"),
        Index("ix_bug_reports_fingerprint_id", "fingerprint", "id"),
        Index("ix_bug_reports_duplicate_of", "duplicate_of", sqlite_where=IS_DUPLICATE, postgresql_where=IS_DUPLICATE),
        Index("ix_bug_reports_created_by_created_at", "created_by", "created_at"),
        Index("ix_bug_reports_first", "id", sqlite_where=IS_NO_DUPLICATE, postgresql_where=IS_NO_DUPLICATE),
    )

    id: Mapped[Id]
    status: Mapped[str] = mapped_column(String(12))
    description: Mapped[str] = mapped_column(Text)
    expected_behavior: Mapped[str | None] = mapped_column(Text)
    actual_behavior: Mapped[str | None] = mapped_column(Text)
    notes: Mapped[str] = mapped_column(Text)
    commit: Mapped[str | None] = mapped_column(String(100))
    trace_id: Mapped[str] = mapped_column(String(64), index=True)
    fingerprint: Mapped[str] = mapped_column(String(64))
    duplicate_of: Mapped[UUID | None] = mapped_column(ForeignKey("bug_reports.id", ondelete="SET NULL"))
    screenshot_digest: Mapped[str | None] = mapped_column(String(64), index=True)
    redactions: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    redaction_count: Mapped[int]
    legacy_id: Mapped[str | None] = mapped_column(String(200), unique=True)
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[At] = mapped_column(index=True)
    updated_at: Mapped[At]
    version: Mapped[int] = mapped_column(default=1)
    content: Mapped[dict[str, Any]] = mapped_column(Json)


class BugReportChangeRow(Base):
    """One change of a bug report: ``changes`` lists each field with its value before and after."""

    __tablename__ = "bug_report_changes"
    __table_args__ = (Index("ix_bug_report_changes_bug_report_id_id", "bug_report_id", "id"),)

    id: Mapped[Id]
    bug_report_id: Mapped[UUID] = mapped_column(ForeignKey("bug_reports.id", ondelete="CASCADE"))
    changes: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[At]


class BugReportPurgeRow(Base):
    """One purge: it deleted ``count`` reports older than ``before``."""

    __tablename__ = "bug_report_purges"

    id: Mapped[Id]
    before: Mapped[At]
    older_than_days: Mapped[int]
    count: Mapped[int]
    created_at: Mapped[At]
