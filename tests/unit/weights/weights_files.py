"""Safetensors files written by hand: the length of the header, the header, zeros."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path


def lora(rank: int = 4, width: int = 768, metadata: Mapping[str, str] | None = None) -> bytes:
    """The bytes of a small LoRA for a model of this width."""
    layer = "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k"
    return weights({f"{layer}.lora_down.weight": (rank, width), f"{layer}.lora_up.weight": (320, rank)}, metadata)


def weights(shapes: Mapping[str, tuple[int, ...]], metadata: Mapping[str, str] | None = None) -> bytes:
    """The bytes of a weights file."""
    head, size = _head(shapes, metadata)
    return head + bytes(size)


def write_weights(path: Path, shapes: Mapping[str, tuple[int, ...]], metadata: Mapping[str, str] | None = None) -> None:
    """Write half-precision zeros as a sparse file, which needs little space on the disk."""
    head, size = _head(shapes, metadata)
    with path.open("wb") as file:
        file.write(head)
        file.truncate(len(head) + size)


def _head(shapes: Mapping[str, tuple[int, ...]], metadata: Mapping[str, str] | None) -> tuple[bytes, int]:
    """The bytes before the tensors, and how many the tensors have."""
    header: dict[str, object] = {"__metadata__": dict(metadata)} if metadata else {}
    place = 0
    for name, shape in shapes.items():
        end = place + 2 * math.prod(shape)
        header[name] = {"dtype": "F16", "shape": list(shape), "data_offsets": [place, end]}
        place = end
    text = json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text, place
