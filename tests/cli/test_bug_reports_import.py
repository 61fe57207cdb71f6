"""``platemark bug-reports import`` imports the reports of an older system: once, complete, without secrets."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from platemark.access import SYSTEM
from platemark.bug_reports import legacy, retention, service
from platemark.studio import Studio
from tests.unit.redaction.corpus import SECRETS, fake, png, png_with_text_chunk

Run = Callable[..., Result]
SECRET = fake("legacy", 36, prefix="gh" + "p_")


def report(**fields: Any) -> dict[str, Any]:
    return {
        "report_id": "bug_7",
        "status": "open",
        "submitted_at": "2026-10-01T12:00:00Z",
        "description": "The album stays empty",
    } | fields


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old").mkdir()
    return tmp_path / "old"


@pytest.fixture
def put(folder: Path) -> Callable[..., Path]:
    """``put(name, content)`` writes a file into the folder; content other than bytes becomes JSON."""

    def put(name: str, content: Any) -> Path:
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    return put


def parse(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def stored_reports(run: Run) -> list[dict[str, Any]]:
    """All reports, oldest first, with all fields."""
    listed = parse(run("bug-reports", "list", "--json"))
    return [parse(run("bug-reports", "show", it["id"], "--json")) for it in reversed(listed)]


def test_every_field_is_imported(run: Run, put: Callable[..., Path], folder: Path) -> None:
    put(
        "bug_1.json",
        report(
            status="in-progress",
            submitted_at=1_790_000_000_123,
            expectedBehavior="Pictures",
            actualBehavior="None",
            stepsToReproduce="Open it\n\nLook",
            environment={"mode": "production", "appVersion": "3.1", "backendUrl": "http://127.0.0.1:8000"},
            clientMeta={"locationHref": "/albums/7", "userAgent": "Mozilla", "viewport": {"width": 800, "height": 600}},
            appState={"albumId": 7},
            recentLogs=[
                {"level": "warn", "message": "slow", "timestamp": 1_790_000_000_000},
                "a bare line",
                {"level": "x"},
            ],
            networkEvents=[
                {
                    "method": "POST",
                    "url": "/api/albums",
                    "startedAt": "2026-09-21T14:13:19",
                    "durationMs": 12.5,
                    "status": 500,
                    "requestHeaders": {"Accept": "*/*", "Bad Name": "x", "X-Number": 5},
                    "requestBody": {"name": "Proofs", "big": 2**60},
                },
                {"method": "GET"},
            ],
            traceId="4bf92f3577b34da6a3ce929d0e0e4736",
            priority="high",
        ),
    )
    assert parse(run("bug-reports", "import", str(folder), "--json"))["imported_count"] == 1
    (imported,) = stored_reports(run)
    assert (imported["legacy_id"], imported["status"], imported["created_at"]) == (
        "bug_7",
        "in_progress",
        "2026-09-21T14:13:20.123000Z",
    )
    assert (imported["expected_behavior"], imported["actual_behavior"]) == ("Pictures", "None")
    assert imported["steps_to_reproduce"] == ["Open it", "Look"]
    assert imported["environment"] == {"mode": "production", "app_version": "3.1", "commit": None, "built_at": None}
    assert (imported["client_meta"]["location_href"], imported["client_meta"]["user_agent"]) == ("/albums/7", "Mozilla")
    assert imported["client_meta"]["viewport"] == {"width": 800, "height": 600, "device_pixel_ratio": None}
    assert imported["app_state"] == {
        "albumId": 7,
        "legacy": {"priority": "high", "environment": {"backendUrl": "http://127.0.0.1:8000"}},
    }
    assert [(it["level"], it["message"], it["timestamp"]) for it in imported["recent_logs"]] == [
        ("warn", "slow", "2026-09-21T14:13:20Z"),
        ("info", "a bare line", None),
    ]
    (event,) = imported["network_events"]
    assert (event["method"], event["url"], event["status"], event["duration_ms"]) == ("POST", "/api/albums", 500, 12.5)
    assert event["started_at"] == "2026-09-21T14:13:19Z"
    assert event["request_headers"] == {"Accept": "*/*"}
    assert event["request_body"] == {"name": "Proofs", "big": str(2**60)}
    assert imported["trace_id"] == "4bf92f3577b34da6a3ce929d0e0e4736"


def test_no_secret_is_imported(run: Run, put: Callable[..., Path], folder: Path, studio: Studio) -> None:
    rows = [row for row in SECRETS if "network_events" in row.fragment or "recent_logs" in row.fragment]
    names = {"network_events": "networkEvents", "recent_logs": "recentLogs"}
    humps = {"request_headers": "requestHeaders", "response_headers": "responseHeaders"}
    humps |= {"request_body": "requestBody", "response_body": "responseBody"}
    for number, row in enumerate(rows):
        fields = {
            names[name]: [{humps.get(key, key): it for key, it in item.items()} for item in items]
            for name, items in row.fragment.items()
        }
        put(f"bug_{number}.json", report(report_id=f"bug_{number}", **fields))
    put(
        "bug_x.json",
        report(report_id="bug_x", screenshot=png_with_text_chunk(SECRET), unknownField={"password": SECRET}),
    )
    done = parse(run("bug-reports", "import", str(folder), "--json"))
    assert (done["imported_count"], done["skipped"], done["without_screenshot"]) == (len(rows) + 1, [], [])
    assert sum(it["count"] for it in done["redactions"]) > len(rows)
    stored = b"".join(
        it.read_bytes() for it in studio.settings.data_dir.rglob("*") if it.is_file() and folder not in it.parents
    )
    assert [row for row in rows if row.secret.encode() in stored] == []
    assert SECRET.encode() not in stored


def test_importing_again_creates_no_duplicates(run: Run, put: Callable[..., Path], folder: Path) -> None:
    put("bug_1.json", report())
    run("bug-reports", "import", str(folder))
    put("bug_2.json", report(report_id="bug_8"))
    again = parse(run("bug-reports", "import", str(folder), "--json"))
    assert (again["file_count"], again["imported_count"], again["known_count"], again["skipped"]) == (2, 1, 1, [])
    assert [it["legacy_id"] for it in stored_reports(run)] in (["bug_7", "bug_8"], ["bug_8", "bug_7"])


def test_an_interrupted_import_resumes(
    run: Run, put: Callable[..., Path], folder: Path, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        put(f"bug_{number}.json", report(report_id=f"bug_{number}"))
    create, calls = service.create, []

    def interrupt(*arguments: Any, **more: Any) -> Any:
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return create(*arguments, **more)

    with monkeypatch.context() as patch:
        patch.setattr(service, "create", interrupt)
        with pytest.raises(KeyboardInterrupt):
            legacy.import_folder(studio, folder, dry_run=False, by=SYSTEM)
    done = parse(run("bug-reports", "import", str(folder), "--json"))
    assert (done["imported_count"], done["known_count"]) == (2, 1)


def fingerprint_of(folder: Path) -> dict[str, tuple[str, int]]:
    """The content and the modification time of each file."""
    return {
        str(it): (hashlib.sha256(it.read_bytes()).hexdigest(), it.stat().st_mtime_ns)
        for it in folder.rglob("*")
        if it.is_file() and not it.name.endswith("-shm")
    }


def test_a_dry_run_reports_the_same_and_writes_nothing(
    run: Run, put: Callable[..., Path], folder: Path, studio: Studio
) -> None:
    put("bug_1.json", report(screenshot=png(), appState={"password": "hunter2"}))
    put("bug_2.json", report(report_id="bug_8", status="gone"))
    put("bug_3.json", report(report_id="bug_9", screenshot="data:image/png;base64,AAAA"))
    run("bug-reports", "list")
    before = fingerprint_of(studio.settings.data_dir)
    dry = parse(run("bug-reports", "import", str(folder), "--dry-run", "--json"))
    assert fingerprint_of(studio.settings.data_dir) == before
    assert stored_reports(run) == []
    result = parse(run("bug-reports", "import", str(folder), "--json"))
    assert dry == result | {"dry_run": True}
    assert (result["imported_count"], len(result["skipped"]), len(result["without_screenshot"])) == (2, 1, 1)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{", "not_json"),
        (b"", "not_json"),
        (b"\xff\xfe{}", "not_utf8"),
        (b"[1]", "not_an_object"),
        (b"[" * 200_000, "nested_too_deep"),
        (b'{"a":' * 5000 + b"1" + b"}" * 5000, "nested_too_deep"),
        (report(report_id=None), "report_id_missing"),
        (report(report_id=""), "report_id_missing"),
        (report(report_id=7), "report_id_invalid"),
        (report(report_id="../../etc/passwd"), "report_id_invalid"),
        (report(report_id="a" * 201), "report_id_invalid"),
        (report(report_id="bug\x00"), "report_id_invalid"),
        (report(report_id=SECRET), "report_id_invalid"),
        (report(status="gone"), "status_unknown"),
        (report(status=5), "status_unknown"),
        (report(submitted_at=None), "submitted_at_invalid"),
        (report(submitted_at="yesterday"), "submitted_at_invalid"),
        (report(submitted_at="0001-01-01T00:00:00+14:00"), "submitted_at_invalid"),
        (report(submitted_at="2999-01-01T00:00:00Z"), "submitted_at_invalid"),
        (report(submitted_at=1e300), "submitted_at_invalid"),
        (report(submitted_at=True), "submitted_at_invalid"),
        (report(description=" \n"), "description_missing"),
        (report(description={"a": 1}), "description_missing"),
        (report(appState=json.loads("[" * 40 + "]" * 40)), "nested_too_deep"),
        (report(recentLogs=[{"message": "x", "data": json.loads("[" * 40 + "]" * 40)}]), "nested_too_deep"),
    ],
)
def test_invalid_files_are_skipped_with_a_reason(
    run: Run, put: Callable[..., Path], folder: Path, content: Any, code: str
) -> None:
    put("bug_1.json", content)
    put("bug_2.json", report(report_id="good"))
    done = parse(run("bug-reports", "import", str(folder), "--json"))
    assert [(it["file"], it["code"]) for it in done["skipped"]] == [("bug_1.json", code)]
    assert SECRET not in json.dumps(done)
    assert [it["legacy_id"] for it in stored_reports(run)] == ["good"]
    assert (
        f"skipped bug_1.json: {done['skipped'][0]['detail']} ({code})"
        in run("bug-reports", "import", str(folder)).stdout
    )


def test_symlinks_folders_and_pipes_are_not_read(
    run: Run, put: Callable[..., Path], folder: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside.json"
    outside.write_text(json.dumps(report()))
    (folder / "bug_1.json").symlink_to(outside)
    (folder / "bug_2.json").symlink_to(folder / "nothing")
    (folder / "bug_3.json").mkdir()
    os.mkfifo(folder / "bug_4.json")
    put("notes.json", report())
    done = parse(run("bug-reports", "import", str(folder), "--json"))
    assert [it["code"] for it in done["skipped"]] == ["symbolic_link", "symbolic_link", "not_a_file", "not_a_file"]
    assert (done["file_count"], done["imported_count"], stored_reports(run)) == (4, 0, [])


def test_too_large_files_are_skipped_unread(
    run: Run, put: Callable[..., Path], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(legacy, "MAX_FILE_BYTES", 1000)
    put("bug_1.json", report(description="x" * 1000))
    put("bug_2.json", report(description="x" * 500))
    done = parse(run("bug-reports", "import", str(folder), "--json"))
    assert [(it["file"], it["code"]) for it in done["skipped"]] == [("bug_1.json", "file_too_large")]


def test_the_first_of_two_reports_with_one_id_is_imported(run: Run, put: Callable[..., Path], folder: Path) -> None:
    put("bug_1.json", report(description="the first"))
    put("bug_2.json", report(description="the second"))
    done = parse(run("bug-reports", "import", str(folder), "--json"))
    assert [(it["file"], it["code"]) for it in done["skipped"]] == [("bug_2.json", "report_id_twice")]
    assert [it["description"] for it in stored_reports(run)] == ["the first"]


@pytest.mark.parametrize("screenshot", ["data:image/jpeg;base64,AAAA", "shots/7.png", "data:image/png;base64,AAAA"])
def test_a_report_is_imported_without_its_invalid_screenshot(
    run: Run, put: Callable[..., Path], folder: Path, screenshot: str
) -> None:
    put("bug_1.json", report(screenshot=screenshot))
    done = parse(run("bug-reports", "import", str(folder), "--json"))
    assert [(it["file"], it["code"]) for it in done["without_screenshot"]] == [("bug_1.json", "screenshot_not_png")]
    assert [it["has_screenshot"] for it in stored_reports(run)] == [False]


def test_invalid_characters_are_replaced(run: Run, put: Callable[..., Path], folder: Path) -> None:
    text = '"\\ud800 and \\u0000"'
    fields = report(description="@", appState={"@": "@"}, recentLogs=[{"message": "@"}])
    put("bug_1.json", json.dumps(fields).replace('"@"', text).encode())
    assert parse(run("bug-reports", "import", str(folder), "--json"))["imported_count"] == 1
    assert [it["description"] for it in stored_reports(run)] == ["? and \ufffd"]


def test_imported_reports_keep_their_age_for_the_purge(
    run: Run, put: Callable[..., Path], folder: Path, studio: Studio
) -> None:
    put("bug_1.json", report(submitted_at="2020-01-01T00:00:00Z"))
    run("bug-reports", "import", str(folder))
    with studio.work(write=True) as work:
        done = retention.purge(work, 30, dry_run=False, settings=studio.settings, by=SYSTEM)
        work.commit()
    assert (done.purged_count, stored_reports(run)) == (1, [])


def test_a_missing_folder_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("bug-reports", "import", str(tmp_path / "none")).exit_code == 2
