"""The files of a model that describes pictures: whether they are what the engine can load. Needs no torch."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platemark.engines.diffusers.digests import digest
from platemark.engines.weights import BadWeights, read_header
from platemark.engines.weights.scan import SUFFIX
from platemark.settings import printable_name

KIND = "BlipForConditionalGeneration"
WORDS = ("tokenizer.json", "vocab.txt")
PICTURES = ("preprocessor_config.json", "processor_config.json")
NOT_NAMED = "No captioner is named; set PLATEMARK_DIFFUSERS_CAPTIONER."


@dataclass(frozen=True, slots=True)
class CaptionerFiles:
    """A BLIP for captions in the folder ``path``, as transformers saves it."""

    path: Path

    @property
    def is_there(self) -> bool:
        """Whether there is a folder; what is in it is told by ``problem``."""
        return self.path.is_dir()

    def problem(self) -> str | None:
        """Why it cannot be loaded and what to do, with no path in it; None where it can, as far as headers tell."""
        if not self.is_there:
            return "The captioner is not there; correct PLATEMARK_DIFFUSERS_CAPTIONER."
        kinds = self._kinds()
        if KIND not in kinds:
            return f"The captioner's folder holds no {KIND} as transformers saves it."
        for names in (WORDS, PICTURES):
            if not any((self.path / name).is_file() for name in names):
                return f"The captioner's folder has neither {' nor '.join(names)}."
        return self._weights_problem()

    def named(self) -> str:
        """Its name and digest, as captions tell them."""
        return f"{printable_name(self.path)} sha256:{digest(self.path)}"

    def _kinds(self) -> list[Any]:
        """What the folder says that it is."""
        try:
            config = json.loads((self.path / "config.json").read_text("utf-8"))
            return list(config["architectures"]) if config["model_type"] == "blip" else []
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return []

    def _weights_problem(self) -> str | None:
        files = sorted(self.path.glob(f"*{SUFFIX}"))
        if not files:
            return "The captioner's weights are in no .safetensors file; others may run code when they are opened."
        try:
            for file in files:
                read_header(file)
        except BadWeights as error:
            return f"The captioner cannot be used. {error}"
        except OSError as error:
            return f"The captioner cannot be read: {error.strerror}."
        return None
