"""A worker whose engine is the tiny one, and that waits for a stubborn engine less patiently."""

import os
import sys
from pathlib import Path

from platemark import logs
from platemark.settings import from_environment
from platemark.worker import job_run, loop
from platemark.worker.worker_process import fault_from, leave

ENGINES = (sys.executable, str(Path(__file__).with_name("tiny_engine_process.py")))


def work(bell: int) -> None:
    """Work until told to stop, as the environment says; does not return."""
    job_run.STOP_GRACE_SECONDS = 0.3
    settings = from_environment(os.environ)
    logs.configure(settings)
    loop.run_worker(settings, bell, engine_command=ENGINES, fault=fault_from(os.environ))
    leave()


if __name__ == "__main__":
    work(int(sys.argv[1]))
