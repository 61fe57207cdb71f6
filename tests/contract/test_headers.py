"""What a response declares of its headers, and what is wrong with those that were sent."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from codegen.conformance.headers import faults, undeclared, value_of

DOCUMENT: dict[str, Any] = {
    "components": {
        "schemas": {"Count": {"type": "integer", "minimum": 0}, "Tag": {"type": "string", "pattern": '^".+"$'}},
        "headers": {"ETag": {"required": True, "schema": {"$ref": "#/components/schemas/Tag"}}},
        "responses": {
            "Card": {
                "headers": {
                    "ETag": {"$ref": "#/components/headers/ETag"},
                    "X-Count": {"schema": {"$ref": "#/components/schemas/Count"}},
                    "Content-Type": {"required": True, "schema": False},
                }
            }
        },
    }
}
CARD = {"$ref": "#/components/responses/Card"}


def fits(schema: Any, value: Any) -> bool:
    return Draft202012Validator({**DOCUMENT, **schema}).is_valid(value)


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({"etag": '"1"'}, []),
        ({"ETag": '"1"', "x-count": "12"}, []),
        ({}, ["ETag is required, and missing"]),
        ({"ETag": "1"}, ["ETag does not fit its schema: '1'"]),
        ({"ETag": '"1"', "X-Count": "-1"}, ["X-Count does not fit its schema: '-1'"]),
        ({"ETag": '"1"', "X-Count": "a few"}, ["X-Count does not fit its schema: 'a few'"]),
    ],
)
def test_the_faults_of_headers(sent: dict[str, str], expected: list[str]) -> None:
    assert list(faults(DOCUMENT, CARD, sent, fits)) == expected


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (["etag", "X-COUNT", "Date", "content-type", "vary"], []),
        (["x-motto", "ETag", "X-Other"], ["X-Other", "x-motto"]),
    ],
)
def test_a_header_that_nobody_declares(sent: list[str], expected: list[str]) -> None:
    assert undeclared(DOCUMENT, CARD, sent) == expected


@pytest.mark.parametrize(
    ("schema", "text", "value"),
    [
        ({"type": "integer"}, "007", 7),
        ({"type": "integer"}, "-3", -3),
        ({"type": "integer"}, "2.5", 2.5),
        ({"type": "integer"}, "٣", "٣"),
        ({"type": "number"}, "2.5e1", 25.0),
        ({"type": "number"}, "nan", "nan"),
        ({"type": ["integer", "null"]}, "null", None),
        ({"type": "boolean"}, "false", False),
        ({"type": "boolean"}, "no", "no"),
        ({"type": "string"}, "12", "12"),
        ({"enum": [1, 2]}, "2", 2),
        ({"const": "2"}, "2", "2"),
        ({"anyOf": [{"type": "integer"}, {"const": "many"}]}, "many", "many"),
        ({"type": "array", "items": {"$ref": "#/components/schemas/Count"}}, "1, 2,x", [1, 2, "x"]),
        ({"type": "array", "items": {"type": "string"}}, "", []),
    ],
)
def test_the_value_that_a_text_stands_for(schema: Any, text: str, value: Any) -> None:
    found = value_of(DOCUMENT, schema, text)
    assert (type(found), found) == (type(value), value)
