"""The style plate: what training makes, and the file it lies in.

The file is plain: a line that says what it is, the length of a header, the header (JSON), then the arrays one after the
other. Nothing in it is run, every size follows from the header, and a file with a byte too few or too many is refused.
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
from platemark_press.plates import network
from platemark_press.plates.arrays import Array
from platemark_press.plates.network import Network
from platemark_press.plates.surface import AXES, STEPS_APART, VALUES, Book, Measure
from platemark_press.plates.words import MAX_WORD_LENGTH, MAX_WORDS

FORMAT = "style_plate"
VERSION = 1
FIRST_LINE = b"platemark style plate\n"
TONES = 65
MAX_PATCHES = 4000
MAX_HEADER = 1024 * 1024
MAX_FILE = 16 * 1024 * 1024
LARGEST_NUMBER = 1e4

_LENGTH = struct.Struct("<I")
_Layout = list[tuple[str, np.dtype[Any], tuple[int, ...]]]


@dataclass(frozen=True)
class StylePlate:
    """What an album taught: its colours, its light and its surfaces.

    ``tones`` are TONES lightnesses 0 … 1, the album's quantiles. ``books`` are by size, a key of STEPS_APART; while a
    plate is learned they may be missing.
    """

    network: Network
    tones: Array
    books: dict[int, Book]

    def to_bytes(self) -> bytes:
        """The file's bytes; the same plate gives the same bytes."""
        levels = [{"size": size, "patches": len(book.patches)} for size, book in sorted(self.books.items())]
        header = json.dumps(
            {"version": VERSION, "words": list(self.network.words), "levels": levels}, ensure_ascii=False
        ).encode()
        arrays = self._arrays()
        body = [
            np.ascontiguousarray(arrays[name], dtype).tobytes()
            for name, dtype, _ in _layout(len(self.network.words), levels)
        ]
        return b"".join((FIRST_LINE, _LENGTH.pack(len(header)), header, *body))

    def save(self, path: Path) -> None:
        """Write the file, so that a power cut leaves all of it or nothing."""
        unfinished = path.with_name(f".{path.name}.unfinished")
        with unfinished.open("wb") as file:
            file.write(self.to_bytes())
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(path)

    @classmethod
    def load(cls, path: Path) -> StylePlate:
        """Read a file that anyone may have made. EngineError ``adapter_unreadable`` for what is no whole plate."""
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
            raise _unreadable(f"The style plate has {size} bytes where its header promises {expected}.")
        arrays = {name: _read_array(file, dtype, shape) for name, dtype, shape in layout}
        net = Network(words, {name: arrays[f"network/{name}"] for name in network.shapes(len(words))})
        books = {
            level["size"]: Book(
                Measure(arrays[f"{level['size']}/mean"], arrays[f"{level['size']}/axes"]),
                arrays[f"{level['size']}/patches"],
            )
            for level in levels
        }
        return cls(net, arrays["tones"], books)

    def _arrays(self) -> dict[str, npt.NDArray[Any]]:
        named: dict[str, npt.NDArray[Any]] = {f"network/{name}": w for name, w in self.network.weights.items()}
        named["tones"] = self.tones
        for size, book in self.books.items():
            named |= {
                f"{size}/mean": book.measure.mean,
                f"{size}/axes": book.measure.axes,
                f"{size}/patches": book.patches,
            }
        return named


def _layout(words: int, levels: list[dict[str, int]]) -> _Layout:
    """Which arrays the file holds, in order: it follows from the header, so the header cannot lie about it."""
    floats, octets = np.dtype("<f4"), np.dtype("u1")
    layout: _Layout = [(f"network/{name}", floats, shape) for name, shape in network.shapes(words).items()]
    layout.append(("tones", floats, (TONES,)))
    for level in levels:
        size = level["size"]
        layout.append((f"{size}/mean", floats, (VALUES,)))
        layout.append((f"{size}/axes", floats, (VALUES, AXES)))
        layout.append((f"{size}/patches", octets, (level["patches"], VALUES)))
    return layout


def _read_header(file: BinaryIO) -> tuple[tuple[str, ...], list[dict[str, int]]]:
    if file.read(len(FIRST_LINE)) != FIRST_LINE:
        raise _unreadable("The file is not a style plate.")
    length = file.read(_LENGTH.size)
    if len(length) < _LENGTH.size or (size := _LENGTH.unpack(length)[0]) > MAX_HEADER:
        raise _unreadable("The style plate's header is cut off or too long.")
    try:
        header = json.loads(file.read(size))
    except (ValueError, RecursionError) as error:
        raise _unreadable("The style plate's header is no JSON.") from error
    if not isinstance(header, dict) or set(header) != {"version", "words", "levels"}:
        raise _unreadable("The style plate's header is not what it should be.")
    if header["version"] != VERSION:
        raise _unreadable(f"The style plate is of version {str(header['version'])[:20]}; this studio reads {VERSION}.")
    if not _are_words(header["words"]) or not _are_levels(header["levels"]):
        raise _unreadable("The style plate's header names words or sizes that cannot be.")
    return tuple(header["words"]), header["levels"]


def _are_words(words: object) -> bool:
    return (
        isinstance(words, list)
        and len(words) <= MAX_WORDS
        and all(isinstance(word, str) and 0 < len(word) <= MAX_WORD_LENGTH for word in words)
        and len(set(words)) == len(words)
    )


def _are_levels(levels: object) -> bool:
    if not isinstance(levels, list) or not 0 < len(levels) <= len(STEPS_APART):
        return False
    if not all(isinstance(level, dict) and set(level) == {"size", "patches"} for level in levels):
        return False
    sizes, counts = [level["size"] for level in levels], [level["patches"] for level in levels]
    if not all(type(number) is int for number in sizes + counts):
        return False
    return sizes == list(STEPS_APART)[: len(sizes)] and all(0 < count <= MAX_PATCHES for count in counts)


def _read_array(file: BinaryIO, dtype: np.dtype[Any], shape: tuple[int, ...]) -> npt.NDArray[Any]:
    data = file.read(dtype.itemsize * math.prod(shape))
    if len(data) != dtype.itemsize * math.prod(shape):
        raise _unreadable("The style plate is cut off.")
    array = np.frombuffer(data, dtype).reshape(shape).astype(dtype.newbyteorder("="))
    if dtype.kind == "f" and not (np.isfinite(array).all() and np.abs(array).max() <= LARGEST_NUMBER):
        raise _unreadable("The style plate holds numbers that no training makes.")
    return array


def _unreadable(message: str) -> EngineError:
    return EngineError("adapter_unreadable", message, hint="Train the style plate again, or register another file.")
