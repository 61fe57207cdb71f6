"""The processes of a chaos test besides embedded workers; the fork server forks them."""

from __future__ import annotations

import os

from platemark import logs
from platemark.settings import Settings, from_environment
from platemark.worker.distributed import run_distributed
from platemark.worker.maintenance import Maintenance
from platemark.worker.worker_process import exit_now
from tests.worker.tiny_worker import ENGINE_COMMAND


def sweeper(pipe: int) -> None:
    """Run the maintenance until the other end of the pipe is closed, as each process of a studio does."""
    maintenance = Maintenance(_configure(), lambda: None)
    maintenance.start()
    while os.read(pipe, 4096):
        pass
    exit_now()


def distributed(_pipe: int) -> None:
    """Run ``platemark worker`` with the tiny engine; it is woken by the broker, not by the pipe."""
    run_distributed(_configure(), engine_command=ENGINE_COMMAND)
    exit_now()


def _configure() -> Settings:
    settings = from_environment(os.environ)
    logs.configure(settings)
    return settings
