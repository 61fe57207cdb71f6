"""A write that refers to a row which another transaction deletes is answered as if the row had been gone before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import Table, delete, event, select

from platemark.db.tables import AlbumRow, Base, BugReportRow, ImageRow, LabelRow, UserRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.storage.blobs import FolderBlobStore
from tests.interleaving import run_between
from tests.populate import bug_report, ok_json, png, upload
from tests.serving import Live, serve

Things = Mapping[str, str]
Write = Callable[[httpx.Client, Things], httpx.Response]


def patch(client: httpx.Client, path: str, **changes: Any) -> httpx.Response:
    return client.patch(path, json=changes, headers={"Content-Type": "application/merge-patch+json"})


REFERENCES: dict[str, tuple[type[Base], Write]] = {
    "label an image": (
        ImageRow,
        lambda client, of: client.post(f"/images/{of['image']}/labels", json={"kind": "tag", "text": "fox"}),
    ),
    "add to an album": (
        AlbumRow,
        lambda client, of: client.post(f"/albums/{of['album']}/images", json={"image_ids": [of["other_image"]]}),
    ),
    "add an image": (
        ImageRow,
        lambda client, of: client.post(f"/albums/{of['album']}/images", json={"image_ids": [of["image"]]}),
    ),
    "make a cover": (
        ImageRow,
        lambda client, of: patch(client, f"/albums/{of['album']}", cover_image_id=of["image"]),
    ),
    "upload to an album": (
        AlbumRow,
        lambda client, of: client.post(
            "/images", files={"file": ("new.png", png((9, 9, 9)))}, data={"album_id": of["album"], "title": "new"}
        ),
    ),
    "report a duplicate": (BugReportRow, lambda client, of: client.post("/bug-reports", json=bug_report(1))),
    "mark a duplicate": (
        BugReportRow,
        lambda client, of: patch(client, f"/bug-reports/{of['other_report']}", duplicate_of=of["report"]),
    ),
    "write as a user": (UserRow, lambda client, _: client.post("/albums", json={"name": "Last"})),
}
NAMES = {ImageRow: "image", AlbumRow: "album", BugReportRow: "report", UserRow: "user"}


def create_things(client: httpx.Client) -> Things:
    things = {
        "album": client.post("/albums", json={"name": "Proofs"}),
        "report": client.post("/bug-reports", json=bug_report(1)),
        "other_report": client.post("/bug-reports", json=bug_report(2)),
    }
    ids = {name: str(ok_json(response)["id"]) for name, response in things.items()}
    (me,) = ok_json(client.get("/users"))["items"]
    return (
        ids | {"user": me["id"]} | {name: upload(client, (len(name), 0, 0))["id"] for name in ("image", "other_image")}
    )


def delete_row(work: UnitOfWork, row: type[Base], id_: str) -> None:
    table: Table = row.__table__  # type: ignore[assignment]
    work.connection.execute(delete(table).where(table.c.id == UUID(id_)))


def while_deleting(live: Live, row: type[Base], id_: str, write: Callable[[], httpx.Response]) -> httpx.Response:
    """The response to a write whose transaction begins before the deletion is committed."""
    database = live.studio.database
    if database.dialect == "postgresql":
        return run_between(database, lambda work: delete_row(work, row, id_), lambda _: write())
    begins = Event()
    with ThreadPoolExecutor(1) as pool, UnitOfWork(database, write=True) as work:
        delete_row(work, row, id_)
        event.listen(database.writing, "begin", lambda _: begins.set(), once=True)
        response = pool.submit(write)
        assert begins.wait(30)
        work.commit()
        return response.result(30)


def problem_of(response: httpx.Response) -> dict[str, Any]:
    return {name: value for name, value in response.json().items() if name != "trace_id"}


@pytest.mark.parametrize("name", REFERENCES)
def test_a_row_that_is_deleted_meanwhile_is_gone(live: Live, name: str) -> None:
    row, write = REFERENCES[name]
    with live.client(live.token("admin")) as client:
        things = create_things(client)
        id_ = things[NAMES[row]]
        response = while_deleting(live, row, id_, lambda: write(client, things))
        afterwards = write(client, things)
    if name == "report a duplicate":
        assert (response.status_code, response.json()["duplicate_of"]) == (201, None)
        return
    assert response.status_code in (401, 404, 409, 422), response.text
    assert (response.status_code, problem_of(response)) == (afterwards.status_code, problem_of(afterwards))


def test_nothing_is_left_of_the_first_attempt(live: Live) -> None:
    row, write = REFERENCES["upload to an album"]
    with live.client(live.token("admin")) as client:
        things = create_things(client)
        assert while_deleting(live, row, things["album"], lambda: write(client, things)).status_code == 404
    with live.studio.work(write=False) as work:
        titles = work.connection.execute(select(ImageRow.title)).scalars().all()
        assert "new" not in titles
        assert work.connection.execute(select(LabelRow.id)).all() == []


class LosingOnce(FolderBlobStore):
    """A store from which somebody else deletes the first blob as soon as it is stored."""

    lost = 0

    def put(self, data: bytes) -> str:
        digest = super().put(data)
        if not self.lost:
            self.lost += self.delete(digest)
        return digest


def test_an_upload_whose_bytes_are_deleted_before_its_row_is_written_stores_them_again(live: Live) -> None:
    blobs = LosingOnce(live.studio.settings.blobs_dir)
    with serve(replace(live.studio, blobs=blobs)) as other, other.client(other.token("editor")) as client:
        image = upload(client, (7, 0, 0))
        assert client.get(f"/images/{image['id']}/file").is_success
    assert blobs.lost == 1
