"""What a file of weights is, by the names and shapes of its tensors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from platemark.engines.weights.header import Header, Tensor

Kind = Literal["checkpoint", "lora", "part", "other"]

FAMILIES = {768: "Stable Diffusion 1", 1024: "Stable Diffusion 2", 2048: "Stable Diffusion XL"}
"""By the width of the words that a model attends to."""
UNET = "model.diffusion_model."
DOWN = re.compile(r"\.(lora_A|lora_down|lora\.down|lora_linear_layer\.down)(\.[A-Za-z0-9_]+)?\.weight$")
UP = re.compile(r"\.(lora_B|lora_up|lora\.up|lora_linear_layer\.up)(\.[A-Za-z0-9_]+)?\.weight$")
ATTENDS_TO_WORDS = re.compile(r"attn2[._]to_k(?=\.|_lora)")
PARTS = re.compile(r"^(unet|vae|text_encoder|text_model|encoder|decoder|down_blocks|mid_block|double_blocks)\b")


@dataclass(frozen=True, slots=True)
class WeightsFacts:
    """``checkpoint``: a whole model; ``lora``; ``part``: a component of a model; ``other``: anything else.

    ``words`` is the width of the words that it attends to; None where nothing in it does. ``rank`` is that
    of a LoRA, ``pairs`` how many layers it changes.
    """

    kind: Kind
    words: int | None = None
    rank: int | None = None
    pairs: int = 0

    @property
    def family(self) -> str | None:
        """The models that it belongs with, where the width of its words tells."""
        return None if self.words is None else FAMILIES.get(self.words)


def facts_of(header: Header) -> WeightsFacts:
    """What the file is."""
    tensors = header.tensors
    downs = {name: tensor for name, tensor in tensors.items() if DOWN.search(name) and len(tensor.shape) >= 2}
    if downs and any(UP.search(name) for name in tensors):
        rank = max(tensor.shape[0] for tensor in downs.values())
        return WeightsFacts("lora", _words(downs.items()), rank, len(downs))
    if any(name.startswith(UNET) for name in tensors):
        unet = ((name, tensor) for name, tensor in tensors.items() if name.startswith(UNET))
        return WeightsFacts("checkpoint", _words(unet))
    if any(PARTS.match(name) for name in tensors):
        return WeightsFacts("part", _words(tensors.items()))
    return WeightsFacts("other")


def _words(tensors: Iterable[tuple[str, Tensor]]) -> int | None:
    found = (tensor.shape[1] for name, tensor in tensors if ATTENDS_TO_WORDS.search(name) and len(tensor.shape) >= 2)
    return next(found, None)
