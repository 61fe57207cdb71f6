"""Values out of bounds, damaged files and malice: nothing raises or grows, and what is kept fits the contract."""

from __future__ import annotations

import json
import struct
import tracemalloc
import zlib
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from platemark.metadata import containers, infotext, values
from platemark.metadata.found import Found
from platemark.metadata.read import read
from tests.serving import reference_validator
from tests.unit.metadata import pictures
from tests.unit.metadata.pictures import as_json, commented, png, utf16, with_chunk

PICTURE = png({})
MIB = 1024 * 1024


def fits(found: Found) -> None:
    """Everything found can be stored and sent."""
    by_type: dict[str, list[Any]] = {
        "Prompt": [found.prompt, found.negative_prompt], "Seed": [found.seed], "Steps": [found.steps],
        "GuidanceScale": [found.guidance_scale], "Pixels": [found.width, found.height],
        "Line": [found.model, found.model_hash, found.sampler, found.scheduler, *(it.name for it in found.loras)],
        "LabelText": [found.caption, *found.tags], "Word": [found.studio, *(it.code for it in found.remarks)],
    }  # fmt: skip
    for name, value in by_type.items():
        validator = reference_validator(f"/components/schemas/{name}")
        assert [error.message for it in value if it is not None for error in validator.iter_errors(it)] == []
    parameters = reference_validator("/components/schemas/ProvenanceParameters")
    assert list(parameters.iter_errors(found.other)) == []
    for field in fields(found):
        assert "\ud800" not in str(getattr(found, field.name))


@pytest.mark.parametrize(
    ("written", "other", "codes"),
    [
        ('"steps": 150', {"steps": 150}, ["value_out_of_bounds"]),
        ('"steps": "many"', {"steps": "many"}, ["value_out_of_bounds"]),
        ('"seed": 9007199254740992', {"seed": "9007199254740992"}, ["value_out_of_bounds"]),
        ('"seed": -1', {"seed": -1}, ["value_out_of_bounds"]),
        (f'"seed": {"9" * 400}', {"seed": "9" * 400}, ["value_out_of_bounds"]),
        (f'"seed": {"9" * 5000}', {"seed": "9" * 2000}, ["value_out_of_bounds", "text_shortened"]),
        (f'"seed": "{"9" * 400}"', {"seed": "9" * 400}, ["value_out_of_bounds"]),
        ('"cfg_scale": NaN', {"guidance_scale": "NaN"}, ["value_out_of_bounds"]),
        ('"cfg_scale": 1e999', {"guidance_scale": "1e999"}, ["value_out_of_bounds"]),
        ('"width": 70000, "height": 8', {"width": 70000}, ["value_out_of_bounds"]),
        ('"eta": Infinity, "x": [1], "api_key": "k"', {"eta": "Infinity"}, []),
        ('"a\\u0000b": "c\\u0000d\\ud800e"', {"a_b": "c d e"}, []),
        ('"loras": [{"name": "ink", "weight": 1e9}]', {}, ["value_out_of_bounds"]),
        ('"loras": [' + ", ".join(f'"l{it}"' for it in range(30)) + "]", {}, ["loras_left_out"]),
        (", ".join(f'"k{it}": {it}' for it in range(40)), {f"k{it}": it for it in range(35)}, ["parameters_left_out"]),
    ],
)  # fmt: skip
def test_what_is_out_of_bounds_is_kept_as_text_with_a_remark(written: str, other: Any, codes: list[str]) -> None:
    found = read(PICTURE, [("fox.json", f"{{{written}}}".encode())])
    assert found.other == other
    assert {it.code for it in found.remarks} == set(codes)
    assert (found.seed, found.steps, found.guidance_scale, found.width) == (None, None, None, None)
    fits(found)


def test_a_long_prompt_continues_in_the_parameters() -> None:
    text = "".join(f"word{it:04} " for it in range(500)).strip()
    found = read(png({"parameters": text}))
    assert found.prompt is not None
    assert found.prompt + "".join(str(found.other[f"prompt_{it}"]) for it in (2, 3)) == text
    assert [it.code for it in found.remarks] == ["prompt_shortened"]
    fits(found)


@pytest.mark.parametrize(
    ("sidecar", "code"),
    [
        (b"[1]", "sidecar_unreadable"),
        (b"{", "sidecar_unreadable"),
        (b"\xff\xfe\x00", "sidecar_unreadable"),
        (b'{"a":' * 200_000, "sidecar_unreadable"),
        (b" " * (MIB + 1), "sidecar_unreadable"),
    ],
)
def test_a_bad_sidecar_is_left_out(sidecar: bytes, code: str) -> None:
    assert read(PICTURE, [("fox.json", sidecar)]) == Found(remarks=read(PICTURE, [("fox.json", sidecar)]).remarks)
    assert [it.code for it in read(PICTURE, [("fox.json", sidecar)]).remarks] == [code]


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("parameters", '{"sui_image_params"'),
        ("prompt", "{" * 5000),
        ("invokeai_metadata", "[]"),
        ("Dream", "no quotes"),
    ],
)
def test_what_is_not_understood_is_kept_as_text(keyword: str, text: str) -> None:
    found = read(png({keyword: text}))
    assert found.other == {f"unread_{keyword}".lower(): text[:2000]}
    assert "not_understood" in {it.code for it in found.remarks}
    fits(found)


def test_a_workflow_alone_is_kept_as_text() -> None:
    found = read(png({"workflow": '{"nodes": []}'}))
    assert (found.studio, found.other) == ("comfyui", {"unread_workflow": '{"nodes": []}'})


BOMB = zlib.compress(b"a" * 100 * MIB, 9)
HOSTILE: dict[str, Callable[[], bytes]] = {
    "zTXt bomb": lambda: with_chunk(b"zTXt", b"parameters\0\0" + BOMB),
    "iTXt bomb": lambda: with_chunk(b"iTXt", b"parameters\0\1\0\0\0" + BOMB),
    "100 MB of text": lambda: with_chunk(b"tEXt", b"parameters\0" + b"a" * 100 * MIB),
    "damaged zTXt": lambda: with_chunk(b"zTXt", b"parameters\0\0" + BOMB[:50]),
    "iTXt without its end": lambda: with_chunk(b"iTXt", b"parameters\0\1"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_texts_that_are_too_long_or_damaged_are_named_and_not_unpacked(name: str) -> None:
    data = HOSTILE[name]()
    tracemalloc.start()
    try:
        found = read(data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [it.code for it in found.remarks] == ["metadata_unreadable"]
    assert peak < 8 * MIB


def test_many_texts_are_limited_in_number_and_in_sum() -> None:
    many = png({f"k{it}": "x" for it in range(200)})
    assert len(containers.read_texts(many).by_keyword) == containers.MAX_TEXTS
    bombs = PICTURE[:33] + b"".join(
        pictures.chunk(b"zTXt", f"k{it}".encode() + b"\0\0" + zlib.compress(b"a" * MIB)) for it in range(60)
    )
    assert sum(map(len, containers.read_texts(bombs).by_keyword.values())) <= containers.MAX_TOTAL


LABORIOUS: dict[str, str] = {
    "line ends": "\n" * MIB,
    "spaces": " " * MIB,
    "negatives": "\nNegative prompt:" * 50_000,
    "steps": "\nSteps: " * 100_000,
    "LoRAs": "<lora:" * 150_000,
    "brackets": "[" * MIB,
    "pairs": "Steps: 1, " + "a: [1, " * 100_000,
    "quotes": "Steps: 1, " + 'a: "b ' * 100_000,
    "objects": "Steps: 1, " + 'a: {"b": ' * 100_000,
    "slashes": "/" * MIB,
}


@pytest.mark.parametrize("name", LABORIOUS)
@pytest.mark.timeout(20)
def test_no_text_takes_long(name: str) -> None:
    text = LABORIOUS[name]
    for keyword in ("parameters", "Dream"):
        fits(read(png({keyword: text}, compressed=True)))
    for key in ("model", "prompt", "anything", "caption", "size", "seed", "loras", "tags", "created_at"):
        fits(read(PICTURE, [("fox.json", as_json({key: text[: MIB // 4]}))]))


@pytest.mark.timeout(20)
def test_a_graph_of_many_links_ends() -> None:
    names = [str(it) for it in range(1500)]
    links = {f"model{it}": [str(it * 7 % 1500), 0] for it in range(25)}
    graph = {it: {"class_type": "KSampler", "inputs": {**links, "seed": ["1", 0], "guider": ["2", 0]}} for it in names}
    assert len(json.dumps(graph)) < values.MAX_TEXT
    fits(read(png({"prompt": json.dumps(graph)}, compressed=True)))
    graph["0"]["inputs"] = {f"x{it}": [it, 0] for it in range(20_000)}
    fits(read(PICTURE, [("fox.json", as_json(graph)[:MIB])]))


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from([["3", 0], 10**400]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
SHAPES: tuple[dict[str, Any], ...] = (
    pictures.COMFY, pictures.INVOKE, pictures.INVOKE_2, pictures.SWARM, pictures.FOOOCUS, pictures.CIVITAI,
    pictures.IMAGINEER,
)  # fmt: skip


@st.composite
def mutated_objects(draw: st.DrawFn) -> dict[str, Any]:
    """A studio's object, with some values replaced by anything."""

    def mutate(value: Any) -> Any:
        if draw(st.integers(0, 9)) == 0:
            return draw(JSON)
        if isinstance(value, dict):
            return {key: mutate(it) for key, it in value.items()}
        return [mutate(it) for it in value] if isinstance(value, list) else value

    mutated = mutate(draw(st.sampled_from(SHAPES)))
    return mutated if isinstance(mutated, dict) else {"prompt": mutated}


PIECES = [
    "Steps: ", "Negative prompt:", "\n", ", ", ": ", '"', "{", "}", "[", "]", "<lora:", ":1>", "Seed", "Size", "8x8",
    "9" * 30, "Lora hashes", "Hashes", "Civitai resources", "\0", "\ud800", "é", "fox", "1.5", "-", "\\",
]  # fmt: skip


@given(mutated_objects(), st.sampled_from(["parameters", "prompt", "invokeai_metadata", "sd-metadata", "workflow"]))
@settings(max_examples=150, deadline=None)
def test_any_object_in_a_picture_or_beside_it_fits_the_contract(written: dict[str, Any], keyword: str) -> None:
    fits(read(png({keyword: json.dumps(written)})))
    fits(read(PICTURE, [("fox.json", as_json(written))]))


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=200, deadline=None)
def test_any_text_of_a1111_fits_the_contract(text: str) -> None:
    storable = text.encode("utf-8", "replace")
    for found in (read(with_chunk(b"tEXt", b"parameters\0" + storable)), read(PICTURE, [("fox.txt", storable)])):
        fits(found)
    assert isinstance(infotext.read(text).named["prompt"], str)


@given(st.sampled_from([
    png({"parameters": pictures.INFOTEXT}), png({"parameters": pictures.INFOTEXT}, compressed=True),
    commented("JPEG", utf16(pictures.INFOTEXT)), commented("WEBP", utf16(pictures.INFOTEXT)),
]), st.data())  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_a_damaged_file_never_raises(picture: bytes, data: st.DataObject) -> None:
    damaged = bytearray(picture[: data.draw(st.integers(0, len(picture)))])
    for _ in range(data.draw(st.integers(0, 4))):
        if damaged:
            damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    fits(read(bytes(damaged)))


@given(st.sampled_from(["fox.json", "fox.txt", "fox.JSON"]), st.binary(max_size=60), st.sampled_from(SHAPES))
@settings(max_examples=60, deadline=None)
def test_any_bytes_of_a_sidecar_fit_the_contract(name: str, data: bytes, shape: Any) -> None:
    whole = as_json(shape)
    for sidecar in (data, data + whole, whole[: len(whole) // 2] + data + whole[len(whole) // 2 :]):
        fits(read(PICTURE, [(name, sidecar)]))


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_exif_never_raises(data: bytes) -> None:
    for start in (b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08", b""):
        fits(read(with_chunk(b"eXIf", start + data)))
        body = b"WEBPEXIF" + struct.pack("<I", len(start + data)) + start + data
        fits(read(b"RIFF" + struct.pack("<I", len(body)) + body))
