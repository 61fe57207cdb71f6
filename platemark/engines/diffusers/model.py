"""The model's files: whether they are what the engine can load, and their digest. Needs no torch."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from platemark.engines.weights.scan import INDEX, SUFFIX, Found, model_folder, weights_file

PIPELINE = "StableDiffusionPipeline"
CONFIG = Path(__file__).with_name("configs") / "sd1"
"""What Stable Diffusion 1 is like; the words of its tokenizer are not in it."""
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
        return (_family_problem(found) if self.config == CONFIG else None) or self._tokenizer_problem()

    @property
    def config(self) -> Path:
        """For a single file: the folder that says what the model is like, ``NAME.config`` beside it, or else ours."""
        own = self.path.with_name(f"{self.name}.config")
        return own if (own / INDEX).is_file() else CONFIG

    @property
    def tokenizer(self) -> Path:
        """For a single file: the folder of its tokenizer, in its config or else beside it."""
        own = self.config / "tokenizer"
        return own if own.is_dir() else self.path.with_name("tokenizer")

    def digest(self) -> str:
        """The SHA-256 of the file; for a folder that of the names and SHA-256 of the files in it that are loaded."""
        if self.path.is_file():
            return _sha256(self.path)
        lines = (f"{file.relative_to(self.path).as_posix()} {_sha256(file)}\n" for file in self._files())
        return hashlib.sha256("".join(lines).encode()).hexdigest()

    def size_bytes(self) -> int:
        """How large its weights are."""
        files = [self.path] if self.path.is_file() else list(self._files())
        return sum(file.stat().st_size for file in files)

    def _files(self) -> Iterator[Path]:
        for file in sorted(self.path.rglob("*")):
            if file.is_file() and file.suffix in (SUFFIX, ".json", ".txt") and not file.name.startswith("."):
                yield file

    def _folder_problem(self) -> str | None:
        if not (self.path / INDEX).is_file():
            return f"The model's folder has no {INDEX}; name a folder as diffusers saves it, or one .safetensors file."
        found = model_folder(self.path)
        if found.problem:
            return f"The model cannot be used. {found.problem}"
        if found.pipeline != PIPELINE:
            return (
                f"The model is for {str(found.pipeline)[:60]}; this engine has {PIPELINE} (Stable Diffusion 1 and 2)."
            )
        return None

    def _tokenizer_problem(self) -> str | None:
        if (self.tokenizer / "tokenizer.json").is_file():
            return None
        if all((self.tokenizer / name).is_file() for name in TOKENIZER):
            return None
        return "The model is a single file: put the folder `tokenizer` of any Stable Diffusion 1 model beside it."


def _family_problem(found: Found) -> str | None:
    if found.facts.family == "Stable Diffusion 1":
        return None
    family = found.facts.family or "of another family"
    return f"The model is {family}: a single file must be Stable Diffusion 1, or have a folder NAME.config beside it."


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
