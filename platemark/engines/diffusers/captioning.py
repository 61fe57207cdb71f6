"""What is to be seen in a picture, in one sentence, by a BLIP."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from PIL import Image, ImageOps
from transformers import BlipForConditionalGeneration, BlipProcessor, StoppingCriteria, StoppingCriteriaList

from platemark.engines.base import Cancelled, EngineError, ShouldCancel
from platemark.engines.diffusers import libraries
from platemark.engines.diffusers.captioner_files import CaptionerFiles
from platemark.engines.diffusers.device_placement import precision, put_on, take_from_files

LONGEST = 50
"""Tokens of a caption: one that does not end would else be said for ever."""
UNREADABLE = "The captioner's files cannot be read as the model that they say they are."


@dataclass(frozen=True, slots=True)
class LoadedCaptioner:
    """A model on its device, what prepares pictures for it and knows its words, and its name and digest."""

    network: Any
    processor: Any
    model: str


def load(files: CaptionerFiles, device: str) -> LoadedCaptioner:
    """The captioner on ``device``. EngineError, ``retryable`` as it is about no picture."""
    libraries.be_quiet()
    try:
        network, report = BlipForConditionalGeneration.from_pretrained(
            files.path, dtype=precision(device), local_files_only=True, use_safetensors=True, output_loading_info=True
        )
        # With Pillow whatever else is installed: the same picture, the same caption.
        processor = BlipProcessor.from_pretrained(files.path, local_files_only=True, backend="pil")
    except (OSError, ValueError, KeyError, RuntimeError, TypeError) as error:
        raise EngineError("model_unreadable", f"{UNREADABLE} ({type(error).__name__})", retryable=True) from error
    if report["missing_keys"] or report["mismatched_keys"]:  # those would be made up
        raise EngineError("model_unreadable", f"{UNREADABLE} (weights are missing)", retryable=True)
    network.eval()
    take_from_files(network)
    put_on(device, network, retryable=True)
    return LoadedCaptioner(network, processor, files.named())


def describe(captioner: LoadedCaptioner, path: Path, should_cancel: ShouldCancel) -> str:
    """The sentence, the likeliest word after the other. Cancelled between two words; EngineError about the picture."""
    network = captioner.network
    pixels = captioner.processor.image_processor(_opened(path), return_tensors="pt")["pixel_values"]
    asking = StoppingCriteriaList([_Asking(should_cancel)])
    try:
        with torch.no_grad():
            said = network.generate(
                pixels.to(network.device, network.dtype),
                max_new_tokens=LONGEST,
                do_sample=False,
                num_beams=1,
                stopping_criteria=asking,
            )
    except torch.OutOfMemoryError:
        hint = "Stop what else uses the graphics card."
        message = "The graphics card has too little memory."
        raise EngineError("out_of_memory", message, retryable=True, hint=hint) from None
    tokens = said[0][1:]  # the first only says that a caption begins
    text = captioner.processor.tokenizer.decode(tokens, skip_special_tokens=True, clean_up_tokenization_spaces=True)
    sentence = " ".join(text.split())
    if not sentence:
        raise EngineError("nothing_said", "The captioner finds no words for the picture.")
    return sentence


class _Asking(StoppingCriteria):  # type: ignore[misc]  # its package is an extra: there may be no types
    """Ends everything between two words when somebody asks for it."""

    def __init__(self, should_cancel: Callable[[], bool]) -> None:
        self._should_cancel = should_cancel

    def __call__(self, input_ids: Any, *_: Any, **__: Any) -> Any:
        """Never the reason to stop by itself: Cancelled, or go on."""
        if self._should_cancel():
            raise Cancelled
        return torch.zeros(input_ids.shape[0], dtype=torch.bool, device=input_ids.device)


def _opened(path: Path) -> Image.Image:
    """The picture upright, on white where it is transparent."""
    try:
        with Image.open(path) as opened:
            image = ImageOps.exif_transpose(opened)
            if not image.has_transparency_data:
                return image.convert("RGB")
            drawn = image.convert("RGBA")
            return Image.alpha_composite(Image.new("RGBA", drawn.size, "white"), drawn).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise EngineError("bad_picture", "The picture cannot be read.") from None
