"""What a schema says besides the values it admits: found wherever it is said, and compared with its counterpart."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Callable
from typing import Any

import pytest

from codegen.compat.changes import Change
from codegen.compat.comparison import compare
from codegen.load import Json
from codegen.schema_tree import target
from tests.contract.compat.seeds import contract, put

TODAY = datetime.date(2026, 12, 1)
COUNT = {"$ref": "#/components/schemas/Count"}
ONES = {"$ref": "#/components/schemas/Ones"}


def of_kind(kind: str, default: Any) -> Json:
    return {"type": "object", "properties": {"kind": {"const": kind}, "count": {**COUNT, "default": default}}}


def listed(*parts: Json) -> Json:
    return {"type": "array", "prefixItems": list(parts)}


def document(schema: Json, place: str = "body") -> Json:
    """A contract in which clients send a value of `schema`."""
    operation: Json = {"operationId": "send", "responses": {}}
    if place == "body":
        operation["requestBody"] = {"content": {"application/json": {"schema": schema}}}
    elif place == "shared parameter":
        operation["parameters"] = [{"$ref": "#/components/parameters/P", "description": "How many."}]
    else:
        operation["parameters"] = [{"in": place, "name": "count", "schema": schema}]
    return {
        "paths": {"/a": {"post": operation}},
        "components": {
            "schemas": {"Count": {"type": "integer", "default": 5}, "Ones": {"type": "integer", "default": 1}},
            "parameters": {"P": {"in": "query", "name": "count", "schema": schema}},
        },
    }


def changes(old: Json, new: Json) -> list[Change]:
    return [found for found in compare(old, new, TODAY) if isinstance(found, Change)]


def whys(old: Json, new: Json) -> list[str]:
    return [f"{found.answer.verdict}: {found.answer.why}" for found in changes(old, new)]


ANOTHER = ["breaking: another default: 0 before, 3 now"]


@pytest.mark.parametrize("place", ["body", "query", "header", "cookie", "path", "shared parameter"])
def test_a_default_beside_a_reference_is_compared(place: str) -> None:
    old, new = (document({**COUNT, "default": default}, place) for default in (0, 3))
    assert whys(old, new) == ANOTHER
    assert whys(old, old) == []


@pytest.mark.parametrize(
    "around",
    [
        lambda part: {"type": "object", "properties": {"count": part}},
        lambda part: {"type": "object", "patternProperties": {"^a": COUNT, "^b": part}},
        lambda part: {"type": "object", "additionalProperties": part},
        lambda part: {"type": "array", "items": part},
        lambda part: listed(COUNT, part, ONES),
        lambda part: {"anyOf": [{"type": "null"}, part]},
        lambda part: {"oneOf": [part, ONES]},
        lambda part: {"oneOf": [ONES, part]},
        lambda part: {"allOf": [part, ONES]},
        lambda part: {"if": {"type": "integer"}, "then": part, "else": ONES},
    ],
)
def test_a_default_is_compared_wherever_it_stands(around: Callable[[Json], Json]) -> None:
    old, new = (document(around({**COUNT, "default": default})) for default in (0, 3))
    assert whys(old, new) == ANOTHER


@pytest.mark.parametrize("union", ["oneOf", "anyOf"])
def test_the_same_field_of_two_kinds_has_two_defaults(union: str) -> None:
    old = document({union: [of_kind("a", 0), of_kind("b", 1)]})
    first, second = (document({union: kinds}) for kinds in ([of_kind("a", 3), of_kind("b", 1)],
                                                           [of_kind("b", 2), of_kind("a", 0)]))  # fmt: skip
    assert whys(old, first) == ANOTHER
    assert whys(old, second) == ["breaking: another default: 1 before, 2 now"]
    assert whys(old, document({union: [of_kind("b", 1), of_kind("a", 0)]})) == []
    assert whys(old, document({union: [of_kind("a", 1), of_kind("b", 0)]})) == [
        "breaking: another default: 0 before, 1 now", "breaking: another default: 1 before, 0 now",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({**COUNT, "default": 0}, {"type": "integer", "default": 0}),
        (COUNT, {"type": "integer", "default": 5}),
        ({"allOf": [COUNT], "default": 0}, {**COUNT, "default": 0}),
        ({"allOf": [{"properties": {"a": COUNT}}, {"properties": {"a": {"type": "integer"}}}]},
         {"properties": {"a": COUNT}}),
        ({"oneOf": [COUNT, {"type": "null"}]}, COUNT),
    ],
)  # fmt: skip
def test_a_default_may_be_said_elsewhere(old: Json, new: Json) -> None:
    assert whys(document(old), document(new)) == []


def test_a_default_that_comes_or_goes_beside_a_reference_is_unknown() -> None:
    plain = {"$ref": "#/components/schemas/Plain"}
    old, new = document(plain), document({**plain, "default": 3})
    for side in (old, new):
        side["components"]["schemas"]["Plain"] = {"type": "integer"}
    assert whys(old, new) == ["unknown: a default added or removed: none before, 3 now"]
    assert whys(new, old) == ["unknown: a default added or removed: 3 before, none now"]


@pytest.mark.parametrize("kind", ["GenerateRequest", "CaptionRequest"])
def test_the_default_of_each_kind_of_job_is_compared(kind: str) -> None:
    pointer = f"#/components/schemas/{kind}/properties/priority"
    assert target(contract(), pointer).keys() >= {"$ref", "default"}
    old = {**contract(), "paths": {"/jobs": contract()["paths"]["/jobs"]}}
    new = copy.deepcopy(old)
    put(f"{pointer}/default", 3)(new)
    (found,) = changes(old, new)
    assert (found.where, found.answer.verdict) == (pointer, "breaking")


def test_content_is_compared_in_each_branch_and_beside_references() -> None:
    def text(media: str) -> Json:
        return {"type": "string", "contentMediaType": media}

    branches = [{"oneOf": [text(media), {**COUNT, "contentMediaType": "text/csv"}]} for media in ("a/b", "a/c")]
    assert whys(*map(document, branches)) == ['breaking: another contentMediaType: "a/b" before, "a/c" now']
    beside = [{**COUNT, "contentMediaType": media} for media in ("a/b", "a/c")]
    assert whys(*map(document, beside)) == ['breaking: another contentMediaType: "a/b" before, "a/c" now']


def test_a_value_does_not_become_content_of_a_media_type() -> None:
    media = {"content": {"application/json": {"schema": COUNT}}}
    old, new = document(COUNT, "query"), document(COUNT, "query")
    del new["paths"]["/a"]["post"]["parameters"][0]["schema"]
    new["paths"]["/a"]["post"]["parameters"][0] |= media
    why = ["breaking: a value became content of a media type, or the other way round"]
    assert whys(old, new) == why
    assert whys(new, old) == why
    headers = [{"headers": {"Count": held}} for held in ({"schema": COUNT}, media)]
    for side, answer in zip((old, new), headers, strict=True):
        side["paths"]["/a"]["post"] |= {"parameters": [], "responses": {"200": answer}}
    assert whys(old, new) == why


def test_what_stands_beside_the_reference_of_a_path_is_compared() -> None:
    answers: Json = {"responses": {}}
    old: Json = {"paths": {"/a": {"$ref": "#/components/pathItems/A", "get": {"operationId": "read", **answers}}}}
    old["components"] = {"pathItems": {"A": {"put": {"operationId": "write", **answers}}}}
    new = copy.deepcopy(old)
    del new["paths"]["/a"]["get"]
    assert [found.place for found in changes(old, new)] == ["read: GET /a"]
    del new["components"]["pathItems"]["A"]["put"]
    assert {found.place for found in changes(old, new)} == {"read: GET /a", "write: PUT /a"}
