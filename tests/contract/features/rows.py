"""Rows of the feature table that are served: a piece of a contract, and exchanges that must succeed or be refused."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

PROBLEM = "application/problem+json"
PROBLEMS = {
    400: "BadRequest", 401: "Unauthorized", 403: "Forbidden", 404: "NotFound", 406: "NotAcceptable",
    408: "RequestTimeout", 412: "PreconditionFailed", 413: "ContentTooLarge", 415: "UnsupportedMediaType",
    416: "RangeNotSatisfiable", 422: "Unprocessable", 429: "TooManyRequests", 500: "InternalError", 503: "Unavailable",
}  # fmt: skip
TRACE = {"type": "string", "pattern": "^[A-Za-z0-9_-]{8,64}$", "maxLength": 64}
Json = dict[str, Any]


@dataclass(frozen=True)
class Exchange:
    """A request, what the handler answers (a Python expression, see live.py), and what must come of it.

    `received` are the handler's arguments as JSON; `sent` is the body of the response, JSON as a value, else text.
    A stream is read from a real server `until` a text has come.
    """

    method: str
    target: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str | None = None
    answer: str | None = None
    received: Any = None
    sent: Any = None
    sent_headers: Mapping[str, str] = field(default_factory=dict)
    until: str | None = None


@dataclass(frozen=True)
class Served:
    """A feature that is served: its part of the contract, and its exchanges."""

    name: str
    paths: Json
    exchanges: list[Exchange]
    schemas: Json = field(default_factory=dict)


def camel(name: str) -> str:
    first, *others = name.split()
    return first + "".join(word.capitalize() for word in others)


def pascal(name: str) -> str:
    return "".join(word.capitalize() for word in name.split())


def path_of(name: str) -> str:
    return "/" + name.replace(" ", "-")


def answered(content: Json | None = None, headers: Json | None = None) -> Json:
    """A response with the header of every response."""
    response: Json = {
        "description": "As asked.",
        "headers": {"X-Trace-Id": {"$ref": "#/components/headers/TraceId"}, **(headers or {})},
    }
    return response | ({"content": content} if content else {})


def operation(operation_id: str, responses: Json, **rest: Any) -> Json:
    """An operation that anyone may call, with the problems that any operation may answer with."""
    problems = {str(status): {"$ref": f"#/components/responses/{name}"} for status, name in PROBLEMS.items()}
    return {
        "operationId": operation_id,
        "tags": ["features"],
        "summary": "A feature.",
        "description": "A feature of OpenAPI.",
        "x-minimum-role": "public",
        "security": [],
        "responses": {**problems, **responses},
        **rest,
    }


def document(rows: Iterable[Served]) -> Json:
    """The contract with all of `rows`."""
    paths: Json = {}
    schemas: Json = {"Problem": problem_schema()}
    for row in rows:
        schemas |= row.schemas
        for path, item in row.paths.items():
            trace = [{"$ref": "#/components/parameters/TraceId"}]
            paths[path] = {**item, "parameters": [*trace, *item.get("parameters", [])]}
    challenge = {"description": "How.", "required": True, "x-server-side": True,
                 "schema": {"type": "string", "maxLength": 140, "pattern": "^Bearer [ -~]*$"}}  # fmt: skip
    responses = {
        name: answered({PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}) for name in PROBLEMS.values()
    }
    responses["Unauthorized"]["headers"]["WWW-Authenticate"] = challenge
    later = {"description": "When.", "x-server-side": True,
             "schema": {"type": "string", "maxLength": 9, "pattern": "^[0-9]{1,9}$"}}  # fmt: skip
    for name in ("TooManyRequests", "Unavailable"):
        responses[name]["headers"]["Retry-After"] = later
    return {
        "openapi": "3.1.0",
        "info": {"title": "Features", "version": "1.0.0", "description": "For tests."},
        "servers": [{"url": "/api/v1"}],
        "tags": [{"name": "features", "description": "Features."}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "responses": responses,
            "securitySchemes": {
                "sessionCookie": {"type": "apiKey", "in": "cookie", "name": "session"},
                "bearerToken": {"type": "http", "scheme": "bearer"},
            },
            "headers": {"TraceId": {"description": "Names the exchange.", "required": True, "schema": TRACE,
                                    "x-server-side": True}},
            "parameters": {"TraceId": {"name": "X-Trace-Id", "in": "header", "description": "Names the exchange.",
                                       "schema": TRACE, "x-server-side": True}},
        },
    }  # fmt: skip


def problem_schema() -> Json:
    text = {"type": "string", "maxLength": 2000, "pattern": "^[^\\u0000]*$"}
    return closed({"title": text}, description="A problem.") | {"examples": [{"title": "Gone"}]}


def closed(properties: Json, *optional: str, **rest: Any) -> Json:
    """An object with exactly these properties."""
    required = [name for name in properties if name not in optional]
    schema: Json = {"type": "object", "additionalProperties": False, "properties": properties, **rest}
    return schema | ({"required": required} if required else {})


def schema_row(name: str, schema: Json, good: list[Any], bad: list[Any], **others: Json) -> Served:
    """A schema as the body of a request and of a response; `others` are components that it refers to."""

    component, path = pascal(name), path_of(name)
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{component}"}, "example": good[0]}}
    item = {
        "put": operation(
            f"put{component}",
            {"204": answered()},
            requestBody={"description": "It.", "required": True, "content": content},
        ),
        "get": operation(f"get{component}", {"200": answered(content)}),
    }
    sending = {"Content-Type": "application/json"}
    exchanges = [
        *(Exchange("PUT", path, 204, sending, json.dumps(value)) for value in good),
        *(Exchange("PUT", path, 400, sending, json.dumps(value)) for value in bad),
        *(Exchange("GET", path, 200, answer=f"converted(Get{component}200, {value!r})", sent=value) for value in good),
        *(Exchange("GET", path, 500, answer=f"Get{component}200(body={value!r})") for value in bad),
    ]
    described = {key: {"description": "A part.", **node} for key, node in others.items()}
    return Served(name, {path: item}, exchanges, {component: {"description": "A feature.", **schema}, **described})


def parameter_row(
    name: str,
    parameters: list[Json],
    good: list[tuple[str, Mapping[str, str], Json]],
    bad: list[tuple[str, Mapping[str, str]]],
    suffix: str = "",
    bad_status: int = 400,
) -> Served:
    """Parameters of a GET; each target is what follows the path, with headers and what the handler receives."""
    path = path_of(name)
    described = [{"description": "One.", **parameter} for parameter in parameters]
    item = {"get": operation(camel(name), {"204": answered()}, parameters=described)}
    exchanges = [Exchange("GET", path + target, 204, sent, received=received) for target, sent, received in good]
    exchanges += [Exchange("GET", path + target, bad_status, sent) for target, sent in bad]
    return Served(name, {path + suffix: item}, exchanges)


def header_row(name: str, schema: Json, good: list[tuple[str, str]], bad: list[str]) -> Served:
    """A response header; values are Python expressions, with the text that is sent."""
    path, header = path_of(name), {"description": "It.", "schema": schema}
    item = {"get": operation(camel(name), {"204": answered(headers={"X-It": header})})}
    cls = f"{pascal(name)}204"
    exchanges = [
        Exchange("GET", path, 204, answer=f"{cls}(x_it={value})", sent_headers={"x-it": text}) for value, text in good
    ]
    exchanges += [Exchange("GET", path, 500, answer=f"{cls}(x_it={value})") for value in bad]
    return Served(name, {path: item}, exchanges)


def request_row(
    name: str, content: Json, good: list[tuple[str, str, Any]], bad: list[tuple[str, str, int]], **schemas: Json
) -> Served:
    """Request bodies: (media type, text, what the handler receives), and (media type, text, status of the refusal)."""
    path = path_of(name)
    body = {"description": "It.", "required": True, "content": content}
    item = {"post": operation(camel(name), {"204": answered()}, requestBody=body)}
    exchanges = [
        Exchange("POST", path, 204, {"Content-Type": media}, text, received={"body": received})
        for media, text, received in good
    ]
    exchanges += [Exchange("POST", path, status, {"Content-Type": media}, text) for media, text, status in bad]
    return Served(name, {path: item}, exchanges, schemas)


def response_row(
    name: str, content: Json, good: list[tuple[str, str, Any]], bad: list[str], accept: str = "*/*", **schemas: Json
) -> Served:
    """Response bodies: (Python expression, media type, body as it is sent), and expressions that are not sent."""
    path = path_of(name)
    item = {"get": operation(camel(name), {"200": answered(content)})}
    exchanges = [
        Exchange("GET", path, 200, {"Accept": media}, answer=answer, sent=sent, sent_headers={"content-type": media})
        for answer, media, sent in good
    ]
    exchanges += [Exchange("GET", path, 500, {"Accept": accept}, answer=answer) for answer in bad]
    return Served(name, {path: item}, exchanges, schemas)
