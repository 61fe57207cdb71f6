"""Pages: each list of the contract is walked item by item, and every item is met once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import httpx
import pytest

from generated.operations import OPERATIONS
from platemark.clock import utc_now
from platemark.ids import new_id
from tests.contract.answer_sources.things import image, job, set_template
from tests.contract.distinct_rows import DistinctRows
from tests.serving import Live

COUNT = 3
Fill = Callable[[DistinctRows], str]


def many(table: str, path: str, **values: Any) -> Fill:
    """``COUNT`` rows of a table, which the path lists."""

    def fill(rows: DistinctRows) -> str:
        for _ in range(COUNT):
            rows.add(table, **values)
        return path

    return fill


def tokens(rows: DistinctRows) -> str:
    user = rows.add("users")
    for _ in range(COUNT):
        rows.add("api_tokens", user_id=user["id"], parent_id=None, prefix=f"pm_{rows.number():05}")
    return f"/auth/tokens?user_id={user['id']}"


def images(rows: DistinctRows) -> str:
    for _ in range(COUNT):
        image(rows)
    return "/images"


def album_images(rows: DistinctRows) -> str:
    album = rows.add("albums", cover_image_id=None)
    for position in range(COUNT):
        rows.add("album_images", album_id=album["id"], image_id=image(rows)["id"], position=position)
    return f"/albums/{album['id']}/images"


def labels(rows: DistinctRows) -> str:
    picture = image(rows)
    for _ in range(COUNT):
        rows.add("labels", image_id=picture["id"])
    return f"/images/{picture['id']}/labels"


def set_templates(rows: DistinctRows) -> str:
    for _ in range(COUNT):
        set_template(rows)
    return "/set-templates"


def set_runs(rows: DistinctRows) -> str:
    template = set_template(rows)
    for _ in range(COUNT):
        run = rows.add(
            "set_runs",
            set_template_id=template["id"],
            album_id=new_id(),
            overrides={},
            adapters=[],
            grid=None,
            row_count=1,
        )
        job(rows, set_run_id=run["id"], album_id=None, row_position=0, state="queued")
    return "/set-runs"


def jobs(rows: DistinctRows) -> str:
    for _ in range(COUNT):
        job(rows, state="queued")
    return "/jobs"


def training_runs(rows: DistinctRows) -> str:
    for _ in range(COUNT):
        row = job(rows, kind="train", state="queued")
        rows.add("training_runs", job_id=row["id"], album_ids=[], dataset=[], parameters={}, steps=9999)
    return "/training-runs"


def import_row(rows: DistinctRows) -> Any:
    figures: dict[str, Any] = {"counts": {}, "results": {}, "reasons": [], "discrepancies": []}
    return rows.add("imports", **figures, state="planned", lease_until=None)


def sessions(rows: DistinctRows) -> str:
    user = rows.add("users")
    for _ in range(COUNT):
        rows.add(
            "sessions",
            user_id=user["id"],
            started_with="link",
            expires_at=utc_now().replace(microsecond=0) + timedelta(days=9),
        )
    return f"/auth/sessions?user_id={user['id']}"


def imports(rows: DistinctRows) -> str:
    for _ in range(COUNT):
        import_row(rows)
    return "/imports"


def import_items(rows: DistinctRows) -> str:
    of_import = import_row(rows)
    known: dict[str, Any] = {"payload": {}, "made": None, "new_blobs": None, "thing_kind": None, "thing_id": None}
    for _ in range(COUNT):
        rows.add("import_items", import_id=of_import["id"], target_id=new_id(), **known)
    return f"/imports/{of_import['id']}/items"


def webhook_deliveries(rows: DistinctRows) -> str:
    webhook = rows.add("webhooks", kinds=["job.finished"], enabled=True, disabled_reason=None)
    for _ in range(COUNT):
        rows.add(
            "webhook_deliveries",
            webhook_id=webhook["id"],
            kind="webhook.ping",
            attempts=[],
            state="delivered",
            next_attempt_at=None,
        )
    return f"/webhooks/{webhook['id']}/deliveries"


LISTS: dict[str, Fill] = {
    "listAdapters": many("adapters", "/adapters", metrics={}, trigger_words=[], default_weight=1.0),
    "listAlbumImages": album_images,
    "listAlbums": many("albums", "/albums", cover_image_id=None),
    "listApiTokens": tokens,
    "listBugReports": many("bug_reports", "/bug-reports", content={}, redactions=[], duplicate_of=None),
    "listImages": images,
    "listImportItems": import_items,
    "listImports": imports,
    "listJobs": jobs,
    "listLabels": labels,
    "listSessions": sessions,
    "listSetRuns": set_runs,
    "listSetTemplates": set_templates,
    "listTrainingRuns": training_runs,
    "listUsers": many("users", "/users"),
    "listWebhookDeliveries": webhook_deliveries,
    "listWebhooks": many(
        "webhooks", "/webhooks", kinds=["job.finished"], enabled=True, disabled_reason=None, url="https://a.example/"
    ),
}


NO_ROWS = "listModels"
"""Engines know these; ``tests/http/test_system.py`` walks them."""


def test_every_list_with_a_cursor_is_walked_here() -> None:
    paged = {each.id for each in OPERATIONS.values() if any(param.name == "cursor" for param in each.params)}
    assert paged == {*LISTS, NO_ROWS}


@pytest.mark.parametrize("operation", LISTS)
def test_the_cursor_of_each_page_leads_to_the_next_until_all_items_were_met(live: Live, operation: str) -> None:
    with live.client(live.token("admin")) as client:
        path = LISTS[operation](DistinctRows(live.studio.database, full=True))
        whole = [identity(item) for item in client.get(path).json()["items"]]
        assert len(set(whole)) == len(whole) >= COUNT
        assert client.get(path).json()["next_cursor"] is None
        assert walk(client, path) == whole


def walk(client: httpx.Client, path: str) -> list[Any]:
    """The items of all pages with one item each; an endless walk ends at an item that was met before."""
    met: list[Any] = []
    cursor: dict[str, str] = {}
    while True:
        page = client.get(httpx.URL(path).copy_merge_params({"limit": "1", **cursor})).json()
        (item,) = page["items"]
        assert identity(item) not in met
        met.append(identity(item))
        if page["next_cursor"] is None:
            return met
        cursor = {"cursor": page["next_cursor"]}


def identity(item: dict[str, Any]) -> Any:
    return item["id"] if "id" in item else item["key"]


def test_the_cursor_of_an_albums_first_images_leads_to_the_rest(live: Live) -> None:
    with live.client(live.token("admin")) as client:
        rows = DistinctRows(live.studio.database, full=True)
        album = rows.add("albums", cover_image_id=None)
        for position in range(51):
            rows.add("album_images", album_id=album["id"], image_id=image(rows)["id"], position=position)
        detail = client.get(f"/albums/{album['id']}").json()
        rest = client.get(f"/albums/{album['id']}/images", params={"cursor": detail["images_next_cursor"]}).json()
    assert [item["position"] for item in detail["images"] + rest["items"]] == list(range(51))
