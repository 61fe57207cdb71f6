"""The models that are at hand: the one that pictures are drawn with, and those that a training may name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from platemark.engines.base import EngineError
from platemark.engines.diffusers.model_files import Model
from platemark.engines.weights import scan
from platemark.settings import printable_name

NAMED_AT_MOST = 10


@dataclass(frozen=True, slots=True)
class Models:
    """The model at ``default``, and the checkpoints in ``folder`` and below, by the names that a scan gives them."""

    default: Model
    folder: Path | None = None

    @property
    def can_be_taught(self) -> bool:
        """Whether there may be one to train a LoRA for: the default, unless it is an XL, or one in the folder."""
        return self.folder is not None or not self.default.is_xl

    def find(self, base: str | None) -> Model:
        """The model that ``base`` names (None: the default); EngineError ``unknown_base`` where none or several do."""
        if self.default.answers_to(base):
            return self.default
        found = [model for model in self._others() if model.answers_to(base)]
        if len(found) > 1:
            raise EngineError("unknown_base", "Several models are called that.", hint="Rename all of them but one.")
        if not found:
            names = list(dict.fromkeys(printable_name(model.path.with_name(model.name)) for model in self.all()))
            there = ", ".join(names[:NAMED_AT_MOST]) + (", …" if len(names) > NAMED_AT_MOST else "")
            hint = f"Leave out the base, or name one that is there: {there}."[:500]
            raise EngineError("unknown_base", "This engine has no such model.", hint=hint)
        return found[0]

    def all(self) -> Iterator[Model]:
        """The default first; what else lies in the folder need not be one that can be loaded."""
        yield self.default
        yield from self._others()

    def _others(self) -> Iterator[Model]:
        """Read anew each time: whoever puts a checkpoint there need not start anything anew."""
        for found in scan(self.folder) if self.folder else ():
            if found.facts.kind == "checkpoint" and found.problem is None and found.path != self.default.path:
                yield Model(found.path)
