"""``platemark bug-reports import``: the reports of an older system come over once, whole, and without their secrets."""

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
from tests.unit.redaction.corpus import SECRETS, in_text_chunk, made, png

Run = Callable[..., Result]
SECRET = made("legacy", 36, prefix="gh" + "p_")


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
    """Write a report, or any text, as a file of the folder."""

    def put(name: str, content: Any) -> Path:
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    return put


def said(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def shown(run: Run) -> list[dict[str, Any]]:
    """All reports, oldest first, whole."""
    listed = said(run("bug-reports", "list", "--json"))
    return [said(run("bug-reports", "show", it["id"], "--json")) for it in reversed(listed)]


def test_every_field_finds_its_place(run: Run, put: Callable[..., Path], folder: Path) -> None:
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
    assert said(run("bug-reports", "import", str(folder), "--json"))["imported_count"] == 1
    (found,) = shown(run)
    assert (found["legacy_id"], found["status"], found["created_at"]) == (
        "bug_7",
        "in_progress",
        "2026-09-21T14:13:20.123000Z",
    )
    assert (found["expected_behavior"], found["actual_behavior"]) == ("Pictures", "None")
    assert found["steps_to_reproduce"] == ["Open it", "Look"]
    assert found["environment"] == {"mode": "production", "app_version": "3.1", "commit": None, "built_at": None}
    assert (found["client_meta"]["location_href"], found["client_meta"]["user_agent"]) == ("/albums/7", "Mozilla")
    assert found["client_meta"]["viewport"] == {"width": 800, "height": 600, "device_pixel_ratio": None}
    assert found["app_state"] == {
        "albumId": 7,
        "legacy": {"priority": "high", "environment": {"backendUrl": "http://127.0.0.1:8000"}},
    }
    assert [(it["level"], it["message"], it["timestamp"]) for it in found["recent_logs"]] == [
        ("warn", "slow", "2026-09-21T14:13:20Z"),
        ("info", "a bare line", None),
    ]
    (event,) = found["network_events"]
    assert (event["method"], event["url"], event["status"], event["duration_ms"]) == ("POST", "/api/albums", 500, 12.5)
    assert event["started_at"] == "2026-09-21T14:13:19Z"
    assert event["request_headers"] == {"Accept": "*/*"}
    assert event["request_body"] == {"name": "Proofs", "big": str(2**60)}
    assert found["trace_id"] == "4bf92f3577b34da6a3ce929d0e0e4736"


def test_no_secret_comes_over(run: Run, put: Callable[..., Path], folder: Path, studio: Studio) -> None:
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
    put("bug_x.json", report(report_id="bug_x", screenshot=in_text_chunk(SECRET), unknownField={"password": SECRET}))
    done = said(run("bug-reports", "import", str(folder), "--json"))
    assert (done["imported_count"], done["skipped"], done["without_screenshot"]) == (len(rows) + 1, [], [])
    assert sum(it["count"] for it in done["redactions"]) > len(rows)
    kept = b"".join(
        it.read_bytes() for it in studio.settings.data_dir.rglob("*") if it.is_file() and folder not in it.parents
    )
    assert [row for row in rows if row.secret.encode() in kept] == []
    assert SECRET.encode() not in kept


def test_again_makes_none_twice(run: Run, put: Callable[..., Path], folder: Path) -> None:
    put("bug_1.json", report())
    run("bug-reports", "import", str(folder))
    put("bug_2.json", report(report_id="bug_8"))
    again = said(run("bug-reports", "import", str(folder), "--json"))
    assert (again["file_count"], again["imported_count"], again["known_count"], again["skipped"]) == (2, 1, 1, [])
    assert [it["legacy_id"] for it in shown(run)] in (["bug_7", "bug_8"], ["bug_8", "bug_7"])


def test_an_import_that_was_cut_off_goes_on(
    run: Run, put: Callable[..., Path], folder: Path, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        put(f"bug_{number}.json", report(report_id=f"bug_{number}"))
    create, calls = service.create, []

    def dies(*arguments: Any, **more: Any) -> Any:
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return create(*arguments, **more)

    with monkeypatch.context() as patch:
        patch.setattr(service, "create", dies)
        with pytest.raises(KeyboardInterrupt):
            legacy.import_folder(studio, folder, dry_run=False, by=SYSTEM)
    done = said(run("bug-reports", "import", str(folder), "--json"))
    assert (done["imported_count"], done["known_count"]) == (2, 1)


def fingerprint_of(folder: Path) -> dict[str, tuple[str, int]]:
    """The content and the time of each file."""
    return {
        str(it): (hashlib.sha256(it.read_bytes()).hexdigest(), it.stat().st_mtime_ns)
        for it in folder.rglob("*")
        if it.is_file() and not it.name.endswith("-shm")
    }


def test_a_dry_run_tells_the_same_and_writes_nothing(
    run: Run, put: Callable[..., Path], folder: Path, studio: Studio
) -> None:
    put("bug_1.json", report(screenshot=png(), appState={"password": "hunter2"}))
    put("bug_2.json", report(report_id="bug_8", status="gone"))
    put("bug_3.json", report(report_id="bug_9", screenshot="data:image/png;base64,AAAA"))
    run("bug-reports", "list")
    before = fingerprint_of(studio.settings.data_dir)
    dry = said(run("bug-reports", "import", str(folder), "--dry-run", "--json"))
    assert fingerprint_of(studio.settings.data_dir) == before
    assert shown(run) == []
    wet = said(run("bug-reports", "import", str(folder), "--json"))
    assert dry == wet | {"dry_run": True}
    assert (wet["imported_count"], len(wet["skipped"]), len(wet["without_screenshot"])) == (2, 1, 1)


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
def test_what_cannot_be_taken_over_is_skipped_by_a_named_reason(
    run: Run, put: Callable[..., Path], folder: Path, content: Any, code: str
) -> None:
    put("bug_1.json", content)
    put("bug_2.json", report(report_id="good"))
    done = said(run("bug-reports", "import", str(folder), "--json"))
    assert [(it["file"], it["code"]) for it in done["skipped"]] == [("bug_1.json", code)]
    assert SECRET not in json.dumps(done)
    assert [it["legacy_id"] for it in shown(run)] == ["good"]
    assert (
        f"skipped bug_1.json: {done['skipped'][0]['detail']} ({code})"
        in run("bug-reports", "import", str(folder)).stdout
    )


def test_links_folders_and_pipes_are_not_read(run: Run, put: Callable[..., Path], folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.json"
    outside.write_text(json.dumps(report()))
    (folder / "bug_1.json").symlink_to(outside)
    (folder / "bug_2.json").symlink_to(folder / "nothing")
    (folder / "bug_3.json").mkdir()
    os.mkfifo(folder / "bug_4.json")
    put("notes.json", report())
    done = said(run("bug-reports", "import", str(folder), "--json"))
    assert [it["code"] for it in done["skipped"]] == ["symbolic_link", "symbolic_link", "not_a_file", "not_a_file"]
    assert (done["file_count"], done["imported_count"], shown(run)) == (4, 0, [])


def test_huge_files_are_skipped_unread(
    run: Run, put: Callable[..., Path], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(legacy, "MAX_FILE_BYTES", 1000)
    put("bug_1.json", report(description="x" * 1000))
    put("bug_2.json", report(description="x" * 500))
    done = said(run("bug-reports", "import", str(folder), "--json"))
    assert [(it["file"], it["code"]) for it in done["skipped"]] == [("bug_1.json", "file_too_large")]


def test_the_first_of_two_with_one_id_comes_over(run: Run, put: Callable[..., Path], folder: Path) -> None:
    put("bug_1.json", report(description="the first"))
    put("bug_2.json", report(description="the second"))
    done = said(run("bug-reports", "import", str(folder), "--json"))
    assert [(it["file"], it["code"]) for it in done["skipped"]] == [("bug_2.json", "report_id_twice")]
    assert [it["description"] for it in shown(run)] == ["the first"]


@pytest.mark.parametrize("screenshot", ["data:image/jpeg;base64,AAAA", "shots/7.png", "data:image/png;base64,AAAA"])
def test_a_report_comes_over_without_a_screenshot_that_is_none(
    run: Run, put: Callable[..., Path], folder: Path, screenshot: str
) -> None:
    put("bug_1.json", report(screenshot=screenshot))
    done = said(run("bug-reports", "import", str(folder), "--json"))
    assert [(it["file"], it["code"]) for it in done["without_screenshot"]] == [("bug_1.json", "screenshot_not_png")]
    assert [it["has_screenshot"] for it in shown(run)] == [False]


def test_odd_letters_do_not_stop_it(run: Run, put: Callable[..., Path], folder: Path) -> None:
    text = '"\\ud800 and \\u0000"'
    fields = report(description="@", appState={"@": "@"}, recentLogs=[{"message": "@"}])
    put("bug_1.json", json.dumps(fields).replace('"@"', text).encode())
    assert said(run("bug-reports", "import", str(folder), "--json"))["imported_count"] == 1
    assert [it["description"] for it in shown(run)] == ["? and \ufffd"]


def test_old_reports_are_as_old_for_the_purge_as_they_are(
    run: Run, put: Callable[..., Path], folder: Path, studio: Studio
) -> None:
    put("bug_1.json", report(submitted_at="2020-01-01T00:00:00Z"))
    run("bug-reports", "import", str(folder))
    with studio.work(write=True) as work:
        done = retention.purge(work, 30, dry_run=False, settings=studio.settings, by=SYSTEM)
        work.commit()
    assert (done.purged_count, shown(run)) == (1, [])


def test_a_folder_that_is_none_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("bug-reports", "import", str(tmp_path / "none")).exit_code == 2
