"""Albums and jobs over HTTP in either order, and jobs of a span of time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import httpx
import pytest

from platemark.ids import id_at
from tests.contract.answer_sources.things import job
from tests.contract.distinct_rows import DistinctRows, Row
from tests.populate import ok_json
from tests.serving import Live

FIRST = datetime(2026, 3, 1, 12, tzinfo=UTC)
STATES = ("succeeded", "failed", "cancelled")


def listed(client: httpx.Client, path: str, **query: Any) -> list[str]:
    """The ids of all pages of two."""
    ids: list[str] = []
    cursor: str | None = None
    while True:
        page = ok_json(client.get(path, params={"limit": 2, **query, **({"cursor": cursor} if cursor else {})}))
        ids += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            return ids


def at(minutes: float) -> str:
    """A time so long after ``FIRST``."""
    return (FIRST + timedelta(minutes=minutes)).isoformat().replace("+00:00", "Z")


@pytest.fixture
def jobs(live: Live) -> list[Row]:
    """Jobs of two users in three states, a minute apart, the first at ``FIRST``; of each third, an id is half older."""
    rows = DistinctRows(live.studio.database, full=False)
    users = [rows.add("users")["id"] for _ in range(2)]
    made = []
    for number in range(9):
        created_at = FIRST + timedelta(minutes=number)
        values: dict[str, Any] = {"kind": ("generate", "caption")[number % 2], "state": STATES[number % 3]}
        id_ = id_at(created_at - timedelta(seconds=30 if number % 3 == 0 else 0))
        made.append(job(rows, id=id_, created_at=created_at, created_by=users[number // 5], **values))
    return made


FILTERS: list[tuple[dict[str, Any], Any]] = [
    ({}, lambda _: True),
    ({"kind": "caption"}, lambda row: row["kind"] == "caption"),
    ({"state": ["succeeded", "failed"]}, lambda row: row["state"] != "cancelled"),
    ({"state": ["failed"], "kind": "generate"}, lambda row: (row["state"], row["kind"]) == ("failed", "generate")),
]
SPANS: list[tuple[float | None, float | None]] = [
    (None, None), (2, None), (None, 6), (2, 6), (2.1, 5.9), (3, 3), (7, 1), (-99, 99),
]  # fmt: skip


@pytest.mark.parametrize("sort", [None, "newest", "oldest"])
def test_jobs_are_listed_by_time_in_either_order(client: httpx.Client, jobs: list[Row], sort: str | None) -> None:
    of_user = ({"created_by": str(jobs[0]["created_by"])}, lambda row: row["created_by"] == jobs[0]["created_by"])
    for (query, matches), (after, before) in product([*FILTERS, of_user], SPANS):
        expected = [
            str(row["id"])
            for row in jobs
            if matches(row)
            and (after is None or row["created_at"] >= FIRST + timedelta(minutes=after))
            and (before is None or row["created_at"] < FIRST + timedelta(minutes=before))
        ]
        times = {"created_after": after, "created_before": before}
        given = {name: at(minutes) for name, minutes in times.items() if minutes is not None}
        order = {} if sort is None else {"sort": sort}
        in_order = expected if sort == "oldest" else expected[::-1]
        assert listed(client, "/jobs", **query, **given, **order) == in_order, (query, given)


def test_counts_of_jobs_are_of_all_times(client: httpx.Client, jobs: list[Row]) -> None:
    page = ok_json(client.get("/jobs", params={"created_after": at(99)}))
    assert (page["items"], page["counts"]["failed"]) == ([], len(jobs) // 3)


def test_albums_are_listed_in_either_order(client: httpx.Client) -> None:
    ids = [ok_json(client.post("/albums", json={"name": f"Proofs {number}"}))["id"] for number in range(5)]
    for query in ({}, {"q": "proofs"}, {"visibility": ["private", "public"]}, {"source": "manual"}):
        assert listed(client, "/albums", sort="oldest", **query) == ids
        assert listed(client, "/albums", sort="newest", **query) == listed(client, "/albums", **query) == ids[::-1]


@pytest.mark.parametrize("path", ["/albums", "/jobs"])
def test_an_order_that_there_is_not_is_refused(client: httpx.Client, path: str) -> None:
    refused = client.get(path, params={"sort": "name"})
    assert (refused.status_code, refused.json()["code"]) == (400, "does_not_fit")
