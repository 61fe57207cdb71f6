"""The digest of a model: the SHA-256 of its file, or of the files in its folder that are loaded."""

from __future__ import annotations

import hashlib
from pathlib import Path

from platemark.engines.weights.scan import SUFFIX

LOADED_SUFFIXES = (SUFFIX, ".json", ".txt")


def digest(path: Path) -> str:
    """The SHA-256 of a file; for a folder, that of the names and SHA-256 of its files that are loaded."""
    if path.is_file():
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    lines = (f"{file.relative_to(path).as_posix()} {digest(file)}\n" for file in loaded_files(path))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def loaded_files(folder: Path) -> list[Path]:
    """The files in ``folder`` and its subfolders that are loaded: weights and their configuration."""
    files = (
        file for file in sorted(folder.rglob("*")) if file.suffix in LOADED_SUFFIXES and not file.name.startswith(".")
    )
    return [file for file in files if file.is_file()]
