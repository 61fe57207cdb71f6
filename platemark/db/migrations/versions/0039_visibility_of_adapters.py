"""Adapters have a visibility; those so far stay visible to everyone signed in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

PRIVATE = sa.text("visibility = 'private'")
WORDS = "visibility IN ('private', 'shared', 'public')"


def upgrade() -> None:
    op.add_column("adapters", sa.Column("visibility", sa.String(length=10), nullable=True))
    op.execute("UPDATE adapters SET visibility = 'shared'")
    with op.batch_alter_table("adapters") as table:
        table.alter_column("visibility", existing_type=sa.String(length=10), nullable=False)
        table.create_check_constraint(op.f("ck_adapters_visibility"), WORDS)
    op.create_index("ix_adapters_visibility_id", "adapters", ["visibility", "id"])
    op.create_index("ix_adapters_format_visibility_id", "adapters", ["format", "visibility", "id"])
    private = {
        "ix_adapters_private": ["created_by", "id"],
        "ix_adapters_private_format": ["format", "created_by", "id"],
    }
    for name, columns in private.items():
        op.create_index(name, "adapters", columns, sqlite_where=PRIVATE, postgresql_where=PRIVATE)
