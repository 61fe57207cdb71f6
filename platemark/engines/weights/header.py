"""The header of a safetensors file: the names, types and shapes of its tensors. No weight is read, nothing is run."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LARGEST_HEADER = 100_000_000
"""What the format allows."""
BITS = {
    "BOOL": 8, "U8": 8, "I8": 8, "F8_E4M3": 8, "F8_E5M2": 8, "U16": 16, "I16": 16, "F16": 16, "BF16": 16, "U32": 32,
    "I32": 32, "F32": 32, "U64": 64, "I64": 64, "F64": 64,
}  # fmt: skip


class BadWeights(Exception):
    """The file is no whole safetensors file; the message says why."""


@dataclass(frozen=True, slots=True)
class Tensor:
    """A tensor's type, as the format spells it, and its shape."""

    dtype: str
    shape: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """The tensors by name, and what the file's maker wrote beside them."""

    tensors: Mapping[str, Tensor]
    metadata: Mapping[str, str]


def read_header(path: Path) -> Header:
    """The header of ``path``, proven to describe exactly the bytes that are there; BadWeights, or OSError."""
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(8)
        length = int.from_bytes(start, "little")
        if len(start) < 8 or not 2 <= length <= min(LARGEST_HEADER, size - 8):
            raise BadWeights("It does not begin as a safetensors file does.")
        text = file.read(length)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise BadWeights("Its header is no JSON.") from None
    if not isinstance(found, dict):
        raise BadWeights("Its header is no JSON object.")
    metadata = found.pop("__metadata__", {})
    if not isinstance(metadata, dict) or not all(isinstance(value, str) for value in metadata.values()):
        raise BadWeights("Its metadata are no texts.")
    _check_places([_place(name, value) for name, value in found.items()], size - 8 - length)
    return Header({name: Tensor(it["dtype"], tuple(it["shape"])) for name, it in found.items()}, metadata)


def _place(name: str, value: Any) -> tuple[int, int]:
    """Where the tensor's bytes lie, as many as its type and shape need."""
    try:
        (begin, end), shape, bits = value["data_offsets"], value["shape"], BITS[value["dtype"]]
        whole = all(type(number) is int and number >= 0 for number in (begin, end, *shape))
        if whole and (end - begin) * 8 == math.prod(shape) * bits:
            return begin, end
    except (KeyError, TypeError, ValueError):
        pass
    raise BadWeights(f"Its tensor {name[:80]!r} is not described as it should be.")


def _check_places(places: list[tuple[int, int]], size: int) -> None:
    """Every byte belongs to one tensor."""
    reached = 0
    for begin, end in sorted(places):
        if begin != reached:
            raise BadWeights("Its tensors overlap, or leave gaps.")
        reached = end
    if reached != size:
        raise BadWeights("It is cut off, or has bytes of no tensor at its end.")
