"""The processes of the queue benchmark: a worker, and its engine process with an engine that generates nothing.

``-m benchmarks.queue_worker FD`` is a worker as the supervisor starts it; ``engines FD`` is its engine process.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from platemark.engines.base import Capabilities, EngineImage, GenerateRequest, Health, OnProgress, ShouldCancel
from platemark.engines.registry import Engines
from platemark.settings import from_environment
from platemark.worker.engine_process import serve
from platemark.worker.executors import EXECUTORS
from platemark.worker.loop import run_worker
from platemark.worker.wakeup import SupervisorWakeup
from platemark.worker.worker_process import exit_now

ENGINE_COMMAND = (sys.executable, "-m", "benchmarks.queue_worker", "engines")


class IdleEngine:
    """Generates no image and takes no time, so that only the queue is measured."""

    name = "idle"
    version = "1"

    def capabilities(self) -> Capabilities:
        """Everything that a generation job may request."""
        return Capabilities(
            kinds=frozenset({"generate"}), trains=False, previews=False, deterministic=True, negative_prompt=True,
            guidance_scale=True, adapter_formats=frozenset(), min_side=64,
            max_side=1024, side_multiple=64, max_steps=50,
        )  # fmt: skip

    def health(self) -> Health:
        """Always healthy."""
        return Health(ok=True)

    def generate(
        self, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Iterator[EngineImage]:
        """Yield nothing."""
        del request, on_progress, should_cancel
        yield from ()


def main() -> None:
    """Run as a worker or as an engine process."""
    if sys.argv[1] == "engines":
        serve(int(sys.argv[2]), lambda: Engines.of([IdleEngine()]))
    wakeup = SupervisorWakeup(int(sys.argv[1]))
    run_worker(from_environment(os.environ), wakeup, EXECUTORS, engine_command=ENGINE_COMMAND)
    exit_now()


if __name__ == "__main__":
    main()
