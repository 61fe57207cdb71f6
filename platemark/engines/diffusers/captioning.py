"""Caption a picture in one sentence with BLIP."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from PIL import Image
from transformers import BlipForConditionalGeneration, BlipProcessor, StoppingCriteria, StoppingCriteriaList

from platemark import pixels
from platemark.engines.base import Cancelled, EngineError, ShouldCancel
from platemark.engines.diffusers import libraries
from platemark.engines.diffusers.captioner_files import CaptionerFiles
from platemark.engines.diffusers.device_placement import copy_weights_to_memory, dtype_for, move_to_device

MAX_TOKENS = 50
"""Length limit of a caption; a model may never end one by itself."""
UNREADABLE = "The captioner's files cannot be read as the model that they claim to be."


@dataclass(frozen=True, slots=True)
class LoadedCaptioner:
    """A model on its device, its processor for pictures and tokens, and its name and digest."""

    network: Any
    processor: Any
    model: str


def load_captioner(files: CaptionerFiles, device: str) -> LoadedCaptioner:
    """Load the captioner on ``device``. Raises a ``retryable`` EngineError, because no picture is to blame."""
    libraries.silence()
    try:
        network, report = BlipForConditionalGeneration.from_pretrained(
            files.path, dtype=dtype_for(device), local_files_only=True, use_safetensors=True, output_loading_info=True
        )
        # Always with Pillow, whatever else is installed: the same picture must get the same caption.
        processor = BlipProcessor.from_pretrained(files.path, local_files_only=True, backend="pil")
    except (OSError, ValueError, KeyError, RuntimeError, TypeError) as error:
        raise EngineError("model_unreadable", f"{UNREADABLE} ({type(error).__name__})", retryable=True) from error
    if report["missing_keys"] or report["mismatched_keys"]:  # they would be initialised at random
        raise EngineError("model_unreadable", f"{UNREADABLE} (weights are missing)", retryable=True)
    network.eval()
    copy_weights_to_memory(network)
    move_to_device(device, network, retryable=True)
    return LoadedCaptioner(network, processor, files.identifier())


def caption_picture(captioner: LoadedCaptioner, path: Path, should_cancel: ShouldCancel) -> str:
    """Caption the picture by greedy decoding. Checks for cancellation between tokens; EngineError for a bad picture."""
    network = captioner.network
    inputs = captioner.processor.image_processor(_open_picture(path), return_tensors="pt")["pixel_values"]
    try:
        with torch.no_grad():
            output = network.generate(
                inputs.to(network.device, network.dtype),
                max_new_tokens=MAX_TOKENS,
                do_sample=False,
                num_beams=1,
                stopping_criteria=StoppingCriteriaList([_CancellationCheck(should_cancel)]),
            )
    except torch.OutOfMemoryError:
        hint = "Stop other programs that use the graphics card."
        message = "The graphics card has too little memory."
        raise EngineError("out_of_memory", message, retryable=True, hint=hint) from None
    tokens = output[0][1:]  # the first one only marks the beginning of a caption
    text = captioner.processor.tokenizer.decode(tokens, skip_special_tokens=True, clean_up_tokenization_spaces=True)
    sentence = " ".join(text.split())
    if not sentence:
        raise EngineError("nothing_said", "The captioner returned no words for the picture.")
    return sentence


class _CancellationCheck(StoppingCriteria):  # type: ignore[misc]  # its package is an extra: there may be no types
    """Raises Cancelled between two tokens once cancellation is requested; never ends the caption by itself."""

    def __init__(self, should_cancel: Callable[[], bool]) -> None:
        self._should_cancel = should_cancel

    def __call__(self, input_ids: Any, *_: Any, **__: Any) -> Any:
        """Return that no caption is finished, or raise Cancelled."""
        if self._should_cancel():
            raise Cancelled
        return torch.zeros(input_ids.shape[0], dtype=torch.bool, device=input_ids.device)


def _open_picture(path: Path) -> Image.Image:
    """The picture as people see it, on white where it is transparent."""
    try:
        return pixels.on_white(pixels.load_picture(path))
    except pixels.UnreadablePicture:
        raise EngineError("bad_picture", "The picture cannot be read.") from None
