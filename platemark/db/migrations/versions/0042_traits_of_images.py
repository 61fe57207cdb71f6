"""Images are found by how they were made and by their shape: numbers of both, for all images that there are."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from platemark.traits import traits_of

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None

BATCH = 1000
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TRAITS = sa.table("image_traits", sa.column("image_id", sa.Uuid()), sa.column("trait", NUMBER))


def upgrade() -> None:
    op.create_table(
        "image_traits",
        sa.Column("image_id", sa.Uuid(), nullable=False),
        sa.Column("trait", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["image_id"], ["images.id"], name=op.f("fk_image_traits_image_id_images"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("image_id", "trait", name=op.f("pk_image_traits")),
        sqlite_with_rowid=False,
    )
    connection = op.get_bind()
    for traits in batches(connection):
        connection.execute(sa.insert(TRAITS), traits)
    op.create_index("ix_image_traits_trait_image_id", "image_traits", ["trait", "image_id"])


def batches(connection: sa.Connection) -> Iterator[list[dict[str, Any]]]:
    """The traits of all images, by id."""
    id_ = sa.column("id", sa.Uuid())
    columns = (sa.column("created_by", sa.Uuid()), sa.column("width", sa.Integer()), sa.column("height", sa.Integer()))
    provenance = sa.cast(sa.column("provenance"), sa.Text)
    batch = sa.select(id_, provenance, *columns).select_from(sa.table("images")).order_by(id_).limit(BATCH)
    found: Sequence[Any] = connection.execute(batch).all()
    while found:
        yield [
            {"image_id": image_id, "trait": trait}
            for image_id, stored, *image in found
            for trait in sorted(traits_of(read(stored), *image))
        ]
        found = connection.execute(batch.where(id_ > found[-1].id)).all()


def read(provenance: str | None) -> Any:
    """A provenance as it is stored; None if it is damaged: then it says nothing."""
    try:
        return None if provenance is None else json.loads(provenance)
    except ValueError:
        return None
