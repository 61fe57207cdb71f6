"""A training run from its request to the plate's file: checkpoints, progress, samples, and stopping."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from platemark.engines.base import (
    Cancelled,
    EngineError,
    OnTrainProgress,
    ShouldCancel,
    TrainedAdapter,
    TrainingFinding,
    TrainProgress,
    TrainRequest,
)
from platemark_press.plates import checkpoints
from platemark_press.plates.learning import Learning, Settings, grey_loss
from platemark_press.plates.lessons import UNREADABLE, Lessons, prepare
from platemark_press.plates.plate import FORMAT, StylePlate
from platemark_press.plates.threads import one_thread
from platemark_press.plates.words import caption_words

FILE_NAME = "plate.pmplate"
MEASUREMENTS, CHECKPOINTS, SAMPLES = 40, 10, 4
"""How often in a run."""
FEW, MOST = 8, 2000
SMALL = 128
NEEDED_BYTES = 64 * 1024 * 1024

PrintSample = Callable[[StylePlate], bytes]
"""A print with the plate as it stands, as PNG."""


def check(request: TrainRequest) -> list[TrainingFinding]:
    """What is missing for a style plate, or would make it a poor one."""
    return [*_about_the_set(request), *_about_the_files(request), *_about_the_disk(request.folder)]


@one_thread()
def train(
    request: TrainRequest, on_progress: OnTrainProgress, should_cancel: ShouldCancel, print_sample: PrintSample
) -> TrainedAdapter:
    """Learn a plate from the request's pictures, from where the newest checkpoint in its folder left off.

    Raises Cancelled, after leaving a checkpoint, or EngineError.
    """
    settings = Settings.of(request.parameters)
    lessons = prepare(request.pictures, settings.sizes, request.seed, should_cancel)
    learning = checkpoints.newest(request.folder, settings, lessons, request.seed)
    if learning is None:
        learning = Learning.fresh(settings, lessons, request.seed)
        on_progress(TrainProgress(0, settings.steps, _before(learning), note=_summary(lessons, learning)))
    else:
        on_progress(TrainProgress(learning.step, settings.steps, note=f"Goes on from step {learning.step}."))
    while not learning.done:
        if should_cancel():
            _leave(request.folder, learning, on_progress)
            raise Cancelled
        learning.advance()
        on_progress(_after_step(request.folder, learning, print_sample))
    path = request.folder / FILE_NAME
    with _words_for_the_disk():
        learning.plate.save(path)
    return TrainedAdapter(path, FORMAT, None, learning.measure())


def _after_step(folder: Path, learning: Learning, print_sample: PrintSample) -> TrainProgress:
    steps = learning.settings.steps
    kept = _is_due(learning, CHECKPOINTS)
    if kept:
        with _words_for_the_disk():
            checkpoints.save(folder, learning)
    return TrainProgress(
        step=learning.step,
        steps=steps,
        metrics=learning.measure() if _is_due(learning, MEASUREMENTS) else {},
        sample=print_sample(learning.plate) if _is_due(learning, SAMPLES) else None,
        checkpoint=kept,
        note="The colours are learned; now the surfaces." if learning.step == learning.settings.colour_steps else "",
    )


def _is_due(learning: Learning, times: int) -> bool:
    """Whether something that happens so many times in a run, at its end for the last time, happens now."""
    return learning.step % max(1, learning.settings.steps // times) == 0 or learning.done


def _leave(folder: Path, learning: Learning, on_progress: OnTrainProgress) -> None:
    if learning.step:
        with _words_for_the_disk():
            checkpoints.save(folder, learning)
        on_progress(TrainProgress(learning.step, learning.settings.steps, checkpoint=True, note="Stopped."))


@contextmanager
def _words_for_the_disk() -> Iterator[None]:
    """What the disk refuses leaves as an EngineError, in words that hold no path."""
    try:
        yield
    except OSError as error:
        raise EngineError(
            "disk_failed",
            "The run's folder cannot be written to.",
            retryable=True,
            hint="Make room on its disk, then resume the run.",
        ) from error


def _before(learning: Learning) -> dict[str, float]:
    """The losses of a network that has learned nothing, and what a grey copy would lose."""
    judged = learning.lessons.held_out or learning.lessons.learned
    return learning.measure() | {"grey_loss": grey_loss(judged)}


def _summary(lessons: Lessons, learning: Learning) -> str:
    words = len(learning.network.words)
    return f"{len(lessons.learned)} pictures to learn from, {len(lessons.held_out)} held out, {words} words."


def _about_the_set(request: TrainRequest) -> list[TrainingFinding]:
    learned = [picture for picture in request.pictures if not picture.held_out]
    silent = sum(not caption_words(picture.caption) for picture in learned)
    found: list[TrainingFinding] = []
    if request.base is not None:
        found.append(TrainingFinding("base_unknown", "A style plate has no base model.", "Leave the base out."))
    if not learned:
        found.append(TrainingFinding("no_pictures", "There is no picture to learn from.", "Add pictures to the album."))
    elif len(learned) < FEW:
        found.append(
            TrainingFinding(
                "few_pictures",
                f"{len(learned)} pictures teach little.",
                f"Take {FEW} or more that have something in common.",
                fatal=False,
            )
        )
    if len(request.pictures) > MOST:
        found.append(
            TrainingFinding(
                "too_many_pictures", f"{len(request.pictures)} pictures.", f"A style plate takes up to {MOST}."
            )
        )
    if len(learned) == len(request.pictures) and learned:
        found.append(
            TrainingFinding(
                "nothing_held_out",
                "No picture is held out, so nothing will say how well the plate fits others.",
                "Hold out one in eight.",
                fatal=False,
            )
        )
    if silent:
        found.append(
            TrainingFinding(
                "captions_missing",
                f"{silent} of {len(learned)} pictures have no caption; prompts will not tell them apart.",
                "Write a few words on each: what it shows, its colours.",
                fatal=False,
            )
        )
    return found


def _about_the_files(request: TrainRequest) -> list[TrainingFinding]:
    sizes = [_size(picture.path) for picture in request.pictures[:MOST]]
    unreadable = sizes.count(None)
    small = sum(size is not None and max(size) < SMALL for size in sizes)
    found: list[TrainingFinding] = []
    if unreadable:
        found.append(
            TrainingFinding(
                "picture_unreadable",
                f"{unreadable} files cannot be read as pictures.",
                "Take them out of the album, or upload them again.",
            )
        )
    if small:
        found.append(
            TrainingFinding(
                "small_pictures",
                f"{small} pictures are smaller than {SMALL} pixels; their surfaces will be blurred.",
                "Take larger ones.",
                fatal=False,
            )
        )
    return found


def _size(path: Path) -> tuple[int, int] | None:
    try:
        with Image.open(path) as image:
            return image.size
    except UNREADABLE:
        return None


def _about_the_disk(folder: Path) -> Sequence[TrainingFinding]:
    there = next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())
    if shutil.disk_usage(there).free >= NEEDED_BYTES:
        return ()
    return (TrainingFinding("disk_full", "The disk has too little room for checkpoints.", "Free 64 MiB or more."),)
