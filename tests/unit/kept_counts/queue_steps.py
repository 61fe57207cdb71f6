"""Steps of workers and of those who queue jobs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from platemark.db.tables import AlbumRow, JobRow, SetRunRow, SetTemplateRow
from platemark.db.types import EPOCH
from platemark.engines.base import EngineImage
from platemark.jobs import generation_results, queue
from platemark.jobs import service as jobs
from platemark.jobs.generation_results import StoredImage
from platemark.jobs.queue import Lease, NewJob
from platemark.set_runs import service as set_runs
from platemark.set_runs.views import NewSetRun
from platemark.set_templates import service as set_templates
from platemark.set_templates.table import from_rows
from platemark.set_templates.views import NewSetTemplate
from tests.unit.kept_counts.driver import Driver
from tests.unit.kept_counts.gallery_steps import some_picture

LEASE_MS = 60_000
ANSWER = EngineImage(
    data=b"", media_type="image/png", engine="press", engine_version="1", model=None, seed=1, width=24, height=16
)
CARDS = from_rows([{"card": f"card {n}", "prompt": f"{n} of hearts"} for n in range(4)])


class QueueSteps:
    """Jobs and set runs."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.leases: list[Lease] = []

    def possible_steps(self) -> list[Callable[[], object]]:
        return [
            *(self.add_job, self.add_jobs, self.start_set_run, self.claim, self.claim, self.claim_more, self.generate),
            *(self.generate, self.complete, self.fail, self.release, self.lose_worker, self.cancel_job, self.retry_job),
            *(self.cancel_set_run, self.retry_set_run, self.archive_template),
        ]

    def add_job(self) -> None:
        driver = self.driver
        kind = driver.random.choice(("generate", "caption", "train"))
        payload: dict[str, Any] = {"prompt": "a fox", "image_ids": [], "training_run_id": str(UUID(int=1))}
        payload |= {"visibility": driver.visibility(), "album_id": str(driver.some_id(AlbumRow.id))}
        run_id, owner = driver.random.choice((None, self.some_run())), driver.someone().user_id
        new = NewJob(kind=kind, engine="press", payload=payload, set_run_id=run_id, created_by=owner)
        driver.do(queue.add, [new])

    def add_jobs(self) -> None:
        payload = {"prompt": "a fox"}
        new = [NewJob(kind="generate", engine="press", payload=payload, priority=n % 3) for n in range(5)]
        self.driver.do(queue.add, new)

    def some_run(self) -> UUID:
        return self.driver.some_id(SetRunRow.id)

    def claim(self) -> None:
        lease = self.driver.do(queue.claim, "us", lease_ms=LEASE_MS)
        self.leases += [lease] if lease else []

    def claim_more(self) -> None:
        first = self.driver.do(queue.claim, "us", lease_ms=LEASE_MS)
        if first:
            more = self.driver.do(queue.claim_more, "us", first, lease_ms=LEASE_MS, limit=3)
            self.leases += [first, *(more or ())]

    def some_lease(self) -> Lease | None:
        """A lease that was granted; it may have ended since."""
        return self.driver.random.choice(self.leases) if self.leases else None

    def generate(self) -> None:
        """Complete a job with pictures, some of which are stored already."""
        lease, driver = self.some_lease(), self.driver
        if lease is None or lease.kind != "generate":
            return
        count = driver.random.randint(1, 3)
        images = [StoredImage(some_picture(driver), ANSWER) for _ in range(count)]
        driver.do(generation_results.complete, driver.studio.blobs, lease, images)

    def complete(self) -> None:
        if lease := self.some_lease():
            self.driver.do(queue.complete, lease)

    def fail(self) -> None:
        if lease := self.some_lease():
            self.driver.do(queue.fail, lease, "engine_failed", "no ink", retryable=self.driver.rarely())

    def release(self) -> None:
        if lease := self.some_lease():
            self.driver.do(queue.release, lease)

    def lose_worker(self) -> None:
        expire = sa.update(JobRow).where(JobRow.state == "running").values(lease_until=EPOCH)
        self.driver.do(lambda work: (work.session.execute(expire), queue.sweep(work)))

    def cancel_job(self) -> None:
        driver = self.driver
        driver.do(jobs.cancel_job, driver.studio, driver.some_id(JobRow.id), by=driver.someone())

    def retry_job(self) -> None:
        driver = self.driver
        job_id = driver.some_id(JobRow.id, JobRow.state.in_(("failed", "cancelled")))
        driver.do(jobs.retry_job, driver.studio, job_id, by=driver.someone())

    def start_set_run(self) -> None:
        driver = self.driver
        by, template_id = driver.someone(), driver.some_id(SetTemplateRow.id)
        if driver.rarely():
            new = NewSetTemplate(name="Cards", base_prompt="playing card", visibility=driver.visibility())
            driver.do(set_templates.create_set_template, new, CARDS, by=by)
        driver.do(set_runs.start_set_run, driver.studio, template_id, NewSetRun(theme="winter", seed=1), by=by)

    def cancel_set_run(self) -> None:
        driver = self.driver
        driver.do(set_runs.cancel_set_run, driver.studio, self.some_run(), by=driver.someone())

    def retry_set_run(self) -> None:
        driver = self.driver
        driver.do(set_runs.retry_set_run, driver.studio, self.some_run(), by=driver.someone())

    def archive_template(self) -> None:
        driver = self.driver
        if driver.rarely():
            driver.do(set_templates.archive_set_template, driver.some_id(SetTemplateRow.id), by=driver.someone())
