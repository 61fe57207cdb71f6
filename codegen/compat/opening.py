"""Answers as an open reader takes them: what a client of this contract makes of what only a later one says.

The rule of `make compat` and of the types of clients; `shared-types/src/reading.ts` has it for their validators.
"""

from __future__ import annotations

from typing import Any

from codegen.load import Json
from codegen.schema_tree import target

CLOSING = ("additionalProperties", "unevaluatedProperties")
NEVER_OPENED = (
    "not", "if", "then", "else", "dependentSchemas", "unevaluatedItems", "unevaluatedProperties", "$defs",
)  # fmt: skip
"""The keywords whose schemas say what a value is not, or depend on what others say: they hold to the letter."""


def opened_schema(document: Json, schema: Json) -> Json:
    """A schema, its parts left as they are, that also takes members, words and kinds that it does not list.

    A list of words is an `enum` of texts, null aside. The kinds of objects are a `oneOf` with a discriminator for which
    each branch has a text of its own; an unknown kind may hold anything besides.
    """
    copy = {key: value for key, value in schema.items() if key not in CLOSING or value is not False}
    if is_words(schema):
        copy["type"] = ["string", "null"] if None in copy.pop("enum") else "string"
    if isinstance(schema.get("oneOf"), list) and "anyOf" not in schema:
        copy["anyOf"] = [*copy.pop("oneOf"), *_unknown_kind(document, schema)]  # what opens may fit several branches
    return copy


def is_words(schema: Any) -> bool:
    """Whether a schema is a list of words, null aside."""
    words = [word for word in schema.get("enum", ()) if word is not None] if isinstance(schema, dict) else []
    return bool(words) and all(isinstance(word, str) for word in words)


def kinds(document: Json, schema: Json) -> tuple[str, list[str]] | None:
    """The property that tells the branches of a union apart, and the text of each; None if some has none."""
    tag = schema.get("discriminator", {}).get("propertyName")
    if tag is None:
        return None
    branches = [_resolved(document, branch) for branch in schema.get("oneOf", [])]
    texts = [branch.get("properties", {}).get(tag, {}).get("const") for branch in branches]
    return (tag, texts) if texts and all(isinstance(text, str) for text in texts) else None


def _unknown_kind(document: Json, schema: Json) -> list[Json]:
    if (found := kinds(document, schema)) is None:
        return []
    tag, known = found
    return [{"type": "object", "required": [tag], "properties": {tag: {"type": "string", "not": {"enum": known}}}}]


def _resolved(document: Json, schema: Any) -> Json:
    while isinstance(schema, dict) and isinstance(schema.get("$ref"), str):
        schema = target(document, schema["$ref"])
    return schema if isinstance(schema, dict) else {}
