"""The bytes that a model is: which files of it are loaded, and their digest."""

from __future__ import annotations

import hashlib
from pathlib import Path

from platemark.engines.weights.scan import SUFFIX

LOADED = (SUFFIX, ".json", ".txt")


def digest(path: Path) -> str:
    """The SHA-256 of a file; for a folder that of the names and SHA-256 of the files in it that are loaded."""
    if path.is_file():
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    lines = (f"{file.relative_to(path).as_posix()} {digest(file)}\n" for file in loaded_files(path))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def loaded_files(folder: Path) -> list[Path]:
    """The files in ``folder`` and below that are loaded: weights, and what says how to read them."""
    found = (file for file in sorted(folder.rglob("*")) if file.suffix in LOADED and not file.name.startswith("."))
    return [file for file in found if file.is_file()]
