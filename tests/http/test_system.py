"""Health, server information, stats and metrics over HTTP."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import httpx
import pytest

from platemark.db.engine import connect
from platemark.db.tables import WorkerRow
from platemark.engines.base import Model
from platemark.engines.registry import Engines
from platemark.ids import cursor_for
from tests.conftest import ClientFor
from tests.populate import ok_json
from tests.serving import Live, serve
from tests.unit.set_runs.conftest import IdleEngine


def test_a_studio_without_workers_is_degraded(live: Live, as_role: ClientFor) -> None:
    response = as_role(None).get("/health")
    assert (response.status_code, response.json()["status"]) == (200, "degraded")
    assert response.json()["workers"]["ok"] is False
    with live.studio.work(write=True) as work:
        now = work.now()
        row = WorkerRow(id="w", host="h", pid=1, engines=[], state="idle", started_at=now, heartbeat_at=now)
        work.session.add(row)
        work.commit()
    assert as_role(None).get("/health").json()["status"] == "ok"


def test_health_works_while_the_database_is_unavailable(live: Live, tmp_path: Path) -> None:
    unavailable = connect(f"sqlite:///{tmp_path}/no-such-folder/platemark.db")
    with serve(replace(live.studio, database=unavailable)) as broken, broken.client() as client:
        response = client.get("/health")
        assert (response.status_code, response.json()["status"]) == (503, "down")
        assert "no-such-folder" not in response.text
        assert client.get("/server").status_code == 200
    unavailable.dispose()


def test_server_information_is_the_same_for_everyone(live: Live, as_role: ClientFor) -> None:
    server = as_role(None).get("/server").json()
    assert server == as_role("admin").get("/server").json()
    assert server["name"] == "Platemark"
    assert "press" in [engine["name"] for engine in server["engines"]]
    assert str(live.studio.settings.data_dir) not in str(server)


@pytest.mark.parametrize(("role", "stats", "metrics"), [(None, 401, 401), ("viewer", 200, 403), ("admin", 200, 200)])
def test_stats_and_metrics_require_a_role(as_role: ClientFor, role: str | None, stats: int, metrics: int) -> None:
    client = as_role(role)
    assert client.get("/stats").status_code == stats
    assert client.get("/metrics", headers={"Accept": "text/plain, */*"}).status_code == metrics


def test_metrics_are_in_prometheus_text_format(client: httpx.Client) -> None:
    response = client.get("/metrics")
    assert response.headers["content-type"].startswith("text/plain")
    assert "# TYPE platemark_queue_depth gauge" in response.text
    assert "\nplatemark_queue_depth 0.0\n" in response.text


def test_the_defaults_of_the_studio_are_read_and_changed(as_role: ClientFor, client: httpx.Client) -> None:
    admin, viewer = as_role("admin"), as_role("viewer")
    before = viewer.get("/settings")
    assert before.json() == {"engine": None, "model": None, "adapters": None, "updated_at": None}
    headers = {"Content-Type": "application/merge-patch+json", "If-Match": before.headers["ETag"]}
    assert viewer.patch("/settings", json={"engine": "press"}, headers=headers).status_code == 403
    changed = admin.patch("/settings", json={"engine": "press"}, headers=headers)
    assert (changed.status_code, changed.json()["engine"]) == (200, "press")
    assert viewer.get("/settings").json() == changed.json()
    assert admin.patch("/settings", json={"engine": None}, headers=headers).json()["code"] == "etag_mismatch"
    del headers["If-Match"]
    unknown = {"adapter_id": "0192e4a0-7c00-7000-8000-000000000081"}
    for body, code in (
        ({"engine": "cloud"}, "unknown_engine"),
        ({"model": "ink"}, "unknown_model"),
        ({"adapters": [unknown]}, "unknown_adapter"),
    ):
        refused = admin.patch("/settings", json=body, headers=headers)
        assert (refused.status_code, refused.json()["code"]) == (422, code)
    cleared = admin.patch("/settings", json={"engine": None, "model": None, "adapters": []}, headers=headers)
    assert cleared.json()["adapters"] == []


class Collection(IdleEngine):
    name = "collection"

    def models(self) -> list[Model]:
        return [Model(name="lead", digest="b" * 64, base="Stable Diffusion XL", size_bytes=7), Model(name="new")]


@pytest.mark.parametrize("served", ["sqlite"], indirect=True)
def test_a_list_of_models_says_what_an_engine_knows_of_each(live: Live) -> None:
    studio = replace(live.studio, engines=Engines.of([Collection()]))
    with serve(studio) as served, served.client(live.token("viewer")) as client:
        shown = [
            [it["name"], it["digest"], it["base"], it["size_bytes"]] for it in client.get("/models").json()["items"]
        ]
    assert shown == [["lead", "b" * 64, "Stable Diffusion XL", 7], ["new", None, None, None]]


class Growing(IdleEngine):
    """Has the models that a test gives it."""

    name = "growing"

    def __init__(self, names: str) -> None:
        self.names = names

    def models(self) -> list[Model]:
        return [Model(name=it) for it in self.names]


def names_of_page(client: httpx.Client, cursor: str | None, limit: int = 2) -> tuple[str, str | None]:
    params = {"limit": str(limit)} | ({} if cursor is None else {"cursor": cursor})
    page = ok_json(client.get("/models", params=params))
    return "".join(it["name"] for it in page["items"]), page["next_cursor"]


@pytest.mark.parametrize("served", ["sqlite"], indirect=True)
def test_models_are_paged_also_equal_ones_and_while_an_engine_finds_and_loses_some(live: Live) -> None:
    engine = Growing("acceg")
    studio = replace(live.studio, engines=Engines.of([Collection(), engine]))
    with serve(studio) as served, served.client(live.token("viewer")) as client:
        assert names_of_page(client, None, 7) == ("leadnewacceg", None)
        pages, cursor = list[str](), None
        while not pages or cursor is not None:
            page, cursor = names_of_page(client, cursor, 1)
            pages.append(page)
        assert pages == ["lead", "new", *"acceg"]
        first, cursor = names_of_page(client, None, 4)
        assert first == "leadnewac"
        engine.names = "bacceg"
        assert names_of_page(client, cursor, 9)[0] == "ceg", "after the c that was the last"
        engine.names = "aeg"
        assert names_of_page(client, cursor, 9)[0] == "g", "after as many as there were"
        engine.names = ""
        assert names_of_page(client, cursor) == ("", None)
        foreign = cursor_for(UUID(int=2**127 + 7))
        assert names_of_page(client, foreign) == ("", None)
