"""``platemark bug-reports import`` imports each report of an older system once, with all fields and no secrets."""

from __future__ import annotations

import base64
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


def legacy_report(**fields: Any) -> dict[str, Any]:
    """A report of the older system; ``fields`` replace or extend the defaults."""
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
def write_file(folder: Path) -> Callable[..., Path]:
    """``write_file(name, content)`` writes a file into the folder; content other than bytes becomes JSON."""

    def write_file(name: str, content: Any) -> Path:
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    return write_file


def parse(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def list_reports(run: Run) -> list[dict[str, Any]]:
    """All reports, oldest first, with all fields."""
    listed = parse(run("bug-reports", "list", "--json"))
    return [parse(run("bug-reports", "show", report["id"], "--json")) for report in reversed(listed)]


def test_every_field_is_imported(run: Run, write_file: Callable[..., Path], folder: Path) -> None:
    write_file(
        "bug_1.json",
        legacy_report(
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
    (imported,) = list_reports(run)
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
        "legacy": {
            "priority": "high",
            "environment": {"backendUrl": "http://127.0.0.1:8000"},
            "recent_logs": [{"place": 2, "level": "x"}],
            "network_events": [{"place": 1, "method": "GET"}],
        },
    }
    assert [(log["level"], log["message"], log["timestamp"]) for log in imported["recent_logs"]] == [
        ("warn", "slow", "2026-09-21T14:13:20Z"),
        ("info", "a bare line", None),
    ]
    (event,) = imported["network_events"]
    assert (event["method"], event["url"], event["status"], event["duration_ms"]) == ("POST", "/api/albums", 500, 12.5)
    assert event["started_at"] == "2026-09-21T14:13:19Z"
    assert event["request_headers"] == {"Accept": "*/*", "X-Number": "5"}
    assert event["request_body"] == {"name": "Proofs", "big": str(2**60)}
    assert imported["trace_id"] == "4bf92f3577b34da6a3ce929d0e0e4736"


def test_what_the_older_system_calls_otherwise_is_kept(run: Run, write_file: Callable[..., Path], folder: Path) -> None:
    write_file(
        "bug_1.json",
        legacy_report(
            status="resolved",
            gitSha="0a1b2c3",
            environment={"buildTime": "2026-09-01T08:00:00Z", "version": "2.0"},
            clientMeta={"url": "/albums", "resolution": "1920x1080", "theme": "dark"},
            recentLogs=[
                {"level": "error", "args": ["Failed:", {"code": 7}], "serverTimestamp": 1_790_000_000_000},
                {"level": "log", "message": "seen", "args": [1], "id": 9},
                {"message": "plain", "data": {"a": 1}, "count": 3},
            ],
            networkEvents=[
                {
                    "id": "r1",
                    "url": "/api/albums",
                    "statusText": "Gone",
                    "statusCode": 410,
                    "startTime": "2026-09-21T14:13:19Z",
                    "duration": 12,
                    "requestHeaders": [{"name": "Accept", "value": "*/*"}, {"name": "Accept", "value": "text/html"}],
                    "responseHeaders": [["Server", "old"], ["X-Bad\n", "x"], ["only one"], 7],
                },
            ],
            resolution={"notes": "Fixed the query.", "commitSha": "9fceb02", "resolvedAt": "2026-10-02T00:00:00Z"},
            events=[{"at": "2026-10-02T00:00:00Z", "type": "resolved"}],
        ),
    )
    run("bug-reports", "import", str(folder))
    (imported,) = list_reports(run)
    assert (imported["notes"], imported["commit"], imported["status"]) == ("Fixed the query.", "9fceb02", "resolved")
    assert imported["environment"] == {
        "mode": None, "app_version": "2.0", "commit": "0a1b2c3", "built_at": "2026-09-01T08:00:00Z",
    }  # fmt: skip
    client = imported["client_meta"]
    assert (client["location_href"], client["viewport"]["width"], client["viewport"]["height"]) == (
        "/albums", 1920, 1080,
    )  # fmt: skip
    assert [(log["message"], log["timestamp"], log["data"]) for log in imported["recent_logs"]] == [
        ('Failed: {"code": 7}', "2026-09-21T14:13:20Z", {"args": ["Failed:", {"code": 7}]}),
        ("seen", None, {"args": [1], "id": 9}),
        ("plain", None, {"a": 1, "count": 3}),
    ]
    (event,) = imported["network_events"]
    assert (event["status"], event["started_at"], event["duration_ms"]) == (410, "2026-09-21T14:13:19Z", 12)
    assert (event["request_headers"], event["response_headers"]) == ({"Accept": "*/*, text/html"}, {"Server": "old"})
    kept = imported["app_state"]["legacy"]
    assert kept["network_events"] == [{"place": 0, "id": "r1", "statusText": "Gone"}]
    assert (kept["events"], kept["client_meta"]) == (
        [{"at": "2026-10-02T00:00:00Z", "type": "resolved"}], {"theme": "dark"},
    )  # fmt: skip
    assert kept["resolution"]["resolvedAt"] == "2026-10-02T00:00:00Z"


def test_subfolders_are_read_and_a_screenshot_beside_its_report(
    run: Run, write_file: Callable[..., Path], folder: Path, tmp_path: Path
) -> None:
    picture = base64.b64decode(png().partition(",")[2])
    for name in ("2026/09", "2026/10", "elsewhere"):
        (folder / name).mkdir(parents=True)
    write_file("bug_0.json", legacy_report(report_id="bug_0"))
    write_file("bug_0.png", b"not a picture")
    write_file("2026/09/bug_1.json", legacy_report(report_id="bug_1", screenshot="shots/screen.png"))
    write_file("2026/09/screen.png", picture)
    write_file("2026/10/bug_2.json", legacy_report(report_id="bug_2"))
    write_file("2026/10/bug_2.png", picture)
    write_file("2026/10/bug_3.json", legacy_report(report_id="bug_3", screenshotPath="C:\\old\\bug_2.png"))
    write_file("2026/10/bug_4.json", {"report_id": "bug_4"})
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "bug_9.json").write_text(json.dumps(legacy_report(report_id="bug_9")))
    (folder / "linked").symlink_to(tmp_path / "outside")
    (tmp_path / "secret.png").write_bytes(picture)
    (folder / "elsewhere" / "link.png").symlink_to(tmp_path / "secret.png")
    write_file("elsewhere/bug_5.json", legacy_report(report_id="bug_5", screenshot="link.png"))
    write_file("elsewhere/bug_6.json", legacy_report(report_id="bug_6", screenshot="../../secret.png"))
    result = parse(run("bug-reports", "import", str(folder), "--json"))
    found = {report["legacy_id"]: report["has_screenshot"] for report in list_reports(run)}
    assert found == {
        "bug_0": False, "bug_1": True, "bug_2": True, "bug_3": True, "bug_5": False, "bug_6": False,
    }  # fmt: skip
    assert [(it["file"], it["code"]) for it in result["skipped"]] == [("2026/10/bug_4.json", "submitted_at_invalid")]
    assert [(it["file"], it["code"]) for it in result["without_screenshot"]] == [
        ("bug_0.json", "screenshot_not_png"),
        ("elsewhere/bug_5.json", "symbolic_link"),
        ("elsewhere/bug_6.json", "screenshot_not_png"),
    ]


def test_no_secret_is_imported(run: Run, write_file: Callable[..., Path], folder: Path, studio: Studio) -> None:
    rows = [row for row in SECRETS if "network_events" in row.fragment or "recent_logs" in row.fragment]
    names = {"network_events": "networkEvents", "recent_logs": "recentLogs"}
    camel_case = {"request_headers": "requestHeaders", "response_headers": "responseHeaders"}
    camel_case |= {"request_body": "requestBody", "response_body": "responseBody"}
    for number, row in enumerate(rows):
        fields = {
            names[name]: [{camel_case.get(key, key): value for key, value in item.items()} for item in items]
            for name, items in row.fragment.items()
        }
        write_file(f"bug_{number}.json", legacy_report(report_id=f"bug_{number}", **fields))
    write_file(
        "bug_x.json",
        legacy_report(report_id="bug_x", screenshot=png_with_text_chunk(SECRET), unknownField={"password": SECRET}),
    )
    result = parse(run("bug-reports", "import", str(folder), "--json"))
    assert (result["imported_count"], result["skipped"], result["without_screenshot"]) == (len(rows) + 1, [], [])
    assert sum(redaction["count"] for redaction in result["redactions"]) > len(rows)
    stored = b"".join(
        path.read_bytes()
        for path in studio.settings.data_dir.rglob("*")
        if path.is_file() and folder not in path.parents
    )
    assert [row for row in rows if row.secret.encode() in stored] == []
    assert SECRET.encode() not in stored


def test_importing_again_creates_no_duplicates(run: Run, write_file: Callable[..., Path], folder: Path) -> None:
    write_file("bug_1.json", legacy_report())
    run("bug-reports", "import", str(folder))
    write_file("bug_2.json", legacy_report(report_id="bug_8"))
    again = parse(run("bug-reports", "import", str(folder), "--json"))
    assert (again["file_count"], again["imported_count"], again["known_count"], again["skipped"]) == (2, 1, 1, [])
    assert [report["legacy_id"] for report in list_reports(run)] in (["bug_7", "bug_8"], ["bug_8", "bug_7"])


def test_an_interrupted_import_resumes(
    run: Run, write_file: Callable[..., Path], folder: Path, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        write_file(f"bug_{number}.json", legacy_report(report_id=f"bug_{number}"))
    create, calls = service.create, []

    def interrupt(*arguments: Any, **options: Any) -> Any:
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return create(*arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(service, "create", interrupt)
        with pytest.raises(KeyboardInterrupt):
            legacy.import_folder(studio, folder, dry_run=False, by=SYSTEM)
    result = parse(run("bug-reports", "import", str(folder), "--json"))
    assert (result["imported_count"], result["known_count"]) == (2, 1)


def snapshot_of(folder: Path) -> dict[str, tuple[str, int]]:
    """The content and the modification time of each file."""
    return {
        str(path): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith("-shm")
    }


def test_a_dry_run_reports_the_same_and_writes_nothing(
    run: Run, write_file: Callable[..., Path], folder: Path, studio: Studio
) -> None:
    write_file("bug_1.json", legacy_report(screenshot=png(), appState={"password": "hunter2"}))
    write_file("bug_2.json", legacy_report(report_id="bug_8", status="gone"))
    write_file("bug_3.json", legacy_report(report_id="bug_9", screenshot="data:image/png;base64,AAAA"))
    run("bug-reports", "list")
    before = snapshot_of(studio.settings.data_dir)
    dry_run = parse(run("bug-reports", "import", str(folder), "--dry-run", "--json"))
    assert snapshot_of(studio.settings.data_dir) == before
    assert list_reports(run) == []
    result = parse(run("bug-reports", "import", str(folder), "--json"))
    assert dry_run == result | {"dry_run": True}
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
        (b'{"a":' * 101 + b"1" + b"}" * 101, "nested_too_deep"),
        (legacy_report(report_id=None), "report_id_missing"),
        (legacy_report(report_id=""), "report_id_missing"),
        (legacy_report(report_id=7), "report_id_invalid"),
        (legacy_report(report_id="../../etc/passwd"), "report_id_invalid"),
        (legacy_report(report_id="a" * 201), "report_id_invalid"),
        (legacy_report(report_id="bug\x00"), "report_id_invalid"),
        (legacy_report(report_id=SECRET), "report_id_invalid"),
        (legacy_report(status="gone"), "status_unknown"),
        (legacy_report(status=5), "status_unknown"),
        (legacy_report(submitted_at=None), "submitted_at_invalid"),
        (legacy_report(submitted_at="yesterday"), "submitted_at_invalid"),
        (legacy_report(submitted_at="0001-01-01T00:00:00+14:00"), "submitted_at_invalid"),
        (legacy_report(submitted_at="2999-01-01T00:00:00Z"), "submitted_at_invalid"),
        (legacy_report(submitted_at=1e300), "submitted_at_invalid"),
        (legacy_report(submitted_at=True), "submitted_at_invalid"),
        (legacy_report(description=" \n"), "description_missing"),
        (legacy_report(description={"a": 1}), "description_missing"),
        (legacy_report(appState=json.loads("[" * 40 + "]" * 40)), "nested_too_deep"),
        (legacy_report(recentLogs=[{"message": "x", "data": json.loads("[" * 40 + "]" * 40)}]), "nested_too_deep"),
    ],
)
def test_invalid_files_are_skipped_with_a_reason(
    run: Run, write_file: Callable[..., Path], folder: Path, content: Any, code: str
) -> None:
    write_file("bug_1.json", content)
    write_file("bug_2.json", legacy_report(report_id="good"))
    result = parse(run("bug-reports", "import", str(folder), "--json"))
    assert [(skipped["file"], skipped["code"]) for skipped in result["skipped"]] == [("bug_1.json", code)]
    assert SECRET not in json.dumps(result)
    assert [report["legacy_id"] for report in list_reports(run)] == ["good"]
    assert (
        f"skipped bug_1.json: {result['skipped'][0]['detail']} ({code})"
        in run("bug-reports", "import", str(folder)).stdout
    )


def test_symlinks_folders_and_pipes_are_not_read(
    run: Run, write_file: Callable[..., Path], folder: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside.json"
    outside.write_text(json.dumps(legacy_report()))
    (folder / "bug_1.json").symlink_to(outside)
    (folder / "bug_2.json").symlink_to(folder / "nothing")
    (folder / "bug_3.json").mkdir()
    os.mkfifo(folder / "bug_4.json")
    write_file("notes.json", legacy_report())
    result = parse(run("bug-reports", "import", str(folder), "--json"))
    assert [skipped["code"] for skipped in result["skipped"]] == [
        "symbolic_link",
        "symbolic_link",
        "not_a_file",
        "not_a_file",
    ]
    assert (result["file_count"], result["imported_count"], list_reports(run)) == (4, 0, [])


def test_files_above_the_size_limit_are_skipped_without_reading_them(
    run: Run, write_file: Callable[..., Path], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(legacy, "MAX_FILE_BYTES", 1000)
    write_file("bug_1.json", legacy_report(description="x" * 1000))
    write_file("bug_2.json", legacy_report(description="x" * 500))
    result = parse(run("bug-reports", "import", str(folder), "--json"))
    assert [(skipped["file"], skipped["code"]) for skipped in result["skipped"]] == [("bug_1.json", "file_too_large")]


def test_the_first_of_two_reports_with_one_id_is_imported(
    run: Run, write_file: Callable[..., Path], folder: Path
) -> None:
    write_file("bug_1.json", legacy_report(description="the first"))
    write_file("bug_2.json", legacy_report(description="the second"))
    result = parse(run("bug-reports", "import", str(folder), "--json"))
    assert [(skipped["file"], skipped["code"]) for skipped in result["skipped"]] == [("bug_2.json", "report_id_twice")]
    assert [report["description"] for report in list_reports(run)] == ["the first"]


@pytest.mark.parametrize("screenshot", ["data:image/jpeg;base64,AAAA", "shots/7.png", "data:image/png;base64,AAAA"])
def test_a_report_is_imported_without_its_invalid_screenshot(
    run: Run, write_file: Callable[..., Path], folder: Path, screenshot: str
) -> None:
    write_file("bug_1.json", legacy_report(screenshot=screenshot))
    result = parse(run("bug-reports", "import", str(folder), "--json"))
    assert [(skipped["file"], skipped["code"]) for skipped in result["without_screenshot"]] == [
        ("bug_1.json", "screenshot_not_png")
    ]
    assert [report["has_screenshot"] for report in list_reports(run)] == [False]


def test_invalid_characters_are_replaced(run: Run, write_file: Callable[..., Path], folder: Path) -> None:
    text = '"\\ud800 and \\u0000"'
    fields = legacy_report(description="@", appState={"@": "@"}, recentLogs=[{"message": "@"}])
    write_file("bug_1.json", json.dumps(fields).replace('"@"', text).encode())
    assert parse(run("bug-reports", "import", str(folder), "--json"))["imported_count"] == 1
    assert [report["description"] for report in list_reports(run)] == ["? and \ufffd"]


def test_imported_reports_keep_their_age_for_the_purge(
    run: Run, write_file: Callable[..., Path], folder: Path, studio: Studio
) -> None:
    write_file("bug_1.json", legacy_report(submitted_at="2020-01-01T00:00:00Z"))
    run("bug-reports", "import", str(folder))
    with studio.work(write=True) as work:
        result = retention.purge(work, 30, dry_run=False, settings=studio.settings, by=SYSTEM)
        work.commit()
    assert (result.purged_count, list_reports(run)) == (1, [])


def test_a_missing_folder_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("bug-reports", "import", str(tmp_path / "none")).exit_code == 2
