"""What a bug report is made of, on its way in and for those who review it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Final
from uuid import UUID

Json = Any


class Keep(Enum):
    """The one value that means: leave it as it is, where None would mean none."""

    KEEP = "keep"


KEEP: Final = Keep.KEEP


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBugReport:
    """A report as it comes in, secrets and all; it is stored nowhere in this form.

    The mappings have the fields of the contract's types, instants as RFC 3339; a field that is missing is null. The
    last three fields are those of a report that comes from an older system.
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


@dataclass(frozen=True, slots=True)
class Removed:
    """How often something of one kind was taken out of one place."""

    kind: str
    place: str
    count: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was made of a report that came in."""

    id: UUID
    trace_id: str
    duplicate_of: UUID | None
    redactions: Sequence[Removed]
    created_at: datetime

    @property
    def redaction_count(self) -> int:
        """How much was taken out in all."""
        return sum(removed.count for removed in self.redactions)


@dataclass(frozen=True, slots=True)
class BugReportSummaryView:
    """A report in a list. ``duplicate_count`` counts the reports that are duplicates of it."""

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


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change; ``changes`` lists each field with what it was and what it became."""

    at: datetime
    by: UUID | None
    changes: Sequence[Mapping[str, str | None]]


@dataclass(frozen=True, slots=True)
class JobFacts:
    """A job that the request with a report's trace id asked for."""

    id: UUID
    kind: str
    state: str
    error_code: str | None
    created_at: datetime
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class BugReportView:
    """A report whole. ``content`` has the fields ``steps_to_reproduce`` … ``network_events`` of the contract."""

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
    """All that is known of a report, to be handed on; ``screenshot`` is a PNG's bytes."""

    at: datetime
    report: BugReportView
    screenshot: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BugReportFilter:
    """Which reports to list; an empty field keeps none out, ``grouped`` all duplicates."""

    status: Sequence[str] = ()
    q: str | None = None
    trace_id: str | None = None
    fingerprint: str | None = None
    grouped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BugReportChanges:
    """What to change of a report; ``KEEP`` stays, None is none."""

    status: str | Keep = KEEP
    notes: str | Keep = KEEP
    commit: str | Keep | None = KEEP
    duplicate_of: UUID | Keep | None = KEEP


@dataclass(frozen=True, slots=True)
class Gone:
    """A report that a purge deleted, or would delete."""

    id: UUID
    status: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Purge:
    """What a purge did, or would do: reports from before ``before`` go; None where all are kept for ever.

    ``gone`` is the oldest of them, a thousand at most; ``purged_count`` counts them all.
    """

    dry_run: bool
    older_than_days: int | None
    before: datetime | None
    purged_count: int
    kept_count: int
    gone: Sequence[Gone]
