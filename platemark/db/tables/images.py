"""Images, one row each; the file is in the blob store under its digest."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Float, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from platemark.choices import VISIBILITIES
from platemark.db.tables.base import At, Base, Id, one_of
from platemark.db.types import BigInt, Json

IMAGE_SOURCES = ("generated", "uploaded", "imported")
MEDIA_TYPES = ("image/png", "image/jpeg", "image/webp")
IN_THE_TRASH = text("deleted_at IS NOT NULL")


class ImageRow(Base):
    """An image. It is in the trash while ``deleted_at`` is set; ``provenance`` records how it was generated."""

    __tablename__ = "images"
    __table_args__ = (
        CheckConstraint(one_of("visibility", VISIBILITIES), name="visibility"),
        CheckConstraint(one_of("source", IMAGE_SOURCES), name="source"),
        CheckConstraint(one_of("media_type", MEDIA_TYPES), name="media_type"),
        Index("ix_images_created_by_digest", "created_by", "digest"),
        Index("ix_images_deleted_at_id", "deleted_at", "id"),
        Index("ix_images_visibility_deleted_at_id", "visibility", "deleted_at", "id"),
        Index("ix_images_trash", "id", sqlite_where=IN_THE_TRASH, postgresql_where=IN_THE_TRASH),
    )

    id: Mapped[Id]
    title: Mapped[str] = mapped_column(String(200))
    visibility: Mapped[str] = mapped_column(String(10))
    nsfw: Mapped[bool]
    source: Mapped[str] = mapped_column(String(10))
    media_type: Mapped[str] = mapped_column(String(20))
    width: Mapped[int]
    height: Mapped[int]
    size_bytes: Mapped[int] = mapped_column(BigInt)
    digest: Mapped[str] = mapped_column(String(64), index=True)
    thumbnail_digest: Mapped[str] = mapped_column(String(64), index=True)
    prompt: Mapped[str | None] = mapped_column(Text)
    provenance: Mapped[dict[str, Any] | None] = mapped_column(Json)
    job_id: Mapped[UUID | None] = mapped_column(index=True)
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[At]
    updated_at: Mapped[At]
    deleted_at: Mapped[At | None]
    version: Mapped[int] = mapped_column(default=1)


class LabelRow(Base):
    """A caption or a tag of an image, written by a person or an engine."""

    __tablename__ = "labels"
    __table_args__ = (
        CheckConstraint(one_of("kind", ("caption", "tag")), name="kind"),
        CheckConstraint(one_of("source", ("manual", "engine")), name="source"),
        Index("ix_labels_image_id_id", "image_id", "id"),
    )

    id: Mapped[Id]
    image_id: Mapped[UUID] = mapped_column(ForeignKey("images.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(String(10))
    confidence: Mapped[float | None] = mapped_column(Float)
    engine: Mapped[str | None] = mapped_column(String(64))
    engine_version: Mapped[str | None] = mapped_column(String(50))
    model: Mapped[str | None] = mapped_column(String(200))
    job_id: Mapped[UUID | None]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[At]
    updated_at: Mapped[At]
    version: Mapped[int] = mapped_column(default=1)
