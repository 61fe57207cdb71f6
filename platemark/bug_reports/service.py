"""What one can do with bug reports: everybody with an account may make one, admins review them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, insert, select, update

from platemark.access import Actor, require_role
from platemark.blob_references import require_bytes
from platemark.bug_reports import duplicates, queries
from platemark.bug_reports.content import LINE, LONG, CleanReport, clean, clean_text
from platemark.bug_reports.fingerprint import fingerprint
from platemark.bug_reports.views import (
    KEEP,
    BugReportChanges,
    BugReportFilter,
    BugReportSummaryView,
    BugReportView,
    Bundle,
    ChangeView,
    JobFacts,
    NewBugReport,
    Receipt,
    Removed,
)
from platemark.db.tables import BugReportChangeRow, BugReportRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import NotFound
from platemark.etags import require_match
from platemark.ids import id_at, new_id
from platemark.image_visibility import page_of
from platemark.images.views import FileView
from platemark.paging import Page, PageRequest
from platemark.redaction import Redactor, png_of_data_url, redact_png
from platemark.settings import Settings
from platemark.storage.blobs import BlobStore

MOST_JOBS = 100
MOST_CHANGES = 200
Current = Row[str, str, str | None, UUID | None, int]


def create(work: UnitOfWork, blobs: BlobStore, new: NewBugReport, *, settings: Settings, by: Actor) -> Receipt:
    """Keep a report without its secrets, which are taken out before the transaction begins with its first statement.

    Unprocessable where something is wrong with the screenshot or JSON is nested too deep; then nothing is kept.
    """
    require_role(by, "viewer")
    report = clean(new, redactor(settings))
    digest = _keep_screenshot(blobs, new.screenshot, settings)
    same = fingerprint(report.description, report.content["client_meta"], report.content["recent_logs"])
    first = duplicates.first_at_work(work, same)
    if digest is not None:
        require_bytes(work, blobs, digest)
    trace_id = new.trace_id or work.trace_id or new_id().hex
    created_at = new.created_at or work.now()
    bug_report_id = new_id() if new.created_at is None else id_at(new.created_at)
    receipt = Receipt(bug_report_id, trace_id, first, report.redactions, created_at)
    work.session.execute(insert(BugReportRow).values(_row(new, report, receipt, same, digest, by)))
    return receipt


def redactor(settings: Settings) -> Redactor:
    """What takes the secrets out of one report."""
    return Redactor(emails=settings.redact_emails)


def list_reports(
    work: UnitOfWork, wanted: BugReportFilter, page: PageRequest, *, by: Actor
) -> Page[BugReportSummaryView]:
    """All reports, newest first."""
    require_role(by, "admin")
    rows = work.session.execute(queries.reports_page(wanted, page)).all()
    kept, last = page_of(rows, page.limit)
    return Page([BugReportSummaryView(*row) for row in kept], None if last is None else last.id)


def get(work: UnitOfWork, bug_report_id: UUID, *, by: Actor) -> BugReportView:
    """The report whole, with its newest changes and the jobs of its trace id."""
    require_role(by, "admin")
    row = work.session.execute(queries.report(bug_report_id)).one_or_none()
    if row is None:
        raise NotFound("bug_report", bug_report_id)
    *summary, expected, actual, notes, legacy_id, redactions, content = row
    jobs = work.session.execute(queries.jobs_of(row.trace_id, MOST_JOBS)).all()
    history = work.session.execute(queries.history(bug_report_id, MOST_CHANGES)).all()
    return BugReportView(
        BugReportSummaryView(*summary),
        expected,
        actual,
        notes,
        legacy_id,
        [Removed(**removed) for removed in redactions],
        content,
        [JobFacts(*job) for job in jobs],
        [ChangeView(*change) for change in history],
    )


def update_report(
    work: UnitOfWork,
    bug_report_id: UUID,
    changes: BugReportChanges,
    *,
    settings: Settings,
    by: Actor,
    if_match: str | None = None,
) -> BugReportView:
    """Change what is given and keep in the history what it was; what is the same already is no change."""
    row = _to_change(work, bug_report_id, by, if_match)
    wanted = _wanted(work, bug_report_id, changes, settings)
    given = {name: value for name, value in wanted.items() if value != getattr(row, name)}
    if given:
        _note(work, bug_report_id, row, given, by)
        changed = update(BugReportRow).where(BugReportRow.id == bug_report_id)
        work.session.execute(changed.values(**given, version=row.version + 1, updated_at=work.now()))
        if given.get("duplicate_of") is not None:
            duplicates.hand_over(work, bug_report_id, given["duplicate_of"], by=by.user_id)
    return get(work, bug_report_id, by=by)


def delete_report(work: UnitOfWork, bug_report_id: UUID, *, by: Actor, if_match: str | None = None) -> None:
    """Delete the report and its history; the oldest of its duplicates takes its place."""
    _to_change(work, bug_report_id, by, if_match)
    gone = BugReportRow.id == bug_report_id
    duplicates.inherit(work, gone, by=by.user_id)
    work.session.execute(delete(BugReportRow).where(gone))


def get_screenshot(work: UnitOfWork, blobs: BlobStore, bug_report_id: UUID, *, by: Actor) -> FileView:
    """Where the screenshot lies; NotFound where there is none, Unavailable where the disk has lost it."""
    digest = get(work, bug_report_id, by=by).summary.screenshot_digest
    if digest is None:
        raise NotFound("screenshot", bug_report_id)
    name = f"bug-report-{bug_report_id}.png"
    return FileView(blobs.path(digest), blobs.size(digest), digest, "image/png", public=False, name=name)


def export(work: UnitOfWork, blobs: BlobStore, bug_report_id: UUID, *, by: Actor) -> Bundle:
    """All that is known of the report; Unavailable where the disk has lost its screenshot."""
    report = get(work, bug_report_id, by=by)
    digest = report.summary.screenshot_digest
    return Bundle(work.now(), report, None if digest is None else blobs.read(digest))


def known_legacy(work: UnitOfWork, legacy_ids: Sequence[str]) -> set[str]:
    """Those of ``legacy_ids``, at most a few hundred, whose reports are here already."""
    return {found for found in work.session.scalars(queries.known_legacy(legacy_ids)) if found is not None}


def _keep_screenshot(blobs: BlobStore, data_url: str | None, settings: Settings) -> str | None:
    if data_url is None:
        return None
    most = settings.max_upload_bytes
    return blobs.put(redact_png(png_of_data_url(data_url, max_bytes=most), max_bytes=most))


def _row(
    new: NewBugReport, report: CleanReport, receipt: Receipt, same: str, digest: str | None, by: Actor
) -> dict[str, Any]:
    return {
        "id": receipt.id,
        "status": new.status,
        "description": report.description,
        "expected_behavior": report.expected_behavior,
        "actual_behavior": report.actual_behavior,
        "notes": "",
        "commit": None,
        "trace_id": receipt.trace_id,
        "fingerprint": same,
        "duplicate_of": receipt.duplicate_of,
        "screenshot_digest": digest,
        "redactions": [{"kind": it.kind, "place": it.place, "count": it.count} for it in report.redactions],
        "redaction_count": receipt.redaction_count,
        "legacy_id": new.legacy_id,
        "created_by": by.user_id,
        "created_at": receipt.created_at,
        "updated_at": receipt.created_at,
        "version": 1,
        "content": report.content,
    }


def _to_change(work: UnitOfWork, bug_report_id: UUID, by: Actor, if_match: str | None) -> Current:
    """What may be changed of the report, and its version; nobody else changes it until this work ends."""
    require_role(by, "admin")
    columns = (
        BugReportRow.status,
        BugReportRow.notes,
        BugReportRow.commit,
        BugReportRow.duplicate_of,
        BugReportRow.version,
    )
    found = select(*columns).where(BugReportRow.id == bug_report_id).with_for_update()
    row = work.session.execute(found).one_or_none()
    if row is None:
        raise NotFound("bug_report", bug_report_id)
    require_match(if_match, row.version)
    return row


def _wanted(work: UnitOfWork, bug_report_id: UUID, changes: BugReportChanges, settings: Settings) -> dict[str, Any]:
    """What the fields that are given are to become; texts of reviewers lose their secrets, too."""
    given = {name: getattr(changes, name) for name in BugReportChanges.__dataclass_fields__}
    wanted = {name: value for name, value in given.items() if value is not KEEP}
    for name, limit in (("notes", LONG), ("commit", LINE)):
        if wanted.get(name):
            wanted[name] = clean_text(wanted[name], limit, redactor(settings))
    if wanted.get("duplicate_of") is not None:
        wanted["duplicate_of"] = duplicates.first_of(work, bug_report_id, wanted["duplicate_of"])
    return wanted


def _note(work: UnitOfWork, bug_report_id: UUID, before: Current, given: dict[str, Any], by: Actor) -> None:
    changes = [
        {"field": name, "before": _said(getattr(before, name)), "after": _said(value)} for name, value in given.items()
    ]
    work.session.execute(
        insert(BugReportChangeRow).values(
            id=new_id(), bug_report_id=bug_report_id, changes=changes, created_by=by.user_id, created_at=work.now()
        )
    )


def _said(value: str | UUID | datetime | None) -> str | None:
    return None if value is None else str(value)
