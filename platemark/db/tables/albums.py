"""Albums, and the images in them in order."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from platemark.choices import VISIBILITIES
from platemark.db.tables.base import At, Base, Id, one_of

ALBUM_SOURCES = ("manual", "set_run", "import")
PRIVATE = text("visibility = 'private'")
OF_PRIVATE_ALBUMS: Any = {"sqlite_where": PRIVATE, "postgresql_where": PRIVATE}


class AlbumRow(Base):
    """A named, ordered collection of images. ``version`` counts all changes, including its membership."""

    __tablename__ = "albums"
    __table_args__ = (
        CheckConstraint(one_of("visibility", VISIBILITIES), name="visibility"),
        CheckConstraint(one_of("source", ALBUM_SOURCES), name="source"),
        Index("ix_albums_visibility_id", "visibility", "id"),
        Index("ix_albums_source_visibility_id", "source", "visibility", "id"),
        Index("ix_albums_private", "created_by", "id", **OF_PRIVATE_ALBUMS),
        Index("ix_albums_private_source", "source", "created_by", "id", **OF_PRIVATE_ALBUMS),
    )

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(Text)
    visibility: Mapped[str] = mapped_column(String(10))
    source: Mapped[str] = mapped_column(String(10))
    set_template_id: Mapped[UUID | None]
    set_template_version: Mapped[int | None]
    set_run_id: Mapped[UUID | None]
    theme: Mapped[str | None] = mapped_column(String(500))
    cover_image_id: Mapped[UUID | None] = mapped_column(ForeignKey("images.id", ondelete="SET NULL"), index=True)
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[At]
    updated_at: Mapped[At]
    version: Mapped[int] = mapped_column(default=1)


class AlbumImageRow(Base):
    """The position of an image in an album; positions may have gaps."""

    __tablename__ = "album_images"
    __table_args__ = (Index("ix_album_images_album_id_position_image_id", "album_id", "position", "image_id"),)

    album_id: Mapped[UUID] = mapped_column(ForeignKey("albums.id", ondelete="CASCADE"), primary_key=True)
    image_id: Mapped[UUID] = mapped_column(ForeignKey("images.id", ondelete="CASCADE"), primary_key=True, index=True)
    position: Mapped[int]
    added_at: Mapped[At]
