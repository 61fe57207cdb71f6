"""Lists of images with filters read through indexes: those of a visibility, a source, a mark, an owner, in order."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

LISTED, TRASHED = "deleted_at IS NULL", "deleted_at IS NOT NULL"
PRIVATE = "deleted_at IS NULL AND visibility = 'private'"
INDEXES = (
    ("ix_images_kept", ["id"], LISTED),
    ("ix_images_visible", ["visibility", "id"], LISTED),
    ("ix_images_listed", ["source", "nsfw", "visibility", "id"], LISTED),
    ("ix_images_private", ["created_by", "id"], PRIVATE),
    ("ix_images_private_listed", ["source", "nsfw", "created_by", "id"], PRIVATE),
    ("ix_images_trash_listed", ["source", "nsfw", "visibility", "id"], TRASHED),
    ("ix_images_own_trash", ["created_by", "id"], TRASHED),
    ("ix_images_own_trash_listed", ["source", "nsfw", "visibility", "created_by", "id"], TRASHED),
)


def upgrade() -> None:
    op.drop_index("ix_images_deleted_at_id", "images")  # PostgreSQL reads no order behind IS NULL from an index
    op.drop_index("ix_images_visibility_deleted_at_id", "images")
    for name, columns, condition in INDEXES:
        where = sa.text(condition)
        op.create_index(name, "images", columns, sqlite_where=where, postgresql_where=where)
