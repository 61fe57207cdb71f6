"""Steps of those who train; workers claim the jobs like any other."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from platemark.clock import utc_now
from platemark.db.tables import TrainingRunRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import new_id
from platemark.jobs import queue
from platemark.jobs.queue import NewJob
from platemark.training import service as training
from tests.unit.kept_counts.driver import Driver


def insert_training_run(work: UnitOfWork, job_id: UUID, engine: str, owner: UUID | None) -> UUID:
    now, run_id = utc_now(), new_id()
    row = TrainingRunRow(
        id=run_id, job_id=job_id, name="Arcana", engine=engine, album_ids=[], parameters={}, seed=1, dataset=[],
        dataset_digest="0" * 64, image_count=0, captioned_count=0, held_out_count=0, steps=40, created_by=owner,
        created_at=now, updated_at=now,
    )  # fmt: skip
    work.session.add(row)
    work.session.flush()
    return run_id


class TrainingSteps:
    """Training runs."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    def possible_steps(self) -> list[Callable[[], object]]:
        return [self.train, self.train, self.cancel_training, self.resume_training, self.delete_training]

    def train(self) -> None:
        owner, engine = self.driver.someone().user_id, self.driver.random.choice(("press", "diffusers"))
        job = NewJob(kind="train", engine=engine, payload={}, priority=5, created_by=owner)
        run_first = self.driver.rarely()

        def write(work: UnitOfWork) -> None:
            if run_first:
                insert_training_run(work, job.id, engine, owner)
            queue.add(work, [job])
            if not run_first:
                insert_training_run(work, job.id, engine, owner)

        self.driver.do(write)

    def cancel_training(self) -> None:
        driver, run_id = self.driver, self.driver.some_id(TrainingRunRow.id)
        driver.do(training.cancel_training_run, driver.studio, run_id, by=driver.users[0])

    def resume_training(self) -> None:
        driver, run_id = self.driver, self.driver.some_id(TrainingRunRow.id)
        driver.do(training.resume_training_run, driver.studio, run_id, by=driver.users[0])

    def delete_training(self) -> None:
        driver, run_id = self.driver, self.driver.some_id(TrainingRunRow.id)
        driver.do(training.delete_training_run, driver.studio, run_id, by=driver.users[0])
