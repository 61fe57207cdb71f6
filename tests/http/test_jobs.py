"""The queue over HTTP. There are no workers: the tests claim and complete jobs themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from platemark.jobs import queue, service, workers
from platemark.storage.blobs import FolderBlobStore
from tests.conftest import ClientFor
from tests.serving import Live

FOX = {"kind": "generate", "prompt": "a fox in the snow", "width": 256, "height": 256}
MERGE = {"Content-Type": "application/merge-patch+json"}
UNKNOWN_ID = "0192e4a0-7c00-7000-8000-000000000041"


def create_job(client: httpx.Client, **fields: Any) -> dict[str, Any]:
    response = client.post("/jobs", json=FOX | fields)
    assert response.status_code == 202, response.text
    receipt: dict[str, Any] = response.json()
    assert response.headers["Location"] == receipt["links"]["self"] == f"/api/v1/jobs/{receipt['id']}"
    return receipt


def call_service(live: Live, function: Callable[..., Any], *args: Any, **options: Any) -> Any:
    """Call ``function`` with a unit of work and commit it."""
    with live.studio.work(write=True) as work:
        result = function(work, *args, **options)
        work.commit()
    return result


def claim_job(live: Live) -> queue.Lease:
    lease: queue.Lease = call_service(live, queue.claim, "worker-1", lease_ms=60_000)
    return lease


def get_job(client: httpx.Client, receipt: dict[str, Any]) -> dict[str, Any]:
    job: dict[str, Any] = client.get(f"/jobs/{receipt['id']}").json()
    return job


def test_a_receipt_links_to_the_job_and_its_cancellation(as_role: ClientFor) -> None:
    client = as_role("editor")
    receipt = create_job(client, priority=-3)
    assert (receipt["state"], receipt["position"], receipt["estimate"]) == ("queued", 0, None)
    job = get_job(client, receipt)
    assert job["request"].pop("seed") >= 0
    assert job["request"] == FOX | {
        "negative_prompt": "", "steps": 20, "guidance_scale": 7.5, "engine": "press", "visibility": "private",
        "priority": -3, "adapters": [], "count": 1,
    }  # fmt: skip
    assert (job["attempt"], job["max_attempts"], job["error"], job["image_ids"]) == (0, 3, None, [])
    cancelled = client.post(receipt["links"]["cancel"].removeprefix("/api/v1"))
    assert (cancelled.status_code, cancelled.json()["state"]) == (200, "cancelled")
    again = client.post(f"/jobs/{receipt['id']}/cancel")
    assert (again.status_code, again.json()["code"]) == (409, "job_finished")


def test_a_full_disk_refuses_new_work_and_lets_everything_else_be(
    as_role: ClientFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = as_role("editor")
    receipt = create_job(client)
    monkeypatch.setattr(FolderBlobStore, "free_bytes", lambda _: 1000)
    for body in (FOX, {"kind": "caption", "album_id": UNKNOWN_ID}):
        refused = client.post("/jobs", json=body)
        assert (refused.status_code, refused.json()["code"]) == (503, "storage_full")
    assert client.get("/jobs").json()["counts"]["queued"] == 1
    assert client.post(f"/jobs/{receipt['id']}/cancel").status_code == 200


def test_a_job_has_the_trace_id_of_its_request(as_role: ClientFor) -> None:
    client = as_role("editor")
    client.headers["X-Trace-Id"] = "trace-of-a-fox"
    assert get_job(client, create_job(client))["trace_id"] == "trace-of-a-fox"


def test_a_repeated_request_creates_one_job(as_role: ClientFor) -> None:
    client = as_role("editor")
    client.headers["Idempotency-Key"] = "once-is-enough"
    assert create_job(client) == create_job(client)
    assert client.get("/jobs").json()["counts"]["queued"] == 1


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        ({"engine": "loom"}, 422, "unknown_engine"),
        ({"album_id": UNKNOWN_ID}, 404, "album_not_found"),
        ({"seed": 2**53 - 1, "count": 2}, 422, "engine_limits"),
        ({"steps": 101}, 400, None),
        ({"prompt": ""}, 400, None),
        ({"sampler": "euler"}, 400, None),
    ],
)
def test_a_refused_job_is_not_queued(as_role: ClientFor, fields: dict[str, Any], status: int, code: str | None) -> None:
    client = as_role("editor")
    response = client.post("/jobs", json=FOX | fields)
    assert response.status_code == status
    assert code is None or response.json()["code"] == code
    assert client.get("/jobs").json()["items"] == []


def test_cancelling_a_running_job_only_requests_its_cancellation(as_role: ClientFor, live: Live) -> None:
    client = as_role("editor")
    receipt = create_job(client)
    claim_job(live)
    job = get_job(client, receipt)
    assert (job["state"], job["worker"], job["attempt"], job["position"]) == ("running", "worker-1", 1, None)
    refused = client.patch(f"/jobs/{receipt['id']}", json={"priority": -1}, headers=MERGE)
    assert (refused.status_code, refused.json()["code"]) == (409, "job_not_queued")
    cancelled = client.post(f"/jobs/{receipt['id']}/cancel").json()
    assert (cancelled["state"], cancelled["cancel_requested"]) == ("running", True)


def test_a_failed_job_has_an_error_and_can_be_retried(as_role: ClientFor, live: Live) -> None:
    client = as_role("editor")
    receipt = create_job(client)
    call_service(live, queue.fail, claim_job(live), "out_of_memory", "The engine ran out of memory.", retryable=False)
    job = get_job(client, receipt)
    assert job["error"] == {"code": "out_of_memory", "message": "The engine ran out of memory."}
    response = client.post(f"/jobs/{receipt['id']}/retry")
    assert (response.status_code, response.json()["state"], response.json()["error"]) == (202, "queued", None)
    assert response.json()["request"] == job["request"]
    refused = client.post(f"/jobs/{receipt['id']}/retry")
    assert (refused.status_code, refused.json()["code"]) == (409, "job_not_finished")


def test_jobs_are_listed_by_page_and_state(as_role: ClientFor, live: Live) -> None:
    client = as_role("editor")
    ids = [create_job(client)["id"] for _ in range(3)]
    claim_job(live)
    first = client.get("/jobs?limit=2").json()
    rest = client.get(f"/jobs?limit=2&cursor={first['next_cursor']}").json()
    assert [job["id"] for job in (*first["items"], *rest["items"])] == ids[::-1]
    assert rest["next_cursor"] is None
    running = client.get("/jobs?state=running").json()
    assert [job["id"] for job in running["items"]] == ids[:1]
    assert running["counts"] == {"queued": 2, "running": 1, "succeeded": 0, "failed": 0, "cancelled": 0}


def test_priority_determines_the_next_job(as_role: ClientFor, live: Live) -> None:
    client = as_role("editor")
    first, second = create_job(client), create_job(client)
    refused = client.patch(f"/jobs/{second['id']}", json={"priority": 10}, headers=MERGE)
    assert (refused.status_code, refused.json()["code"]) == (403, "priority_for_admins")
    refused = client.post("/jobs", json={"kind": "generate", "prompt": "a fox", "engine": "press", "priority": 1})
    assert (refused.status_code, refused.json()["code"]) == (403, "priority_for_admins")
    changed = as_role("admin").patch(f"/jobs/{second['id']}", json={"priority": 10}, headers=MERGE)
    assert (changed.status_code, changed.json()["position"], get_job(client, first)["position"]) == (200, 0, 1)
    assert str(claim_job(live).job_id) == second["id"]


def test_viewers_see_jobs_without_their_requests(as_role: ClientFor, live: Live) -> None:
    receipt = create_job(as_role("editor"))
    claim_job(live)
    job = get_job(as_role("viewer"), receipt)
    assert (job["request"], job["worker"], job["state"]) == (None, None, "running")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/jobs", "viewer"),
        ("POST", "/jobs", "editor"),
        ("GET", "/queue", "viewer"),
        ("PATCH", "/queue", "admin"),
        ("GET", "/workers", "admin"),
    ],
)
def test_each_operation_requires_a_role(as_role: ClientFor, method: str, path: str, allowed: str) -> None:
    roles = [None, "viewer", "editor", "admin"]
    bodies = {"POST": FOX, "PATCH": {"paused": False}}
    headers = MERGE if method == "PATCH" else {}
    for role in roles:
        response = as_role(role).request(method, path, json=bodies.get(method), headers=headers)
        if roles.index(role) < roles.index(allowed):
            assert response.status_code == (401 if role is None else 403)
        else:
            assert response.is_success, response.text


@pytest.mark.parametrize("verb", ["cancel", "retry", "priority"])
def test_jobs_of_others_cannot_be_changed(as_role: ClientFor, verb: str) -> None:
    receipt = create_job(as_role("editor"))
    if verb == "priority":
        response = as_role("editor").patch(f"/jobs/{receipt['id']}", json={"priority": -1}, headers=MERGE)
    else:
        response = as_role("editor").post(f"/jobs/{receipt['id']}/{verb}")
    assert (response.status_code, response.json()["code"]) == (403, "not_the_owner")


def test_an_unknown_job_is_not_found(client: httpx.Client) -> None:
    responses = [
        client.get(f"/jobs/{UNKNOWN_ID}"),
        client.post(f"/jobs/{UNKNOWN_ID}/cancel"),
        client.post(f"/jobs/{UNKNOWN_ID}/retry"),
    ]
    assert {(response.status_code, response.json()["code"]) for response in responses} == {(404, "job_not_found")}


def test_the_queue_can_be_paused_and_resumed(client: httpx.Client, live: Live) -> None:
    create_job(client)
    paused = client.patch("/queue", json={"paused": True}, headers=MERGE).json()
    assert paused == client.get("/queue").json()
    assert (paused["paused"], paused["paused_at"] is not None, paused["depth"]["queued"]) == (True, True, 1)
    assert call_service(live, queue.claim, "worker-1", lease_ms=60_000) is None
    assert not client.patch("/queue", json={"paused": False}, headers=MERGE).json()["paused"]
    running = str(claim_job(live).job_id)
    assert client.get("/queue").json()["running"] == [running]


def test_workers_are_listed_while_they_report(client: httpx.Client, live: Live) -> None:
    assert client.get("/workers").json() == {"items": []}
    report = {"host": "studio", "pid": 4711, "device": "cpu", "engines": ("press",), "state": "idle", "job_id": None}
    call_service(live, workers.report, "studio-4711-1", **report)
    (worker,) = client.get("/workers").json()["items"]
    assert (worker["id"], worker["device"], worker["engines"]) == ("studio-4711-1", "cpu", ["press"])


def test_many_jobs_are_cancelled_at_once(live: Live, as_role: ClientFor) -> None:
    ada, admin = as_role("editor"), as_role("admin")
    running = create_job(ada)
    claim_job(live)
    waiting, others = create_job(ada), create_job(admin)
    planned = ada.post("/jobs/cancel", json={"dry_run": True})
    assert planned.json() == {"dry_run": True, "cancelled_count": 1, "stopping_count": 1, "more": False}
    done = ada.post("/jobs/cancel", json={"queued_only": True, "kind": "generate"})
    assert done.json() == {"dry_run": False, "cancelled_count": 1, "stopping_count": 0, "more": False}
    assert [get_job(ada, it)["state"] for it in (running, waiting, others)] == ["running", "cancelled", "queued"]
    done = admin.post("/jobs/cancel", json={"created_by": get_job(ada, running)["created_by"]})
    assert (done.json()["stopping_count"], get_job(ada, running)["cancel_requested"]) == (1, True)
    assert admin.post("/jobs/cancel", json={"everyone": True}).json()["cancelled_count"] == 1
    assert get_job(ada, others)["state"] == "cancelled"


def test_a_cancellation_says_whether_there_are_more(as_role: ClientFor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "MAX_CANCELLED", 1)
    client = as_role("editor")
    for _ in range(2):
        create_job(client)
    answers = [client.post("/jobs/cancel", json={}).json() for _ in range(3)]
    assert [(it["cancelled_count"], it["more"]) for it in answers] == [(1, True), (1, False), (0, False)]


def test_the_jobs_of_others_are_cancelled_by_admins_only(as_role: ClientFor) -> None:
    ada, admin = as_role("editor"), as_role("admin")
    job = get_job(admin, create_job(admin))
    for body in ({"created_by": job["created_by"]}, {"everyone": True}):
        refused = ada.post("/jobs/cancel", json=body)
        assert (refused.status_code, refused.json()["code"]) == (403, "role_too_low")
    both = admin.post("/jobs/cancel", json={"created_by": job["created_by"], "everyone": True})
    assert (both.status_code, both.json()["code"]) == (422, "owner_or_everyone")
    assert as_role("viewer").post("/jobs/cancel", json={}).status_code == 403
    assert get_job(admin, job)["state"] == "queued"


def test_an_admin_sees_who_waits_and_changes_anybodys_priority(as_role: ClientFor) -> None:
    ada, admin = as_role("editor"), as_role("admin")
    job, other = get_job(ada, create_job(ada)), get_job(admin, create_job(admin))
    listed = admin.get("/jobs", params={"created_by": job["created_by"], "state": "queued"}).json()
    assert [(it["id"], it["created_by"]) for it in listed["items"]] == [(job["id"], job["created_by"])]
    assert (listed["counts"]["queued"], job["created_by"] != other["created_by"]) == (2, True)
    raised = admin.patch(f"/jobs/{job['id']}", json={"priority": 7}, headers=MERGE)
    assert (raised.status_code, raised.json()["priority"], raised.json()["position"]) == (200, 7, 0)
