"""Batches of several jobs: finished jobs are recorded together, and one job's failure costs no other an attempt."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from platemark.db.engine import Database
from platemark.jobs import generation_results, queue
from platemark.jobs.queue import Lease, NewJob
from platemark.worker import loop
from platemark.worker.messages import EngineProcessExited, GenerationFinished, GenerationProgress
from tests.worker.harness import FakeWakeup, WorkerHarness, finished_image


class SlowWakeup(FakeWakeup):
    """Delivers the next message only after ``delay`` calls of ``wait``, and calls ``on_wait`` at each of them."""

    delay = 0

    def __init__(self) -> None:
        super().__init__()
        self.on_wait: Callable[[], object] = lambda: None

    def wait(self, seconds: float, messages: Any = None) -> tuple[bool, bool]:
        self.delay -= 1
        if self.delay <= 0:
            return super().wait(seconds, messages)
        time.sleep(0.01)
        self.on_wait()
        return False, False


class BatchHarness(WorkerHarness):
    """A worker that claims as many jobs at once as it may."""

    def __init__(self, database: Database, folder: Path) -> None:
        super().__init__(database, folder)
        self.worker._batch_size = loop.MAX_BATCH_SIZE

    def add_jobs(self, count: int, **fields: Any) -> list[UUID]:
        jobs = [NewJob(**{"kind": "generate", "engine": "tiny", "payload": PAYLOAD, **fields}) for _ in range(count)]
        self.commit(queue.add, jobs)
        return [job.id for job in jobs]

    def claim_batch(self) -> list[Lease]:
        return self.worker._claim()

    def states(self, job_ids: list[UUID]) -> list[tuple[str, int]]:
        """State and attempt of each job."""
        return [(job.state, job.attempt) for job in map(self.job, job_ids)]


PAYLOAD = {"prompt": "quick", "engine": "tiny", "seed": 3}


@pytest.fixture
def harness(database: Database, tmp_path: Path) -> BatchHarness:
    return BatchHarness(database, tmp_path)


def test_a_batch_follows_the_order_of_the_queue_and_is_recorded_at_once(harness: BatchHarness) -> None:
    low, high = harness.add_jobs(3), harness.add_jobs(2, priority=4)
    batch = harness.claim_batch()
    assert [lease.job_id for lease in batch] == high + low
    harness.wakeup.messages.extend([GenerationFinished()] * 5)
    assert harness.worker.run_batch(batch) == []
    assert harness.states(high + low) == [("succeeded", 1)] * 5


def test_a_batch_has_jobs_of_one_engine_and_at_most_sixteen(harness: BatchHarness) -> None:
    tiny_jobs = harness.add_jobs(20)
    harness.add_jobs(1, engine="other", priority=-1)
    assert [lease.job_id for lease in harness.claim_batch()] == tiny_jobs[:16]
    assert [lease.job_id for lease in harness.claim_batch()] == tiny_jobs[16:]
    assert [lease.engine for lease in harness.claim_batch()] == ["other"]


def test_jobs_with_an_earlier_attempt_or_a_single_one_are_claimed_alone(harness: BatchHarness) -> None:
    (tried,) = harness.add_jobs(1)
    (lease,) = harness.claim_batch()
    harness.commit(queue.fail, lease, "no_ink", "There is no ink.", retryable=True)
    harness.skip_back_off(tried)
    first, second = harness.add_jobs(2, max_attempts=1)
    fresh = harness.add_jobs(2)
    urgent = harness.add_jobs(1, priority=1)
    batches = [[lease.job_id for lease in harness.claim_batch()] for _ in range(4)]
    assert batches == [[*urgent, *fresh], [tried], [first], [second]]


def test_nothing_is_claimed_from_a_paused_queue(harness: BatchHarness) -> None:
    harness.add_jobs(3)
    harness.commit(queue.set_paused, paused=True)
    assert harness.claim_batch() == []


def test_a_slow_job_breaks_up_its_batch_and_the_waiting_jobs_return_at_no_cost(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "MAX_BATCH_SECONDS", 0.05)
    harness, wakeup, seen = BatchHarness(database, tmp_path), SlowWakeup(), list[list[tuple[str, int]]]()
    harness.worker.wakeup = harness.wakeup = harness.host.wakeup = wakeup
    quick, slow, *others = job_ids = harness.add_jobs(5)
    batch = harness.claim_batch()
    wakeup.messages.extend([GenerationFinished(), GenerationProgress(0.5), GenerationFinished()])
    wakeup.on_wait = lambda: seen.append(harness.states(job_ids))
    harness.host.on_submit = [lambda: None, lambda: setattr(wakeup, "delay", 30)]
    next_batch = harness.worker.run_batch(batch)
    assert seen[-1] == [("succeeded", 1), ("running", 1)] + [("queued", 0)] * 3
    assert harness.states([quick, slow]) == [("succeeded", 1)] * 2
    assert [lease.job_id for lease in next_batch] == others[: len(next_batch)] != []


def test_a_worker_told_to_stop_releases_the_jobs_of_its_batch_that_are_not_done(harness: BatchHarness) -> None:
    done, *others = harness.add_jobs(4)
    batch = harness.claim_batch()
    harness.wakeup.messages.append(GenerationFinished())
    harness.host.on_submit = [lambda: None, lambda: setattr(harness.wakeup, "stopping", True)]
    assert harness.worker.run_batch(batch) == []
    assert harness.states([done, *others]) == [("succeeded", 1)] + [("queued", 0)] * 3


def test_a_job_that_kills_the_engine_costs_an_attempt_of_its_own_and_of_no_other(harness: BatchHarness) -> None:
    done, poison, *others = harness.add_jobs(4)
    batch = harness.claim_batch()
    harness.wakeup.messages.extend([GenerationFinished(), EngineProcessExited()])
    harness.worker.run_batch(batch)
    assert harness.states([done, poison]) == [("succeeded", 1), ("queued", 1)]
    assert [attempt for _, attempt in harness.states(others)] == [0, 0]


def test_an_outcome_that_cannot_be_written_fails_that_job_alone(
    harness: BatchHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    job_ids = harness.add_jobs(3)
    batch = harness.claim_batch()
    complete = generation_results.complete

    def complete_all_but_one(work: Any, blobs: Any, lease: Lease, images: Any) -> Any:
        if lease.job_id == job_ids[1]:
            raise ValueError("no such column")
        return complete(work, blobs, lease, images)

    monkeypatch.setattr(generation_results, "complete", complete_all_but_one)
    harness.wakeup.messages.extend([GenerationFinished()] * 3)
    harness.worker.run_batch(batch)
    assert harness.states(job_ids) == [("succeeded", 1), ("queued", 1), ("succeeded", 1)]


def test_a_job_of_a_batch_whose_lease_is_lost_is_not_changed(harness: BatchHarness) -> None:
    job_ids = harness.add_jobs(3)
    batch = harness.claim_batch()
    harness.commit(queue.release, batch[1])
    harness.commit(queue.claim, "another", lease_ms=60_000)
    harness.commit(queue.cancel, job_ids[2])
    harness.wakeup.messages.extend([finished_image(), GenerationFinished()] * 3)
    harness.worker.run_batch(batch)
    assert [state for state, _ in harness.states(job_ids)] == ["succeeded", "running", "cancelled"]
    assert harness.image_count() == 1


@pytest.mark.parametrize(
    ("messages", "next_size"), [([GenerationFinished()], 16), ([finished_image(), GenerationFinished()], 1)]
)
def test_batches_grow_while_jobs_take_no_time_and_generate_no_image(
    harness: BatchHarness, messages: list[Any], next_size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "TARGET_BATCH_SECONDS", 100.0)
    harness.worker._batch_size = 1
    harness.add_jobs(20)
    batch = harness.claim_batch()
    assert len(batch) == 1
    harness.wakeup.messages.extend(messages)
    assert len(harness.worker.run_batch(batch)) == next_size


def test_a_batch_is_a_single_job_where_jobs_take_time(harness: BatchHarness, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "TARGET_BATCH_SECONDS", 0.0)
    harness.add_jobs(20)
    harness.wakeup.messages.extend([GenerationFinished()] * 16)
    assert len(harness.worker.run_batch(harness.claim_batch())) == 1
