"""Training checkpoints: written atomically, and read without running code."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import numpy as np

from platemark_press.style_plates.parameters import TrainingParameters
from platemark_press.style_plates.training_data import TrainingData
from platemark_press.style_plates.training_state import Arrays, TrainingState

RETAINED = 2
"""Older checkpoints are deleted; the previous one stays in case the newest is damaged."""
PATTERN = "checkpoint-*.npz"


def save_checkpoint(folder: Path, state: TrainingState) -> Path:
    """Write the checkpoint of the last step atomically; it is durable on return."""
    path = folder / f"checkpoint-{state.step:06}.npz"
    unfinished = folder / f".{path.name}.unfinished"
    with unfinished.open("wb") as file:
        np.savez(file, allow_pickle=False, made_for=_identity(state), **state.to_arrays())
        file.flush()
        os.fsync(file.fileno())
    unfinished.rename(path)
    _fsync(folder)
    for old in sorted(folder.glob(PATTERN))[:-RETAINED]:
        old.unlink(missing_ok=True)
    return path


def load_newest(folder: Path, parameters: TrainingParameters, data: TrainingData, seed: int) -> TrainingState | None:
    """Restore the newest complete checkpoint.

    None if there is none for these pictures, captions, parameters and seed.
    """
    for path in sorted(folder.glob(PATTERN), reverse=True):
        try:
            with path.open("rb") as stream, np.load(stream, allow_pickle=False) as file:
                arrays: Arrays = {name: file[name] for name in file.files}
            state = TrainingState.from_arrays(parameters, data, seed, arrays)
            if np.array_equal(arrays["made_for"], _identity(state)):
                return state
        except (OSError, EOFError, KeyError, ValueError, zipfile.BadZipFile):
            continue
    return None


def _identity(state: TrainingState) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    """The facts that identify a run among others: training data, parameters and seed."""
    text = f"{state.data.fingerprint} {state.parameters.identity} {state.seed}"
    return np.frombuffer(text.encode(), np.uint8)


def _fsync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
