"""Plain data: an item of an import, from what is found in the source to what was applied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from platemark.imports.reasons import Reason

Outcome = Literal["new", "unchanged", "changed", "conflicting", "skipped"]
OUTCOMES: tuple[Outcome, ...] = ("new", "unchanged", "changed", "conflicting", "skipped")
OUTCOMES_TO_APPLY: tuple[Outcome, ...] = ("new", "changed")
RESULTS = ("applied", "failed", "undone", "kept")
MAX_REASONS = 100
"""At most so many different reasons or discrepancy codes are stored and returned for an import."""

ThingKind = Literal["album", "image", "set_template", "set_run", "training_run", "adapter", "bug_report"]


@dataclass(frozen=True, slots=True)
class Thing:
    """What an item became in the studio."""

    kind: ThingKind
    id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundItem:
    """One thing found in a source. ``key`` is its path below the source, with slashes, and is unique in it.

    ``digest`` is a SHA-256 over everything the source says about it; ``payload`` is JSON with what ``Kind.apply``
    needs. ``at`` is the time that its id will carry (None: now); ``size`` is the number of bytes that
    ``Kind.read_content`` will hold. An item with ``skipped`` is not imported, for that reason; one with ``note`` is
    imported all the same.
    """

    key: str
    digest: str = ""
    payload: Mapping[str, Any] = field(default_factory=dict)
    at: datetime | None = None
    size: int = 0
    skipped: Reason | None = None
    note: Reason | None = None


@dataclass(frozen=True, slots=True)
class PreviousItem:
    """What an earlier import of the same kind and folder made of the same key, unless it was undone."""

    digest: str
    payload: Mapping[str, Any]
    made: Mapping[str, Any]
    thing: Thing | None


@dataclass(frozen=True, slots=True)
class Diff:
    """A found item compared with the studio: what an apply will do with it, and why.

    ``made`` and ``thing`` carry over what exists already for an item that is unchanged or will be updated.
    """

    outcome: Outcome
    reason: Reason | None = None
    thing: Thing | None = None
    made: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of a plan as it stands in the journal; ``target_id`` is the id that its new row will get."""

    position: int
    key: str
    outcome: Outcome
    reason: str | None
    state: str
    digest: str
    payload: Mapping[str, Any]
    target_id: UUID
    made: Mapping[str, Any] | None
    thing: Thing | None
    new_blobs: Sequence[str] | None


@dataclass(frozen=True, slots=True)
class Content:
    """What was read from the source for one item: the bytes to store, by digest, and ``facts`` for ``Kind.apply``."""

    blobs: Mapping[str, bytes] = field(default_factory=dict)
    facts: Any = None


@dataclass(frozen=True, slots=True)
class AppliedItem:
    """What an item became; ``made`` is JSON with all that verify and undo need, versions above all."""

    thing: Thing | None
    made: Mapping[str, Any]
