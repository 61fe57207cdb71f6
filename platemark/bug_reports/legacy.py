"""Imports reports from another system: a folder of ``bug_*.json`` files. Importing again creates no duplicates."""

from __future__ import annotations

import base64
import json
import os
import stat
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import Any

from platemark.access import Actor, require_role
from platemark.bug_reports import service
from platemark.bug_reports.content import nesting_depth, redact_report
from platemark.bug_reports.legacy_fields import to_bug_report
from platemark.bug_reports.views import NewBugReport, Removed
from platemark.errors import PlatemarkError, TooLarge, Unprocessable
from platemark.redaction import png_of_data_url, redact_png
from platemark.studio import Studio

PATTERN = "bug_*.json"
MAX_FILE_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 100
MAX_FILE_NAME = 255
PNG_URL = "data:image/png;base64,"


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not imported: ``code`` is stable, ``detail`` a sentence; neither quotes the file."""

    file: str
    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class LegacyImport:
    """The result of an import or its dry run.

    ``known`` counts files whose reports exist already. ``skipped``: files that were not imported.
    ``without_screenshot``: files whose reports were imported without their invalid screenshots.
    """

    dry_run: bool
    files: int
    imported: int
    known: int
    skipped: Sequence[Skipped]
    without_screenshot: Sequence[Skipped]
    redactions: Sequence[Removed]


def import_folder(studio: Studio, folder: Path, *, dry_run: bool, by: Actor) -> LegacyImport:
    """Import the reports in ``folder``, redacted, each in a transaction of its own.

    Reports are identified by ``report_id``, so importing again, or resuming after a crash, creates none twice. A dry
    run makes the same checks and writes nothing. Unprocessable ``folder_unreadable`` if the folder cannot be read.
    """
    require_role(by, "admin")
    names = _list_names(folder)
    seen: set[str] = set()
    skipped: list[Skipped] = []
    without: list[Skipped] = []
    removed: Counter[tuple[str, str]] = Counter()
    known = 0
    for name in names:
        try:
            report = _read(folder / name, studio)
            if _exists(studio, _require_unseen(report, seen)):
                known += 1
                continue
            report, invalid = _take_screenshot(studio, folder, name, report)
            redactions = _check(studio, report) if dry_run else _import(studio, report, by)
        except PlatemarkError as error:
            skipped.append(Skipped(name, error.code, error.detail))
        else:
            without += invalid
            removed.update({(it.kind, it.place): it.count for it in redactions})
    imported = len(names) - known - len(skipped)
    totals = [Removed(kind, place, count) for (kind, place), count in sorted(removed.items())]
    return LegacyImport(dry_run, len(names), imported, known, skipped, without, totals)


def _list_names(folder: Path) -> list[str]:
    """The files that may be reports, in all subfolders, relative to ``folder``. Links to folders are not followed."""

    def refuse(error: OSError) -> None:
        if error.filename == str(folder):
            raise Unprocessable("folder_unreadable", f"{folder} cannot be read: {error.strerror}.") from None

    names: list[str] = []
    for root, folders, files in os.walk(folder, onerror=refuse):
        found = (Path(root, name).relative_to(folder) for name in (*folders, *files) if fnmatch(name, PATTERN))
        names += (path.as_posix() for path in found)
    return sorted(names)


def _read(path: Path, studio: Studio) -> NewBugReport:
    given = _json(_text(path))
    if not isinstance(given, dict):
        raise Unprocessable("not_an_object", "It does not contain a JSON object.")
    return to_bug_report(given, now=studio.clock())


def _text(path: Path) -> str:
    try:
        return _bytes(path, MAX_FILE_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unprocessable("not_utf8", "It is not UTF-8 text.") from None


def _bytes(path: Path, limit: int) -> bytes:
    """Read a regular file of limited size; links, pipes and devices are refused without blocking."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Unprocessable("not_a_file", "It is not a regular file.")
            data = file.read(limit + 1)
    except IsADirectoryError:
        raise Unprocessable("not_a_file", "It is a folder.") from None
    except OSError as error:
        if path.is_symlink():
            raise Unprocessable("symbolic_link", "It is a symbolic link; only files in the folder are read.") from None
        raise Unprocessable("unreadable", f"It cannot be read: {error.strerror}.") from None
    if len(data) > limit:
        raise TooLarge("file_too_large", f"It has more than {limit} bytes.")
    return data


def _json(text: str) -> Any:
    too_deep = Unprocessable("nested_too_deep", "Its JSON is nested too deeply.")
    try:
        value = json.loads(text)
    except RecursionError:
        raise too_deep from None
    except ValueError:
        raise Unprocessable("not_json", "It is not JSON.") from None
    if nesting_depth(value) > MAX_DEPTH:  # Python itself refuses at a depth that differs between versions
        raise too_deep
    return value


def _require_unseen(report: NewBugReport, seen: set[str]) -> str:
    legacy_id = report.legacy_id or ""
    if legacy_id in seen:
        raise Unprocessable("report_id_twice", "Another file in the folder has the same report_id.")
    seen.add(legacy_id)
    return legacy_id


def _exists(studio: Studio, legacy_id: str) -> bool:
    with studio.work(write=False) as work:
        return bool(service.existing_legacy_ids(work, [legacy_id]))


def _import(studio: Studio, report: NewBugReport, by: Actor) -> Sequence[Removed]:
    with studio.work(write=True) as work:
        receipt = service.create(work, studio, report, by=by)
        work.commit()
    return receipt.redactions


def _check(studio: Studio, report: NewBugReport) -> Sequence[Removed]:
    """What would be redacted; raises what the import would raise."""
    return redact_report(report, service.redactor(studio.settings)).redactions


def _take_screenshot(
    studio: Studio, folder: Path, name: str, report: NewBugReport
) -> tuple[NewBugReport, list[Skipped]]:
    """The report with its screenshot, from the report or a file beside it; without it, rather than not at all, if that
    is invalid.
    """
    limit = studio.settings.max_upload_bytes
    try:
        screenshot = _screenshot_beside(folder / name, report.screenshot, limit) or report.screenshot
        if screenshot is not None:
            redact_png(png_of_data_url(screenshot, max_bytes=limit), max_bytes=limit)
    except PlatemarkError as error:
        return replace(report, screenshot=None), [Skipped(name, error.code, error.detail)]
    return replace(report, screenshot=screenshot), []


def _screenshot_beside(path: Path, named: str | None, limit: int) -> str | None:
    """The screenshot in a file beside the report: the one that it names, or ``bug_7.png`` of ``bug_7.json``."""
    if named is not None and (named.startswith("data:") or len(named) > MAX_FILE_NAME):
        return None
    name = PurePosixPath(named.replace("\\", "/")).name if named else path.with_suffix(".png").name
    beside = path.parent / name
    if not name or not beside.is_file():
        return None
    return PNG_URL + base64.b64encode(_bytes(beside, limit)).decode()
