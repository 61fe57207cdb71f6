"""The model's files: whether they are what the engine can load, and their digest. Needs no torch."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from platemark.engines.diffusers.digests import digest, loaded_files
from platemark.engines.weights.scan import INDEX, SUFFIX, scan_file, scan_model_folder

PLAIN, XL = "StableDiffusionPipeline", "StableDiffusionXLPipeline"
ONLY = f"this engine has {PLAIN} (Stable Diffusion 1 and 2) and {XL}."
XL_FAMILY = "Stable Diffusion XL"
CONFIGS = Path(__file__).with_name("configs")
SHIPPED = {"Stable Diffusion 1": CONFIGS / "sd1", XL_FAMILY: CONFIGS / "sdxl"}
"""What the models of a family are like; the words of their tokenizers come from elsewhere: see ``words``."""
DESCRIBE = "a single file must be Stable Diffusion 1 or XL, or have a folder NAME.config beside it."
HALVED = "fp16"
TOKENIZER = ("vocab.json", "merges.txt")


@dataclass(frozen=True, slots=True)
class Model:
    """A model at ``path``: a folder as diffusers saves it, or a single .safetensors file."""

    path: Path

    @property
    def name(self) -> str:
        """What it is called: as its folder or file."""
        return self.path.name.removesuffix(SUFFIX)

    def answers_to(self, base: str | None) -> bool:
        """Whether ``base`` means this model: None, its name, or its name and digest as pictures tell them."""
        return base is None or base.split(" sha256:")[0] == self.name

    def problem(self) -> str | None:
        """Why it cannot be loaded and what to do, with no path in it; None where it can, as far as headers tell."""
        if not self.path.exists():
            return "The model is not there; correct PLATEMARK_DIFFUSERS_MODEL."
        if self.path.is_dir():
            return self._folder_problem()
        found = scan_file(self.path)
        if found.problem or found.facts.kind != "checkpoint":
            return f"The model is no checkpoint that can be used. {found.problem or ''}".strip()
        return self._config_problem(found.facts.family)

    @property
    def is_xl(self) -> bool:
        """Whether it is a Stable Diffusion XL, by what describes it."""
        config = self.path if self.path.is_dir() else self.config
        return config is not None and _pipeline_of(config) == XL

    @property
    def variant(self) -> str | None:
        """For a folder: ``fp16`` where its network is there under that name alone, as those that halve it have it."""
        names = [file.name for file in (self.path / "unet").glob(f"*{SUFFIX}")]
        return HALVED if names and all(f".{HALVED}" in name for name in names) else None

    @property
    def config(self) -> Path | None:
        """For a single file: the folder that says what it is like, ``NAME.config`` beside it, or else that we ship."""
        if self._described:
            return self._own_config
        return SHIPPED.get(scan_file(self.path).facts.family or "")

    def tokenizer(self, name: str = "tokenizer") -> Path | None:
        """For a single file: the folder of that tokenizer, in its config or else beside it; None where there is none.

        What we have a config for needs none: its words are those of CLIP.
        """
        folders = (self._own_config / name, self.path.with_name(name))
        return next((folder for folder in folders if _is_tokenizer(folder)), None)

    @property
    def _own_config(self) -> Path:
        return self.path.with_name(f"{self.name}.config")

    @property
    def _described(self) -> bool:
        return (self._own_config / INDEX).is_file()

    def digest(self) -> str:
        """The SHA-256 of the file; for a folder that of the names and SHA-256 of the files in it that are loaded."""
        return digest(self.path)

    def size_bytes(self) -> int:
        """How large its weights are."""
        files = [self.path] if self.path.is_file() else loaded_files(self.path)
        return sum(file.stat().st_size for file in files)

    def _folder_problem(self) -> str | None:
        if not (self.path / INDEX).is_file():
            return f"The model's folder has no {INDEX}; name a folder as diffusers saves it, or one .safetensors file."
        found = scan_model_folder(self.path)
        if found.problem:
            return f"The model cannot be used. {found.problem}"
        if found.pipeline not in (PLAIN, XL):
            return f"The model is for {_word(found.pipeline)}; {ONLY}"
        return None

    def _config_problem(self, family: str | None) -> str | None:
        """What is wrong with that which says what a single file is like."""
        if not self._described:
            return None if family in SHIPPED else f"The model is {family or 'of another family'}: {DESCRIBE}"
        pipeline = _pipeline_of(self._own_config)
        if pipeline is None:
            return f"The {INDEX} in the model's folder NAME.config cannot be read."
        if pipeline not in (PLAIN, XL):
            return f"The model's folder NAME.config is for {_word(pipeline)}; {ONLY}"
        if family and (family == XL_FAMILY) != (pipeline == XL):
            return f"The model is {family}, and its folder NAME.config is for {pipeline}."
        for name in ("tokenizer", "tokenizer_2") if pipeline == XL else ("tokenizer",):
            if self.tokenizer(name) is None:
                return f"The model's folder NAME.config has no tokenizer: put its folder `{name}` into it."
        return None


def _pipeline_of(config: Path) -> object:
    """The pipeline that a model's index names; None where it cannot be read."""
    try:
        return json.loads((config / INDEX).read_text("utf-8"))["_class_name"]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _word(pipeline: object) -> str:
    """The name of a pipeline, as files tell it, if it is one."""
    word = str(pipeline)[:60]
    return word if word.isidentifier() else "another pipeline"


def _is_tokenizer(folder: Path) -> bool:
    return (folder / "tokenizer.json").is_file() or all((folder / name).is_file() for name in TOKENIZER)
