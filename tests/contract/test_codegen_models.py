"""Models and schemas agree: the reference validator, jsonschema-rs and msgspec accept the same values and
reject the same near misses. `UNKNOWN_TO_MODELS` lists the keywords that models do not check; it must not grow."""

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

# What a Struct cannot express. Requests are validated with jsonschema-rs before they are decoded. A tag is required
# where a union is decoded, not where one of its members is.
UNKNOWN_TO_MODELS = {"minProperties", "tag", "uniqueItems"}


class Case(NamedTuple):
    """A value for a schema, and the keyword that it violates (empty: none)."""

    name: str
    value: Any
    violates: str


@cache
def validators(name: str) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": SCHEMAS}}
    return {
        "jsonschema": Draft202012Validator(schema, format_checker=FormatChecker()),
        "jsonschema-rs": jsonschema_rs.validator_for(schema, validate_formats=True),
    }


def accepts(name: str, value: Any) -> dict[str, bool]:
    """Whether each validator accepts `value` as an instance of the schema `name`."""
    return {tool: validator.is_valid(value) for tool, validator in validators(name).items()}


def decode(name: str, value: Any) -> Any:
    return msgspec.json.decode(json.dumps(value), type=getattr(models, name))


def examples() -> Iterator[Case]:
    for name, schema in SCHEMAS.items():
        for value in schema.get("examples", []):
            yield Case(name, value, "")


def near_misses() -> Iterator[Case]:
    """Each example with one fault: a missing field, an unknown field, a value just out of bounds."""
    for name, value, _ in examples():
        if isinstance(value, dict) and has_model(DOCUMENT, SCHEMAS[name]):
            yield from (Case(name, missed, violates) for missed, violates in near_misses_of(SCHEMAS[name], value))


def near_misses_of(schema: dict[str, Any], value: Any) -> Iterator[tuple[Any, str]]:
    """Yield values with one fault, and the keyword that each violates, for `schema` and its nested schemas."""
    schema = resolve(DOCUMENT, schema)
    if isinstance(value, dict) and "properties" in schema:
        if "minProperties" in schema:
            yield {}, "minProperties"
        for field in schema.get("required", []):
            is_tag = "const" in schema["properties"][field]
            yield {key: item for key, item in value.items() if key != field}, "tag" if is_tag else "required"
        yield {**value, "not_in_the_contract": 1}, "additionalProperties"
        for field, item in value.items():
            for missed, violates in near_misses_of(schema["properties"][field], item):
                yield {**value, field: missed}, violates
    elif isinstance(value, list) and "items" in schema:
        for missed, violates in near_misses_of(schema["items"], value[0]) if value else ():
            yield [missed, *value[1:]], violates
        if "maxItems" in schema and value and schema["maxItems"] <= 1000:
            yield value * (schema["maxItems"] // len(value) + 1), "maxItems"
        if schema.get("minItems"):
            yield [], "minItems"
        if schema.get("uniqueItems") and value:
            yield [*value, value[0]], "uniqueItems"
    if "discriminator" in schema:
        tag = value[schema["discriminator"]["propertyName"]]
        for missed, violates in near_misses_of({"$ref": schema["discriminator"]["mapping"][tag]}, value):
            yield missed, "required" if violates == "tag" else violates
    for member in schema.get("anyOf", []):
        member = resolve(DOCUMENT, member)
        if value is not None and member != {"type": "null"} and len(schema["anyOf"]) == 2:
            yield from ((missed, violates) for missed, violates in near_misses_of(member, value) if missed is not None)
    if not isinstance(value, dict | list):
        yield from scalar_near_misses(schema, value)


def scalar_near_misses(schema: dict[str, Any], value: Any) -> Iterator[tuple[Any, str]]:
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
    return f"{case.name}-{case.violates}"


@pytest.mark.parametrize("case", list(examples()), ids=label)
def test_every_validator_accepts_an_example_and_its_model_survives_a_round_trip(case: Case) -> None:
    assert accepts(case.name, case.value) == {"jsonschema": True, "jsonschema-rs": True}
    if not has_model(DOCUMENT, SCHEMAS[case.name]):
        return
    model = decode(case.name, case.value)
    encoded = json.loads(msgspec.json.encode(model))
    assert decode(case.name, encoded) == model
    assert set(accepts(case.name, encoded).values()) == {True}
    assert without_defaults(encoded, case.value) == case.value


def without_defaults(encoded: Any, original: Any) -> Any:
    """Remove the fields from `encoded` that `original` lacks: the model has filled in their defaults."""
    if isinstance(encoded, dict) and isinstance(original, dict):
        return {key: without_defaults(item, original[key]) for key, item in encoded.items() if key in original}
    if isinstance(encoded, list) and isinstance(original, list) and len(encoded) == len(original):
        return [without_defaults(item, other) for item, other in zip(encoded, original, strict=True)]
    return encoded


@pytest.mark.parametrize(
    "name", [name for name, schema in SCHEMAS.items() if schema.keys() & {"properties", "discriminator"}]
)
def test_every_validator_and_model_rejects_a_near_miss(name: str) -> None:
    cases = [case for case in near_misses() if case.name == name]
    for case in cases:
        assert accepts(name, case.value) == {"jsonschema": False, "jsonschema-rs": False}, case
        if case.violates not in UNKNOWN_TO_MODELS:
            with pytest.raises(msgspec.ValidationError):
                pytest.fail(f"{case} became {decode(name, case.value)}")
    assert cases or not has_model(DOCUMENT, SCHEMAS[name])


@pytest.mark.parametrize("keyword", sorted(UNKNOWN_TO_MODELS))
def test_every_listed_keyword_is_one_that_some_model_does_not_check(keyword: str) -> None:
    """This fails if an entry of the list is no longer needed."""
    assert any(is_decoded(case) for case in near_misses() if case.violates == keyword)


def is_decoded(case: Case) -> bool:
    try:
        decode(case.name, case.value)
    except msgspec.ValidationError:
        return False
    return True


def test_every_schema_that_should_have_a_model_has_one() -> None:
    view = as_models(copy.deepcopy(DOCUMENT))["components"]["schemas"]
    assert set(view) == {name for name, schema in SCHEMAS.items() if has_model(DOCUMENT, schema)}
    assert all(hasattr(models, name) for name in view)


def test_importing_the_operations_loads_no_heavy_packages() -> None:
    """The import should take well below 0.2 s; the test does not measure time."""
    program = "import sys, generated.operations; print(*{name.partition('.')[0] for name in sys.modules})"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(result.stdout.split()) - sys.stdlib_module_names
    assert {name for name in loaded if not name.startswith("_")} <= {"generated", "msgspec", "typing_extensions"}
