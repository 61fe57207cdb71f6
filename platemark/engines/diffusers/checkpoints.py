"""Training checkpoints: one file each, written atomically, and read without running code."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safetensors.torch import load_file, save_file

from platemark.engines.weights import BadWeights, read_header

RETAINED = 2
PATTERN = "checkpoint-*.safetensors"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Everything that the next step depends on: tensors by name, and facts (``step`` among them) as JSON."""

    tensors: dict[str, Any]
    facts: dict[str, Any]


def save_checkpoint(folder: Path, checkpoint: Checkpoint) -> None:
    """Write a checkpoint to ``folder``; it is durable on return. Deletes older ones, except the previous one."""
    write_tensors(
        folder / f"checkpoint-{checkpoint.facts['step']:08d}.safetensors", checkpoint.tensors, checkpoint.facts
    )
    for old in _newest_first(folder)[RETAINED:]:
        old.unlink(missing_ok=True)


def load_newest(folder: Path, training: Any) -> Checkpoint | None:
    """The newest complete checkpoint whose fact ``training`` equals ``training``; None if there is none."""
    for path in _newest_first(folder):
        try:
            facts = json.loads(read_header(path).metadata["platemark"])
        except (BadWeights, OSError, KeyError, ValueError):
            continue
        if facts["training"] == training:
            return Checkpoint(load_file(path), facts)
    return None


def write_tensors(path: Path, tensors: dict[str, Any], facts: dict[str, Any]) -> None:
    """Write tensors and facts atomically; the same content gives the same bytes."""
    temporary = path.with_name(f".{path.name}.tmp")
    # Only one metadata entry: the format keeps no order among several, so the bytes would differ.
    save_file(tensors, temporary, metadata={"platemark": json.dumps(facts, sort_keys=True)})
    _fsync(temporary)
    temporary.replace(path)
    _fsync(path.parent)


def _newest_first(folder: Path) -> list[Path]:
    paths: Iterable[Path] = folder.glob(PATTERN)
    return sorted(paths, reverse=True)


def _fsync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
