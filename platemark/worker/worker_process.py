"""The worker process: ``python -m platemark.worker.worker_process FD``, with its settings in the environment."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from platemark import processes
from platemark.garbage import never_collected
from platemark.settings import from_environment

if TYPE_CHECKING:
    from platemark.worker.job_context import Fault


def main() -> None:
    """Work until told to stop, or until the supervisor is gone."""
    settings = from_environment(os.environ)
    processes.give_way(settings.worker_nice)
    with never_collected():
        from platemark import logs
        from platemark.worker.executors import EXECUTORS
        from platemark.worker.loop import run_worker
        from platemark.worker.wakeup import SupervisorWakeup

    logs.configure(settings)
    run_worker(settings, SupervisorWakeup(int(sys.argv[1])), EXECUTORS, fault=fault_from(os.environ))
    exit_now()


def exit_now() -> None:
    """End the process without interpreter shutdown, which would take a quarter of a second; logs are flushed."""
    logging.shutdown()
    os._exit(0)


def fault_from(environ: Mapping[str, str]) -> Fault:
    """For tests: ``PLATEMARK_TEST_FAULT`` names the point at which this process kills itself with SIGKILL.

    after_claim, before_rename and after_rename (of the first blob), after_labels, before_complete, in_commit,
    after_commit.
    """
    fatal_point = environ.get("PLATEMARK_TEST_FAULT", "")

    def fault(point: str) -> None:
        if point == fatal_point:
            os.kill(os.getpid(), signal.SIGKILL)

    rename = os.rename

    def rename_with_faults(*names: str) -> None:
        fault("before_rename")
        rename(*names)
        fault("after_rename")

    if fatal_point in ("before_rename", "after_rename"):
        os.rename = rename_with_faults  # type: ignore[assignment]
    return fault


if __name__ == "__main__":
    main()
