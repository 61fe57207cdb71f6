"""Bug reports over the API: they come in, are reviewed, handed on, and go."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from platemark.clock import utc_now
from platemark.db.tables import BugReportChangeRow, BugReportPurgeRow, BugReportRow
from tests.conftest import ClientFor
from tests.populate import MERGE_PATCH, ok_json, png
from tests.reports import data_url, stored, submission
from tests.serving import Live

NOBODYS = "01a204f8-2f06-777b-b415-8da7fd61ae84"


def report(client: httpx.Client, **changes: Any) -> dict[str, Any]:
    """Report a bug and return the receipt."""
    return ok_json(client.post("/bug-reports", json=submission(**changes)))


def change(client: httpx.Client, bug_report_id: str, headers: dict[str, str] | None = None, **changes: Any) -> Any:
    path = f"/bug-reports/{bug_report_id}"
    return client.patch(path, json=changes, headers={**MERGE_PATCH, **(headers or {})})


def listed(client: httpx.Client, **wanted: Any) -> list[str]:
    answer = client.get("/bug-reports", params=wanted)
    assert answer.status_code == 200, answer.text
    return [item["id"] for item in answer.json()["items"]]


def put(live: Live, *rows: BugReportRow) -> None:
    with live.studio.work(write=True) as work:
        work.session.add_all(rows)
        work.commit()


def count(live: Live, table: Any) -> int:
    with live.studio.work(write=False) as work:
        return work.session.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def blobs(live: Live) -> int:
    return sum(path.is_file() for path in live.studio.settings.blobs_dir.rglob("*"))


def test_a_report_is_answered_as_it_was_told(as_role: ClientFor) -> None:
    receipt = report(as_role("viewer"))
    found = as_role("admin").get(f"/bug-reports/{receipt['id']}").json()
    told = submission()
    assert found["status"] == "open"
    assert found["duplicate_of"] is None
    assert (found["redactions"], found["history"], found["notes"], found["job_ids"]) == ([], [], "", [])
    for name in ("description", "expected_behavior", "actual_behavior", "steps_to_reproduce", "app_state"):
        assert found[name] == told[name], name
    for name in ("environment", "client_meta"):
        assert {key: found[name][key] for key in told[name]}.items() >= {
            key: value for key, value in told[name].items() if key != "viewport"
        }.items()
    assert found["client_meta"]["viewport"] == {"width": 1280, "height": 800, "device_pixel_ratio": None}
    for name in ("recent_logs", "network_events"):
        assert [{key: it[key] for key in of} for it, of in zip(found[name], told[name], strict=True)] == told[name]


def test_steps_may_come_as_a_text_and_all_but_the_description_may_be_missing(as_role: ClientFor) -> None:
    client = as_role("admin")
    bare = ok_json(client.post("/bug-reports", json={"description": "It fails"}))
    assert client.get(f"/bug-reports/{bare['id']}").json()["steps_to_reproduce"] == []
    receipt = ok_json(client.post("/bug-reports", json={"description": "x", "steps_to_reproduce": " one \n\ntwo\n"}))
    assert client.get(f"/bug-reports/{receipt['id']}").json()["steps_to_reproduce"] == ["one", "two"]


def test_moments_are_answered_in_utc(as_role: ClientFor) -> None:
    client = as_role("admin")
    receipt = report(client, recent_logs=[{"message": "x", "timestamp": "2026-11-22T10:30:00.25+01:00"}])
    (log,) = client.get(f"/bug-reports/{receipt['id']}").json()["recent_logs"]
    assert log["timestamp"] == "2026-11-22T09:30:00.250000Z"


def test_the_trace_id_joins_a_report_with_the_jobs_of_the_same_request(as_role: ClientFor) -> None:
    client = as_role("admin")
    trace = {"X-Trace-Id": "trace-of-a-job-0001"}
    job = ok_json(client.post("/jobs", json={"kind": "generate", "prompt": "a fox"}, headers=trace))
    told = report(client, trace_id="trace-of-a-job-0001")
    assert told["trace_id"] == "trace-of-a-job-0001"
    assert client.get(f"/bug-reports/{told['id']}").json()["job_ids"] == [job["id"]]
    assert client.get(f"/bug-reports/{told['id']}/export").json()["jobs"][0]["id"] == job["id"]
    own = client.post("/bug-reports", json={"description": "x"}, headers={"X-Trace-Id": "trace-of-the-report"})
    assert own.json()["trace_id"] == "trace-of-the-report"
    assert listed(client, trace_id="trace-of-the-report") == [own.json()["id"]]


def test_the_screenshot_is_a_png_of_the_pixels(as_role: ClientFor) -> None:
    client = as_role("admin")
    receipt = report(client)
    found = client.get(f"/bug-reports/{receipt['id']}").json()
    assert found["screenshot_url"] == f"/api/v1/bug-reports/{receipt['id']}/screenshot"
    path = f"/bug-reports/{receipt['id']}/screenshot"
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    again = client.get(path, headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304
    assert client.get(path, headers={"Range": "bytes=1-3"}).content == b"PNG"
    bare = report(client, screenshot=None)
    missing = client.get(f"/bug-reports/{bare['id']}/screenshot")
    assert (missing.status_code, missing.json()["code"]) == (404, "screenshot_not_found")


def test_the_bundle_holds_report_and_screenshot_and_is_a_file(as_role: ClientFor) -> None:
    client = as_role("admin")
    receipt = report(client)
    answer = client.get(f"/bug-reports/{receipt['id']}/export")
    assert answer.headers["content-disposition"] == f'attachment; filename="bug-report-{receipt["id"]}.json"'
    bundle = answer.json()
    assert bundle["report"] == client.get(f"/bug-reports/{receipt['id']}").json()
    assert bundle["screenshot"] == data_url(client.get(f"/bug-reports/{receipt['id']}/screenshot").content)


def test_lists_are_filtered_and_paged(as_role: ClientFor) -> None:
    client = as_role("admin")
    names = [f"Plate {number} is torn" for number in range(5)]
    ids = [ok_json(client.post("/bug-reports", json={"description": name}))["id"] for name in names]
    change(client, ids[1], status="resolved")
    change(client, ids[2], notes="seen on the SECOND press")
    assert listed(client) == ids[::-1]
    assert listed(client, q="plate 3") == [ids[3]]
    assert listed(client, q="second") == [ids[2]]
    assert listed(client, status="resolved") == [ids[1]]
    assert listed(client, status=["resolved", "open"], limit=2) == [ids[4], ids[3]]
    first = client.get("/bug-reports", params={"limit": 3}).json()
    assert listed(client, cursor=first["next_cursor"]) == ids[1::-1]


def test_duplicates_are_found_counted_and_grouped(as_role: ClientFor) -> None:
    client = as_role("admin")
    first = report(client)
    again = report(client, description="Still empty", recent_logs=[told_again()])
    other = report(client, recent_logs=[{"level": "error", "message": "Something else"}])
    assert (first["duplicate_of"], again["duplicate_of"], other["duplicate_of"]) == (None, first["id"], None)
    assert listed(client, grouped=True) == [other["id"], first["id"]]
    found = client.get(f"/bug-reports/{first['id']}").json()
    assert found["duplicate_count"] == 1
    assert listed(client, fingerprint=found["fingerprint"]) == [again["id"], first["id"]]
    change(client, first["id"], status="resolved")
    change(client, again["id"], status="resolved")
    assert report(client)["duplicate_of"] is None, "it came back"


def told_again() -> dict[str, Any]:
    stack = "TypeError: images is undefined\n    at show (https://studio.example.com/static/studio.js:43:9)"
    return {"level": "error", "message": "TypeError: images is undefined", "stack": stack}


def test_every_change_stays_in_the_history(live: Live, as_role: ClientFor) -> None:
    client = as_role("admin")
    receipt, other = report(client), report(client, recent_logs=[])
    changes = [
        {"status": "in_progress"},
        {"notes": "It is the album's cover.", "commit": "9fceb02"},
        {"duplicate_of": other["id"], "status": "dismissed"},
        {"duplicate_of": None, "commit": None},
    ]
    for it in changes:
        assert change(client, receipt["id"], **it).status_code == 200
    found = client.get(f"/bug-reports/{receipt['id']}").json()
    told = [{field["field"]: (field["before"], field["after"]) for field in it["changes"]} for it in found["history"]]
    assert told == [
        {"commit": ("9fceb02", None), "duplicate_of": (other["id"], None)},
        {"status": ("in_progress", "dismissed"), "duplicate_of": (None, other["id"])},
        {"notes": ("", "It is the album's cover."), "commit": (None, "9fceb02")},
        {"status": ("open", "in_progress")},
    ]
    assert all(it["by"] is not None for it in found["history"])
    same = change(client, receipt["id"], status="dismissed", notes="It is the album's cover.")
    assert len(same.json()["history"]) == 4, "what is the same already is no change"
    assert same.headers["etag"] == '"5"'
    assert client.delete(f"/bug-reports/{receipt['id']}").status_code == 204
    assert count(live, BugReportChangeRow) == 0


def test_nobody_overwrites_what_they_have_not_seen(as_role: ClientFor) -> None:
    client = as_role("admin")
    receipt = report(client)
    assert change(client, receipt["id"], {"If-Match": '"1"'}, status="in_progress").status_code == 200
    late = change(client, receipt["id"], {"If-Match": '"1"'}, status="resolved")
    assert late.status_code == 412
    assert client.delete(f"/bug-reports/{receipt['id']}", headers={"If-Match": '"1"'}).status_code == 412
    assert client.delete(f"/bug-reports/{receipt['id']}", headers={"If-Match": '"2"'}).status_code == 204


def test_the_same_key_makes_one_report(live: Live, as_role: ClientFor) -> None:
    client, key = as_role("viewer"), {"Idempotency-Key": "once-and-never-again"}
    first = client.post("/bug-reports", json=submission(), headers=key)
    again = client.post("/bug-reports", json=submission(), headers=key)
    assert (again.json(), again.headers["idempotency-replayed"]) == (first.json(), "true")
    assert count(live, BugReportRow) == 1


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
    ("a screenshot that is no PNG inside", {"screenshot": data_url(b"GIF89a")}, 422, "screenshot_not_png"),
    ("a screenshot that is cut off", {"screenshot": data_url(png()[:-30])}, 422, "screenshot_not_png"),
    ("a screenshot in broken base64", {"screenshot": "data:image/png;base64,AAAAA"}, 422, "screenshot_not_png"),
    ("state 200 levels deep", {"app_state": DEEP}, 422, "nested_too_deep"),
    ("a log 200 levels deep", {"recent_logs": [{"message": "x", "data": DEEP}]}, 422, "nested_too_deep"),
    ("a body 200 levels deep", {"network_events": [{**EVENT, "response_body": DEEP}]}, 422, "nested_too_deep"),
    ("a log that is a tree", {"recent_logs": [DEEP]}, 400, "does_not_fit"),
    ("NUL in a text", {"description": "a\x00b"}, 400, "does_not_fit"),
    ("NUL in a log", {"recent_logs": [{"message": "a\x00b"}]}, 400, "does_not_fit"),
    ("NUL deep in the state", {"app_state": {"a": [{"b": "\x00"}]}}, 400, "does_not_fit"),
    ("NUL in a name of the state", {"app_state": {"a\x00": 1}}, 400, "does_not_fit"),
    ("5000 requests", {"network_events": [EVENT] * 5000}, 400, "does_not_fit"),
    ("a field that there is not", {"unheard_of": 1}, 400, "does_not_fit"),
    ("no description", {"description": ""}, 400, "does_not_fit"),
]


@pytest.mark.parametrize(("changes", "status", "code"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_bad_input_is_a_declared_problem_and_leaves_nothing(
    live: Live, as_role: ClientFor, changes: dict[str, Any], status: int, code: str
) -> None:
    before = blobs(live)
    answer = as_role("viewer").post("/bug-reports", json=submission(**changes))
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text[:500]
    assert (count(live, BugReportRow), blobs(live)) == (0, before)


@pytest.mark.parametrize("text", ['{"description": "\\ud800"}', '{"description": "x", "app_state": {"\\udc00": 1}}'])
def test_half_a_character_is_no_json(live: Live, as_role: ClientFor, text: str) -> None:
    answer = as_role("viewer").post("/bug-reports", content=text, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (400, "not_json")
    assert count(live, BugReportRow) == 0


def test_half_characters_that_stand_escaped_in_a_body_are_kept_as_question_marks(as_role: ClientFor) -> None:
    client = as_role("admin")
    body = json.dumps({"password": "hunter" + "2-red", "odd": "\ud800", "none": "\x00"})
    told = report(client, network_events=[{**EVENT, "response_body": body}])
    (event,) = client.get(f"/bug-reports/{told['id']}").json()["network_events"]
    assert "[redacted:password]" in event["response_body"]


@pytest.mark.parametrize("path", ["../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/x", "not-an-id"])
@pytest.mark.parametrize("method", ["GET", "PATCH", "DELETE"])
def test_an_id_that_is_none_reaches_nothing(as_role: ClientFor, method: str, path: str) -> None:
    client = as_role("admin")
    answer = client.request(method, f"/bug-reports/{path}", content="{}", headers=MERGE_PATCH)
    assert answer.status_code in (400, 404, 405)
    assert answer.headers["content-type"] == "application/problem+json"


def test_texts_that_grow_by_redaction_still_fit_the_contract(as_role: ClientFor) -> None:
    client = as_role("admin")
    grown = " ".join(["p=x&password=abc1"] * 1100)[:20_000]
    headers = {f"X-Api-Key-{number}": "a1b2c3d4" * 3 for number in range(90)}
    receipt = report(client, description=grown, network_events=[{**EVENT, "request_headers": headers}])
    assert receipt["redaction_count"] > 90
    found = client.get(f"/bug-reports/{receipt['id']}")
    assert found.status_code == 200
    assert len(found.json()["description"]) == 20_000


def test_a_duplicate_may_be_named_by_hand_and_groups_grow_together(as_role: ClientFor) -> None:
    client = as_role("admin")
    first, second, third = (ok_json(client.post("/bug-reports", json={"description": name})) for name in "abc")
    assert change(client, second["id"], duplicate_of=first["id"]).json()["duplicate_of"] == first["id"]
    assert change(client, third["id"], duplicate_of=second["id"]).json()["duplicate_of"] == first["id"]
    assert client.get(f"/bug-reports/{first['id']}").json()["duplicate_count"] == 2
    for wanted in (first["id"], third["id"]):
        own = change(client, first["id"], duplicate_of=wanted)
        assert (own.status_code, own.json()["code"]) == (422, "duplicate_of_itself")
    missing = change(client, first["id"], duplicate_of=NOBODYS)
    assert (missing.status_code, missing.json()["errors"][0]["pointer"]) == (404, "/duplicate_of")
    other = ok_json(client.post("/bug-reports", json={"description": "d"}))
    change(client, first["id"], duplicate_of=other["id"])
    assert listed(client, grouped=True) == [other["id"]], "its duplicates went with it"
    assert client.get(f"/bug-reports/{third['id']}").json()["history"][0]["changes"][0]["after"] == other["id"]
    assert ok_json(client.post("/bug-reports", json={"description": "a"}))["duplicate_of"] == other["id"]


def test_the_oldest_duplicate_takes_the_place_of_a_report_that_goes(as_role: ClientFor) -> None:
    client = as_role("admin")
    first, second, third = (report(client) for _ in range(3))
    assert client.delete(f"/bug-reports/{first['id']}").status_code == 204
    assert listed(client, grouped=True) == [second["id"]]
    assert client.get(f"/bug-reports/{third['id']}").json()["duplicate_of"] == second["id"]


def test_a_purge_takes_what_is_older_and_tells_admins(live: Live, as_role: ClientFor) -> None:
    client, now = as_role("admin"), utc_now()
    old = [stored(now - timedelta(days=30, milliseconds=it)) for it in (5, 1)]
    put(live, *old, stored(now - timedelta(days=29, hours=23, minutes=50)), stored(now))
    ids = [str(it.id) for it in old]
    would = client.post("/bug-reports/purge", json={"dry_run": True}).json()
    assert (would["purged_count"], would["kept_count"], count(live, BugReportRow)) == (2, 2, 4)
    did = client.post("/bug-reports/purge", json={}).json()
    assert [it["id"] for it in did["items"]] == [it["id"] for it in would["items"]] == ids
    assert (did["purged_count"], did["kept_count"], did["older_than_days"]) == (2, 2, 30)
    assert not set(listed(client)) & set(ids)
    assert (count(live, BugReportRow), count(live, BugReportPurgeRow)) == (2, 1)
    assert "platemark_bug_reports_purged_total 2.0" in client.get("/metrics").text


@pytest.mark.parametrize(("asked", "gone"), [({"older_than_days": 0}, 3), ({"older_than_days": 7}, 1), ({}, 0)])
def test_one_may_say_how_old(live: Live, as_role: ClientFor, asked: dict[str, Any], gone: int) -> None:
    now = utc_now()
    put(live, *(stored(now - timedelta(days=days, seconds=1)) for days in (0, 6, 7)))
    assert as_role("admin").post("/bug-reports/purge", json=asked).json()["purged_count"] == gone
    assert count(live, BugReportRow) == 3 - gone
