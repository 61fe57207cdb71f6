"""Classify a weights file by the names and shapes of its tensors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from platemark.engines.weights.header import Header, Tensor

Kind = Literal["checkpoint", "lora", "part", "other"]

FAMILIES = {768: "Stable Diffusion 1", 1024: "Stable Diffusion 2", 2048: "Stable Diffusion XL"}
"""Model families by the width of their text embeddings."""
UNET = "model.diffusion_model."
DOWN = re.compile(r"\.(lora_A|lora_down|lora\.down|lora_linear_layer\.down)(\.[A-Za-z0-9_]+)?\.weight$")
UP = re.compile(r"\.(lora_B|lora_up|lora\.up|lora_linear_layer\.up)(\.[A-Za-z0-9_]+)?\.weight$")
CROSS_ATTENTION_KEYS = re.compile(r"attn2[._]to_k(?=\.|_lora)")
PARTS = re.compile(r"^(unet|vae|text_encoder|text_model|encoder|decoder|down_blocks|mid_block|double_blocks)\b")


@dataclass(frozen=True, slots=True)
class WeightsFacts:
    """What a weights file contains.

    ``kind`` is ``checkpoint`` for a whole model, ``lora``, ``part`` for a component of a model, or ``other``.
    ``text_width`` is the width of the text embeddings that its cross-attention reads; None without cross-attention.
    ``rank`` is the rank of a LoRA, ``pairs`` the number of layers that the LoRA changes.
    """

    kind: Kind
    text_width: int | None = None
    rank: int | None = None
    pairs: int = 0

    @property
    def family(self) -> str | None:
        """The model family, or None if the text width does not identify one."""
        return None if self.text_width is None else FAMILIES.get(self.text_width)


def classify_weights(header: Header) -> WeightsFacts:
    """Classify the file with this header."""
    tensors = header.tensors
    downs = {name: tensor for name, tensor in tensors.items() if DOWN.search(name) and len(tensor.shape) >= 2}
    if downs and any(UP.search(name) for name in tensors):
        rank = max(tensor.shape[0] for tensor in downs.values())
        return WeightsFacts("lora", _text_width(downs.items()), rank, len(downs))
    if any(name.startswith(UNET) for name in tensors):
        unet = ((name, tensor) for name, tensor in tensors.items() if name.startswith(UNET))
        return WeightsFacts("checkpoint", _text_width(unet))
    if any(PARTS.match(name) for name in tensors):
        return WeightsFacts("part", _text_width(tensors.items()))
    return WeightsFacts("other")


def _text_width(tensors: Iterable[tuple[str, Tensor]]) -> int | None:
    widths = (
        tensor.shape[1] for name, tensor in tensors if CROSS_ATTENTION_KEYS.search(name) and len(tensor.shape) >= 2
    )
    return next(widths, None)
