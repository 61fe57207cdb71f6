"""The house rules: each breach of one is found, with its place; the contract itself has none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from codegen.bundle import bundle
from codegen.findings import Finding
from codegen.lint import lint
from tests.contract.small_spec import edit, write_small_spec

SPEC = Path(__file__).resolve().parents[2] / "spec"
PLATE = "schemas/plates/plate.json"
PATCH = "schemas/plates/plate_patch.json"
PATHS = "paths/plates.yaml"


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    return write_small_spec(tmp_path)


def found(spec: Path) -> list[Finding]:
    return lint(spec, bundle(spec))


def test_the_contract_keeps_the_house_rules() -> None:
    assert "\n".join(map(str, found(SPEC))) == ""


def test_the_small_spec_keeps_them_too(spec: Path) -> None:
    assert found(spec) == []


class Property(NamedTuple):
    """A field added to Plate, and what lint says of it."""

    schema: dict[str, Any]
    message: str


TITLED = {"type": "object", "title": "Extra"}
PROPERTIES = {
    "a string without length": Property({"type": "string", "pattern": "^a$"}, "string without maxLength"),
    "a string of anything": Property({"type": "string", "maxLength": 9}, "string without pattern, format"),
    "an integer without maximum": Property({"type": "integer", "minimum": 0}, "number without maximum"),
    "a number without minimum": Property({"type": "number", "maximum": 1}, "number without minimum"),
    "an integer beyond JavaScript": Property(
        {"type": "integer", "minimum": 0, "maximum": 2**63}, "which JavaScript cannot hold"
    ),
    "an array without maxItems": Property({"type": "array", "items": {"const": 1}}, "array without maxItems"),
    "an array of anything": Property({"type": "array", "maxItems": 1}, "array without items"),
    "an enum without title": Property({"type": "string", "enum": ["a"]}, "an enum without title"),
    "an object without title": Property({"type": "object", "additionalProperties": False}, "object without title"),
    "an open object": Property(
        {**TITLED, "properties": {"a": {"const": 1}}}, "an object with properties has additionalProperties: false"
    ),
    "a map of anything": Property({**TITLED, "maxProperties": 1}, "a map says by additionalProperties"),
    "a map with any key": Property(
        {**TITLED, "maxProperties": 1, "additionalProperties": {"const": 1}}, "a map bounds its keys"
    ),
    "a map without end": Property(
        {**TITLED, "additionalProperties": {"const": 1}, "propertyNames": {"maxLength": 1, "pattern": "^.$"}},
        "a map without maxProperties",
    ),
    "a required field that is none": Property(
        {**TITLED, "additionalProperties": False, "properties": {}, "required": ["a"]}, "required but not a property: a"
    ),
    "a title that is taken": Property({"type": "string", "enum": ["a"], "title": "PlateKind"}, "is taken by"),
    "a keyword with a slip": Property({"type": "boolean", "maxlength": 1}, "does not know: maxlength"),
    "nothing said": Property({"description": "Anything."}, "says nothing about its values"),
    "an unknown format": Property(
        {"type": "string", "maxLength": 9, "format": "iban"}, "format iban is checked by nobody"
    ),
    "a broken pattern": Property({"type": "string", "maxLength": 9, "pattern": "^($"}, "is no regular expression"),
    "a loose pattern": Property({"type": "string", "maxLength": 9, "pattern": "^a"}, "has to be anchored"),
    "a default that does not fit": Property(
        {"type": "integer", "minimum": 0, "maximum": 1, "default": 2}, "2 is greater than the maximum of 1"
    ),
    "a nested fault": Property(
        {"anyOf": [{"type": "null"}, {"type": "array", "maxItems": 1, "items": {"type": "number", "minimum": 1}}]},
        "number without maximum",
    ),
}


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_schema_that_breaks_a_rule_is_found(spec: Path, name: str) -> None:
    path = spec / PATCH
    document = json.loads(path.read_text())
    document["properties"]["extra"] = PROPERTIES[name].schema
    path.write_text(json.dumps(document))
    places = [finding.where for finding in found(spec) if PROPERTIES[name].message in finding.message]
    assert [place for place in places if place.startswith(f"{PATCH}#/properties/extra")]


class Edit(NamedTuple):
    """A change of one file, and where lint finds what about it."""

    file: str
    old: str
    new: str
    where: str
    message: str


EDITS = {
    "a schema without description": Edit(PATCH, '"description": "PlatePatch, for tests.",', "", PATCH, "without descr"),
    "a schema without examples": Edit(PATCH, ', "examples": [{"name": "Sea"}]', "", PATCH, "without examples"),
    "an example that does not fit": Edit(
        PATCH, '"examples": [{"name": "Sea"}]', '"examples": [{"name": 1}]', f"{PATCH}#/examples/0", "does not fit"
    ),
    "an example of a wrong format": Edit(
        PLATE, "2026-01-02T03:04:05Z", "yesterday", f"{PLATE}#/examples/0", "is not a 'date-time'"
    ),
    "a keyword of a wrong type": Edit(
        PATCH, '"minProperties": 1', '"minProperties": "1"', f"{PATCH}#/minProperties", "not of"
    ),
    "an answer with an optional field": Edit(
        PLATE,
        '"required": ["id", ',
        '"required": [',
        PLATE,
        "fields of an answer are required (null where unknown): id",
    ),
    "an answer's example that does not fit": Edit(
        "examples/listPlates.200.json",
        '"next_cursor": "abcd"',
        '"next_cursor": 1',
        f"{PATHS}#/plates/get",
        "does not fit",
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_breach_is_found_at_its_place(spec: Path, name: str) -> None:
    breach = EDITS[name]
    edit(spec, breach.file, breach.old, breach.new)
    findings = found(spec)
    assert [
        finding for finding in findings if finding.where.startswith(breach.where) and breach.message in finding.message
    ], findings


def test_all_breaches_are_reported_at_once_in_the_order_of_places(spec: Path) -> None:
    edit(spec, PATHS, "summary: A new plate.", "summary: ''")
    edit(spec, PATCH, '"description": "PlatePatch, for tests.",', "")
    assert [str(finding) for finding in found(spec)] == [
        f"{PATHS}#/plates/post: without summary",
        f"{PATCH}#: without description",
    ]
