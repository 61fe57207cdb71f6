"""Read the header of a safetensors file: names, types and shapes of its tensors. Reads no weights and runs no code."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

LARGEST_HEADER = 100_000_000
"""Maximum header size of the format, in bytes."""
BITS = {
    "BOOL": 8, "U8": 8, "I8": 8, "F8_E4M3": 8, "F8_E5M2": 8, "U16": 16, "I16": 16, "F16": 16, "BF16": 16, "U32": 32,
    "I32": 32, "F32": 32, "U64": 64, "I64": 64, "F64": 64,
}  # fmt: skip


class BadWeights(Exception):
    """The file is not a complete safetensors file; the message says why."""


@dataclass(frozen=True, slots=True)
class Tensor:
    """Type of a tensor, as the format spells it, and its shape."""

    dtype: str
    shape: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """The tensors by name, and the metadata stored with them."""

    tensors: Mapping[str, Tensor]
    metadata: Mapping[str, str]


def read_header(path: Path) -> Header:
    """Read the header of ``path`` and check that it describes exactly the bytes in the file.

    Raises BadWeights or OSError.
    """
    with path.open("rb") as file:
        return parse_header(file, path.stat().st_size)


def parse_header(file: IO[bytes], size: int) -> Header:
    """The header of an open file of ``size`` bytes, read from its beginning, as ``read_header`` does."""
    start = file.read(8)
    length = int.from_bytes(start, "little")
    if len(start) < 8 or not 2 <= length <= min(LARGEST_HEADER, size - 8):
        raise BadWeights("It does not begin as a safetensors file does.")
    text = file.read(length)
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError):
        raise BadWeights("Its header is not JSON.") from None
    if not isinstance(entries, dict):
        raise BadWeights("Its header is not a JSON object.")
    metadata = entries.pop("__metadata__", {})
    if not isinstance(metadata, dict) or not all(isinstance(value, str) for value in metadata.values()):
        raise BadWeights("Its metadata are not texts.")
    _check_ranges([_byte_range(name, entry) for name, entry in entries.items()], size - 8 - length)
    tensors = {name: Tensor(entry["dtype"], tuple(entry["shape"])) for name, entry in entries.items()}
    return Header(tensors, metadata)


def _byte_range(name: str, entry: Any) -> tuple[int, int]:
    """The first byte of a tensor and the byte after its last, checked against its type and shape."""
    try:
        (begin, end), shape, bits = entry["data_offsets"], entry["shape"], BITS[entry["dtype"]]
        whole = all(type(number) is int and number >= 0 for number in (begin, end, *shape))
        if whole and (end - begin) * 8 == math.prod(shape) * bits:
            return begin, end
    except (KeyError, TypeError, ValueError):
        pass
    raise BadWeights(f"Its tensor {name[:80]!r} is not described correctly.")


def _check_ranges(ranges: list[tuple[int, int]], size: int) -> None:
    """Check that every byte belongs to exactly one tensor."""
    reached = 0
    for begin, end in sorted(ranges):
        if begin != reached:
            raise BadWeights("Its tensors overlap or leave gaps.")
        reached = end
    if reached != size:
        raise BadWeights("It is truncated, or has bytes after its last tensor.")
