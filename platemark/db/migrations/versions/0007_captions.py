"""Labels by engines say which version and model wrote them, for which job; jobs describe images one by one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("labels", sa.Column("engine_version", sa.String(length=50), nullable=True))
    op.add_column("labels", sa.Column("model", sa.String(length=200), nullable=True))
    op.add_column("labels", sa.Column("job_id", sa.Uuid(), nullable=True))
    op.create_table(
        "caption_items",
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("image_id", sa.Uuid(), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=True),
        sa.CheckConstraint(
            "outcome IN ('captioned', 'has_caption', 'image_gone', 'engine_refused')",
            name=op.f("ck_caption_items_outcome"),
        ),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], name=op.f("fk_caption_items_job_id_jobs"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("job_id", "position", name=op.f("pk_caption_items")),
    )
