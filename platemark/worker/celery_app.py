"""The Celery application: two tasks without arguments, ``platemark.wake`` and ``purge_stale_bug_reports``.

``platemark.wake`` wakes every worker. The jobs table decides what is to be done and by whom; the message only says
"look for jobs", and may be lost, duplicated or late. It is broadcast, and nothing is stored for workers that do not
listen: a worker looks for jobs on its own when it starts, after each job and at each sweep.

``purge_stale_bug_reports`` is for operators with a scheduler of their own: one of the workers does at once what every
studio does daily by itself. Running it twice does no harm, so delivery guarantees do not matter.
"""

from __future__ import annotations

import logging
import time
import warnings
from collections.abc import Callable
from typing import Any

from celery import Celery, signals
from celery.worker import state
from kombu import Connection, Exchange, Queue
from kombu.common import Broadcast
from kombu.exceptions import KombuError

WAKE_TASK = "platemark.wake"
PURGE_TASK = "purge_stale_bug_reports"
SHARED_QUEUE_NAME = "platemark.duties"
EXPIRES_SECONDS = 30
BROKER_SECONDS = 2
"""How long a broker may take to answer. A frozen one delays only the thread that publishes."""

HEARTBEAT_SECONDS = 10
RESTART_SECONDS = 1
WAKE_EXCHANGE = Exchange(WAKE_TASK, type="fanout", durable=False, auto_delete=False)
SHARED_QUEUE = Queue(SHARED_QUEUE_NAME, Exchange(SHARED_QUEUE_NAME, type="direct"), routing_key=SHARED_QUEUE_NAME)
"""A queue that all workers share: one of them takes a message, and it waits while there is none."""

log = logging.getLogger(__name__)


def create_app(broker_url: str) -> Celery:
    """Create a studio's Celery application: no result backend, no retries; it connects at its first use."""
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
        task_queues=[SHARED_QUEUE],
        task_routes={PURGE_TASK: {"queue": SHARED_QUEUE_NAME}},
        worker_cancel_long_running_tasks_on_connection_loss=True,  # no task runs long; False warns at each loss
        worker_enable_remote_control=False,
        worker_hijack_root_logger=False,
        worker_pool="solo",
        worker_prefetch_multiplier=1,
        worker_redirect_stdouts=False,
        worker_send_task_events=False,
    )
    return app


def create_publisher_connection(app: Celery) -> Connection:
    """Create a connection for ``publish_wakeup``. Its first use opens it; any answer may take two seconds."""
    return app.connection_for_write(heartbeat=0, transport_options={"read_timeout": BROKER_SECONDS})


def broker_errors(app: Celery) -> tuple[type[Exception], ...]:
    """What ``publish_wakeup`` raises while the broker is unavailable."""
    connection = create_publisher_connection(app)
    errors = {KombuError, OSError, *connection.connection_errors, *connection.channel_errors}
    return tuple(errors - {KeyError})  # which kombu counts among those of Redis


def publish_wakeup(app: Celery, connection: Connection) -> None:
    """Have every listening worker look for jobs. Raises whatever the broker's client raises."""
    producer = app.amqp.Producer(connection, auto_declare=False)
    app.send_task(
        WAKE_TASK,
        producer=producer,
        exchange=WAKE_EXCHANGE.name,
        exchange_type=WAKE_EXCHANGE.type,
        routing_key=WAKE_TASK,
        declare=[WAKE_EXCHANGE],
        delivery_mode="transient",
        expires=EXPIRES_SECONDS,
        ignore_result=True,
        retry=False,
    )


def listen(
    app: Celery, *, name: str, on_wake: Callable[[], None], on_purge: Callable[[], None], on_stop: Callable[[], None]
) -> None:
    """Receive tasks as ``name`` until SIGTERM, SIGINT or ``stop_listening()``: ``on_wake`` and ``on_purge`` run them.

    Neither may block. A signal calls ``on_stop`` at once. Call it from the main thread. It outlives the broker: while
    that is unavailable, it keeps trying to connect, and if Celery gives up, it starts again.
    """
    wake_queue = Broadcast(WAKE_TASK, exchange=WAKE_EXCHANGE, routing_key=WAKE_TASK, durable=False, exclusive=True)
    app.conf.task_queues = [wake_queue, SHARED_QUEUE]
    app.task(name=WAKE_TASK, ignore_result=True, expires=EXPIRES_SECONDS)(on_wake)
    app.task(name=PURGE_TASK, ignore_result=True)(on_purge)
    signals.setup_logging.connect(_keep_logging, weak=False)
    signals.worker_shutting_down.connect(lambda **_: on_stop(), weak=False)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", ".*superuser privileges")  # about pickle, which is not accepted here
        while not _is_stopping():
            app.Worker(
                hostname=name, pool="solo", concurrency=1, quiet=True, without_gossip=True, without_mingle=True
            ).start()
            if not _is_stopping():  # kombu may fail on an unacknowledged message of a broker that is gone
                log.warning("Celery stopped unexpectedly; starting it again")
                time.sleep(RESTART_SECONDS)


def stop_listening() -> None:
    """Make ``listen`` return; call it from any thread."""
    state.should_stop = 0


def _is_stopping() -> bool:
    """Whether a signal or ``stop_listening`` has asked Celery to end."""
    return state.should_stop is not None or state.should_terminate is not None


def _keep_logging(**_: Any) -> None:
    """Keep Celery from configuring logging: the process has done it already."""


def _transport_options(broker_url: str) -> dict[str, Any]:
    if broker_url.startswith("redis"):
        return {
            "socket_timeout": BROKER_SECONDS,
            "socket_connect_timeout": BROKER_SECONDS,
            "socket_keepalive": True,
            "health_check_interval": HEARTBEAT_SECONDS,
            # An acknowledgement that fails, because Redis dies at that moment, would leave the worker deaf: Celery only
            # logs it, and kombu waits for it for ever. Nothing here is delivered again, so nothing is acknowledged.
            "ack_emulation": False,
        }
    return {"write_timeout": BROKER_SECONDS}
