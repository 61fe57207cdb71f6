"""The available models: the default, and those that jobs and training runs may name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from platemark.engines.base import EngineError
from platemark.engines.diffusers.model_files import ModelFiles
from platemark.engines.weights import scan
from platemark.settings import printable_name

MAX_NAMES = 10


@dataclass(frozen=True, slots=True)
class ModelCatalog:
    """The model ``default``, and the checkpoints in ``folder`` and its subfolders, by file or folder name."""

    default: ModelFiles
    folder: Path | None = None

    @property
    def can_train(self) -> bool:
        """Whether a LoRA may be trained for some model: a default other than XL, or one in the folder."""
        return self.folder is not None or not self.default.is_xl

    def find(self, base: str | None) -> ModelFiles:
        """The model that ``base`` names (None: the default); EngineError ``unknown_base`` if none or several match."""
        if self.default.matches(base):
            return self.default
        matches = [model for model in self._others() if model.matches(base)]
        if len(matches) > 1:
            raise EngineError("unknown_base", "Several models have that name.", hint="Rename all of them but one.")
        if not matches:
            names = list(dict.fromkeys(printable_name(model.path.with_name(model.name)) for model in self.all()))
            listed = ", ".join(names[:MAX_NAMES]) + (", …" if len(names) > MAX_NAMES else "")
            hint = f"Leave out the base, or name an available one: {listed}."[:500]
            raise EngineError("unknown_base", "This engine has no such model.", hint=hint)
        return matches[0]

    def all(self) -> Iterator[ModelFiles]:
        """All models, the default first; some in the folder may not be loadable."""
        yield self.default
        yield from self._others()

    def _others(self) -> Iterator[ModelFiles]:
        """The models in the folder, scanned on every call, so that new checkpoints need no restart."""
        for result in scan(self.folder) if self.folder else ():
            if result.facts.kind == "checkpoint" and result.problem is None and result.path != self.default.path:
                yield ModelFiles(result.path)
