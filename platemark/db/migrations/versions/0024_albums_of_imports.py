"""Imports say which folders become albums; so far it was only those with known names."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("imports") as table:
        table.add_column(sa.Column("albums", sa.String(length=10), nullable=False, server_default="known"))
        table.create_check_constraint(op.f("ck_imports_albums"), "albums IN ('known', 'folders')")
    with op.batch_alter_table("imports") as table:
        table.alter_column("albums", existing_type=sa.String(length=10), server_default=None)
