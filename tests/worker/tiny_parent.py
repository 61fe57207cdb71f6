"""A process that supervises tiny workers until it is killed; says when it has begun."""

import os
import sys
import time
from pathlib import Path

from platemark.settings import from_environment
from platemark.worker.supervisor import Supervisor

if __name__ == "__main__":
    with Supervisor(
        from_environment(os.environ), command=(sys.executable, str(Path(__file__).with_name("tiny_child.py")))
    ) as supervisor:
        while not supervisor.pids():
            time.sleep(0.01)
        sys.stdout.write(f"{supervisor.pids()[0]}\n")
        sys.stdout.flush()
        time.sleep(120)
