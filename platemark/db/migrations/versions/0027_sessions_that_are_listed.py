"""Sessions are listed: each has an id, and says how it was started and when it was last used."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from platemark.db.types import Instant
from platemark.ids import id_at

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

SESSIONS = sa.table(
    "sessions",
    sa.column("digest", sa.String),
    sa.column("id", sa.Uuid),
    sa.column("started_with", sa.String),
    sa.column("created_at", Instant),
    sa.column("last_used_at", Instant),
)


def upgrade() -> None:
    with op.batch_alter_table("sessions") as table:
        table.add_column(sa.Column("id", sa.Uuid(), nullable=True))
        table.add_column(sa.Column("started_with", sa.String(length=8), nullable=True))
        table.add_column(sa.Column("user_agent", sa.String(length=200), nullable=True))
        table.add_column(sa.Column("last_used_at", Instant(), nullable=True))
    _describe_sessions()
    with op.batch_alter_table("sessions") as table:
        table.alter_column("id", existing_type=sa.Uuid(), nullable=False)
        table.alter_column("started_with", existing_type=sa.String(length=8), nullable=False)
        table.alter_column("last_used_at", existing_type=Instant(), nullable=False)
        table.create_check_constraint("started_with", "started_with IN ('password', 'link')")
        table.drop_constraint("pk_sessions", type_="primary")
        table.create_primary_key("pk_sessions", ["id"])
        table.create_unique_constraint("uq_sessions_digest", ["digest"])
        table.drop_index("ix_sessions_user_id")
        table.create_index("ix_sessions_user_id_id", ["user_id", "id"])


def _describe_sessions() -> None:
    """What is known of the sessions so far: nobody wrote down how they were started."""
    connection = op.get_bind()
    for digest, created_at in connection.execute(sa.select(SESSIONS.c.digest, SESSIONS.c.created_at)).all():
        values = {"id": id_at(created_at), "started_with": "password", "last_used_at": created_at}
        connection.execute(sa.update(SESSIONS).where(SESSIONS.c.digest == digest).values(values))
