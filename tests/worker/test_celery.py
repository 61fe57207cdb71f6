"""Standalone workers woken through Redis and RabbitMQ: brokers that are wiped, killed, frozen or missing."""

from __future__ import annotations

import contextlib
import logging
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
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import Engines
from platemark.jobs import queue, wakeup_outbox, workers
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from platemark.worker.broker_wakeup import BrokerWakeup
from platemark.worker.celery_app import SHARED_QUEUE, create_app
from platemark.worker.schedule import SCHEDULED_TASKS, claim_slot
from platemark.worker.supervisor import environment_of
from tests.reports import bug_report_row
from tests.serving import serve
from tests.worker.conftest import HERE, TIMEOUT_SECONDS, QueueClient, wait_until
from tests.worker.test_crashes import SET_QUICK_PROMPT, assert_finished_once

REDIS = os.environ.get("PLATEMARK_TEST_REDIS", "redis://127.0.0.1:6379/11")
RABBITMQ = os.environ.get("PLATEMARK_TEST_RABBITMQ", "amqp://guest:guest@127.0.0.1:5672//")
PLATEMARK_COMMAND = [sys.executable, "-m", "platemark.entrypoints.main"]
WORKER_COMMAND = [sys.executable, str(HERE / "tiny_distributed_worker.py")]
StartProcess = Callable[..., subprocess.Popen[str]]
pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


@pytest.fixture(params=["redis", "rabbitmq"])
def broker(request: pytest.FixtureRequest) -> str:
    """The URL of a broker; if there is none, skips with a message on a laptop and fails in CI."""
    url = REDIS if request.param == "redis" else RABBITMQ
    parts = httpx.URL(url)
    try:
        socket.create_connection((parts.host, parts.port or 0), 3).close()
    except OSError as error:
        if os.environ.get("CI"):
            pytest.fail(f"{request.param} is not running: {error}", pytrace=False)
        pytest.skip(f"{request.param} is not running, so its tests were skipped: {url}")
    return url


on_redis_only = pytest.mark.parametrize("broker", ["redis"], indirect=True)
"""For behaviour that does not depend on the broker."""


@pytest.fixture
def sweeping_client(queue_client: QueueClient, broker: str) -> QueueClient:
    """A client of a queue whose workers sweep often."""
    queue_client.settings = replace(queue_client.settings, broker_url=broker, workers=0)
    return queue_client


@pytest.fixture
def wakeup_client(sweeping_client: QueueClient) -> QueueClient:
    """A client of a queue whose workers rely on wake-ups: they do not sweep or beat for the time of a test."""
    settings = replace(sweeping_client.settings, lease_seconds=900, beat_seconds=300, sweep_seconds=300)
    sweeping_client.settings = settings
    return sweeping_client


@pytest.fixture
def start(queue_client: QueueClient) -> Iterator[StartProcess]:
    """``start()`` starts a worker with the tiny engine, ``start(queues="…")`` one with changed settings.

    ``start(*command)`` starts another process. All end with the test.
    """
    started: list[subprocess.Popen[str]] = []

    def start(*command: str, **changes: Any) -> subprocess.Popen[str]:
        environ = {**os.environ, **environment_of(replace(queue_client.settings, **changes))}
        started.append(subprocess.Popen(command or WORKER_COMMAND, env=environ, stdout=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def are_idle(queue_client: QueueClient, *pids: int) -> bool:
    """Whether the workers are exactly these processes, and each has looked for a job and found none."""
    rows = queue_client.commit(workers.list_workers)
    return {row.pid for row in rows} == set(pids) and all(row.state == "idle" for row in rows)


def wake_until_done(queue_client: QueueClient, wakeup: BrokerWakeup, job_id: UUID) -> None:
    """Wake workers until the job is done: a worker reports before it has subscribed, or subscribed again."""

    def is_done() -> bool:
        wakeup.wake()
        return bool(queue_client.job(job_id).state == "succeeded")

    wait_until(is_done, "a wake-up to reach the worker")


def add_job_with_lost_wakeup(queue_client: QueueClient) -> UUID:
    """A job that is marked as having had a wake-up, which is never sent; nobody sees the job before the mark."""
    job = queue_client.new_job()
    with UnitOfWork(queue_client.database, write=True) as work:
        queue.add(work, [job])
        assert wakeup_outbox.mark_ready_jobs(work) == 1
        work.commit()
    return job.id


def add_job_marked_by(wakeup: BrokerWakeup, queue_client: QueueClient) -> UUID:
    """A job that waits in the queue and has been marked as having had a wake-up.

    A worker looks for jobs once more after its last one, and wake-ups may still be on their way to it. Jobs that it
    claims before they are marked are replaced by another.
    """

    def is_marked_or_done() -> bool:
        row = queue_client.job(job_id)
        return row.rung_at is not None or row.state == "succeeded"

    while True:
        job_id = queue_client.add_job()
        wakeup.wake()
        wait_until(is_marked_or_done, "the job to be marked")
        if queue_client.job(job_id).state == "queued":
            return job_id


def test_a_wake_up_reaches_an_idle_worker_at_once_and_a_lost_one_is_repeated(
    wakeup_client: QueueClient, start: StartProcess, broker: str
) -> None:
    worker = start()
    wait_until(lambda: are_idle(wakeup_client, worker.pid), "an idle worker")
    with BrokerWakeup(wakeup_client.settings, repeat_seconds=3600) as wakeup:
        job_id = wakeup_client.add_job()
        wake_until_done(wakeup_client, wakeup, job_id)
        wait_until(lambda: are_idle(wakeup_client, worker.pid), "an idle worker")
        job_id = wakeup_client.add_job()
        wakeup.wake()
        assert wakeup_client.wait_for_state(job_id, "succeeded").attempt == 1
        wait_until(lambda: are_idle(wakeup_client, worker.pid), "an idle worker")

    job_id = add_job_with_lost_wakeup(wakeup_client)
    if broker == REDIS:
        with redis.Redis.from_url(REDIS) as redis_client:
            redis_client.flushdb()
    expired = update(JobRow).where(JobRow.id == job_id).values(rung_at=shifted(db_now(), -31_000))
    wakeup_client.commit(lambda work: work.session.execute(expired))
    with BrokerWakeup(wakeup_client.settings, repeat_seconds=0.1):
        assert_finished_once(wakeup_client, job_id, attempt=1)


@on_redis_only
def test_a_job_queued_before_there_was_a_worker_is_done_when_one_starts(
    wakeup_client: QueueClient, start: StartProcess
) -> None:
    job_id = wakeup_client.add_job()
    with BrokerWakeup(wakeup_client.settings) as wakeup:
        wakeup.wake()
        wait_until(lambda: wakeup_client.job(job_id).rung_at is not None, "a wake-up that no worker receives")
    start()
    assert_finished_once(wakeup_client, job_id, attempt=1)


@on_redis_only
def test_a_worker_that_is_asked_to_stop_releases_its_job_at_no_cost(
    sweeping_client: QueueClient, start: StartProcess
) -> None:
    job_id = sweeping_client.add_job("stubborn")
    worker = start()
    wait_until(lambda: sweeping_client.job(job_id).progress > 0, "some progress")
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(20) == 0
    job = sweeping_client.job(job_id)
    assert (job.state, job.attempt, job.owner) == ("queued", 0, None)
    assert sweeping_client.commit(workers.count_alive) == 0


@on_redis_only
def test_the_job_of_a_killed_worker_is_finished_once_by_another(
    sweeping_client: QueueClient, start: StartProcess
) -> None:
    job_id = sweeping_client.add_job("slow")
    first = start()
    sweeping_client.wait_for_state(job_id, "running")
    first.kill()
    first.wait()
    sweeping_client.commit(lambda work: work.session.connection().exec_driver_sql(SET_QUICK_PROMPT))
    start()
    sweeping_client.expire_lease(job_id)
    assert_finished_once(sweeping_client, job_id, attempt=2)


@on_redis_only
def test_a_worker_claims_the_jobs_of_its_queues_and_lists_them(
    sweeping_client: QueueClient, start: StartProcess
) -> None:
    other = start(queues="other")
    wait_until(lambda: are_idle(sweeping_client, other.pid), "an idle worker")
    assert [row.engines for row in sweeping_client.commit(workers.list_workers)] == [()]
    job_id = sweeping_client.add_job()
    matching = start(queues="tiny,more")
    assert_finished_once(sweeping_client, job_id, attempt=1)
    wait_until(lambda: are_idle(sweeping_client, other.pid, matching.pid), "two idle workers")
    engines = {row.pid: row.engines for row in sweeping_client.commit(workers.list_workers)}
    assert engines == {other.pid: (), matching.pid: ("tiny",)}


def test_a_message_has_one_worker_purge_the_bug_reports_at_once(
    wakeup_client: QueueClient, start: StartProcess
) -> None:
    (daily_purge,) = [task for task in SCHEDULED_TASKS if task.name == "stale_bug_reports"]
    assert claim_slot(wakeup_client.database, daily_purge), "so that no worker does it on its own today"
    old, recent = utc_now() - timedelta(days=30), utc_now() - timedelta(days=29, hours=23, minutes=50)
    wakeup_client.commit(lambda work: work.session.add_all([bug_report_row(old), bug_report_row(recent)]))
    started = [start(), start()]
    wait_until(lambda: are_idle(wakeup_client, *(worker.pid for worker in started)), "two idle workers")
    operator_app = Celery("an operator's scheduler", broker=wakeup_client.settings.broker_url, set_as_current=False)
    with operator_app.connection_for_write() as connection:
        operator_app.send_task("purge_stale_bug_reports", queue="platemark.duties", connection=connection)
    counts = select(BugReportPurgeRow.count)
    wait_until(
        lambda: bool(wakeup_client.commit(lambda work: work.session.scalars(counts).all() == [1])), "a single purge"
    )
    remaining = wakeup_client.commit(lambda work: work.session.scalars(select(BugReportRow.created_at)).all())
    assert remaining == [recent]


@contextlib.contextmanager
def unresponsive_port() -> Iterator[int]:
    """A port that accepts connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


UNRESPONSIVE = ["redis://127.0.0.1:{}/0", "amqp://guest:guest@127.0.0.1:{}//"]


@pytest.mark.parametrize("broker_url", [*UNRESPONSIVE, "redis://127.0.0.1:1"])
def test_an_unresponsive_or_missing_broker_delays_no_request(queue_client: QueueClient, broker_url: str) -> None:
    with unresponsive_port() as port:
        settings = replace(queue_client.settings, broker_url=broker_url.format(port))
        blobs = FolderBlobStore(settings.blobs_dir)
        studio = Studio(settings=settings, database=queue_client.database, blobs=blobs, engines=Engines.discover())
        with (
            BrokerWakeup(settings) as wakeup,
            serve(replace(studio, wake=wakeup.wake)) as live,
            live.client(live.token("editor")) as http_client,
        ):
            for _ in range(3):
                response = http_client.post("/jobs", json={"kind": "generate", "prompt": "a fox"}, timeout=2)
                assert response.status_code == 202


@pytest.mark.parametrize("broker_url", UNRESPONSIVE)
def test_a_worker_whose_broker_is_unresponsive_finds_its_jobs_and_stops_when_asked(
    queue_client: QueueClient, start: StartProcess, broker_url: str
) -> None:
    with unresponsive_port() as port:
        job_id = queue_client.add_job()
        worker = start(broker_url=broker_url.format(port), workers=0)
        assert_finished_once(queue_client, job_id, attempt=1)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(20) == 0


def is_listening(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextlib.contextmanager
def run_redis(port: int) -> Iterator[None]:
    """A Redis server of the test's own, killed at the end of the block; it stores nothing on disk."""
    program = shutil.which("redis-server")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("redis-server is not installed", pytrace=False)
        pytest.skip("redis-server is not installed, so its tests were skipped")
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            wait_until(lambda: is_listening(port), "Redis to listen")
            yield
        finally:
            server.kill()


@on_redis_only
def test_a_worker_subscribes_again_to_a_broker_that_was_killed_and_restarts_empty(
    wakeup_client: QueueClient, start: StartProcess
) -> None:
    with unresponsive_port() as port:
        pass  # it is free again
    wakeup_client.settings = replace(wakeup_client.settings, broker_url=f"redis://127.0.0.1:{port}/0")
    with BrokerWakeup(wakeup_client.settings) as wakeup:
        with run_redis(port):
            worker = start()
            wake_until_done(wakeup_client, wakeup, wakeup_client.add_job())
        job_id = add_job_marked_by(wakeup, wakeup_client)
        assert worker.poll() is None
        with run_redis(port):
            wake_until_done(wakeup_client, wakeup, job_id)
            assert_finished_once(wakeup_client, job_id, attempt=1)


@on_redis_only
@pytest.mark.usefixtures("database_url", "broker")
def test_a_worker_goes_on_listening_after_an_acknowledgement_that_failed() -> None:
    with unresponsive_port() as port:
        pass  # it is free again
    with create_app(f"redis://127.0.0.1:{port}/0").connection_for_read() as connection:
        with run_redis(port):
            channel = connection.default_channel
            channel.basic_qos(0, 1, False)
            received = []
            with connection.Consumer(SHARED_QUEUE, callbacks=[lambda _, message: received.append(message)]):
                connection.Producer().publish({}, routing_key=SHARED_QUEUE.name, declare=[SHARED_QUEUE])
                connection.drain_events(timeout=TIMEOUT_SECONDS)
                assert not channel.qos.can_consume(), "one message at a time"
        received[0].ack_log_error(logging.getLogger(), connection.connection_errors)
        assert channel.qos.can_consume()


@on_redis_only
def test_two_api_processes_and_a_worker_are_one_studio(wakeup_client: QueueClient, start: StartProcess) -> None:
    worker = start(*PLATEMARK_COMMAND, "worker", "--name", "gpu-1", "--queues", "press")
    studios = [start(*PLATEMARK_COMMAND, "up", port=0) for _ in range(2)]
    urls = [read_url(studio) for studio in studios]
    wait_until(lambda: are_idle(wakeup_client, worker.pid), "an idle worker")
    token = run_command(wakeup_client.settings, "token", "create", "--role", "admin").splitlines()[-1]
    clients = [
        httpx.Client(base_url=f"{url}/api/v1", headers={"Authorization": f"Bearer {token}"}, timeout=10) for url in urls
    ]
    body = {"kind": "generate", "prompt": "a fox", "width": 64, "height": 64, "steps": 1}
    for requesting, reading in (clients, clients[::-1]):
        job_id = UUID(requesting.post("/jobs", json=body).json()["id"])
        wakeup_client.wait_for_state(job_id, "succeeded", "failed")
        (image_id,) = reading.get(f"/jobs/{job_id}").json()["image_ids"]
        assert reading.get(f"/images/{image_id}/file").status_code == 200
    (listed,) = clients[0].get("/workers").json()["items"]
    assert (listed["pid"], listed["engines"]) == (worker.pid, ["press"])
    assert listed["id"].startswith("gpu-1-")
    for http_client in clients:
        http_client.close()
    for process in (*studios, worker):
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0


def read_url(studio: subprocess.Popen[str]) -> str:
    """The address that ``platemark up`` prints when it serves."""
    assert studio.stdout is not None
    for line in studio.stdout:
        if line.startswith("Platemark is running at "):
            return line.strip().rpartition(" ")[2]
    raise AssertionError(f"it ended with {studio.wait()}")


def run_command(settings: Settings, *arguments: str) -> str:
    environ = {**os.environ, **environment_of(settings)}
    command = [*PLATEMARK_COMMAND, *arguments]
    return subprocess.run(command, env=environ, capture_output=True, text=True, check=True).stdout
