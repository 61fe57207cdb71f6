"""The numbers of images of an album, of its labels, of stored files and of other things are kept."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

FOLDED, NOT_FOLDED, ZERO = sa.text("slot = 0"), sa.text("slot <> 0"), sa.text("images = 0")


def upgrade() -> None:
    op.create_table(
        "totals",
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.Column("value", sa.String(length=64), nullable=False),
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", "value", "slot", name=op.f("pk_totals")),
    )
    op.create_table(
        "file_references",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("size_bytes", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("images", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("digest", "role", "size_bytes", name=op.f("pk_file_references")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "album_image_counts",
        sa.Column("album_id", sa.Uuid(), nullable=False),
        sa.Column("audience", sa.String(length=36), nullable=False),
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("images", sa.BigInteger(), nullable=False),
        sa.Column("captioned", sa.BigInteger(), nullable=False),
        sa.Column("tagged", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("album_id", "audience", "slot", name=op.f("pk_album_image_counts")),
    )
    create_label_counts()
    create_partial_indexes()


def create_label_counts() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    op.create_table(
        "album_label_counts",
        sa.Column("album_id", sa.Uuid(), nullable=False),
        sa.Column("audience", sa.String(length=36), nullable=False),
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("text", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("images", sa.BigInteger(), nullable=False),
    )
    keys: list[Any] = ["album_id", "audience", "kind", sa.text("md5(text)") if postgresql else "text", "slot"]
    op.create_index("uq_album_label_counts", "album_label_counts", keys, unique=True)
    most: list[Any] = ["album_id", "audience", sa.text("images DESC"), "kind", sa.text("substr(text, 1, 100)")]
    op.create_index(
        "ix_album_label_counts_most", "album_label_counts", most, sqlite_where=FOLDED, postgresql_where=FOLDED
    )


def create_partial_indexes() -> None:
    not_folded = {"album_image_counts": ["album_id"], "album_label_counts": ["album_id", "audience"]}
    for table, columns in not_folded.items():
        op.create_index(f"ix_{table}_not_folded", table, columns, sqlite_where=NOT_FOLDED, postgresql_where=NOT_FOLDED)
    for table, column in (("file_references", "digest"), ("album_label_counts", "album_id")):
        op.create_index(f"ix_{table}_zero", table, [column], sqlite_where=ZERO, postgresql_where=ZERO)
