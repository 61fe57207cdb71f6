"""The worker's loop while the database is away: it neither loses a result nor holds on to what is not its own."""

from __future__ import annotations

import errno
import os
import time
from collections import deque
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Row, func, select, update
from sqlalchemy.exc import OperationalError

from platemark.db.engine import Database
from platemark.db.tables import ImageRow, JobRow
from platemark.db.types import EPOCH
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import EngineImage
from platemark.jobs import queue
from platemark.jobs.queue import Lease
from platemark.jobs.requests import GenerateJob
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.worker.loop import Worker
from platemark.worker.messages import (
    EngineMessage,
    EngineProcessExited,
    GenerateImages,
    GenerationFinished,
    ImageFinished,
    TaskStopped,
)
from tests.worker.tiny_engine import png

CUT = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
AWAY = OperationalError("select 1", {}, Exception("the database is away"))


class StillBell:
    """Rings when something is to be heard, stops when told to."""

    def __init__(self) -> None:
        self.stopping = False
        self.answers: deque[EngineMessage] = deque()
        self.waits = 0

    def wait(self, seconds: float, answers: Connection | None = None) -> tuple[bool, bool]:
        self.waits += 1
        if not self.answers:
            time.sleep(min(max(seconds, 0), 0.02))
        return False, bool(self.answers) and answers is not None


class CalmHost:
    """An engine process that says what the test has written down; asked to stop, it does."""

    def __init__(self, bell: StillBell) -> None:
        self.bell = bell
        self.engines: tuple[str, ...] = ("tiny",)
        self.connection: Any = object()
        self.asked: list[str] = []
        self.back_when_stopped: Trial | None = None
        self.on_make: list[Callable[[], None]] = []
        """What is to happen at the first, second … job."""

    def submit(self, job: GenerateImages) -> None:
        self.asked.append("submit")
        if self.on_make:
            self.on_make.pop(0)()

    def stop_task(self) -> None:
        self.asked.append("stop")
        if self.back_when_stopped is not None:
            self.back_when_stopped.away = 0
        self.bell.answers.append(TaskStopped())

    def receive(self) -> EngineMessage:
        answer = self.bell.answers.popleft()
        if isinstance(answer, EngineProcessExited):
            self.connection, self.engines = None, ()
        return answer

    def kill(self) -> None:
        self.asked.append("kill")


class Trial:
    """A worker whose database is away as often as the test likes."""

    def __init__(self, database: Database, folder: Path, lease_seconds: float) -> None:
        self.database = database
        self.bell = StillBell()
        self.host = CalmHost(self.bell)
        self.away = 0
        settings = Settings(data_dir=folder, lease_seconds=lease_seconds, beat_seconds=0.05)
        blobs = FolderBlobStore(folder / "blobs")
        self.at: dict[str, Callable[[], None]] = {}
        """What is to happen, once, at a point of the worker's way."""
        trial = self

        def fault(point: str) -> None:
            trial.at.pop(point, lambda: None)()

        class SometimesAway(Worker):
            def open_work(self, lease: Lease | None = None) -> UnitOfWork:
                if trial.away > 0:
                    trial.away -= 1
                    raise AWAY
                return super().open_work(lease)

        self.worker = SometimesAway(settings, database, blobs, self.host, self.bell, fault)  # type: ignore[arg-type]

    def do(self, act: Any, *args: Any, **facts: Any) -> Any:
        with UnitOfWork(self.database, write=True) as work:
            result = act(work, *args, **facts)
            work.commit()
        return result

    def queued(self) -> UUID:
        payload = GenerateJob(prompt="quick", engine="tiny", seed=3).payload()
        job = queue.NewJob(kind="generate", engine="tiny", payload=payload)
        self.do(queue.add, [job])
        return job.id

    def claimed(self) -> Lease:
        self.queued()
        lease: Lease = self.do(queue.claim, "us", lease_ms=60_000)
        return lease

    def row(self, job_id: UUID) -> Row[Any]:
        with UnitOfWork(self.database, write=False) as work:
            return work.session.execute(select(*JobRow.__table__.c).where(JobRow.id == job_id)).one()

    def state(self, lease: Lease) -> str:
        state: str = self.row(lease.job_id).state
        return state

    def make_ready(self, job_id: UUID) -> None:
        """Its rest is over."""
        rested = update(JobRow).where(JobRow.id == job_id).values(run_after=EPOCH)
        self.do(lambda work: work.session.execute(rested))

    def images(self) -> int:
        with UnitOfWork(self.database, write=False) as work:
            return work.session.execute(select(func.count()).select_from(ImageRow)).scalar_one()


def picture() -> ImageFinished:
    return ImageFinished(
        EngineImage(
            data=png(3),
            media_type="image/png",
            width=4,
            height=4,
            seed=3,
            engine="tiny",
            engine_version="1",
            model=None,
        )
    )


@pytest.fixture
def trial(database: Database, tmp_path: Path) -> Trial:
    return Trial(database, tmp_path, lease_seconds=60)


def test_a_completion_waits_until_the_database_is_back(trial: Trial) -> None:
    lease = trial.claimed()
    trial.bell.answers.extend([picture(), GenerationFinished()])
    trial.away = 3
    trial.worker.work([lease])
    assert trial.state(lease) == "succeeded"


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_completion_cut_off_in_its_commit_is_made_again(trial: Trial) -> None:
    lease = trial.claimed()

    def cut() -> None:
        with trial.database.engine.connect() as connection:
            connection.exec_driver_sql(CUT)

    trial.at["in_commit"] = cut
    trial.bell.answers.extend([picture(), GenerationFinished()])
    trial.worker.work([lease])
    assert (trial.state(lease), trial.images(), trial.at) == ("succeeded", 1, {})


def test_a_commit_whose_answer_never_came_is_not_made_twice(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    lease = trial.claimed()
    commit = UnitOfWork.commit

    def unheard(work: UnitOfWork) -> None:
        commit(work)
        monkeypatch.undo()
        raise AWAY

    trial.at["in_commit"] = lambda: monkeypatch.setattr(UnitOfWork, "commit", unheard)
    trial.bell.answers.extend([picture(), GenerationFinished()])
    trial.worker.work([lease])
    assert (trial.state(lease), trial.images(), trial.at) == ("succeeded", 1, {})


def test_the_next_job_is_taken_with_the_end_of_the_last(trial: Trial) -> None:
    first, second = trial.claimed(), trial.queued()
    trial.bell.answers.extend([picture(), GenerationFinished()])
    (following,) = trial.worker.work([first])
    assert (following.job_id, trial.state(following)) == (second, "running")


@pytest.mark.parametrize("engines", [("tiny",), ()])
def test_who_is_to_stop_or_has_no_engines_takes_no_job_with_the_end_of_the_last(
    trial: Trial, engines: tuple[str, ...]
) -> None:
    lease = trial.claimed()
    trial.queued()
    trial.bell.answers.extend([picture(), GenerationFinished()])
    trial.host.engines = engines
    trial.bell.stopping = bool(engines)
    assert trial.worker.work([lease]) == []


def test_a_disk_that_is_full_fails_the_attempt_and_the_next_has_room(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    lease = trial.claimed()
    trial.host.back_when_stopped = trial
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        trial.bell.answers.append(picture())
        trial.worker.work([lease])
    row = trial.row(lease.job_id)
    assert (row.state, row.attempt, row.error_code) == ("queued", 1, "storage_full")
    trial.make_ready(lease.job_id)
    trial.bell.answers.extend([picture(), GenerationFinished()])
    (again,) = trial.worker._claim()
    trial.worker.work([again])
    assert (trial.state(again), trial.images(), again.attempt) == ("succeeded", 1, 2)


def test_told_to_stop_while_the_database_is_away_it_leaves_the_job_to_the_sweep(trial: Trial) -> None:
    lease = trial.claimed()
    trial.bell.stopping = True
    trial.away = 1_000
    trial.worker.work([lease])
    assert (trial.state(lease), trial.host.asked) == ("running", ["submit", "kill"])


def test_a_worker_that_cannot_beat_for_a_lease_stops_by_itself(database: Database, tmp_path: Path) -> None:
    trial = Trial(database, tmp_path, lease_seconds=0.2)
    lease = trial.claimed()
    trial.away = 10_000
    trial.host.back_when_stopped = trial
    trial.worker.work([lease])
    assert trial.host.asked == ["submit", "stop"]
    assert trial.state(lease) == "running", "whose lease runs out, as nobody knows how it ended"


def test_a_short_absence_of_the_database_costs_nothing(trial: Trial) -> None:
    lease = trial.claimed()
    trial.away = 2
    original = trial.bell.wait

    def later(seconds: float, answers: Connection | None = None) -> tuple[bool, bool]:
        if trial.away == 0 and not trial.bell.answers:
            trial.bell.answers.extend([picture(), GenerationFinished()])
        return original(seconds, answers)

    trial.bell.wait = later  # type: ignore[method-assign]
    trial.worker.work([lease])
    assert (trial.state(lease), trial.host.asked) == ("succeeded", ["submit"])


def test_a_lost_job_is_dropped_and_changes_nothing(trial: Trial) -> None:
    lease = trial.claimed()
    trial.do(queue.release, lease)
    trial.do(queue.claim, "another", lease_ms=60_000)
    trial.worker.work([lease])
    assert trial.host.asked == ["submit", "stop"]
    assert trial.state(lease) == "running"


def test_an_engine_process_that_ends_fails_the_attempt_at_once(trial: Trial) -> None:
    lease = trial.claimed()
    trial.bell.answers.append(EngineProcessExited())
    trial.worker.work([lease])
    assert trial.state(lease) == "queued"


def test_pictures_that_cannot_be_named_fail_the_attempt_not_the_worker(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> str:
        raise ValueError("no such column")

    monkeypatch.setattr("platemark.jobs.generation_results.complete", broken)
    lease = trial.claimed()
    trial.bell.answers.extend([picture(), GenerationFinished()])
    trial.worker.work([lease])
    assert trial.state(lease) == "queued"
