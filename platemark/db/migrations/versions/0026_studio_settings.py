"""The studio's defaults of generation; none are set."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from platemark.db.types import Instant, Json

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "studio_settings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("engine", sa.String(length=64), nullable=True),
        sa.Column("model", sa.String(length=300), nullable=True),
        sa.Column("adapters", Json, nullable=True),
        sa.Column("updated_at", Instant(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_studio_settings")),
    )
