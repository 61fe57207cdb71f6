"""Set templates and their runs over HTTP."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import httpx
import pytest

from platemark.access import SYSTEM
from platemark.adapters.service import delete_adapter, register_adapter
from platemark.adapters.views import NewAdapter
from tests.conftest import ClientFor
from tests.serving import Live

ROWS = [{"card": "The Fool", "prompt": "a fool"}, {"card": "The Moon", "prompt": "the moon"}]
CSV = "card,prompt\r\nThe Fool,a fool\r\nThe Moon,the moon\r\n"
UNKNOWN_ID = "0192e4a0-7c00-7000-8000-000000000061"


def create(client: httpx.Client, **fields: Any) -> dict[str, Any]:
    response = client.post(
        "/set-templates", json={"name": "Tarot", "base_prompt": "tarot card", "rows": ROWS, **fields}
    )
    assert response.status_code == 201, response.text
    template: dict[str, Any] = response.json()
    assert response.headers["Location"] == f"/api/v1/set-templates/{template['id']}"
    assert response.headers["ETag"] == '"1"'
    return template


def path(template: dict[str, Any], *parts: str) -> str:
    return "/".join((f"/set-templates/{template['id']}", *parts))


def test_a_set_template_is_created_updated_and_archived(as_role: ClientFor) -> None:
    client = as_role("editor")
    template = create(client)
    assert (template["columns"], template["row_count"], template["version"]) == (["card", "prompt"], 2, 1)
    assert client.get(path(template)).json() == template
    headers = {"Content-Type": "application/merge-patch+json", "If-Match": '"1"'}
    changed = client.patch(path(template), json={"steps": 3}, headers=headers)
    assert (changed.status_code, changed.headers["ETag"], changed.json()["steps"]) == (200, '"2"', 3)
    assert client.patch(path(template), json={"steps": 4}, headers=headers).status_code == 412
    assert client.get("/set-templates").json() == {"items": [changed.json()], "next_cursor": None}
    assert changed.json()["slug"] is None
    assert client.get("/set-templates", params={"slug": "tarot"}).json()["items"] == []
    assert client.get("/set-templates", params={"slug": "-"}).status_code == 400
    assert client.delete(path(template)).status_code == 204
    assert client.get(path(template)).status_code == client.delete(path(template)).status_code == 404
    assert client.get("/set-templates").json()["items"] == []
    assert [item["id"] for item in client.get("/set-templates?archived=true").json()["items"]] == [template["id"]]
    refused = client.post(path(template, "runs"), json={"theme": "x"})
    assert (refused.status_code, refused.json()["code"]) == (409, "set_template_archived")


def test_rows_are_read_and_replaced_as_json_and_as_csv(as_role: ClientFor) -> None:
    client = as_role("editor")
    template = create(client, rows=[])
    response = client.put(path(template, "rows"), content=CSV, headers={"Content-Type": "text/csv"})
    assert (response.status_code, response.headers["ETag"]) == (200, '"2"')
    assert [row["values"] for row in response.json()["rows"]] == ROWS
    as_csv = client.get(path(template, "rows"), headers={"Accept": "text/csv"})
    assert (as_csv.headers["Content-Type"].partition(";")[0], as_csv.text) == ("text/csv", CSV)
    again = client.put(path(template, "rows"), json={"rows": ROWS}, headers={"If-Match": '"2"'})
    assert (again.json()["version"], again.json()["rows"]) == (3, response.json()["rows"])
    assert client.get(path(template, "rows")).json() == again.json()


def test_empty_cells_at_the_end_of_a_csv_are_left_out_and_named(as_role: ClientFor) -> None:
    client = as_role("editor")
    text = "card,prompt,,\nace,,,\n,two of clubs,,\n,,,\n , ,\t,\n"
    left_out = {"empty_rows_dropped": 2, "empty_columns_dropped": 2}
    created = client.post("/set-templates", json={"name": "Cards", "rows_csv": text}).json()
    assert (created["columns"], created["row_count"]) == (["card", "prompt"], 2)
    replaced = client.put(path(created, "rows"), content=text, headers={"Content-Type": "text/csv"}).json()
    assert [row["values"] for row in replaced["rows"]] == [
        {"card": "ace", "prompt": ""},
        {"card": "", "prompt": "two of clubs"},
    ]
    for answer in (created, replaced):
        assert {it["code"]: int(it["message"].rstrip(".").rsplit(" ", 1)[1]) for it in answer["warnings"]} == left_out
    assert client.get(path(created)).json()["warnings"] == client.get(path(created, "rows")).json()["warnings"] == []


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        (b"", [("line/1", "csv_empty")]),
        (b"card\n\xff", [("line/2", "csv_not_utf8")]),
        (b"PK\x03\x04\x14\0\xff", [("line/1", "csv_is_workbook")]),
        (b"card,Card\nx\n", [("line/1", "csv_bad_header"), ("line/2", "csv_ragged_row")]),
    ],
    ids=["empty", "bytes", "a workbook", "several"],
)
def test_invalid_csv_is_refused_and_changes_nothing(
    as_role: ClientFor, body: bytes, pointers: list[tuple[str, str]]
) -> None:
    client = as_role("editor")
    template = create(client)
    refused = client.put(path(template, "rows"), content=body, headers={"Content-Type": "text/csv"})
    assert (refused.status_code, refused.json()["code"]) == (422, "csv_invalid")
    assert [(error["pointer"], error["code"]) for error in refused.json()["errors"]] == pointers
    assert client.get(path(template)).json() == template


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"rows_csv": "a\nx\n"}, "rows_given_twice"),
        ({"rows": [{f"c{n}": "x"} for n in range(51)]}, "too_many_columns"),
        ({"rows": [{"theme": "x"}]}, "rows_invalid"),
    ],
    ids=["both", "columns", "reserved"],
)
def test_rows_that_break_a_rule_are_refused(client: httpx.Client, fields: dict[str, Any], code: str) -> None:
    refused = client.post("/set-templates", json={"name": "x", "rows": ROWS, **fields})
    assert (refused.status_code, refused.json()["code"]) == (422, code)


def test_a_preview_shows_the_prompts_of_a_run(as_role: ClientFor) -> None:
    client = as_role("editor")
    template = create(client, example_theme="winter")
    preview = client.post(path(template, "preview"), json={"limit": 1})
    assert preview.status_code == 200
    assert preview.json() == {
        "version": 1,
        "prompts": [{"position": 0, "prompt": "tarot card, winter, a fool"}],
        "problems": [],
        "warnings": [],
        "row_count": 2,
        "estimate": None,
    }
    unused = client.post(path(template, "preview"), json={"overrides": {"prompt_template": "{card}"}}).json()
    assert ([it["code"] for it in unused["warnings"]], unused["problems"]) == (
        ["base_prompt_unused", "theme_unused"], [],
    )  # fmt: skip
    broken = client.post(path(template, "preview"), json={"overrides": {"prompt_template": "{row.__class__}"}}).json()
    assert broken["warnings"] == []
    assert (broken["prompts"], [p["code"] for p in broken["problems"]]) == ([], ["bad_placeholder"])


def test_an_engine_that_is_not_there_is_a_problem_of_a_preview_and_refused_by_a_run(as_role: ClientFor) -> None:
    client = as_role("editor")
    template = create(client, engine="cloud")
    assert template["engine"] == "cloud"
    problems = client.post(path(template, "preview"), json={}).json()["problems"]
    assert [(problem["position"], problem["code"]) for problem in problems] == [(None, "unknown_engine")]
    assert client.post(path(template, "preview"), json={"overrides": {"engine": "press"}}).json()["problems"] == []
    refused = client.post(path(template, "runs"), json={"theme": "winter"})
    assert (refused.status_code, refused.json()["code"]) == (422, "unknown_engine")
    assert [error["pointer"] for error in refused.json()["errors"]] == ["/engine"]
    assert client.get("/set-runs").json()["items"] == client.get("/albums").json()["items"] == []
    run = client.post(path(template, "runs"), json={"theme": "winter", "engine": "press"})
    assert (run.status_code, run.json()["engine"]) == (202, "press")


def test_adapters_are_pinned_by_a_set_template_and_overridden_by_a_run(as_role: ClientFor, live: Live) -> None:
    client = as_role("editor")
    with live.studio.work(write=True) as work:
        digest = live.studio.blobs.put(b"a style plate")
        new = NewAdapter(name="Frost", format="style_plate", digest=digest, size_bytes=13, source="registered")
        adapter_id = str(register_adapter(work, live.studio, new, by=SYSTEM)[0].id)
        work.commit()
    template = create(client, adapters=[{"adapter_id": adapter_id, "weight": 0.5}])
    (pinned,) = template["adapters"]
    assert (pinned["adapter_id"], pinned["digest"], pinned["weight"]) == (adapter_id, digest, 0.5)
    run = client.post(path(template, "runs"), json={"theme": "winter"}).json()
    assert run["adapters"] == [pinned]
    job = client.get(f"/jobs?set_run_id={run['id']}").json()["items"][0]
    assert job["request"]["adapters"] == [{"adapter_id": adapter_id, "weight": 0.5}]
    assert client.post(path(template, "runs"), json={"theme": "winter", "adapters": []}).json()["adapters"] == []
    with live.studio.work(write=True) as work:
        delete_adapter(work, UUID(adapter_id), by=SYSTEM)
        work.commit()
    gone = client.post(path(template, "runs"), json={"theme": "winter"})
    assert (gone.status_code, gone.json()["code"]) == (422, "adapter_gone")
    problems = client.post(path(template, "preview"), json={}).json()["problems"]
    assert [problem["code"] for problem in problems] == ["adapter_gone"]
    assert client.post(path(template, "preview"), json={"overrides": {"adapters": []}}).json()["problems"] == []
    unknown = {"adapters": [{"adapter_id": adapter_id, "weight": 0.25}]}
    merge_patch = {"Content-Type": "application/merge-patch+json"}
    for refused in (
        client.post("/set-templates", json={"name": "Tarot", **unknown}),
        client.patch(path(template), json=unknown, headers=merge_patch),
    ):
        assert (refused.status_code, refused.json()["code"]) == (422, "unknown_adapter")
    cleared = client.patch(path(template), json={"adapters": None}, headers=merge_patch).json()
    assert (cleared["adapters"], cleared["version"]) == (None, 2)


def test_a_model_that_the_engine_lacks_is_refused(as_role: ClientFor) -> None:
    client = as_role("editor")
    template = create(client, model="graphite")
    assert template["model"] == "graphite"
    problems = client.post(path(template, "preview"), json={}).json()["problems"]
    assert [(problem["position"], problem["code"]) for problem in problems] == [(None, "unknown_model")]
    job = {"kind": "generate", "prompt": "a fox", "model": "graphite"}
    for refused in (client.post(path(template, "runs"), json={"theme": "winter"}), client.post("/jobs", json=job)):
        assert (refused.status_code, refused.json()["code"]) == (422, "unknown_model")
        assert [error["pointer"] for error in refused.json()["errors"]] == ["/model"]
    merge_patch = {"Content-Type": "application/merge-patch+json"}
    assert client.patch(path(template), json={"model": None}, headers=merge_patch).json()["model"] is None
    assert client.post(path(template, "runs"), json={"theme": "winter"}).json()["model"] is None
    assert client.get("/models?engine=press&base=Stable%20Diffusion%201").json()["items"] == []


def test_a_run_is_started_read_and_cancelled(as_role: ClientFor) -> None:
    client = as_role("editor")
    template = create(client)
    started = client.post(path(template, "runs"), json={"theme": "winter", "seed": 5, "width": 64, "height": 64})
    run = started.json()
    assert (started.status_code, started.headers["Location"]) == (202, f"/api/v1/set-runs/{run['id']}")
    assert (run["state"], run["row_count"], run["seed"], run["theme"]) == ("queued", 2, 5, "winter")
    album = client.get(f"/albums/{run['album_id']}").json()
    assert (album["name"], album["source"], album["visibility"]) == ("Tarot — winter", "set_run", "private")
    assert album["template"] == {"set_template_id": template["id"], "name": "Tarot", "version": 1, "theme": "winter"}
    detail = client.get(f"/set-runs/{run['id']}").json()
    assert [(row["position"], row["state"], row["image_id"]) for row in detail["rows"]] == [
        (0, "queued", None),
        (1, "queued", None),
    ]
    jobs = client.get("/jobs", params={"set_run_id": run["id"]}).json()["items"]
    assert {job["request"]["width"] for job in jobs} == {64}
    assert client.get("/set-runs", params={"state": "queued"}).json()["items"] == [run]
    assert client.post(f"/set-runs/{run['id']}/retry").json()["code"] == "nothing_to_retry"
    assert client.post(f"/set-runs/{run['id']}/cancel").json()["state"] == "cancelled"
    again = client.post(f"/set-runs/{run['id']}/cancel")
    assert (again.status_code, again.json()["code"]) == (409, "set_run_finished")
    assert client.get("/set-runs?state=queued&state=running").json()["items"] == []


def test_an_unknown_adapter_is_refused(client: httpx.Client) -> None:
    response = client.post(path(create(client), "runs"), json={"theme": "x", "adapters": [{"adapter_id": UNKNOWN_ID}]})
    assert (response.status_code, response.json()["code"]) == (422, "unknown_adapter")
    assert [error["pointer"] for error in response.json()["errors"]] == ["/adapters/0"]


def test_a_set_with_problems_cannot_be_run(client: httpx.Client) -> None:
    refused = client.post(path(create(client, rows=[]), "runs"), json={"theme": "x"})
    assert (refused.status_code, refused.json()["code"]) == (422, "set_has_problems")
    assert [error["code"] for error in refused.json()["errors"]] == ["no_rows"]
    assert client.get("/set-runs").json()["items"] == client.get("/albums").json()["items"] == []


REQUESTS = [
    ("GET", "/set-templates", None, {None: 401, "viewer": 200}),
    ("POST", "/set-templates", {"name": "x"}, {None: 401, "viewer": 403, "editor": 201}),
    ("GET", "{template}", None, {None: 401, "viewer": 200}),
    ("DELETE", "{template}", None, {None: 401, "viewer": 403, "editor": 403, "admin": 204}),
    ("GET", "{template}/rows", None, {None: 401, "viewer": 200}),
    ("PUT", "{template}/rows", {"rows": ROWS}, {None: 401, "viewer": 403, "editor": 200}),
    ("POST", "{template}/preview", {}, {None: 401, "viewer": 403, "editor": 200}),
    ("POST", "{template}/runs", {"theme": "x"}, {None: 401, "viewer": 403, "editor": 202}),
    ("GET", "/set-runs", None, {None: 401, "viewer": 200}),
    ("GET", "{run}", None, {None: 401, "viewer": 200}),
    ("POST", "{run}/cancel", None, {None: 401, "viewer": 403, "editor": 403, "admin": 200}),
    ("POST", "{run}/retry", None, {None: 401, "viewer": 403, "editor": 403, "admin": 409}),
]


@pytest.mark.parametrize(("method", "url", "body", "expected"), REQUESTS, ids=[f"{r[0]} {r[1]}" for r in REQUESTS])
def test_each_operation_requires_the_role_that_the_contract_declares(
    as_role: ClientFor, method: str, url: str, body: Any, expected: dict[str | None, int]
) -> None:
    owner = as_role("editor")
    template = create(owner)
    run = owner.post(path(template, "runs"), json={"theme": "x"}).json()
    merge = {"Content-Type": "application/merge-patch+json"}
    owner.patch(f"/albums/{run['album_id']}", content='{"visibility": "shared"}', headers=merge)
    address = url.format(template=path(template), run=f"/set-runs/{run['id']}")
    statuses = {role: as_role(role).request(method, address, json=body).status_code for role in expected}
    assert statuses == expected


def test_a_private_set_template_is_invisible_to_others(as_role: ClientFor) -> None:
    template = create(as_role("editor"), visibility="private")
    other = as_role("editor")
    assert other.get("/set-templates").json()["items"] == []
    for response in (
        other.get(path(template)),
        other.get(path(template, "rows")),
        other.put(path(template, "rows"), json={"rows": ROWS}),
        other.delete(path(template)),
        other.post(path(template, "preview"), json={}),
        other.post(path(template, "runs"), json={"theme": "x"}),
    ):
        assert (response.status_code, response.json()["code"]) == (404, "set_template_not_found")
    assert as_role("admin").get(path(template)).status_code == 200
