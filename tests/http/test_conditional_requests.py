"""Conditional and partial reads, of every operation that answers with a file or with an ETag."""

from __future__ import annotations

from collections.abc import Callable
from email.utils import formatdate
from typing import Any
from uuid import UUID

import httpx
import pytest

from generated.base import FileBody
from generated.operations import OPERATIONS
from platemark.http.conditions import is_listed
from platemark.http.files import select_range
from platemark.http.problems import HttpProblem
from platemark.jobs import previews, queue
from tests.conftest import ClientFor
from tests.populate import MERGE_PATCH, ok_json, populate, upload, webp
from tests.serving import Live


def reads(accepts: Callable[[Any], bool]) -> set[str]:
    """The ids of the GET operations with a class of 200 responses that ``accepts`` accepts."""
    gets = [operation for operation in OPERATIONS.values() if operation.method == "GET"]
    return {operation.id for operation in gets if any(map(accepts, operation.responses.get(200, ())))}


FILES = reads(lambda kind: kind.__annotations__.get("body") == FileBody.__name__)
TAGGED = reads(lambda kind: "ETag" in kind.headers)
DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def running_job(live: Live) -> UUID:
    """The id of a job that has a preview."""
    with live.studio.work(write=True) as work:
        lease = queue.claim(work, "a-worker", lease_ms=60_000)
        assert lease is not None
        previews.store(work, lease, webp(), 0.5)
        work.commit()
    return lease.job_id


@pytest.fixture
def paths(live: Live, client: httpx.Client) -> dict[str, str]:
    """A path of each operation that answers with an ETag, in a studio with resources of every kind."""
    populate(live)
    reports = client.get("/bug-reports").json()["items"]
    report = next(report["id"] for report in reports if report["has_screenshot"])
    runs = [client.get(f"/training-runs/{run['id']}").json() for run in client.get("/training-runs").json()["items"]]
    (sample,) = [sample["url"] for run in runs for sample in run["samples"]]
    image, album, template, adapter = (
        client.get(f"/{name}").json()["items"][0]["id"] for name in ("images", "albums", "set-templates", "adapters")
    )
    user = client.get("/users").json()["items"][0]["id"]
    return {
        "getJobPreview": f"/jobs/{running_job(live)}/preview",
        "getAdapter": f"/adapters/{adapter}",
        "getAdapterFile": f"/adapters/{adapter}/file",
        "getAdapterPreview": f"/adapters/{adapter}/preview",
        "getAlbum": f"/albums/{album}",
        "getBugReport": f"/bug-reports/{report}",
        "getBugReportScreenshot": f"/bug-reports/{report}/screenshot",
        "getImage": f"/images/{image}",
        "getImageFile": f"/images/{image}/file",
        "getImageThumbnail": f"/images/{image}/thumbnail",
        "getSettings": "/settings",
        "getSetTemplate": f"/set-templates/{template}",
        "getSetTemplateRows": f"/set-templates/{template}/rows",
        "getUser": f"/users/{user}",
        "getWebhook": f"/webhooks/{client.get('/webhooks').json()['items'][0]['id']}",
        "getTrainingSample": sample.removeprefix("/api/v1"),
    }


def asking(client: httpx.Client, path: str, method: str = "GET", **headers: str) -> httpx.Response:
    """The response to a request with ``headers``; underscores stand for hyphens."""
    return client.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})


def test_every_response_with_a_tag_is_asked_for_conditionally(client: httpx.Client, paths: dict[str, str]) -> None:
    assert paths.keys() == TAGGED >= FILES
    for operation_id, path in paths.items():
        whole = client.get(path)
        tag = whole.headers["ETag"]
        for condition in (tag, f"W/{tag}", f'"a", W/"b" , {tag}', f'W/"x",W/{tag}', "*"):
            for method in ("GET", "HEAD"):
                same = asking(client, path, method, If_None_Match=condition)
                assert (same.status_code, same.content) == (304, b""), (operation_id, condition, method)
                assert same.headers["ETag"] == tag
                assert same.headers.get("Cache-Control") == whole.headers.get("Cache-Control")
                assert not same.headers.keys() & {"content-type", "content-length", "content-disposition"}
        for condition in ('"other"', 'W/"other"', tag.strip('"')[:-1], f'"{tag[1:-2]}"'):
            changed = asking(client, path, If_None_Match=condition)
            assert (changed.status_code, changed.content) == (200, whole.content), (operation_id, condition)


def test_every_file_is_sent_in_part(client: httpx.Client, paths: dict[str, str]) -> None:
    for operation_id in FILES:
        path = paths[operation_id]
        whole = client.get(path)
        size, tag = len(whole.content), whole.headers["ETag"]
        for wanted, part in ((f"bytes=2-{size + 9}", slice(2, None)), ("bytes=-3", slice(-3, None))):
            response = asking(client, path, Range=wanted)
            assert (response.status_code, response.content) == (206, whole.content[part]), (operation_id, wanted)
            first = size - len(whole.content[part])
            assert response.headers["Content-Range"] == f"bytes {first}-{size - 1}/{size}"
        beyond = asking(client, path, Range=f"bytes={size}-")
        assert (beyond.status_code, beyond.headers["Content-Range"]) == (416, f"bytes */{size}")
        assert asking(client, path, Range="bytes=2-5", If_None_Match=f"W/{tag}").status_code == 304


def test_if_range_gives_a_part_only_of_the_same_file(client: httpx.Client, paths: dict[str, str]) -> None:
    for operation_id in FILES:
        path = paths[operation_id]
        whole = client.get(path)
        tag = whole.headers["ETag"]
        assert "Last-Modified" not in whole.headers
        part = asking(client, path, Range="bytes=1-4", If_Range=tag)
        assert (part.status_code, part.content, part.headers["ETag"]) == (206, whole.content[1:5], tag), operation_id
        for condition in (f"W/{tag}", '"other"', tag.strip('"'), formatdate(usegmt=True), "nonsense"):
            response = asking(client, path, Range="bytes=1-4", If_Range=condition)
            assert (response.status_code, response.content) == (200, whole.content), (operation_id, condition)
        assert asking(client, path, If_Range=tag).status_code == 200


def test_head_of_a_file_has_the_headers_of_the_whole_file(client: httpx.Client, paths: dict[str, str]) -> None:
    for operation_id in FILES:
        whole = client.get(paths[operation_id])
        head = asking(client, paths[operation_id], "HEAD", Range="bytes=1-4", If_Range=whole.headers["ETag"])
        assert (head.status_code, head.content) == (200, b""), operation_id
        for name in ("Content-Length", "Content-Type", "ETag", "Accept-Ranges"):
            assert head.headers[name] == whole.headers[name]


def test_what_a_copy_shows_decides_whether_it_is_up_to_date(as_role: ClientFor) -> None:
    client = as_role("editor")
    image = upload(client, (1, 2, 3), visibility="shared")
    path = f"/images/{image['id']}"

    def is_up_to_date(response: httpx.Response) -> bool:
        return asking(client, path, If_None_Match=response.headers["ETag"]).status_code == 304

    first = client.get(path)
    assert is_up_to_date(first)
    ok_json(client.post(f"{path}/labels", json={"kind": "tag", "text": "fox"}))
    labelled = client.get(path)
    assert (is_up_to_date(first), is_up_to_date(labelled)) == (False, True)
    album = ok_json(client.post("/albums", json={"name": "Proofs", "visibility": "shared"}))
    ok_json(client.post(f"/albums/{album['id']}/images", json={"image_ids": [image["id"]]}))
    assert not is_up_to_date(labelled)


def test_a_copy_of_one_caller_is_not_up_to_date_for_another(as_role: ClientFor) -> None:
    owner, other = as_role("editor"), as_role("viewer")
    album = ok_json(owner.post("/albums", json={"name": "Proofs", "visibility": "shared"}))
    upload(owner, (1, 2, 3), album_id=album["id"])
    path = f"/albums/{album['id']}"
    seen = owner.get(path)
    response = asking(other, path, If_None_Match=seen.headers["ETag"])
    assert (response.status_code, response.json()["images"]) == (200, [])


def test_a_copy_in_one_media_type_is_not_up_to_date_in_another(client: httpx.Client) -> None:
    template = ok_json(client.post("/set-templates", json={"name": "Cards", "rows": [{"suit": "hearts"}]}))
    path = f"/set-templates/{template['id']}/rows"
    tag = asking(client, path, Accept="text/csv").headers["ETag"]
    assert asking(client, path, Accept="text/csv", If_None_Match=tag).status_code == 304
    assert asking(client, path, Accept="application/json", If_None_Match=tag).status_code == 200


def test_the_tag_of_a_read_can_be_sent_with_a_write_until_the_version_changes(client: httpx.Client) -> None:
    album = ok_json(client.post("/albums", json={"name": "Proofs"}))
    path = f"/albums/{album['id']}"
    tag = client.get(path).headers["ETag"]

    def rename(if_match: str) -> int:
        return client.patch(path, json={"name": "New"}, headers={**MERGE_PATCH, "If-Match": if_match}).status_code

    assert [rename(value) for value in (f"W/{tag}", f'W/{tag[:2]}"', '"11"', tag[1:-1], '"1-"', '"1-xyz"')] == [412] * 6
    assert rename(f'"7", {tag}') == 200
    assert [rename(value) for value in (tag, '"1"')] == [412, 412]
    assert [rename(value) for value in ('"2"', "*")] == [200, 200]


@pytest.mark.parametrize(
    ("wanted", "selected"),
    [
        (None, None),
        ("bytes=0-0", (0, 0)),
        ("bytes=0-", (0, 99)),
        ("bytes=98-500", (98, 99)),
        ("bytes=-1", (99, 99)),
        ("bytes=-500", (0, 99)),
        ("Bytes=1-2", (1, 2)),
        ("bytes=1-2,4-5", None),
        ("bytes=5-2", None),
        ("bytes=-0", None),
        ("bytes=-", None),
        ("bytes=a-b", None),
        ("bytes=1-2x", None),
        ("bytes", None),
        ("items=0-5", None),
        (f"bytes={'9' * 180}-", HttpProblem),
        ("bytes=100-", HttpProblem),
    ],
)
def test_a_single_valid_range_is_selected_and_anything_else_ignored(wanted: str | None, selected: Any) -> None:
    if selected is HttpProblem:
        with pytest.raises(HttpProblem, match="416"):
            select_range(wanted, None, '"x"', 100)
    else:
        assert select_range(wanted, None, '"x"', 100) == selected


def test_no_range_of_an_empty_file_can_be_satisfied() -> None:
    for wanted in ("bytes=0-", "bytes=-5"):
        with pytest.raises(HttpProblem, match="416"):
            select_range(wanted, None, '"x"', 0)


@pytest.mark.parametrize(
    ("if_none_match", "listed"),
    [
        (f'"{DIGEST}"', True),
        (f'W/"{DIGEST}"', True),
        (f'"a,b", W/"{DIGEST}"', True),
        (f'"a" ,  "{DIGEST}" ', True),
        ("*", True),
        (f'"{DIGEST[:-1]}"', False),
        (f'"x{DIGEST}"', False),
        (f'"{DIGEST.upper()}"', False),
        ("", False),
        (None, False),
    ],
)
def test_a_tag_is_compared_weakly(if_none_match: str | None, listed: bool) -> None:
    assert is_listed(f'"{DIGEST}"', if_none_match) is listed
