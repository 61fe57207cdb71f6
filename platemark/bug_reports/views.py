"""Data of bug reports: as submitted, as stored and as reviewers see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Final, NamedTuple
from uuid import UUID

Json = Any


class Keep(Enum):
    """A sentinel: leave the field unchanged, where None means null."""

    KEEP = "keep"


KEEP: Final = Keep.KEEP


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBugReport:
    """A report as submitted, unredacted; it is never stored in this form.

    The mappings have the fields of the contract's types, timestamps as RFC 3339; a missing field is null. The last
    five fields are set for reports imported from another system.
    """

    description: str
    expected_behavior: str | None = None
    actual_behavior: str | None = None
    steps_to_reproduce: Sequence[str] = ()
    environment: Mapping[str, Json] | None = None
    client_meta: Mapping[str, Json] | None = None
    app_state: Mapping[str, Json] | None = None
    recent_logs: Sequence[Mapping[str, Json]] = ()
    network_events: Sequence[Mapping[str, Json]] = ()
    screenshot: str | None = None
    trace_id: str | None = None
    status: str = "open"
    legacy_id: str | None = None
    created_at: datetime | None = None
    notes: str = ""
    commit: str | None = None


@dataclass(frozen=True, slots=True)
class Removed:
    """How many secrets of one kind were removed from one place."""

    kind: str
    place: str
    count: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a reporter gets back."""

    id: UUID
    trace_id: str
    duplicate_of: UUID | None
    redactions: Sequence[Removed]
    created_at: datetime

    @property
    def redaction_count(self) -> int:
        """How many secrets were removed in all."""
        return sum(removed.count for removed in self.redactions)


class BugReportSummaryView(NamedTuple):
    """A report in a list. ``duplicate_count`` counts its duplicates."""

    id: UUID
    status: str
    description: str
    trace_id: str
    fingerprint: str
    duplicate_of: UUID | None
    duplicate_count: int
    commit: str | None
    screenshot_digest: str | None
    redaction_count: int
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    version: int


class ChangeView(NamedTuple):
    """One change; ``changes`` lists each field with its value before and after."""

    at: datetime
    by: UUID | None
    changes: Sequence[Mapping[str, str | None]]


class JobFacts(NamedTuple):
    """A job that was created by the request with the report's trace id."""

    id: UUID
    kind: str
    state: str
    error_code: str | None
    created_at: datetime
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class BugReportView:
    """A complete report. ``content`` has the fields ``steps_to_reproduce`` … ``network_events`` of the contract."""

    summary: BugReportSummaryView
    expected_behavior: str | None
    actual_behavior: str | None
    notes: str
    legacy_id: str | None
    redactions: Sequence[Removed]
    content: Mapping[str, Json]
    jobs: Sequence[JobFacts]
    history: Sequence[ChangeView]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Everything about a report, for export; ``screenshot`` is a PNG's bytes."""

    at: datetime
    report: BugReportView
    screenshot: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BugReportFilter:
    """Which reports to list: empty fields do not filter, ``grouped`` leaves out duplicates."""

    status: Sequence[str] = ()
    q: str | None = None
    trace_id: str | None = None
    fingerprint: str | None = None
    grouped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BugReportChanges:
    """Changes to a report; ``KEEP`` leaves a field unchanged, None clears it."""

    status: str | Keep = KEEP
    notes: str | Keep = KEEP
    commit: str | Keep | None = KEEP
    duplicate_of: UUID | Keep | None = KEEP


class PurgedReport(NamedTuple):
    """A report that a purge deleted, or would delete."""

    id: UUID
    status: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Purge:
    """The result of a purge or its dry run: reports from before ``before`` are deleted; None if all are kept.

    ``oldest`` lists at most 1000 of them; ``purged_count`` counts them all.
    """

    dry_run: bool
    older_than_days: int | None
    before: datetime | None
    purged_count: int
    kept_count: int
    oldest: Sequence[PurgedReport]
