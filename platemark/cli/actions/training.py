"""What ``platemark training …`` does."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from platemark.access import SYSTEM
from platemark.cli.output import print_result
from platemark.cli.runtime import Runtime
from platemark.training import service as training
from platemark.training.views import TrainingRunView


def sample(runtime: Runtime, training_run_id: UUID) -> None:
    """Ask the running training run ID for a sample."""
    _ask(runtime, training.sample_training_run, training_run_id, "a sample")


def save(runtime: Runtime, training_run_id: UUID) -> None:
    """Ask the running training run ID to save a checkpoint."""
    _ask(runtime, training.save_training_run, training_run_id, "a checkpoint")


def _ask(runtime: Runtime, verb: Callable[..., TrainingRunView], training_run_id: UUID, what: str) -> None:
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        run = verb(work, studio, training_run_id, by=SYSTEM)
        work.commit()
    names = ("id", "state", "step", "steps", "sample_requested", "save_requested")
    value = {name: getattr(run, name) for name in names}
    print_result(value, f"Training run {run.id}, at step {run.step} of {run.steps}, is asked for {what}.")
