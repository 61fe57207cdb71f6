"""Bug reports over HTTP: created, reviewed, exported, deleted and purged."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from platemark.clock import utc_now
from platemark.db.tables import BugReportChangeRow, BugReportPurgeRow, BugReportRow
from platemark.settings import Settings
from tests.conftest import ClientFor
from tests.populate import MERGE_PATCH, ok_json, png
from tests.reports import bug_report_row, data_url, submission
from tests.serving import Live

UNKNOWN_ID = "01a204f8-2f06-777b-b415-8da7fd61ae84"


def create_report(client: httpx.Client, **changes: Any) -> dict[str, Any]:
    """Report a bug and return the receipt."""
    return ok_json(client.post("/bug-reports", json=submission(**changes)))


def update_report(
    client: httpx.Client, bug_report_id: str, headers: dict[str, str] | None = None, **changes: Any
) -> Any:
    path = f"/bug-reports/{bug_report_id}"
    return client.patch(path, json=changes, headers={**MERGE_PATCH, **(headers or {})})


def list_ids(client: httpx.Client, **filters: Any) -> list[str]:
    response = client.get("/bug-reports", params=filters)
    assert response.status_code == 200, response.text
    return [item["id"] for item in response.json()["items"]]


def insert_reports(live: Live, *rows: BugReportRow) -> None:
    with live.studio.work(write=True) as work:
        work.session.add_all(rows)
        work.commit()


def count_rows(live: Live, table: Any) -> int:
    with live.studio.work(write=False) as work:
        return work.session.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def count_blobs(live: Live) -> int:
    return sum(path.is_file() for path in live.studio.settings.blobs_dir.rglob("*"))


def test_a_report_is_returned_as_it_was_submitted(as_role: ClientFor) -> None:
    receipt = create_report(as_role("viewer"))
    detail = as_role("admin").get(f"/bug-reports/{receipt['id']}").json()
    submitted = submission()
    assert detail["status"] == "open"
    assert detail["duplicate_of"] is None
    assert (detail["redactions"], detail["history"], detail["notes"], detail["job_ids"]) == ([], [], "", [])
    for name in ("description", "expected_behavior", "actual_behavior", "steps_to_reproduce", "app_state"):
        assert detail[name] == submitted[name], name
    for name in ("environment", "client_meta"):
        assert {key: detail[name][key] for key in submitted[name]}.items() >= {
            key: value for key, value in submitted[name].items() if key != "viewport"
        }.items()
    assert detail["client_meta"]["viewport"] == {"width": 1280, "height": 800, "device_pixel_ratio": None}
    for name in ("recent_logs", "network_events"):
        assert [
            {key: actual[key] for key in expected}
            for actual, expected in zip(detail[name], submitted[name], strict=True)
        ] == submitted[name]


def test_steps_may_be_one_text_and_only_the_description_is_required(as_role: ClientFor) -> None:
    client = as_role("admin")
    bare = ok_json(client.post("/bug-reports", json={"description": "It fails"}))
    assert client.get(f"/bug-reports/{bare['id']}").json()["steps_to_reproduce"] == []
    receipt = ok_json(client.post("/bug-reports", json={"description": "x", "steps_to_reproduce": " one \n\ntwo\n"}))
    assert client.get(f"/bug-reports/{receipt['id']}").json()["steps_to_reproduce"] == ["one", "two"]


def test_timestamps_are_returned_in_utc(as_role: ClientFor) -> None:
    client = as_role("admin")
    receipt = create_report(client, recent_logs=[{"message": "x", "timestamp": "2026-11-22T10:30:00.25+01:00"}])
    (log,) = client.get(f"/bug-reports/{receipt['id']}").json()["recent_logs"]
    assert log["timestamp"] == "2026-11-22T09:30:00.250000Z"


def test_a_trace_id_links_a_report_to_the_jobs_of_that_request(as_role: ClientFor) -> None:
    client = as_role("admin")
    trace = {"X-Trace-Id": "trace-of-a-job-0001"}
    job = ok_json(client.post("/jobs", json={"kind": "generate", "prompt": "a fox"}, headers=trace))
    receipt = create_report(client, trace_id="trace-of-a-job-0001")
    assert receipt["trace_id"] == "trace-of-a-job-0001"
    assert client.get(f"/bug-reports/{receipt['id']}").json()["job_ids"] == [job["id"]]
    assert client.get(f"/bug-reports/{receipt['id']}/export").json()["jobs"][0]["id"] == job["id"]
    own = client.post("/bug-reports", json={"description": "x"}, headers={"X-Trace-Id": "trace-of-the-report"})
    assert own.json()["trace_id"] == "trace-of-the-report"
    assert list_ids(client, trace_id="trace-of-the-report") == [own.json()["id"]]


def test_the_screenshot_is_a_png_of_the_pixels(as_role: ClientFor) -> None:
    client = as_role("admin")
    receipt = create_report(client)
    detail = client.get(f"/bug-reports/{receipt['id']}").json()
    assert detail["screenshot_url"] == f"/api/v1/bug-reports/{receipt['id']}/screenshot"
    path = f"/bug-reports/{receipt['id']}/screenshot"
    response = client.get(path)
    assert (response.status_code, response.headers["content-type"]) == (200, "image/png")
    again = client.get(path, headers={"If-None-Match": response.headers["etag"]})
    assert again.status_code == 304
    assert client.get(path, headers={"Range": "bytes=1-3"}).content == b"PNG"
    bare = create_report(client, screenshot=None)
    missing = client.get(f"/bug-reports/{bare['id']}/screenshot")
    assert (missing.status_code, missing.json()["code"]) == (404, "screenshot_not_found")


def test_the_export_is_a_file_with_report_and_screenshot(as_role: ClientFor) -> None:
    client = as_role("admin")
    receipt = create_report(client)
    response = client.get(f"/bug-reports/{receipt['id']}/export")
    assert response.headers["content-disposition"] == f'attachment; filename="bug-report-{receipt["id"]}.json"'
    export = response.json()
    assert export["report"] == client.get(f"/bug-reports/{receipt['id']}").json()
    assert export["screenshot"] == data_url(client.get(f"/bug-reports/{receipt['id']}/screenshot").content)


def test_lists_are_filtered_and_paginated(as_role: ClientFor) -> None:
    client = as_role("admin")
    names = [f"Plate {number} is torn" for number in range(5)]
    ids = [ok_json(client.post("/bug-reports", json={"description": name}))["id"] for name in names]
    update_report(client, ids[1], status="resolved")
    update_report(client, ids[2], notes="seen on the SECOND press")
    assert list_ids(client) == ids[::-1]
    assert list_ids(client, q="plate 3") == [ids[3]]
    assert list_ids(client, q="second") == [ids[2]]
    assert list_ids(client, status="resolved") == [ids[1]]
    assert list_ids(client, status=["resolved", "open"], limit=2) == [ids[4], ids[3]]
    first = client.get("/bug-reports", params={"limit": 3}).json()
    assert list_ids(client, cursor=first["next_cursor"]) == ids[1::-1]


def test_duplicates_are_detected_counted_and_grouped(as_role: ClientFor) -> None:
    client = as_role("admin")
    first = create_report(client)
    again = create_report(client, description="Still empty", recent_logs=[same_error_elsewhere()])
    other = create_report(client, recent_logs=[{"level": "error", "message": "Something else"}])
    assert (first["duplicate_of"], again["duplicate_of"], other["duplicate_of"]) == (None, first["id"], None)
    assert list_ids(client, grouped=True) == [other["id"], first["id"]]
    detail = client.get(f"/bug-reports/{first['id']}").json()
    assert detail["duplicate_count"] == 1
    assert list_ids(client, fingerprint=detail["fingerprint"]) == [again["id"], first["id"]]
    update_report(client, first["id"], status="resolved")
    update_report(client, again["id"], status="resolved")
    assert create_report(client)["duplicate_of"] is None, "a report is no duplicate of a resolved one"


def same_error_elsewhere() -> dict[str, Any]:
    stack = "TypeError: images is undefined\n    at show (https://studio.example.com/static/studio.js:43:9)"
    return {"level": "error", "message": "TypeError: images is undefined", "stack": stack}


def test_every_change_is_in_the_history(live: Live, as_role: ClientFor) -> None:
    client = as_role("admin")
    receipt, other = create_report(client), create_report(client, recent_logs=[])
    changes = [
        {"status": "in_progress"},
        {"notes": "It is the album's cover.", "commit": "9fceb02"},
        {"duplicate_of": other["id"], "status": "dismissed"},
        {"duplicate_of": None, "commit": None},
    ]
    for fields in changes:
        assert update_report(client, receipt["id"], **fields).status_code == 200
    detail = client.get(f"/bug-reports/{receipt['id']}").json()
    history = [
        {field["field"]: (field["before"], field["after"]) for field in entry["changes"]} for entry in detail["history"]
    ]
    assert history == [
        {"commit": ("9fceb02", None), "duplicate_of": (other["id"], None)},
        {"status": ("in_progress", "dismissed"), "duplicate_of": (None, other["id"])},
        {"notes": ("", "It is the album's cover."), "commit": (None, "9fceb02")},
        {"status": ("open", "in_progress")},
    ]
    assert all(entry["by"] is not None for entry in detail["history"])
    same = update_report(client, receipt["id"], status="dismissed", notes="It is the album's cover.")
    assert len(same.json()["history"]) == 4, "an update that changes nothing adds no entry to the history"
    assert same.headers["etag"] == '"5"'
    assert client.delete(f"/bug-reports/{receipt['id']}").status_code == 204
    assert count_rows(live, BugReportChangeRow) == 0


def test_an_outdated_etag_is_refused(as_role: ClientFor) -> None:
    client = as_role("admin")
    receipt = create_report(client)
    assert update_report(client, receipt["id"], {"If-Match": '"1"'}, status="in_progress").status_code == 200
    late = update_report(client, receipt["id"], {"If-Match": '"1"'}, status="resolved")
    assert late.status_code == 412
    assert client.delete(f"/bug-reports/{receipt['id']}", headers={"If-Match": '"1"'}).status_code == 412
    assert client.delete(f"/bug-reports/{receipt['id']}", headers={"If-Match": '"2"'}).status_code == 204


def test_the_same_idempotency_key_creates_one_report(live: Live, as_role: ClientFor) -> None:
    client, key = as_role("viewer"), {"Idempotency-Key": "once-and-never-again"}
    first = client.post("/bug-reports", json=submission(), headers=key)
    again = client.post("/bug-reports", json=submission(), headers=key)
    assert (again.json(), again.headers["idempotency-replayed"]) == (first.json(), "true")
    assert count_rows(live, BugReportRow) == 1


DEEP: Any = "end"
for _ in range(200):
    DEEP = {"inner": DEEP}

EVENT = {"method": "GET", "url": "/api/v1/albums"}
BAD = [
    (
        "a screenshot of 10 MB",
        {"screenshot": data_url(b"\x89PNG\r\n\x1a\n" + bytes(10_000_000))},
        413,
        "content_too_large",
    ),
    ("a screenshot that is a JPEG", {"screenshot": "data:image/jpeg;base64,AAAA"}, 400, "does_not_fit"),
    ("a screenshot whose bytes are not a PNG", {"screenshot": data_url(b"GIF89a")}, 422, "screenshot_not_png"),
    ("a truncated screenshot", {"screenshot": data_url(png()[:-30])}, 422, "screenshot_not_png"),
    ("a screenshot in invalid base64", {"screenshot": "data:image/png;base64,AAAAA"}, 422, "screenshot_not_png"),
    ("state 200 levels deep", {"app_state": DEEP}, 422, "nested_too_deep"),
    ("a log 200 levels deep", {"recent_logs": [{"message": "x", "data": DEEP}]}, 422, "nested_too_deep"),
    ("a body 200 levels deep", {"network_events": [{**EVENT, "response_body": DEEP}]}, 422, "nested_too_deep"),
    ("a log that is nested", {"recent_logs": [DEEP]}, 400, "does_not_fit"),
    ("NUL in a text", {"description": "a\x00b"}, 400, "does_not_fit"),
    ("NUL in a log", {"recent_logs": [{"message": "a\x00b"}]}, 400, "does_not_fit"),
    ("NUL deep in the state", {"app_state": {"a": [{"b": "\x00"}]}}, 400, "does_not_fit"),
    ("NUL in a key of the state", {"app_state": {"a\x00": 1}}, 400, "does_not_fit"),
    ("5000 requests", {"network_events": [EVENT] * 5000}, 400, "does_not_fit"),
    ("an unknown field", {"unheard_of": 1}, 400, "does_not_fit"),
    ("no description", {"description": ""}, 400, "does_not_fit"),
]


@pytest.mark.parametrize(("changes", "status", "code"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_bad_input_gets_a_declared_problem_and_stores_nothing(
    live: Live, as_role: ClientFor, changes: dict[str, Any], status: int, code: str
) -> None:
    blobs_before = count_blobs(live)
    response = as_role("viewer").post("/bug-reports", json=submission(**changes))
    assert (response.status_code, response.json()["code"]) == (status, code), response.text[:500]
    assert (count_rows(live, BugReportRow), count_blobs(live)) == (0, blobs_before)


def test_one_report_more_than_the_limit_of_an_hour_is_refused_with_the_time_to_wait(as_role: ClientFor) -> None:
    viewer, limit = as_role("viewer"), Settings().bug_reports_per_hour
    statuses = [viewer.post("/bug-reports", json={"description": f"It fails {n}"}).status_code for n in range(limit)]
    assert set(statuses) == {201}
    refused = viewer.post("/bug-reports", json={"description": "It fails again"})
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_reports")
    assert 0 < int(refused.headers["Retry-After"]) <= 3600
    assert as_role("viewer").post("/bug-reports", json={"description": "It fails"}).status_code == 201


@pytest.mark.parametrize("text", ['{"description": "\\ud800"}', '{"description": "x", "app_state": {"\\udc00": 1}}'])
def test_a_lone_surrogate_is_not_json(live: Live, as_role: ClientFor, text: str) -> None:
    response = as_role("viewer").post("/bug-reports", content=text, headers={"Content-Type": "application/json"})
    assert (response.status_code, response.json()["code"]) == (400, "not_json")
    assert count_rows(live, BugReportRow) == 0


def test_escaped_lone_surrogates_in_a_recorded_body_are_accepted(as_role: ClientFor) -> None:
    client = as_role("admin")
    body = json.dumps({"password": "hunter" + "2-red", "odd": "\ud800", "none": "\x00"})
    receipt = create_report(client, network_events=[{**EVENT, "response_body": body}])
    (event,) = client.get(f"/bug-reports/{receipt['id']}").json()["network_events"]
    assert "[redacted:password]" in event["response_body"]


@pytest.mark.parametrize("path", ["../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/x", "not-an-id"])
@pytest.mark.parametrize("method", ["GET", "PATCH", "DELETE"])
def test_an_invalid_id_is_refused(as_role: ClientFor, method: str, path: str) -> None:
    client = as_role("admin")
    response = client.request(method, f"/bug-reports/{path}", content="{}", headers=MERGE_PATCH)
    assert response.status_code in (400, 404, 405)
    assert response.headers["content-type"] == "application/problem+json"


def test_texts_that_grow_by_redaction_stay_within_the_contract(as_role: ClientFor) -> None:
    client = as_role("admin")
    grown = " ".join(["p=x&password=abc1"] * 1100)[:20_000]
    headers = {f"X-Api-Key-{number}": "a1b2c3d4" * 3 for number in range(90)}
    receipt = create_report(client, description=grown, network_events=[{**EVENT, "request_headers": headers}])
    assert receipt["redaction_count"] > 90
    detail = client.get(f"/bug-reports/{receipt['id']}")
    assert detail.status_code == 200
    assert len(detail.json()["description"]) == 20_000


def test_marking_a_report_as_a_duplicate_merges_their_groups(as_role: ClientFor) -> None:
    client = as_role("admin")
    first, second, third = (ok_json(client.post("/bug-reports", json={"description": name})) for name in "abc")
    assert update_report(client, second["id"], duplicate_of=first["id"]).json()["duplicate_of"] == first["id"]
    assert update_report(client, third["id"], duplicate_of=second["id"]).json()["duplicate_of"] == first["id"]
    assert client.get(f"/bug-reports/{first['id']}").json()["duplicate_count"] == 2
    for duplicate_of in (first["id"], third["id"]):
        own = update_report(client, first["id"], duplicate_of=duplicate_of)
        assert (own.status_code, own.json()["code"]) == (422, "duplicate_of_itself")
    missing = update_report(client, first["id"], duplicate_of=UNKNOWN_ID)
    assert (missing.status_code, missing.json()["errors"][0]["pointer"]) == (404, "/duplicate_of")
    other = ok_json(client.post("/bug-reports", json={"description": "d"}))
    update_report(client, first["id"], duplicate_of=other["id"])
    assert list_ids(client, grouped=True) == [other["id"]], "its duplicates are now duplicates of the other report"
    assert client.get(f"/bug-reports/{third['id']}").json()["history"][0]["changes"][0]["after"] == other["id"]
    assert ok_json(client.post("/bug-reports", json={"description": "a"}))["duplicate_of"] == other["id"]


def test_the_oldest_duplicate_replaces_a_deleted_original(as_role: ClientFor) -> None:
    client = as_role("admin")
    first, second, third = (create_report(client) for _ in range(3))
    assert client.delete(f"/bug-reports/{first['id']}").status_code == 204
    assert list_ids(client, grouped=True) == [second["id"]]
    assert client.get(f"/bug-reports/{third['id']}").json()["duplicate_of"] == second["id"]


def test_a_purge_deletes_and_lists_the_reports_older_than_the_retention_period(live: Live, as_role: ClientFor) -> None:
    client, now = as_role("admin"), utc_now()
    old = [bug_report_row(now - timedelta(days=30, milliseconds=age)) for age in (5, 1)]
    insert_reports(live, *old, bug_report_row(now - timedelta(days=29, hours=23, minutes=50)), bug_report_row(now))
    ids = [str(row.id) for row in old]
    dry_run = client.post("/bug-reports/purge", json={"dry_run": True}).json()
    assert (dry_run["purged_count"], dry_run["kept_count"], count_rows(live, BugReportRow)) == (2, 2, 4)
    purge = client.post("/bug-reports/purge", json={}).json()
    assert [item["id"] for item in purge["items"]] == [item["id"] for item in dry_run["items"]] == ids
    assert (purge["purged_count"], purge["kept_count"], purge["older_than_days"]) == (2, 2, 30)
    assert not set(list_ids(client)) & set(ids)
    assert (count_rows(live, BugReportRow), count_rows(live, BugReportPurgeRow)) == (2, 1)
    assert "platemark_bug_reports_purged_total 2.0" in client.get("/metrics").text


@pytest.mark.parametrize(("body", "purged"), [({"older_than_days": 0}, 3), ({"older_than_days": 7}, 1), ({}, 0)])
def test_a_purge_request_may_set_the_age_limit(
    live: Live, as_role: ClientFor, body: dict[str, Any], purged: int
) -> None:
    now = utc_now()
    insert_reports(live, *(bug_report_row(now - timedelta(days=days, seconds=1)) for days in (0, 6, 7)))
    assert as_role("admin").post("/bug-reports/purge", json=body).json()["purged_count"] == purged
    assert count_rows(live, BugReportRow) == 3 - purged
