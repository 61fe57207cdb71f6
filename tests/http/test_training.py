"""Training over HTTP: refusals, visibility, metrics and logs in pages, adapters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import httpx
import pytest

from platemark.access import SYSTEM
from platemark.adapters import service as adapters
from platemark.adapters.views import NewAdapter
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import new_id
from platemark.jobs import queue
from platemark.training import progress, run_folders
from platemark.training.progress import ProgressUpdate, StoredSample
from tests.conftest import ClientFor
from tests.populate import MERGE_PATCH, ok_json, png, upload
from tests.serving import Live

UNKNOWN_ID = "0192e4a0-7c00-7000-8000-000000000041"


def call_service(live: Live, function: Callable[..., Any], *args: Any, **options: Any) -> Any:
    """Call ``function`` with a unit of work and commit it."""
    with live.studio.work(write=True) as work:
        result = function(work, *args, **options)
        work.commit()
    return result


def create_album(client: httpx.Client, count: int = 6, *, captions: bool = True, **fields: str) -> str:
    """The id of a new album with ``count`` images."""
    album = ok_json(client.post("/albums", json={"name": "Proofs", **fields}))
    for number in range(count):
        caption = {"caption": f"plate {number}"} if captions else {}
        upload(client, (number * 40, 20, 90), album_id=album["id"], **caption)
    album_id: str = album["id"]
    return album_id


def run_body(album_id: str, **fields: Any) -> dict[str, Any]:
    return {"name": "Winter", "album_ids": [album_id], "seed": 7, **fields}


def create_run(client: httpx.Client, album_id: str, **fields: Any) -> dict[str, Any]:
    response = client.post("/training-runs", json=run_body(album_id, **fields))
    assert response.status_code == 202, response.text
    run: dict[str, Any] = response.json()
    assert response.headers["Location"] == f"/api/v1/training-runs/{run['id']}"
    return run


def register_plate(live: Live, name: str = "Frost", **fields: Any) -> dict[str, Any]:
    data = f"a plate called {name}".encode()
    digest = live.studio.blobs.put(data)
    new_adapter = NewAdapter(
        name=name, format="style_plate", digest=digest, size_bytes=len(data), source="registered", **fields
    )
    view, _ = call_service(live, adapters.register_adapter, live.studio, new_adapter, by=SYSTEM)
    return {"id": str(view.id), "digest": digest}


def write_progress(live: Live, run: dict[str, Any], steps: int, **fields: Any) -> None:
    """Store progress as a worker would."""
    update = ProgressUpdate(step=steps, steps=steps * 2, steps_per_second=4.0, **fields)
    for step in range(1, steps + 1):
        update.add_metrics(step, {"train_loss": 1 / step} | ({"held_out_loss": 2 / step} if step % 10 == 0 else {}))

    def write(work: UnitOfWork) -> None:
        progress.write_progress(work, live.studio.blobs, UUID(run["id"]), update)

    call_service(live, write)


def test_a_run_is_created_cancelled_resumed_and_deleted(as_role: ClientFor, live: Live) -> None:
    client = as_role("editor")
    album_id = create_album(client)
    run = create_run(client, album_id, held_out_share=0.5, parameters={"steps": 40})
    assert (run["state"], run["progress"], run["step"], run["steps"]) == ("queued", 0, 0, 40)
    assert (run["album_ids"], run["samples"], run["artifact"], run["error"]) == ([album_id], [], None, None)
    counts = [run["dataset"][name] for name in ("image_count", "captioned_count", "held_out_count")]
    assert counts == [6, 6, 3]
    assert run["parameters"]["steps"] == 40
    job = client.get(f"/jobs/{run['job_id']}").json()
    assert (job["kind"], job["training_run_id"], job["request"]) == ("train", run["id"], None)
    assert client.delete(f"/training-runs/{run['id']}").json()["code"] == "training_run_busy"
    assert client.post(f"/training-runs/{run['id']}/resume").json()["code"] == "training_run_not_stopped"
    assert client.post(f"/training-runs/{run['id']}/cancel").json()["state"] == "cancelled"
    assert client.post(f"/training-runs/{run['id']}/cancel").json()["code"] == "training_run_finished"
    resumed = client.post(f"/training-runs/{run['id']}/resume")
    assert (resumed.status_code, resumed.json()["state"]) == (202, "queued")
    client.post(f"/training-runs/{run['id']}/cancel")
    image_id = client.get(f"/albums/{album_id}").json()["images"][0]["id"]
    assert client.delete(f"/images/{image_id}").status_code == 204
    assert client.delete(f"/trash/{image_id}").json()["code"] == "image_in_use", "the run may be resumed"
    folder = run_folders.run_folder(live.studio.settings.training_dir, UUID(run["id"]))
    folder.mkdir(parents=True)
    assert client.delete(f"/training-runs/{run['id']}").status_code == 204
    assert not folder.exists()
    assert client.get(f"/training-runs/{run['id']}").json()["code"] == "training_run_not_found"
    assert client.get("/training-runs").json()["items"] == []
    assert client.delete(f"/trash/{image_id}").status_code == 204


def test_equal_images_seeds_and_captions_have_equal_datasets(client: httpx.Client) -> None:
    album_id = create_album(client)
    first, second, other = (create_run(client, album_id, seed=seed)["dataset"] for seed in (7, 7, 8))
    assert first == second
    assert first["digest"] != other["digest"], "another seed holds out other images"
    image = client.get(f"/albums/{album_id}").json()["images"][0]
    ok_json(client.post(f"/images/{image['id']}/labels", json={"kind": "caption", "text": "a better word"}))
    assert create_run(client, album_id)["dataset"]["digest"] != first["digest"]


@pytest.mark.parametrize(
    ("count", "captions", "fields", "ready", "codes"),
    [
        (6, True, {}, True, {"pictures_small"}),
        (6, True, {"held_out_share": 0}, True, {"nothing_held_out"}),
        (3, True, {}, False, {"too_few_pictures"}),
        (6, False, {}, False, {"captions_missing"}),
    ],
)
def test_a_run_is_refused_for_the_fatal_findings_of_its_check(
    client: httpx.Client, count: int, captions: bool, fields: dict[str, Any], ready: bool, codes: set[str]
) -> None:
    body = run_body(create_album(client, count, captions=captions), **fields)
    check = client.post("/training-runs/check", json=body).json()
    assert check["ready"] is ready
    assert codes <= {finding["code"] for finding in check["findings"]}
    assert check["dataset"]["image_count"] == count
    if not ready:
        refused = client.post("/training-runs", json=body)
        assert (refused.status_code, refused.json()["code"]) == (422, "training_not_ready")
        fatal = {finding["code"] for finding in check["findings"] if finding["fatal"]}
        assert {error["code"] for error in refused.json()["errors"]} == fatal
    assert client.get("/training-runs").json()["items"] == []


@pytest.mark.parametrize(
    ("fields", "status", "code", "pointer"),
    [
        ({"engine": "nothing"}, 422, "unknown_engine", "/engine"),
        ({"parameters": {"speed": 1}}, 422, "training_parameters", "/parameters/speed"),
        ({"parameters": {"steps": "many"}}, 422, "training_parameters", "/parameters/steps"),
        ({"parameters": {"steps": True}}, 422, "training_parameters", "/parameters/steps"),
        ({"parameters": {"steps": 1.5}}, 422, "training_parameters", "/parameters/steps"),
        ({"parameters": {"steps": -1}}, 422, "training_parameters", "/parameters/steps"),
        ({"album_ids": [UNKNOWN_ID]}, 404, "album_not_found", "/album_ids/0"),
    ],
)
@pytest.mark.parametrize("path", ["/training-runs", "/training-runs/check"])
def test_unknown_parameters_are_refused_with_a_pointer(
    client: httpx.Client, path: str, fields: dict[str, Any], status: int, code: str, pointer: str
) -> None:
    response = client.post(path, json=run_body(create_album(client)) | fields)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert [error["pointer"] for error in response.json()["errors"]] == [pointer]


def test_training_on_hidden_albums_is_refused(as_role: ClientFor) -> None:
    owner, other, viewer = as_role("editor"), as_role("editor"), as_role("viewer")
    hidden = create_album(owner)
    assert other.post("/training-runs", json=run_body(hidden)).json()["code"] == "album_not_found"
    shared = create_album(owner, visibility="shared")
    check = other.post("/training-runs/check", json=run_body(shared)).json()
    assert check["dataset"]["image_count"] == 0, "its images are private"
    run = create_run(owner, hidden)
    for client in (owner, other, viewer):
        seen = client.get(f"/training-runs/{run['id']}").json()
        assert {name: seen[name] is not None for name in ("parameters", "seed")} == dict.fromkeys(
            ("parameters", "seed"), client is owner
        )
        assert seen["album_ids"] == ([hidden] if client is owner else [])
    for verb in ("cancel", "resume"):
        assert other.post(f"/training-runs/{run['id']}/{verb}").json()["code"] == "not_the_owner"
    assert other.get(f"/training-runs/{run['id']}/log").json()["code"] == "not_the_owner"
    assert viewer.get(f"/training-runs/{run['id']}/metrics").json() == {"items": [], "next_since_step": None}


@pytest.mark.parametrize(("visibility", "reads"), [("private", False), ("shared", True), ("public", True)])
def test_what_a_run_was_trained_with_is_as_private_as_its_albums(
    as_role: ClientFor, live: Live, visibility: str, reads: bool
) -> None:
    owner, other, viewer, admin = (as_role(role) for role in ("editor", "editor", "viewer", "admin"))
    albums = [create_album(owner, visibility="public"), create_album(owner, visibility=visibility)]
    run = create_run(owner, "", album_ids=albums)
    lease = call_service(live, queue.claim, "worker-1", lease_ms=60_000)
    call_service(live, queue.fail, lease, "bad_caption", "the caption 'a heron' is odd", retryable=False)
    for client, sees in ((owner, True), (admin, True), (other, reads), (viewer, False)):
        seen = client.get(f"/training-runs/{run['id']}").json()
        assert (seen["seed"] == run["seed"], seen["parameters"] == run["parameters"]) == (sees, sees)
        assert ("heron" in seen["error"]["message"], seen["error"]["code"]) == (sees, "bad_caption")


def test_progress_is_visible_to_those_who_may_see_it(as_role: ClientFor, live: Live) -> None:
    owner, other = as_role("editor"), as_role("viewer")
    run = create_run(owner, create_album(owner))
    picture = png((1, 2, 3))
    sample = StoredSample(20, live.studio.blobs.put(picture), len(picture), 24, 16)
    call_service(live, queue.claim, "worker-1", lease_ms=60_000)
    write_progress(live, run, 20, samples=[sample], checkpoint_step=20)
    seen = owner.get(f"/training-runs/{run['id']}").json()
    assert (seen["state"], seen["step"], seen["steps"], seen["progress"]) == ("running", 20, 40, 0.5)
    assert (seen["steps_per_second"], seen["estimate_seconds"], seen["checkpoint_step"]) == (4.0, 5.0, 20)
    assert seen["loss"] == {
        "train": 0.05, "best_train": 0.05, "held_out": 0.1, "first_held_out": 0.2, "best_held_out": 0.1,
    }  # fmt: skip
    (shown_sample,) = seen["samples"]
    path = shown_sample["url"].removeprefix("/api/v1")
    response = owner.get(path)
    assert (response.content, response.headers["content-type"]) == (picture, "image/png")
    assert owner.get(path, headers={"If-None-Match": response.headers["etag"]}).status_code == 304
    assert owner.get(path.replace("/20", "/21")).json()["code"] == "training_sample_not_found"
    assert other.get(f"/training-runs/{run['id']}").json()["samples"] == []
    assert other.get(path).status_code == 403


def test_metrics_are_paginated_and_sampled_by_stride(client: httpx.Client, live: Live) -> None:
    run = create_run(client, create_album(client))
    write_progress(live, run, 250)
    path = f"/training-runs/{run['id']}/metrics"

    def steps(name: str, **params: int) -> list[int]:
        items = client.get(path, params=params).json()["items"]
        return [item["step"] for item in items if item["name"] == name]

    assert steps("train_loss", stride=100) == [1, 101, 201, 250]
    assert steps("held_out_loss", stride=10) == [10, 110, 210, 250]
    assert steps("train_loss", stride=100, since_step=101) == [201, 250]
    page = client.get(path, params={"limit": 100}).json()
    assert page["next_since_step"] == page["items"][-1]["step"]
    collected = list(page["items"])
    while page["next_since_step"] is not None:
        page = client.get(path, params={"limit": 100, "since_step": page["next_since_step"]}).json()
        collected += page["items"]
    assert collected == client.get(path, params={"limit": 5000}).json()["items"]
    assert len(collected) == 275


def test_the_log_is_returned_in_whole_lines_from_an_offset(client: httpx.Client, live: Live) -> None:
    run = create_run(client, create_album(client))
    path = f"/training-runs/{run['id']}/log"
    assert client.get(path).json() == {"text": "", "offset": 0, "next_offset": 0, "size_bytes": 0}
    folder = run_folders.run_folder(live.studio.settings.training_dir, UUID(run["id"]))
    folder.mkdir(parents=True)
    (folder / run_folders.LOG).write_bytes("erste Zeile\nzweite Zeile – länger\ndritte".encode())
    whole = client.get(path).json()
    assert whole["text"] == "erste Zeile\nzweite Zeile – länger\n", "the third line is incomplete"
    assert whole["next_offset"] == len(whole["text"].encode()) < whole["size_bytes"]
    within = client.get(path, params={"offset": 3}).json()
    assert (within["text"], within["offset"]) == ("zweite Zeile – länger\n", 12)
    assert client.get(path, params={"offset": 12}).json()["offset"] == 12
    beyond = client.get(path, params={"offset": 10_000}).json()
    assert (beyond["text"], beyond["next_offset"]) == ("", 10_000)


@pytest.mark.parametrize(("format_", "suffix"), [("lora", ".safetensors"), ("style_plate", ".bin")])
def test_an_adapter_is_downloaded_whole_or_in_part(live: Live, as_role: ClientFor, format_: str, suffix: str) -> None:
    data = bytes(range(256)) * 300
    digest = live.studio.blobs.put(data)
    new = NewAdapter(name="Frost", format=format_, digest=digest, size_bytes=len(data), source="registered")
    with live.studio.work(write=True) as work:
        adapter, _ = adapters.register_adapter(work, live.studio, new, by=SYSTEM)
        work.commit()
    path = f"/adapters/{adapter.id}/file"
    whole = as_role("viewer").get(path)
    assert (whole.content, whole.headers["etag"]) == (data, f'"{digest}"')
    assert whole.headers["content-type"] == "application/octet-stream"
    assert whole.headers["content-disposition"] == f'attachment; filename="{adapter.id}{suffix}"'
    part = as_role("viewer").get(path, headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, data[10:20])
    assert as_role("viewer").get(path, headers={"If-None-Match": f'"{digest}"'}).status_code == 304
    assert as_role("viewer").get(path, headers={"Range": "bytes=999999-"}).status_code == 416
    assert as_role(None).get(path).status_code == 401
    assert as_role("viewer").get(f"/adapters/{new_id()}/file").json()["code"] == "adapter_not_found"
    live.studio.blobs.delete(digest)
    assert as_role("viewer").get(path).status_code == 503


def test_adapters_are_listed_updated_and_deleted(as_role: ClientFor, live: Live) -> None:
    admin, editor, viewer = (as_role(role) for role in ("admin", "editor", "viewer"))
    frost, ember = register_plate(live, "Frost"), register_plate(live, "Ember", default_weight=0.5)
    assert [item["name"] for item in viewer.get("/adapters").json()["items"]] == ["Ember", "Frost"]
    assert [item["id"] for item in viewer.get("/adapters", params={"q": "fro"}).json()["items"]] == [frost["id"]]
    assert viewer.get("/adapters", params={"format": "lora"}).json()["items"] == []
    path = f"/adapters/{frost['id']}"
    assert viewer.get(path).json()["preview_url"] is None
    assert viewer.get(f"{path}/preview").json()["code"] == "adapter_preview_not_found"
    assert viewer.get(f"/adapters/{new_id()}/preview").json()["code"] == "adapter_not_found"
    tag = viewer.get(path).headers["etag"]
    assert viewer.patch(path, content='{"name": "x"}', headers=MERGE_PATCH).status_code == 403
    changed = editor.patch(path, json={"default_weight": 0.3}, headers=MERGE_PATCH | {"If-Match": tag})
    assert changed.json()["default_weight"] == 0.3
    assert editor.patch(path, json={"name": "x"}, headers=MERGE_PATCH | {"If-Match": tag}).status_code == 412
    beyond = editor.patch(path, json={"default_weight": 1.5}, headers=MERGE_PATCH)
    assert (beyond.status_code, beyond.json()["code"]) == (422, "adapter_weight_limit")
    assert editor.delete(path).status_code == 403
    assert admin.delete(path, headers={"If-Match": tag}).status_code == 412
    assert admin.delete(path).status_code == 204
    assert [item["id"] for item in viewer.get("/adapters").json()["items"]] == [ember["id"]]


@pytest.mark.parametrize(
    ("weight", "twice", "pointer", "code"),
    [
        (-0.5, False, "/adapters/0/weight", "adapter_weight_limit"),
        (1.5, False, "/adapters/0/weight", "adapter_weight_limit"),
        (0.5, True, "/adapters/1", "adapter_named_twice"),
    ],
)
def test_a_job_with_an_invalid_adapter_is_refused(
    client: httpx.Client, live: Live, weight: float, twice: bool, pointer: str, code: str
) -> None:
    use = {"adapter_id": register_plate(live)["id"], "weight": weight}
    response = client.post(
        "/jobs", json={"kind": "generate", "prompt": "a fox", "adapters": [use, use] if twice else [use]}
    )
    assert (response.status_code, response.json()["code"]) == (422, "engine_limits")
    assert [(error["pointer"], error["code"]) for error in response.json()["errors"]] == [(pointer, code)]


def test_jobs_and_set_runs_pin_adapters_when_created(client: httpx.Client, live: Live) -> None:
    adapter = register_plate(live, default_weight=0.5)
    use = {"adapter_id": adapter["id"]}
    job = ok_json(client.post("/jobs", json={"kind": "generate", "prompt": "a fox", "adapters": [use]}))
    client.patch(f"/adapters/{adapter['id']}", json={"default_weight": 0.9}, headers=MERGE_PATCH)
    assert client.get(f"/jobs/{job['id']}").json()["request"]["adapters"] == [use | {"weight": 0.5}]
    rows = [{"prompt": "a fox"}, {"prompt": "an owl"}]
    template = ok_json(client.post("/set-templates", json={"name": "Beasts", "prompt_template": "{row}", "rows": rows}))
    run = ok_json(client.post(f"/set-templates/{template['id']}/runs", json={"theme": "", "adapters": [use]}))
    requests = [job["request"] for job in client.get("/jobs", params={"set_run_id": run["id"]}).json()["items"]]
    assert [request["adapters"] for request in requests] == [[use | {"weight": 0.9}]] * 2
    unknown = client.post("/jobs", json={"kind": "generate", "prompt": "x", "adapters": [{"adapter_id": UNKNOWN_ID}]})
    assert (unknown.status_code, unknown.json()["code"]) == (422, "unknown_adapter")
    client.delete(f"/adapters/{adapter['id']}")
    assert client.get(f"/jobs/{job['id']}").json()["request"]["adapters"] == [use | {"weight": 0.5}]
