"""A standalone worker, woken through a broker: ``platemark worker``.

main thread      Celery: receives wake-ups from the broker, and signals
 └─ loop         the same loop as in an embedded worker, with its engine process
 └─ maintenance  sweeps leases, runs scheduled tasks and requested purges; wakes the loop if jobs are ready

Nothing forks, so no connection has two owners. A hanging engine delays only its own job. While the broker is
unavailable, jobs start at the next sweep.
"""

from __future__ import annotations

import logging
import signal
import socket
import threading
from collections.abc import Sequence

from platemark.settings import Settings
from platemark.worker import celery_app
from platemark.worker.broker_wakeup import BrokerWakeup
from platemark.worker.engine_host import ENGINE_PROCESS
from platemark.worker.executors import EXECUTORS
from platemark.worker.job_context import Fault, no_fault
from platemark.worker.loop import run_worker
from platemark.worker.maintenance import Maintenance
from platemark.worker.wakeup import ThreadWakeup

__all__ = ["BrokerWakeup", "run_distributed"]

STOP_SECONDS = 8.0

log = logging.getLogger(__name__)


def run_distributed(
    settings: Settings, *, name: str = "", engine_command: Sequence[str] = ENGINE_PROCESS, fault: Fault = no_fault
) -> bool:
    """Work until SIGTERM or SIGINT, then release the current job. False if the loop ended with an error.

    Call it from the main thread, on a database with the schema of this version.
    """
    logging.getLogger("celery").setLevel(logging.WARNING)  # it logs every wake-up
    wakeup = ThreadWakeup()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: wakeup.stop())  # until Celery installs its own handlers
    failed = threading.Event()

    def run_loop() -> None:
        try:
            run_worker(settings, wakeup, EXECUTORS, name=name, engine_command=engine_command, fault=fault)
        except Exception:
            log.exception("The worker failed and stops")
            failed.set()
        finally:
            celery_app.stop_listening()

    loop = threading.Thread(target=run_loop, daemon=True)
    loop.start()
    maintenance = Maintenance(settings, wakeup.wake)
    maintenance.start()
    celery_app.listen(
        celery_app.create_app(settings.broker_url),
        name=f"{name or 'worker'}@{socket.gethostname()}",
        on_wake=wakeup.wake,
        on_purge=maintenance.request_purge,
        on_stop=wakeup.stop,
    )
    wakeup.stop()
    loop.join(STOP_SECONDS)
    maintenance.stop()
    return not failed.is_set()
