"""Rules of bug reports: every user may submit one, admins review them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from platemark.access import Actor, require_role
from platemark.blob_references import require_blobs
from platemark.bug_reports import duplicates, history, queries, rate_limit
from platemark.bug_reports.content import LINE, LONG, RedactedReport, redact_report, redact_text
from platemark.bug_reports.fingerprint import fingerprint
from platemark.bug_reports.queries import Current
from platemark.bug_reports.views import (
    KEEP,
    BugReportChanges,
    BugReportFilter,
    BugReportSummaryView,
    BugReportView,
    Bundle,
    ChangeView,
    NewBugReport,
    Receipt,
    Removed,
)
from platemark.db.rows import delete_row, insert_row, update_row
from platemark.db.tables import BugReportRow, BugReportTextRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import NotFound
from platemark.etags import require_match
from platemark.events.service import FOR_ADMINS, record
from platemark.fitting import fit
from platemark.ids import id_at, new_id
from platemark.images.views import FileView
from platemark.paging import Page, PageRequest, split_page
from platemark.search.texts import insert_text, refresh_text
from platemark.settings import Settings
from platemark.storage.blobs import BlobStore
from platemark.stored_rows import fit_or_none
from platemark.studio import Studio

if TYPE_CHECKING:
    from platemark.redaction import Redactor

MAX_JOBS = 100
MAX_CHANGES = 200
LISTS = ("steps_to_reproduce", "recent_logs", "network_events")
SEARCHED = ("description", "expected_behavior", "actual_behavior", "notes")
OBJECTS = ("environment", "client_meta", "app_state")


def create(work: UnitOfWork, studio: Studio, new: NewBugReport, *, by: Actor) -> Receipt:
    """Store a report without its secrets. Redaction happens before the transaction begins with the first statement.

    Unprocessable for a bad screenshot or JSON that is nested too deep, TooManyRequests beyond the settings' reports
    per hour; then nothing is stored. One with a time of its own is imported: it has no event, and no limit refuses it.
    """
    require_role(by, "viewer")
    if new.created_at is None:
        _require_below_limit(studio, by)
    report = redact_report(new, redactor(studio.settings))
    digest = _store_screenshot(studio, new.screenshot)
    return insert_redacted(work, studio.blobs, new, report, digest, by=by)


def insert_redacted(
    work: UnitOfWork,
    blobs: BlobStore,
    new: NewBugReport,
    report: RedactedReport,
    digest: str | None,
    *,
    by: Actor,
    bug_report_id: UUID | None = None,
) -> Receipt:
    """Insert a redacted report whose screenshot, redacted as well, is stored under ``digest``; checks no role.

    Of ``new``, only the status, the times, the trace and the legacy id are read. An import passes the id that it has
    chosen.
    """
    digest_of_fault = fingerprint(report.description, report.content["client_meta"], report.content["recent_logs"])
    original = duplicates.find_open_original(work, digest_of_fault)
    if digest is not None:
        require_blobs(work, blobs, digest)
    trace_id = new.trace_id or work.trace_id or new_id().hex
    created_at = new.created_at or work.now()
    bug_report_id = bug_report_id or (new_id() if new.created_at is None else id_at(new.created_at))
    receipt = Receipt(bug_report_id, trace_id, original, report.redactions, created_at)
    row = _row(new, report, receipt, digest_of_fault, digest, by)
    insert_row(work, BugReportRow, row)
    insert_text(work, BugReportTextRow, bug_report_id, *(row[name] for name in SEARCHED))
    if new.created_at is None:
        record(work, "bug_report.created", bug_report_id, **FOR_ADMINS)
    return receipt


def _require_below_limit(studio: Studio, by: Actor) -> None:
    """In a transaction of its own: SQLite has one writer at a time, and redaction takes as long as many writes."""
    with studio.work(write=False) as reading:
        rate_limit.require_below(reading, by.user_id, studio.settings.bug_reports_per_hour)


def redactor(settings: Settings) -> Redactor:
    """A redactor for one report, as configured."""
    return redactor_of(emails=settings.redact_emails)


def redactor_of(*, emails: bool) -> Redactor:
    """A redactor for one report; ``emails``: whether addresses are secrets, too."""
    from platemark.redaction import Redactor  # loaded with the first report

    return Redactor(emails=emails)


def list_reports(
    work: UnitOfWork, filters: BugReportFilter, page: PageRequest, *, by: Actor
) -> Page[BugReportSummaryView]:
    """All reports, newest first."""
    require_role(by, "admin")
    return Page(*split_page(queries.list_reports(work, filters, page), page.limit))


def get(work: UnitOfWork, bug_report_id: UUID, *, by: Actor) -> BugReportView:
    """The complete report, with its newest changes and the jobs of its trace id."""
    require_role(by, "admin")
    row = queries.find_report(work, bug_report_id)
    if row is None:
        raise NotFound("bug_report", bug_report_id)
    return BugReportView(
        BugReportSummaryView._make(row[: len(BugReportSummaryView._fields)]),
        row.expected_behavior,
        row.actual_behavior,
        row.notes,
        row.legacy_id,
        _fit_redactions(row.redactions, bug_report_id),
        _fit_content(row.content, bug_report_id),
        queries.list_jobs(work, row.trace_id, MAX_JOBS),
        _fit_history(queries.list_history(work, bug_report_id, MAX_CHANGES), bug_report_id),
    )


def _to_json(removed: Removed) -> dict[str, Any]:
    return {"kind": removed.kind, "place": removed.place, "count": removed.count}


def _fit_redactions(stored: Any, bug_report_id: UUID) -> list[Removed]:
    return [Removed(**removed) for removed in fit_or_none("BugReport.redactions", stored, of=bug_report_id) or ()]


def _fit_history(stored: Sequence[ChangeView], bug_report_id: UUID) -> list[ChangeView]:
    entries = ((it, fit_or_none("BugReportChange.changes", it.changes, of=bug_report_id)) for it in stored)
    return [it._replace(changes=changes) for it, changes in entries if changes]


def _fit_content(stored: Any, bug_report_id: UUID) -> dict[str, Any]:
    """The attachments of a report; what the contract does not allow is None, or an empty list."""
    parts = stored if isinstance(stored, dict) else {}
    fitting = {name: fit_or_none(f"BugReport.{name}", parts.get(name), of=bug_report_id) for name in (*LISTS, *OBJECTS)}
    return {**fitting, **{name: fitting[name] or [] for name in LISTS}}


def update_report(
    work: UnitOfWork,
    studio: Studio,
    bug_report_id: UUID,
    changes: BugReportChanges,
    *,
    by: Actor,
    if_match: str | None = None,
) -> BugReportView:
    """Change the given fields and record their old values in the history; equal values are not a change."""
    if changes.duplicate_of is not KEEP:
        duplicates.lock_duplicates(work)
    row = _lock(work, bug_report_id, by, if_match)
    values = _new_values(work, studio, bug_report_id, changes)
    changed = {name: value for name, value in values.items() if value != getattr(row, name)}
    if changed:
        history.record_changes(work, [bug_report_id], _changes(row, changed), by=by.user_id)
        update_row(work, BugReportRow, bug_report_id, changed | {"version": row.version + 1, "updated_at": work.now()})
        if "notes" in changed:
            refresh_text(work, BugReportTextRow, bug_report_id)
        if changed.get("duplicate_of") is not None:
            duplicates.reassign_duplicates(work, bug_report_id, changed["duplicate_of"], by=by.user_id)
        record(work, "bug_report.changed", bug_report_id, **FOR_ADMINS)
    return get(work, bug_report_id, by=by)


def delete_report(work: UnitOfWork, bug_report_id: UUID, *, by: Actor, if_match: str | None = None) -> None:
    """Delete the report and its history; its oldest duplicate becomes the original."""
    duplicates.lock_duplicates(work)
    _lock(work, bug_report_id, by, if_match)
    duplicates.promote_duplicates(work, bug_report_id, by=by.user_id)
    delete_row(work, BugReportRow, bug_report_id)
    record(work, "bug_report.deleted", bug_report_id, **FOR_ADMINS)


def get_screenshot(work: UnitOfWork, studio: Studio, bug_report_id: UUID, *, by: Actor) -> FileView:
    """The screenshot's file; NotFound if there is none, Unavailable if the file is missing."""
    digest = get(work, bug_report_id, by=by).summary.screenshot_digest
    if digest is None:
        raise NotFound("screenshot", bug_report_id)
    name = f"bug-report-{bug_report_id}.png"
    return FileView(studio.blobs.path(digest), studio.blobs.size(digest), digest, "image/png", public=False, name=name)


def export(work: UnitOfWork, studio: Studio, bug_report_id: UUID, *, by: Actor) -> Bundle:
    """Everything about the report; Unavailable if the screenshot's file is missing."""
    report = get(work, bug_report_id, by=by)
    digest = report.summary.screenshot_digest
    return Bundle(work.now(), report, None if digest is None else studio.blobs.read(digest))


def existing_legacy_ids(work: UnitOfWork, legacy_ids: Sequence[str]) -> set[str]:
    """Those of ``legacy_ids``, at most a few hundred, that have a report already."""
    return {legacy_id for legacy_id, _ in queries.ids_of_legacy_ids(work, legacy_ids)}


def ids_of_legacy_ids(work: UnitOfWork, legacy_ids: Sequence[str]) -> dict[str, UUID]:
    """The reports with one of ``legacy_ids``, at most a few hundred. For imports: checks no role."""
    return dict(queries.ids_of_legacy_ids(work, legacy_ids))


def version_of(work: UnitOfWork, bug_report_id: UUID, *, lock: bool = False) -> int | None:
    """The version of a report, with ``lock`` until the work ends; None if it is gone. For imports: checks no role."""
    if not lock:
        row = queries.find_report(work, bug_report_id)
        return None if row is None else int(row.version)
    current = queries.lock_report(work, bug_report_id)
    return None if current is None else current.version


def _store_screenshot(studio: Studio, data_url: str | None) -> str | None:
    if data_url is None:
        return None
    from platemark.redaction import png_of_data_url, redact_png

    limit = studio.settings.max_upload_bytes
    return studio.blobs.put(redact_png(png_of_data_url(data_url, max_bytes=limit), max_bytes=limit))


def _row(
    new: NewBugReport, report: RedactedReport, receipt: Receipt, digest_of_fault: str, digest: str | None, by: Actor
) -> dict[str, Any]:
    return {
        "id": receipt.id,
        "status": new.status,
        "description": report.description,
        "expected_behavior": report.expected_behavior,
        "actual_behavior": report.actual_behavior,
        "notes": report.notes,
        "commit": report.commit,
        "trace_id": receipt.trace_id,
        "fingerprint": digest_of_fault,
        "duplicate_of": receipt.duplicate_of,
        "screenshot_digest": digest,
        "redactions": fit("BugReport.redactions", [_to_json(it) for it in report.redactions]),
        "redaction_count": receipt.redaction_count,
        "legacy_id": new.legacy_id,
        "created_by": by.user_id,
        "created_at": receipt.created_at,
        "updated_at": receipt.created_at,
        "version": 1,
        "content": {name: fit(f"BugReport.{name}", part) for name, part in report.content.items()},
    }


def _lock(work: UnitOfWork, bug_report_id: UUID, by: Actor, if_match: str | None) -> Current:
    """The changeable fields and the version of the report, locked until the transaction ends."""
    require_role(by, "admin")
    row = queries.lock_report(work, bug_report_id)
    if row is None:
        raise NotFound("bug_report", bug_report_id)
    require_match(if_match, row.version)
    return row


def _new_values(work: UnitOfWork, studio: Studio, bug_report_id: UUID, changes: BugReportChanges) -> dict[str, Any]:
    """The new values of the given fields; reviewers' texts are redacted, too."""
    fields = {name: getattr(changes, name) for name in BugReportChanges.__dataclass_fields__}
    values = {name: value for name, value in fields.items() if value is not KEEP}
    for name, limit in (("notes", LONG), ("commit", LINE)):
        if values.get(name):
            values[name] = redact_text(values[name], limit, redactor(studio.settings))
    if values.get("duplicate_of") is not None:
        values["duplicate_of"] = duplicates.resolve_original(work, bug_report_id, values["duplicate_of"])
    return values


def _changes(before: Current, changed: dict[str, Any]) -> list[history.Change]:
    return [history.change(name, getattr(before, name), value) for name, value in changed.items()]
