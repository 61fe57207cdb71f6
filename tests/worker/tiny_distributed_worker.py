"""A standalone worker with the tiny engine."""

import os
import sys
from pathlib import Path

from platemark import logs
from platemark.settings import from_environment
from platemark.worker.distributed import run_distributed

if __name__ == "__main__":
    settings = from_environment(os.environ)
    logs.configure(settings)
    engine_command = (sys.executable, str(Path(__file__).with_name("tiny_engine_process.py")))
    sys.exit(0 if run_distributed(settings, engine_command=engine_command) else 1)
