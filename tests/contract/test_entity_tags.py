"""Entity tags name a version: each change gives another one, and a change of another version is refused.

Every operation with ``If-Match`` and every answer with an ``ETag`` for it is used here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from generated.operations import OPERATIONS
from tests.contract.answer_sources.things import set_template
from tests.contract.distinct_rows import DistinctRows
from tests.populate import MERGE_PATCH, bug_report, ok_json, upload
from tests.serving import Live


@dataclass(frozen=True)
class Resource:
    """How a resource is created (its path), read, changed and deleted; None: the contract has no such operation."""

    create: Callable[[Live, httpx.Client], str]
    change: str
    bodies: tuple[dict[str, Any], dict[str, Any]]
    read: str | None
    delete: str | None
    method: str = "PATCH"


def posted(path: str, body: dict[str, Any]) -> Callable[[Live, httpx.Client], str]:
    def create(_: Live, client: httpx.Client) -> str:
        return f"{path}/{ok_json(client.post(path, json=body))['id']}"

    return create


def label(_: Live, client: httpx.Client) -> str:
    picture = upload(client, (1, 2, 3))
    created = ok_json(client.post(f"/images/{picture['id']}/labels", json={"kind": "tag", "text": "a"}))
    return f"/labels/{created['id']}"


def rows_of_template(live: Live, _: httpx.Client) -> str:
    return f"/set-templates/{set_template(DistinctRows(live.studio.database, full=True))['id']}/rows"


def adapter(live: Live, _: httpx.Client) -> str:
    rows = DistinctRows(live.studio.database, full=True)
    row = rows.add("adapters", metrics={}, trigger_words=[], default_weight=1.0, training_run_id=None)
    return f"/adapters/{row['id']}"


NAMES = ({"name": "one"}, {"name": "two"})
RESOURCES = {
    "user": Resource(
        posted("/users", {"name": "ada", "role": "viewer"}),
        "updateUser",
        ({"disabled": True}, {"disabled": False}),
        "getUser",
        None,
    ),
    "album": Resource(posted("/albums", {"name": "a"}), "updateAlbum", NAMES, "getAlbum", "deleteAlbum"),
    "image": Resource(
        lambda _, client: f"/images/{upload(client, (1, 2, 3))['id']}",
        "updateImage",
        ({"title": "one"}, {"title": "two"}),
        "getImage",
        "deleteImage",
    ),
    "label": Resource(label, "updateLabel", ({"text": "one"}, {"text": "two"}), None, "deleteLabel"),
    "set template": Resource(
        posted("/set-templates", {"name": "a"}), "updateSetTemplate", NAMES, "getSetTemplate", "deleteSetTemplate"
    ),
    "rows": Resource(
        rows_of_template,
        "replaceSetTemplateRows",
        ({"rows": [{"a": "1"}]}, {"rows": [{"a": "2"}]}),
        "getSetTemplateRows",
        None,
        "PUT",
    ),
    "adapter": Resource(adapter, "updateAdapter", NAMES, "getAdapter", "deleteAdapter"),
    "webhook": Resource(
        posted("/webhooks", {"url": "https://hooks.example.com/", "kinds": ["job.finished"]}),
        "updateWebhook",
        ({"description": "one"}, {"description": "two"}),
        "getWebhook",
        "deleteWebhook",
    ),
    "settings": Resource(
        lambda *_: "/settings",
        "updateSettings",
        ({"adapters": []}, {"adapters": None}),
        "getSettings",
        None,
    ),
    "bug report": Resource(
        posted("/bug-reports", bug_report(1)),
        "updateBugReport",
        ({"notes": "one"}, {"notes": "two"}),
        "getBugReport",
        "deleteBugReport",
    ),
}


WITH_THE_TAG_OF_ANOTHER = {"replaceAdapterPreview", "deleteAdapterPreview"}
"""They take the tag of their adapter: tests/http/test_adapter_previews.py."""


def test_every_operation_with_if_match_is_used_here() -> None:
    conditional = {each.id for each in OPERATIONS.values() if any(param.name == "If-Match" for param in each.params)}
    used = {each.change for each in RESOURCES.values()} | {each.delete for each in RESOURCES.values()}
    assert conditional == (used - {None}) | WITH_THE_TAG_OF_ANOTHER


def test_every_answer_with_a_tag_for_if_none_match_is_read_here() -> None:
    """Files have the tag of their content; tests/http/test_images.py. Previews: test_job_previews.py."""
    files = {
        "getImageFile",
        "getImageThumbnail",
        "getTrainingSample",
        "getAdapterPreview",
        "getAdapterFile",
        "getBugReportScreenshot",
    }
    tagged = {each.id for each in OPERATIONS.values() if any(param.name == "If-None-Match" for param in each.params)}
    assert tagged == files | {"getJobPreview"} | {each.read for each in RESOURCES.values()} - {None}


@pytest.mark.parametrize("name", RESOURCES)
def test_a_tag_changes_with_each_change_and_only_the_current_one_permits_another(live: Live, name: str) -> None:
    resource = RESOURCES[name]
    with live.client(live.token("admin")) as client:
        path = resource.create(live, client)
        first, second = resource.bodies
        created = current_tag(client, resource, path, change(client, resource, path, first))
        changed = change(client, resource, path, second, if_match=created)
        assert changed.status_code == 200
        assert changed.headers["etag"] != created
        assert change(client, resource, path, first, if_match=created).status_code == 412, "that version is gone"
        assert change(client, resource, path, first, if_match=changed.headers["etag"]).status_code == 200
        if resource.delete:
            stale = client.delete(path, headers={"If-Match": created})
            assert stale.status_code == 412
            newest = change(client, resource, path, second).headers["etag"]
            assert client.delete(path, headers={"If-Match": newest}).status_code == 204


def change(
    client: httpx.Client, resource: Resource, path: str, body: dict[str, Any], if_match: str | None = None
) -> httpx.Response:
    headers = ({"If-Match": if_match} if if_match else {}) | (MERGE_PATCH if resource.method == "PATCH" else {})
    return client.request(resource.method, path, json=body, headers=headers)


def current_tag(client: httpx.Client, resource: Resource, path: str, changed: httpx.Response) -> str:
    """The tag that reading gives, another one after each change; the tag of ``changed`` if there is no reading."""
    if resource.read is None:
        return changed.headers["etag"]
    read = client.get(path)
    again = client.get(path, headers={"If-None-Match": read.headers["etag"]})
    assert (again.status_code, again.headers["etag"]) == (304, read.headers["etag"])
    other = {name: f"{value} again" for name, value in resource.bodies[0].items() if isinstance(value, str)}
    if other:
        change(client, resource, path, other)
        after = client.get(path, headers={"If-None-Match": read.headers["etag"]})
        assert (after.status_code, after.headers["etag"] == read.headers["etag"]) == (200, False)
        return after.headers["etag"]
    return read.headers["etag"]


@pytest.mark.parametrize("name", ["album", "image", "set template", "user"])
def test_the_tag_of_a_new_resource_permits_its_first_change(live: Live, name: str) -> None:
    """Those are created with a tag; the answers of labels have it too, where the label was made by a person."""
    resource = RESOURCES[name]
    with live.client(live.token("admin")) as client:
        tags: list[str] = []
        client.event_hooks["response"].append(lambda response: tags.append(response.headers.get("etag", "")))
        path = resource.create(live, client)
        assert change(client, resource, path, resource.bodies[0], if_match=tags[-1]).status_code == 200
        assert change(client, resource, path, resource.bodies[1], if_match=tags[0]).status_code == 412
