"""Adapters have trigger words; those so far have none."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from platemark.db.types import Json

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("adapters", sa.Column("trigger_words", Json, nullable=True))
    op.execute("UPDATE adapters SET trigger_words = '[]'")
    with op.batch_alter_table("adapters") as table:
        table.alter_column("trigger_words", existing_type=Json, nullable=False)
