"""A process that supervises a tiny worker until it is killed; prints the worker's process id when it runs."""

import os
import sys
import time
from pathlib import Path

from platemark.settings import from_environment
from platemark.worker.supervisor import Supervisor

if __name__ == "__main__":
    command = (sys.executable, str(Path(__file__).with_name("tiny_worker.py")))
    with Supervisor(from_environment(os.environ), command=command) as supervisor:
        while not supervisor.pids():
            time.sleep(0.01)
        sys.stdout.write(f"{supervisor.pids()[0]}\n")
        sys.stdout.flush()
        time.sleep(120)
