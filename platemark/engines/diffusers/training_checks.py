"""Whether training can begin, and would be worth its time."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from platemark.engines.base import EngineError, TrainingFinding, TrainRequest
from platemark.engines.diffusers.model_catalog import Models
from platemark.engines.diffusers.training_parameters import Recipe

FEW = 5
FREE_BYTES = 1024**3
"""For checkpoints, samples and the adapter itself."""
SIDE_MULTIPLE = 8
NO_XL = "LoRAs for Stable Diffusion XL are not trained here."


def check(models: Models, lacking: str | None, request: TrainRequest) -> list[TrainingFinding]:
    """All that is missing, the fatal first; ``lacking`` says what is not installed."""
    found = [*_of_model(models, lacking, request), *_must(request), *_should(request)]
    return sorted(found, key=lambda shortfall: not shortfall.fatal)


def _of_model(models: Models, lacking: str | None, request: TrainRequest) -> Iterator[TrainingFinding]:
    try:
        model = models.find(request.base)
    except EngineError as error:
        yield TrainingFinding(code=error.code, message=str(error), hint=error.hint)
        return
    problem = lacking or model.problem()
    if problem:
        yield TrainingFinding(code="engine_unavailable", message="Stable Diffusion cannot run.", hint=problem)
        return
    if model.is_xl:
        hint = "Name another base, or register a LoRA that was trained elsewhere."
        yield TrainingFinding(code="base_not_taught", message=NO_XL, hint=hint)
        return
    memory = _free_memory()
    if memory is not None and memory < 3 * model.size_bytes():
        hint = "Stop what else needs memory, or take a smaller resolution and batch."
        message = "The machine's free memory is less than three times the model."
        yield TrainingFinding(code="little_memory", message=message, hint=hint, fatal=False)


def _must(request: TrainRequest) -> Iterator[TrainingFinding]:
    if not any(not picture.held_out for picture in request.pictures):
        yield TrainingFinding(
            code="no_pictures", message="There is no picture to learn from.", hint="Add some to the album."
        )
    if Recipe.of(request).resolution % SIDE_MULTIPLE:
        message = f"The resolution must be a multiple of {SIDE_MULTIPLE}."
        yield TrainingFinding(code="resolution_multiple", message=message, hint="Take 512.")
    if _free_bytes(request.folder) < FREE_BYTES:
        yield TrainingFinding(code="disk_full", message="The disk has less than 1 GiB left.", hint="Make room on it.")


def _should(request: TrainRequest) -> Iterator[TrainingFinding]:
    learned = [picture for picture in request.pictures if not picture.held_out]
    if 0 < len(learned) < FEW:
        message = f"{len(learned)} pictures are few; what is learned may be these alone."
        yield TrainingFinding(code="few_pictures", message=message, hint="Take ten or more.", fatal=False)
    bare = sum(not picture.caption.strip() for picture in learned)
    if bare:
        message = f"{bare} of {len(learned)} pictures have no caption."
        hint = "Say in a few words what is on each; what the captions do not say is what is learned."
        yield TrainingFinding(code="captions_missing", message=message, hint=hint, fatal=False)
    resolution = Recipe.of(request).resolution
    small = sum(_shorter_side(picture.path) < resolution for picture in learned)
    if small:
        message = f"{small} of {len(learned)} pictures are smaller than {resolution} pixels and will be blurred."
        yield TrainingFinding(code="small_pictures", message=message, hint="Take a lower resolution.", fatal=False)


def _shorter_side(path: Path) -> int:
    try:
        with Image.open(path) as image:
            return min(image.size)
    except (OSError, ValueError, Image.DecompressionBombError):
        return 0


def _free_bytes(folder: Path) -> int:
    """What the disk has left on which ``folder`` is, or will be."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return shutil.disk_usage(folder).free


def _free_memory() -> int | None:
    try:
        return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return None
