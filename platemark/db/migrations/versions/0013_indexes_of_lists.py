"""Imports, their items and adapters are listed through an index for each filter; so are sign-in attempts and links."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

INDEXES = (
    ("adapters", "format", "id"),
    ("imports", "kind", "id"),
    ("imports", "state", "id"),
    ("imports", "kind", "state", "id"),
    ("imports", "kind", "updated_at"),
    ("import_items", "import_id", "outcome", "position"),
    ("sign_in_attempts", "at"),
    ("sign_in_links", "user_id"),
)
IS_DISCREPANT = sa.text("discrepancy IS NOT NULL")


def upgrade() -> None:
    op.drop_index("ix_adapters_format", "adapters")
    op.drop_index("ix_imports_state", "imports")
    for table, *columns in INDEXES:
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)
    op.create_index(
        "ix_import_items_discrepancies",
        "import_items",
        ["import_id", "position"],
        sqlite_where=IS_DISCREPANT,
        postgresql_where=IS_DISCREPANT,
    )
