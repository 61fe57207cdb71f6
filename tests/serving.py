"""Serves a studio for tests: a real server on a free loopback port, and clients that check every response.

The clients validate responses with the reference implementation of JSON Schema (``jsonschema``), not with the compiled
validators of the server, so that every response is validated twice, independently.
"""

from __future__ import annotations

import contextlib
import json
import re
import socket
import ssl
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import parse_qs

import httpx
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from codegen.conformance import headers
from codegen.conformance.bodies import LARGEST_FORM, read_body
from codegen.conformance.coverage import Collector
from codegen.conformance.facts import Exchange
from generated.paths import BASE
from platemark.access import SYSTEM
from platemark.accounts import service as accounts
from platemark.entrypoints.api import build_app, build_server, load_contract
from platemark.entrypoints.connections import Bounds
from platemark.http.contract import Contract
from platemark.ids import new_id
from platemark.studio import Studio

URN = "urn:bundle"
PROBLEM = "application/problem+json"
NO_CERTIFICATES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Of clients that only speak plain HTTP: to load the certificates of the web takes longer than most tests."""
CODES_BEFORE_OPERATIONS = ("bad_request", "api_unavailable")
"""Of what no operation sees: requests that are not HTTP, and a proxy that cannot reach the API."""


@cache
def contract() -> Contract:
    """The contract, compiled once for all tests."""
    return Contract(load_contract())


@cache
def reference_validator(pointer: str) -> Draft202012Validator:
    """The jsonschema validator of the schema at ``pointer`` in the bundle."""
    return _validator({"$ref": f"#{pointer}"})


def _validator(schema: Any) -> Draft202012Validator:
    """The validator of a schema that stands in the bundle."""
    return Draft202012Validator(_inlined(schema), registry=_registry(), format_checker=FormatChecker())


ANNOTATIONS = {"title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly"}
_INLINED: dict[str, Any] = {}


def _inlined(schema: Any, within: tuple[str, ...] = ()) -> Any:
    """A schema with what its references refer to in their places: jsonschema would look them up for each value.

    Only a reference to something that it stands in, ``within``, stays one.
    """
    if isinstance(schema, list):
        return [_inlined(each, within) for each in schema]
    if not isinstance(schema, dict):
        return schema
    rest = {name: _inlined(part, within) for name, part in schema.items() if name != "$ref"}
    if not isinstance(reference := schema.get("$ref"), str):
        return {**schema, **rest}
    if reference in within:
        return {"$ref": f"{URN}{reference}", **rest}
    if reference not in _INLINED:
        _INLINED[reference] = _inlined(bundle_at(reference[1:]), (*within, reference))
    return {"allOf": [_INLINED[reference]], **rest} if rest.keys() - ANNOTATIONS else _INLINED[reference]


@cache
def _registry() -> Registry[Any]:
    resource = DRAFT202012.create_resource({"$id": URN, **load_contract()})
    registry: Registry[Any] = Registry().with_resource(URN, resource)
    return registry


# Recorded responses for the tests of the TypeScript package: a few bodies of each operation and status.
RECORDED: list[dict[str, Any]] = []
MAX_RECORDED = 6
_recorded_counts: Counter[tuple[str, int]] = Counter()


def record(operation_id: str, status: int, media: str, body: Any) -> None:
    """Record a response, unless ``MAX_RECORDED`` of the same operation and status are recorded already."""
    _recorded_counts[operation_id, status] += 1
    if _recorded_counts[operation_id, status] <= MAX_RECORDED:
        RECORDED.append({"operationId": operation_id, "status": status, "mediaType": media, "body": body})


# The facts of the contract that all responses have shown: `make coverage-contract`.
@cache
def collector() -> Collector:
    """Collects what the exchanges of this process have used of the contract."""
    return Collector(dict(load_contract()))


def collect(response: httpx.Response, operation_id: str) -> None:
    """Add an exchange to those that this process has seen."""
    request, media = response.request, response.headers.get("content-type")
    body = response.json() if media and "json" in media else None
    query = parse_qs(request.url.query.decode("ascii"), keep_blank_values=True)
    answer = response.status_code, media, body, response.headers
    collector().add(Exchange(operation_id, query, _sent_body(request), *answer))


def _sent_body(request: httpx.Request) -> Any:
    """What was sent, as the facts know it; a stream that cannot be read again and a large file are not looked at."""
    content_type = request.headers.get("content-type", "")
    is_large_file = "json" not in content_type and int(request.headers.get("content-length", 0)) > LARGEST_FORM
    with contextlib.suppress(httpx.StreamError):
        return None if is_large_file else read_body(request.read(), content_type)
    return None


def check_response(response: httpx.Response) -> None:
    """Assert that the contract declares this response: operation, status, media type, headers, body.

    The content of an event stream is not checked here.
    """
    if response.headers.get("content-type") != "text/event-stream":
        response.read()
    request = response.request
    path = request.url.raw_path.decode("ascii").partition("?")[0]
    route = _operation(request.method, path)
    assert response.headers.get("x-trace-id"), f"{request.method} {path}: no X-Trace-Id"
    if route is None or request.method == "HEAD":
        assert response.status_code in (200, 304, 400, 404, 405, 413), response.text
        return
    template, operation = route
    responses = operation["responses"]
    assert str(response.status_code) in responses, (
        f"{operation['operationId']} returned {response.status_code}: {response.text}"
    )
    pointer, node = _follow(f"/paths/{_escape(template)}/{request.method.lower()}/responses/{response.status_code}")
    collect(response, operation["operationId"])
    _check_headers(response, node, operation["operationId"])
    _check_location(response, node, operation["operationId"])
    _check_body(response, pointer, node, operation["operationId"])


def _check_headers(response: httpx.Response, node: dict[str, Any], operation_id: str) -> None:
    """Each header is declared and fits its schema; those that are required are there."""
    document = dict(contract().document)
    found = [*headers.faults(document, node, response.headers, _fits)]
    found += [f"{name} is not declared" for name in headers.undeclared(document, node, response.headers)]
    assert found == [], f"{operation_id} {response.status_code}: {found}"


def _fits(schema: dict[str, Any], value: Any) -> bool:
    return _validator_of(json.dumps(schema)).is_valid(value)


@cache
def _validator_of(text: str) -> Draft202012Validator:
    return _validator(json.loads(text))


def _check_location(response: httpx.Response, node: dict[str, Any], operation_id: str) -> None:
    """A Location is the URL of the resource, to which the first of the response's links leads."""
    if "Location" in response.headers:
        link = next(iter(node["links"].values()))
        assert response.headers["Location"] == _linked_path(link, response.json()), f"{operation_id}: Location"


def _linked_path(link: dict[str, Any], body: Any) -> str:
    """The path of a link's operation, with the values that its parameters have in ``body``."""
    template = next(path for _, path, item in _routes() for each in item.values() if _is_operation(each, link))
    for name, expression in link["parameters"].items():
        value = body
        for part in expression.removeprefix("$response.body#/").split("/"):
            value = value[part]
        template = template.replace(f"{{{name}}}", str(value))
    return BASE + template


def _is_operation(node: Any, link: dict[str, Any]) -> bool:
    return isinstance(node, dict) and node.get("operationId") == link["operationId"]


def _check_body(response: httpx.Response, pointer: str, node: dict[str, Any], operation_id: str) -> None:
    media = response.headers.get("content-type")
    declared = node.get("content", {})
    if media is None:
        assert not declared, f"{operation_id}: {response.status_code} has no content type"
        assert response.content == b""
        assert "content-length" not in response.headers, f"{operation_id}: {response.status_code} has a length"
        return
    assert media in declared, f"{operation_id}: {media} is not declared for {response.status_code}"
    if "json" in media:
        body = response.json()
        errors = list(reference_validator(f"{pointer}/content/{_escape(media)}/schema").iter_errors(body))
        assert errors == [], f"{operation_id} {response.status_code}: {errors[0].message} at {errors[0].json_path}"
        listed = {*declared[media].get("examples", {}), *CODES_BEFORE_OPERATIONS}
        if media == PROBLEM:
            assert body["code"] in listed, f"{operation_id} {response.status_code} does not list {body['code']}"
        record(operation_id, response.status_code, media, body)


@cache
def _routes() -> list[tuple[re.Pattern[str], str, dict[str, Any]]]:
    routes = []
    for path, item in load_contract()["paths"].items():
        pattern = re.compile(BASE + re.sub(r"\{[^}]+\}", "[^/]+", path))
        routes.append((pattern, path, item))
    return routes


def _operation(method: str, path: str) -> tuple[str, dict[str, Any]] | None:
    for pattern, template, item in _routes():
        if pattern.fullmatch(path):
            operation = item.get(method.lower())
            return None if operation is None else (template, operation)
    return None


def _escape(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D")


def _follow(pointer: str) -> tuple[str, dict[str, Any]]:
    node: Any = bundle_at(pointer)
    while "$ref" in node:
        pointer = node["$ref"][1:]
        node = bundle_at(pointer)
    return pointer, node


def bundle_at(pointer: str) -> Any:
    """The part of the bundle at a JSON pointer."""
    node: Any = contract().document
    for part in pointer.split("/")[1:]:
        plain = part.replace("%7B", "{").replace("%7D", "}").replace("~1", "/").replace("~0", "~")
        node = node[plain]
    return node


@dataclass
class Live:
    """A studio that is being served."""

    studio: Studio
    url: str

    def client(self, token: str | None = None, *, checked: bool = True, **options: Any) -> httpx.Client:
        """A client of the API that checks every response against the contract, unless ``checked`` is False."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        hooks: dict[str, list[Any]] = {"response": [check_response]} if checked else {}
        options = {"timeout": 30, "verify": NO_CERTIFICATES, **options}
        return httpx.Client(base_url=f"{self.url}{BASE}", headers=headers, event_hooks=hooks, **options)

    def token(self, role: str, name: str | None = None) -> str:
        """The API token of a new user with ``role``."""
        with self.studio.work(write=True) as work:
            new_user = accounts.NewUser(name=name or f"{role}-{new_id().hex[-12:]}", role=role)  # type: ignore[arg-type]
            user = accounts.create_user(work, new_user, by=SYSTEM)
            new_token = accounts.NewToken(user_id=user.id, name="test", role=user.role)
            created = accounts.create_token(work, new_token, by=SYSTEM)
            work.commit()
        return created.secret


@contextlib.contextmanager
def serve(studio: Studio, bounds: Bounds | None = None, **options: Any) -> Iterator[Live]:
    """Serve ``studio`` on a free port until the block ends; ``bounds`` replace those of its connections."""
    app = build_app(studio, contract=contract(), **options)
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()  # a client may connect before the server has started
    server = build_server(app, studio.settings, bounds)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        for _ in range(500):
            if server.started:
                break
            threading.Event().wait(0.01)
        yield Live(studio, url)
    finally:
        server.should_exit = True
        thread.join(20)
        listening.close()
