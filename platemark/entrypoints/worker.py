"""``platemark worker``: a stand-alone worker, woken through a broker, until it is stopped."""

from __future__ import annotations

from dataclasses import replace

from platemark import processes
from platemark.db.migrate import upgrade_or_fail
from platemark.entrypoints.studio import import_distributed, lock_data_folder
from platemark.errors import StartupError, Unavailable
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore

NO_BROKER = "PLATEMARK_BROKER_URL is not set. Without a broker, use `platemark up`, which has embedded workers."


def run(settings: Settings, queues: str, name: str) -> None:
    """Work until SIGINT or SIGTERM; a running job is then returned to the queue. ``queues`` overrides the setting."""
    if not settings.broker_url:
        raise StartupError("no_broker", NO_BROKER)
    settings = replace(settings, queues=queues or settings.queues)
    distributed = import_distributed()
    with lock_data_folder(settings):
        FolderBlobStore(settings.blobs_dir).probe()
        upgrade_or_fail(settings.resolved_database_url)
        processes.give_way(settings.worker_nice)
        if not distributed.run_distributed(settings, name=name):
            raise Unavailable("worker_failed", "The worker stopped after an error; see its log.")
