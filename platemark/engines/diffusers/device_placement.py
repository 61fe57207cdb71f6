"""Weights in memory, and on the device that calculates with them."""

from __future__ import annotations

from typing import Any

import torch

from platemark.engines.base import EngineError


def take_from_files(*parts: Any) -> None:
    """Weights into memory of their own: at odd places of a mapped file they would add up in another order."""
    for part in parts:
        for weight in part.parameters():
            weight.data = weight.data.clone(memory_format=torch.contiguous_format)


def put_on(device: str, model: Any, *, retryable: bool = False) -> None:
    """The whole of ``model`` on ``device``; EngineError ``no_device`` where there is none."""
    try:
        model.to(device)
    except (RuntimeError, AssertionError, ValueError) as error:  # torch says each of them of a card that is not there
        message = f"The device {device} is not there."
        raise EngineError("no_device", message, retryable=retryable, hint="Set PLATEMARK_DEVICE.") from error


def precision(device: str) -> Any:
    """Of the numbers that a picture or its caption is calculated with: half of it on a graphics card."""
    return torch.float32 if device == "cpu" else torch.float16
