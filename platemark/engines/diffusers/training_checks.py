"""Check whether LoRA training can start, and whether it is worth its time. Does not need torch."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from platemark.engines.base import EngineError, TrainingFinding, TrainRequest
from platemark.engines.diffusers.model_catalog import ModelCatalog
from platemark.engines.diffusers.training_parameters import TrainingParameters
from platemark.engines.picture_loading import picture_size

FEW_PICTURES = 5
NEEDED_BYTES = 1024**3
"""For checkpoints, samples and the adapter itself."""
SIDE_MULTIPLE = 8
XL_NOT_SUPPORTED = "Training LoRAs for Stable Diffusion XL is not supported."


def check_training(models: ModelCatalog, missing: str | None, request: TrainRequest) -> list[TrainingFinding]:
    """All findings, the fatal ones first; ``missing`` describes libraries that are not installed."""
    findings = [*_check_model(models, missing, request), *_requirements(request), *_advice(request)]
    return sorted(findings, key=lambda finding: not finding.fatal)


def _check_model(models: ModelCatalog, missing: str | None, request: TrainRequest) -> Iterator[TrainingFinding]:
    try:
        model = models.find(request.base)
    except EngineError as error:
        yield TrainingFinding(code=error.code, message=str(error), hint=error.hint)
        return
    problem = missing or model.problem()
    if problem:
        yield TrainingFinding(code="engine_unavailable", message="Stable Diffusion cannot run.", hint=problem)
        return
    if model.is_xl:
        hint = "Name another base, or register a LoRA that was trained elsewhere."
        yield TrainingFinding(code="base_not_taught", message=XL_NOT_SUPPORTED, hint=hint)
        return
    memory = _free_memory()
    if memory is not None and memory < 3 * model.size_bytes():
        hint = "Stop other programs that use memory, or lower the resolution and batch size."
        message = "The machine's free memory is less than three times the model's size."
        yield TrainingFinding(code="little_memory", message=message, hint=hint, fatal=False)


def _requirements(request: TrainRequest) -> Iterator[TrainingFinding]:
    if not any(not picture.held_out for picture in request.pictures):
        message = "There is no picture to train on."
        yield TrainingFinding(code="no_pictures", message=message, hint="Add pictures to the album.")
    if TrainingParameters.from_request(request).resolution % SIDE_MULTIPLE:
        message = f"The resolution must be a multiple of {SIDE_MULTIPLE}."
        yield TrainingFinding(code="resolution_multiple", message=message, hint="Use 512.")
    if _free_bytes(request.folder) < NEEDED_BYTES:
        message = "The disk has less than 1 GiB of free space."
        yield TrainingFinding(code="disk_full", message=message, hint="Free some space.")


def _advice(request: TrainRequest) -> Iterator[TrainingFinding]:
    trained = [picture for picture in request.pictures if not picture.held_out]
    if 0 < len(trained) < FEW_PICTURES:
        message = f"Only {len(trained)} pictures to train on; the LoRA may reproduce these alone."
        yield TrainingFinding(code="few_pictures", message=message, hint="Use ten or more.", fatal=False)
    without_caption = sum(not picture.caption.strip() for picture in trained)
    if without_caption:
        message = f"{without_caption} of {len(trained)} pictures have no caption."
        hint = "Describe each picture in a few words; the LoRA learns what the captions leave out."
        yield TrainingFinding(code="captions_missing", message=message, hint=hint, fatal=False)
    resolution = TrainingParameters.from_request(request).resolution
    small = sum(_shorter_side(picture.path) < resolution for picture in trained)
    if small:
        message = f"{small} of {len(trained)} pictures are smaller than {resolution} pixels and will be blurred."
        yield TrainingFinding(code="small_pictures", message=message, hint="Lower the resolution.", fatal=False)


def _shorter_side(path: Path) -> int:
    return min(picture_size(path) or (0, 0))


def _free_bytes(folder: Path) -> int:
    """Free space on the disk of ``folder``, which may not exist yet."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return shutil.disk_usage(folder).free


def _free_memory() -> int | None:
    try:
        return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return None
