"""Bug reports of a database: read as those in files are, redacted before anything is stored, even in the plan."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any, Final

from platemark.bug_reports import service as bug_reports
from platemark.bug_reports.content import RedactedReport, nesting_depth, redact_report
from platemark.bug_reports.views import NewBugReport, Removed
from platemark.clock import utc_now
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import PlatemarkError
from platemark.imports.items import AppliedItem, Content, Diff, FoundItem, Item, PreviousItem, Thing
from platemark.imports.kinds.database.history import Links
from platemark.imports.kinds.database.old_studio import OldStudio, file_name, row_key
from platemark.imports.kinds.database.studio_rows import Row, text
from platemark.imports.kinds.protocol import ImportSpec, RemovedByUndo
from platemark.imports.kinds.sets import manifests
from platemark.imports.reading.picture_files import read_file
from platemark.imports.reading.sources import Source
from platemark.imports.reasons import ItemRefused, Reason, changed_since_plan
from platemark.storage.blobs import BlobStore

MAX_DEPTH = 100
TABLE, EVENTS = "bug_reports", "bug_report_events"
TYPE: Final = "bug_report"
JSON_COLUMNS = (
    "steps_to_reproduce", "environment", "client_meta", "app_state", "recent_logs", "network_events",
    "suspected_components", "related_files", "navigation_history", "events", "event_data",
)  # fmt: skip
ALREADY_HERE = Reason("already_here", "A report with this id exists already, and stays as it is.")
STAYS = Reason("row_changed", "The row changed since it was imported. The report here stays as it is.")
EDITED = Reason("edited", "Kept: the report was changed here after the import.")
MISSING = Reason("missing", "The report no longer exists.")
ALTERED = Reason("altered", "The report was changed here.")
ID_TAKEN = Reason("id_taken", "A report with this id was added meanwhile.")


def scan(studio: OldStudio) -> Iterator[FoundItem]:
    """Each report with its events."""
    for number, row in enumerate(studio.rows.whole(TABLE)):
        found = _found(studio, row_key(TABLE, row.get("id", number)), row)
        yield studio.stamped(found, TABLE, row["report_id"])


def _found(studio: OldStudio, key: str, row: Row) -> FoundItem:
    from platemark.bug_reports.legacy_fields import to_bug_report  # loads redaction, with the first report

    try:
        new = to_bug_report(_document(studio, row), now=utc_now())
        redactor = bug_reports.redactor_of(emails=studio.spec.redact_emails)
        report = redact_report(replace(new, screenshot=None), redactor)
    except PlatemarkError as error:
        return FoundItem(key=key, skipped=Reason(error.code, error.detail))
    screenshot, note = _screenshot(studio, new.screenshot)
    at = new.created_at or utc_now()
    payload = {
        "type": TYPE,
        "legacy_id": new.legacy_id,
        "status": new.status,
        "trace_id": new.trace_id,
        "at": at.isoformat(),
        "report": asdict(report),
        "screenshot": screenshot,
    }
    return FoundItem(key=key, digest=manifests.json_digest(payload), payload=payload, at=at, note=note)


def _document(studio: OldStudio, row: Row) -> dict[str, Any]:
    """The row as the file of a report."""
    said = _fields(row)
    events = [_fields(it) for it in studio.rows.whole(EVENTS, "bug_report_id", row.get("id"))]
    environment = said.get("environment") or {}
    if "build_time" in said and isinstance(environment, dict):
        said["environment"] = {"build_time": said.pop("build_time"), **environment}
    resolution = {
        ours: said.pop(name)
        for ours, name in (("notes", "resolution_notes"), ("commit", "resolution_commit_sha"))
        if name in said
    }
    return {
        **said,
        "submitted_at": said.get("submitted_at", said.get("created_at")),
        **({"resolution": resolution} if resolution else {}),
        **({"events": events} if events else {}),
    }


def _fields(row: Row) -> dict[str, Any]:
    """The columns that have a value; those with JSON as that."""
    said = {}
    for name, value in row.items():
        if value is not None and not isinstance(value, bytes):
            said[name.lower()] = _parsed(value) if name.lower() in JSON_COLUMNS else value
    return said


def _parsed(value: Any) -> Any:
    """JSON, or the text if it is none, or nested so deeply that reading it could fail."""
    try:
        parsed = json.loads(text(value))
    except (ValueError, RecursionError):
        return value
    return value if nesting_depth(parsed) > MAX_DEPTH else parsed


def _screenshot(studio: OldStudio, written: str | None) -> tuple[dict[str, str] | None, Reason | None]:
    """Where the screenshot of a report is, and the digest of its file; or why the report goes without."""
    if not written:
        return None, None
    try:
        path, file = studio.read([written], limit=studio.spec.max_bytes)
        _redacted(file.data, studio.spec)
    except ItemRefused as refused:
        message = f"It is imported without its screenshot, {file_name(written)!r}: {refused.reason.message}"
        return None, Reason("screenshot_missing", message[:500])
    except PlatemarkError as error:
        return None, Reason(error.code, f"It is imported without its screenshot. {error.detail}"[:500])
    return {"file": path, "digest": hashlib.sha256(file.data).hexdigest()}, None


def _redacted(data: bytes, spec: ImportSpec) -> bytes:
    from platemark.redaction import redact_png  # loaded with the first report

    return redact_png(data, max_bytes=spec.max_bytes)


class ReportPart:
    """A report that was imported once is never imported again, whatever changes in the source."""

    def diff(self, work: UnitOfWork, found: FoundItem, previous: PreviousItem | None) -> Diff:
        """New unless there is a report with its id."""
        legacy_id = found.payload["legacy_id"]
        existing = bug_reports.ids_of_legacy_ids(work, [legacy_id]).get(legacy_id)
        if existing is None:
            return Diff("new", found.note)
        thing = Thing(TYPE, existing)
        if previous is not None and previous.thing == thing:
            return Diff("unchanged", None if previous.digest == found.digest else STAYS, thing, previous.made)
        return Diff("unchanged", ALREADY_HERE, thing, {"version": bug_reports.version_of(work, existing)})

    def read(self, source: Source, spec: ImportSpec, item: Item) -> Content:
        """The screenshot without its metadata; ItemRefused if its file changed since the plan."""
        screenshot = item.payload["screenshot"]
        if screenshot is None:
            return Content()
        data = read_file(source, screenshot["file"], limit=spec.max_bytes).data
        if hashlib.sha256(data).hexdigest() != screenshot["digest"]:
            raise changed_since_plan("Its screenshot")
        png = _redacted(data, spec)
        digest = hashlib.sha256(png).hexdigest()
        return Content({digest: png}, digest)

    def source_digest(self, source: Source, spec: ImportSpec, item: Item) -> str:
        """The item's digest, unless its screenshot changed; rows are those of the plan."""
        screenshot = item.payload["screenshot"]
        if screenshot is None:
            return item.digest
        digest = hashlib.sha256(read_file(source, screenshot["file"], limit=spec.max_bytes).data).hexdigest()
        return item.digest if digest == screenshot["digest"] else digest

    def apply(
        self, work: UnitOfWork, blobs: BlobStore, spec: ImportSpec, item: Item, content: Content, _links: Links
    ) -> AppliedItem | Reason:
        """Insert the report as it was redacted for the plan."""
        payload = item.payload
        if bug_reports.existing_legacy_ids(work, [payload["legacy_id"]]):
            return ID_TAKEN
        new = NewBugReport(
            description="",
            status=payload["status"],
            trace_id=payload["trace_id"],
            legacy_id=payload["legacy_id"],
            created_at=datetime.fromisoformat(payload["at"]),
        )
        report = _report(payload["report"])
        bug_reports.insert_redacted(
            work, blobs, new, report, content.facts, by=spec.by, bug_report_id=item.target_id
        )  # fmt: skip
        return AppliedItem(Thing(TYPE, item.target_id), {"version": 1})

    def verify(self, work: UnitOfWork, item: Item) -> Reason | None:
        """Whether it is there, and as it was."""
        version = None if item.thing is None else bug_reports.version_of(work, item.thing.id)
        if version is None:
            return MISSING
        return ALTERED if version != (item.made or {}).get("version") else None

    def undo(self, work: UnitOfWork, spec: ImportSpec, item: Item, links: Links) -> Reason | None:  # noqa: ARG002
        """Delete it, unless it was changed."""
        version = None if item.thing is None else bug_reports.version_of(work, item.thing.id, lock=True)
        if item.thing is None or version is None:
            return None
        if version != (item.made or {}).get("version"):
            return EDITED
        bug_reports.delete_report(work, item.thing.id, by=spec.by)
        return None

    def dry_run_undo(self, work: UnitOfWork, item: Item, removed: RemovedByUndo) -> Reason | None:  # noqa: ARG002
        """What ``undo`` would answer."""
        version = None if item.thing is None else bug_reports.version_of(work, item.thing.id)
        return EDITED if version not in (None, (item.made or {}).get("version")) else None


def _report(payload: Mapping[str, Any]) -> RedactedReport:
    return RedactedReport(**{**payload, "redactions": [Removed(**it) for it in payload["redactions"]]})


PART = ReportPart()
