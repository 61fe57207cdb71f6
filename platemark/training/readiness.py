"""Checks whether a training run can start: what is missing, and how to fix it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from platemark.albums.service import MIN_TRAINING_IMAGES
from platemark.engines.base import Engine, Parameter, Trainer, TrainingFinding, TrainRequest
from platemark.errors import Finding, PlatemarkError, Unprocessable
from platemark.storage.blobs import BlobStore
from platemark.training.dataset import Dataset
from platemark.training.views import Value

MAX_IMAGES = 5000
MIN_FREE_BYTES = 256 * 1024 * 1024
MAX_FINDINGS = 100
CAPTIONS_HINT = "Write captions, or let a caption job write them; the captions are the words that are learned."
CODE = re.compile(r"[a-z][a-z0-9_]{0,63}")

log = logging.getLogger(__name__)


def resolve_parameters(parameters: Sequence[Parameter], given: Mapping[str, Value]) -> dict[str, Value]:
    """Every training parameter of an engine, with defaults filled in.

    Raises Unprocessable ``training_parameters`` with a finding for each unknown parameter or invalid value.
    """
    known = {parameter.name: parameter for parameter in parameters}
    findings = [_unknown(name, known) for name in given if name not in known]
    values: dict[str, Value] = {}
    for name, parameter in known.items():
        value = given.get(name, parameter.default)
        converted = _convert(parameter, value)
        if converted is None:
            findings.append(Finding(f"/parameters/{name}", _expectation(parameter), "training_parameter_limit"))
        else:
            values[name] = converted
    if findings:
        raise Unprocessable(
            "training_parameters", "The engine does not accept these parameters.", findings[:MAX_FINDINGS]
        )
    return values


def find_shortfalls(
    engine: Engine, trainer: Trainer, request: TrainRequest, dataset: Dataset, blobs: BlobStore
) -> list[TrainingFinding]:
    """Everything that is missing, fatal findings first: what every engine needs, then what this engine checks."""
    findings = [*_check_images(dataset, blobs), *_check_disk(blobs), *_check_health(engine)]
    if not any(finding.fatal for finding in findings):
        findings += _ask_engine(trainer, request)
    return sorted(findings, key=lambda finding: not finding.fatal)[:MAX_FINDINGS]


def _unknown(name: str, known: Mapping[str, Parameter]) -> Finding:
    names = ", ".join(sorted(known)) or "none"
    return Finding(
        f"/parameters/{name}", f"There is no parameter {name}; the engine has: {names}.", "unknown_parameter"
    )


def _convert(parameter: Parameter, value: Value) -> Value | None:
    """``value`` in the type of the parameter's default; None if it is invalid."""
    default = parameter.default
    if isinstance(default, bool) or isinstance(value, bool):
        return value if isinstance(default, bool) and isinstance(value, bool) else None
    if isinstance(default, str) or isinstance(value, str):
        both = isinstance(default, str) and isinstance(value, str)
        return value if both and (not parameter.choices or value in parameter.choices) else None
    if isinstance(default, int) and value != int(value):
        return None
    above = parameter.minimum is None or value >= parameter.minimum
    below = parameter.maximum is None or value <= parameter.maximum
    return type(default)(value) if above and below else None


def _expectation(parameter: Parameter) -> str:
    if isinstance(parameter.default, bool):
        return f"{parameter.name} must be true or false."
    if isinstance(parameter.default, str):
        return f"{parameter.name} must be one of {', '.join(parameter.choices)}." if parameter.choices else (
            f"{parameter.name} must be a text."
        )  # fmt: skip
    kind = "a whole number" if isinstance(parameter.default, int) else "a number"
    minimum = "" if parameter.minimum is None else f" from {parameter.minimum:g}"
    maximum = "" if parameter.maximum is None else f" to {parameter.maximum:g}"
    return f"{parameter.name} must be {kind}{minimum}{maximum}."


def _check_images(dataset: Dataset, blobs: BlobStore) -> Iterator[TrainingFinding]:
    figures = dataset.view
    count = figures.image_count
    if count < MIN_TRAINING_IMAGES:
        message = f"There are {count} different images; training needs at least {MIN_TRAINING_IMAGES}."
        yield TrainingFinding("too_few_pictures", message, "Add images to the albums.")
    if count > MAX_IMAGES:
        message = f"There are {count} images; training takes at most {MAX_IMAGES}."
        yield TrainingFinding("too_many_pictures", message, "Train on fewer albums.")
    missing = dataset.count_missing(blobs)
    if missing:
        message = f"The bytes of {missing} images are missing from the store."
        yield TrainingFinding("pictures_gone", message, "Restore them from a backup, or remove these images.")
    uncaptioned = count - figures.captioned_count
    if uncaptioned and count:
        message = f"{uncaptioned} of {count} images have no caption, tag or prompt."
        yield TrainingFinding("captions_missing", message, CAPTIONS_HINT, fatal=uncaptioned == count)
    if dataset.small_count:
        message = f"{dataset.small_count} images have a side below 64 pixels."
        yield TrainingFinding("pictures_small", message, "Larger images train better.", fatal=False)
    if count >= MIN_TRAINING_IMAGES and not figures.held_out_count:
        message = "No image is held out to measure on."
        yield TrainingFinding("nothing_held_out", message, "Hold out a fifth of the images.", fatal=False)


def _check_disk(blobs: BlobStore) -> Iterator[TrainingFinding]:
    try:
        free = blobs.free_bytes()
    except PlatemarkError as error:
        yield TrainingFinding("disk_unusable", error.detail, "Check the disk of the data folder.")
        return
    if free < MIN_FREE_BYTES:
        message = f"The disk has {free // 1024**2} MiB free; checkpoints need at least {MIN_FREE_BYTES // 1024**2}."
        yield TrainingFinding("disk_short", message, "Free some space on the disk of the data folder.")


def _check_health(engine: Engine) -> Iterator[TrainingFinding]:
    health = engine.health()
    if not health.ok:
        yield TrainingFinding("engine_unavailable", f"The engine {engine.name} is unavailable.", health.hint)


def _ask_engine(trainer: Trainer, request: TrainRequest) -> list[TrainingFinding]:
    try:
        return [_sanitize(finding) for finding in trainer.check(request)]
    except Exception:  # whatever a plug-in raises, the check has to answer
        log.exception("The engine failed to check a training request")
        return [TrainingFinding("check_failed", "The engine failed to check the request.", "See the server's log.")]


def _sanitize(finding: TrainingFinding) -> TrainingFinding:
    """A plug-in's finding with a code and single lines as the contract requires."""
    code = finding.code if CODE.fullmatch(finding.code) else "engine_says"
    return replace(finding, code=code, message=_single_line(finding.message), hint=_single_line(finding.hint))


def _single_line(text: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f]+", " ", text).strip()[:500]
