"""Finding images over HTTP by how they were made and by their shape, as far as the caller may read that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import httpx
import pytest

from platemark.images import service as images
from platemark.images.views import StoredPicture
from tests.conftest import ClientFor
from tests.contract.answer_sources.people_and_pictures import provenance_of
from tests.contract.distinct_rows import DistinctRows
from tests.http.test_finding_images import listed
from tests.populate import MERGE_PATCH, ok_json, upload
from tests.serving import Live

DIGEST = "ab" * 32
Make = Callable[..., str]


@pytest.fixture
def make(live: Live) -> Make:
    """``make(owner, width, height, **provenance)`` inserts an image as the worker does; its id."""
    rows = DistinctRows(live.studio.database, full=True)

    def make(client: httpx.Client, width: int = 8, height: int = 8, visibility: str = "shared", **said: Any) -> str:
        provenance = {**provenance_of(rows), **said}
        owner = ok_json(client.get("/auth/status"))["user"]["id"]
        with live.studio.work(write=True) as work:
            blobs = live.studio.blobs
            digest, small = (blobs.put(f"{width} {height} {rows.number()}".encode()) for _ in range(2))
            picture = StoredPicture(digest, small, "image/png", width, height, 5, "")
            image_id = images.insert_generated(
                work, blobs, picture, title="", prompt="a fox", provenance=provenance, visibility=visibility,
                job_id=None, created_by=UUID(owner),
            )  # fmt: skip
            work.commit()
        return str(image_id)

    return make


def test_images_are_found_by_how_they_were_made(as_role: ClientFor, make: Make) -> None:
    editor = as_role("editor")
    upload(editor, (1, 2, 3), visibility="shared")
    frost, first = (make(editor, seed=2**53 - 1, model=it) for it in (f"ink sha256:{DIGEST}", "ink"))
    other = make(editor, seed=0, model="Ink", engine="kiln", adapters=[])
    (adapter,) = ok_json(editor.get(f"/images/{frost}"))["provenance"]["adapters"]
    for query, expected in (
        ({"engine": "press"}, [first, frost]),
        ({"engine": "kiln"}, [other]),
        ({"engine": "k"}, []),
        ({"engine": "x" * 64}, []),
        ({"model": "ink"}, [first, frost]),
        ({"model": f"ink sha256:{DIGEST}"}, [frost]),
        ({"model": "Ink"}, [other]),
        ({"model": "i"}, []),
        ({"model": "x" * 500}, []),
        ({"seed": 0}, [other]),
        ({"seed": 2**53 - 1}, [first, frost]),
        ({"seed": 2**53 - 1, "model": "Ink"}, []),
        ({"adapter_id": adapter["adapter_id"]}, [frost]),
        ({"engine": "press", "seed": 2**53 - 1, "model": "ink", "sort": "oldest"}, [frost, first]),
        ({"engine": "press", "q": "fox", "source": "generated"}, [first, frost]),
    ):
        assert listed(editor, **query) == expected, query


def test_who_may_not_read_how_images_were_made_does_not_find_them_by_it(
    as_role: ClientFor, live: Live, make: Make
) -> None:
    editor, viewer = as_role("editor"), as_role("viewer")
    theirs = make(editor, visibility="public", seed=7, model="ink")
    own = make(viewer, visibility="public", seed=7, model="ink")
    (adapter,) = ok_json(editor.get(f"/images/{theirs}"))["provenance"]["adapters"]
    assert ok_json(viewer.get(f"/images/{theirs}"))["provenance"] is None
    private = make(editor, visibility="private", seed=7)
    with live.client() as visitor:
        for query in ({"engine": "press"}, {"model": "ink"}, {"seed": 7}, {"engine": "press", "seed": 7}):
            assert (listed(visitor, **query), listed(viewer, **query)) == ([], [own]), query
            assert own in listed(editor, **query)
        for client in (visitor, viewer):
            assert listed(client, adapter_id=adapter["adapter_id"]) == []
        assert set(listed(visitor, orientation="square")) == {own, theirs}, "everybody sees a shape"
    assert private not in listed(as_role("editor"), seed=7)


@pytest.mark.parametrize("size", [(600, 512), (511, 1024), (4096, 4096), (1024, 2048)], ids=str)
def test_images_are_found_by_their_shape(client: httpx.Client, make: Make, size: tuple[int, int]) -> None:
    width, height = size
    image_id = make(client, width, height)
    shapes = {"portrait": width < height, "landscape": width > height, "square": width == height}
    for shape, is_so in shapes.items():
        assert listed(client, orientation=shape) == [image_id] * is_so
    for side in (512, 1024, 2048, 4096):
        assert listed(client, side_min=side) == [image_id] * (min(size) >= side)
        assert listed(client, side_min=side, orientation="square") == [image_id] * (width == height >= side)


REFUSED = (
    {"engine": ""}, {"engine": "Press"}, {"engine": "x" * 65}, {"model": ""}, {"model": "x" * 501}, {"model": "a\tb"},
    {"adapter_id": "frost"}, {"seed": -1}, {"seed": 2**53}, {"orientation": "round"}, {"side_min": 700},
)  # fmt: skip


@pytest.mark.parametrize("query", REFUSED, ids=str)
def test_what_is_no_filter_is_refused(client: httpx.Client, query: dict[str, Any]) -> None:
    body = {"filter": query, "changes": {"nsfw": True}, "dry_run": True}
    for refused in (client.get("/images", params=query), client.post("/images/bulk", json=body)):
        assert (refused.status_code, refused.json()["code"]) == (400, "does_not_fit")


def test_many_images_are_found_by_how_they_were_made(as_role: ClientFor, make: Make) -> None:
    editor = as_role("editor")
    images = [make(editor, 512 * number, 1024, seed=number, engine="kiln", model="ink") for number in (1, 2, 8)]
    (adapter,) = ok_json(editor.get(f"/images/{images[0]}"))["provenance"]["adapters"]
    longest = {"engine": "x" * 64, "model": "x" * 500, "seed": 2**53 - 1}
    for filters, count in (
        ({"engine": "kiln"}, 3), ({"engine": "k"}, 0), ({"model": "ink"}, 3), ({"model": "i"}, 0), ({"seed": 1}, 1),
        ({"seed": 0}, 0), ({"adapter_id": adapter["adapter_id"]}, 1), ({"orientation": "portrait"}, 1),
        ({"orientation": "square"}, 1), ({"orientation": "landscape"}, 1), ({"side_min": 512}, 3),
        ({"side_min": 1024}, 2), ({"side_min": 2048}, 0), ({"side_min": 4096}, 0), (longest, 0),
        ({"engine": "kiln", "seed": 2, "side_min": 1024, "orientation": "square"}, 1),
    ):  # fmt: skip
        body = {"filter": filters, "changes": {"nsfw": True}, "dry_run": True}
        assert ok_json(editor.post("/images/bulk", json=body))["changed_count"] == count, filters


def test_a_purged_image_is_found_no_more(client: httpx.Client, make: Make, live: Live) -> None:
    image_id = make(client, seed=7)
    ok_json(client.patch(f"/images/{image_id}/mark", json={"rating": 4}, headers=MERGE_PATCH))
    client.delete(f"/images/{image_id}")
    assert (listed(client, seed=7), listed(client, seed=7, trashed=True)) == ([], [image_id])
    assert client.delete(f"/trash/{image_id}").status_code == 204
    with live.studio.work(write=False) as work:
        assert work.connection.exec_driver_sql("SELECT count(*) FROM image_traits").scalar() == 0
    assert listed(client, seed=7, trashed=True) == []
