"""Lists of albums with filters read through indexes: those of a source, and private ones of an owner, in order."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

PRIVATE = sa.text("visibility = 'private'")


def upgrade() -> None:
    op.create_index("ix_albums_source_visibility_id", "albums", ["source", "visibility", "id"])
    private = {"ix_albums_private": ["created_by", "id"], "ix_albums_private_source": ["source", "created_by", "id"]}
    for name, columns in private.items():
        op.create_index(name, "albums", columns, sqlite_where=PRIVATE, postgresql_where=PRIVATE)
