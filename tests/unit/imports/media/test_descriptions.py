"""Sidecars are arbitrary JSON: whatever they contain, the result fits the contract."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from platemark.imports.kinds.media import moments, places
from platemark.imports.kinds.media.descriptions import Description, describe
from tests.serving import reference_validator
from tests.unit.imports.trees import picture

PROVENANCE = "/components/schemas/Provenance"
TEXT = st.text(max_size=40)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=8,
)
KNOWN_KEYS = (
    "prompt", "negative_prompt", "seed", "steps", "guidance_scale", "size", "width", "height", "model", "loras",
    "lora_paths", "lora_weights", "tags", "labels", "caption", "created_at", "timestamp", "title", "params", "theme",
    "scheduler", "engine",
)  # fmt: skip


def of_sidecar(sidecar: Any) -> Description:
    return describe(picture(1), [("fox.json", json.dumps(sidecar).encode())], width=24, height=16)


@given(st.dictionaries(st.sampled_from(KNOWN_KEYS), VALUES, max_size=12))
@settings(max_examples=150, deadline=None)
def test_the_result_of_any_sidecar_fits_the_contract(sidecar: dict[str, Any]) -> None:
    result = of_sidecar(sidecar)
    if result.provenance is not None:
        assert list(reference_validator(PROVENANCE).iter_errors(result.provenance)) == []
    label = reference_validator("/components/schemas/LabelText")
    for text in (*result.tags, *([result.caption] if result.caption else [])):
        assert list(label.iter_errors(text)) == []
    assert len({tag.casefold() for tag in result.tags}) == len(result.tags)
    assert len(result.title) <= 200
    assert list(reference_validator("/components/schemas/Prompt").iter_errors(result.prompt or "")) == []


@pytest.mark.parametrize(
    ("sidecar", "field", "value"),
    [
        ({"guidance": 4}, "guidance_scale", 4),
        ({"cfg_scale": "7.5"}, "guidance_scale", 7.5),
        ({"guidance_scale": 99}, "guidance_scale", None),
        ({"num_inference_steps": 30}, "steps", 30),
        ({"steps": 12.0}, "steps", 12),
        ({"steps": True}, "steps", None),
        ({"seed": 2**53 - 1}, "seed", 2**53 - 1),
        ({"seed": 2**60}, "seed", None),
        ({"seed": -1}, "seed", None),
        ({"size": "640x480"}, "height", 480),
        ({"seed": 4}, "height", 16),
        ({"model": "/srv/models/sd15"}, "model", "sd15"),
        ({"model": "stabilityai/sd15"}, "model", "stabilityai/sd15"),
        ({"model": "C:\\models\\sd15"}, "model", "sd15"),
        ({"params": {"seed": 5}}, "seed", 5),
        ({"seed": 4, "params": {"seed": 5}}, "seed", 4),
        ({"engine": "Press"}, "engine", "press"),
        ({"engine": "no word!"}, "engine", "imported"),
    ],
)
def test_a_field_is_read_under_each_of_its_names_and_within_its_bounds(sidecar: Any, field: str, value: object) -> None:
    provenance = of_sidecar(sidecar).provenance
    assert provenance is not None
    assert provenance[field] == value


@pytest.mark.parametrize(
    ("sidecar", "loras"),
    [
        ({"loras": [{"name": "ink", "weight": 0.5}]}, {"lora_1": "ink", "lora_1_weight": 0.5}),
        (
            {"lora_paths": ["/x/a.safetensors"], "lora_weights": [0.8]},
            {"lora_1": "a.safetensors", "lora_1_weight": 0.8},
        ),
        ({"lora": "ink"}, {"lora_1": "ink"}),
        ({"seed": 1, "loras": [{"weight": 1}, 7, None]}, {}),
        ({"loras": {"path": "/home/someone/ink"}}, {"lora_1": "ink"}),
    ],
)
def test_loras_keep_their_names_and_lose_their_folders(sidecar: Any, loras: dict[str, Any]) -> None:
    provenance = of_sidecar(sidecar).provenance
    assert provenance is not None
    assert provenance["parameters"] == loras


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2024-03-05T10:11:12Z", datetime(2024, 3, 5, 10, 11, 12, tzinfo=UTC)),
        ("2024-03-05T10:11:12+02:00", datetime(2024, 3, 5, 8, 11, 12, tzinfo=UTC)),
        ("2024-03-05 10:11:12.123456", datetime(2024, 3, 5, 10, 11, 12, 123000, tzinfo=UTC)),
        (1709633472, datetime(2024, 3, 5, 10, 11, 12, tzinfo=UTC)),
        (1709633472000, datetime(2024, 3, 5, 10, 11, 12, tzinfo=UTC)),
        ("9999-01-01", None),
        ("1970-01-01", None),
        ("yesterday", None),
        (1e300, None),
        (True, None),
    ],
)
def test_only_a_plausible_time_is_used(value: object, moment: datetime | None) -> None:
    assert of_sidecar({"created_at": value}).at == moment


@pytest.mark.parametrize(
    ("name", "moment"),
    [
        ("20240305_101112_a_fox", datetime(2024, 3, 5, 10, 11, 12, tzinfo=UTC)),
        ("fox-2024-03-05", datetime(2024, 3, 5, tzinfo=UTC)),
        ("card_deck_winter_20240115", datetime(2024, 1, 15, tzinfo=UTC)),
        ("20241399_000000", None),
        ("seed_123456789", None),
        ("19800101", None),
        ("fox", None),
    ],
)
def test_a_time_is_read_from_a_name(name: str, moment: datetime | None) -> None:
    assert moments.time_in(name) == moment


@pytest.mark.parametrize(
    ("folder", "album"),
    [
        ("card_deck_winter_forest_20240115_101010", "Card deck: winter forest"),
        ("card_deck_20240115_101010", "Card deck 20240115 101010"),
        ("tarot_deck_sea", "Tarot deck: sea"),
        ("zodiac_ink", "Zodiac: ink"),
        ("lora_tests", "LoRA tests"),
        ("card_deck_", None),
        ("anything", None),
    ],
)
def test_an_album_is_named_after_its_folder(folder: str, album: str | None) -> None:
    place = places.place_of(folder, f"{folder}/")
    assert (None if place is None else place.name) == album


def test_long_prompts_are_cut_with_a_note() -> None:
    result = of_sidecar({"prompt": "x" * 3000})
    assert result.prompt == "x" * 2000
    assert result.note is not None
    assert result.note.code == "prompt_shortened"
