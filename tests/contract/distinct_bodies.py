"""Request bodies, made from the contract: every field is given, and differs from its default and from every other."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from codegen.types import resolve
from tests.contract.distinct_rows import FIRST_MOMENT, as_json
from tests.serving import contract

DOCUMENT = dict(contract().document)


class DistinctBody:
    """Makes instances of schemas; ``given`` are the values that a schema cannot know, by field name."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.given = given
        self.serial = 100

    def make(self, schema: dict[str, Any], field: str = "") -> Any:
        """An instance of ``schema``, with every property that it declares."""
        default = schema.get("default")
        schema = resolve(DOCUMENT, schema)
        self.serial += 1
        for member in schema.get("anyOf", ()):
            if member != {"type": "null"}:
                return self.make(member, field)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return [member for member in schema["enum"] if member != default][-1]
        match schema.get("type"):
            case "object":
                return self._object(schema, field)
            case "array":
                return [self.make(schema["items"], field)]
            case "boolean":
                return not default
            case "integer":
                return self._integer(schema)
            case "number":
                low, high = schema["minimum"], min(schema["maximum"], 1e6)
                return low + (high - low) * (self.serial % 16 + 1) / 32
            case "string":
                return self._string(schema, field)
        return {f"key_{self.serial}": self.serial}

    def _object(self, schema: dict[str, Any], field: str) -> dict[str, Any]:
        if "properties" not in schema:
            return {f"key{self.serial}": self.make(schema.get("additionalProperties") or {}, field)}
        return {
            name: self.given[name] if name in self.given else self.make(member, name)
            for name, member in schema["properties"].items()
        }

    def _integer(self, schema: dict[str, Any]) -> int:
        step = schema.get("multipleOf", 1)
        low, high = schema["minimum"], min(schema["maximum"], schema["minimum"] + 2000)
        return int(low + (self.serial * step) % (high - low))

    def _string(self, schema: dict[str, Any], field: str) -> str:
        if schema.get("format") == "date-time":
            return str(as_json(FIRST_MOMENT + timedelta(minutes=self.serial)))
        for text in (f"{field} {self.serial}", f"{field}_{self.serial}", f"{field}{'x' * (self.serial % 7)}"):
            if re.search(schema.get("pattern", ""), text):
                return text[: schema["maxLength"]]
        raise AssertionError(f"name a text for {field}: {schema['pattern']}")
