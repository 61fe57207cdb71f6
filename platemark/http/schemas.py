"""The schemas of the contract, each compiled once, when it is first used."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import jsonschema_rs

Document = Mapping[str, Any]

BUNDLE_URI = "urn:platemark:contract"


@dataclass(frozen=True)
class Schema:
    """A schema with its references resolved. Its validator is compiled when the first value is validated."""

    document: Document
    compile: Callable[[], jsonschema_rs.Draft202012Validator]

    @cached_property
    def validator(self) -> jsonschema_rs.Draft202012Validator:
        """The compiled validator."""
        return self.compile()

    def accepts(self, value: object) -> bool:
        """Whether ``value`` is valid; the cost grows with the size of ``value`` only."""
        return self.validator.is_valid(value)


class Schemas:
    """Schemas whose references point into the bundle. Equal schemas are one, compiled once, when it is first used."""

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
        """``schema`` with its validator, which is compiled when it is first used."""
        text = json.dumps(schema)
        if text not in self._compiled:
            self._compiled[text] = Schema(self.resolve(schema), partial(self._validator, text))
        return self._compiled[text]

    def _validator(self, text: str) -> jsonschema_rs.Draft202012Validator:
        absolute = json.loads(text.replace('"#/components/', f'"{BUNDLE_URI}#/components/'))
        return jsonschema_rs.Draft202012Validator(
            absolute, registry=self._registry, validate_formats=True, offline=True, mask="the value"
        )
