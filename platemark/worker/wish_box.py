"""Hands what users ask of a training run from the thread that receives it to the one that trains."""

from __future__ import annotations

import threading

from platemark.engines.base import TrainingWishes

NOTHING = TrainingWishes()


class WishBox:
    """The wishes that the current task has not taken."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wishes = NOTHING

    def add(self, wishes: TrainingWishes) -> None:
        """Ask for these, too."""
        with self._lock:
            held = self._wishes
            self._wishes = TrainingWishes(sample=held.sample or wishes.sample, save=held.save or wishes.save)

    def take(self) -> TrainingWishes:
        """What was asked since the last call."""
        if self._wishes is NOTHING:  # after most steps
            return NOTHING
        with self._lock:
            taken, self._wishes = self._wishes, NOTHING
        return taken

    def clear(self) -> None:
        """Forget what an earlier task was asked for."""
        self.take()
