"""What callers read of adapters, and what they may ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

DEFAULT_WEIGHT = 1.0


class AdapterView(NamedTuple):
    """An adapter without its bytes. ``engine`` trained it; ``base`` is the model that it is for, if any.

    ``trigger_words`` make it take effect when they stand in a prompt. ``preview_digest`` is a WebP in the blob store.
    """

    id: UUID
    name: str
    description: str
    format: str
    engine: str | None
    base: str | None
    digest: str
    size_bytes: int
    default_weight: float
    trigger_words: Sequence[str]
    preview_digest: str | None
    visibility: str
    source: str
    training_run_id: UUID | None
    dataset_digest: str | None
    metrics: Mapping[str, float]
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class AdapterFile:
    """A file of an adapter in the blob store: its weights, or its preview."""

    path: Path
    size: int
    digest: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdapterUpload:
    """What to store with a LoRA that is uploaded; what is None or empty is read from the file, or from its name."""

    file_name: str
    name: str | None = None
    description: str = ""
    default_weight: float | None = None
    trigger_words: Sequence[str] | None = None
    visibility: str = "shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class AdapterFilter:
    """Which adapters to list; None or empty excludes none. ``q`` must occur in the name."""

    format: str | None = None
    visibility: Sequence[str] = ()
    q: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAdapter:
    """An adapter to create from bytes that the blob store has already; ``format`` is one that engines name."""

    name: str
    format: str
    digest: str
    size_bytes: int
    source: str
    description: str = ""
    engine: str | None = None
    base: str | None = None
    default_weight: float = DEFAULT_WEIGHT
    trigger_words: list[str] = field(default_factory=list)
    preview_digest: str | None = None
    visibility: str = "shared"
    training_run_id: UUID | None = None
    dataset_digest: str | None = None
    metrics: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdapterChanges:
    """The fields to change; None leaves a field as it is."""

    name: str | None = None
    description: str | None = None
    default_weight: float | None = None
    trigger_words: list[str] | None = None
    preview_digest: str | None = None
    visibility: str | None = None

    def specified(self) -> dict[str, Any]:
        """The fields that are not None."""
        values = {name: getattr(self, name) for name in AdapterChanges.__dataclass_fields__}
        return {name: value for name, value in values.items() if value is not None}


class RegisteredAdapter(NamedTuple):
    """An adapter, and whether it was created: its bytes may have been one before."""

    adapter: AdapterView
    created: bool
