"""Train a style plate from a request to its file, with checkpoints, progress, samples and cancellation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from platemark.engines.base import (
    Cancelled,
    EngineError,
    OnTrainProgress,
    ShouldCancel,
    TrainedAdapter,
    TrainingWishes,
    TrainProgress,
    TrainRequest,
)
from platemark_press.style_plates import FORMAT
from platemark_press.style_plates.blas_threads import single_threaded_blas
from platemark_press.style_plates.checkpoints import load_newest, save_checkpoint
from platemark_press.style_plates.parameters import TrainingParameters
from platemark_press.style_plates.plate import StylePlate
from platemark_press.style_plates.training_data import prepare_training_data
from platemark_press.style_plates.training_state import TrainingState, grey_loss

FILE_NAME = "plate.pmplate"
MEASUREMENTS, CHECKPOINTS, SAMPLES = 40, 10, 4
"""How often each happens in a run."""

PrintSample = Callable[[StylePlate], bytes]
"""Prints a sample with the current plate, as PNG."""


@single_threaded_blas()
def train_plate(
    request: TrainRequest, on_progress: OnTrainProgress, should_cancel: ShouldCancel, print_sample: PrintSample
) -> TrainedAdapter:
    """Train a plate on the request's pictures, resuming from the newest checkpoint in its folder.

    Cancelling saves a checkpoint and raises Cancelled. Raises EngineError.
    """
    parameters = TrainingParameters.from_request(request.parameters)
    data = prepare_training_data(request.pictures, parameters.sizes, request.seed, should_cancel)
    state = load_newest(request.folder, parameters, data, request.seed)
    if state is None:
        state = TrainingState.initialise(parameters, data, request.seed)
        on_progress(TrainProgress(0, parameters.steps, _initial_losses(state), note=_summarise(state)))
    else:
        on_progress(TrainProgress(state.step, parameters.steps, note=f"Resumes from step {state.step}."))
    while not state.done:
        if should_cancel():
            _save_on_cancel(request.folder, state, on_progress)
            raise Cancelled
        state.run_step()
        on_progress(_after_step(request.folder, state, print_sample, request.take_wishes()))
    path = request.folder / FILE_NAME
    with _disk_errors():
        state.plate.save(path)
    return TrainedAdapter(path, FORMAT, None, state.measure_losses())


def _after_step(folder: Path, state: TrainingState, print_sample: PrintSample, wishes: TrainingWishes) -> TrainProgress:
    checkpoint = _is_due(state, CHECKPOINTS) or wishes.save
    if checkpoint:
        with _disk_errors():
            save_checkpoint(folder, state)
    return TrainProgress(
        step=state.step,
        steps=state.parameters.steps,
        metrics=state.measure_losses() if _is_due(state, MEASUREMENTS) else {},
        sample=print_sample(state.plate) if _is_due(state, SAMPLES) or wishes.sample else None,
        checkpoint=checkpoint,
        note="The colours are trained; the surfaces follow." if state.step == state.parameters.colour_steps else "",
    )


def _is_due(state: TrainingState, times: int) -> bool:
    """Whether something that happens ``times`` times in a run, including at its end, happens at this step."""
    return state.step % max(1, state.parameters.steps // times) == 0 or state.done


def _save_on_cancel(folder: Path, state: TrainingState, on_progress: OnTrainProgress) -> None:
    if state.step:
        with _disk_errors():
            save_checkpoint(folder, state)
        on_progress(TrainProgress(state.step, state.parameters.steps, checkpoint=True, note="Stopped."))


@contextmanager
def _disk_errors() -> Iterator[None]:
    """Turn an OSError into an EngineError whose message contains no path."""
    try:
        yield
    except OSError as error:
        raise EngineError(
            "disk_failed",
            "The run's folder cannot be written to.",
            retryable=True,
            hint="Free space on its disk, then resume the run.",
        ) from error


def _initial_losses(state: TrainingState) -> dict[str, float]:
    """The losses of the untrained network, and those of a grey copy."""
    return state.measure_losses() | {"grey_loss": grey_loss(state.data.held_out or state.data.trained)}


def _summarise(state: TrainingState) -> str:
    trained, held_out, words = len(state.data.trained), len(state.data.held_out), len(state.network.words)
    return f"{trained} pictures to train on, {held_out} held out, {words} words."
