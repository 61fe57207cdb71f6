"""Find the checkpoints and LoRAs in a folder."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from platemark.engines.weights.classification import WeightsFacts, classify_weights
from platemark.engines.weights.header import BadWeights, read_header

SUFFIX = ".safetensors"
INDEX = "model_index.json"
PICKLES = (".ckpt", ".pt", ".pth", ".bin")
PICKLE_PROBLEM = "It may run code when it is opened; only .safetensors files are opened."


@dataclass(frozen=True, slots=True)
class ScanResult:
    """A weights file, or the folder of a whole model. ``problem`` says why it cannot be used; None if it can."""

    path: Path
    facts: WeightsFacts
    size_bytes: int
    pipeline: str | None = None
    problem: str | None = None

    @property
    def name(self) -> str:
        """The name of the file or folder, without the suffix."""
        return self.path.name.removesuffix(SUFFIX)


def scan(folder: Path) -> Iterator[ScanResult]:
    """Scan ``folder`` and its subfolders in order of names. A model folder is one result; links are not followed."""
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
        if entry.is_dir(follow_symlinks=False):
            yield from scan(path)
        elif entry.is_file(follow_symlinks=False) and path.suffix in (SUFFIX, *PICKLES):
            yield scan_file(path)


def scan_file(path: Path) -> ScanResult:
    """Classify one file by its header."""
    try:
        size = path.stat().st_size
        if path.suffix in PICKLES:
            return ScanResult(path, WeightsFacts("other"), size, problem=PICKLE_PROBLEM)
        return ScanResult(path, classify_weights(read_header(path)), size)
    except BadWeights as error:
        return ScanResult(path, WeightsFacts("other"), size, problem=str(error))
    except OSError as error:
        return ScanResult(path, WeightsFacts("other"), 0, problem=f"It cannot be read: {error.strerror}.")


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
