"""Previews of running jobs over HTTP, and the event that tells of them."""

from __future__ import annotations

import pytest

from platemark.jobs import previews, queue
from platemark.worker.preview_maker import MAX_BYTES
from tests.conftest import ClientFor
from tests.http.test_jobs import UNKNOWN_ID, call_service, claim_job, create_job
from tests.populate import webp
from tests.serving import Live
from tests.streams import first_id, open_stream


def test_a_running_job_shows_its_newest_picture(as_role: ClientFor, live: Live) -> None:
    client = as_role("editor")
    path = f"/jobs/{create_job(client)['id']}/preview"
    lease = claim_job(live)
    none_yet = client.get(path)
    assert (none_yet.status_code, none_yet.json()["code"]) == (404, "job_preview_not_found")
    tags = []
    for number in (1, 2):
        picture = webp((number, 2, 3))
        call_service(live, previews.store, lease, picture, number / 4)
        shown = client.get(path)
        assert (shown.status_code, shown.content, shown.headers["Content-Type"]) == (200, picture, "image/webp")
        assert shown.headers["Cache-Control"] == "no-store"
        tags.append(shown.headers["ETag"])
    same, other = (client.get(path, headers={"If-None-Match": tag}) for tag in reversed(tags))
    assert (same.status_code, same.content, other.status_code, other.content) == (304, b"", 200, picture)
    call_service(live, queue.complete, lease)
    assert client.get(path).json()["code"] == "job_preview_not_found"
    assert client.get(f"/jobs/{UNKNOWN_ID}/preview").json()["code"] == "job_not_found"


def test_only_the_owner_and_admins_see_a_preview_and_hear_of_it(as_role: ClientFor, live: Live) -> None:
    owner, before = as_role("editor"), first_id(live)
    job = create_job(owner)["id"]
    call_service(live, previews.store, claim_job(live), webp(), 0.25)
    answers, heard = {}, {}
    others = {"admin": as_role("admin"), "editor": as_role("editor"), "viewer": as_role("viewer")}
    for name, client in {"owner": owner, **others}.items():
        answers[name] = client.get(f"/jobs/{job}/preview").status_code
        with open_stream(client, before) as stream:
            heard[name] = [(it["job_id"], it["progress"]) for it in stream.ready() if it["kind"] == "job.preview"]
    assert answers == {"owner": 200, "admin": 200, "editor": 404, "viewer": 404}
    assert heard == {"owner": [(job, 0.25)], "admin": [(job, 0.25)], "editor": [], "viewer": []}
    assert as_role(None).get(f"/jobs/{job}/preview").status_code == 401


@pytest.mark.parametrize("size", [1, MAX_BYTES])
def test_previews_of_all_sizes_are_sent_as_they_are(as_role: ClientFor, live: Live, size: int) -> None:
    client = as_role("admin")
    path = f"/jobs/{create_job(client)['id']}/preview"
    picture = (bytes(range(256)) * 1024)[:size]
    call_service(live, previews.store, claim_job(live), picture, 1.0)
    assert client.get(path).content == picture
