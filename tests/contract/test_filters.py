"""Each filter of each list selects what it says: a handler that drops a filter, or swaps two, shows.

A studio is populated so that each filter has both items to select and items to leave out.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import httpx
import pytest
import sqlalchemy as sa

from codegen.types import resolve
from platemark.access import SYSTEM
from platemark.adapters import service as adapters
from platemark.adapters.views import NewAdapter
from platemark.db.tables import Base
from platemark.images import service as images
from platemark.images.views import StoredPicture
from tests.contract.distinct_rows import DistinctRows
from tests.populate import MERGE_PATCH, ok_json, populate, upload
from tests.serving import Live, contract

Item = dict[str, Any]
Selects = Callable[[Item], bool]
DOCUMENT = dict(contract().document)
PAGING = {"limit", "cursor", "sort"}
NOT_OF_ITEMS = {
    "streamEvents", "getTrainingLog", "listApiTokens", "listModels", "listSessions", "exportAlbum", "getImageThumbnail",
    "getContactSheet",
}  # fmt: skip
"""Their parameters say where to begin, whose tokens and sessions or which engine's models to list, or how files are."""

SHOWN_APART = {"listImages": "trashed", "listSetTemplates": "archived"}
"""What a list shows only to who asks for it."""


def paths_of_lists() -> dict[str, str]:
    """The paths of the operations that list items, by operationId."""
    return {
        item["get"]["operationId"]: path
        for path, item in DOCUMENT["paths"].items()
        if "get" in item and item["get"]["operationId"] not in NOT_OF_ITEMS and filters_of(path)
    }


def filters_of(path: str) -> set[str]:
    """The query parameters of the GET of a path, without those of its paging."""
    parameters = [resolve(DOCUMENT, each) for each in DOCUMENT["paths"][path]["get"].get("parameters", [])]
    return {each["name"] for each in parameters if each["in"] == "query"} - PAGING


PATHS = paths_of_lists()


def has(**fields: Any) -> Selects:
    """Selects the items with these fields."""
    return lambda item: all(item[name] == value for name, value in fields.items())


def is_one_of(*items: Item) -> Selects:
    """Selects these items."""
    return lambda item: item["id"] in {each["id"] for each in items}


def of_times(thing: Item) -> dict[str, tuple[Any, Selects]]:
    """The filters of times: those of the time of ``thing``."""
    at = thing["created_at"]
    return {
        "created_after": (at, lambda item: moment(item) >= moment(thing)),
        "created_before": (at, lambda item: moment(item) < moment(thing)),
    }


def moment(item: Item) -> datetime:
    return datetime.fromisoformat(item["created_at"])


def add_what_populate_lacks(live: Live, client: httpx.Client) -> dict[str, Item]:
    """What makes a second kind of each list; the things that filters name."""
    digest = live.studio.blobs.put(b"weights")
    lora = NewAdapter(
        name="Frost", format="lora", digest=digest, size_bytes=7, source="registered", visibility="public"
    )
    with live.studio.work(write=True) as work:
        adapters.register_adapter(work, live.studio, lora, by=SYSTEM)
        work.commit()
    album = ok_json(client.post("/albums", json={"name": "Blueprints", "visibility": "private"}))
    image = upload(client, (1, 1, 1), album_id=album["id"], title="Unlike", nsfw="true")
    patched = client.patch(f"/images/{image['id']}/mark", json={"rating": 4, "starred": True}, headers=MERGE_PATCH)
    image |= ok_json(patched)
    ok_json(client.post(f"/images/{image['id']}/labels", json={"kind": "tag", "text": "vixen"}))
    made = add_made_image(live)
    trashed = upload(client, (2, 2, 2))
    assert client.delete(f"/images/{trashed['id']}").status_code == 204
    new = {"prompt_template": "{card}", "rows": [{"card": "sun"}], "visibility": "public"}
    tarot, archived = (ok_json(client.post("/set-templates", json={**new, "name": name})) for name in ("Tarot", "Old"))
    with live.studio.database.writing.begin() as connection:  # an import names it
        row = Base.metadata.tables["set_templates"]
        connection.execute(sa.update(row).where(row.c.id == UUID(tarot["id"])).values(slug="arcana"))
    run = ok_json(client.post(f"/set-templates/{tarot['id']}/runs", json={"theme": "summer"}))
    ok_json(client.post(f"/set-runs/{run['id']}/cancel"))
    assert client.delete(f"/set-templates/{archived['id']}").status_code == 204
    of_import: dict[str, Any] = {"kind": "sets", "lease_until": None, "created_by": None, "counts": {}, "results": {}}
    DistinctRows(live.studio.database, full=True).add("imports", **of_import, reasons=[], discrepancies=[])
    with live.studio.database.writing.begin() as connection:
        item = Base.metadata.tables["import_items"]
        connection.execute(sa.update(item).where(item.c.position == 1).values(discrepancy="bytes_differ"))
    report = ok_json(client.post("/bug-reports", json={"description": "Odd", "trace_id": "trace-of-the-odd-one"}))
    return {
        "album": album, "image": image, "made": made, "trashed": trashed, "tarot": tarot, "archived": archived,
        "run": run,
        "job": ok_json(client.get("/jobs", params={"set_run_id": run["id"]}))["items"][0],
        "report": ok_json(client.get(f"/bug-reports/{report['id']}")),
    }  # fmt: skip


def add_made_image(live: Live) -> Item:
    """An image that was made otherwise than all others, and is larger."""
    adapter = {
        "adapter_id": str(UUID(int=7)), "name": "Frost", "format": "lora", "digest": "0" * 64, "weight": 1.0,
        "training_run_id": None, "dataset_digest": None,
    }  # fmt: skip
    made = {"engine": "kiln", "model": "umber", "seed": 7777, "adapters": [adapter]}
    with live.studio.work(write=True) as work:
        blobs = live.studio.blobs
        digest, small = blobs.put(b"large"), blobs.put(b"small")
        picture = StoredPicture(digest, small, "image/png", 512, 900, 5, "")
        shown: dict[str, Any] = {"title": "Made", "prompt": "", "visibility": "public", "job_id": None}
        made_id = images.insert_generated(work, blobs, picture, provenance=made, created_by=None, **shown)
        work.commit()
    return {"id": str(made_id)}


def cases(things: dict[str, Item]) -> dict[str, dict[str, tuple[Any, Selects]]]:
    """By operation and filter, a value of the filter and what it selects."""
    report = things["report"]
    return {
        "listAlbums": {
            "visibility": ("public", has(visibility="public")),
            "source": ("import", has(source="import")),
            "q": ("blueprint", is_one_of(things["album"])),
        },
        "listImages": {
            "album_id": (things["album"]["id"], is_one_of(things["image"])),
            "label": ("vixen", is_one_of(things["image"])),
            "q": ("unlike", is_one_of(things["image"])),
            "nsfw": ("true", has(nsfw=True)),
            "visibility": ("shared", has(visibility="shared")),
            "source": ("imported", has(source="imported")),
            "trashed": ("true", is_one_of(things["trashed"])),
            "rating_min": (4, has(rating=4)),
            "starred": ("true", has(starred=True)),
            "engine": ("kiln", is_one_of(things["made"])),
            "model": ("umber", is_one_of(things["made"])),
            "adapter_id": (UUID(int=7), is_one_of(things["made"])),
            "seed": (7777, is_one_of(things["made"])),
            "orientation": ("portrait", lambda item: item["width"] < item["height"]),
            "side_min": (512, lambda item: min(item["width"], item["height"]) >= 512),
            **of_times(things["image"]),
        },
        "listSetTemplates": {
            "visibility": ("public", has(visibility="public")),
            "q": ("tarot", is_one_of(things["tarot"])),
            "archived": ("true", is_one_of(things["archived"])),
            "slug": ("arcana", is_one_of(things["tarot"])),
        },
        "listSetRuns": {
            "state": ("cancelled", has(state="cancelled")),
            "set_template_id": (things["tarot"]["id"], has(set_template_id=things["tarot"]["id"])),
        },
        "listJobs": {
            "state": ("cancelled", has(state="cancelled")),
            "kind": ("caption", has(kind="caption")),
            "set_run_id": (things["run"]["id"], has(set_run_id=things["run"]["id"])),
            "created_by": (things["run"]["created_by"], has(created_by=things["run"]["created_by"])),
            **of_times(things["job"]),
        },
        "listTrainingRuns": {"state": ("cancelled", has(state="cancelled"))},
        "listTrainingMetrics": {
            "since_step": (12, lambda item: item["step"] > 12),
            "stride": (5, lambda item: item["step"] % 5 == 1 or item["step"] == 20),
        },
        "listAdapters": {
            "format": ("lora", has(format="lora")),
            "visibility": ("public", has(visibility="public")),
            "q": ("frost", has(name="Frost")),
        },
        "listBugReports": {
            "status": ("in_progress", has(status="in_progress")),
            "q": ("odd", is_one_of(report)),
            "trace_id": (report["trace_id"], is_one_of(report)),
            "fingerprint": (report["fingerprint"], is_one_of(report)),
            "grouped": ("true", has(duplicate_of=None)),
        },
        "listImports": {
            "kind": ("media", has(kind="media")),
            "state": ("planned", has(state="planned")),
        },
        "listImportItems": {
            "outcome": ("skipped", has(outcome="skipped")),
            "discrepancies": ("true", lambda item: item["discrepancy"] is not None),
        },
        "listWebhookDeliveries": {"state": ("failed", has(state="failed"))},
    }  # fmt: skip


@pytest.mark.parametrize("served", ["sqlite"], indirect=True)
def test_each_filter_selects_what_it_says(live: Live) -> None:
    populate(live)
    with live.client(live.token("admin", "keeper")) as client:
        things = add_what_populate_lacks(live, client)
        runs = client.get("/training-runs?state=cancelled").json()["items"]
        ids = {
            "training_run_id": runs[0]["id"],
            "import_id": client.get("/imports").json()["items"][-1]["id"],
            "webhook_id": client.get("/webhooks").json()["items"][0]["id"],
        }
        tried = cases(things)
        assert {name: filters_of(path) for name, path in PATHS.items()} == {name: {*tried[name]} for name in tried}
        for operation_id, path in PATHS.items():
            every = items_of(client, path.format(**ids))
            apart = SHOWN_APART.get(operation_id)
            hidden = items_of(client, path.format(**ids), **{apart: "true"}) if apart else []
            for name, (value, selects) in tried[operation_id].items():
                place = f"{operation_id}?{name}={value}"
                selected = items_of(client, path.format(**ids), **{name: value})
                expected = [item for item in (hidden if name == apart else every) if selects(item)]
                assert selected == expected, place
                assert selected, f"{place} selects nothing"
                assert len(selected) < len(every), f"{place} selects everything"


def items_of(client: httpx.Client, path: str, **query: Any) -> list[Item]:
    """The items of a list."""
    response = client.get(path, params={"limit": 200, **query})
    assert response.status_code == 200, response.text
    items: list[Item] = response.json()["items"]
    return items
