"""Which way round schemas are compared: requests, answers, webhooks and callbacks, strings with content."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from codegen.compat.examiner import Examiner
from codegen.compat.verdicts import judge
from codegen.load import Json

NARROW, WIDE = {"type": "integer", "minimum": 0, "maximum": 9}, {"type": "integer", "minimum": 0, "maximum": 99}
TODAY = datetime.date(2026, 12, 1)


def media(schema: Any) -> Json:
    return {"content": {"application/json": {"schema": schema}}}


def request(schema: Any) -> Json:
    return {"post": {"operationId": "send", "requestBody": media(schema), "responses": {}}}


def answer(schema: Any) -> Json:
    return {"get": {"operationId": "read", "responses": {"200": media(schema)}}}


def callback(schema: Any) -> Json:
    return {"post": {"operationId": "call", "responses": {}, "callbacks": {"done": {"{$url}": request(schema)}}}}


def document(item: Json, section: str = "paths") -> Json:
    return {"openapi": "3.1.0", "info": {"version": "1.0.0"}, "paths": {}, "components": {}, section: {"/a": item}}


def text(schema: Any) -> Json:
    return answer({"type": "string", "contentMediaType": "application/json", "contentSchema": schema})


def verdicts(old: Json, new: Json) -> set[str]:
    with Examiner() as examiner:
        return {group.verdict for group in judge(old, new, examiner, TODAY).groups}


@pytest.mark.parametrize(
    ("make", "section", "may_widen"),
    [
        (request, "paths", True),
        (answer, "paths", False),
        (text, "paths", False),
        (callback, "paths", False),
        (request, "webhooks", False),
        (answer, "webhooks", True),
    ],
)
def test_the_direction_of_each_place(make: Any, section: str, may_widen: bool) -> None:
    narrow, wide = document(make(NARROW), section), document(make(WIDE), section)
    assert verdicts(narrow, wide) == {"compatible" if may_widen else "breaking"}
    assert verdicts(wide, narrow) == {"breaking" if may_widen else "compatible"}


def test_only_answers_may_grow() -> None:
    small = {"type": "object", "additionalProperties": False, "required": ["a"], "properties": {"a": NARROW}}
    large = {**small, "required": ["a", "b"], "properties": {"a": NARROW, "b": NARROW}}
    assert verdicts(document(answer(small)), document(answer(large))) == {"compatible"}
    assert verdicts(document(request(small)), document(request(large))) == {"breaking"}


def test_a_deprecated_operation_may_go_after_its_sunset() -> None:
    item = answer(NARROW)
    for sunset, verdict in (("2026-12-02", "breaking"), ("2026-12-01", "compatible")):
        item["get"] |= {"deprecated": True, "x-sunset": sunset}
        assert verdicts(document(item), {**document({}), "paths": {}}) == {verdict}
