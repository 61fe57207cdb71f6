"""The style plate, which is the result of training, and its file format.

The file consists of a magic line, the length of the header, the header (JSON), and the arrays one after the other. It
contains no code, every size follows from the header, and a file with missing or extra bytes is refused.
"""

from __future__ import annotations

import json
import math
import os
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from platemark.engines.base import EngineError
from platemark_press.style_plates import network
from platemark_press.style_plates.arrays import Array
from platemark_press.style_plates.caption_words import MAX_WORD_LENGTH, MAX_WORDS
from platemark_press.style_plates.network import Network
from platemark_press.style_plates.parameters import MAX_PATCHES
from platemark_press.style_plates.patches import AXES, STRIDES, VALUES, PatchBook, PatchProjection

VERSION = 1
MAGIC_LINE = b"platemark style plate\n"
TONES = 65
MAX_HEADER = 1024 * 1024
MAX_FILE = 16 * 1024 * 1024
LARGEST_NUMBER = 1e4

_LENGTH = struct.Struct("<I")
_Layout = list[tuple[str, np.dtype[Any], tuple[int, ...]]]


@dataclass(frozen=True)
class StylePlate:
    """What was learned from an album: its colours, light and surfaces.

    ``tones`` are TONES quantiles of the album's lightness, 0 … 1. ``books`` are by size, a key of STRIDES; during
    training some may be missing.
    """

    network: Network
    tones: Array
    books: dict[int, PatchBook]

    def to_bytes(self) -> bytes:
        """Encode the plate as a file; the same plate gives the same bytes."""
        levels = [{"size": size, "patches": len(book.patches)} for size, book in sorted(self.books.items())]
        header = json.dumps(
            {"version": VERSION, "words": list(self.network.words), "levels": levels}, ensure_ascii=False
        ).encode()
        arrays = self._arrays()
        body = [
            np.ascontiguousarray(arrays[name], dtype).tobytes()
            for name, dtype, _ in _layout(len(self.network.words), levels)
        ]
        return b"".join((MAGIC_LINE, _LENGTH.pack(len(header)), header, *body))

    def save(self, path: Path) -> None:
        """Write the file atomically and durably."""
        unfinished = path.with_name(f".{path.name}.unfinished")
        with unfinished.open("wb") as file:
            file.write(self.to_bytes())
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(path)

    @classmethod
    def load(cls, path: Path) -> StylePlate:
        """Read an untrusted file. Raises EngineError ``adapter_unreadable`` if it is not a complete style plate."""
        try:
            with path.open("rb") as file:
                return cls._read(file, path.stat().st_size)
        except OSError as error:
            raise _unreadable("The style plate's file cannot be read.") from error

    @classmethod
    def _read(cls, file: BinaryIO, size: int) -> StylePlate:
        words, levels = _read_header(file)
        layout = _layout(len(words), levels)
        expected = file.tell() + sum(dtype.itemsize * math.prod(shape) for _, dtype, shape in layout)
        if size != expected or size > MAX_FILE:
            raise _unreadable(f"The style plate has {size} bytes, but its header promises {expected}.")
        arrays = {name: _read_array(file, dtype, shape) for name, dtype, shape in layout}
        colour_network = Network(words, {name: arrays[f"network/{name}"] for name in network.weight_shapes(len(words))})
        books = {
            level["size"]: PatchBook(
                PatchProjection(arrays[f"{level['size']}/mean"], arrays[f"{level['size']}/axes"]),
                arrays[f"{level['size']}/patches"],
            )
            for level in levels
        }
        return cls(colour_network, arrays["tones"], books)

    def _arrays(self) -> dict[str, npt.NDArray[Any]]:
        named: dict[str, npt.NDArray[Any]] = {f"network/{name}": w for name, w in self.network.weights.items()}
        named["tones"] = self.tones
        for size, book in self.books.items():
            named |= {
                f"{size}/mean": book.projection.mean,
                f"{size}/axes": book.projection.axes,
                f"{size}/patches": book.patches,
            }
        return named


def _layout(words: int, levels: list[dict[str, int]]) -> _Layout:
    """The arrays of the file, in order. Their shapes follow from the vocabulary size and the levels."""
    floats, octets = np.dtype("<f4"), np.dtype("u1")
    layout: _Layout = [(f"network/{name}", floats, shape) for name, shape in network.weight_shapes(words).items()]
    layout.append(("tones", floats, (TONES,)))
    for level in levels:
        size = level["size"]
        layout.append((f"{size}/mean", floats, (VALUES,)))
        layout.append((f"{size}/axes", floats, (VALUES, AXES)))
        layout.append((f"{size}/patches", octets, (level["patches"], VALUES)))
    return layout


def _read_header(file: BinaryIO) -> tuple[tuple[str, ...], list[dict[str, int]]]:
    if file.read(len(MAGIC_LINE)) != MAGIC_LINE:
        raise _unreadable("The file is not a style plate.")
    length = file.read(_LENGTH.size)
    if len(length) < _LENGTH.size or (size := _LENGTH.unpack(length)[0]) > MAX_HEADER:
        raise _unreadable("The style plate's header is truncated or too long.")
    try:
        header = json.loads(file.read(size))
    except (ValueError, RecursionError) as error:
        raise _unreadable("The style plate's header is not JSON.") from error
    if not isinstance(header, dict) or set(header) != {"version", "words", "levels"}:
        raise _unreadable("The style plate's header has other fields than expected.")
    if header["version"] != VERSION:
        raise _unreadable(
            f"The style plate has version {str(header['version'])[:20]}; this studio reads version {VERSION}."
        )
    if not _valid_words(header["words"]) or not _valid_levels(header["levels"]):
        raise _unreadable("The style plate's header has invalid words or sizes.")
    return tuple(header["words"]), header["levels"]


def _valid_words(words: object) -> bool:
    return (
        isinstance(words, list)
        and len(words) <= MAX_WORDS
        and all(isinstance(word, str) and 0 < len(word) <= MAX_WORD_LENGTH for word in words)
        and len(set(words)) == len(words)
    )


def _valid_levels(levels: object) -> bool:
    if not isinstance(levels, list) or not 0 < len(levels) <= len(STRIDES):
        return False
    if not all(isinstance(level, dict) and set(level) == {"size", "patches"} for level in levels):
        return False
    sizes, counts = [level["size"] for level in levels], [level["patches"] for level in levels]
    if not all(type(number) is int for number in sizes + counts):
        return False
    return sizes == list(STRIDES)[: len(sizes)] and all(0 < count <= MAX_PATCHES for count in counts)


def _read_array(file: BinaryIO, dtype: np.dtype[Any], shape: tuple[int, ...]) -> npt.NDArray[Any]:
    data = file.read(dtype.itemsize * math.prod(shape))
    if len(data) != dtype.itemsize * math.prod(shape):
        raise _unreadable("The style plate is truncated.")
    array = np.frombuffer(data, dtype).reshape(shape).astype(dtype.newbyteorder("="))
    if dtype.kind == "f" and not (np.isfinite(array).all() and np.abs(array).max() <= LARGEST_NUMBER):
        raise _unreadable("The style plate contains numbers out of range.")
    return array


def _unreadable(message: str) -> EngineError:
    return EngineError("adapter_unreadable", message, hint="Train the style plate again, or register another file.")
