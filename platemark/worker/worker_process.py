"""A worker as a process: ``python -m platemark.worker.worker_process FD``, with its settings in the environment."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Mapping

from platemark import logs
from platemark.settings import from_environment
from platemark.worker.loop import Fault, run_worker


def main() -> None:
    """Work until told to stop, or until the supervisor is gone."""
    settings = from_environment(os.environ)
    logs.configure(settings)
    run_worker(settings, int(sys.argv[1]), fault=fault_from(os.environ))
    leave()


def leave() -> None:
    """End now: all is said and closed, and taking the interpreter down would cost a quarter of a second."""
    logging.shutdown()
    os._exit(0)


def fault_from(environ: Mapping[str, str]) -> Fault:
    """For tests: ``PLATEMARK_FAULT`` names the point at which this process is to be killed, as by the power cut.

    after_claim, before_rename and after_rename (of the first blob), after_labels, before_complete, in_commit,
    after_commit.
    """
    wanted = environ.get("PLATEMARK_FAULT", "")

    def fault(point: str) -> None:
        if point == wanted:
            os.kill(os.getpid(), signal.SIGKILL)

    rename = os.rename

    def renaming(*names: str) -> None:
        fault("before_rename")
        rename(*names)
        fault("after_rename")

    if wanted in ("before_rename", "after_rename"):
        os.rename = renaming  # type: ignore[assignment]
    return fault


if __name__ == "__main__":
    main()
