"""What TypeScript types are generated from: answers are open for words and kinds to come, requests are not."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from codegen.findings import CodegenError
from codegen.reading import as_read

MOOD = {"title": "Mood", "type": "string", "enum": ["calm", "wild"]}


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def closed(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "properties": properties}


def json_body(name: str) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": ref(name)}}}


def document(sent: str, received: str, **schemas: Any) -> Any:
    """A contract whose only operation takes the schema `sent` and answers with `received`."""
    operation = {"operationId": "ask", "requestBody": json_body(sent), "responses": {"200": json_body(received)}}
    return {"paths": {"/ask": {"post": operation}}, "components": {"schemas": {"Mood": MOOD, **schemas}}}


def either(*names: str) -> dict[str, Any]:
    return {"anyOf": [ref(name) for name in names]}


def read(*arguments: str, **schemas: Any) -> Any:
    source = document(*arguments, **schemas)
    before = copy.deepcopy(source)
    opened = as_read(source)
    assert source == before
    return opened


def test_a_word_may_be_unknown_where_it_is_received_but_not_where_it_is_sent() -> None:
    schemas = read("Question", "Reply", Question=closed(mood=ref("Mood")), Reply=closed(mood=ref("Mood")))
    schemas = schemas["components"]["schemas"]
    assert schemas["Mood"] == MOOD
    assert schemas["Question"] == closed(mood=ref("Mood"))
    assert schemas["Reply"] == closed(mood=either("Mood", "UnknownWord"))


def test_words_are_found_at_any_depth() -> None:
    words = {"type": ["string", "null"], "enum": ["a", None], "description": "A word."}
    reply = closed(moods={"type": "array", "items": ref("Mood")}, word=words, size={"enum": [1, 2]})
    opened = read("Mood", "Reply", Reply=reply)["components"]["schemas"]["Reply"]["properties"]
    assert opened["moods"]["items"] == either("Mood", "UnknownWord")
    assert opened["word"] == {
        "description": "A word.",
        "anyOf": [{"type": ["string", "null"], "enum": ["a", None]}, ref("UnknownWord")],
    }
    assert opened["size"] == {"enum": [1, 2]}


def test_an_answer_that_is_a_word_may_be_unknown() -> None:
    opened = read("Mood", "Mood")["paths"]["/ask"]["post"]
    assert opened["responses"]["200"]["content"]["application/json"]["schema"] == either("Mood", "UnknownWord")
    assert opened["requestBody"] == json_body("Mood")


def kinds(**tags: Any) -> dict[str, Any]:
    objects = {name: closed(kind={"const": tag}) for name, tag in tags.items()}
    union = {"oneOf": [ref(name) for name in objects], "discriminator": {"propertyName": "kind"}}
    return {**objects, "Event": union}


def test_a_kind_may_be_unknown() -> None:
    schemas = read("Mood", "Event", **kinds(One="one", Two="two"))["components"]["schemas"]
    assert schemas["Event"] == {"oneOf": [ref("One"), ref("Two"), ref("UnknownEvent")]}
    assert schemas["UnknownEvent"]["properties"] == {"kind": ref("UnknownWord")}
    assert schemas["UnknownEvent"]["additionalProperties"] is True


def test_kinds_that_are_told_apart_by_numbers_are_left_alone() -> None:
    schemas = kinds(One=1, Two=2)
    assert read("Mood", "Event", **schemas)["components"]["schemas"] == {"Mood": MOOD, **schemas}


def test_a_schema_that_goes_both_ways_has_another_one_for_answers() -> None:
    tree = closed(mood=ref("Mood"), children={"type": "array", "items": ref("Tree")})
    opened = read("Tree", "Tree", Tree=tree)
    schemas, operation = opened["components"]["schemas"], opened["paths"]["/ask"]["post"]
    assert schemas["Tree"] == tree
    assert schemas["ReceivedTree"]["properties"]["children"]["items"] == ref("ReceivedTree")
    assert schemas["ReceivedTree"]["properties"]["mood"] == either("Mood", "UnknownWord")
    assert operation["requestBody"] == json_body("Tree")
    assert operation["responses"]["200"] == json_body("ReceivedTree")


def test_a_schema_without_words_is_the_same_in_both_directions() -> None:
    plain = closed(size={"type": "integer"})
    source = document("Plain", "Plain", Plain=plain)
    assert as_read(source) == source


def test_a_webhook_is_read_like_an_answer() -> None:
    source = document("Mood", "Mood", Notice=closed(mood=ref("Mood")), Reaction=closed(mood=ref("Mood")))
    hook = {"operationId": "told", "requestBody": json_body("Notice"), "responses": {"200": json_body("Reaction")}}
    source["webhooks"] = {"told": {"post": hook}}
    schemas = as_read(source)["components"]["schemas"]
    assert schemas["Notice"] == closed(mood=either("Mood", "UnknownWord"))
    assert schemas["Reaction"] == closed(mood=ref("Mood"))


def test_a_name_that_clients_need_is_a_finding() -> None:
    with pytest.raises(CodegenError, match="clients have another UnknownWord"):
        read("Mood", "Mood", UnknownWord={"type": "string"})
