"""Celery, as far as Platemark goes: two tasks that carry nothing. One rings the bell of every worker.

The table of jobs says what is to be done and who does it; a message says "look" and may be lost, doubled or late. It
goes to all who listen, and none is kept for those who do not: a worker looks by itself when it starts, after each job
and at each sweep.

The other, ``purge_stale_bug_reports``, is for those who have a schedule of their own: one of the workers does at once
what each studio does daily by itself. Doing it twice does no harm, so nothing hangs on how often it is delivered.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

from celery import Celery, signals
from celery.worker import state
from kombu import Connection, Exchange, Queue
from kombu.common import Broadcast

WAKE = "platemark.wake"
PURGE = "purge_stale_bug_reports"
SCHEDULED_TASKS = "platemark.duties"
EXPIRES_SECONDS = 30
BROKER_SECONDS = 2
"""How long a broker may take to answer; one that is frozen holds up the thread that rings, and nobody else."""

HEARTBEAT_SECONDS = 10
BELL = Exchange(WAKE, type="fanout", durable=False, auto_delete=False)
DUTY_QUEUE = Queue(SCHEDULED_TASKS, Exchange(SCHEDULED_TASKS, type="direct"), routing_key=SCHEDULED_TASKS)
"""A queue that workers share: one of them takes a message, and it waits while there is none."""


def create_app(broker_url: str) -> Celery:
    """Celery for a studio. Nothing is sent before the first use; there is no result backend, and nothing is retried."""
    app = Celery("platemark", broker=broker_url, set_as_current=False)
    app.conf.update(
        accept_content=["json"],
        broker_connection_max_retries=None,
        broker_connection_retry_on_startup=True,
        broker_connection_timeout=BROKER_SECONDS,
        broker_heartbeat=HEARTBEAT_SECONDS,
        broker_transport_options=_transport_options(broker_url),
        task_acks_late=False,
        task_ignore_result=True,
        task_publish_retry=False,
        task_queues=[DUTY_QUEUE],
        task_routes={PURGE: {"queue": SCHEDULED_TASKS}},
        worker_cancel_long_running_tasks_on_connection_loss=True,  # ours take no time; False warns at each loss
        worker_enable_remote_control=False,
        worker_hijack_root_logger=False,
        worker_pool="solo",
        worker_prefetch_multiplier=1,
        worker_redirect_stdouts=False,
        worker_send_task_events=False,
    )
    return app


def open_to_publish(app: Celery) -> Connection:
    """A connection for ``publish``; it is opened by the first use and waits two seconds for any answer."""
    return app.connection_for_write(heartbeat=0, transport_options={"read_timeout": BROKER_SECONDS})


def publish(app: Celery, connection: Connection) -> None:
    """Have every worker that listens look for jobs. Raises whatever the broker raises; never tries again."""
    producer = app.amqp.Producer(connection, auto_declare=False)
    app.send_task(
        WAKE,
        producer=producer,
        exchange=BELL.name,
        exchange_type=BELL.type,
        routing_key=WAKE,
        declare=[BELL],
        delivery_mode="transient",
        expires=EXPIRES_SECONDS,
        ignore_result=True,
        retry=False,
    )


def listen(
    app: Celery, ring: Callable[[], None], purge: Callable[[], None], stop: Callable[[], None], *, name: str
) -> None:
    """Call ``ring`` at each wake and ``purge`` for each purge that somebody asks for, both without delay.

    Until SIGTERM, SIGINT or ``hang_up()``; a signal calls ``stop`` at once. Call from the main thread. It outlives the
    broker: while that is away it goes on trying.
    """
    bell = Broadcast(WAKE, exchange=BELL, routing_key=WAKE, durable=False, exclusive=True)
    app.conf.task_queues = [bell, DUTY_QUEUE]
    app.task(name=WAKE, ignore_result=True, expires=EXPIRES_SECONDS)(ring)
    app.task(name=PURGE, ignore_result=True)(purge)
    signals.setup_logging.connect(_leave_logging, weak=False)
    signals.worker_shutting_down.connect(lambda **_: stop(), weak=False)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", ".*superuser privileges")  # about pickle, which is not accepted here
        app.Worker(
            hostname=name, pool="solo", concurrency=1, quiet=True, without_gossip=True, without_mingle=True
        ).start()


def hang_up() -> None:
    """Have ``listen`` end, from any thread."""
    state.should_stop = 0


def _leave_logging(**_: Any) -> None:
    """Logging was set up by whoever started us."""


def _transport_options(broker_url: str) -> dict[str, Any]:
    if broker_url.startswith("redis"):
        return {
            "socket_timeout": BROKER_SECONDS,
            "socket_connect_timeout": BROKER_SECONDS,
            "socket_keepalive": True,
            "health_check_interval": HEARTBEAT_SECONDS,
        }
    return {"write_timeout": BROKER_SECONDS}
