"""The contract as the server holds it: a validator compiled once for every place that has a schema.

Connexion reads OpenAPI 3.0 and would enforce a draft of JSON Schema that the contract is not written in. So it is given
``routes``: a document that carries paths, media types and operation ids alone. Every rule is checked here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import jsonschema_rs

from generated.base import Operation
from platemark.errors import Finding

Document = Mapping[str, Any]
Validator = jsonschema_rs.Draft202012Validator

METHODS = ("get", "put", "post", "delete", "patch")
BUNDLE_URI = "urn:platemark:contract"
MOST_FINDINGS = 100
MOST_MESSAGE = 300


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere a value crosses: its schema, references followed, and the compiled validator."""

    schema: Document
    validator: Validator

    def findings(self, value: object, pointer: str) -> list[Finding]:
        """Everything that is wrong with ``value``, none when it fits; messages never repeat the value."""
        if self.validator.is_valid(value):
            return []
        errors = [each for error in self.validator.iter_errors(value) for each in meant(error)]
        return [finding(error, pointer) for error in errors][:MOST_FINDINGS]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One declared parameter and where its value is found."""

    name: str
    where: str
    required: bool
    explode: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Header:
    """One declared response header."""

    name: str
    required: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Answer:
    """What one status of an operation may carry: media types with their place (None: bytes), and headers."""

    media: Mapping[str, Place | None]
    headers: tuple[Header, ...]


@dataclass(frozen=True, slots=True)
class OperationRules:
    """All places of one operation; a ``secret_answer`` is shown once and stored nowhere."""

    id: str
    method: str
    path: str
    parameters: tuple[Parameter, ...]
    bodies: Mapping[str, Place]
    body_required: bool
    answers: Mapping[int, Answer]
    secret_answer: bool


class Contract:
    """The bundle with its rules by operationId. Building it compiles every schema; after that it only looks up."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.base_path: str = document["servers"][0]["url"]
        self.version: str = document["info"]["version"]
        self._registry = jsonschema_rs.Registry(
            [(BUNDLE_URI, {"$id": BUNDLE_URI, "components": document["components"]})]
        )
        self.rules = {rules.id: rules for rules in self._read()}
        self._paths = _PathTable((self.base_path + rules.path, rules.method) for rules in self.rules.values())

    def methods_of(self, path: str) -> tuple[str, ...]:
        """The methods that ``path`` takes (HEAD with GET); empty where no operation has this path."""
        return self._paths.methods(path)

    def follow(self, node: Document) -> Document:
        """``node`` with its reference followed, as often as it is one."""
        while "$ref" in node:
            target: Any = self.document
            for part in node["$ref"][2:].split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def routes(self) -> dict[str, Any]:
        """The document for Connexion: valid OpenAPI 3.0, with nothing in it to enforce."""
        paths: dict[str, Any] = {}
        for rules in self.rules.values():
            operation: dict[str, Any] = {
                "operationId": rules.id,
                "responses": {"default": {"description": "As the contract says."}},
                "parameters": [
                    {"name": parameter.name, "in": "path", "required": True, "schema": {"type": "string"}}
                    for parameter in rules.parameters
                    if parameter.where == "path"
                ],
            }
            if rules.bodies:
                content = {media: {"schema": {"x-media-type": media}} for media in rules.bodies}
                operation["requestBody"] = {"required": rules.body_required, "content": content}
            paths.setdefault(rules.path, {})[rules.method.lower()] = operation
        info = {"title": self.document["info"]["title"], "version": self.version}
        return {"openapi": "3.0.3", "info": info, "servers": [{"url": self.base_path}], "paths": paths}

    def _read(self) -> Iterator[OperationRules]:
        for path, item in self.document["paths"].items():
            for method in METHODS:
                if method in item:
                    yield self._operation(path, method, item.get("parameters", []), item[method])

    def _operation(self, path: str, method: str, shared: Sequence[Document], node: Document) -> OperationRules:
        body = self.follow(node.get("requestBody", {}))
        return OperationRules(
            id=node["operationId"],
            method=method.upper(),
            path=path,
            parameters=tuple(
                self._parameter(self.follow(parameter)) for parameter in [*shared, *node.get("parameters", [])]
            ),
            bodies={media: self.place(content["schema"]) for media, content in body.get("content", {}).items()},
            body_required=body.get("required", False),
            answers={int(status): self._answer(self.follow(answer)) for status, answer in node["responses"].items()},
            secret_answer=node.get("x-secret-answer", False),
        )

    def _parameter(self, node: Document) -> Parameter:
        where = node["in"]
        return Parameter(
            node["name"],
            where,
            node.get("required", False),
            node.get("explode", where == "query"),
            self.place(node["schema"]),
        )

    def _answer(self, node: Document) -> Answer:
        media = {name: self.place(content["schema"]) for name, content in node.get("content", {}).items()}
        headers = [(name, self.follow(header)) for name, header in node.get("headers", {}).items()]
        return Answer(
            {name: place if "json" in name or name.startswith("text/") else None for name, place in media.items()},
            tuple(
                Header(name, header.get("required", False), self.place(header["schema"])) for name, header in headers
            ),
        )

    def place(self, schema: Document) -> Place:
        """Compile a schema of the bundle, whose references are the bundle's."""
        absolute = json.loads(json.dumps(schema).replace('"#/components/', f'"{BUNDLE_URI}#/components/'))
        validator = Validator(absolute, registry=self._registry, validate_formats=True, offline=True, mask="the value")
        return Place(self.follow(schema), validator)


class _PathTable:
    """Which methods a path takes, looked up by its segments."""

    def __init__(self, routes: Iterator[tuple[str, str]]) -> None:
        self._by_length: dict[int, list[tuple[tuple[str | None, ...], set[str]]]] = {}
        for path, method in routes:
            segments = tuple(None if part.startswith("{") else part for part in path.split("/"))
            known = self._by_length.setdefault(len(segments), [])
            methods = next((found for shape, found in known if shape == segments), None)
            if methods is None:
                known.append((segments, methods := set()))
            methods.update({"GET", "HEAD"} if method == "GET" else {method})

    def methods(self, path: str) -> tuple[str, ...]:
        parts = path.split("/")
        for shape, methods in self._by_length.get(len(parts), ()):
            if all(part and (fixed is None or fixed == part) for fixed, part in zip(shape[1:], parts[1:], strict=True)):
                return tuple(sorted(methods))
        return ()


def meant(error: jsonschema_rs.ValidationError) -> Iterator[jsonschema_rs.ValidationError]:
    """What is wrong with a value that fits none of several shapes: what the shape says that its tag names.

    Where the tag names none, what each shape says of the tag; where there is none, what all of them say.
    """
    if not isinstance(error.kind, jsonschema_rs.ValidationErrorKind.OneOfNotValid):
        yield error
        return
    shapes = error.kind.context
    tags = [[each for each in shape if _is_wrong_tag(each)] for shape in shapes]
    own = [shape for shape, wrong in zip(shapes, tags, strict=True) if not wrong]
    if len(own) == 1:
        for each in own[0]:
            yield from meant(each)
    elif not own:
        yield from (wrong[0] for wrong in tags)
    else:
        said = [{(tuple(each.instance_path), each.message) for each in shape} for shape in shapes]
        common = [each for each in shapes[0] if all((tuple(each.instance_path), each.message) in it for it in said)]
        yield from common or [error]


def _is_wrong_tag(error: jsonschema_rs.ValidationError) -> bool:
    return isinstance(error.kind, jsonschema_rs.ValidationErrorKind.Constant) and len(error.instance_path) == 1


def finding(error: jsonschema_rs.ValidationError, pointer: str) -> Finding:
    """One error of jsonschema-rs as a finding; its code is the broken keyword in snake_case."""
    path = "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in error.instance_path)
    keyword = str(error.schema_path[-1]) if error.schema_path else "schema"
    return Finding(printable(pointer + path, 500), printable(error.message, MOST_MESSAGE), snake(keyword))


def printable(text: str, most: int) -> str:
    """``text`` cut to ``most`` characters, with what no line can carry replaced."""
    clean = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(character if character.isprintable() else "\ufffd" for character in clean)[:most]


def snake(keyword: str) -> str:
    """``maxLength`` as ``max_length``."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in keyword if letter.isalpha())


def operations_of(contract: Contract, table: Mapping[str, Operation]) -> None:
    """Raise RuntimeError unless the bundle and the generated code speak of the same operations."""
    if differing := set(contract.rules) ^ set(table):
        raise RuntimeError(f"the bundle and generated/operations.py differ: {sorted(differing)}; run make generate")
