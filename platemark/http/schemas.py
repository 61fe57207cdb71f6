"""The schemas of the contract, each compiled once, on first use."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jsonschema_rs

Document = Mapping[str, Any]

BUNDLE_URI = "urn:platemark:contract"


@dataclass(frozen=True, slots=True)
class Schema:
    """A schema with its references resolved, and its validator."""

    document: Document
    validator: jsonschema_rs.Draft202012Validator

    def accepts(self, value: object) -> bool:
        """Whether ``value`` is valid; the cost grows with the size of ``value`` only."""
        return self.validator.is_valid(value)


class Schemas:
    """Compiles schemas whose references point into the bundle; equal schemas are compiled once."""

    def __init__(self, bundle: Document) -> None:
        self._bundle = bundle
        self._registry = jsonschema_rs.Registry([(BUNDLE_URI, {"$id": BUNDLE_URI, "components": bundle["components"]})])
        self._compiled: dict[str, Schema] = {}

    def resolve(self, node: Document) -> Document:
        """Follow the references of ``node`` until it is none; keywords beside a reference stay."""
        while "$ref" in node:
            target: Any = self._bundle
            for part in node["$ref"][2:].split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            node = {**target, **{key: value for key, value in node.items() if key != "$ref"}}
        return node

    def compile(self, schema: Document) -> Schema:
        """The compiled form of ``schema``."""
        text = json.dumps(schema)
        return self._compiled.get(text) or self._compiled.setdefault(text, self._compile(schema, text))

    def _compile(self, schema: Document, text: str) -> Schema:
        absolute = json.loads(text.replace('"#/components/', f'"{BUNDLE_URI}#/components/'))
        validator = jsonschema_rs.Draft202012Validator(
            absolute, registry=self._registry, validate_formats=True, offline=True, mask="the value"
        )
        return Schema(self.resolve(schema), validator)
