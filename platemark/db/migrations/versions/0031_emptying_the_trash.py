"""The trash is emptied, the oldest images first; images that a training run names stay, so they are rows now."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

IN_THE_TRASH = sa.text("deleted_at IS NOT NULL")
NAMED = {
    "sqlite": """
        INSERT INTO training_images (training_run_id, image_id)
        SELECT DISTINCT r.id, i.id FROM training_runs AS r, json_each(r.dataset) AS picture
        JOIN images AS i
          ON i.id = replace(json_extract(CASE picture.type WHEN 'object' THEN picture.value END, '$.image_id'), '-', '')
    """,
    "postgresql": """
        INSERT INTO training_images (training_run_id, image_id)
        SELECT DISTINCT r.id, i.id FROM training_runs AS r, jsonb_array_elements(
          CASE jsonb_typeof(r.dataset) WHEN 'array' THEN r.dataset ELSE '[]' END
        ) AS picture
        JOIN images AS i ON i.id = CAST(picture ->> 'image_id' AS uuid)
    """,
}
"""The images of each dataset that there still are."""


def upgrade() -> None:
    op.create_table(
        "training_images",
        sa.Column("training_run_id", sa.Uuid(), nullable=False),
        sa.Column("image_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["training_run_id"],
            ["training_runs.id"],
            name=op.f("fk_training_images_training_run_id_training_runs"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["image_id"], ["images.id"], name=op.f("fk_training_images_image_id_images"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("training_run_id", "image_id", name=op.f("pk_training_images")),
    )
    op.create_index(op.f("ix_training_images_image_id"), "training_images", ["image_id"])
    op.create_index(
        "ix_images_trashed_at",
        "images",
        ["deleted_at", "id"],
        sqlite_where=IN_THE_TRASH,
        postgresql_where=IN_THE_TRASH,
    )
    op.execute(NAMED[op.get_bind().dialect.name])
