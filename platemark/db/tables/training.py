"""Training runs, their metrics and samples, and the resulting adapters."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Float, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from platemark.choices import VISIBILITIES
from platemark.db.tables.base import At, Base, Id, one_of
from platemark.db.types import BigInt, Json

PRIVATE = text("visibility = 'private'")
OF_PRIVATE_ADAPTERS: Any = {"sqlite_where": PRIVATE, "postgresql_where": PRIVATE}
ADAPTER_SOURCES = ("trained", "registered")


class TrainingRunRow(Base):
    """A training run: its dataset, parameters and progress. Whether it is running is the state of its job.

    ``dataset`` is a snapshot, taken when the run was requested: a list of ``{image_id, digest, caption, held_out}``;
    ``dataset_digest`` is the digest of its canonical JSON. Figures are null until they have been measured.
    """

    __tablename__ = "training_runs"

    id: Mapped[Id]
    job_id: Mapped[UUID] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(Text, default="")
    engine: Mapped[str] = mapped_column(String(64))
    base: Mapped[str | None] = mapped_column(String(500))
    album_ids: Mapped[list[str]] = mapped_column(Json)
    parameters: Mapped[dict[str, Any]] = mapped_column(Json)
    seed: Mapped[int] = mapped_column(BigInt)
    dataset: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    dataset_digest: Mapped[str] = mapped_column(String(64))
    image_count: Mapped[int]
    captioned_count: Mapped[int]
    held_out_count: Mapped[int]
    step: Mapped[int] = mapped_column(default=0)
    steps: Mapped[int]
    train_loss: Mapped[float | None] = mapped_column(Float)
    best_train_loss: Mapped[float | None] = mapped_column(Float)
    held_out_loss: Mapped[float | None] = mapped_column(Float)
    first_held_out_loss: Mapped[float | None] = mapped_column(Float)
    best_held_out_loss: Mapped[float | None] = mapped_column(Float)
    steps_per_second: Mapped[float | None] = mapped_column(Float)
    checkpoint_step: Mapped[int | None]
    checkpoint_at: Mapped[At | None]
    sample_requested_at: Mapped[At | None]
    save_requested_at: Mapped[At | None]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[At]
    updated_at: Mapped[At]


class TrainingImageRow(Base):
    """An image that a run's ``dataset`` names. While there is the run, the image is not purged from the trash."""

    __tablename__ = "training_images"

    training_run_id: Mapped[UUID] = mapped_column(ForeignKey("training_runs.id", ondelete="CASCADE"), primary_key=True)
    image_id: Mapped[UUID] = mapped_column(ForeignKey("images.id", ondelete="CASCADE"), primary_key=True, index=True)


class TrainingMetricRow(Base):
    """One metric of a run at a step. A step that is repeated after a crash yields the same value."""

    __tablename__ = "training_metrics"

    training_run_id: Mapped[UUID] = mapped_column(ForeignKey("training_runs.id", ondelete="CASCADE"), primary_key=True)
    step: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[float] = mapped_column(Float)


class TrainingSampleRow(Base):
    """A sample (PNG) that a run generated at a step; the file is in the blob store."""

    __tablename__ = "training_samples"

    training_run_id: Mapped[UUID] = mapped_column(ForeignKey("training_runs.id", ondelete="CASCADE"), primary_key=True)
    step: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), index=True)
    size_bytes: Mapped[int] = mapped_column(BigInt)
    width: Mapped[int]
    height: Mapped[int]
    created_at: Mapped[At]


class AdapterRow(Base):
    """An adapter to generate pictures with: the result of a training run, or registered by an operator."""

    __tablename__ = "adapters"
    __table_args__ = (
        CheckConstraint(one_of("source", ADAPTER_SOURCES), name="source"),
        CheckConstraint(one_of("visibility", VISIBILITIES), name="visibility"),
        Index("ix_adapters_format_id", "format", "id"),
        Index("ix_adapters_visibility_id", "visibility", "id"),
        Index("ix_adapters_format_visibility_id", "format", "visibility", "id"),
        Index("ix_adapters_private", "created_by", "id", **OF_PRIVATE_ADAPTERS),
        Index("ix_adapters_private_format", "format", "created_by", "id", **OF_PRIVATE_ADAPTERS),
    )

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(String(500))
    format: Mapped[str] = mapped_column(String(64))
    engine: Mapped[str | None] = mapped_column(String(64))
    base: Mapped[str | None] = mapped_column(String(500))
    digest: Mapped[str] = mapped_column(String(64), index=True)
    size_bytes: Mapped[int] = mapped_column(BigInt)
    default_weight: Mapped[float] = mapped_column(Float)
    trigger_words: Mapped[list[str]] = mapped_column(Json)
    preview_digest: Mapped[str | None] = mapped_column(String(64), index=True)
    visibility: Mapped[str] = mapped_column(String(10))
    source: Mapped[str] = mapped_column(String(10))
    training_run_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("training_runs.id", ondelete="SET NULL"), index=True
    )
    dataset_digest: Mapped[str | None] = mapped_column(String(64))
    metrics: Mapped[dict[str, float]] = mapped_column(Json)
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[At]
    updated_at: Mapped[At]
    version: Mapped[int] = mapped_column(default=1)
