"""Taking over the reports of an older system: a folder of ``bug_*.json`` files, each once however often it is given."""

from __future__ import annotations

import json
import os
import stat
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from platemark.access import Actor, require_role
from platemark.bug_reports import service
from platemark.bug_reports.content import clean
from platemark.bug_reports.legacy_fields import report_of
from platemark.bug_reports.views import NewBugReport, Removed
from platemark.errors import PlatemarkError, TooLarge, Unprocessable
from platemark.redaction import png_of_data_url, redact_png
from platemark.studio import Studio

PATTERN = "bug_*.json"
LARGEST_FILE = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something left out of the import: ``code`` is a stable word, ``detail`` a sentence; neither quotes the file."""

    file: str
    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class LegacyImport:
    """What an import did, or in a dry run would do.

    ``known``: how many files have reports that were here already. ``skipped``: files that are left out.
    ``without_screenshot``: those whose reports are taken over and whose screenshots are none.
    """

    dry_run: bool
    files: int
    imported: int
    known: int
    skipped: Sequence[LeftOut]
    without_screenshot: Sequence[LeftOut]
    redactions: Sequence[Removed]


def import_folder(studio: Studio, folder: Path, *, dry_run: bool, by: Actor) -> LegacyImport:
    """Take over the reports in ``folder``, without their secrets, each in a transaction of its own.

    A report is known by its ``report_id``, so doing it again, or going on after a crash, makes none twice. A dry run
    checks all the same and writes nothing. Unprocessable ``folder_unreadable`` where there is no folder to read.
    """
    require_role(by, "admin")
    names = _names(folder)
    seen: set[str] = set()
    skipped: list[LeftOut] = []
    without: list[LeftOut] = []
    removed: Counter[tuple[str, str]] = Counter()
    known = 0
    for name in names:
        try:
            report = _read(folder / name, studio)
            if _is_known(studio, _not_seen(report, seen)):
                known += 1
                continue
            report, lost = _with_good_screenshot(studio, name, report)
            taken_out = _tried(studio, report) if dry_run else _taken_over(studio, report, by)
        except PlatemarkError as error:
            skipped.append(LeftOut(name, error.code, error.detail))
        else:
            without += lost
            removed.update({(it.kind, it.place): it.count for it in taken_out})
    imported = len(names) - known - len(skipped)
    redactions = [Removed(kind, place, count) for (kind, place), count in sorted(removed.items())]
    return LegacyImport(dry_run, len(names), imported, known, skipped, without, redactions)


def _names(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in folder.iterdir() if entry.match(PATTERN))
    except OSError as error:
        raise Unprocessable("folder_unreadable", f"{folder} cannot be read: {error.strerror}.") from None


def _read(path: Path, studio: Studio) -> NewBugReport:
    given = _json(_text(path))
    if not isinstance(given, dict):
        raise Unprocessable("not_an_object", "It holds no JSON object.")
    return report_of(given, now=studio.clock())


def _text(path: Path) -> str:
    """What is in a file: never one that a link points to, a pipe that nobody fills, or more than may be."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Unprocessable("not_a_file", "It is no regular file.")
            data = file.read(LARGEST_FILE + 1)
    except IsADirectoryError:
        raise Unprocessable("not_a_file", "It is a folder.") from None
    except OSError as error:
        if path.is_symlink():
            raise Unprocessable("symbolic_link", "It is a symbolic link; only files in the folder are read.") from None
        raise Unprocessable("unreadable", f"It cannot be read: {error.strerror}.") from None
    if len(data) > LARGEST_FILE:
        raise TooLarge("file_too_large", f"It has more than the {LARGEST_FILE} bytes that are taken.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unprocessable("not_utf8", "It is no text in UTF-8.") from None


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        raise Unprocessable("nested_too_deep", "Its JSON is nested too deep to be read.") from None
    except ValueError:
        raise Unprocessable("not_json", "It is no JSON.") from None


def _not_seen(report: NewBugReport, seen: set[str]) -> str:
    legacy_id = report.legacy_id or ""
    if legacy_id in seen:
        raise Unprocessable("report_id_twice", "An earlier file of the folder has the same report_id.")
    seen.add(legacy_id)
    return legacy_id


def _is_known(studio: Studio, legacy_id: str) -> bool:
    with studio.work(write=False) as work:
        return bool(service.known_legacy(work, [legacy_id]))


def _taken_over(studio: Studio, report: NewBugReport, by: Actor) -> Sequence[Removed]:
    with studio.work(write=True) as work:
        receipt = service.create(work, studio.blobs, report, settings=studio.settings, by=by)
        work.commit()
    return receipt.redactions


def _tried(studio: Studio, report: NewBugReport) -> Sequence[Removed]:
    """What would be taken out; raises what taking it over would raise."""
    return clean(report, service.redactor(studio.settings)).redactions


def _with_good_screenshot(studio: Studio, name: str, report: NewBugReport) -> tuple[NewBugReport, list[LeftOut]]:
    """The report without its screenshot where that is none: what people wrote is worth more than a picture."""
    if report.screenshot is None:
        return report, []
    most = studio.settings.max_upload_bytes
    try:
        redact_png(png_of_data_url(report.screenshot, max_bytes=most), max_bytes=most)
    except PlatemarkError as error:
        return replace(report, screenshot=None), [LeftOut(name, error.code, error.detail)]
    return report, []
