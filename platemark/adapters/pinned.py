"""Adapters as jobs name them: chosen by id, pinned by digest. Plain data, for the engine's process, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID

from platemark.engines.base import AdapterUse
from platemark.errors import Finding
from platemark.storage.blobs import BlobStore

WEIGHTS = {"style_plate": (0.0, 1.0)}
ANY_WEIGHT = (-2.0, 2.0)


@dataclass(frozen=True, slots=True)
class AdapterChoice:
    """An adapter to use, and its weight; None takes the adapter's default weight."""

    adapter_id: UUID
    weight: float | None = None

    def payload(self) -> dict[str, Any]:
        """The choice as JSON."""
        return {"adapter_id": str(self.adapter_id), "weight": self.weight}

    @classmethod
    def from_payload(cls, payload: dict[str, Any]) -> Self:
        """The choice that ``payload()`` was called on."""
        return cls(UUID(payload["adapter_id"]), payload["weight"])


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedAdapter:
    """An adapter as it was when the job was queued: the digest of its bytes, and the training run they come from."""

    adapter_id: UUID
    name: str
    format: str
    digest: str
    weight: float
    training_run_id: UUID | None = None
    dataset_digest: str | None = None

    def payload(self) -> dict[str, Any]:
        """The adapter as JSON, for a job's row and an image's provenance."""
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
    def from_payload(cls, payload: dict[str, Any]) -> Self:
        """The adapter that ``payload()`` was called on."""
        training_run_id = payload["training_run_id"]
        return cls(
            adapter_id=UUID(payload["adapter_id"]),
            name=payload["name"],
            format=payload["format"],
            digest=payload["digest"],
            weight=payload["weight"],
            training_run_id=None if training_run_id is None else UUID(training_run_id),
            dataset_digest=payload["dataset_digest"],
        )

    @property
    def choice(self) -> AdapterChoice:
        """The adapter as callers choose it, with its weight."""
        return AdapterChoice(self.adapter_id, self.weight)

    def to_adapter_use(self, blobs: BlobStore) -> AdapterUse:
        """The adapter as engines take it, with the path of its file."""
        return AdapterUse(
            path=blobs.path(self.digest), format=self.format, digest=self.digest, name=self.name, weight=self.weight
        )


def weight_range(format: str) -> tuple[float, float]:  # noqa: A002 - the field's own name
    """The lowest and the highest weight of adapters of this format."""
    return WEIGHTS.get(format, ANY_WEIGHT)


def find_adapter_problems(formats: frozenset[str], adapters: Sequence[PinnedAdapter]) -> Iterator[Finding]:
    """Why an engine that supports ``formats`` cannot use ``adapters``: one finding for each problem."""
    seen: set[UUID] = set()
    for n, adapter in enumerate(adapters):
        if adapter.format not in formats:
            message = f"The engine cannot use {adapter.name}: it does not support the format {adapter.format}."
            yield Finding(f"/adapters/{n}", message, "adapter_unsupported")
        if adapter.adapter_id in seen:
            yield Finding(f"/adapters/{n}", f"The adapter {adapter.name} is listed twice.", "adapter_named_twice")
        seen.add(adapter.adapter_id)
        low, high = weight_range(adapter.format)
        if not low <= adapter.weight <= high:
            message = f"The weight of a {adapter.format} must be {low:g} … {high:g}."
            yield Finding(f"/adapters/{n}/weight", message, "adapter_weight_limit")
