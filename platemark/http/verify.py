"""Proves that generated code can be served: `python -m platemark.http.verify` in a folder with a package `generated`.

It imports the generated modules, builds a decoder for each model and parameter, and compiles every schema and operation
as the server does at its start. Each line of its output is a JSON array, the place in the bundle and what is wrong.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

import msgspec

if TYPE_CHECKING:
    from platemark.http.contract import CompiledSchema

MODULES = ("base", "headers", "paths", "models", "operations")
Fault = tuple[str, str]


def faults() -> Iterator[Fault]:
    """Yield the place and the cause of everything that would keep the server from serving the generated contract."""
    broken = [*_imports()]
    if broken:
        yield from broken
        return
    bundle = Path(importlib.import_module("generated").__file__ or "").with_name("openapi.json")
    document: dict[str, Any] = json.loads(bundle.read_text("utf-8"))
    yield from _models(document)
    yield from _operations(document)


def _imports() -> Iterator[Fault]:
    for name in MODULES:
        yield from _attempt(f"generated/{name}.py", importlib.import_module, f"generated.{name}")


def _models(document: dict[str, Any]) -> Iterator[Fault]:
    models = importlib.import_module("generated.models")
    for name in document["components"].get("schemas", {}):
        model = getattr(models, name, None)
        if model is not None:
            yield from _attempt(f"#/components/schemas/{name}", msgspec.json.Decoder, model)


def _operations(document: dict[str, Any]) -> Iterator[Fault]:
    from platemark.http.bodies import BodyLimits  # these import the generated code
    from platemark.http.compiled import CompiledOperation
    from platemark.http.contract import Contract
    from platemark.http.path_table import PathTable

    operations = importlib.import_module("generated.operations").OPERATIONS
    contract, paths, limits = Contract(document), PathTable[Any](), BodyLimits(0, 0, 0, 0, Path())
    for operation in operations.values():
        place = _place(operation.path, operation.method)
        for param in operation.params:
            yield from _attempt(f"{place}: parameter {param.name}", msgspec.json.Decoder, param.type)
        for kind in operation.bodies.values():
            yield from _attempt(f"{place}/requestBody", _build_body, kind)
        yield from _attempt(place, CompiledOperation, contract, operation, _no_handler, limits)
        yield from _attempt(place, paths.add, operation.method, contract.base_path + operation.path, operation)
    for name in document["components"].get("schemas", {}):
        place = f"#/components/schemas/{name}"
        yield from _attempt(place, _compile, contract.compile({"$ref": place}))
    for rules in contract.rules.values():
        place = _place(rules.path, rules.method)
        for part, schema in _schemas(rules):
            yield from _attempt(f"{place}/{part}", _compile, schema)


def _compile(schema: CompiledSchema) -> object:
    return schema.schema.validator


def _build_body(kind: Any) -> None:
    types = get_type_hints(kind).values() if getattr(kind, "__module__", "").endswith(".operations") else [kind]
    for each in types:
        msgspec.json.Decoder(each)


def _schemas(rules: Any) -> Iterator[tuple[str, Any]]:
    for parameter in rules.parameters:
        yield "parameters", parameter.schema
    for body in rules.bodies.values():
        yield "requestBody", body
    for response in rules.responses.values():
        yield from (("responses", schema) for schema in response.content.values() if schema is not None)
        yield from (("responses", header.schema) for header in response.headers)


def _attempt(place: str, build: Callable[..., object], *arguments: object) -> Iterator[Fault]:
    try:
        build(*arguments)
    except Exception as error:
        yield place, f"cannot be served: {type(error).__name__}: {' '.join(str(error).split())[:300]}"


def _place(path: str, method: str) -> str:
    return f"#/paths/{path.replace('~', '~0').replace('/', '~1')}/{method.lower()}"


def _no_handler(*_: Any, **__: Any) -> Any:
    raise NotImplementedError


if __name__ == "__main__":
    for fault in dict.fromkeys(faults()):
        sys.stdout.write(json.dumps(fault) + "\n")
