"""The model's files: whether they are what the engine can load, and their digest. Needs no torch."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from platemark.engines.diffusers.digests import digest, loaded_files
from platemark.engines.weights.scan import INDEX, SUFFIX, Found, model_folder, weights_file

PIPELINE = "StableDiffusionPipeline"
ONLY = f"this engine has {PIPELINE} (Stable Diffusion 1 and 2)."
CONFIG = Path(__file__).with_name("configs") / "sd1"
"""What Stable Diffusion 1 is like; the words of its tokenizer come from elsewhere: see ``words``."""
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
        found = weights_file(self.path)
        if found.problem or found.facts.kind != "checkpoint":
            return f"The model is no checkpoint that can be used. {found.problem or ''}".strip()
        return _family_problem(found, described=self.config != CONFIG) or self._config_problem()

    @property
    def config(self) -> Path:
        """For a single file: the folder that says what the model is like, ``NAME.config`` beside it, or else ours."""
        own = self.path.with_name(f"{self.name}.config")
        return own if (own / INDEX).is_file() else CONFIG

    @property
    def tokenizer(self) -> Path | None:
        """For a single file: the folder of its tokenizer, in its config or else beside it; None where there is none.

        Stable Diffusion 1 needs none: its words are those of CLIP.
        """
        folders = (self.config / "tokenizer", self.path.with_name("tokenizer"))
        return next((folder for folder in folders if _is_tokenizer(folder)), None)

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
        found = model_folder(self.path)
        if found.problem:
            return f"The model cannot be used. {found.problem}"
        if found.pipeline != PIPELINE:
            return f"The model is for {_word(found.pipeline)}; {ONLY}"
        return None

    def _config_problem(self) -> str | None:
        """What is wrong with the folder beside a single file that says what it is like."""
        if self.config == CONFIG:
            return None
        try:
            pipeline = json.loads((self.config / INDEX).read_text("utf-8"))["_class_name"]
        except (OSError, ValueError, KeyError, TypeError):
            return f"The {INDEX} in the model's folder NAME.config cannot be read."
        if pipeline != PIPELINE:
            return f"The model's folder NAME.config is for {_word(pipeline)}; {ONLY}"
        if self.tokenizer is None:
            return "The model's folder NAME.config has no tokenizer: put its folder `tokenizer` into it."
        return None


def _word(pipeline: object) -> str:
    """The name of a pipeline, as files tell it, if it is one."""
    word = str(pipeline)[:60]
    return word if word.isidentifier() else "another pipeline"


def _is_tokenizer(folder: Path) -> bool:
    return (folder / "tokenizer.json").is_file() or all((folder / name).is_file() for name in TOKENIZER)


def _family_problem(found: Found, *, described: bool) -> str | None:
    """``described``: a folder says what the model is like, so that it need not be Stable Diffusion 1."""
    family = found.facts.family or "of another family"
    if family == "Stable Diffusion XL":
        return f"The model is {family}; {ONLY}"
    if described or family == "Stable Diffusion 1":
        return None
    return f"The model is {family}: a single file must be Stable Diffusion 1, or have a folder NAME.config beside it."
