"""Load a Stable Diffusion pipeline into memory, and apply LoRAs to it."""

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
from platemark.engines.diffusers.clip_tokenizer import PADS, build_clip_tokenizer
from platemark.engines.diffusers.device_placement import copy_weights_to_memory, dtype_for, move_to_device
from platemark.engines.diffusers.model_files import ModelFiles
from platemark.engines.weights import BadWeights, classify_weights, read_header

UNREADABLE = "The model's files cannot be read as the model that they claim to be."


@dataclass(frozen=True, slots=True)
class LoadedPipeline:
    """A pipeline on its device, and the path, name and digest of its model."""

    pipe: Any
    path: Path
    name: str
    digest: str

    @property
    def model(self) -> str:
        """The model's name and digest as images record them."""
        return f"{self.name} sha256:{self.digest}"


def load_pipeline(model: ModelFiles, device: str, dtype: Any = None) -> LoadedPipeline:
    """Load ``model`` on ``device``, in the device's usual precision unless ``dtype`` is given. Raises EngineError."""
    libraries.silence()
    precision = dtype or dtype_for(device)
    try:
        pipe = _load_folder(model, precision) if model.path.is_dir() else _load_file(model, precision)
    except (OSError, ValueError, KeyError, RuntimeError, TypeError) as error:
        raise EngineError("model_unreadable", f"{UNREADABLE} ({type(error).__name__})") from error
    pipe.set_progress_bar_config(disable=True)
    copy_weights_to_memory(pipe.unet, pipe.vae, *text_encoders(pipe))
    _limit_token_counts(pipe)
    move_to_device(device, pipe)
    return LoadedPipeline(pipe, model.path, model.name, model.digest())


def text_encoders(pipe: Any) -> list[Any]:
    """The pipeline's text encoders: one in Stable Diffusion 1 and 2, two in XL."""
    return [getattr(pipe, name) for name in ("text_encoder", "text_encoder_2") if hasattr(pipe, name)]


@contextmanager
def apply_adapters(loaded: LoadedPipeline, uses: Sequence[AdapterUse]) -> Iterator[None]:
    """Apply the LoRAs at their weights within the block, and remove them afterwards. EngineError ``bad_adapter``."""
    effective = [use for use in uses if use.weight]
    for use in effective:
        _check_adapter(loaded, use)
    if not effective:
        yield
        return
    try:
        for number, use in enumerate(effective):
            _load_adapter(loaded.pipe, use, f"lora_{number}")
        # Otherwise only the last one loaded would be active.
        names = [f"lora_{number}" for number in range(len(effective))]
        loaded.pipe.set_adapters(names, [use.weight for use in effective])
        yield
    finally:
        loaded.pipe.unload_lora_weights()


def _limit_token_counts(pipe: Any) -> None:
    """Set each tokenizer's length limit; one loaded from vocabulary files alone does not know the model's limit."""
    longest = min(encoder.config.max_position_embeddings for encoder in text_encoders(pipe))
    for name in ("tokenizer", "tokenizer_2"):
        if hasattr(pipe, name):
            tokenizer = getattr(pipe, name)
            tokenizer.model_max_length = min(tokenizer.model_max_length, longest)


def _load_folder(model: ModelFiles, dtype: Any) -> Any:
    kind, options = _pipeline_class(model)
    return kind.from_pretrained(
        model.path, dtype=dtype, variant=model.variant, local_files_only=True, use_safetensors=True, **options
    )


def _load_file(model: ModelFiles, dtype: Any) -> Any:
    kind, options = _pipeline_class(model)
    names = ("tokenizer", "tokenizer_2") if model.is_xl else ("tokenizer",)
    tokenizers = {name: _load_tokenizer(model, name) for name in names}
    path, config = str(model.path), str(model.config)
    return kind.from_single_file(path, config=config, dtype=dtype, local_files_only=True, **tokenizers, **options)


def _pipeline_class(model: ModelFiles) -> tuple[Any, dict[str, Any]]:
    """The pipeline class, and options that turn off its watermark or safety checker."""
    if model.is_xl:
        return StableDiffusionXLPipeline, {"add_watermarker": False}
    return StableDiffusionPipeline, {"safety_checker": None, "requires_safety_checker": False}


def _load_tokenizer(model: ModelFiles, name: str) -> Any:
    folder = model.tokenizer(name)
    if folder is None:
        return build_clip_tokenizer(PADS[name])
    return CLIPTokenizer.from_pretrained(str(folder), local_files_only=True)


def _check_adapter(loaded: LoadedPipeline, use: AdapterUse) -> None:
    """Check by its header that the adapter is a LoRA for models of this text width, before anything is loaded."""
    try:
        facts = classify_weights(read_header(use.path))
    except (BadWeights, OSError):
        raise _bad_adapter(use, "is not a readable LoRA") from None
    width = loaded.pipe.unet.config.cross_attention_dim
    if facts.kind != "lora":
        raise _bad_adapter(use, "is not a LoRA")
    if facts.text_width not in (None, width):
        mismatch = f"text width {facts.text_width}, this model has {width}"
        raise _bad_adapter(use, f"was trained for another family of models ({mismatch})")


def _load_adapter(pipe: Any, use: AdapterUse, name: str) -> None:
    try:
        with tempfile.TemporaryDirectory() as folder:  # files in the blob store lack the suffix that it looks for
            link = Path(folder) / "lora.safetensors"
            link.symlink_to(use.path.resolve())
            with warnings.catch_warnings(action="ignore"):  # it warns of the second LoRA, which is loaded on purpose
                pipe.load_lora_weights(folder, weight_name=link.name, adapter_name=name, local_files_only=True)
    except (ValueError, KeyError, RuntimeError, OSError) as error:
        raise _bad_adapter(use, "does not fit this model") from error
    parts = (pipe.unet, *text_encoders(pipe))
    loaded = sum(f".{name}." in weight for part in parts for weight, _ in part.named_parameters())
    if loaded < classify_weights(read_header(use.path)).pairs * 2:
        raise _bad_adapter(use, "has layers that this model lacks")


def _bad_adapter(use: AdapterUse, problem: str) -> EngineError:
    return EngineError("bad_adapter", f"The adapter {use.name} {problem}.", hint="Leave it out, or choose another.")
