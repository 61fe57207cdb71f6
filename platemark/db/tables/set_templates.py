"""Set templates, their versions and rows, and the runs that fill an album from one version."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Float, ForeignKey, ForeignKeyConstraint, Index, String, Text, func, select
from sqlalchemy.orm import Mapped, column_property, mapped_column

from platemark.choices import VISIBILITIES
from platemark.db.tables.albums import AlbumRow
from platemark.db.tables.base import At, Base, Id, one_of
from platemark.db.types import BigInt, Json


class SetTemplateRow(Base):
    """A set template. Its content is in its versions; ``version`` is the current one."""

    __tablename__ = "set_templates"
    __table_args__ = (CheckConstraint(one_of("visibility", VISIBILITIES), name="visibility"),)

    id: Mapped[Id]
    slug: Mapped[str | None] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(Text)
    visibility: Mapped[str] = mapped_column(String(10))
    version: Mapped[int] = mapped_column(default=1)
    archived_at: Mapped[At | None]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[At]
    updated_at: Mapped[At]


class SetTemplateVersionRow(Base):
    """The content of a set template at one version; immutable."""

    __tablename__ = "set_template_versions"

    set_template_id: Mapped[UUID] = mapped_column(ForeignKey("set_templates.id", ondelete="CASCADE"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    base_prompt: Mapped[str] = mapped_column(Text)
    prompt_template: Mapped[str] = mapped_column(Text)
    style_suffix: Mapped[str] = mapped_column(Text)
    example_theme: Mapped[str] = mapped_column(String(500))
    negative_prompt: Mapped[str] = mapped_column(Text)
    width: Mapped[int]
    height: Mapped[int]
    steps: Mapped[int]
    guidance_scale: Mapped[float] = mapped_column(Float)
    engine: Mapped[str | None] = mapped_column(String(64))
    model: Mapped[str | None] = mapped_column(String(300))
    adapters: Mapped[list[dict[str, Any]] | None] = mapped_column(Json)
    columns: Mapped[list[str]] = mapped_column(Json)
    row_count: Mapped[int]
    created_by: Mapped[UUID | None]
    created_at: Mapped[At]


class SetTemplateEntryRow(Base):
    """One row of a version of a set template: a text for each of its columns."""

    __tablename__ = "set_template_rows"
    __table_args__ = (
        ForeignKeyConstraint(
            ["set_template_id", "version"],
            ["set_template_versions.set_template_id", "set_template_versions.version"],
            ondelete="CASCADE",
        ),
    )

    set_template_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    values: Mapped[dict[str, str]] = mapped_column(Json)


class SetRunRow(Base):
    """One run of a version of a set template into an album. Its state follows from its jobs (``SET_RUN_COUNTS``).

    It has the visibility of the album that it fills; once the album is deleted, it is private.
    """

    __tablename__ = "set_runs"
    __table_args__ = (Index("ix_set_runs_set_template_id_id", "set_template_id", "id"),)

    id: Mapped[Id]
    set_template_id: Mapped[UUID] = mapped_column(ForeignKey("set_templates.id"))
    set_template_version: Mapped[int]
    album_id: Mapped[UUID] = mapped_column(index=True)
    theme: Mapped[str] = mapped_column(String(500))
    engine: Mapped[str] = mapped_column(String(64))
    model: Mapped[str | None] = mapped_column(String(300))
    adapters: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    seed: Mapped[int] = mapped_column(BigInt)
    overrides: Mapped[dict[str, Any]] = mapped_column(Json)
    grid: Mapped[dict[str, Any] | None] = mapped_column(Json)
    row_count: Mapped[int]
    reused_count: Mapped[int] = mapped_column(default=0)
    cancel_requested_at: Mapped[At | None]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[At]
    visibility: Mapped[str] = column_property(
        func.coalesce(
            select(AlbumRow.visibility).where(AlbumRow.id == album_id).correlate_except(AlbumRow).scalar_subquery(),
            "private",
        ),
        deferred=True,
    )


class SetRunCellRow(Base):
    """A cell of a set run that is a grid, and the job that draws it: a job of another run, if that drew it before."""

    __tablename__ = "set_run_cells"

    set_run_id: Mapped[UUID] = mapped_column(ForeignKey("set_runs.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), index=True)
    job_id: Mapped[UUID]
