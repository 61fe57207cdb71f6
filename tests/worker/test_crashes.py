"""Processes that die at any point: no job is lost, none finishes twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from platemark.jobs import queue, workers
from platemark.worker.supervisor import Supervisor, environment_of
from tests.worker.conftest import (
    HERE,
    WORKER_COMMAND,
    QueueClient,
    WorkerProcess,
    child_pids,
    is_running,
    settings_for,
    wait_until,
)

StartWorker = Callable[..., WorkerProcess]
on_sqlite_only = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""For behaviour between processes that does not depend on the database."""


def assert_finished_once(queue_client: QueueClient, job_id: object, *, attempt: int | None = None) -> None:
    row = queue_client.wait_for_state(job_id, "succeeded", "failed", "cancelled")  # type: ignore[arg-type]
    assert row.state == "succeeded"
    assert attempt is None or row.attempt == attempt
    assert queue_client.events(row.id).count("job.succeeded") == 1
    assert len(queue_client.images(row.id)) == 1


@pytest.mark.parametrize(
    ("database_url", "fault", "attempt"),
    [
        ("sqlite", "after_claim", 2),
        ("sqlite", "before_rename", 2),
        ("sqlite", "after_rename", 2),
        ("sqlite", "before_complete", 2),
        ("sqlite", "in_commit", 2),
        ("sqlite", "after_commit", 1),
        ("postgresql", "after_claim", 2),
        ("postgresql", "in_commit", 2),
    ],
    indirect=["database_url"],
)
def test_a_worker_killed_at_any_point_costs_an_attempt_at_most(
    queue_client: QueueClient, start_worker: StartWorker, fault: str, attempt: int
) -> None:
    job_id = queue_client.add_job()
    assert start_worker(fault).wait() == -signal.SIGKILL
    queue_client.expire_lease(job_id)
    queue_client.commit(queue.sweep)
    start_worker()
    assert_finished_once(queue_client, job_id, attempt=attempt)


def test_a_job_whose_worker_is_killed_runs_again_and_finishes_once(
    queue_client: QueueClient, start_worker: StartWorker
) -> None:
    job_id = queue_client.add_job("slow")
    first = start_worker()
    queue_client.wait_for_state(job_id, "running")
    (engine_process,) = child_pids(first.pid)
    first.kill()
    wait_until(lambda: not is_running(engine_process), "the engine process to end with its worker")
    queue_client.expire_lease(job_id)
    queue_client.commit(queue.sweep)
    queue_client.commit(lambda work: work.session.connection().exec_driver_sql(SET_QUICK_PROMPT))
    start_worker()
    assert_finished_once(queue_client, job_id, attempt=2)


@pytest.mark.parametrize(
    ("prompt", "beat_seconds"), [("slow", 0.2), ("nap 0.5", 15.0)], ids=["before_its_beat", "before_its_completion"]
)
def test_a_worker_stalled_past_its_lease_changes_nothing(
    queue_client: QueueClient, start_worker: StartWorker, prompt: str, beat_seconds: float
) -> None:
    queue_client.settings = replace(queue_client.settings, beat_seconds=beat_seconds)
    job_id = queue_client.add_job(prompt)
    stalled_worker = start_worker()
    queue_client.wait_for_state(job_id, "running")
    os.kill(stalled_worker.pid, signal.SIGSTOP)
    queue_client.expire_lease(job_id)
    queue_client.commit(queue.sweep)
    lease = queue_client.commit(queue.claim, "another", lease_ms=60_000)
    os.kill(stalled_worker.pid, signal.SIGCONT)
    wait_until(
        lambda: any(worker.state == "idle" for worker in queue_client.commit(workers.list_workers)),
        "the stalled worker to drop the job",
    )
    assert (queue_client.job(job_id).owner, queue_client.job(job_id).token) == ("another", lease.token)
    assert queue_client.images(job_id) == []
    assert queue_client.commit(queue.complete, lease).outcome == "succeeded"


@on_sqlite_only
def test_if_the_supervisor_dies_its_workers_release_their_jobs_and_end(queue_client: QueueClient) -> None:
    job_id = queue_client.add_job("slow")
    environ = {**os.environ, **environment_of(queue_client.settings)}
    with subprocess.Popen(
        [sys.executable, str(HERE / "tiny_supervisor.py")], env=environ, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        queue_client.wait_for_state(job_id, "running")
        (engine_process,) = child_pids(worker)
        parent.kill()
        wait_until(
            lambda: not is_running(worker) and not is_running(engine_process), "worker and engine process to end"
        )
    row = queue_client.job(job_id)
    assert (row.state, row.attempt) == ("queued", 0)


@on_sqlite_only
def test_a_supervisor_that_stops_releases_jobs_at_no_cost(queue_client: QueueClient) -> None:
    job_id = queue_client.add_job("stubborn")
    with Supervisor(queue_client.settings, command=WORKER_COMMAND):
        wait_until(lambda: queue_client.job(job_id).progress > 0, "some progress")
    row = queue_client.job(job_id)
    assert (row.state, row.attempt, row.owner) == ("queued", 0, None)
    assert queue_client.commit(workers.count_alive) == 0


@on_sqlite_only
@pytest.mark.parametrize(("prompt", "attempts", "code"), [("poison", 2, "engine_lost"), ("assassin", 1, "worker_lost")])
def test_a_job_that_kills_its_process_fails_and_other_jobs_succeed(
    queue_client: QueueClient, prompt: str, attempts: int, code: str
) -> None:
    killer = queue_client.add_job(prompt, max_attempts=attempts)
    other = queue_client.add_job()
    with Supervisor(queue_client.settings, command=WORKER_COMMAND):
        wait_until(lambda: queue_client.job(killer).attempt == 1, "the first attempt")
        if prompt == "assassin":
            wait_until(lambda: len(queue_client.commit(workers.list_workers)) == 2, "the next worker")
            queue_client.expire_lease(killer)
        row = queue_client.wait_for_state(killer, "failed", "succeeded")
        assert (row.state, row.attempt, row.error_code) == ("failed", attempts, code)
        assert queue_client.wait_for_state(other, "succeeded").state == "succeeded"


@on_sqlite_only
def test_a_job_keeps_its_lease_while_its_engine_holds_the_gil(queue_client: QueueClient, database_url: str) -> None:
    settings = settings_for(database_url, queue_client.settings.data_dir, lease_seconds=1.0)
    job_id = queue_client.add_job("hog")
    with Supervisor(settings, command=WORKER_COMMAND):
        assert_finished_once(queue_client, job_id, attempt=1)


SET_QUICK_PROMPT = """update jobs set payload = '{"prompt": "quick", "engine": "tiny", "seed": 5}'"""
