"""What findings say about an invalid value, and what the search for them costs."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from codegen.lint_schemas import ANNOTATIONS, every_schema
from platemark.entrypoints.api import load_contract
from platemark.http.findings import MAX_FINDINGS, find_faults, finding
from platemark.http.schemas import Document, Schemas
from tests.serving import contract

WALKED = {
    "$ref", "anyOf", "oneOf", "type", "properties", "required", "additionalProperties", "propertyNames", "items",
    "minItems", "maxItems", "minProperties", "maxProperties", "uniqueItems",
}  # fmt: skip
OF_SCALARS = {
    "const", "enum", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum",
    "exclusiveMaximum", "multipleOf", "contentMediaType", "contentSchema",
}  # fmt: skip
BUNDLE = load_contract()
REPORT = {"$ref": "#/components/schemas/BugReportSubmission"}
JOB = {"$ref": "#/components/schemas/JobRequest"}


def faults(schema: Document, value: Any) -> list[tuple[str, str]]:
    findings = contract().compile(schema).findings(value, "")
    return [(finding.pointer, finding.code) for finding in findings]


def request_bodies() -> Iterator[tuple[str, Document, Any]]:
    for item in BUNDLE["paths"].values():
        for operation in item.values():
            if isinstance(operation, dict) and "requestBody" in operation:
                for media, content in operation["requestBody"]["content"].items():
                    if "json" in media and "example" in content:
                        yield operation["operationId"], content["schema"], content["example"]


def places(schema: Document, value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths of all values in ``value``."""
    yield path
    if isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(schema, part, (*path, key))


def changed(value: Any, path: tuple[Any, ...], change: Any) -> Any:
    value = copy.deepcopy(value)
    if not path:
        return change(value)
    parent = value
    for key in path[:-1]:
        parent = parent[key]
    parent[path[-1]] = change(parent[path[-1]])
    return value


def pointer(path: tuple[Any, ...]) -> str:
    return "".join(f"/{key}" for key in path)


BODIES = list(request_bodies())


@pytest.mark.parametrize(("schema", "body"), [row[1:] for row in BODIES], ids=[row[0] for row in BODIES])
def test_a_wrong_value_anywhere_in_a_body_is_pointed_to(schema: Document, body: Any) -> None:
    rules = contract().compile(schema)
    for path in places(schema, body):
        wrong = changed(body, path, lambda _: [{"\0": "\0"}])
        if not rules.accepts(wrong):
            assert all(each.startswith(pointer(path)) for each, _ in faults(schema, wrong)), path


@pytest.mark.parametrize(("schema", "body"), [row[1:] for row in BODIES], ids=[row[0] for row in BODIES])
def test_an_unknown_field_anywhere_in_a_body_is_pointed_to(schema: Document, body: Any) -> None:
    rules = contract().compile(schema)
    for path in places(schema, body):
        found = changed(body, path, lambda value: {**value, "~/x": 1} if isinstance(value, dict) else value)
        if not rules.accepts(found):
            assert {each for each, _ in faults(schema, found)} == {f"{pointer(path)}/~0~1x"}


@pytest.mark.parametrize(("schema", "body"), [row[1:] for row in BODIES], ids=[row[0] for row in BODIES])
def test_a_missing_field_anywhere_in_a_body_is_pointed_to(schema: Document, body: Any) -> None:
    rules = contract().compile(schema)
    for path in places(schema, body):
        if not path or isinstance(path[-1], int):
            continue
        missing = changed(body, path[:-1], lambda value, name=path[-1]: {k: v for k, v in value.items() if k != name})
        if not rules.accepts(missing):
            expected = {(pointer(path), "required"), (pointer(path[:-1]), "min_properties")}
            assert expected & set(faults(schema, missing)), path


@pytest.mark.parametrize(
    ("schema", "value", "expected"),
    [
        (REPORT, {"description": "x", "recent_logs": [{"message": "", "timestamp": "z"}]}, "/recent_logs/0/timestamp"),
        (REPORT, {"description": "x", "steps_to_reproduce": ["a", "\0"]}, "/steps_to_reproduce/1"),
        (REPORT, {"description": "x", "steps_to_reproduce": 5}, "/steps_to_reproduce"),
        (REPORT, {"description": "x", "app_state": {"a": [{"b/~": "\0"}]}}, "/app_state/a/0/b~1~0"),
        (REPORT, {"description": "x", "network_events": [{}]}, "/network_events/0/"),
        (JOB, {"image_ids": [1]}, "/kind"),
        (JOB, {"kind": ["caption"]}, "/kind"),
        (JOB, [], ""),
    ],
)
def test_the_pointer_is_that_of_the_faulty_part(schema: Document, value: Any, expected: str) -> None:
    found = faults(schema, value)
    assert found
    assert all(each.startswith(expected) for each, _ in found), found


def nested(value: Any, levels: int) -> Any:
    for _ in range(levels):
        value = {"a": value}
    return value


LOGS = [{"message": number} for number in range(900)]
LARGE = [
    (JOB, {"kind": "caption", "image_ids": [1] * 40_000}, {("/image_ids", "max_items"), ("/image_ids/0", "type")}),
    (JOB, {"kind": "caption", "image_ids": ["x"] * 40_000}, {("/image_ids", "max_items"), ("/image_ids/0", "format")}),
    (JOB, {f"k{i}": i for i in range(40_000)} | {"kind": "caption"}, {("/k0", "additional_properties")}),
    (JOB, [[1] * 40_000], {("", "type")}),
    (REPORT, {"description": "\0" * 400_000}, {("/description", "max_length"), ("/description", "pattern")}),
    (REPORT, {"description": "x", "recent_logs": LOGS}, {("/recent_logs/0/message", "type")}),
    (
        REPORT,
        {"description": "x", "app_state": nested([[1] * 1990] * 9 + ["\0"], 1)},
        {("/app_state/a/9", "pattern")},
    ),
    (
        REPORT,
        {"description": "x", "app_state": nested([[1] * 1990] * 9 + ["\0"], 30)},
        {("/app_state/a/a/a/a", "schema")},
    ),
    (REPORT, {"description": "x", "app_state": nested("\0", 40)}, {("/app_state" + "/a" * 40, "pattern")}),
]  # fmt: skip


class WatchedValidator:
    """A validator that counts the validated values, and notes those whose errors are asked for."""

    def __init__(self, validator: Any, asked: list[Any], count: Callable[[], object]) -> None:
        self._validator = validator
        self._asked = asked
        self._count = count

    def is_valid(self, value: object) -> bool:
        self._count()
        return bool(self._validator.is_valid(value))

    def iter_errors(self, value: object) -> Any:
        self._asked.append(value)
        return self._validator.iter_errors(value)


class WatchedSchemas(Schemas):
    """Schemas that note what is compiled, and whose errors are asked for."""

    def __init__(self) -> None:
        super().__init__(BUNDLE)
        self.compiled: list[str] = []
        self.asked: list[Any] = []
        self.validated = 0

    def _validator(self, text: str) -> Any:
        self.compiled.append(text)
        return WatchedValidator(super()._validator(text), self.asked, self._count)

    def _count(self) -> None:
        self.validated += 1


@pytest.mark.parametrize(("schema", "value", "expected"), LARGE)
def test_the_faults_of_a_large_value_are_found_without_the_errors_of_its_parts(
    schema: Document, value: Any, expected: set[tuple[str, str]]
) -> None:
    schemas = WatchedSchemas()
    findings = find_faults(schemas, schemas.compile(schema), value, "")
    assert expected <= {(finding.pointer, finding.code) for finding in findings}
    assert len(findings) <= MAX_FINDINGS
    assert len(schemas.asked) <= MAX_FINDINGS
    assert not [value for value in schemas.asked if isinstance(value, dict | list)]


def test_an_open_object_has_no_unknown_fields() -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string"}}}
    assert faults(schema, {"a": 1, "b": 2}) == [("/a", "type")]


def test_an_integer_is_a_number() -> None:
    assert faults({"type": "number", "minimum": 3}, 2) == [("", "minimum")]


def test_unknown_fields_of_a_composed_object_are_told_in_their_order() -> None:
    part = {"type": "object", "properties": {"a": {"type": "integer"}}}
    own = {"b": {"type": "string"}}
    composed = {"type": "object", "allOf": [part], "properties": own, "unevaluatedProperties": False}
    names = [f"k{number * 7 % 20}" for number in range(20)]
    value = {"a": 1, **dict.fromkeys(names, 0), "b": "x"}
    assert faults(composed, value) == [(f"/{name}", "additional_properties") for name in names]


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        (REPORT, {"description": "x", "app_state": {f"k{number}": [[number]] for number in range(40_000)}}),
        (REPORT, {"description": "x", "app_state": {"a": list(range(40_000))}}),
        (REPORT, {"description": "x", "recent_logs": [{"message": "m"}] * 40_000}),
    ],
)
def test_no_more_parts_are_validated_than_a_valid_value_may_have(schema: Document, value: Any) -> None:
    schemas = WatchedSchemas()
    assert find_faults(schemas, schemas.compile(schema), value, "") != []
    assert schemas.validated < 2500


def test_a_schema_is_compiled_once_however_often_it_is_searched() -> None:
    schemas = WatchedSchemas()
    for _ in range(2):
        for schema, value, _ in LARGE:
            find_faults(schemas, schemas.compile(schema), value, "")
    assert len(schemas.compiled) == len(set(schemas.compiled))


def test_the_search_knows_every_keyword_of_the_contract() -> None:
    for where, node in every_schema(BUNDLE):
        unknown = {key for key in node if not key.startswith("x-")} - ANNOTATIONS - WALKED - OF_SCALARS
        assert not unknown, where


def alternatives(node: Document) -> list[Document]:
    return [*node.get("oneOf", []), *node.get("anyOf", [])]


def types(node: Document) -> set[str]:
    node = contract().resolve(node)
    names = node.get("type", [])
    own = {name.replace("integer", "number") for name in ([names] if isinstance(names, str) else names)}
    return own.union(*(types(each) for each in alternatives(node)))


def test_a_value_has_the_type_of_at_most_one_alternative_unless_a_tag_selects_one() -> None:
    for where, node in every_schema(BUNDLE):
        if "discriminator" not in node:
            names = [name for each in alternatives(node) for name in types(each)]
            assert len(names) == len(set(names)), where


def test_long_texts_are_cut() -> None:
    found = finding("/" * 501, "a" * 301, "does_not_fit")
    assert (len(found.pointer), len(found.message)) == (500, 300)


def test_a_value_of_no_type_that_the_alternatives_have_names_all_of_them() -> None:
    schema = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}, {"type": "null"}]}
    (found,) = contract().compile(schema).findings(3, "/x")
    assert (found.pointer, found.message) == ("/x", "the value is not of type string or array or null")
