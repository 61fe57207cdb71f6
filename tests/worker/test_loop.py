"""The worker's loop while the database is unavailable: it loses no result and keeps no job that is not its own."""

from __future__ import annotations

import errno
import os
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from platemark.db.engine import Database
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs import queue
from platemark.storage.blobs import FolderBlobStore
from platemark.worker.messages import EngineProcessExited, GenerationFinished, TaskFailed
from tests.worker.harness import CONNECTION_ERROR, WorkerHarness, finished_image

TERMINATE_OTHER_CONNECTIONS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


@pytest.fixture
def harness(database: Database, tmp_path: Path) -> WorkerHarness:
    return WorkerHarness(database, tmp_path)


def test_a_completion_waits_until_the_database_is_available(harness: WorkerHarness) -> None:
    lease = harness.claim_new_job()
    harness.wakeup.messages.extend([finished_image(), GenerationFinished()])
    harness.unavailable_count = 3
    harness.worker.run_batch([lease])
    assert harness.state(lease) == "succeeded"


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_completion_whose_connection_is_cut_before_the_commit_is_repeated(harness: WorkerHarness) -> None:
    lease = harness.claim_new_job()

    def cut_connections() -> None:
        with harness.database.engine.connect() as connection:
            connection.exec_driver_sql(TERMINATE_OTHER_CONNECTIONS)

    harness.at_point["in_commit"] = cut_connections
    harness.wakeup.messages.extend([finished_image(), GenerationFinished()])
    harness.worker.run_batch([lease])
    assert (harness.state(lease), harness.image_count(), harness.at_point) == ("succeeded", 1, {})


def test_a_commit_whose_answer_is_lost_does_not_store_images_twice(
    harness: WorkerHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    lease = harness.claim_new_job()
    commit = UnitOfWork.commit

    def commit_without_answer(work: UnitOfWork) -> None:
        commit(work)
        monkeypatch.undo()
        raise CONNECTION_ERROR

    harness.at_point["in_commit"] = lambda: monkeypatch.setattr(UnitOfWork, "commit", commit_without_answer)
    harness.wakeup.messages.extend([finished_image(), GenerationFinished()])
    harness.worker.run_batch([lease])
    assert (harness.state(lease), harness.image_count(), harness.at_point) == ("succeeded", 1, {})


def test_the_next_job_is_claimed_with_the_completion_of_the_last(harness: WorkerHarness) -> None:
    first, second = harness.claim_new_job(), harness.add_job()
    harness.wakeup.messages.extend([finished_image(), GenerationFinished()])
    (next_lease,) = harness.worker.run_batch([first])
    assert (next_lease.job_id, harness.state(next_lease)) == (second, "running")


@pytest.mark.parametrize("engines", [("tiny",), ()])
def test_a_worker_that_stops_or_has_no_engines_claims_no_next_job(
    harness: WorkerHarness, engines: tuple[str, ...]
) -> None:
    lease = harness.claim_new_job()
    harness.add_job()
    harness.wakeup.messages.extend([finished_image(), GenerationFinished()])
    harness.host.engines = engines
    harness.wakeup.stopping = bool(engines)
    assert harness.worker.run_batch([lease]) == []


def test_a_job_that_meets_a_full_disk_waits_at_no_attempt_and_succeeds_with_space(
    harness: WorkerHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_with_no_space(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    lease = harness.claim_new_job()
    for _ in range(5):
        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", fail_with_no_space)
            harness.wakeup.messages.append(finished_image())
            harness.worker.run_batch([lease])
        job = harness.job(lease.job_id)
        assert (job.state, job.attempt, job.error_code) == ("queued", 0, "storage_full")
        assert harness.worker._claim() == [], "it waits for a minute"
        harness.skip_back_off(lease.job_id)
        (lease,) = harness.worker._claim()
    harness.wakeup.messages.extend([finished_image(), GenerationFinished()])
    harness.worker.run_batch([lease])
    assert (harness.state(lease), harness.image_count(), lease.attempt) == ("succeeded", 1, 1)


def test_no_image_is_generated_while_the_disk_is_nearly_full(
    harness: WorkerHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    lease = harness.claim_new_job()
    with monkeypatch.context() as patched:
        patched.setattr(FolderBlobStore, "free_bytes", lambda _: 64 * 1024 * 1024 - 1)
        harness.worker.run_batch([lease])
    job = harness.job(lease.job_id)
    assert (job.state, job.attempt, job.error_code, harness.host.calls) == ("queued", 0, "storage_full", [])


def test_a_full_disk_of_the_engine_costs_no_attempt(harness: WorkerHarness) -> None:
    lease = harness.claim_new_job()
    harness.wakeup.messages.append(TaskFailed("storage_full", "The disk is full.", retryable=True))
    harness.worker.run_batch([lease])
    assert (harness.state(lease), harness.job(lease.job_id).attempt) == ("queued", 0)


def test_a_job_that_waits_for_space_can_be_cancelled(harness: WorkerHarness) -> None:
    lease = harness.claim_new_job()
    harness.commit(queue.cancel, lease.job_id)
    harness.wakeup.messages.append(TaskFailed("storage_full", "The disk is full.", retryable=True))
    harness.worker.run_batch([lease])
    assert (harness.state(lease), harness.job(lease.job_id).error_code) == ("cancelled", None)


@pytest.mark.parametrize("code", ["server_timeout", "server_unreachable", "server_failed"])
def test_the_other_jobs_of_a_server_that_does_not_answer_wait_and_keep_their_attempts(
    harness: WorkerHarness, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    harness.host.engines, harness.host.jobs_at_once = ("tiny", "press"), {"tiny": 1}
    first, second, other = harness.claim_new_job(), harness.add_job(), harness.add_job(engine="press")
    harness.wakeup.messages.append(TaskFailed(code, "No answer.", retryable=True))
    (following,) = harness.worker.run_batch([first])
    if code == "server_failed":
        assert following.job_id == second
        return
    assert following.job_id == other
    assert harness.worker._claim() == []
    assert harness.job(second).attempt == 0
    later = time.monotonic() + 31
    monkeypatch.setattr("platemark.worker.loop.time.monotonic", lambda: later)
    assert [lease.job_id for lease in harness.worker._claim()] == [second]


def test_a_worker_told_to_stop_while_the_database_is_unavailable_leaves_the_job_to_the_sweep(
    harness: WorkerHarness,
) -> None:
    lease = harness.claim_new_job()
    harness.wakeup.stopping = True
    harness.unavailable_count = 1_000
    harness.worker.run_batch([lease])
    assert (harness.state(lease), harness.host.calls) == ("running", ["submit", "kill"])


def test_a_worker_that_cannot_beat_for_a_lease_drops_the_job(database: Database, tmp_path: Path) -> None:
    harness = WorkerHarness(database, tmp_path, lease_seconds=0.2)
    lease = harness.claim_new_job()
    harness.unavailable_count = 10_000
    harness.make_available_on_stop()
    harness.worker.run_batch([lease])
    assert harness.host.calls == ["submit", "stop"]
    assert harness.state(lease) == "running", "no outcome is written; the sweep ends the run after its lease"


def test_a_short_outage_of_the_database_costs_nothing(harness: WorkerHarness) -> None:
    lease = harness.claim_new_job()
    harness.unavailable_count = 2
    wait = harness.wakeup.wait

    def wait_and_finish_after_the_outage(seconds: float, messages: Connection | None = None) -> tuple[bool, bool]:
        if harness.unavailable_count == 0 and not harness.wakeup.messages:
            harness.wakeup.messages.extend([finished_image(), GenerationFinished()])
        return wait(seconds, messages)

    harness.wakeup.wait = wait_and_finish_after_the_outage  # type: ignore[method-assign]
    harness.worker.run_batch([lease])
    assert (harness.state(lease), harness.host.calls) == ("succeeded", ["submit"])


def test_a_job_whose_lease_is_lost_is_dropped_and_not_changed(harness: WorkerHarness) -> None:
    lease = harness.claim_new_job()
    harness.commit(queue.release, lease)
    harness.commit(queue.claim, "another", lease_ms=60_000)
    harness.worker.run_batch([lease])
    assert harness.host.calls == ["submit", "stop"]
    assert harness.state(lease) == "running"


def test_the_exit_of_the_engine_process_fails_the_attempt_at_once(harness: WorkerHarness) -> None:
    lease = harness.claim_new_job()
    harness.wakeup.messages.append(EngineProcessExited())
    harness.worker.run_batch([lease])
    assert harness.state(lease) == "queued"


def test_images_that_cannot_be_inserted_fail_the_attempt_and_not_the_worker(
    harness: WorkerHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_to_insert(*_: Any) -> str:
        raise ValueError("no such column")

    monkeypatch.setattr("platemark.jobs.generation_results.complete", fail_to_insert)
    lease = harness.claim_new_job()
    harness.wakeup.messages.extend([finished_image(), GenerationFinished()])
    harness.worker.run_batch([lease])
    assert harness.state(lease) == "queued"
