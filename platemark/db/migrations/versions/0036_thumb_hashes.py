"""Images have a ThumbHash; those so far get it in the background."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

NOT_HASHED = sa.text("thumb_hash IS NULL")


def upgrade() -> None:
    op.add_column("images", sa.Column("thumb_hash", sa.String(length=36), nullable=True))
    op.create_index("ix_images_not_hashed", "images", ["id"], sqlite_where=NOT_HASHED, postgresql_where=NOT_HASHED)
