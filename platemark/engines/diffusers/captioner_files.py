"""The files of a captioning model: whether the engine can load them. Does not need torch."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platemark.engines.weights import BadWeights, read_header
from platemark.engines.weights.digests import digest
from platemark.engines.weights.scan import SUFFIX
from platemark.settings import printable_name

ARCHITECTURE = "BlipForConditionalGeneration"
TOKENIZER_FILES = ("tokenizer.json", "vocab.txt")
PREPROCESSOR_FILES = ("preprocessor_config.json", "processor_config.json")
NOT_CONFIGURED = "No captioner is configured; set PLATEMARK_DIFFUSERS_CAPTIONER."


@dataclass(frozen=True, slots=True)
class CaptionerFiles:
    """A BLIP captioning model in the folder ``path``, as saved by transformers."""

    path: Path

    @property
    def exists(self) -> bool:
        """Whether the folder exists; ``problem`` checks its content."""
        return self.path.is_dir()

    def problem(self) -> str | None:
        """Why the model cannot be loaded and what to do, without paths; None if its headers show no problem."""
        if not self.exists:
            return "The captioner does not exist; correct PLATEMARK_DIFFUSERS_CAPTIONER."
        if ARCHITECTURE not in self._architectures():
            return f"The captioner's folder holds no {ARCHITECTURE} as saved by transformers."
        for names in (TOKENIZER_FILES, PREPROCESSOR_FILES):
            if not any((self.path / name).is_file() for name in names):
                return f"The captioner's folder has neither {' nor '.join(names)}."
        return self._weights_problem()

    def identifier(self) -> str:
        """The model's name and digest, as captions record it."""
        return f"{printable_name(self.path)} sha256:{digest(self.path)}"

    def _architectures(self) -> list[Any]:
        """The architectures that the folder's config names."""
        try:
            config = json.loads((self.path / "config.json").read_text("utf-8"))
            return list(config["architectures"]) if config["model_type"] == "blip" else []
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return []

    def _weights_problem(self) -> str | None:
        files = sorted(self.path.glob(f"*{SUFFIX}"))
        if not files:
            return "The captioner has no .safetensors file; other weights may run code when they are opened."
        try:
            for file in files:
                read_header(file)
        except BadWeights as error:
            return f"The captioner cannot be used. {error}"
        except OSError as error:
            return f"The captioner cannot be read: {error.strerror}."
        return None
