"""Users rate and star images; so far nobody has."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "image_marks",
        sa.Column("image_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=False),
        sa.Column("starred", sa.Boolean(), nullable=False),
        sa.CheckConstraint("rating BETWEEN 0 AND 5", name=op.f("ck_image_marks_rating")),
        sa.CheckConstraint("rating > 0 OR starred", name=op.f("ck_image_marks_marked")),
        sa.ForeignKeyConstraint(
            ["image_id"], ["images.id"], name=op.f("fk_image_marks_image_id_images"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_image_marks_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("image_id", "user_id", name=op.f("pk_image_marks")),
    )
    op.create_index("ix_image_marks_user_id_rating_image_id", "image_marks", ["user_id", "rating", "image_id"])
    op.create_index("ix_image_marks_user_id_starred_image_id", "image_marks", ["user_id", "starred", "image_id"])
