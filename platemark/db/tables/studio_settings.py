"""The studio's defaults."""

from __future__ import annotations

from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from platemark.db.tables.base import At, Base
from platemark.db.types import Json


class StudioSettingsRow(Base):
    """The defaults of generation, a single row with id 1, once they were changed."""

    __tablename__ = "studio_settings"

    id: Mapped[int] = mapped_column(primary_key=True)
    engine: Mapped[str | None] = mapped_column(String(64))
    model: Mapped[str | None] = mapped_column(String(300))
    adapters: Mapped[list[dict[str, Any]] | None] = mapped_column(Json)
    updated_at: Mapped[At | None]
    version: Mapped[int] = mapped_column(default=1)
