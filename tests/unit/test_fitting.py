"""Values are made to fit the contract's schemas, and what fits already stays as it is."""

from __future__ import annotations

from typing import Any

import pytest

from platemark.entrypoints.api import load_contract
from platemark.fitting import Unfit, fit, repair
from tests.serving import bundle_at, reference_validator

EXAMPLES = [
    (name, example)
    for name, schema in load_contract()["components"]["schemas"].items()
    for example in schema.get("examples", ())
]


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_what_fits_is_not_changed(name: str, example: Any) -> None:
    assert fit(name, example) == example
    assert repair(bundle_at(f"/components/schemas/{name}"), example).repairs == ()


FITTED: list[tuple[str, Any, Any]] = [
    ("Label.text", "a\0b" + "x" * 5000, ("a\ufffdb" + "x" * 5000)[:2000]),
    ("Image.title", "a\nb", "a b"),
    ("Label.text", "\ud800", "\ufffd" * 3),
    ("Label.confidence", float("nan"), None),
    ("Provenance.seed", 2**60, None),
    ("Provenance.words_used", ["ok", 7, "x" * 600], ["ok", "x" * 500]),
    ("Provenance.words_used", ["w"] * 501, ["w"] * 500),
    ("Provenance.parameters", {"a": 2**60, "b b": 1, "c": [1]}, {"a": None, "c": None}),
    (
        "JsonValue",
        {"a": ["x\0", 2**60], "b": {"c": "y" * 200_001}, "d": 1.5, "e": True},
        {
            "a": ["x\ufffd", None],
            "b": {"c": "y" * 200_000},
            "d": 1.5,
            "e": True,
        },
    ),
    ("JsonObject", {"a\0": 1, "b": float("nan")}, {"b": None}),
    ("JobError", {"code": "failed", "message": "m" * 100_000, "extra": 1}, {"code": "failed", "message": "m" * 2000}),
]


@pytest.mark.parametrize(("name", "value", "expected"), FITTED)
def test_a_value_is_clipped_to_its_limits(name: str, value: Any, expected: Any) -> None:
    assert fit(name, value) == expected


def test_missing_numbers_are_zero_and_others_come_into_their_range() -> None:
    counts = fit("ImportCounts", {"new": 1, "changed": -1, "skipped": 2.4})
    assert counts == {"new": 1, "unchanged": 0, "changed": 0, "conflicting": 0, "skipped": 2}
    assert list(reference_validator("/components/schemas/ImportCounts").iter_errors(counts)) == []


@pytest.mark.parametrize(("name", "value"), [("Image.id", "7"), ("Image.visibility", "odd"), ("Job", 7)])
def test_what_cannot_be_saved_is_refused(name: str, value: Any) -> None:
    with pytest.raises(Unfit):
        fit(name, value)


def test_repairs_name_the_field_and_the_resource() -> None:
    album = bundle_at("/components/schemas/Album")["examples"][0]
    page = {"items": [{**album, "name": "x" * 300}, {**album, "id": "7"}], "next_cursor": None}
    fitted = repair(bundle_at("/components/schemas/AlbumPage"), page)
    assert [item["name"] for item in fitted.value["items"]] == ["x" * 200]
    assert fitted.repairs == (f"/items/0/name of {album['id']} is clipped", "/items/1 of 7 is left out")
