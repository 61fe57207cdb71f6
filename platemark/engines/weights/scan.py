"""The checkpoints and LoRAs in a folder."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from platemark.engines.weights.facts import WeightsFacts, facts_of
from platemark.engines.weights.header import BadWeights, read_header

SUFFIX = ".safetensors"
INDEX = "model_index.json"
PICKLES = (".ckpt", ".pt", ".pth", ".bin")
OPENS = "It may run code when it is opened; only .safetensors files are."


@dataclass(frozen=True, slots=True)
class Found:
    """A file of weights, or the folder of a whole model. ``problem`` says why it cannot be used, and is else None."""

    path: Path
    facts: WeightsFacts
    size_bytes: int
    pipeline: str | None = None
    problem: str | None = None

    @property
    def name(self) -> str:
        """What to call it: that of its file or folder."""
        return self.path.name.removesuffix(SUFFIX)


def scan(folder: Path) -> Iterator[Found]:
    """What is in ``folder`` and below, in the order of names. A model's folder is one find; links are not followed."""
    if (folder / INDEX).is_file():
        yield model_folder(folder)
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Found(folder, WeightsFacts("other"), 0, problem=f"It cannot be read: {error.strerror}.")
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            yield from scan(path)
        elif entry.is_file(follow_symlinks=False) and path.suffix in (SUFFIX, *PICKLES):
            yield weights_file(path)


def weights_file(path: Path) -> Found:
    """What the file is, by its header alone."""
    try:
        size = path.stat().st_size
        if path.suffix in PICKLES:
            return Found(path, WeightsFacts("other"), size, problem=OPENS)
        return Found(path, facts_of(read_header(path)), size)
    except BadWeights as error:
        return Found(path, WeightsFacts("other"), size, problem=str(error))
    except OSError as error:
        return Found(path, WeightsFacts("other"), 0, problem=f"It cannot be read: {error.strerror}.")


def model_folder(folder: Path) -> Found:
    """What model the folder holds: its pipeline by the index, its family by the header of its largest network."""
    files = sorted(folder.rglob(f"*{SUFFIX}"))
    size = sum(file.stat().st_size for file in files)
    nothing = WeightsFacts("checkpoint")
    try:
        pipeline = json.loads((folder / INDEX).read_text("utf-8"))["_class_name"]
        networks = [file for file in files if file.parent.name in ("unet", "transformer")]
        if not networks:
            return Found(folder, nothing, size, problem="Its network has no .safetensors file.")
        words = [facts_of(read_header(file)).words for file in networks]
    except (OSError, ValueError, KeyError, TypeError):
        return Found(folder, nothing, size, problem=f"Its {INDEX} cannot be read.")
    except BadWeights as error:
        return Found(folder, nothing, size, problem=str(error))
    return Found(folder, WeightsFacts("checkpoint", next((it for it in words if it), None)), size, str(pipeline))
