"""Images, one row each; the file is in the blob store under its digest."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Float, ForeignKey, Index, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from platemark.choices import VISIBILITIES
from platemark.db.tables.base import At, Base, Id, one_of
from platemark.db.types import BigInt, Json
from platemark.folding import text_key

IMAGE_SOURCES = ("generated", "uploaded", "imported")
MEDIA_TYPES = ("image/png", "image/jpeg", "image/webp")
IN_THE_TRASH = text("deleted_at IS NOT NULL")
LISTED = text("deleted_at IS NULL")
NOT_HASHED = text("thumb_hash IS NULL")
PRIVATE = text("deleted_at IS NULL AND visibility = 'private'")
LISTS = (
    ("kept", ("id",), LISTED),
    ("visible", ("visibility", "id"), LISTED),
    ("listed", ("source", "nsfw", "visibility", "id"), LISTED),
    ("private", ("created_by", "id"), PRIVATE),
    ("private_listed", ("source", "nsfw", "created_by", "id"), PRIVATE),
    ("trash_listed", ("source", "nsfw", "visibility", "id"), IN_THE_TRASH),
    ("own_trash", ("created_by", "id"), IN_THE_TRASH),
    ("own_trash_listed", ("source", "nsfw", "visibility", "created_by", "id"), IN_THE_TRASH),
)
"""The indexes of lists: equal columns, and then the order of the list.

Those of lists with filters do not begin with what a list without filters knows: a planner without statistics would
read them for it, and sort all images there are.
"""


class ImageRow(Base):
    """An image. It is in the trash while ``deleted_at`` is set; ``provenance`` records how it was generated.

    ``thumb_hash`` is null until it is computed from the thumbnail, and empty if that cannot be read.
    """

    __tablename__ = "images"
    __table_args__ = (
        CheckConstraint(one_of("visibility", VISIBILITIES), name="visibility"),
        CheckConstraint(one_of("source", IMAGE_SOURCES), name="source"),
        CheckConstraint(one_of("media_type", MEDIA_TYPES), name="media_type"),
        Index("ix_images_created_by_digest", "created_by", "digest"),
        Index("ix_images_trash", "id", sqlite_where=IN_THE_TRASH, postgresql_where=IN_THE_TRASH),
        Index("ix_images_trashed_at", "deleted_at", "id", sqlite_where=IN_THE_TRASH, postgresql_where=IN_THE_TRASH),
        Index("ix_images_not_hashed", "id", sqlite_where=NOT_HASHED, postgresql_where=NOT_HASHED),
        *(
            Index(f"ix_images_{name}", *columns, sqlite_where=where, postgresql_where=where)
            for name, columns, where in LISTS
        ),
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
    thumb_hash: Mapped[str | None] = mapped_column(String(36))
    prompt: Mapped[str | None] = mapped_column(Text)
    provenance: Mapped[dict[str, Any] | None] = mapped_column(Json)
    job_id: Mapped[UUID | None] = mapped_column(index=True)
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[At]
    updated_at: Mapped[At]
    deleted_at: Mapped[At | None]
    version: Mapped[int] = mapped_column(default=1)


class RenditionRow(Base):
    """A version of an image whose longer side has at most ``side`` pixels, larger than its thumbnail.

    It is made when it is first asked for; its file is in the blob store.
    """

    __tablename__ = "renditions"

    image_id: Mapped[UUID] = mapped_column(ForeignKey("images.id", ondelete="CASCADE"), primary_key=True)
    side: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    digest: Mapped[str] = mapped_column(String(64), index=True)


class ImageMarkRow(Base):
    """What a user thinks of an image: a rating, 0 for none, and a star. Of an image without either there is no row."""

    __tablename__ = "image_marks"
    __table_args__ = (
        CheckConstraint("rating BETWEEN 0 AND 5", name="rating"),
        CheckConstraint("rating > 0 OR starred", name="marked"),
        Index("ix_image_marks_user_id_rating_image_id", "user_id", "rating", "image_id"),
        Index("ix_image_marks_user_id_starred_image_id", "user_id", "starred", "image_id"),
    )

    image_id: Mapped[UUID] = mapped_column(ForeignKey("images.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    rating: Mapped[int]
    starred: Mapped[bool]


class ImageTraitRow(Base):
    """A trait of an image, by which lists find it: a number that ``platemark.traits`` makes of its other columns."""

    __tablename__ = "image_traits"
    __table_args__ = (
        Index("ix_image_traits_trait_image_id", "trait", "image_id"),
        {"sqlite_with_rowid": False},
    )

    image_id: Mapped[UUID] = mapped_column(ForeignKey("images.id", ondelete="CASCADE"), primary_key=True)
    trait: Mapped[int] = mapped_column(BigInt, primary_key=True, autoincrement=False)


def _text_key(context: Any) -> bytes:
    return text_key(context.get_current_parameters()["text"])


class LabelRow(Base):
    """A caption or a tag of an image, written by a person or an engine. ``text_key`` finds it by its text, folded."""

    __tablename__ = "labels"
    __table_args__ = (
        CheckConstraint(one_of("kind", ("caption", "tag")), name="kind"),
        CheckConstraint(one_of("source", ("manual", "engine")), name="source"),
        Index("ix_labels_image_id_id", "image_id", "id"),
        Index("ix_labels_text_key_image_id", "text_key", "image_id"),
    )

    id: Mapped[Id]
    image_id: Mapped[UUID] = mapped_column(ForeignKey("images.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(Text)
    text_key: Mapped[bytes] = mapped_column(LargeBinary(16), default=_text_key)
    source: Mapped[str] = mapped_column(String(10))
    confidence: Mapped[float | None] = mapped_column(Float)
    engine: Mapped[str | None] = mapped_column(String(64))
    engine_version: Mapped[str | None] = mapped_column(String(50))
    model: Mapped[str | None] = mapped_column(String(500))
    job_id: Mapped[UUID | None]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[At]
    updated_at: Mapped[At]
    version: Mapped[int] = mapped_column(default=1)
