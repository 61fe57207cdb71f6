"""The model in memory, and LoRAs in and out of it."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from diffusers import StableDiffusionPipeline, StableDiffusionXLPipeline
from transformers import CLIPTokenizer

from platemark.engines.base import AdapterUse, EngineError
from platemark.engines.diffusers import libraries
from platemark.engines.diffusers.clip_tokenizer import PADS, clip_tokenizer
from platemark.engines.diffusers.device_placement import precision, put_on, take_from_files
from platemark.engines.diffusers.model_files import Model
from platemark.engines.weights import BadWeights, classify_weights, read_header

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
    take_from_files(pipe.unet, pipe.vae, *text_encoders(pipe))
    _know_how_much_is_read(pipe)
    put_on(device, pipe)
    return Loaded(pipe, f"{model.name} sha256:{model.digest()}")


def text_encoders(pipe: Any) -> list[Any]:
    """What reads the prompt: one in Stable Diffusion 1 and 2, two in XL."""
    return [getattr(pipe, name) for name in ("text_encoder", "text_encoder_2") if hasattr(pipe, name)]


def _know_how_much_is_read(pipe: Any) -> None:
    """A tokenizer of vocabulary alone does not know how much the model reads."""
    longest = min(encoder.config.max_position_embeddings for encoder in text_encoders(pipe))
    for name in ("tokenizer", "tokenizer_2"):
        if hasattr(pipe, name):
            tokenizer = getattr(pipe, name)
            tokenizer.model_max_length = min(tokenizer.model_max_length, longest)


def _from_folder(model: Model, dtype: Any) -> Any:
    kind, options = _kind(model)
    return kind.from_pretrained(
        model.path, dtype=dtype, variant=model.variant, local_files_only=True, use_safetensors=True, **options
    )


def _from_file(model: Model, dtype: Any) -> Any:
    kind, options = _kind(model)
    names = ("tokenizer", "tokenizer_2") if model.is_xl else ("tokenizer",)
    tokenizers = {name: _tokenizer(model, name) for name in names}
    path, config = str(model.path), str(model.config)
    return kind.from_single_file(path, config=config, dtype=dtype, local_files_only=True, **tokenizers, **options)


def _kind(model: Model) -> tuple[Any, dict[str, Any]]:
    """The pipeline, and what it is not to add to pictures, or to take from them, by itself."""
    if model.is_xl:
        return StableDiffusionXLPipeline, {"add_watermarker": False}
    return StableDiffusionPipeline, {"safety_checker": None, "requires_safety_checker": False}


def _tokenizer(model: Model, name: str) -> Any:
    folder = model.tokenizer(name)
    if folder is None:
        return clip_tokenizer(PADS[name])
    return CLIPTokenizer.from_pretrained(str(folder), local_files_only=True)


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
        facts = classify_weights(read_header(use.path))
    except (BadWeights, OSError):
        raise _bad(use, "is no LoRA that can be read") from None
    width = loaded.pipe.unet.config.cross_attention_dim
    if facts.kind != "lora":
        raise _bad(use, "is no LoRA")
    if facts.text_width not in (None, width):
        raise _bad(use, f"was made for another family of models ({facts.text_width} wide, this one is {width})")


def _load(pipe: Any, use: AdapterUse, name: str) -> None:
    try:
        with tempfile.TemporaryDirectory() as folder:  # files in the blob store have no ending, and it looks for one
            link = Path(folder) / "lora.safetensors"
            link.symlink_to(use.path.resolve())
            with warnings.catch_warnings(action="ignore"):  # that there is one already: we load several on purpose
                pipe.load_lora_weights(folder, weight_name=link.name, adapter_name=name, local_files_only=True)
    except (ValueError, KeyError, RuntimeError, OSError) as error:
        raise _bad(use, "does not fit this model") from error
    parts = (pipe.unet, *text_encoders(pipe))
    loaded = sum(f".{name}." in weight for part in parts for weight, _ in part.named_parameters())
    if loaded < classify_weights(read_header(use.path)).pairs * 2:
        raise _bad(use, "has parts that this model has no place for")


def _bad(use: AdapterUse, what: str) -> EngineError:
    return EngineError("bad_adapter", f"The adapter {use.name} {what}.", hint="Leave it out, or take another.")
