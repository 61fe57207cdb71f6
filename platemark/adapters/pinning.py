"""Adapters in a job: chosen by id, pinned by digest, so that the job can be done again when the adapter has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID

from sqlalchemy import select

from platemark.db.tables import AdapterRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import AdapterUse
from platemark.errors import Finding, Unprocessable
from platemark.storage.blobs import BlobStore

WEIGHTS = {"style_plate": (0.0, 1.0)}
ANY_WEIGHT = (-2.0, 2.0)


@dataclass(frozen=True, slots=True)
class AdapterChoice:
    """An adapter that somebody wants, and how much of it; None: as much as is usual for it."""

    adapter_id: UUID
    weight: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedAdapter:
    """An adapter as it was when the job was asked for: its bytes by digest, and what they came of."""

    adapter_id: UUID
    name: str
    format: str
    digest: str
    weight: float
    training_run_id: UUID | None = None
    dataset_digest: str | None = None

    def payload(self) -> dict[str, Any]:
        """As JSON, for a job's row and for an image's provenance."""
        return {
            "adapter_id": str(self.adapter_id),
            "name": self.name,
            "format": self.format,
            "digest": self.digest,
            "weight": self.weight,
            "training_run_id": None if self.training_run_id is None else str(self.training_run_id),
            "dataset_digest": self.dataset_digest,
        }

    @classmethod
    def of_payload(cls, payload: dict[str, Any]) -> Self:
        """What ``payload()`` gave."""
        run = payload["training_run_id"]
        return cls(
            adapter_id=UUID(payload["adapter_id"]),
            name=payload["name"],
            format=payload["format"],
            digest=payload["digest"],
            weight=payload["weight"],
            training_run_id=None if run is None else UUID(run),
            dataset_digest=payload["dataset_digest"],
        )

    def use(self, blobs: BlobStore) -> AdapterUse:
        """As an engine is told of it."""
        return AdapterUse(
            path=blobs.path(self.digest), format=self.format, digest=self.digest, name=self.name, weight=self.weight
        )


def pin(work: UnitOfWork, choices: Sequence[AdapterChoice]) -> tuple[PinnedAdapter, ...]:
    """The adapters chosen, in their order; Unprocessable ``unknown_adapter`` names each that is not there."""
    if not choices:
        return ()
    wanted = [choice.adapter_id for choice in choices]
    rows = {row.id: row for row in work.session.scalars(select(AdapterRow).where(AdapterRow.id.in_(wanted)))}
    findings = [
        Finding(f"/adapters/{n}", f"There is no adapter {adapter_id}.", "unknown_adapter")
        for n, adapter_id in enumerate(wanted)
        if adapter_id not in rows
    ]
    if findings:
        raise Unprocessable("unknown_adapter", "This studio has no such adapters.", findings)
    return tuple(_pinned(rows[choice.adapter_id], choice.weight) for choice in choices)


def range_of(format: str) -> tuple[float, float]:  # noqa: A002 - the field's own name
    """The least and the greatest weight of adapters of this format."""
    return WEIGHTS.get(format, ANY_WEIGHT)


def findings(formats: frozenset[str], adapters: Sequence[PinnedAdapter]) -> Iterator[Finding]:
    """What an engine that draws with ``formats`` cannot do of what is asked."""
    seen: set[UUID] = set()
    for n, adapter in enumerate(adapters):
        if adapter.format not in formats:
            message = f"It cannot draw with {adapter.name}, which is a {adapter.format}."
            yield Finding(f"/adapters/{n}", message, "adapter_unsupported")
        if adapter.adapter_id in seen:
            yield Finding(f"/adapters/{n}", f"{adapter.name} is named twice.", "adapter_named_twice")
        seen.add(adapter.adapter_id)
        least, greatest = range_of(adapter.format)
        if not least <= adapter.weight <= greatest:
            message = f"The weight of a {adapter.format} must be {least:g} … {greatest:g}."
            yield Finding(f"/adapters/{n}/weight", message, "adapter_weight_limit")


def _pinned(row: AdapterRow, weight: float | None) -> PinnedAdapter:
    return PinnedAdapter(
        adapter_id=row.id,
        name=row.name,
        format=row.format,
        digest=row.digest,
        weight=row.default_weight if weight is None else float(weight),
        training_run_id=row.training_run_id,
        dataset_digest=row.dataset_digest,
    )
