"""Caption jobs: who may create them, and the outcome of each image."""

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
from platemark.jobs import caption_requests, caption_results, estimates, queue, service
from platemark.jobs.caption_results import CaptionOutcome, CaptionResult
from platemark.jobs.requests import CaptionJob
from platemark.jobs.views import JobFilter, JobReceipt, JobView
from platemark.paging import PageRequest
from tests.unit.conftest import RowFactory
from tests.unit.jobs.conftest import QueueDriver
from tests.worker.tiny_engine import TinyEngine

MakeUser = Callable[..., Actor]
ENDED = datetime(2026, 11, 22, tzinfo=UTC)
CAPTION = Caption(text="a plate", engine="tiny", engine_version="1", model="eye", confidence=0.5)


class GenerateOnlyEngine(TinyEngine):
    name = "painter"

    def capabilities(self) -> Capabilities:
        return replace(super().capabilities(), kinds=frozenset({"generate"}))


class UnhealthyEngine(TinyEngine):
    name = "ill"

    def health(self) -> Health:
        return Health(ok=False, hint="Give it tea.")


ENGINES = Engines.of([GenerateOnlyEngine(), TinyEngine(), UnhealthyEngine()])


class CaptionDriver:
    """Users of each role who create caption jobs, and the results of an engine."""

    def __init__(self, driver: QueueDriver, factory: RowFactory, make_user: MakeUser) -> None:
        self.driver, self.factory, self.wakeups = driver, factory, 0
        self.studio = driver.studio(ENGINES, self.wake)
        roles = {"owner": "editor", "editor": "editor", "viewer": "viewer", "admin": "admin"}
        self.by: dict[str, Actor] = {name: make_user(name, role) for name, role in roles.items()} | {"anyone": ANYONE}

    def wake(self) -> None:
        self.wakeups += 1

    def image(self, visibility: str = "shared") -> UUID:
        return self.factory.image(self.by["owner"], visibility)

    def create_job(self, name: str = "owner", *image_ids: UUID, **facts: Any) -> JobView:
        request = CaptionJob(image_ids=image_ids, **facts)
        receipt = self.driver.do(service.create_job, self.studio, request, by=self.by[name])
        job: JobView = self.driver.do(service.get_job, receipt.id, by=self.by[name])
        assert receipt == tuple(getattr(job, name) for name in JobReceipt._fields)
        return job

    def write_results(self, job: JobView, *outcomes: Caption | CaptionOutcome | None) -> dict[str, int]:
        """Store results for the pending images (None skips one); returns the counts of outcomes."""
        request = job.request
        assert isinstance(request, CaptionJob)
        items = self.driver.do(caption_results.list_pending, job.id, request)
        results = [CaptionResult(item, each) for item, each in zip(items, outcomes, strict=False) if each is not None]
        self.driver.do(caption_results.write_results, job.id, request, results)
        return self.outcomes(job)

    def outcomes(self, job: JobView) -> dict[str, int]:
        view = self.driver.do(service.get_job, job.id, by=self.by["admin"]).captions
        assert view is not None
        return {name: count for name, count in view.outcomes.items() if count}

    def labels(self, image_id: UUID) -> list[tuple[str, str, str]]:
        page = self.driver.do(images.list_labels, image_id, PageRequest(50), by=self.by["admin"])
        return [(label.kind, label.text, label.source) for label in reversed(page.items)]


@pytest.fixture
def captioning(driver: QueueDriver, factory: RowFactory, make_user: MakeUser) -> CaptionDriver:
    return CaptionDriver(driver, factory, make_user)


def test_a_new_job_is_queued_with_everything_pinned(captioning: CaptionDriver) -> None:
    first, second = captioning.image(), captioning.image("private")
    job = captioning.create_job("owner", second, first, tags=True, only_missing=False, priority=-3)
    request = CaptionJob(
        image_ids=(second, first), engine="tiny", tags=True, only_missing=False, priority=-3, count=2
    )  # fmt: skip
    assert (job.kind, job.state, job.request, job.max_attempts) == ("caption", "queued", request, 5)
    assert (job.image_ids, job.training_run_id) == ((), None)
    assert captioning.outcomes(job) == {}
    assert captioning.wakeups == 1
    lease = captioning.driver.claimed()
    assert (lease.kind, lease.engine, CaptionJob.from_payload(lease.payload)) == ("caption", "tiny", request)


def test_the_visible_images_of_an_album_are_pinned_in_album_order(captioning: CaptionDriver) -> None:
    pictures = [captioning.image(), captioning.image("private"), captioning.image()]
    album_id = captioning.factory.album(captioning.by["owner"], images=pictures[::-1])
    mine, theirs = (captioning.create_job(name, album_id=album_id) for name in ("owner", "editor"))
    captioning.factory.album(captioning.by["owner"], images=[captioning.image()])
    rows = [
        [item.image_id for item in captioning.driver.do(caption_results.list_pending, job.id, CaptionJob())]
        for job in (mine, theirs)
    ]
    assert rows == [pictures[::-1], [pictures[2], pictures[0]]]
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
def test_captioning_requires_the_right_to_label(
    captioning: CaptionDriver, name: str, visibility: str, refusal: type[PlatemarkError] | None
) -> None:
    image_id = captioning.image(visibility)
    if refusal is None:
        assert captioning.create_job(name, image_id).created_by == captioning.by[name].user_id
        return
    with pytest.raises(refusal):
        captioning.create_job(name, image_id)


def test_invalid_caption_requests_are_refused_with_pointers(captioning: CaptionDriver) -> None:
    image_id, missing = captioning.image(), new_id()
    captioning.driver.do(images.trash_image, trashed := captioning.image(), by=captioning.by["owner"])
    secret = captioning.factory.album(captioning.by["owner"], "private")
    empty = captioning.factory.album(captioning.by["owner"])
    cases: list[tuple[dict[str, Any], tuple[UUID, ...], str, list[str]]] = [
        ({}, (), "images_or_album", ["/image_ids", "/album_id"]),
        ({"album_id": empty}, (image_id,), "images_or_album", ["/image_ids", "/album_id"]),
        ({"engine": "none"}, (image_id,), "unknown_engine", ["/engine"]),
        ({"engine": "painter"}, (image_id,), "engine_cannot_caption", ["/engine"]),
        ({"engine": "ill"}, (image_id,), "engine_unavailable", ["/engine"]),
        ({}, (image_id, missing, trashed), "image_not_found", ["/image_ids/1", "/image_ids/2"]),
        ({"album_id": secret}, (), "album_not_found", ["/album_id"]),
        ({"album_id": empty}, (), "nothing_to_caption", []),
        ({}, tuple(new_id() for _ in range(201)), "too_many_images", ["/image_ids"]),
    ]
    for facts, image_ids, code, pointers in cases:
        with pytest.raises(PlatemarkError) as refused:
            captioning.create_job("editor", *image_ids, **facts)
        assert (refused.value.code, [finding.pointer for finding in refused.value.findings]) == (code, pointers)
    assert (
        captioning.driver.do(service.list_jobs, JobFilter(), PageRequest(), by=captioning.by["admin"]).page.items == []
    )


def test_an_album_with_too_many_images_is_refused(captioning: CaptionDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caption_requests, "MAX_IMAGES", 2)
    pictures = captioning.factory.images(captioning.by["owner"], 3)
    fits, not_so = (captioning.factory.album(captioning.by["owner"], images=pictures[:count]) for count in (2, 3))
    captioning.create_job("owner", album_id=fits)
    with pytest.raises(Unprocessable, match="too_many_images"):
        captioning.create_job("owner", album_id=not_so)


@pytest.mark.parametrize("only_missing", [True, False])
def test_an_image_gets_its_outcome_once(captioning: CaptionDriver, *, only_missing: bool) -> None:
    image_id = captioning.image()
    job = captioning.create_job("owner", image_id, only_missing=only_missing)
    request = job.request
    assert isinstance(request, CaptionJob)
    (item,) = captioning.driver.do(caption_results.list_pending, job.id, request)
    captioning.driver.do(caption_results.write_results, job.id, request, [CaptionResult(item, CAPTION)])
    captioning.driver.do(
        caption_results.write_results, job.id, request, [CaptionResult(item, replace(CAPTION, text="twice"))]
    )
    captioning.driver.do(caption_results.write_results, job.id, request, [CaptionResult(item, "engine_refused")])
    assert captioning.labels(image_id) == [("caption", "a plate", "engine")]
    assert captioning.outcomes(job) == {"captioned": 1}
    assert captioning.driver.do(caption_results.list_pending, job.id, request) == []


def test_two_jobs_for_one_image_write_one_caption(captioning: CaptionDriver) -> None:
    image_id = captioning.image()
    first, second = (captioning.create_job("owner", image_id) for _ in range(2))
    (item,) = captioning.driver.do(caption_results.list_pending, second.id, CaptionJob())
    assert captioning.write_results(first, CAPTION) == {"captioned": 1}
    captioning.driver.do(caption_results.write_results, second.id, CaptionJob(), [CaptionResult(item, CAPTION)])
    assert captioning.outcomes(second) == {"has_caption": 1}
    assert captioning.labels(image_id) == [("caption", "a plate", "engine")]


def test_changes_made_while_the_engine_works_are_respected(captioning: CaptionDriver) -> None:
    trashed, hidden, written, plain = pictures = [captioning.image() for _ in range(4)]
    job = captioning.create_job("editor", *pictures)
    request = job.request
    assert isinstance(request, CaptionJob)
    items = captioning.driver.do(caption_results.list_pending, job.id, request)
    owner = captioning.by["owner"]
    captioning.driver.do(images.trash_image, trashed, by=owner)
    captioning.driver.do(lambda work: work.session.execute(hide_image(hidden)))
    captioning.driver.do(images.create_label, written, "caption", "by hand", by=owner)
    assert [item.skip for item in captioning.driver.do(caption_results.list_pending, job.id, request)] == [
        "image_gone", "image_gone", "has_caption", None,
    ]  # fmt: skip
    captioning.driver.do(
        caption_results.write_results, job.id, request, [CaptionResult(item, CAPTION) for item in items]
    )
    assert captioning.outcomes(job) == {"captioned": 1, "image_gone": 2, "has_caption": 1}
    assert captioning.labels(written) == [("caption", "by hand", "manual")]
    assert captioning.labels(plain) == [("caption", "a plate", "engine")]
    assert captioning.labels(hidden) == []


def hide_image(image_id: UUID) -> Any:
    return update(ImageRow).where(ImageRow.id == image_id).values(visibility="private")


def test_a_deleted_image_is_skipped(captioning: CaptionDriver) -> None:
    image_id = captioning.image()
    job = captioning.create_job("owner", image_id)
    captioning.driver.do(lambda work: work.session.execute(delete(ImageRow).where(ImageRow.id == image_id)))
    assert captioning.write_results(job, CAPTION) == {"image_gone": 1}


def test_a_job_of_a_deleted_user_captions_what_editors_see(captioning: CaptionDriver) -> None:
    shared, private = captioning.image(), captioning.image("private")
    job = captioning.create_job("owner", shared, private)
    captioning.driver.do(
        lambda work: work.session.execute(delete(UserRow).where(UserRow.id == captioning.by["owner"].user_id))
    )
    assert captioning.write_results(job, CAPTION, CAPTION) == {"captioned": 1, "image_gone": 1}


def test_an_engine_replaces_only_its_own_labels(captioning: CaptionDriver) -> None:
    image_id, owner = captioning.image(), captioning.by["owner"]
    captioning.factory.label(image_id, "caption", "by hand")
    captioning.factory.label(image_id, "caption", "another", source="engine", engine="press")
    captioning.factory.label(image_id, "caption", "old", source="engine", engine="tiny")
    captioning.factory.label(image_id, "tag", "old tag", source="engine", engine="tiny")
    captioning.factory.label(image_id, "tag", "Plate")
    words = replace(CAPTION, tags=(Tag("plate"), Tag("red", 0.9), Tag("RED")))
    bare = captioning.create_job("owner", image_id, only_missing=False)
    assert captioning.write_results(bare, words) == {"captioned": 1}
    unchanged = [("caption", "by hand", "manual"), ("caption", "another", "engine")]
    assert captioning.labels(image_id) == [
        *unchanged, ("tag", "old tag", "engine"), ("tag", "Plate", "manual"), ("caption", "a plate", "engine"),
    ]  # fmt: skip
    with_tags = captioning.create_job("owner", image_id, only_missing=False, tags=True)
    assert captioning.write_results(with_tags, words) == {"captioned": 1}
    assert captioning.labels(image_id) == [
        *unchanged, ("tag", "Plate", "manual"), ("caption", "a plate", "engine"), ("tag", "red", "engine"),
    ]  # fmt: skip
    mine = captioning.driver.do(images.list_labels, image_id, PageRequest(50), by=owner).items[0]
    changed = captioning.driver.do(images.update_label, mine.id, LabelChanges(text="crimson"), by=owner)
    assert (changed.source, changed.engine, changed.engine_version, changed.model) == ("manual", None, None, None)
    assert changed.job_id is None
    assert (mine.engine, mine.engine_version, mine.model, mine.job_id) == ("tiny", "1", "eye", with_tags.id)


def test_every_label_change_records_an_image_event(captioning: CaptionDriver) -> None:
    image_id, owner = captioning.image("private"), captioning.by["owner"]
    label = captioning.driver.do(images.create_label, image_id, "tag", "fox", by=owner)
    captioning.driver.do(images.update_label, label.id, LabelChanges(text="wolf"), by=owner)
    captioning.driver.do(images.delete_label, label.id, by=owner)
    captioning.write_results(captioning.create_job("owner", image_id), CAPTION)
    with UnitOfWork(captioning.driver.database, write=False) as work:
        events = work.session.execute(select(EventRow.kind, EventRow.data).where(EventRow.subject_id == image_id)).all()
    facts = {"visibility": "private", "created_by": str(owner.user_id), "job_id": None}
    assert [tuple(event) for event in events] == [("image.changed", facts)] * 4


@pytest.mark.parametrize(
    ("text", "sanitized"),
    [
        (" two\n\tlines \x00\x07", "two lines"),
        ("x" * 3000, "x" * 2000),
        ("a \ud800 half", "a half"),
        (" \n", None),
        ("", None),
    ],
)
def test_caption_texts_are_sanitized(text: str, sanitized: str | None) -> None:
    caption = caption_results.sanitize(replace(CAPTION, text=text))
    assert (caption and caption.text) == sanitized


def test_caption_metadata_is_sanitized() -> None:
    tags = (Tag("", 0.5), Tag("a\nb", 2.0), *(Tag(str(n), float("nan")) for n in range(99)))
    caption = caption_results.sanitize(replace(CAPTION, confidence=-1.0, model="m" * 300, tags=tags))
    assert caption is not None
    assert (caption.confidence, caption.model, len(caption.tags)) == (0.0, "m" * 200, 50)
    assert caption.tags[:2] == (Tag("a b", 1.0), Tag("0", None))


def test_estimates_count_the_images_of_a_caption_job(captioning: CaptionDriver) -> None:
    pictures = captioning.factory.images(captioning.by["owner"], 10)
    for _ in range(5):
        job = captioning.create_job("owner", *pictures)
        captioning.driver.do(queue.complete, captioning.driver.claimed())
        captioning.driver.change(job.id, started_at=ENDED - timedelta(seconds=10), finished_at=ENDED)
    captioning.driver.do(estimates.update_estimates)
    estimate = captioning.create_job("owner", *pictures[:4]).estimate
    assert estimate is not None
    assert (estimate.p50_seconds, estimate.basis_count) == (4.0, 5)


def test_a_viewer_sees_the_progress_but_not_the_request(captioning: CaptionDriver) -> None:
    job = captioning.create_job("owner", captioning.image())
    captioning.write_results(job, CAPTION)
    seen = captioning.driver.do(service.get_job, job.id, by=captioning.by["viewer"])
    assert seen.request is None
    assert seen.captions is not None
    assert seen.captions.outcomes["captioned"] == 1
