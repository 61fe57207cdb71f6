"""Who may have which pictures described, and what becomes of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, select, update

from platemark.access import ANYONE, Actor
from platemark.db.tables import EventRow, ImageRow, UserRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Capabilities, Caption, Health, Tag
from platemark.engines.registry import Engines
from platemark.errors import Forbidden, NotFound, PlatemarkError, Unauthenticated, Unprocessable
from platemark.ids import new_id
from platemark.images import service as images
from platemark.images.views import LabelChanges
from platemark.jobs import caption_requests, caption_results, queue, service
from platemark.jobs.caption_results import CaptionOutcome, CaptionResult
from platemark.jobs.requests import CaptionJob
from platemark.jobs.views import JobFilter, JobView
from platemark.paging import PageRequest
from tests.unit.conftest import RowFactory
from tests.unit.jobs.conftest import Desk
from tests.worker.tiny_engine import TinyEngine

MakeUser = Callable[..., Actor]
ENDED = datetime(2026, 11, 22, tzinfo=UTC)
SAID = Caption(text="a plate", engine="tiny", engine_version="1", model="eye", confidence=0.5)


class Painter(TinyEngine):
    name = "painter"

    def capabilities(self) -> Capabilities:
        return replace(super().capabilities(), kinds=frozenset({"generate"}))


class Ill(TinyEngine):
    name = "ill"

    def health(self) -> Health:
        return Health(ok=False, hint="Give it tea.")


ENGINES = Engines.of([Painter(), TinyEngine(), Ill()])


class Room:
    """Users of each role, and pictures of the owner's."""

    def __init__(self, desk: Desk, factory: RowFactory, make_user: MakeUser) -> None:
        self.desk, self.factory, self.rings = desk, factory, 0
        self.studio = desk.studio(ENGINES, self.wake)
        roles = {"owner": "editor", "editor": "editor", "viewer": "viewer", "admin": "admin"}
        self.by: dict[str, Actor] = {name: make_user(name, role) for name, role in roles.items()} | {"anyone": ANYONE}

    def wake(self) -> None:
        self.rings += 1

    def image(self, visibility: str = "shared") -> UUID:
        return self.factory.image(self.by["owner"], visibility)

    def ask(self, name: str = "owner", *image_ids: UUID, **facts: Any) -> JobView:
        request = CaptionJob(image_ids=image_ids, **facts)
        return self.desk.do(service.create_job, self.studio, request, by=self.by[name])

    def write(self, job: JobView, *said: Caption | CaptionOutcome | None) -> dict[str, int]:
        """Settle the pictures that wait, those with something said of them; what was counted then."""
        request = job.request
        assert isinstance(request, CaptionJob)
        items = self.desk.do(caption_results.list_pending, job.id, request)
        news = [CaptionResult(item, each) for item, each in zip(items, said, strict=False) if each is not None]
        self.desk.do(caption_results.write_results, job.id, request, news)
        return self.outcomes(job)

    def outcomes(self, job: JobView) -> dict[str, int]:
        view = self.desk.do(service.get_job, job.id, by=self.by["admin"]).captions
        assert view is not None
        return {name: count for name, count in view.outcomes.items() if count}

    def labels(self, image_id: UUID) -> list[tuple[str, str, str]]:
        page = self.desk.do(images.list_labels, image_id, PageRequest(50), by=self.by["admin"])
        return [(label.kind, label.text, label.source) for label in reversed(page.items)]


@pytest.fixture
def room(desk: Desk, factory: RowFactory, make_user: MakeUser) -> Room:
    return Room(desk, factory, make_user)


def test_a_job_is_queued_with_all_that_it_needs_pinned(room: Room) -> None:
    first, second = room.image(), room.image("private")
    job = room.ask("owner", second, first, tags=True, only_missing=False, priority=3)
    asked = CaptionJob(
        image_ids=(second, first), engine="tiny", tags=True, only_missing=False, priority=3, count=2
    )  # fmt: skip
    assert (job.kind, job.state, job.request, job.max_attempts) == ("caption", "queued", asked, 5)
    assert (job.image_ids, job.training_run_id) == ((), None)
    assert room.outcomes(job) == {}
    assert room.rings == 1
    lease = room.desk.claimed()
    assert (lease.kind, lease.engine, CaptionJob.from_payload(lease.payload)) == ("caption", "tiny", asked)


def test_an_album_is_pinned_as_it_is_in_its_order_and_as_its_asker_sees_it(room: Room) -> None:
    pictures = [room.image(), room.image("private"), room.image()]
    album_id = room.factory.album(room.by["owner"], images=pictures[::-1])
    mine, theirs = (room.ask(name, album_id=album_id) for name in ("owner", "editor"))
    room.factory.album(room.by["owner"], images=[room.image()])
    found = [
        [item.image_id for item in room.desk.do(caption_results.list_pending, job.id, CaptionJob())]
        for job in (mine, theirs)
    ]
    assert found == [pictures[::-1], [pictures[2], pictures[0]]]
    assert mine.album_id == album_id


@pytest.mark.parametrize(
    ("name", "visibility", "refusal"),
    [
        ("anyone", "public", Unauthenticated),
        ("viewer", "public", Forbidden),
        ("editor", "private", NotFound),
        ("editor", "shared", None),
        ("owner", "private", None),
        ("admin", "private", None),
    ],
)
def test_who_may_label_a_picture_may_have_it_described(
    room: Room, name: str, visibility: str, refusal: type[PlatemarkError] | None
) -> None:
    image_id = room.image(visibility)
    if refusal is None:
        assert room.ask(name, image_id).created_by == room.by[name].user_id
        return
    with pytest.raises(refusal):
        room.ask(name, image_id)


def test_what_cannot_be_described_is_refused_and_pointed_at(room: Room) -> None:
    image_id, gone = room.image(), new_id()
    room.desk.do(images.trash_image, trashed := room.image(), by=room.by["owner"])
    secret = room.factory.album(room.by["owner"], "private")
    empty = room.factory.album(room.by["owner"])
    cases: list[tuple[dict[str, Any], tuple[UUID, ...], str, list[str]]] = [
        ({}, (), "images_or_album", ["/image_ids", "/album_id"]),
        ({"album_id": empty}, (image_id,), "images_or_album", ["/image_ids", "/album_id"]),
        ({"engine": "none"}, (image_id,), "unknown_engine", ["/engine"]),
        ({"engine": "painter"}, (image_id,), "engine_cannot_caption", ["/engine"]),
        ({"engine": "ill"}, (image_id,), "engine_unavailable", ["/engine"]),
        ({}, (image_id, gone, trashed), "image_not_found", ["/image_ids/1", "/image_ids/2"]),
        ({"album_id": secret}, (), "album_not_found", ["/album_id"]),
        ({"album_id": empty}, (), "nothing_to_caption", []),
        ({}, tuple(new_id() for _ in range(201)), "too_many_images", ["/image_ids"]),
    ]
    for facts, image_ids, code, pointers in cases:
        with pytest.raises(PlatemarkError) as refused:
            room.ask("editor", *image_ids, **facts)
        assert (refused.value.code, [it.pointer for it in refused.value.findings]) == (code, pointers)
    assert room.desk.do(service.list_jobs, JobFilter(), PageRequest(), by=room.by["admin"]).page.items == []


def test_an_album_of_too_many_is_refused(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caption_requests, "MAX_IMAGES", 2)
    pictures = room.factory.images(room.by["owner"], 3)
    fits, not_so = (room.factory.album(room.by["owner"], images=pictures[:count]) for count in (2, 3))
    room.ask("owner", album_id=fits)
    with pytest.raises(Unprocessable, match="too_many_images"):
        room.ask("owner", album_id=not_so)


@pytest.mark.parametrize("only_missing", [True, False])
def test_a_picture_is_settled_once(room: Room, *, only_missing: bool) -> None:
    image_id = room.image()
    job = room.ask("owner", image_id, only_missing=only_missing)
    request = job.request
    assert isinstance(request, CaptionJob)
    (item,) = room.desk.do(caption_results.list_pending, job.id, request)
    room.desk.do(caption_results.write_results, job.id, request, [CaptionResult(item, SAID)])
    room.desk.do(caption_results.write_results, job.id, request, [CaptionResult(item, replace(SAID, text="twice"))])
    room.desk.do(caption_results.write_results, job.id, request, [CaptionResult(item, "engine_refused")])
    assert room.labels(image_id) == [("caption", "a plate", "engine")]
    assert room.outcomes(job) == {"captioned": 1}
    assert room.desk.do(caption_results.list_pending, job.id, request) == []


def test_two_jobs_for_the_same_picture_leave_one_caption(room: Room) -> None:
    image_id = room.image()
    first, second = (room.ask("owner", image_id) for _ in range(2))
    (item,) = room.desk.do(caption_results.list_pending, second.id, CaptionJob())
    assert room.write(first, SAID) == {"captioned": 1}
    room.desk.do(caption_results.write_results, second.id, CaptionJob(), [CaptionResult(item, SAID)])
    assert room.outcomes(second) == {"has_caption": 1}
    assert room.labels(image_id) == [("caption", "a plate", "engine")]


def test_what_happened_while_the_engine_looked_counts(room: Room) -> None:
    trashed, hidden, written, plain = pictures = [room.image() for _ in range(4)]
    job = room.ask("editor", *pictures)
    request = job.request
    assert isinstance(request, CaptionJob)
    items = room.desk.do(caption_results.list_pending, job.id, request)
    owner = room.by["owner"]
    room.desk.do(images.trash_image, trashed, by=owner)
    room.desk.do(lambda work: work.session.execute(hiding(hidden)))
    room.desk.do(images.create_label, written, "caption", "by hand", by=owner)
    assert [item.skip for item in room.desk.do(caption_results.list_pending, job.id, request)] == [
        "image_gone", "image_gone", "has_caption", None,
    ]  # fmt: skip
    room.desk.do(caption_results.write_results, job.id, request, [CaptionResult(item, SAID) for item in items])
    assert room.outcomes(job) == {"captioned": 1, "image_gone": 2, "has_caption": 1}
    assert room.labels(written) == [("caption", "by hand", "manual")]
    assert room.labels(plain) == [("caption", "a plate", "engine")]
    assert room.labels(hidden) == []


def hiding(image_id: UUID) -> Any:
    return update(ImageRow).where(ImageRow.id == image_id).values(visibility="private")


def test_a_picture_whose_row_is_gone_is_passed_over(room: Room) -> None:
    image_id = room.image()
    job = room.ask("owner", image_id)
    room.desk.do(lambda work: work.session.execute(delete(ImageRow).where(ImageRow.id == image_id)))
    assert room.write(job, SAID) == {"image_gone": 1}


def test_a_job_whose_asker_is_gone_describes_what_editors_see(room: Room) -> None:
    shared, private = room.image(), room.image("private")
    job = room.ask("owner", shared, private)
    room.desk.do(lambda work: work.session.execute(delete(UserRow).where(UserRow.id == room.by["owner"].user_id)))
    assert room.write(job, SAID, SAID) == {"captioned": 1, "image_gone": 1}


def test_an_engine_replaces_its_own_words_alone(room: Room) -> None:
    image_id, owner = room.image(), room.by["owner"]
    room.factory.label(image_id, "caption", "by hand")
    room.factory.label(image_id, "caption", "another", source="engine", engine="press")
    room.factory.label(image_id, "caption", "old", source="engine", engine="tiny")
    room.factory.label(image_id, "tag", "old tag", source="engine", engine="tiny")
    room.factory.label(image_id, "tag", "Plate")
    words = replace(SAID, tags=(Tag("plate"), Tag("red", 0.9), Tag("RED")))
    bare = room.ask("owner", image_id, only_missing=False)
    assert room.write(bare, words) == {"captioned": 1}
    kept = [("caption", "by hand", "manual"), ("caption", "another", "engine")]
    assert room.labels(image_id) == [
        *kept, ("tag", "old tag", "engine"), ("tag", "Plate", "manual"), ("caption", "a plate", "engine"),
    ]  # fmt: skip
    with_tags = room.ask("owner", image_id, only_missing=False, tags=True)
    assert room.write(with_tags, words) == {"captioned": 1}
    assert room.labels(image_id) == [
        *kept, ("tag", "Plate", "manual"), ("caption", "a plate", "engine"), ("tag", "red", "engine"),
    ]  # fmt: skip
    mine = room.desk.do(images.list_labels, image_id, PageRequest(50), by=owner).items[0]
    changed = room.desk.do(images.update_label, mine.id, LabelChanges(text="crimson"), by=owner)
    assert (changed.source, changed.engine, changed.engine_version, changed.model) == ("manual", None, None, None)
    assert changed.job_id is None
    assert (mine.engine, mine.engine_version, mine.model, mine.job_id) == ("tiny", "1", "eye", with_tags.id)


def test_every_change_of_labels_is_told_as_one_of_the_image(room: Room) -> None:
    image_id, owner = room.image("private"), room.by["owner"]
    label = room.desk.do(images.create_label, image_id, "tag", "fox", by=owner)
    room.desk.do(images.update_label, label.id, LabelChanges(text="wolf"), by=owner)
    room.desk.do(images.delete_label, label.id, by=owner)
    room.write(room.ask("owner", image_id), SAID)
    with UnitOfWork(room.desk.database, write=False) as work:
        told = work.session.execute(select(EventRow.kind, EventRow.data).where(EventRow.subject_id == image_id)).all()
    facts = {"visibility": "private", "created_by": str(owner.user_id), "job_id": None}
    assert [tuple(event) for event in told] == [("image.changed", facts)] * 4


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" two\n\tlines \x00\x07", "two lines"),
        ("x" * 3000, "x" * 2000),
        ("a \ud800 half", "a half"),
        (" \n", None),
        ("", None),
    ],
)
def test_what_an_engine_says_is_made_to_fit(text: str, kept: str | None) -> None:
    said = caption_results.sanitize(replace(SAID, text=text))
    assert (said and said.text) == kept


def test_what_an_engine_says_of_itself_is_made_to_fit_too() -> None:
    tags = (Tag("", 0.5), Tag("a\nb", 2.0), *(Tag(str(n), float("nan")) for n in range(99)))
    said = caption_results.sanitize(replace(SAID, confidence=-1.0, model="m" * 300, tags=tags))
    assert said is not None
    assert (said.confidence, said.model, len(said.tags)) == (0.0, "m" * 200, 50)
    assert said.tags[:2] == (Tag("a b", 1.0), Tag("0", None))


def test_estimates_count_its_pictures(room: Room) -> None:
    pictures = room.factory.images(room.by["owner"], 10)
    for _ in range(5):
        job = room.ask("owner", *pictures)
        room.desk.do(queue.complete, room.desk.claimed())
        room.desk.change(job.id, started_at=ENDED - timedelta(seconds=10), finished_at=ENDED)
    estimate = room.ask("owner", *pictures[:4]).estimate
    assert estimate is not None
    assert (estimate.p50_seconds, estimate.basis_count) == (4.0, 5)


def test_a_viewer_sees_how_far_it_is_and_not_what_was_asked_for(room: Room) -> None:
    job = room.ask("owner", room.image())
    room.write(job, SAID)
    seen = room.desk.do(service.get_job, job.id, by=room.by["viewer"])
    assert seen.request is None
    assert seen.captions is not None
    assert seen.captions.outcomes["captioned"] == 1
