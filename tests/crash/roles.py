"""What the attacked processes are, besides workers of the studio itself; forked by the nursery."""

from __future__ import annotations

import os

from platemark import logs
from platemark.settings import Settings, from_environment
from platemark.worker import maintenance
from platemark.worker.distributed import run_distributed
from platemark.worker.worker_process import exit_now
from tests.worker.tiny_worker import ENGINE_COMMAND


def sweeper(bell: int) -> None:
    """Sweep until the other end of the pipe is closed, as each process of a studio does."""
    settings = _settings()
    sweeping = maintenance.Maintenance(settings, lambda: None)
    sweeping.start()
    while os.read(bell, 4096):
        pass
    exit_now()


def distributed(_bell: int) -> None:
    """``platemark worker`` with the tiny engine; it hears the broker, not the pipe."""
    run_distributed(_settings(), engine_command=ENGINE_COMMAND)
    exit_now()


def _settings() -> Settings:
    settings = from_environment(os.environ)
    logs.configure(settings)
    return settings
