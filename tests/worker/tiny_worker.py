"""A worker with the tiny engine and a short grace period for engines that do not stop when asked."""

import os
import sys
from pathlib import Path

from platemark import logs
from platemark.settings import from_environment
from platemark.worker import job_run
from platemark.worker.executors import EXECUTORS
from platemark.worker.loop import run_worker
from platemark.worker.wakeup import SupervisorWakeup
from platemark.worker.worker_process import exit_now, fault_from

ENGINE_COMMAND = (sys.executable, str(Path(__file__).with_name("tiny_engine_process.py")))


def run(pipe: int) -> None:
    """Work until told to stop, with the settings of the environment; does not return."""
    job_run.STOP_GRACE_SECONDS = 0.3
    settings = from_environment(os.environ)
    logs.configure(settings)
    wakeup = SupervisorWakeup(pipe)
    run_worker(settings, wakeup, EXECUTORS, engine_command=ENGINE_COMMAND, fault=fault_from(os.environ))
    exit_now()


if __name__ == "__main__":
    run(int(sys.argv[1]))
