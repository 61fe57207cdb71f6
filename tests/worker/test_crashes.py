"""Processes that die at any point: no job is lost, none is finished twice."""

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
from tests.worker.conftest import CHILD, HERE, Child, Shop, children_of, lives, settings_for, until

StartChild = Callable[..., Child]
on_sqlite_alone = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""For what processes do to each other, whatever the database."""


def assert_finished_once(shop: Shop, job_id: object, *, attempt: int | None = None) -> None:
    row = shop.wait_for(job_id, "succeeded", "failed", "cancelled")  # type: ignore[arg-type]
    assert row.state == "succeeded"
    assert attempt is None or row.attempt == attempt
    assert shop.events(row.id).count("job.succeeded") == 1
    assert len(shop.images(row.id)) == 1


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
    shop: Shop, start_child: StartChild, fault: str, attempt: int
) -> None:
    job_id = shop.queue()
    assert start_child(fault).status() == -signal.SIGKILL
    shop.let_the_lease_run_out(job_id)
    shop.do(queue.sweep)
    start_child()
    assert_finished_once(shop, job_id, attempt=attempt)


def test_a_job_whose_worker_is_killed_runs_again_and_finishes_once(shop: Shop, start_child: StartChild) -> None:
    job_id = shop.queue("slow")
    first = start_child()
    shop.wait_for(job_id, "running")
    (engines,) = children_of(first.pid)
    first.kill()
    until(lambda: not lives(engines), "the engine process to end with its worker")
    shop.let_the_lease_run_out(job_id)
    shop.do(queue.sweep)
    shop.do(lambda work: work.session.connection().exec_driver_sql(MAKE_QUICK))
    start_child()
    assert_finished_once(shop, job_id, attempt=2)


@pytest.mark.parametrize(
    ("prompt", "beat_seconds"), [("slow", 0.2), ("nap 0.5", 15.0)], ids=["and_beats", "and_completes"]
)
def test_a_worker_that_slept_past_its_lease_changes_nothing(
    shop: Shop, start_child: StartChild, prompt: str, beat_seconds: float
) -> None:
    shop.settings = replace(shop.settings, beat_seconds=beat_seconds)
    job_id = shop.queue(prompt)
    sleeper = start_child()
    shop.wait_for(job_id, "running")
    os.kill(sleeper.pid, signal.SIGSTOP)
    shop.let_the_lease_run_out(job_id)
    shop.do(queue.sweep)
    lease = shop.do(queue.claim, "another", lease_ms=60_000)
    os.kill(sleeper.pid, signal.SIGCONT)
    until(
        lambda: any(worker.state == "idle" for worker in shop.do(workers.list_workers)), "the sleeper to drop the job"
    )
    assert (shop.row(job_id).owner, shop.row(job_id).token) == ("another", lease.token)
    assert shop.images(job_id) == []
    assert shop.do(queue.complete, lease).outcome == "succeeded"


@on_sqlite_alone
def test_the_death_of_the_supervisor_ends_its_workers_which_give_the_job_back(shop: Shop) -> None:
    job_id = shop.queue("slow")
    environ = {**os.environ, **environment_of(shop.settings)}
    with subprocess.Popen(
        [sys.executable, str(HERE / "tiny_parent.py")], env=environ, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        shop.wait_for(job_id, "running")
        (engines,) = children_of(worker)
        parent.kill()
        until(lambda: not lives(worker) and not lives(engines), "worker and engines to end")
    row = shop.row(job_id)
    assert (row.state, row.attempt) == ("queued", 0)


@on_sqlite_alone
def test_a_supervisor_that_stops_gives_jobs_back_at_no_cost(shop: Shop) -> None:
    job_id = shop.queue("stubborn")
    with Supervisor(shop.settings, command=CHILD):
        until(lambda: shop.row(job_id).progress > 0, "some progress")
    row = shop.row(job_id)
    assert (row.state, row.attempt, row.owner) == ("queued", 0, None)
    assert shop.do(workers.count_alive) == 0


@on_sqlite_alone
@pytest.mark.parametrize(("prompt", "attempts", "code"), [("poison", 2, "engine_lost"), ("assassin", 1, "worker_lost")])
def test_a_job_that_kills_ends_failed_and_others_are_done(shop: Shop, prompt: str, attempts: int, code: str) -> None:
    killer = shop.queue(prompt, max_attempts=attempts)
    innocent = shop.queue()
    with Supervisor(shop.settings, command=CHILD):
        until(lambda: shop.row(killer).attempt == 1, "the first victim")
        if prompt == "assassin":
            until(lambda: len(shop.do(workers.list_workers)) == 2, "the victim's successor")
            shop.let_the_lease_run_out(killer)
        row = shop.wait_for(killer, "failed", "succeeded")
        assert (row.state, row.attempt, row.error_code) == ("failed", attempts, code)
        assert shop.wait_for(innocent, "succeeded").state == "succeeded"


@on_sqlite_alone
def test_an_engine_that_holds_the_interpreter_keeps_its_lease(shop: Shop, database_url: str) -> None:
    settings = settings_for(database_url, shop.settings.data_dir, lease_seconds=1.0)
    job_id = shop.queue("hog")
    with Supervisor(settings, command=CHILD):
        assert_finished_once(shop, job_id, attempt=1)


MAKE_QUICK = """update jobs set payload = '{"prompt": "quick", "engine": "tiny", "seed": 5}'"""
