"""A label takes a model's name of any length that the contract allows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("labels") as table:
        table.alter_column("model", existing_type=sa.String(length=200), type_=sa.String(length=500))
