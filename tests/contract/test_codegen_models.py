"""What the schemas say, the models say: the reference validator, jsonschema-rs and msgspec agree on valid values and on
near misses. Where the models know less than the schemas, the keyword stands on a list that may only shrink."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema_rs
import msgspec
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from codegen.models import as_models, has_model
from codegen.types import resolve
from generated import models

BUNDLE = Path(models.__file__).with_name("openapi.json")
DOCUMENT: dict[str, Any] = json.loads(BUNDLE.read_text("utf-8"))
SCHEMAS: dict[str, dict[str, Any]] = DOCUMENT["components"]["schemas"]

# What a Struct cannot say. The door checks it: requests pass jsonschema-rs before they become models.
# A tag is asked for where a union is decoded, not where one of its members is.
UNKNOWN_TO_MODELS = {"minProperties", "tag", "uniqueItems"}


class Case(NamedTuple):
    """A value for a schema, and the keyword that it breaks (empty: none)."""

    name: str
    value: Any
    breaks: str


@cache
def validators(name: str) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": SCHEMAS}}
    return {
        "jsonschema": Draft202012Validator(schema, format_checker=FormatChecker()),
        "jsonschema-rs": jsonschema_rs.validator_for(schema, validate_formats=True),
    }


def takes(name: str, value: Any) -> dict[str, bool]:
    """Whether each validator takes `value` as an instance of the schema `name`."""
    return {tool: validator.is_valid(value) for tool, validator in validators(name).items()}


def decode(name: str, value: Any) -> Any:
    return msgspec.json.decode(json.dumps(value), type=getattr(models, name))


def examples() -> Iterator[Case]:
    for name, schema in SCHEMAS.items():
        for value in schema.get("examples", []):
            yield Case(name, value, "")


def near_misses() -> Iterator[Case]:
    """Each example with one thing wrong: a field gone, a field too many, a value just out of bounds."""
    for name, value, _ in examples():
        if isinstance(value, dict) and has_model(DOCUMENT, SCHEMAS[name]):
            yield from (Case(name, missed, breaks) for missed, breaks in misses(SCHEMAS[name], value))


def misses(schema: dict[str, Any], value: Any) -> Iterator[tuple[Any, str]]:
    """Yield (value with one fault, the keyword that it breaks) for what `schema` itself says and for its parts."""
    schema = resolve(DOCUMENT, schema)
    if isinstance(value, dict) and "properties" in schema:
        if "minProperties" in schema:
            yield {}, "minProperties"
        for field in schema.get("required", []):
            is_tag = "const" in schema["properties"][field]
            yield {key: item for key, item in value.items() if key != field}, "tag" if is_tag else "required"
        yield {**value, "not_in_the_contract": 1}, "additionalProperties"
        for field, item in value.items():
            for missed, breaks in misses(schema["properties"][field], item):
                yield {**value, field: missed}, breaks
    elif isinstance(value, list) and "items" in schema:
        for missed, breaks in misses(schema["items"], value[0]) if value else ():
            yield [missed, *value[1:]], breaks
        if "maxItems" in schema and value and schema["maxItems"] <= 1000:
            yield value * (schema["maxItems"] // len(value) + 1), "maxItems"
        if schema.get("minItems"):
            yield [], "minItems"
        if schema.get("uniqueItems") and value:
            yield [*value, value[0]], "uniqueItems"
    if "discriminator" in schema:
        word = value[schema["discriminator"]["propertyName"]]
        for missed, breaks in misses({"$ref": schema["discriminator"]["mapping"][word]}, value):
            yield missed, "required" if breaks == "tag" else breaks
    for member in schema.get("anyOf", []):
        member = resolve(DOCUMENT, member)
        if value is not None and member != {"type": "null"} and len(schema["anyOf"]) == 2:
            yield from ((missed, breaks) for missed, breaks in misses(member, value) if missed is not None)
    if not isinstance(value, dict | list):
        yield from scalar_misses(schema, value)


def scalar_misses(schema: dict[str, Any], value: Any) -> Iterator[tuple[Any, str]]:
    kinds = schema.get("type", [])
    if isinstance(kinds, str) or "null" not in kinds:
        yield (None, "type") if "anyOf" not in schema else ({}, "anyOf")
    if "minimum" in schema:
        yield schema["minimum"] - 1, "minimum"
        yield schema["maximum"] + 1, "maximum"
    if "enum" in schema:
        yield "not one of them", "enum"
    if "multipleOf" in schema and isinstance(value, int):
        yield value + 1, "multipleOf"
    if isinstance(value, str):
        yield 7, "type"
        if "format" in schema:
            yield "neither id nor time", "format"
        elif "maxLength" in schema and "enum" not in schema:
            yield (value[:1] or "a") * (schema["maxLength"] + 1), "maxLength"
            yield "\x00", "pattern"
        if schema.get("minLength"):
            yield "", "minLength"


def label(case: Case) -> str:
    return f"{case.name}-{case.breaks}"


@pytest.mark.parametrize("case", list(examples()), ids=label)
def test_an_example_is_taken_by_all_and_survives_the_round_trip(case: Case) -> None:
    assert takes(case.name, case.value) == {"jsonschema": True, "jsonschema-rs": True}
    if not has_model(DOCUMENT, SCHEMAS[case.name]):
        return
    model = decode(case.name, case.value)
    encoded = json.loads(msgspec.json.encode(model))
    assert decode(case.name, encoded) == model
    assert set(takes(case.name, encoded).values()) == {True}
    assert without_defaults(encoded, case.value) == case.value


def without_defaults(encoded: Any, given: Any) -> Any:
    """Drop from `encoded` the fields that were not given: the model has filled in their defaults."""
    if isinstance(encoded, dict) and isinstance(given, dict):
        return {key: without_defaults(item, given[key]) for key, item in encoded.items() if key in given}
    if isinstance(encoded, list) and isinstance(given, list) and len(encoded) == len(given):
        return [without_defaults(item, other) for item, other in zip(encoded, given, strict=True)]
    return encoded


@pytest.mark.parametrize(
    "name", [name for name, schema in SCHEMAS.items() if schema.keys() & {"properties", "discriminator"}]
)
def test_a_near_miss_is_refused_by_all(name: str) -> None:
    cases = [case for case in near_misses() if case.name == name]
    for case in cases:
        assert takes(name, case.value) == {"jsonschema": False, "jsonschema-rs": False}, case
        if case.breaks not in UNKNOWN_TO_MODELS:
            with pytest.raises(msgspec.ValidationError):
                pytest.fail(f"{case} became {decode(name, case.value)}")
    assert cases or not has_model(DOCUMENT, SCHEMAS[name])


@pytest.mark.parametrize("keyword", sorted(UNKNOWN_TO_MODELS))
def test_what_models_are_said_not_to_know_they_do_not(keyword: str) -> None:
    """The list may only shrink."""
    assert any(becomes_a_model(case) for case in near_misses() if case.breaks == keyword)


def becomes_a_model(case: Case) -> bool:
    try:
        decode(case.name, case.value)
    except msgspec.ValidationError:
        return False
    return True


def test_models_are_not_asked_for_what_the_view_of_the_generator_leaves_out() -> None:
    view = as_models(copy.deepcopy(DOCUMENT))["components"]["schemas"]
    assert set(view) == {name for name, schema in SCHEMAS.items() if has_model(DOCUMENT, schema)}
    assert all(hasattr(models, name) for name in view)


def test_importing_the_operations_brings_in_nothing_heavy() -> None:
    """They are to import in well under 0.2 s, which this house does not assert by the clock."""
    program = "import sys, generated.operations; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split()) - sys.stdlib_module_names
    assert {name for name in loaded if not name.startswith("_")} <= {"generated", "msgspec", "typing_extensions"}
