"""Finding images over HTTP: by one's own marks and by time, in either order, in lists and for changing many."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from platemark.ids import id_at
from tests.conftest import ClientFor
from tests.contract.answer_sources.things import image
from tests.contract.distinct_rows import DistinctRows
from tests.populate import MERGE_PATCH, ok_json, upload
from tests.serving import Live

FIRST = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def ids(live: Live) -> list[str]:
    """Images that were created a minute apart, the first at ``FIRST``."""
    rows = DistinctRows(live.studio.database, full=False)
    moments = [FIRST + timedelta(minutes=number) for number in range(5)]
    return [str(image(rows, id=id_at(at), created_at=at, visibility="public")["id"]) for at in moments]


def listed(client: httpx.Client, **query: Any) -> list[str]:
    """The ids of all pages of two."""
    ids: list[str] = []
    cursor: str | None = None
    while True:
        page = ok_json(client.get("/images", params={"limit": 2, **query, **({"cursor": cursor} if cursor else {})}))
        ids += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            return ids


def at(minutes: float, offset: str = "Z") -> str:
    """A time so long after ``FIRST``, said with this offset of two hours or none."""
    moment = FIRST + timedelta(minutes=minutes, hours=0 if offset == "Z" else 2)
    return moment.isoformat().replace("+00:00", offset)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, [4, 3, 2, 1, 0]),
        ({"sort": "newest"}, [4, 3, 2, 1, 0]),
        ({"sort": "oldest"}, [0, 1, 2, 3, 4]),
        ({"created_after": at(2)}, [4, 3, 2]),
        ({"created_after": at(2, "+02:00")}, [4, 3, 2]),
        ({"created_after": "2026-03-01T12:02:00.0000001Z"}, [4, 3, 2]),
        ({"created_after": "2026-03-01T12:02:00.0001Z"}, [4, 3]),
        ({"created_before": at(2)}, [1, 0]),
        ({"created_before": "2026-03-01T12:02:00.0001Z"}, [2, 1, 0]),
        ({"created_after": at(1), "created_before": at(4)}, [3, 2, 1]),
        ({"created_after": at(1), "created_before": at(4), "sort": "oldest"}, [1, 2, 3]),
        ({"created_after": at(3), "created_before": at(3)}, []),
        ({"created_after": at(4), "created_before": at(1)}, []),
        ({"created_after": "0001-01-01T00:00:00Z", "created_before": "9999-12-31T23:59:59.999999Z"}, [4, 3, 2, 1, 0]),
        ({"created_before": "0001-01-01T00:00:00Z", "sort": "oldest"}, []),
        ({"created_after": "9999-12-31T23:59:59.999999Z", "sort": "oldest"}, []),
        ({"created_after": "1969-12-31T23:59:59Z"}, [4, 3, 2, 1, 0]),
    ],
    ids=str,
)
def test_images_are_listed_by_time_in_either_order(
    as_role: ClientFor, live: Live, ids: list[str], query: dict[str, str], expected: list[int]
) -> None:
    with live.client() as visitor:
        for client in (visitor, as_role("admin")):
            assert listed(client, **query) == [ids[number] for number in expected]


def test_a_list_by_marks_is_the_callers_own(as_role: ClientFor, live: Live, ids: list[str]) -> None:
    reader, other = as_role("viewer"), as_role("editor")
    for number, rating in enumerate((5, 0, 3, 4)):
        changes = {"rating": rating, "starred": number % 2 == 1}
        ok_json(reader.patch(f"/images/{ids[number]}/mark", json=changes, headers=MERGE_PATCH))
    ok_json(other.patch(f"/images/{ids[4]}/mark", json={"rating": 1, "starred": True}, headers=MERGE_PATCH))
    best_first = {1: [3, 2, 0], 2: [3, 2, 0], 3: [3, 2, 0], 4: [3, 0], 5: [0]}
    for rating, expected in best_first.items():
        assert listed(reader, rating_min=rating) == [ids[it] for it in expected]
    assert listed(reader, starred=True) == [ids[3], ids[1]]
    assert listed(reader, starred=True, sort="oldest") == [ids[1], ids[3]]
    assert listed(reader, starred=True, rating_min=1, created_after=at(3)) == [ids[3]]
    assert listed(reader, starred=False) == ids[::-1], "all, as if it were not asked for"
    assert listed(other, rating_min=1) == listed(other, starred=True) == [ids[4]]
    with live.client() as visitor:
        assert listed(visitor, rating_min=1) == listed(visitor, starred=True) == []


def test_what_one_does_not_see_is_in_no_list_by_marks(as_role: ClientFor) -> None:
    owner, reader = as_role("editor"), as_role("viewer")
    image_id = upload(owner, (1, 2, 3), visibility="shared")["id"]
    ok_json(reader.patch(f"/images/{image_id}/mark", json={"starred": True}, headers=MERGE_PATCH))
    ok_json(owner.patch(f"/images/{image_id}/mark", json={"starred": True}, headers=MERGE_PATCH))
    ok_json(owner.patch(f"/images/{image_id}", json={"visibility": "private"}, headers=MERGE_PATCH))
    assert (listed(reader, starred=True), listed(owner, starred=True)) == ([], [image_id])
    owner.delete(f"/images/{image_id}")
    assert (listed(owner, starred=True), listed(owner, starred=True, trashed=True)) == ([], [image_id])


@pytest.mark.parametrize(
    "query",
    [
        {"rating_min": 0},
        {"rating_min": 6},
        {"sort": "best"},
        {"created_after": "yesterday"},
        {"created_before": "2026-02-30T00:00:00Z"},
        {"created_before": "2026-03-01T12:00:00"},
    ],
    ids=str,
)
def test_what_is_no_filter_is_refused(client: httpx.Client, query: dict[str, Any]) -> None:
    refused = client.get("/images", params=query)
    assert (refused.status_code, refused.json()["code"]) == (400, "does_not_fit")


def test_many_images_are_found_by_marks_and_time(as_role: ClientFor, ids: list[str]) -> None:
    editor = as_role("editor")
    for number in (1, 2, 3):
        mark = {"rating": number, "starred": number > 1}
        ok_json(editor.patch(f"/images/{ids[number]}/mark", json=mark, headers=MERGE_PATCH))

    def count(**filters: Any) -> int:
        body = {"filter": filters, "changes": {"nsfw": True}, "dry_run": True}
        return int(ok_json(editor.post("/images/bulk", json=body))["changed_count"])

    assert (count(rating_min=1), count(rating_min=3), count(rating_min=5), count(starred=True)) == (3, 1, 0, 2)
    assert (count(created_after=at(3)), count(created_before=at(3)), count()) == (2, 3, 5)
    for rating in (0, 6):
        body = {"filter": {"rating_min": rating}, "changes": {"nsfw": True}, "dry_run": True}
        assert editor.post("/images/bulk", json=body).status_code == 400
