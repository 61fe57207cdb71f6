"""What is wrong with a value, as findings: a pointer, a message and a code for each fault.

The validator is asked only whether a value is valid. Its errors copy the value, for each alternative of a ``oneOf``,
so the search for the faults is made here: it goes down to the parts that are faulty, and only a scalar's own errors are
the validator's. Its cost is bounded: it stops after ``MAX_FINDINGS``, looks at no more items or members than a list or
an object may have, and tells a fault in a large value below ``MAX_LEVELS`` as one of that value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from platemark.errors import Finding
from platemark.http.schemas import Document, Schema, Schemas

MAX_FINDINGS = 100
MAX_LEVELS = 4
SMALL_VALUE = 200
MAX_MESSAGE_LENGTH = 300
MAX_POINTER_LENGTH = 500
JSON_TYPES = {dict: "object", list: "array", str: "string", bool: "boolean", int: "integer", type(None): "null"}


def find_faults(schemas: Schemas, schema: Schema, value: object, pointer: str) -> list[Finding]:
    """The first ``MAX_FINDINGS`` faults of ``value``, empty if it is valid; pointers start with ``pointer``."""
    try:
        if schema.accepts(value):
            return []
        faults = list(islice(_Search(schemas).faults(schema, value, pointer), MAX_FINDINGS))
    except (ValueError, RecursionError):
        return [finding(pointer, "the value is nested too deeply, or is not text", "depth")]
    return faults or [finding(pointer, "the value does not fit its schema", "schema")]


class _Search:
    """Goes down a value along its schema."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas

    def faults(self, schema: Schema, value: Any, pointer: str) -> Iterator[Finding]:
        """The faults of ``value``, which is not valid."""
        document = schema.document
        alternatives = document.get("oneOf") or document.get("anyOf")
        if pointer.count("/") > MAX_LEVELS and not is_small(value):
            yield finding(pointer, "the value has a fault in it", "schema")
        elif alternatives:
            yield from self._alternatives(document, alternatives, value, pointer)
        elif not _has_type(value, document):
            yield _wrong_type([document], pointer)
        elif "allOf" in document:
            yield from self._composed(document, value, pointer)
        elif isinstance(value, dict):
            yield from self._object(document, value, pointer)
        elif isinstance(value, list):
            yield from self._array(document, value, pointer)
        else:
            yield from _scalar(schema, value, pointer)

    def _part(self, node: Document, value: Any, pointer: str) -> Iterator[Finding]:
        schema = self._schemas.compile(node)
        if not schema.accepts(value):
            yield from self.faults(schema, value, pointer)

    def _alternatives(
        self, document: Document, alternatives: list[Document], value: Any, pointer: str
    ) -> Iterator[Finding]:
        """The faults of the alternative that the tag or the type of ``value`` selects."""
        resolved = [(node, self._schemas.resolve(node)) for node in alternatives]
        fitting = [(node, each) for node, each in resolved if self._may_have_type(value, each)]
        tag = document.get("discriminator", {}).get("propertyName")
        if not fitting:
            yield _wrong_type([each for _, each in resolved], pointer)
        elif tag is not None:
            yield from self._tagged(tag, resolved, value, pointer)
        elif len(fitting) == 1:
            yield from self.faults(self._schemas.compile(fitting[0][0]), value, pointer)
        else:
            yield finding(pointer, "the value fits none of the alternatives", "any_of")

    def _tagged(
        self, tag: str, alternatives: list[tuple[Document, Document]], value: Any, pointer: str
    ) -> Iterator[Finding]:
        tags = [(each["properties"][tag]["const"], node) for node, each in alternatives]
        if tag not in value:
            yield _missing(child(pointer, tag))
            return
        chosen = next((node for const, node in tags if (type(const), const) == (type(value[tag]), value[tag])), None)
        if chosen is not None:
            yield from self.faults(self._schemas.compile(chosen), value, pointer)
        else:
            known = ", ".join(str(const) for const, _ in tags)
            yield finding(child(pointer, tag), f"the value is not one of {known}", "enum")

    def _may_have_type(self, value: Any, document: Document) -> bool:
        nested = document.get("oneOf") or document.get("anyOf")
        if nested:
            return any(self._may_have_type(value, self._schemas.resolve(each)) for each in nested)
        return _has_type(value, document)

    def _object(self, document: Document, value: dict[str, Any], pointer: str) -> Iterator[Finding]:
        yield from _sizes(document, value, pointer, "Properties")
        for name in document.get("required", ()):
            if name not in value:
                yield _missing(child(pointer, name))
        known, others = document.get("properties", {}), document.get("additionalProperties", True)
        for name, part in islice(value.items(), document.get("maxProperties")):
            at = child(pointer, name)
            if "propertyNames" in document:
                yield from self._part(document["propertyNames"], name, at)
            if name in known:
                yield from self._part(known[name], part, at)
            elif others is False:
                yield finding(at, "this field is unknown", "additional_properties")
            elif others is not True:
                yield from self._part(others, part, at)

    def _composed(self, document: Document, value: Any, pointer: str) -> Iterator[Finding]:
        """The faults of the parts of ``allOf`` and of what stands beside it; a field that no part has is unknown."""
        for part in document["allOf"]:
            yield from self._part(part, value, pointer)
        own = {key: node for key, node in document.items() if key not in ("allOf", "unevaluatedProperties")}
        yield from self._part(own, value, pointer)
        if document.get("unevaluatedProperties") is False and isinstance(value, dict):
            parts = [document, *map(self._schemas.resolve, document["allOf"])]
            known = {name for part in parts for name in part.get("properties", {})}
            for name in value:
                if name not in known:
                    yield finding(child(pointer, name), "this field is unknown", "additional_properties")

    def _array(self, document: Document, value: list[Any], pointer: str) -> Iterator[Finding]:
        yield from _sizes(document, value, pointer, "Items")
        first = document.get("prefixItems", ())
        for number, (node, item) in enumerate(zip(first, value, strict=False)):
            yield from self._part(node, item, child(pointer, number))
        items = islice(value, len(first), document.get("maxItems"))
        schema = self._schemas.compile(document.get("items") or {})
        faulty = ((number, item) for number, item in enumerate(items, len(first)) if not schema.accepts(item))
        for number, item in faulty:
            yield from self.faults(schema, item, child(pointer, number))
        if document.get("uniqueItems") and not self._schemas.compile({"uniqueItems": True}).accepts(value):
            yield finding(pointer, "the value has the same item twice", "unique_items")


def is_small(value: Any) -> bool:
    """Whether ``value`` has at most ``SMALL_VALUE`` nodes; a long text counts for more than one."""
    nodes, rest = 0, [value]
    while rest and nodes <= SMALL_VALUE:
        node = rest.pop()
        nodes += 1 + (len(node) // 1000 if isinstance(node, str) else 0)
        if isinstance(node, dict | list):
            rest += islice(node.values() if isinstance(node, dict) else node, SMALL_VALUE)
    return nodes <= SMALL_VALUE


def _sizes(document: Document, value: Any, pointer: str, what: str) -> Iterator[Finding]:
    """The faults of the length of ``value``; ``what`` it has are ``Items`` or ``Properties``."""
    least, most = document.get(f"min{what}", 0), document.get(f"max{what}", len(value))
    if len(value) < least:
        yield finding(pointer, f"the value has fewer than {least} {what.lower()}", f"min_{what.lower()}")
    if len(value) > most:
        yield finding(pointer, f"the value has more than {most} {what.lower()}", f"max_{what.lower()}")


def _scalar(schema: Schema, value: Any, pointer: str) -> Iterator[Finding]:
    for error in schema.validator.iter_errors(value):
        yield finding(pointer, error.message, snake_case(str(error.schema_path[-1])))


def _has_type(value: Any, document: Document) -> bool:
    """Whether the type of ``value`` is one that ``document`` allows."""
    types = _types(document)
    name = JSON_TYPES.get(type(value)) or ("integer" if float(value).is_integer() else "number")
    return not types or name in types or (name == "integer" and "number" in types)


def _types(document: Document) -> list[str]:
    types = document.get("type", [])
    return [types] if isinstance(types, str) else list(types)


def _wrong_type(documents: Iterable[Document], pointer: str) -> Finding:
    names = dict.fromkeys(name for document in documents for name in _types(document))
    return finding(pointer, f"the value is not of type {' or '.join(names)}", "type")


def _missing(pointer: str) -> Finding:
    return finding(pointer, "this field is required", "required")


def child(pointer: str, part: str | int) -> str:
    """The pointer of a field or an item of the value at ``pointer`` (RFC 6901)."""
    return f"{pointer}/{str(part).replace('~', '~0').replace('/', '~1')}"


def finding(pointer: str, message: str, code: str) -> Finding:
    """A finding whose texts can be shown."""
    return Finding(printable(pointer, MAX_POINTER_LENGTH), printable(message, MAX_MESSAGE_LENGTH), code)


def printable(text: str, max_length: int) -> str:
    """``text`` cut to ``max_length`` characters; control characters and lone surrogates are replaced."""
    clean = text[:max_length].encode("utf-8", "replace").decode("utf-8")
    if clean.isprintable():
        return clean
    return "".join(character if character.isprintable() else "\ufffd" for character in clean)


def snake_case(keyword: str) -> str:
    """``maxLength`` as ``max_length``."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in keyword if letter.isalpha())
