"""The file format of a style plate: written files can be read, and all other files are refused."""

from __future__ import annotations

import json
import pickle
import random
import struct
from pathlib import Path
from typing import Any

import pytest

from platemark.engines.base import EngineError
from platemark_press.style_plates.plate import MAGIC_LINE, MAX_HEADER, StylePlate

START = len(MAGIC_LINE) + 4


def header_of(data: bytes) -> tuple[dict[str, Any], bytes]:
    (length,) = struct.unpack("<I", data[START - 4 : START])
    return json.loads(data[START : START + length]), data[START + length :]


def with_header(data: bytes, **changes: object) -> bytes:
    header, body = header_of(data)
    text = json.dumps(header | changes).encode()
    return MAGIC_LINE + struct.pack("<I", len(text)) + text + body


def refused(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(EngineError) as failed:
        StylePlate.load(path)
    assert failed.value.code == "adapter_unreadable"
    assert failed.value.hint
    assert str(path) not in str(failed.value)
    return str(failed.value)


def test_a_saved_plate_loads_identically(plate_file: Path, undisturbed: bytes, tmp_path: Path) -> None:
    plate = StylePlate.load(plate_file)
    assert plate.to_bytes() == undisturbed
    plate.save(tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == undisturbed
    assert [path.name for path in tmp_path.iterdir()] == ["again"]
    assert {"glass", "gold", "stained", "mountain"} <= set(plate.network.words)


def test_the_file_has_a_magic_line_and_a_header(undisturbed: bytes) -> None:
    header, _ = header_of(undisturbed)
    assert undisturbed.startswith(b"platemark style plate\n")
    assert header["version"] == 1
    assert [level["size"] for level in header["levels"]] == [64, 128]


LEVEL = {"size": 64, "patches": 1}


@pytest.mark.parametrize(
    "changes",
    [
        {"version": 2},
        {"version": "1"},
        {"version": None},
        {"more": 1},
        {"words": "fox"},
        {"words": [1]},
        {"words": [""]},
        {"words": ["fox", "fox"]},
        {"words": ["x" * 41]},
        {"words": [f"w{number}" for number in range(4097)]},
        {"words": ["fox"]},
        {"levels": []},
        {"levels": None},
        {"levels": [1]},
        {"levels": [LEVEL]},
        {"levels": [LEVEL | {"more": 1}]},
        {"levels": [LEVEL | {"size": 65}]},
        {"levels": [{"size": 128, "patches": 1}]},
        {"levels": [LEVEL, LEVEL]},
        {"levels": [LEVEL | {"patches": True}]},
        {"levels": [LEVEL | {"patches": 0}]},
        {"levels": [LEVEL | {"patches": -1}]},
        {"levels": [LEVEL | {"patches": 10**12}]},
        {"levels": [LEVEL | {"patches": 1.5}]},
    ],
    ids=str,
)
def test_invalid_headers_are_refused(undisturbed: bytes, tmp_path: Path, changes: dict[str, object]) -> None:
    refused(tmp_path / "plate", with_header(undisturbed, **changes))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"platemark style plate",
        b"PK\x03\x04" + bytes(100),
        pickle.dumps({"version": 1}),
        MAGIC_LINE,
        MAGIC_LINE + b"\x01",
        MAGIC_LINE + struct.pack("<I", MAX_HEADER + 1) + bytes(100),
        MAGIC_LINE + struct.pack("<I", 2**32 - 1),
        MAGIC_LINE + struct.pack("<I", 3) + b"[[[",
        MAGIC_LINE + struct.pack("<I", 50_000) + b"[" * 50_000,
        MAGIC_LINE + struct.pack("<I", 2) + b"\xff\xfe",
        MAGIC_LINE + struct.pack("<I", 2) + b"[]",
    ],
    ids=range(12),
)
def test_files_that_are_not_plates_are_refused(tmp_path: Path, data: bytes) -> None:
    refused(tmp_path / "plate", data)


def test_missing_or_extra_bytes_are_refused(undisturbed: bytes, tmp_path: Path) -> None:
    for cut in (1, 100, len(undisturbed) // 2, len(undisturbed) - START - 10):
        refused(tmp_path / "plate", undisturbed[:-cut])
    assert "promises" in refused(tmp_path / "plate", undisturbed + b"\0")


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -1e30])
def test_numbers_out_of_range_are_refused(undisturbed: bytes, tmp_path: Path, number: float) -> None:
    _, body = header_of(undisturbed)
    start = len(undisturbed) - len(body)
    refused(tmp_path / "plate", undisturbed[:start] + struct.pack("<f", number) + body[4:])


def test_damaged_headers_are_refused_cleanly(undisturbed: bytes, tmp_path: Path) -> None:
    chance, outcomes = random.Random(7), set()
    _, body = header_of(undisturbed)
    for _ in range(300):
        data = bytearray(undisturbed)
        data[chance.randrange(len(undisturbed) - len(body))] = chance.randrange(256)
        (tmp_path / "plate").write_bytes(data)
        try:
            StylePlate.load(tmp_path / "plate")
            outcomes.add("read")
        except EngineError as error:
            outcomes.add(error.code)
    assert outcomes <= {"read", "adapter_unreadable"}


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as failed:
        StylePlate.load(tmp_path / "nowhere")
    assert failed.value.code == "adapter_unreadable"
