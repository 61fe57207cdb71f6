"""Imports and the journal of their items."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    json = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
    op.create_table(
        "imports",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("source", sa.String(length=1000), nullable=False),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("visibility", sa.String(length=10), nullable=False),
        sa.Column("phase", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.Column("total", sa.Integer(), nullable=True),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("counts", json, nullable=False),
        sa.Column("reasons", json, nullable=False),
        sa.Column("results", json, nullable=False),
        sa.Column("discrepancies", json, nullable=False),
        sa.Column("source_checked", sa.Boolean(), nullable=True),
        sa.Column("error_code", sa.String(length=64), nullable=True),
        sa.Column("error_message", sa.Text(), nullable=True),
        sa.Column("owner", sa.String(length=100), nullable=True),
        sa.Column("token", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("lease_until", sa.BigInteger(), nullable=True),
        sa.Column("cancel_requested_at", sa.BigInteger(), nullable=True),
        sa.Column("trace_id", sa.String(length=64), nullable=True),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=True),
        sa.Column("finished_at", sa.BigInteger(), nullable=True),
        sa.Column("planned_at", sa.BigInteger(), nullable=True),
        sa.Column("applied_at", sa.BigInteger(), nullable=True),
        sa.Column("verified_at", sa.BigInteger(), nullable=True),
        sa.Column("undone_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("kind IN ('media', 'sets')", name=op.f("ck_imports_kind")),
        sa.CheckConstraint("visibility IN ('private', 'shared', 'public')", name=op.f("ck_imports_visibility")),
        sa.CheckConstraint("phase IN ('plan', 'apply', 'verify', 'undo')", name=op.f("ck_imports_phase")),
        sa.CheckConstraint(
            "state IN ('queued', 'running', 'planned', 'applied', 'undone', 'failed', 'cancelled')",
            name=op.f("ck_imports_state"),
        ),
        sa.CheckConstraint("(state = 'running') = (lease_until IS NOT NULL)", name=op.f("ck_imports_lease")),
        sa.ForeignKeyConstraint(
            ["created_by"], ["users.id"], name=op.f("fk_imports_created_by_users"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
    )
    with op.batch_alter_table("imports", schema=None) as batch_op:
        batch_op.create_index("ix_imports_state", ["state"], unique=False)

    op.create_table(
        "import_items",
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=1000), nullable=False),
        sa.Column("outcome", sa.String(length=12), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=True),
        sa.Column("message", sa.String(length=500), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("payload", json, nullable=False),
        sa.Column("target_id", sa.Uuid(), nullable=False),
        sa.Column("made", json, nullable=True),
        sa.Column("thing_kind", sa.String(length=20), nullable=True),
        sa.Column("thing_id", sa.Uuid(), nullable=True),
        sa.Column("new_blobs", json, nullable=True),
        sa.Column("discrepancy", sa.String(length=64), nullable=True),
        sa.Column("discrepancy_message", sa.String(length=500), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('new', 'unchanged', 'changed', 'conflicting', 'skipped')",
            name=op.f("ck_import_items_outcome"),
        ),
        sa.CheckConstraint(
            "state IN ('planned', 'keeping', 'applied', 'failed', 'undone', 'kept')",
            name=op.f("ck_import_items_state"),
        ),
        sa.ForeignKeyConstraint(
            ["import_id"], ["imports.id"], name=op.f("fk_import_items_import_id_imports"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("import_id", "position", name=op.f("pk_import_items")),
    )
    with op.batch_alter_table("import_items", schema=None) as batch_op:
        batch_op.create_index("ix_import_items_import_id_key", ["import_id", "key"], unique=True)
