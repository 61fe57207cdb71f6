"""API tokens remember the token with which they were created, and are deleted with it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

FOREIGN_KEY = "fk_api_tokens_parent_id_api_tokens"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        constraint = f"CONSTRAINT {FOREIGN_KEY} REFERENCES api_tokens (id) ON DELETE CASCADE"
        op.execute(f"ALTER TABLE api_tokens ADD COLUMN parent_id CHAR(32) {constraint}")
    else:
        op.add_column("api_tokens", sa.Column("parent_id", sa.Uuid(), nullable=True))
        op.create_foreign_key(FOREIGN_KEY, "api_tokens", "api_tokens", ["parent_id"], ["id"], ondelete="CASCADE")
    op.create_index("ix_api_tokens_parent_id", "api_tokens", ["parent_id"])
