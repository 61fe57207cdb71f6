"""Plain Celery beside the queue: a task that does nothing, on Redis, acknowledged late, without results.

It has no row in a database, no events, no progress and no outcome that anyone could read: the floor of a queue with a
broker. ``benchmarks.queue`` measures it where Redis answers.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from celery import Celery
from redis import Redis
from redis.exceptions import RedisError

REDIS = os.environ.get("PLATEMARK_BENCH_REDIS", "redis://127.0.0.1:6379/9")
QUEUE = "platemark-benchmark"
STARTED = f"{QUEUE}:started"
WORKER = (
    *(sys.executable, "-m", "celery", "--app", "benchmarks.celery_peer", "--quiet", "worker"),
    *("--pool", "solo", "--loglevel", "ERROR", "--without-gossip", "--without-mingle"),
)
TIMEOUT_SECONDS = 60.0

app = Celery("benchmark", broker=REDIS)
app.conf.update(
    task_ignore_result=True,
    task_acks_late=True,  # a task survives its worker, as a job does
    task_default_queue=QUEUE,
    broker_connection_retry_on_startup=True,
)
counters = Redis.from_url(REDIS)


@app.task(name="nothing")  # type: ignore[untyped-decorator]
def nothing(queued_at: float) -> None:
    """Note when it was queued and started."""
    counters.rpush(STARTED, f"{queued_at} {time.time()}")


def is_available() -> bool:
    """Whether Redis answers."""
    try:
        return bool(counters.ping())
    except RedisError:
        return False


def measure(starts: int, tasks: int) -> tuple[list[float], float]:
    """The milliseconds until each of ``starts`` tasks starts, one at a time, and the tasks a second of a backlog."""
    counters.delete(QUEUE)
    with _worker():
        _queue(1)
        _wait(1)  # the worker is ready
        latencies = [_start_one() for _ in range(starts)]
    rate = statistics.median(_work_off(tasks) for _ in range(3))
    counters.delete(QUEUE, STARTED)
    return latencies, rate


@contextmanager
def _worker() -> Iterator[None]:
    with subprocess.Popen(WORKER, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as worker:
        try:
            yield
        finally:
            worker.terminate()
            worker.wait(TIMEOUT_SECONDS)


def _start_one() -> float:
    _queue(1)
    ((queued_at, started_at),) = _wait(1)
    return (started_at - queued_at) * 1000


def _work_off(count: int) -> float:
    """Tasks a second from the first start to the last, of tasks that are all queued when the worker starts."""
    _queue(count)
    with _worker():
        started = [started_at for _, started_at in _wait(count)]
    return (count - 1) / (max(started) - min(started))


def _queue(count: int) -> None:
    counters.delete(STARTED)
    for _ in range(count):
        nothing.delay(time.time())


def _wait(count: int) -> list[tuple[float, float]]:
    """Wait until so many tasks have started; when each was queued and started."""
    deadline = time.monotonic() + TIMEOUT_SECONDS
    while counters.llen(STARTED) < count:
        if time.monotonic() > deadline:
            raise SystemExit("Celery's worker does not run the tasks.")
        time.sleep(0.001)
    pairs = (entry.split() for entry in counters.lrange(STARTED, 0, -1))
    return [(float(queued_at), float(started_at)) for queued_at, started_at in pairs]
