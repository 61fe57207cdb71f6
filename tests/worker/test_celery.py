"""Workers elsewhere, woken through Redis and RabbitMQ: brokers that are wiped, killed, frozen or not there at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
import redis
from celery import Celery
from sqlalchemy import select, update

from platemark.clock import utc_now
from platemark.db.tables import BugReportPurgeRow, BugReportRow, JobRow
from platemark.db.types import db_now, shifted
from platemark.engines.registry import Engines
from platemark.jobs import wakeup_outbox, workers
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from platemark.worker.broker_wakeup import BrokerWakeup
from platemark.worker.schedule import SCHEDULED_TASKS, claim_slot
from platemark.worker.supervisor import environment_of
from tests.reports import stored
from tests.serving import serve
from tests.worker.conftest import HERE, Shop, until
from tests.worker.test_crashes import MAKE_QUICK, assert_finished_once

REDIS = os.environ.get("PLATEMARK_TEST_REDIS", "redis://127.0.0.1:6379/11")
RABBITMQ = os.environ.get("PLATEMARK_TEST_RABBITMQ", "amqp://guest:guest@127.0.0.1:5672//")
PLATEMARK = [sys.executable, "-m", "platemark.entrypoints.main"]
TINY = [sys.executable, str(HERE / "tiny_celery_worker.py")]
StartWorker = Callable[..., subprocess.Popen[str]]
pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


@pytest.fixture(params=["redis", "rabbitmq"])
def broker(request: pytest.FixtureRequest) -> str:
    """The URL of a broker; skips loudly on a laptop without one, fails in CI."""
    url = REDIS if request.param == "redis" else RABBITMQ
    parts = httpx.URL(url)
    try:
        socket.create_connection((parts.host, parts.port or 0), 3).close()
    except OSError as error:
        if os.environ.get("CI"):
            pytest.fail(f"{request.param} is not there: {error}", pytrace=False)
        pytest.skip(f"{request.param} is not there, its part of the tests was not run: {url}")
    return url


on_redis_alone = pytest.mark.parametrize("broker", ["redis"], indirect=True)
"""For what has nothing to do with how a broker works."""


@pytest.fixture
def brisk(shop: Shop, broker: str) -> Shop:
    """A queue whose workers sweep often."""
    shop.settings = replace(shop.settings, broker_url=broker, workers=0)
    return shop


@pytest.fixture
def sleepy(brisk: Shop) -> Shop:
    """A queue whose workers would sleep through the test if no bell woke them."""
    brisk.settings = replace(brisk.settings, lease_seconds=900, beat_seconds=300, sweep_seconds=300)
    return brisk


@pytest.fixture
def start(shop: Shop) -> Iterator[StartWorker]:
    """``start()`` is a worker with the tiny engine, ``start(queues="…")`` a choosy one; they end with the test."""
    started: list[subprocess.Popen[str]] = []

    def start(*command: str, **changes: Any) -> subprocess.Popen[str]:
        environ = {**os.environ, **environment_of(replace(shop.settings, **changes))}
        started.append(subprocess.Popen(command or TINY, env=environ, stdout=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def idle(shop: Shop, *pids: int) -> bool:
    """Whether these processes, and no others, are workers that have looked for a job and found none."""
    listed = shop.do(workers.list_workers)
    return {it.pid for it in listed} == set(pids) and all(it.state == "idle" for it in listed)


def ring_until_done(shop: Shop, bell: BrokerWakeup, job_id: UUID) -> None:
    """Ring until the job is done: workers report before they listen to the broker, or listen again."""

    def done() -> bool:
        bell.wake()
        return bool(shop.row(job_id).state == "succeeded")

    until(done, "the worker to hear the bell")


def test_a_ring_wakes_a_worker_at_once_and_a_lost_one_is_made_good(
    sleepy: Shop, start: StartWorker, broker: str
) -> None:
    worker = start()
    until(lambda: idle(sleepy, worker.pid), "a worker that waits")
    with BrokerWakeup(sleepy.settings, again_seconds=3600) as bell:
        job_id = sleepy.queue()
        ring_until_done(sleepy, bell, job_id)
        until(lambda: idle(sleepy, worker.pid), "a worker that waits")
        job_id = sleepy.queue()
        bell.wake()
        assert sleepy.wait_for(job_id, "succeeded").attempt == 1
        until(lambda: idle(sleepy, worker.pid), "a worker that waits")

    lost = sleepy.queue()
    assert sleepy.do(wakeup_outbox.mark_ready_jobs) == 1, "this ring is never sent"
    if broker == REDIS:
        with redis.Redis.from_url(REDIS) as client:
            client.flushdb()
    sleepy.do(lambda work: work.session.execute(update(JobRow).values(rung_at=shifted(db_now(), -31_000))))
    with BrokerWakeup(sleepy.settings, again_seconds=0.1):
        assert_finished_once(sleepy, lost, attempt=1)


@on_redis_alone
def test_what_was_queued_before_there_was_a_worker_is_done_when_one_starts(sleepy: Shop, start: StartWorker) -> None:
    job_id = sleepy.queue()
    with BrokerWakeup(sleepy.settings) as bell:
        bell.wake()
        until(lambda: sleepy.row(job_id).rung_at is not None, "a ring that nobody hears")
    start()
    assert_finished_once(sleepy, job_id, attempt=1)


@on_redis_alone
def test_asked_to_stop_it_gives_its_job_back_at_no_cost(brisk: Shop, start: StartWorker) -> None:
    job_id = brisk.queue("stubborn")
    worker = start()
    until(lambda: brisk.row(job_id).progress > 0, "some progress")
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(20) == 0
    row = brisk.row(job_id)
    assert (row.state, row.attempt, row.owner) == ("queued", 0, None)
    assert brisk.do(workers.count_alive) == 0


@on_redis_alone
def test_the_job_of_a_killed_worker_is_finished_once_by_another(brisk: Shop, start: StartWorker) -> None:
    job_id = brisk.queue("slow")
    first = start()
    brisk.wait_for(job_id, "running")
    first.kill()
    first.wait()
    brisk.do(lambda work: work.session.connection().exec_driver_sql(MAKE_QUICK))
    start()
    brisk.let_the_lease_run_out(job_id)
    assert_finished_once(brisk, job_id, attempt=2)


@on_redis_alone
def test_a_worker_takes_the_jobs_of_its_queues_and_says_which(brisk: Shop, start: StartWorker) -> None:
    other = start(queues="other")
    until(lambda: idle(brisk, other.pid), "a worker that waits")
    assert [it.engines for it in brisk.do(workers.list_workers)] == [[]]
    job_id = brisk.queue()
    ours = start(queues="tiny,more")
    assert_finished_once(brisk, job_id, attempt=1)
    until(lambda: idle(brisk, other.pid, ours.pid), "both to wait")
    assert {it.pid: it.engines for it in brisk.do(workers.list_workers)} == {other.pid: [], ours.pid: ["tiny"]}


def test_a_message_has_one_worker_purge_the_bug_reports_at_once(sleepy: Shop, start: StartWorker) -> None:
    (daily,) = [duty for duty in SCHEDULED_TASKS if duty.name == "stale_bug_reports"]
    assert claim_slot(sleepy.database, daily), "so that no worker does it by itself today"
    old, young = utc_now() - timedelta(days=30), utc_now() - timedelta(days=29, hours=23, minutes=50)
    sleepy.do(lambda work: work.session.add_all([stored(old), stored(young)]))
    workers_there = [start(), start()]
    until(lambda: idle(sleepy, *(it.pid for it in workers_there)), "two workers that wait")
    somebody = Celery("somebody elsewhere", broker=sleepy.settings.broker_url, set_as_current=False)
    with somebody.connection_for_write() as connection:
        somebody.send_task("purge_stale_bug_reports", queue="platemark.duties", connection=connection)
    counted = select(BugReportPurgeRow.count)
    until(lambda: bool(sleepy.do(lambda work: work.session.scalars(counted).all() == [1])), "one purge")
    assert sleepy.do(lambda work: work.session.scalars(select(BugReportRow.created_at)).all()) == [young]


@contextlib.contextmanager
def deaf_port() -> Iterator[int]:
    """A port that takes calls and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


DEAF = ["redis://127.0.0.1:{}/0", "amqp://guest:guest@127.0.0.1:{}//"]


@pytest.mark.parametrize("broker_url", [*DEAF, "redis://127.0.0.1:1"])
def test_a_broker_that_is_frozen_or_not_there_holds_up_no_request(shop: Shop, broker_url: str) -> None:
    with deaf_port() as port:
        settings = replace(shop.settings, broker_url=broker_url.format(port))
        blobs = FolderBlobStore(settings.blobs_dir)
        studio = Studio(settings=settings, database=shop.database, blobs=blobs, engines=Engines.discover())
        with (
            BrokerWakeup(settings) as bell,
            serve(replace(studio, wake=bell.wake)) as live,
            live.client(live.token("editor")) as client,
        ):
            for _ in range(3):
                answer = client.post("/jobs", json={"kind": "generate", "prompt": "a fox"}, timeout=2)
                assert answer.status_code == 202


@pytest.mark.parametrize("broker_url", DEAF)
def test_a_worker_whose_broker_is_frozen_finds_its_jobs_and_stops_when_asked(
    shop: Shop, start: StartWorker, broker_url: str
) -> None:
    with deaf_port() as port:
        job_id = shop.queue()
        worker = start(broker_url=broker_url.format(port), workers=0)
        assert_finished_once(shop, job_id, attempt=1)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(20) == 0


def listens(port: int) -> bool:
    with socket.socket() as calling:
        return calling.connect_ex(("127.0.0.1", port)) == 0


@contextlib.contextmanager
def a_redis(port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A Redis of our own, to be killed; it keeps nothing."""
    program = shutil.which("redis-server")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("redis-server is not there", pytrace=False)
        pytest.skip("redis-server is not there, its part of the tests was not run")
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        until(lambda: listens(port), "Redis to listen")
        yield server
        server.kill()


@on_redis_alone
def test_a_broker_that_is_killed_and_comes_back_empty_is_listened_to_again(sleepy: Shop, start: StartWorker) -> None:
    with deaf_port() as port:
        pass  # a free one
    sleepy.settings = replace(sleepy.settings, broker_url=f"redis://127.0.0.1:{port}/0")
    with BrokerWakeup(sleepy.settings) as bell:
        with a_redis(port):
            worker = start()
            ring_until_done(sleepy, bell, sleepy.queue())
        job_id = sleepy.queue()
        bell.wake()
        until(lambda: sleepy.row(job_id).rung_at is not None, "a ring that cannot be sent")
        assert worker.poll() is None
        with a_redis(port):
            ring_until_done(sleepy, bell, job_id)
            assert_finished_once(sleepy, job_id, attempt=1)


@on_redis_alone
def test_two_processes_of_the_api_and_a_worker_are_one_studio(sleepy: Shop, start: StartWorker) -> None:
    worker = start(*PLATEMARK, "worker", "--name", "gpu-1", "--queues", "press")
    studios = [start(*PLATEMARK, "up", port=0) for _ in range(2)]
    urls = [address_of(studio) for studio in studios]
    until(lambda: idle(sleepy, worker.pid), "a worker that waits")
    token = command(sleepy.settings, "token", "create", "--role", "admin").splitlines()[-1]
    clients = [
        httpx.Client(base_url=f"{url}/api/v1", headers={"Authorization": f"Bearer {token}"}, timeout=10) for url in urls
    ]
    asked = {"kind": "generate", "prompt": "a fox", "width": 64, "height": 64, "steps": 1}
    for here, there in (clients, clients[::-1]):
        job_id = UUID(here.post("/jobs", json=asked).json()["id"])
        sleepy.wait_for(job_id, "succeeded", "failed")
        (image_id,) = there.get(f"/jobs/{job_id}").json()["image_ids"]
        assert there.get(f"/images/{image_id}/file").status_code == 200
    (listed,) = clients[0].get("/workers").json()["items"]
    assert (listed["pid"], listed["engines"]) == (worker.pid, ["press"])
    assert listed["id"].startswith("gpu-1-")
    for client in clients:
        client.close()
    for process in (*studios, worker):
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0


def address_of(studio: subprocess.Popen[str]) -> str:
    assert studio.stdout is not None
    for line in studio.stdout:
        if line.startswith("Platemark is running at "):
            return line.strip().rpartition(" ")[2]
    raise AssertionError(f"it ended with {studio.wait()}")


def command(settings: Settings, *words: str) -> str:
    environ = {**os.environ, **environment_of(settings)}
    return subprocess.run([*PLATEMARK, *words], env=environ, capture_output=True, text=True, check=True).stdout
