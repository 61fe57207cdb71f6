"""The tags by which prompts of other studios name LoRAs: ``<lora:name>``, ``<lora:name:0.8>``."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

TAG = re.compile(r"<\s*(lora|lyco|hypernet)\s*:([^<>]*)>", re.IGNORECASE)
ENDING = ".safetensors"


@dataclass(frozen=True, slots=True)
class LoraTag:
    """A tag in a prompt: the name as written, and the weight; None without one, NaN if it cannot be kept.

    ``kind`` is ``lora`` (LyCORIS included) or ``hypernet``.
    """

    kind: str
    name: str
    weight: float | None

    @property
    def key(self) -> str:
        """The name as it is compared: without case and the ending of a file."""
        return key_of(self.name)


def key_of(name: str) -> str:
    """``name`` without case, and without the ending of a file."""
    lowered = name.strip().lower()
    return lowered.removesuffix(ENDING)


def find_tags(prompt: str) -> Iterator[LoraTag]:
    """The tags in ``prompt``, in their order."""
    for match in TAG.finditer(prompt):
        kind = match[1].lower()
        name, *rest = match[2].split(":")
        yield LoraTag("hypernet" if kind == "hypernet" else "lora", name.strip(), _weight(rest))


def remove_tags(prompt: str) -> str:
    """``prompt`` without its tags: the text that is drawn."""
    return TAG.sub("", prompt)


def _weight(arguments: list[str]) -> float | None:
    """One weight for the whole LoRA; NaN if there are two different ones, or one is no number."""
    given: set[float] = set()
    for argument in arguments:
        option, _, text = argument.rpartition("=")
        if option.strip().lower() not in ("", "te", "unet"):
            return math.nan
        try:
            given.add(float(text))
        except ValueError:
            return math.nan
    if len(given) > 1:
        return math.nan
    return next(iter(given), None)
