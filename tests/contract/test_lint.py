"""The rules for schemas: lint finds each violation and its place; the contract itself has none."""

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


def findings_of(spec: Path) -> list[Finding]:
    return lint(spec, bundle(spec))


def test_the_contract_has_no_findings() -> None:
    assert "\n".join(map(str, findings_of(SPEC))) == ""


def test_the_small_spec_has_no_findings(spec: Path) -> None:
    assert findings_of(spec) == []


class Property(NamedTuple):
    """A field that is added to a schema, and the finding on it."""

    schema: dict[str, Any]
    message: str


TITLED = {"type": "object", "title": "Extra"}
PROPERTIES = {
    "a string without length": Property({"type": "string", "pattern": "^a$"}, "a string needs maxLength"),
    "a string of anything": Property({"type": "string", "maxLength": 9}, "a string needs a pattern, format"),
    "an integer without maximum": Property({"type": "integer", "minimum": 0}, "a number needs maximum"),
    "a number without minimum": Property({"type": "number", "maximum": 1}, "a number needs minimum"),
    "an integer beyond JavaScript": Property(
        {"type": "integer", "minimum": 0, "maximum": 2**63}, "which JavaScript cannot represent"
    ),
    "an array without maxItems": Property({"type": "array", "items": {"const": 1}}, "an array needs maxItems"),
    "an array of anything": Property({"type": "array", "maxItems": 1}, "an array needs items"),
    "an enum without title": Property({"type": "string", "enum": ["a"]}, "an enum needs a title"),
    "an object without title": Property({"type": "object", "additionalProperties": False}, "an object needs a title"),
    "an open object": Property(
        {**TITLED, "properties": {"a": {"const": 1}}}, "an object with properties needs additionalProperties: false"
    ),
    "a map of anything": Property({**TITLED, "maxProperties": 1}, "a map needs additionalProperties"),
    "a map with any key": Property(
        {**TITLED, "maxProperties": 1, "additionalProperties": {"const": 1}}, "a map needs propertyNames"
    ),
    "a map without a bound": Property(
        {**TITLED, "additionalProperties": {"const": 1}, "propertyNames": {"maxLength": 1, "pattern": "^.$"}},
        "a map needs maxProperties",
    ),
    "a required field that does not exist": Property(
        {**TITLED, "additionalProperties": False, "properties": {}, "required": ["a"]}, "required but not a property: a"
    ),
    "a title that is taken": Property({"type": "string", "enum": ["a"], "title": "PlateKind"}, "is taken by"),
    "a misspelled keyword": Property({"type": "boolean", "maxlength": 1}, "unknown keywords: maxlength"),
    "no constraint": Property({"description": "Anything."}, "does not constrain its values"),
    "an unknown format": Property(
        {"type": "string", "maxLength": 9, "format": "iban"}, "format iban is not checked by the server"
    ),
    "a broken pattern": Property(
        {"type": "string", "maxLength": 9, "pattern": "^($"}, "is not a valid regular expression"
    ),
    "a pattern that JavaScript refuses": Property(
        {"type": "string", "maxLength": 9, "pattern": "^\\-$"}, "cannot be compiled by JavaScript in Unicode mode"
    ),
    "a pattern that the validator refuses": Property(
        {"type": "string", "maxLength": 9, "pattern": "^[^\\0]*$"}, "cannot be compiled by the server's validator"
    ),
    "a pattern that looks ahead": Property(
        {"type": "string", "maxLength": 9, "pattern": "^(?=a).*$"}, "must not look around"
    ),
    "a pattern that refers back": Property(
        {"type": "string", "maxLength": 9, "pattern": "^(a|b)\\1$"}, "must not look around or refer back"
    ),
    "a pattern without anchors": Property({"type": "string", "maxLength": 9, "pattern": "^a"}, "must be anchored"),
    "a default that does not match its schema": Property(
        {"type": "integer", "minimum": 0, "maximum": 1, "default": 2}, "2 is greater than the maximum of 1"
    ),
    "a nested fault": Property(
        {"anyOf": [{"type": "null"}, {"type": "array", "maxItems": 1, "items": {"type": "number", "minimum": 1}}]},
        "a number needs maximum",
    ),
}


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_field_that_violates_a_rule_is_found(spec: Path, name: str) -> None:
    path = spec / PATCH
    document = json.loads(path.read_text())
    document["properties"]["extra"] = PROPERTIES[name].schema
    path.write_text(json.dumps(document))
    places = [finding.where for finding in findings_of(spec) if PROPERTIES[name].message in finding.message]
    assert [place for place in places if place.startswith(f"{PATCH}#/properties/extra")]


ANY_JSON = {
    "title": "AnyJson",
    "description": "Any JSON, for tests.",
    "examples": [1],
    "maxLength": 9,
    "pattern": "^[a-z]*$",
    "minimum": 0,
    "maximum": 9,
    "maxItems": 9,
    "items": {"$ref": "any_json.json"},
    "maxProperties": 9,
    "propertyNames": {"maxLength": 9, "pattern": "^[a-z]*$"},
    "additionalProperties": {"$ref": "any_json.json"},
}
"""A component without a type, which has to limit the values of all types."""


def with_any_json(spec: Path, schema: dict[str, Any]) -> list[str]:
    (spec / "schemas/common/any_json.json").write_text(
        json.dumps({"$id": "https://platemark.dev/schemas/common/any_json.json", **schema})
    )
    document = json.loads((spec / PATCH).read_text())
    document["properties"]["extra"] = {"$ref": "../common/any_json.json"}
    (spec / PATCH).write_text(json.dumps(document))
    return [finding.message for finding in findings_of(spec)]


def test_a_component_without_a_type_may_limit_all_of_them(spec: Path) -> None:
    assert with_any_json(spec, ANY_JSON) == []


@pytest.mark.parametrize("bound", ["maxLength", "pattern", "minimum", "maximum", "maxItems", "items", "maxProperties"])
def test_a_component_without_a_type_needs_the_bounds_of_all_of_them(spec: Path, bound: str) -> None:
    messages = with_any_json(spec, {key: value for key, value in ANY_JSON.items() if key != bound})
    assert [message for message in messages if f"needs {bound}" in message or f"needs a {bound}" in message]


class Edit(NamedTuple):
    """A change of one file, and the place and message of the finding that follows."""

    file: str
    old: str
    new: str
    where: str
    message: str


EDITS = {
    "a schema without description": Edit(PATCH, '"description": "PlatePatch, for tests.",', "", PATCH, "has no descr"),
    "a schema without examples": Edit(PATCH, ', "examples": [{"name": "Sea"}]', "", PATCH, "has no examples"),
    "an example that does not match its schema": Edit(
        PATCH,
        '"examples": [{"name": "Sea"}]',
        '"examples": [{"name": 1}]',
        f"{PATCH}#/examples/0",
        "does not match its schema",
    ),
    "an example of a wrong format": Edit(
        PLATE, "2026-01-02T03:04:05Z", "yesterday", f"{PLATE}#/examples/0", 'is not a "date-time"'
    ),
    "a keyword of a wrong type": Edit(
        PATCH, '"minProperties": 1', '"minProperties": "1"', f"{PATCH}#/minProperties", "not of"
    ),
    "a response with an optional field": Edit(
        PLATE,
        '"required": ["id", ',
        '"required": [',
        PLATE,
        "fields of a response must be required (null if unknown): id",
    ),
    "an example of a response that does not match its schema": Edit(
        "examples/listPlates.200.json",
        '"next_cursor": "abcd"',
        '"next_cursor": 1',
        f"{PATHS}#/plates/get",
        "does not match its schema",
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_violation_is_found_at_its_place(spec: Path, name: str) -> None:
    violation = EDITS[name]
    edit(spec, violation.file, violation.old, violation.new)
    findings = findings_of(spec)
    assert [
        finding
        for finding in findings
        if finding.where.startswith(violation.where) and violation.message in finding.message
    ], findings


def test_all_violations_are_reported_sorted_by_place(spec: Path) -> None:
    edit(spec, PATHS, "summary: A new plate.", "summary: ''")
    edit(spec, PATCH, '"description": "PlatePatch, for tests.",', "")
    assert [str(finding) for finding in findings_of(spec)] == [
        f"{PATHS}#/plates/post: has no summary",
        f"{PATCH}#: has no description",
    ]
