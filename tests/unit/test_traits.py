"""What images are found by: the same number wherever the trait is, and others for each owner."""

from __future__ import annotations

import importlib
from typing import Any
from uuid import UUID

import pytest

from platemark.traits import SIDES, made, orientation, side_min, traits_of

OWNER = UUID(int=9)
SQUARE = {orientation("square")}
MODEL = f"ink sha256:{'0' * 64}"
MADE = {"engine": "press", "model": MODEL, "seed": 0, "adapters": [{"adapter_id": str(OWNER)}, {"adapter_id": "a"}]}


def test_numbers_stay_as_they_are_stored() -> None:
    assert (made("engine", "press"), side_min(512)) == (-5290433303552535198, -3989195275843747150)
    assert made("seed", "7", OWNER) not in {made("seed", "7"), made("seed", "7", UUID(int=8)), made("engine", "7")}


def test_an_image_is_found_by_all_that_its_provenance_says_for_anyone_and_for_its_owner() -> None:
    facts: Any = [
        ("engine", "press"), ("model", "ink"), ("model", MODEL), ("seed", "0"), ("adapter", str(OWNER)),
        ("adapter", "a"),
    ]  # fmt: skip
    expected = {made(kind, value, owner) for kind, value in facts for owner in (None, OWNER)}
    assert traits_of(MADE, OWNER, 4, 4) == SQUARE | expected
    assert traits_of(MADE, None, 4, 4) == SQUARE | {made(kind, value) for kind, value in facts}


@pytest.mark.parametrize(
    ("width", "height", "shape", "sides"),
    [
        (511, 5000, "portrait", ()),
        (512, 513, "portrait", (512,)),
        (1024, 1023, "landscape", (512,)),
        (2048, 2048, "square", (512, 1024, 2048)),
        (9000, 4096, "landscape", SIDES),
    ],
)
def test_an_image_is_found_by_its_shape(width: int, height: int, shape: str, sides: tuple[int, ...]) -> None:
    assert traits_of(None, OWNER, width, height) == {
        orientation(shape),
        *(side_min(side, of) for side in sides for of in (shape, "")),
    }


@pytest.mark.parametrize(
    "stored",
    [
        [], "text", 7, {}, {"engine": 7, "model": [], "seed": "7", "adapters": {}}, {"adapters": ["a", None]},
        {"engine": None, "model": None, "seed": None, "adapters": None}, {"seed": 7.5},
    ],
    ids=str,
)  # fmt: skip
def test_a_damaged_provenance_says_nothing(stored: Any) -> None:
    assert traits_of(stored, OWNER, 4, 4) == SQUARE


def test_any_stored_text_has_a_number() -> None:
    assert len(traits_of({"engine": "\ud800", "model": "a\0b" * 9999, "seed": 2**80}, None, 4, 4)) == 4


def test_the_migration_takes_a_damaged_provenance_for_none() -> None:
    migration = importlib.import_module("platemark.db.migrations.versions.0042_traits_of_images")
    assert [migration.read(it) for it in (None, "{", "null", '{"seed": 7}')] == [None, None, None, {"seed": 7}]
