"""Imports of folders, and the journal of every item in them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from platemark.choices import IMPORT_ALBUMS, IMPORT_KINDS, IMPORT_OUTCOMES, IMPORT_STATES, VISIBILITIES
from platemark.db.tables.base import At, Base, Id, one_of
from platemark.db.types import BigInt, Json

IMPORT_PHASES = ("plan", "apply", "verify", "undo")
IMPORT_ITEM_STATES = ("planned", "keeping", "applied", "failed", "undone", "kept")
IS_DISCREPANT = text("discrepancy IS NOT NULL")


class ImportRow(Base):
    """An import. It is running while it has a lease; ``token`` is the fencing token that rejects late owners.

    ``folder`` is a path on the server and is never sent to clients; ``source`` is its public name. The figures
    (``counts``, ``reasons``, ``results``, ``discrepancies``) are those of the phase that finished last.
    """

    __tablename__ = "imports"
    __table_args__ = (
        CheckConstraint(one_of("kind", IMPORT_KINDS), name="kind"),
        CheckConstraint(one_of("visibility", VISIBILITIES), name="visibility"),
        CheckConstraint(one_of("albums", IMPORT_ALBUMS), name="albums"),
        CheckConstraint(one_of("phase", IMPORT_PHASES), name="phase"),
        CheckConstraint(one_of("state", IMPORT_STATES), name="state"),
        CheckConstraint("(state = 'running') = (lease_until IS NOT NULL)", name="lease"),
        Index("ix_imports_kind_id", "kind", "id"),
        Index("ix_imports_state_id", "state", "id"),
        Index("ix_imports_kind_state_id", "kind", "state", "id"),
        Index("ix_imports_kind_updated_at", "kind", "updated_at"),
    )

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(String(10))
    source: Mapped[str] = mapped_column(String(1000))
    folder: Mapped[str] = mapped_column(Text)
    visibility: Mapped[str] = mapped_column(String(10))
    albums: Mapped[str] = mapped_column(String(10), default="known")
    phase: Mapped[str] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(10))
    digest: Mapped[str | None] = mapped_column(String(64))
    total: Mapped[int | None]
    done: Mapped[int] = mapped_column(default=0)
    counts: Mapped[dict[str, int]] = mapped_column(Json)
    reasons: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    results: Mapped[dict[str, int]] = mapped_column(Json)
    discrepancies: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    source_checked: Mapped[bool | None]
    error_code: Mapped[str | None] = mapped_column(String(64))
    error_message: Mapped[str | None] = mapped_column(Text)
    owner: Mapped[str | None] = mapped_column(String(100))
    token: Mapped[int] = mapped_column(BigInt, default=0)
    lease_until: Mapped[At | None]
    cancel_requested_at: Mapped[At | None]
    trace_id: Mapped[str | None] = mapped_column(String(64))
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[At]
    updated_at: Mapped[At]
    started_at: Mapped[At | None]
    finished_at: Mapped[At | None]
    planned_at: Mapped[At | None]
    applied_at: Mapped[At | None]
    verified_at: Mapped[At | None]
    undone_at: Mapped[At | None]


class ImportItemRow(Base):
    """One item of an import, in the order of the plan; its ``state`` is the journal.

    ``digest`` identifies what the source contained, ``payload`` is what its kind needs to create it, ``target_id`` the
    id that it gets, ``made`` what was created, with its version. ``new_blobs`` are the blobs that did not exist before.
    """

    __tablename__ = "import_items"
    __table_args__ = (
        CheckConstraint(one_of("outcome", IMPORT_OUTCOMES), name="outcome"),
        CheckConstraint(one_of("state", IMPORT_ITEM_STATES), name="state"),
        Index("ix_import_items_import_id_key", "import_id", "key", unique=True),
        Index("ix_import_items_import_id_outcome_position", "import_id", "outcome", "position"),
        Index(
            "ix_import_items_discrepancies",
            "import_id",
            "position",
            sqlite_where=IS_DISCREPANT,
            postgresql_where=IS_DISCREPANT,
        ),
    )

    import_id: Mapped[UUID] = mapped_column(ForeignKey("imports.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(1000))
    outcome: Mapped[str] = mapped_column(String(12))
    reason: Mapped[str | None] = mapped_column(String(64))
    message: Mapped[str] = mapped_column(String(500))
    state: Mapped[str] = mapped_column(String(10))
    digest: Mapped[str] = mapped_column(String(64))
    payload: Mapped[dict[str, Any]] = mapped_column(Json)
    target_id: Mapped[UUID]
    made: Mapped[dict[str, Any] | None] = mapped_column(Json)
    thing_kind: Mapped[str | None] = mapped_column(String(20))
    thing_id: Mapped[UUID | None]
    new_blobs: Mapped[list[str] | None] = mapped_column(Json)
    discrepancy: Mapped[str | None] = mapped_column(String(64))
    discrepancy_message: Mapped[str] = mapped_column(String(500))
