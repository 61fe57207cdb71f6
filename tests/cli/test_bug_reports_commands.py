"""``platemark bug-reports`` prints the same JSON as the API."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from sqlalchemy import select

from platemark.access import SYSTEM
from platemark.bug_reports import service as bug_reports
from platemark.bug_reports.views import NewBugReport
from platemark.clock import utc_now
from platemark.db.tables import BugReportRow
from platemark.ids import new_id
from platemark.studio import Studio
from platemark.worker import schedule
from tests.populate import png
from tests.reports import bug_report_row, data_url
from tests.serving import serve

Run = Callable[..., Result]
DAY = timedelta(days=1)


def parse(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def create_report(studio: Studio, description: str = "The album stays empty", **fields: Any) -> str:
    """Create a report and return its id."""
    new_report = NewBugReport(description=description, screenshot=data_url(png()), **fields)
    with studio.work(write=True) as work:
        receipt = bug_reports.create(work, studio, new_report, by=SYSTEM)
        work.commit()
    return str(receipt.id)


def insert_reports(studio: Studio, *rows: BugReportRow) -> list[str]:
    ids = [str(row.id) for row in rows]
    with studio.work(write=True) as work:
        work.session.add_all(rows)
        work.commit()
    return ids


def list_stored_ids(studio: Studio) -> list[str]:
    with studio.work(write=False) as work:
        return [str(report_id) for report_id in work.session.scalars(select(BugReportRow.id).order_by(BugReportRow.id))]


def test_every_result_equals_the_response_of_the_api(run: Run, studio: Studio, tmp_path: Path) -> None:
    secret = "hunter" + "2-blue"
    state = {"password": secret, "open": [1, {"a": None}]}
    first = create_report(studio, app_state=state, network_events=[{"method": "GET", "url": "/x", "status": 500}])
    again = create_report(studio)
    parse(run("bug-reports", "update", first, "--status", "in_progress", "--notes", "seen", "--json"))
    shown = parse(run("bug-reports", "show", first, "--json"))
    listed = parse(run("bug-reports", "list", "--json"))
    exported = json.loads(run("bug-reports", "export", first).stdout)
    purge = parse(run("bug-reports", "purge", "--older-than-days", "0", "--dry-run", "--json"))
    with serve(studio) as live, live.client(live.token("admin")) as client:
        assert client.get(f"/bug-reports/{first}").json() == shown
        assert client.get("/bug-reports").json()["items"] == listed
        api_export = client.get(f"/bug-reports/{first}/export").json()
        api_purge = client.post("/bug-reports/purge", json={"older_than_days": 0, "dry_run": True}).json()
    assert {**api_export, "exported_at": None} == {**exported, "exported_at": None}
    assert {**api_purge, "before": None} == {**purge, "before": None}
    assert [report["id"] for report in listed] == [again, first]
    assert secret not in json.dumps([shown, exported])
    file = tmp_path / "bundle.json"
    assert parse(run("bug-reports", "export", first, "--output", str(file), "--json"))["file"] == str(file)
    assert json.loads(file.read_text("utf-8"))["report"] == shown


def test_reports_are_filtered(run: Run, studio: Studio) -> None:
    first, second = create_report(studio, "a torn plate"), create_report(studio, "a faded plate")
    parse(run("bug-reports", "update", first, "--status", "resolved", "--commit", "9fceb02", "--json"))

    def list_ids(*options: str) -> list[str]:
        return [report["id"] for report in parse(run("bug-reports", "list", *options, "--json"))]

    assert list_ids() == [second, first]
    assert list_ids("--status", "resolved") == [first]
    assert list_ids("--q", "FADED") == [second]
    parse(run("bug-reports", "update", second, "--duplicate-of", first, "--json"))
    assert list_ids("--grouped") == [first]
    assert parse(run("bug-reports", "update", second, "--no-duplicate", "--json"))["duplicate_of"] is None
    lines = run("bug-reports", "list").stdout.splitlines()
    assert lines[0] == "status\treported\tduplicates\tdescription\tid"
    assert len(lines) == 3


def test_control_characters_do_not_reach_the_terminal(run: Run, studio: Studio) -> None:
    report_id = create_report(studio, "torn\x1b[2Jplate\nand more")
    parse(run("bug-reports", "update", report_id, "--notes", "see\x1b]0;x\x07 there", "--json"))
    for arguments in (("show", report_id), ("list",)):
        result = run("bug-reports", *arguments)
        assert result.exit_code == 0
        assert "plate" in result.stdout
        assert not any(ord(character) < 32 and character not in "\n\t" for character in result.stdout)


def test_a_report_is_deleted(run: Run, studio: Studio) -> None:
    report_id = create_report(studio)
    assert parse(run("bug-reports", "delete", report_id, "--json")) == {"id": report_id, "deleted": True}
    assert list_stored_ids(studio) == []
    for arguments in (("show",), ("delete",), ("export",), ("update", "--status", "open")):
        refused = run("bug-reports", arguments[0], report_id, *arguments[1:], "--json")
        assert (refused.exit_code, json.loads(refused.stderr)["code"]) == (1, "bug_report_not_found")


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "../../etc/passwd"),
        ("update", str(new_id())),
        ("update", str(new_id()), "--duplicate-of", str(new_id()), "--no-duplicate"),
        ("purge", "--older-than-days", "-1"),
    ],
)
def test_invalid_or_contradictory_arguments_exit_with_two(run: Run, arguments: tuple[str, ...]) -> None:
    assert run("bug-reports", *arguments).exit_code == 2


def purge_by_command(run: Run, _studio: Studio) -> None:
    assert run("bug-reports", "purge").exit_code == 0


def purge_by_api(_run: Run, studio: Studio) -> None:
    with serve(studio) as live, live.client(live.token("admin")) as client:
        assert client.post("/bug-reports/purge", json={}).status_code == 200


def purge_by_schedule(_run: Run, studio: Studio) -> None:
    tasks = [task for task in schedule.SCHEDULED_TASKS if task.name == "stale_bug_reports"]
    assert schedule.run_due_tasks(studio.database, studio.settings, tasks) == ["stale_bug_reports"]


@pytest.mark.parametrize("purge", [purge_by_command, purge_by_api, purge_by_schedule])
def test_command_api_and_schedule_purge_the_same_reports(
    run: Run, studio: Studio, purge: Callable[[Run, Studio], None]
) -> None:
    """``tests/worker/test_celery.py`` checks the same for the Celery task, over a broker."""
    now = utc_now()
    ages = (30 * DAY, 31 * DAY, 400 * DAY, 30 * DAY - timedelta(minutes=5), 29 * DAY, timedelta())
    ids = insert_reports(studio, *(bug_report_row(now - age) for age in ages))
    purge(run, studio)
    assert list_stored_ids(studio) == sorted(ids[3:])


def test_a_dry_run_leaves_the_database_file_untouched(studio: Studio) -> None:
    (old,) = insert_reports(studio, bug_report_row(utc_now() - 60 * DAY))
    studio.database.dispose()
    environ = {**os.environ, "PLATEMARK_DATA_DIR": str(studio.settings.data_dir)}
    command = [sys.executable, "-m", "platemark.entrypoints.main", "bug-reports", "purge", "--json"]

    def purge(*options: str) -> Any:
        result = subprocess.run([*command, *options], env=environ, capture_output=True, text=True, check=True)
        return json.loads(result.stdout)

    purge("--dry-run")  # the first start of a studio installs the sample sets,
    purge("--dry-run")  # and the second may still find them in the write-ahead log
    file = studio.settings.data_dir / "platemark.db"
    before = (file.stat().st_mtime_ns, file.read_bytes())
    assert [report["id"] for report in purge("--dry-run")["items"]] == [old]
    assert (file.stat().st_mtime_ns, file.read_bytes()) == before
    assert list_stored_ids(studio) == [old]
    assert purge()["purged_count"] == 1
    assert list_stored_ids(studio) == []
