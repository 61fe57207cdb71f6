"""The contract as compiled rules: for each operation, its parameters, bodies and responses with their validators.

Connexion reads OpenAPI 3.0 and would validate against an older draft of JSON Schema than the contract uses. It
therefore gets ``Contract.routing_document``, which holds paths, methods and operation ids only. All validation
happens in this package.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlsplit

from generated.base import Operation
from platemark.errors import Finding
from platemark.http.findings import find_faults
from platemark.http.ids import Place, id_places
from platemark.http.schemas import Document, Schema, Schemas

DEFAULT_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
SEPARATORS = {"simple": ",", "form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}
Rules = TypeVar("Rules")
METHODS = ("get", "put", "post", "delete", "patch", "head", "options")
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
EVENT_STREAM = "text/event-stream"
DEFAULT_MAX_BYTES = 64 * 1024
VALUES_IN_64_KB = 20_000
MAX_VALUES = 60_000
"""Enough for the largest table of a set, 1000 rows of 50 columns; checking so many takes some 50 ms."""


@dataclass(frozen=True, slots=True)
class CompiledSchema:
    """A schema of the contract, and the schemas of its parts."""

    schema: Schema
    schemas: Schemas

    @property
    def document(self) -> Document:
        """The schema itself, its references resolved."""
        return self.schema.document

    def accepts(self, value: object) -> bool:
        """Whether ``value`` is valid."""
        return self.schema.accepts(value)

    def findings(self, value: object, pointer: str) -> list[Finding]:
        """The first faults of ``value``, empty if it is valid; messages never repeat the value."""
        return find_faults(self.schemas, self.schema, value, pointer)


@dataclass(frozen=True, slots=True)
class BodyRules(CompiledSchema):
    """One declared request body: its schema, where it has ids, and how many bytes and values it may have."""

    id_places: tuple[Place, ...]
    max_bytes: int

    @property
    def max_values(self) -> int:
        """The limit for the values of a JSON body, commas in its texts included."""
        return min(self.max_bytes * VALUES_IN_64_KB // DEFAULT_MAX_BYTES, MAX_VALUES)


@dataclass(frozen=True, slots=True)
class ParameterRules:
    """One declared parameter; ``location`` is ``path``, ``query``, ``header`` or ``cookie``.

    ``separator`` stands between the items of a list that is one text, and is None where each item is a text of its own.
    """

    name: str
    location: str
    required: bool
    schema: CompiledSchema
    separator: str | None


@dataclass(frozen=True, slots=True)
class HeaderRules:
    """One declared response header; ``key`` is its name as ASGI sends it."""

    name: str
    key: bytes
    required: bool
    schema: CompiledSchema


@dataclass(frozen=True, slots=True)
class ResponseRules:
    """One declared response: its schema by media type (None for bytes), and its headers."""

    content: Mapping[str, CompiledSchema | None]
    headers: tuple[HeaderRules, ...]
    header_names: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class OperationRules:
    """All rules of one operation. A ``secret_response`` is shown once and never stored."""

    id: str
    method: str
    path: str
    parameters: tuple[ParameterRules, ...]
    bodies: Mapping[str, BodyRules]
    body_required: bool
    responses: Mapping[int, ResponseRules]
    secret_response: bool


class Contract:
    """The bundled OpenAPI document and its rules by operationId.

    The constructor looks everything up; the validator of a schema is compiled when it is first used.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.base_path = urlsplit(document["servers"][0]["url"]).path.rstrip("/")
        self.version: str = document["info"]["version"]
        self._schemas = Schemas(document)
        self._shared: dict[str, Any] = {}
        self.rules = {rules.id: rules for rules in self._operations()}
        self._base_segments = tuple(self.base_path.split("/"))

    def is_below_base(self, segments: tuple[str, ...]) -> bool:
        """Whether a path with these segments belongs to the API."""
        return segments[: len(self._base_segments)] == self._base_segments

    def resolve(self, node: Document) -> Document:
        """Follow the references of ``node`` until it is none."""
        return self._schemas.resolve(node)

    def compile(self, schema: Document) -> CompiledSchema:
        """Compile a schema whose references point into the bundle."""
        return CompiledSchema(self._schemas.compile(schema), self._schemas)

    def event_schemas(self) -> dict[str, Document]:
        """By operationId, the schema of the JSON in the messages of each event stream."""
        messages = {
            rules.id: schema.document
            for rules in self.rules.values()
            for response in rules.responses.values()
            if (schema := response.content.get(EVENT_STREAM)) is not None
        }
        return {name: message["properties"]["data"]["contentSchema"] for name, message in messages.items()}

    def routing_document(self) -> dict[str, Any]:
        """The document for Connexion: valid OpenAPI 3.0 without any rule to enforce."""
        paths: dict[str, Any] = {}
        for rules in self.rules.values():
            operation = {
                "operationId": rules.id,
                "responses": {"default": {"description": "As the contract declares."}},
            }
            paths.setdefault(rules.path, {})[rules.method.lower()] = operation
        info = {"title": self.document["info"]["title"], "version": self.version}
        return {"openapi": "3.0.3", "info": info, "servers": [{"url": self.base_path}], "paths": paths}

    def _operations(self) -> Iterator[OperationRules]:
        for path, item in self.document["paths"].items():
            for method in METHODS:
                if method in item:
                    yield self._operation(path, method, item.get("parameters", []), item[method])

    def _operation(
        self, path: str, method: str, path_parameters: Sequence[Document], operation: Document
    ) -> OperationRules:
        body = self.resolve(operation.get("requestBody", {}))
        every = [(self.resolve(node), node) for node in [*path_parameters, *operation.get("parameters", [])]]
        parameters = {(resolved["in"], resolved["name"]): node for resolved, node in every}.values()
        return OperationRules(
            id=operation["operationId"],
            method=method.upper(),
            path=path,
            parameters=tuple(self._once(self._parameter, parameter) for parameter in parameters),
            bodies={media: self._body(content) for media, content in body.get("content", {}).items()},
            body_required=body.get("required", False),
            responses=self._responses(operation["responses"]),
            secret_response=operation.get("x-secret-answer", False),
        )

    def _responses(self, responses: Document) -> dict[int, ResponseRules]:
        """The rules of each status; ``2XX`` stands for those from 200 to 299 that are not declared themselves."""
        rules = {status: self._once(self._response, response) for status, response in responses.items()}
        ranges = {
            int(status[0]) * 100 + offset: rules[status]
            for status in rules
            if status.endswith("XX")
            for offset in range(100)
        }
        return ranges | {int(status): rule for status, rule in rules.items() if not status.endswith("XX")}

    def _once(self, compile_node: Callable[[Document], Rules], node: Document) -> Rules:
        """The rules of ``node``; those of a component, which many operations refer to, are made once."""
        reference = node.get("$ref")
        if reference is None:
            return compile_node(node)
        if reference not in self._shared:
            self._shared[reference] = compile_node(self.resolve(node))
        rules: Rules = self._shared[reference]
        return rules

    def _body(self, node: Document) -> BodyRules:
        places = tuple(dict.fromkeys(id_places(self._schemas, node["schema"])))
        max_bytes = node.get("x-max-bytes", DEFAULT_MAX_BYTES)
        return BodyRules(self._schemas.compile(node["schema"]), self._schemas, places, max_bytes)

    def _parameter(self, node: Document) -> ParameterRules:
        schema, style = self.compile(node["schema"]), node.get("style", DEFAULT_STYLES[node["in"]])
        separator = None if style == "form" and node.get("explode", True) else SEPARATORS[style]
        return ParameterRules(node["name"], node["in"], node.get("required", False), schema, separator)

    def _response(self, node: Document) -> ResponseRules:
        schemas = {media: self.compile(content["schema"]) for media, content in node.get("content", {}).items()}
        headers = [(name, self.resolve(header)) for name, header in node.get("headers", {}).items()]
        rules = tuple(
            HeaderRules(
                name, name.lower().encode("ascii"), header.get("required", False), self.compile(header["schema"])
            )
            for name, header in headers
        )
        return ResponseRules(
            {media: schema if is_json(media) or is_text(media) else None for media, schema in schemas.items()},
            rules,
            frozenset(header.key for header in rules),
        )


def is_json(media_type: str) -> bool:
    """Whether bodies of this media type are JSON."""
    subtype = media_type.partition(";")[0].rpartition("/")[2]
    return subtype == "json" or subtype.endswith("+json")


def is_text(media_type: str) -> bool:
    """Whether bodies of this media type are text other than JSON."""
    plain = media_type.partition(";")[0]
    return plain.startswith("text/") or plain == "application/xml" or plain.endswith("+xml")


def check_operations(contract: Contract, operations: Mapping[str, Operation]) -> None:
    """Raise RuntimeError unless the bundle and the generated code have the same operations."""
    if differing := set(contract.rules) ^ set(operations):
        raise RuntimeError(f"The bundle and generated/operations.py differ: {sorted(differing)}; run make generate.")
