"""``platemark worker``: a worker on its own, woken through a broker, until it is told to stop."""

from __future__ import annotations

from dataclasses import replace

from platemark.db.migrate import upgrade_or_refuse
from platemark.entrypoints.studio import import_distributed, lock_data_folder
from platemark.errors import StartupError, Unavailable
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore

NO_BROKER = "PLATEMARK_BROKER_URL is not set; without a broker, `platemark up` has workers of its own."


def run(settings: Settings, queues: str, name: str) -> None:
    """Work until SIGINT or SIGTERM; a job in hand is given back. ``queues`` is in the place of PLATEMARK_QUEUES."""
    if not settings.broker_url:
        raise StartupError("no_broker", NO_BROKER)
    chosen = replace(settings, queues=queues or settings.queues)
    distributed = import_distributed()
    with lock_data_folder(chosen):
        FolderBlobStore(chosen.blobs_dir).probe()
        upgrade_or_refuse(chosen.resolved_database_url)
        if not distributed.run_distributed(chosen, name=name):
            raise Unavailable("worker_failed", "The worker could not go on; the log says why.")
