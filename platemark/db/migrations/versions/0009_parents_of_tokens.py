"""API tokens remember the token with which they were created, and are deleted with it."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

FOREIGN_KEY = "fk_api_tokens_parent_id_api_tokens"
COLUMNS = "id, user_id, name, role, digest, prefix, created_at, last_used_at, expires_at"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        rebuild_api_tokens()
    else:
        op.add_column("api_tokens", sa.Column("parent_id", sa.Uuid(), nullable=True))
        op.create_foreign_key(FOREIGN_KEY, "api_tokens", "api_tokens", ["parent_id"], ["id"], ondelete="CASCADE")
    op.create_index("ix_api_tokens_parent_id", "api_tokens", ["parent_id"])


def rebuild_api_tokens() -> None:
    """SQLite cannot add a foreign key of the table: copy the table into one that has it."""
    op.create_table(
        "api_tokens_with_parent",
        *columns(),
        sa.CheckConstraint("role IN ('viewer', 'editor', 'admin')", name=op.f("ck_api_tokens_role")),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["api_tokens_with_parent.id"], name=op.f(FOREIGN_KEY), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_api_tokens_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_tokens")),
        sa.UniqueConstraint("digest", name=op.f("uq_api_tokens_digest")),
    )
    op.execute(f"INSERT INTO api_tokens_with_parent ({COLUMNS}) SELECT {COLUMNS} FROM api_tokens")  # noqa: S608 - names
    op.drop_table("api_tokens")
    op.rename_table("api_tokens_with_parent", "api_tokens")  # and with it the reference to itself
    op.create_index("ix_api_tokens_user_id", "api_tokens", ["user_id"])


def columns() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("prefix", sa.String(length=12), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("last_used_at", sa.BigInteger(), nullable=True),
        sa.Column("expires_at", sa.BigInteger(), nullable=True),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
    )
