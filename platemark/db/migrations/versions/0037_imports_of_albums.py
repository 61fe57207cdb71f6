"""Imports may be of the kind ``album``."""

from __future__ import annotations

from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("imports") as table:
        table.drop_constraint(op.f("ck_imports_kind"), type_="check")
        table.create_check_constraint(op.f("ck_imports_kind"), "kind IN ('album', 'database', 'media', 'sets')")
