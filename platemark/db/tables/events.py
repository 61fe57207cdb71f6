"""Events, in the order in which they were committed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from platemark.db.tables.base import At, Base
from platemark.db.types import BigInt, Json


class EventRow(Base):
    """An event; append-only. Ids are in the order of commits, so that a reader's cursor never skips one."""

    __tablename__ = "events"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's protocol

    id: Mapped[int] = mapped_column(BigInt, primary_key=True, autoincrement=True)
    kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[UUID | None]
    data: Mapped[dict[str, Any]] = mapped_column(Json)
    trace_id: Mapped[str | None] = mapped_column(String(64))
    at: Mapped[At]
