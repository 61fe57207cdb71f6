"""Set templates may name a model, and set runs say theirs; none so far named one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("set_template_versions", "set_runs"):
        op.add_column(table, sa.Column("model", sa.String(length=300), nullable=True))
