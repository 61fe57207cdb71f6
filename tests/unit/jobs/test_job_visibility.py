"""Who reads what a job was made with: its owner, admins, and editors who see everything that it touches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, insert

from platemark.access import Actor
from platemark.clock import utc_now
from platemark.db.tables import AlbumRow, CaptionItemRow
from platemark.ids import new_id
from platemark.jobs import service
from platemark.jobs.requests import CaptionJob, GenerateJob
from platemark.jobs.views import JobFilter, JobView
from platemark.jobs.visibility import HIDDEN_MESSAGE
from platemark.paging import PageRequest
from tests.unit.conftest import RowFactory
from tests.unit.jobs.conftest import QueueDriver

ALWAYS = {"owner", "admin"}
EDITORS = ALWAYS | {"editor"}
GENERATED: list[tuple[str | None, list[str], set[str]]] = [
    (None, [], ALWAYS),
    ("public", [], ALWAYS),
    (None, ["private"], ALWAYS),
    (None, ["shared"], EDITORS),
    (None, ["public", "shared", "public"], EDITORS),
    (None, ["public", "private"], ALWAYS),
    (None, ["public", "trash"], ALWAYS),
    ("private", ["public"], ALWAYS),
    ("shared", ["public"], EDITORS),
    ("deleted", ["shared"], EDITORS),
]
CAPTIONED: list[tuple[str | None, list[str], set[str]]] = [
    ("private", ["shared"], ALWAYS),
    ("shared", ["private"], EDITORS),
    (None, ["shared", "public"], EDITORS),
    (None, ["shared", "private"], ALWAYS),
    (None, ["trash"], ALWAYS),
    (None, ["gone"], ALWAYS),
]


def images(factory: RowFactory, owner: Actor, where: Sequence[str], **values: Any) -> list[UUID]:
    trash = {"deleted_at": utc_now()}
    return [
        new_id() if each == "gone"
        else factory.image(owner, "public" if each == "trash" else each, **values, **(trash if each == "trash" else {}))
        for each in where
    ]  # fmt: skip


def album_of(driver: QueueDriver, factory: RowFactory, owner: Actor, visibility: str | None) -> UUID | None:
    if visibility is None:
        return None
    album_id = factory.album(owner, "private" if visibility == "deleted" else visibility)
    if visibility == "deleted":
        driver.do(lambda work: work.session.execute(delete(AlbumRow).where(AlbumRow.id == album_id)))
    return album_id


def read_by_all(driver: QueueDriver, people: dict[str, Actor], job_id: UUID) -> dict[str, JobView]:
    views = {}
    for name in ("owner", "admin", "editor", "viewer"):
        views[name] = driver.do(service.get_job, job_id, by=people[name])
        listed = driver.do(service.list_jobs, JobFilter(), PageRequest(), by=people[name])
        assert listed.page.items == [views[name]]
    return views


@pytest.mark.parametrize(("album", "made", "who"), GENERATED)
def test_the_request_of_a_generate_job_is_as_private_as_its_images_and_its_album(
    driver: QueueDriver,
    factory: RowFactory,
    people: dict[str, Actor],
    album: str | None,
    made: list[str],
    who: set[str],
) -> None:
    owner = people["owner"]
    album_id = album_of(driver, factory, owner, album)
    payload = GenerateJob(prompt="a heron", seed=99, engine="press", album_id=album_id).payload()
    job_id = driver.queue(payload=payload, album_id=album_id, created_by=owner.user_id)
    driver.change(job_id, error_code="refused", error_message="not a heron")
    images(factory, owner, made, job_id=job_id)
    views = read_by_all(driver, people, job_id)
    assert {name for name, view in views.items() if view.request is not None} == who
    assert {name for name, view in views.items() if view.error_message == "not a heron"} == who
    assert {view.error_message for name, view in views.items() if name not in who} <= {HIDDEN_MESSAGE}
    knows_album = set(views) if album in ("public", "shared", "deleted") else ALWAYS if album else set()
    assert {name for name, view in views.items() if view.album_id is not None} == knows_album


@pytest.mark.parametrize(("album", "captioned", "who"), CAPTIONED)
def test_the_request_of_a_caption_job_is_as_private_as_what_it_names(
    driver: QueueDriver,
    factory: RowFactory,
    people: dict[str, Actor],
    album: str | None,
    captioned: list[str],
    who: set[str],
) -> None:
    owner = people["owner"]
    album_id, image_ids = album_of(driver, factory, owner, album), images(factory, owner, captioned)
    request = CaptionJob(image_ids=() if album else tuple(image_ids), album_id=album_id, engine="press")
    job_id = driver.queue(kind="caption", payload=request.payload(), album_id=album_id, created_by=owner.user_id)
    items = [{"job_id": job_id, "position": n, "image_id": image_id} for n, image_id in enumerate(image_ids)]
    driver.do(lambda work: work.session.execute(insert(CaptionItemRow), items))
    views = read_by_all(driver, people, job_id)
    assert {name for name, view in views.items() if view.request is not None} == who
