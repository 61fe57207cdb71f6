"""Training runs are asked for samples and checkpoints; of those so far, none is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from platemark.db.types import Instant

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("training_runs", sa.Column("sample_requested_at", Instant(), nullable=True))
    op.add_column("training_runs", sa.Column("save_requested_at", Instant(), nullable=True))
