"""Captions on real worker processes: each picture is described once, whatever dies, is deleted or is cancelled."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from platemark.access import Actor
from platemark.accounts import service as accounts
from platemark.albums import service as albums
from platemark.albums.views import NewAlbum
from platemark.db.tables import EventRow, JobRow, LabelRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.images import service as images
from platemark.images.views import NewUpload
from platemark.jobs import queue, workers
from platemark.jobs import service as jobs
from platemark.jobs.requests import CaptionJob
from platemark.jobs.views import JobView
from platemark.storage.blobs import FolderBlobStore
from platemark.worker.supervisor import Supervisor
from tests.populate import png
from tests.worker.conftest import CHILD, Child, Shop, until
from tests.worker.tiny_engine import CHATTY, DEADLY, DUMB, FLAKY, NAPPING, REFUSED, SLOW

StartChild = Callable[..., Child]
PLAIN = 100
on_sqlite_alone = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class Gallery:
    """A shop with pictures, and somebody who has them described."""

    def __init__(self, shop: Shop) -> None:
        shop.do(accounts.create_first_sign_in_link, lifetime=timedelta(days=7))
        user = shop.do(accounts.ensure_first_admin)
        self.shop = shop
        self.by = Actor(user.id, user.name, "admin", "token")
        self.blobs = FolderBlobStore(shop.settings.blobs_dir)
        self.image_ids: list[UUID] = []
        self.album_id: UUID | None = None

    def hang(self, *blues: int, captions: Sequence[int] = ()) -> None:
        """Pictures of these blues in an album; those at ``captions`` have one by hand."""
        self.shop.do(self._hang, blues, captions)

    def _hang(self, work: UnitOfWork, blues: Sequence[int], captions: Sequence[int]) -> None:
        self.album_id = albums.insert_album(work, NewAlbum(name="Proofs"), by=self.by)
        for at, blue in enumerate(blues):
            picture = images.store_picture(self.blobs, png((at, 7, blue)), max_pixels=10_000)
            facts = NewUpload(caption="by hand" if at in captions else None)
            kept = images.insert_upload(work, self.blobs, picture, facts, by=self.by)
            albums.add_album_images(work, self.album_id, [kept.image_id], by=self.by)
            self.image_ids.append(kept.image_id)

    def ask(self, *, tags: bool = False, only_missing: bool = True) -> UUID:
        request = CaptionJob(album_id=self.album_id, tags=tags, only_missing=only_missing)
        job: JobView = self.shop.do(jobs.create_job, self.shop.studio, request, by=self.by)
        return job.id

    def job(self, job_id: UUID) -> JobView:
        found: JobView = self.shop.do(jobs.get_job, job_id, by=self.by)
        return found

    def ended(self, job_id: UUID) -> JobView:
        self.shop.wait_for(job_id, "succeeded", "failed", "cancelled")
        return self.job(job_id)

    def outcomes(self, job_id: UUID) -> dict[str, int]:
        """The outcomes that there are, counted."""
        view = self.job(job_id).captions
        assert view is not None
        assert view.image_count == len(self.image_ids)
        return {name: count for name, count in view.outcomes.items() if count}

    def labels(self) -> list[LabelRow]:
        with UnitOfWork(self.shop.database, write=False) as work:
            return list(work.session.scalars(select(LabelRow).order_by(LabelRow.id)))

    def said(self) -> list[str | None]:
        """The caption of each picture; none has two."""
        texts = {label.image_id: label.text for label in self.labels() if label.kind == "caption"}
        counted = Counter(label.image_id for label in self.labels() if label.kind == "caption")
        assert set(counted.values()) <= {1}
        return [texts.get(image_id) for image_id in self.image_ids]


@pytest.fixture
def gallery(patient: Shop) -> Gallery:
    """One with a worker that lives through all tests."""
    return Gallery(patient)


@pytest.fixture
def lonely(shop: Shop) -> Gallery:
    """One without workers but those that the test starts."""
    return Gallery(shop)


def test_pictures_are_described_and_the_labels_tell_who_did(gallery: Gallery) -> None:
    gallery.hang(PLAIN, PLAIN)
    job_id = gallery.ask(tags=True)
    done = gallery.ended(job_id)
    assert (done.state, done.progress, done.image_ids) == ("succeeded", 1.0, ())
    assert gallery.outcomes(job_id) == {"captioned": 2}
    assert gallery.said() == ["red 0, green 7", "red 1, green 7"]
    for label in gallery.labels():
        assert (label.source, label.engine, label.engine_version, label.model) == ("engine", "tiny", "1", "eye")
        assert (label.job_id, label.created_by) == (job_id, gallery.by.user_id)
    told = [(label.kind, label.text, label.confidence) for label in gallery.labels() if label.text[-1] != "7"]
    assert told == [("tag", "red 0", 0.75), ("tag", "Plate", None), ("tag", "red 1", 0.75), ("tag", "Plate", None)]
    with UnitOfWork(gallery.shop.database, write=False) as work:
        kinds = select(EventRow.subject_id).where(EventRow.kind == "image.changed").order_by(EventRow.id)
        assert list(work.session.scalars(kinds)) == gallery.image_ids


def test_what_has_a_caption_is_passed_over_and_what_somebody_wrote_is_never_touched(gallery: Gallery) -> None:
    gallery.hang(PLAIN, PLAIN, PLAIN, captions=[1])
    first = gallery.ask()
    gallery.ended(first)
    assert gallery.outcomes(first) == {"captioned": 2, "has_caption": 1}
    again = gallery.ask()
    gallery.ended(again)
    assert gallery.outcomes(again) == {"has_caption": 3}
    before = {label.id for label in gallery.labels() if label.source == "engine"}
    anew = gallery.ask(only_missing=False)
    gallery.ended(anew)
    assert gallery.outcomes(anew) == {"captioned": 3}
    labels = gallery.labels()
    assert before.isdisjoint(label.id for label in labels)
    assert Counter((label.source, label.text == "by hand") for label in labels) == {
        ("engine", False): 3,
        ("manual", True): 1,
    }


def test_what_an_engine_says_fits_on_a_label(gallery: Gallery) -> None:
    gallery.hang(CHATTY, DUMB, PLAIN)
    job_id = gallery.ask()
    gallery.ended(job_id)
    assert gallery.outcomes(job_id) == {"captioned": 2, "engine_refused": 1}
    chat = gallery.said()[0]
    assert chat is not None
    assert chat.startswith("two lines and more and more")
    assert len(chat) <= 2000


def test_a_picture_that_the_engine_refuses_is_passed_over(gallery: Gallery) -> None:
    gallery.hang(REFUSED, PLAIN, REFUSED)
    job_id = gallery.ask()
    assert gallery.ended(job_id).state == "succeeded"
    assert gallery.outcomes(job_id) == {"captioned": 1, "engine_refused": 2}


@pytest.mark.parametrize("count", [1, 10, 11])
def test_an_engine_that_refuses_them_all_fails_the_job_which_can_be_tried_again(gallery: Gallery, count: int) -> None:
    gallery.hang(*[REFUSED] * count)
    job_id = gallery.ask()
    failed = gallery.ended(job_id)
    assert (failed.state, failed.attempt, failed.error_code) == ("failed", 1, "no_words")
    assert failed.error_message == "There are no words for this."
    assert gallery.outcomes(job_id) == {}
    gallery.shop.do(jobs.retry_job, gallery.shop.studio, job_id, by=gallery.by)
    assert gallery.ended(job_id).error_code == "no_words"


@pytest.mark.parametrize(("blue", "code"), [(FLAKY, "no_ink"), (DEADLY, "engine_lost")])
def test_an_attempt_that_fails_keeps_what_was_described(gallery: Gallery, blue: int, code: str) -> None:
    gallery.hang(PLAIN, blue)
    job_id = gallery.ask()
    until(lambda: gallery.job(job_id).error_code == code, "the attempt to fail")
    assert gallery.outcomes(job_id) == {"captioned": 1}
    assert gallery.said() == ["red 0, green 7", None]
    gallery.shop.do(jobs.cancel_job, gallery.shop.studio, job_id, by=gallery.by)
    gallery.ended(job_id)


def test_a_job_that_is_cancelled_keeps_what_was_described(gallery: Gallery) -> None:
    gallery.hang(PLAIN, SLOW, PLAIN)
    job_id = gallery.ask()
    until(lambda: gallery.outcomes(job_id) == {"captioned": 1}, "the first caption")
    assert gallery.job(job_id).progress == pytest.approx(1 / 3)
    gallery.shop.do(jobs.cancel_job, gallery.shop.studio, job_id, by=gallery.by)
    assert gallery.ended(job_id).state == "cancelled"
    assert gallery.outcomes(job_id) == {"captioned": 1}
    assert gallery.said() == ["red 0, green 7", None, None]


@pytest.mark.parametrize(
    ("database_url", "fault", "attempt"),
    [
        ("sqlite", "after_claim", 2),
        ("sqlite", "after_labels", 2),
        ("postgresql", "after_labels", 2),
        ("sqlite", "before_complete", 2),
        ("sqlite", "in_commit", 2),
        ("sqlite", "after_commit", 1),
    ],
    indirect=["database_url"],
)
def test_a_worker_killed_at_any_point_describes_nothing_twice(
    lonely: Gallery, start_child: StartChild, fault: str, attempt: int
) -> None:
    shop = lonely.shop
    lonely.hang(PLAIN, PLAIN, NAPPING, PLAIN)
    job_id = lonely.ask(tags=True)
    assert start_child(fault).status() == -signal.SIGKILL
    before = [label.id for label in lonely.labels()]
    if fault == "after_labels":
        assert 1 <= lonely.outcomes(job_id)["captioned"] < 4
        assert len(before) == 3 * lonely.outcomes(job_id)["captioned"]
    shop.let_the_lease_run_out(job_id)
    shop.do(queue.sweep)
    start_child()
    done = lonely.ended(job_id)
    assert (done.state, done.attempt) == ("succeeded", attempt)
    assert lonely.outcomes(job_id) == {"captioned": 4}
    assert lonely.said() == [f"red {red}, green 7" for red in range(4)]
    after = [label.id for label in lonely.labels()]
    assert after[: len(before)] == before
    assert len(after) == 4 * 3
    assert shop.events(job_id).count("job.succeeded") == 1


@on_sqlite_alone
def test_a_worker_that_slept_past_its_lease_writes_nothing(lonely: Gallery, start_child: StartChild) -> None:
    shop = lonely.shop
    shop.settings = replace(shop.settings, beat_seconds=15.0)
    lonely.hang(PLAIN, NAPPING, SLOW)
    job_id = lonely.ask()
    sleeper = start_child()
    until(lambda: "captioned" in lonely.outcomes(job_id), "the first caption")
    os.kill(sleeper.pid, signal.SIGSTOP)
    before = lonely.said()
    shop.let_the_lease_run_out(job_id)
    shop.do(queue.sweep)
    lease = shop.do(queue.claim, "another", lease_ms=60_000)
    os.kill(sleeper.pid, signal.SIGCONT)
    until(
        lambda: any(worker.state == "idle" for worker in shop.do(workers.list_workers)), "the sleeper to drop the job"
    )
    assert (shop.row(job_id).owner, shop.row(job_id).token) == ("another", lease.token)
    assert lonely.said() == before
    assert lonely.outcomes(job_id) == {"captioned": 3 - before.count(None)}


@on_sqlite_alone
def test_a_studio_that_stops_gives_the_job_back_and_keeps_what_was_described(lonely: Gallery) -> None:
    lonely.hang(PLAIN, SLOW)
    job_id = lonely.ask()
    with Supervisor(lonely.shop.settings, command=CHILD):
        until(lambda: lonely.outcomes(job_id) == {"captioned": 1}, "the first caption")
    row = lonely.shop.row(job_id)
    assert (row.state, row.attempt, row.owner) == ("queued", 0, None)
    assert lonely.said() == ["red 0, green 7", None]


@on_sqlite_alone
def test_what_was_deleted_meanwhile_is_passed_over_and_said(lonely: Gallery, start_child: StartChild) -> None:
    shop = lonely.shop
    lonely.hang(PLAIN, PLAIN, PLAIN)
    job_id = lonely.ask()
    shop.do(images.trash_image, lonely.image_ids[0], by=lonely.by)
    lonely.blobs.delete(png_digest(lonely, 1))
    start_child()
    assert lonely.ended(job_id).state == "succeeded"
    assert lonely.outcomes(job_id) == {"captioned": 1, "image_gone": 2}
    assert lonely.said() == [None, None, "red 2, green 7"]


def png_digest(gallery: Gallery, at: int) -> str:
    digest: str = gallery.shop.do(images.get_image, gallery.image_ids[at], by=gallery.by).image.digest
    return digest


@on_sqlite_alone
def test_a_job_that_is_tried_again_goes_on_where_it_was(lonely: Gallery, start_child: StartChild) -> None:
    shop = lonely.shop
    lonely.hang(PLAIN, FLAKY, PLAIN)
    job_id = lonely.ask()
    shop.do(lambda work: work.session.execute(update(JobRow).values(max_attempts=1)))
    start_child()
    assert lonely.ended(job_id).error_code == "no_ink"
    first = [label.id for label in lonely.labels()]
    shop.do(images.trash_image, lonely.image_ids[1], by=lonely.by)
    shop.do(jobs.retry_job, shop.studio, job_id, by=lonely.by)
    shop.wait_for(job_id, "succeeded")
    assert lonely.outcomes(job_id) == {"captioned": 2, "image_gone": 1}
    assert [label.id for label in lonely.labels()][:1] == first
