"""Checkpoints of a training: one file each, that is there whole or not at all, and runs no code when it is read."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safetensors.torch import load_file, save_file

from platemark.engines.weights import BadWeights, read_header

KEPT = 2
PATTERN = "checkpoint-*.safetensors"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """All that the next step depends on: tensors by name, and facts (``step`` among them) as JSON."""

    tensors: dict[str, Any]
    facts: dict[str, Any]


def save(folder: Path, checkpoint: Checkpoint) -> None:
    """Put it into ``folder``, for good when this returns; older ones go, but for the one before."""
    write(folder / f"checkpoint-{checkpoint.facts['step']:08d}.safetensors", checkpoint.tensors, checkpoint.facts)
    for old in _newest_first(folder)[KEPT:]:
        old.unlink(missing_ok=True)


def newest(folder: Path, training: Any) -> Checkpoint | None:
    """The newest whole one whose fact ``training`` is ``training``; None where there is none."""
    for path in _newest_first(folder):
        try:
            facts = json.loads(read_header(path).metadata["platemark"])
        except (BadWeights, OSError, KeyError, ValueError):
            continue
        if facts["training"] == training:
            return Checkpoint(load_file(path), facts)
    return None


def write(path: Path, tensors: dict[str, Any], facts: dict[str, Any]) -> None:
    """The tensors and facts as a file: the same bytes for the same content, whole or not there."""
    temporary = path.with_name(f".{path.name}.tmp")
    # One entry of metadata: of several the format keeps no order, and the bytes would differ.
    save_file(tensors, temporary, metadata={"platemark": json.dumps(facts, sort_keys=True)})
    _flush(temporary)
    temporary.replace(path)
    _flush(path.parent)


def _newest_first(folder: Path) -> list[Path]:
    found: Iterable[Path] = folder.glob(PATTERN)
    return sorted(found, reverse=True)


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
