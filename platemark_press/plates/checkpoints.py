"""Checkpoints of a training: whole files or none, read without running anything in them."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import numpy as np

from platemark_press.plates.learning import Learning, Settings, State
from platemark_press.plates.lessons import Lessons

KEPT = 2
"""Older checkpoints go; the last but one stays, in case the last is damaged."""
PATTERN = "checkpoint-*.npz"


def save(folder: Path, learning: Learning) -> Path:
    """Write the checkpoint of the step that was done last, so that a power cut leaves all of it or nothing."""
    path = folder / f"checkpoint-{learning.step:06}.npz"
    unfinished = folder / f".{path.name}.unfinished"
    with unfinished.open("wb") as file:
        np.savez(file, allow_pickle=False, made_for=_made_for(learning), **learning.state())
        file.flush()
        os.fsync(file.fileno())
    unfinished.rename(path)
    _sync(folder)
    for old in sorted(folder.glob(PATTERN))[:-KEPT]:
        old.unlink(missing_ok=True)
    return path


def newest(folder: Path, settings: Settings, lessons: Lessons, seed: int) -> Learning | None:
    """The training as the newest whole checkpoint left it.

    None where there is none, or where it was made for other pictures, captions, parameters or another seed.
    """
    for path in sorted(folder.glob(PATTERN), reverse=True):
        try:
            with path.open("rb") as stream, np.load(stream, allow_pickle=False) as file:
                state: State = {name: file[name] for name in file.files}
            learning = Learning.resumed(settings, lessons, seed, state)
            if np.array_equal(state["made_for"], _made_for(learning)):
                return learning
        except (OSError, EOFError, KeyError, ValueError, zipfile.BadZipFile):
            continue
    return None


def _made_for(learning: Learning) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    text = f"{learning.lessons.fingerprint} {learning.settings} {learning.seed}"
    return np.frombuffer(text.encode(), np.uint8)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
