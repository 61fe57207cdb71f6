"""Set templates may name adapters, and set runs say theirs, which stood among their overrides so far."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from platemark.db.types import Json

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

SET_ADAPTERS = {
    "sqlite": "UPDATE set_runs SET adapters = coalesce(json_extract(overrides, '$.adapters'), '[]')",
    "postgresql": "UPDATE set_runs SET adapters = coalesce(overrides -> 'adapters', '[]')",
}


def upgrade() -> None:
    op.add_column("set_template_versions", sa.Column("adapters", Json, nullable=True))
    op.add_column("set_runs", sa.Column("adapters", Json, nullable=True))
    op.execute(SET_ADAPTERS[op.get_bind().dialect.name])
    with op.batch_alter_table("set_runs") as table:
        table.alter_column("adapters", existing_type=Json, nullable=False)
