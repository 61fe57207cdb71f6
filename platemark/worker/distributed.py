"""A worker on its own, woken through a broker: ``platemark worker``.

main thread    Celery: hears the broker's bell, and signals
 └─ loop       the same loop as that of an embedded worker, with its engine process
 └─ upkeep     sweeps, duties, purges that a message asks for; rings the loop's bell where jobs are ready

Nothing forks, so no connection has two owners. A hanging engine costs its job alone; a broker that is away, nothing but
the time until the next sweep.
"""

from __future__ import annotations

import logging
import signal
import socket
import threading
from collections.abc import Sequence

from platemark.db.engine import connect
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.worker import celery_app
from platemark.worker.broker_wakeup import BrokerWakeup
from platemark.worker.engine_host import ENGINE_PROCESS, EngineHost
from platemark.worker.loop import Fault, Worker
from platemark.worker.maintenance import Maintenance
from platemark.worker.wakeup import ThreadWakeup

__all__ = ["BrokerWakeup", "run_distributed"]

STOP_SECONDS = 8.0

log = logging.getLogger(__name__)


def run_distributed(
    settings: Settings,
    *,
    name: str = "",
    engine_command: Sequence[str] = ENGINE_PROCESS,
    fault: Fault = lambda _: None,
) -> bool:
    """Work until SIGTERM or SIGINT, giving the job in hand back. False where the loop ended without being told to.

    Call from the main thread, on a database that has this version's schema.
    """
    logging.getLogger("celery").setLevel(logging.WARNING)  # it tells of every ring
    bell = ThreadWakeup()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: bell.stop())  # until Celery listens
    failed = threading.Event()

    def work() -> None:
        try:
            _loop(settings, bell, name, engine_command, fault)
        except Exception:
            log.exception("the worker cannot go on")
            failed.set()
        finally:
            celery_app.hang_up()

    loop = threading.Thread(target=work, daemon=True)
    loop.start()
    maintenance = Maintenance(settings, bell.ring)
    maintenance.start()
    app, host = celery_app.create_app(settings.broker_url), socket.gethostname()
    celery_app.listen(app, bell.ring, maintenance.purge, bell.stop, name=f"{name or 'worker'}@{host}")
    bell.stop()
    loop.join(STOP_SECONDS)
    maintenance.stop()
    return not failed.is_set()


def _loop(settings: Settings, bell: ThreadWakeup, name: str, engine_command: Sequence[str], fault: Fault) -> None:
    database = connect(settings.resolved_database_url, pool_size=2)
    host = EngineHost(engine_command)
    try:
        Worker(settings, database, FolderBlobStore(settings.blobs_dir), host, bell, fault, name=name).run()
    finally:
        host.kill()
        database.dispose()
