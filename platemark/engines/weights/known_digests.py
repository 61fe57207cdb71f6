"""The digests of models that were read once: a checkpoint of several gigabytes takes seconds to read."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from platemark.engines.weights.digests import digest, loaded_files


class KnownDigests:
    """Digests of models by path, in a JSON file; one that changed since it was read, by size or time, is not known."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def get(self, model: Path) -> str | None:
        """The digest of the file or folder ``model``, if it is known."""
        entry = self._entries().get(os.path.realpath(model))
        if not isinstance(entry, dict) or entry.get("signature") != _signature(model):
            return None
        known = entry.get("digest")
        return known if isinstance(known, str) else None

    def find(self, model: Path) -> str:
        """The digest of ``model``, which is read unless it is known, and known from now on. OSError."""
        known = self.get(model)
        if known is None:
            signature, known = _signature(model), digest(model)
            if signature == _signature(model):
                self.remember(model, known)
        return known

    def remember(self, model: Path, known: str) -> None:
        """Keep the digest of ``model`` as it is now; without a file to keep it in, it is read again the next time."""
        with contextlib.suppress(OSError):
            self._write(os.path.realpath(model), {"signature": _signature(model), "digest": known})

    def _write(self, model: str, entry: dict[str, Any]) -> None:
        if self._entries().get(model) == entry:
            return
        text = json.dumps({**self._entries(), model: entry}, indent=1, sort_keys=True)
        with tempfile.NamedTemporaryFile("w", dir=self._file.parent, delete=False, encoding="ascii") as temporary:
            temporary.write(text)
        Path(temporary.name).replace(self._file)

    def _entries(self) -> dict[str, Any]:
        try:
            entries = json.loads(self._file.read_text("ascii"))
        except (OSError, ValueError):
            return {}
        return entries if isinstance(entries, dict) else {}


def _signature(model: Path) -> str | None:
    """What changes if the files of ``model`` do: their names, sizes and times; None if they cannot be found."""
    try:
        files = [model] if model.is_file() else loaded_files(model)
        facts = [(str(file.relative_to(model)), (stat := file.stat()).st_size, stat.st_mtime_ns) for file in files]
    except OSError:
        return None
    return hashlib.sha256(repr(facts).encode("utf-8", "surrogateescape")).hexdigest()
