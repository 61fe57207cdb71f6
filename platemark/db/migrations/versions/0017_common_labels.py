"""Of a label that several audiences of an album have, the sum that a caller sees is kept, too, in order."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

COMMON = sa.text("slot = 0 AND images_with_shared > 0")


def upgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    op.add_column(
        "album_label_counts", sa.Column("images_with_shared", sa.BigInteger(), nullable=False, server_default="0")
    )
    op.drop_index("uq_album_label_counts", "album_label_counts")
    keys: list[Any] = ["album_id", "kind", sa.text("md5(text)") if postgresql else "text", "audience", "slot"]
    op.create_index("uq_album_label_counts", "album_label_counts", keys, unique=True)
    common: list[Any] = [
        *("album_id", "audience", sa.text("images_with_shared DESC"), "kind", sa.text("substr(text, 1, 100)")),
    ]
    op.create_index(
        "ix_album_label_counts_common", "album_label_counts", common, sqlite_where=COMMON, postgresql_where=COMMON
    )
