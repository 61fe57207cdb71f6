"""The newest picture of a running job."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from platemark.db.types import BigInt

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "job_previews",
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("token", BigInt, nullable=False),
        sa.Column("picture", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], name=op.f("fk_job_previews_job_id_jobs"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("job_id", name=op.f("pk_job_previews")),
    )
