"""The files of a Stable Diffusion model: whether the engine can load them, and their digest. Does not need torch."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from platemark.engines.weights.digests import digest, loaded_files
from platemark.engines.weights.scan import INDEX, SUFFIX, scan_file, scan_model_folder

PLAIN, XL = "StableDiffusionPipeline", "StableDiffusionXLPipeline"
SUPPORTED = f"this engine supports {PLAIN} (Stable Diffusion 1 and 2) and {XL}."
XL_FAMILY = "Stable Diffusion XL"
CONFIGS = Path(__file__).with_name("configs")
SHIPPED = {"Stable Diffusion 1": CONFIGS / "sd1", XL_FAMILY: CONFIGS / "sdxl"}
"""Configurations by model family. Their tokenizers are not among them: see ``clip_tokenizer``."""
CONFIG_NEEDED = "a single file must be Stable Diffusion 1 or XL, or have a folder NAME.config beside it."
HALF_PRECISION = "fp16"
TOKENIZER_FILES = ("vocab.json", "merges.txt")


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A model at ``path``: a folder as saved by diffusers, or a single .safetensors file."""

    path: Path

    @property
    def name(self) -> str:
        """The name of the file or folder, without the suffix."""
        return self.path.name.removesuffix(SUFFIX)

    def matches(self, base: str | None) -> bool:
        """Whether ``base`` means this model: None, its name, or its name and digest as images record them."""
        return base is None or base.split(" sha256:")[0] == self.name

    def problem(self) -> str | None:
        """Why the model cannot be loaded and what to do, without paths; None if its headers show no problem."""
        if not self.path.exists():
            return "The model does not exist; correct PLATEMARK_DIFFUSERS_MODEL."
        if self.path.is_dir():
            return self._folder_problem()
        result = scan_file(self.path)
        if result.problem or result.facts.kind != "checkpoint":
            return f"The model is not a usable checkpoint. {result.problem or ''}".strip()
        return self._config_problem(result.facts.family)

    @property
    def family(self) -> str | None:
        """The model family by the header of its network; None if that does not identify one."""
        return (scan_model_folder if self.path.is_dir() else scan_file)(self.path).facts.family

    @property
    def is_xl(self) -> bool:
        """Whether the model is Stable Diffusion XL, according to its configuration."""
        config = self.path if self.path.is_dir() else self.config
        return config is not None and _pipeline_of(config) == XL

    @property
    def variant(self) -> str | None:
        """For a folder: ``fp16`` if its network exists only under that variant's file names, else None."""
        names = [file.name for file in (self.path / "unet").glob(f"*{SUFFIX}")]
        return HALF_PRECISION if names and all(f".{HALF_PRECISION}" in name for name in names) else None

    @property
    def config(self) -> Path | None:
        """For a single file: the folder of its configuration, ``NAME.config`` beside it, or else a shipped one."""
        if self._has_own_config:
            return self._own_config
        return SHIPPED.get(scan_file(self.path).facts.family or "")

    def tokenizer(self, name: str = "tokenizer") -> Path | None:
        """For a single file: the folder of that tokenizer, in its configuration or else beside it; None without one.

        A model with a shipped configuration needs none: CLIP's tokenizer is built for it.
        """
        folders = (self._own_config / name, self.path.with_name(name))
        return next((folder for folder in folders if _is_tokenizer(folder)), None)

    @property
    def _own_config(self) -> Path:
        return self.path.with_name(f"{self.name}.config")

    @property
    def _has_own_config(self) -> bool:
        return (self._own_config / INDEX).is_file()

    def digest(self) -> str:
        """The SHA-256 of the file; for a folder, that of the names and SHA-256 of its files that are loaded."""
        return digest(self.path)

    def size_bytes(self) -> int:
        """The size of the weights."""
        files = [self.path] if self.path.is_file() else loaded_files(self.path)
        return sum(file.stat().st_size for file in files)

    def _folder_problem(self) -> str | None:
        if not (self.path / INDEX).is_file():
            return f"The model's folder has no {INDEX}; name a folder as saved by diffusers, or one .safetensors file."
        result = scan_model_folder(self.path)
        if result.problem:
            return f"The model cannot be used. {result.problem}"
        if result.pipeline not in (PLAIN, XL):
            return f"The model is for {_printable_pipeline(result.pipeline)}; {SUPPORTED}"
        return None

    def _config_problem(self, family: str | None) -> str | None:
        """What is wrong with the configuration of a single file."""
        if not self._has_own_config:
            return None if family in SHIPPED else f"The model is {family or 'of another family'}: {CONFIG_NEEDED}"
        pipeline = _pipeline_of(self._own_config)
        if pipeline is None:
            return f"The {INDEX} in the model's folder NAME.config cannot be read."
        if pipeline not in (PLAIN, XL):
            return f"The model's folder NAME.config is for {_printable_pipeline(pipeline)}; {SUPPORTED}"
        if family and (family == XL_FAMILY) != (pipeline == XL):
            return f"The model is {family}, but its folder NAME.config is for {pipeline}."
        for name in ("tokenizer", "tokenizer_2") if pipeline == XL else ("tokenizer",):
            if self.tokenizer(name) is None:
                return f"The model's folder NAME.config has no tokenizer: put its folder `{name}` into it."
        return None


def _pipeline_of(config: Path) -> object:
    """The pipeline that a model's index names; None if the index cannot be read."""
    try:
        return json.loads((config / INDEX).read_text("utf-8"))["_class_name"]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _printable_pipeline(pipeline: object) -> str:
    """The name of a pipeline from a file, if it looks like a class name."""
    name = str(pipeline)[:60]
    return name if name.isidentifier() else "another pipeline"


def _is_tokenizer(folder: Path) -> bool:
    return (folder / "tokenizer.json").is_file() or all((folder / name).is_file() for name in TOKENIZER_FILES)
