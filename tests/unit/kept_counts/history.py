"""A random history of a studio: each step calls an operation that users, workers and maintenance call."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from platemark.access import Actor
from platemark.studio import Studio
from tests.unit.kept_counts.driver import Driver
from tests.unit.kept_counts.gallery_steps import GallerySteps
from tests.unit.kept_counts.other_steps import OtherSteps
from tests.unit.kept_counts.queue_steps import QueueSteps
from tests.unit.kept_counts.training_steps import TrainingSteps


class History:
    """Takes random steps, each in a transaction of its own."""

    def __init__(self, studio: Studio, seed: int, users: Sequence[Actor] = ()) -> None:
        self.driver = Driver(studio, seed, users)
        self.taken: list[str] = []
        kinds = (QueueSteps, GallerySteps, TrainingSteps, OtherSteps)
        rooms = [kind(self.driver) for kind in kinds]
        self.steps: list[Callable[[], object]] = [step for room in rooms for step in room.possible_steps()]

    def take_steps(self, count: int, *, without: Collection[str] = ()) -> None:
        """Take ``count`` random steps."""
        steps = [step for step in self.steps if step.__name__ not in without]
        for step in self.driver.random.choices(steps, k=count):
            self.taken.append(step.__name__)
            step()
