"""An engine process with only the tiny engine."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from tiny_engine import TinyEngine  # type: ignore[import-not-found]  # found by the line above

from platemark.engines.registry import Engines
from platemark.worker.engine_process import serve

if __name__ == "__main__":
    serve(int(sys.argv[1]), lambda: Engines.of([TinyEngine()]), preview_seconds=0.01)
