"""The model in memory, and LoRAs in and out of it."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from diffusers import StableDiffusionPipeline
from transformers import CLIPTokenizer

from platemark.engines.base import AdapterUse, EngineError
from platemark.engines.diffusers import libraries, words
from platemark.engines.diffusers.memory import precision, put_on, take_from_files
from platemark.engines.diffusers.model import Model
from platemark.engines.weights import BadWeights, facts_of, read_header

UNREADABLE = "The model's files cannot be read as the model that they say they are."


@dataclass(frozen=True, slots=True)
class Loaded:
    """A pipeline on its device, and the model's name and digest as pictures tell them."""

    pipe: Any
    model: str


def load(model: Model, device: str, dtype: Any = None) -> Loaded:
    """``model`` on ``device``; in half precision on a graphics card unless ``dtype`` says otherwise. EngineError."""
    libraries.be_quiet()
    chosen = dtype or precision(device)
    try:
        pipe = _from_folder(model, chosen) if model.path.is_dir() else _from_file(model, chosen)
    except (OSError, ValueError, KeyError, RuntimeError, TypeError) as error:
        raise EngineError("model_unreadable", f"{UNREADABLE} ({type(error).__name__})") from error
    pipe.set_progress_bar_config(disable=True)
    take_from_files(pipe.unet, pipe.vae, pipe.text_encoder)
    # A tokenizer of vocabulary alone does not know how much the model reads.
    longest = pipe.text_encoder.config.max_position_embeddings
    pipe.tokenizer.model_max_length = min(pipe.tokenizer.model_max_length, longest)
    put_on(device, pipe)
    return Loaded(pipe, f"{model.name} sha256:{model.digest()}")


def _from_folder(model: Model, dtype: Any) -> Any:
    return StableDiffusionPipeline.from_pretrained(
        model.path,
        dtype=dtype,
        local_files_only=True,
        use_safetensors=True,
        safety_checker=None,
        requires_safety_checker=False,
    )


def _from_file(model: Model, dtype: Any) -> Any:
    return StableDiffusionPipeline.from_single_file(
        str(model.path),
        config=str(model.config),
        tokenizer=_tokenizer(model),
        dtype=dtype,
        local_files_only=True,
        safety_checker=None,
        requires_safety_checker=False,
    )


def _tokenizer(model: Model) -> Any:
    if model.tokenizer is None:
        return words.clip_tokenizer()
    return CLIPTokenizer.from_pretrained(str(model.tokenizer), local_files_only=True)


@contextmanager
def with_adapters(loaded: Loaded, uses: Sequence[AdapterUse]) -> Iterator[None]:
    """The LoRAs at their weights during the block; the model is as before then. EngineError ``bad_adapter``."""
    wanted = [use for use in uses if use.weight]
    for use in wanted:
        _check(loaded, use)
    if not wanted:
        yield
        return
    try:
        for number, use in enumerate(wanted):
            _load(loaded.pipe, use, f"lora_{number}")
        # The last one loaded would else be the only one at work.
        loaded.pipe.set_adapters([f"lora_{number}" for number in range(len(wanted))], [use.weight for use in wanted])
        yield
    finally:
        loaded.pipe.unload_lora_weights()


def _check(loaded: Loaded, use: AdapterUse) -> None:
    """By the header, before anything is loaded: it is a LoRA, and was made for models as wide as this one."""
    try:
        facts = facts_of(read_header(use.path))
    except (BadWeights, OSError):
        raise _bad(use, "is no LoRA that can be read") from None
    width = loaded.pipe.unet.config.cross_attention_dim
    if facts.kind != "lora":
        raise _bad(use, "is no LoRA")
    if facts.words not in (None, width):
        raise _bad(use, f"was made for another family of models ({facts.words} wide, this one is {width})")


def _load(pipe: Any, use: AdapterUse, name: str) -> None:
    try:
        with tempfile.TemporaryDirectory() as folder:  # files in the blob store have no ending, and it looks for one
            link = Path(folder) / "lora.safetensors"
            link.symlink_to(use.path.resolve())
            with warnings.catch_warnings(action="ignore"):  # that there is one already: we load several on purpose
                pipe.load_lora_weights(folder, weight_name=link.name, adapter_name=name, local_files_only=True)
    except (ValueError, KeyError, RuntimeError, OSError) as error:
        raise _bad(use, "does not fit this model") from error
    loaded = sum(
        f".{name}." in weight for part in (pipe.unet, pipe.text_encoder) for weight, _ in part.named_parameters()
    )
    if loaded < facts_of(read_header(use.path)).pairs * 2:
        raise _bad(use, "has parts that this model has no place for")


def _bad(use: AdapterUse, what: str) -> EngineError:
    return EngineError("bad_adapter", f"The adapter {use.name} {what}.", hint="Leave it out, or take another.")
