"""Adapters have a preview; those so far have none."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("adapters", sa.Column("preview_digest", sa.String(length=64), nullable=True))
    op.create_index("ix_adapters_preview_digest", "adapters", ["preview_digest"])
