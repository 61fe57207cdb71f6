"""The form in which two schemas can be compared."""

from __future__ import annotations

import json
from typing import Any

from codegen.compat import algebra
from codegen.compat.opening import NEVER_OPENED, opened_schema
from codegen.load import Json
from codegen.schema_tree import ANNOTATIONS, replaced, target


class Comparable:
    """Schemas of one document in the form in which they are compared.

    It has no annotations, references are written out except where they recurse (those become `$defs`), and a `oneOf`
    whose branches are proven to be apart is an `anyOf`. With `opened`, it also takes members, words and kinds that it
    does not list, as a reader does who passes over what it does not know; see opening.py.
    """

    def __init__(self, document: Json) -> None:
        self._document = document
        self._forms: dict[tuple[str, bool], Any] = {}

    def form(self, schema: Any, *, opened: bool = False) -> Any:
        """The comparable form of a schema of the document."""
        key = json.dumps(schema, sort_keys=True), opened
        if key not in self._forms:
            definitions: Json = {}
            whole = self._expand(schema, definitions, (), opened=opened)
            self._forms[key] = {**whole, "$defs": definitions} if definitions else whole
        return self._forms[key]

    def _expand(self, schema: Any, definitions: Json, above: tuple[str, ...], *, opened: bool) -> Any:
        if not isinstance(schema, dict):
            return schema
        if opened:
            schema = opened_schema(self._document, schema)
        bare = {key: value for key, value in schema.items() if key not in ANNOTATIONS and not key.startswith("x-")}
        if isinstance(reference := bare.pop("$ref", None), str):
            inner = self._refer(reference, definitions, above, opened=opened)
            return {"allOf": [inner, self._expand(bare, definitions, above, opened=opened)]} if bare else inner
        if isinstance(bare.get("required"), list):
            bare["required"] = sorted(bare["required"])
        whole = replaced(bare, lambda path, part: self._expand(
            part, definitions, above, opened=opened and path[0] not in NEVER_OPENED
        ))  # fmt: skip
        branches = whole.get("oneOf")
        if branches and "anyOf" not in whole and algebra.pairwise_disjoint(branches):
            whole["anyOf"] = whole.pop("oneOf")
        return whole

    def _refer(self, reference: str, definitions: Json, above: tuple[str, ...], *, opened: bool) -> Any:
        name = reference.removeprefix("#/").replace("/", ".")
        pointer = {"$ref": f"#/$defs/{name}"}
        if name in above or name in definitions:
            definitions.setdefault(name, True)
            return pointer
        inner = self._expand(target(self._document, reference), definitions, (*above, name), opened=opened)
        if name in definitions:
            definitions[name] = inner
            return pointer
        return inner
