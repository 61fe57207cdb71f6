"""Find the checkpoints and LoRAs in a folder."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from platemark.engines.weights.classification import WeightsFacts, classify_weights
from platemark.engines.weights.descriptions import NOTHING, Description, Neighbours, describe
from platemark.engines.weights.header import BadWeights, read_header

SUFFIX = ".safetensors"
INDEX = "model_index.json"
PICKLES = (".ckpt", ".pt", ".pth", ".bin")
LINK_TO_FOLDER = "It is a link to a folder; only links to files are followed."
LINK_OUTSIDE = "It is a link to a file outside of the folder that is scanned."
BROKEN_LINK = "It is a link that leads nowhere."
PICKLE_PROBLEM = "It may run code when it is opened; only .safetensors files are opened."


@dataclass(frozen=True, slots=True)
class ScanResult:
    """A weights file, or the folder of a whole model. ``problem`` says why it cannot be used; None if it can.

    ``description`` is what a LoRA's header and the files beside it say.
    """

    path: Path
    facts: WeightsFacts
    size_bytes: int
    pipeline: str | None = None
    problem: str | None = None
    description: Description = NOTHING

    @property
    def name(self) -> str:
        """The name of the file or folder, without the suffix, its accents composed."""
        return name_of(self.path)


def name_of(path: Path) -> str:
    """The name of a weights file or model folder: without the suffix, its accents composed."""
    name = path.name[: -len(SUFFIX)] if path.suffix.lower() == SUFFIX else path.name
    return unicodedata.normalize("NFC", name)


def scan(folder: Path) -> Iterator[ScanResult]:
    """Scan ``folder`` and its subfolders in order of names. A model folder is one result.

    Links to files inside ``folder`` are followed; other links to weights or folders are results with a problem.
    """
    yield from _scan_folder(folder, Neighbours(folder, folder.resolve()), None)


def _scan_folder(folder: Path, neighbours: Neighbours, above: Neighbours | None) -> Iterator[ScanResult]:
    if (folder / INDEX).is_file():
        yield scan_model_folder(folder)
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield ScanResult(folder, WeightsFacts("other"), 0, problem=f"It cannot be read: {error.strerror}.")
        return
    for entry in entries:
        path = Path(entry.path)
        problem = _link_problem(path, neighbours.root) if entry.is_symlink() else None
        if problem is not None:
            yield ScanResult(path, WeightsFacts("other"), 0, problem=problem)
        elif entry.is_dir(follow_symlinks=False):
            yield from _scan_folder(path, Neighbours(path, neighbours.root), neighbours)
        elif entry.is_file() and _is_weights(path):
            yield scan_file(path, neighbours, above)


def _is_weights(path: Path) -> bool:
    return path.suffix.lower() in (SUFFIX, *PICKLES)


def _link_problem(path: Path, root: Path) -> str | None:
    """Why a link is not followed; None if it is, or if it does not concern weights."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return BROKEN_LINK if _is_weights(path) else None
    if target.is_dir():
        return LINK_TO_FOLDER
    return LINK_OUTSIDE if _is_weights(path) and not target.is_relative_to(root) else None


def scan_file(path: Path, neighbours: Neighbours | None = None, above: Neighbours | None = None) -> ScanResult:
    """Classify one file by its header, and describe a LoRA; ``above`` has the files of the folder above its own."""
    unknown, size = WeightsFacts("other"), 0
    try:
        size = path.stat().st_size
        if path.suffix.lower() in PICKLES:
            return ScanResult(path, unknown, size, problem=PICKLE_PROBLEM)
        header = read_header(path)
    except BadWeights as error:
        return ScanResult(path, unknown, size, problem=str(error))
    except OSError as error:
        return ScanResult(path, unknown, 0, problem=f"It cannot be read: {error.strerror}.")
    facts = classify_weights(header)
    if facts.kind != "lora":
        return ScanResult(path, facts, size)
    beside = neighbours or Neighbours(path.parent, path.parent.resolve())
    return ScanResult(path, facts, size, description=describe(path, header.metadata, beside, above))


def scan_model_folder(folder: Path) -> ScanResult:
    """Classify a model folder: its pipeline by the index, its family by the header of its network."""
    files = sorted(folder.rglob(f"*{SUFFIX}"))
    size = sum(file.stat().st_size for file in files)
    unknown = WeightsFacts("checkpoint")
    try:
        pipeline = json.loads((folder / INDEX).read_text("utf-8"))["_class_name"]
        networks = [file for file in files if file.parent.name in ("unet", "transformer")]
        if not networks:
            return ScanResult(folder, unknown, size, problem="Its network has no .safetensors file.")
        widths = [classify_weights(read_header(file)).text_width for file in networks]
    except (OSError, ValueError, KeyError, TypeError):
        return ScanResult(folder, unknown, size, problem=f"Its {INDEX} cannot be read.")
    except BadWeights as error:
        return ScanResult(folder, unknown, size, problem=str(error))
    facts = WeightsFacts("checkpoint", next((width for width in widths if width), None))
    return ScanResult(folder, facts, size, str(pipeline))
