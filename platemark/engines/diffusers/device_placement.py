"""Place a model's weights in memory and on the device that computes with them."""

from __future__ import annotations

from typing import Any

import torch

from platemark.engines.base import EngineError


def copy_weights_to_memory(*parts: Any) -> None:
    """Copy memory-mapped weights into aligned memory; unaligned weights are summed in another order."""
    for part in parts:
        for weight in part.parameters():
            weight.data = weight.data.clone(memory_format=torch.contiguous_format)


def move_to_device(device: str, model: Any, *, retryable: bool = False) -> None:
    """Move ``model`` to ``device``; EngineError ``no_device`` if the device does not exist."""
    try:
        model.to(device)
    except (RuntimeError, AssertionError, ValueError) as error:  # torch raises any of them for a missing device
        message = f"The device {device} is not available."
        raise EngineError("no_device", message, retryable=retryable, hint="Set PLATEMARK_DEVICE.") from error


def dtype_for(device: str) -> Any:
    """The precision for images and captions: half precision on a graphics card, full precision on the CPU."""
    return torch.float32 if device == "cpu" else torch.float16
