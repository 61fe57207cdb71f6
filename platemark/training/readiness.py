"""Whether something can be learned, and if not, what is missing and how to mend it."""

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

MOST_IMAGES = 5000
LEAST_FREE_BYTES = 256 * 1024 * 1024
MOST_FINDINGS = 100
CAPTIONS_HINT = "Write captions, or have them written by a job of the kind caption: they are the words it learns."
WORD = re.compile(r"[a-z][a-z0-9_]{0,63}")

log = logging.getLogger(__name__)


def resolve_parameters(parameters: Sequence[Parameter], given: Mapping[str, Value]) -> dict[str, Value]:
    """Every setting of an engine's training, defaults filled in.

    Raises Unprocessable ``training_parameters``, which names each that the engine has not, or that is out of bounds.
    """
    known = {parameter.name: parameter for parameter in parameters}
    findings = [_unknown(name, known) for name in given if name not in known]
    values: dict[str, Value] = {}
    for name, parameter in known.items():
        value = given.get(name, parameter.default)
        fitting = _fitting(parameter, value)
        if fitting is None:
            findings.append(Finding(f"/parameters/{name}", _wanted(parameter), "training_parameter_limit"))
        else:
            values[name] = fitting
    if findings:
        raise Unprocessable("training_parameters", "The engine does not take these settings.", findings[:MOST_FINDINGS])
    return values


def find_shortfalls(
    engine: Engine, trainer: Trainer, request: TrainRequest, data: Dataset, blobs: BlobStore
) -> list[TrainingFinding]:
    """What stands in the way, the fatal first: what any engine needs, then what this one says."""
    found = [*_of_pictures(data, blobs), *_of_disk(blobs), *_of_engine(engine)]
    if not any(shortfall.fatal for shortfall in found):
        found += _said_by(trainer, request)
    return sorted(found, key=lambda shortfall: not shortfall.fatal)[:MOST_FINDINGS]


def _unknown(name: str, known: Mapping[str, Parameter]) -> Finding:
    names = ", ".join(sorted(known)) or "none"
    return Finding(f"/parameters/{name}", f"There is no setting {name}; there are: {names}.", "unknown_parameter")


def _fitting(parameter: Parameter, value: Value) -> Value | None:
    """``value`` in the type of the parameter's default; None where it does not fit."""
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


def _wanted(parameter: Parameter) -> str:
    if isinstance(parameter.default, bool):
        return f"{parameter.name} must be yes or no."
    if isinstance(parameter.default, str):
        return f"{parameter.name} must be one of {', '.join(parameter.choices)}." if parameter.choices else (
            f"{parameter.name} must be a word."
        )  # fmt: skip
    kind = "a whole number" if isinstance(parameter.default, int) else "a number"
    least = "" if parameter.minimum is None else f" from {parameter.minimum:g}"
    most = "" if parameter.maximum is None else f" to {parameter.maximum:g}"
    return f"{parameter.name} must be {kind}{least}{most}."


def _of_pictures(data: Dataset, blobs: BlobStore) -> Iterator[TrainingFinding]:
    figures = data.view
    count = figures.image_count
    if count < MIN_TRAINING_IMAGES:
        message = f"There are {count} different pictures; training wants at least {MIN_TRAINING_IMAGES}."
        yield TrainingFinding("too_few_pictures", message, "Add pictures to the albums.")
    if count > MOST_IMAGES:
        message = f"There are {count} pictures; at most {MOST_IMAGES} are taken."
        yield TrainingFinding("too_many_pictures", message, "Train on fewer albums.")
    gone = data.missing(blobs)
    if gone:
        message = f"The bytes of {gone} pictures are not in the store."
        yield TrainingFinding("pictures_gone", message, "Restore them from a backup, or take these pictures out.")
    bare = count - figures.captioned_count
    if bare and count:
        message = f"{bare} of {count} pictures have neither caption nor tag nor prompt."
        yield TrainingFinding("captions_missing", message, CAPTIONS_HINT, fatal=bare == count)
    if data.small_count:
        message = f"{data.small_count} pictures are narrower than 64 pixels."
        yield TrainingFinding("pictures_small", message, "Larger pictures teach more.", fatal=False)
    if count >= MIN_TRAINING_IMAGES and not figures.held_out_count:
        yield TrainingFinding(
            "nothing_held_out", "No picture is held out to measure on.", "Hold out a fifth.", fatal=False
        )


def _of_disk(blobs: BlobStore) -> Iterator[TrainingFinding]:
    try:
        free = blobs.free_bytes()
    except PlatemarkError as error:
        yield TrainingFinding("disk_unusable", error.detail, "Look at the disk of the data folder.")
        return
    if free < LEAST_FREE_BYTES:
        message = f"The disk has {free // 1024**2} MiB left; checkpoints want at least {LEAST_FREE_BYTES // 1024**2}."
        yield TrainingFinding("disk_short", message, "Make room on the disk of the data folder.")


def _of_engine(engine: Engine) -> Iterator[TrainingFinding]:
    health = engine.health()
    if not health.ok:
        yield TrainingFinding("engine_unavailable", f"The engine {engine.name} cannot work now.", health.hint)


def _said_by(trainer: Trainer, request: TrainRequest) -> list[TrainingFinding]:
    try:
        return [_plain(shortfall) for shortfall in trainer.check(request)]
    except Exception:  # whatever a plug-in does, the check answers
        log.exception("an engine could not check what it is to learn")
        hint = "The server's log says why."
        return [TrainingFinding("check_failed", "The engine failed when it was asked.", hint)]


def _plain(said: TrainingFinding) -> TrainingFinding:
    """A plug-in's words as the contract spells words and lines."""
    code = said.code if WORD.fullmatch(said.code) else "engine_says"
    return replace(said, code=code, message=_line(said.message), hint=_line(said.hint))


def _line(text: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f]+", " ", text).strip()[:500]
