"""Rules for operations: roles and security, parameters, statuses, headers, links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from codegen.bundle import escape
from codegen.findings import Finding, HouseRule
from codegen.load import Json
from codegen.operations import Route, minimum_role, routes, security
from codegen.python import pascal
from codegen.types import is_json_media, resolve

ROLES = ("public", "viewer", "editor", "admin")
STREAM = "text/event-stream"
SAFE_METHODS = ("get", "head", "options")
COMMANDS = {"moveAlbumImages"}  # PATCH operations that are not merge patches; do not extend
NAMED = {"createUser"}  # create something with a unique name, so repeating the request is harmless; do not extend
SHARED = {
    "NotModified": "304", "BadRequest": "400", "Unauthorized": "401", "Forbidden": "403", "NotFound": "404",
    "NotAcceptable": "406", "RequestTimeout": "408", "Conflict": "409", "PreconditionFailed": "412",
    "ContentTooLarge": "413",
    "UnsupportedMediaType": "415", "RangeNotSatisfiable": "416", "Unprocessable": "422", "TooManyRequests": "429",
    "InternalError": "500", "Unavailable": "503",
}  # fmt: skip


def lint(document: Json) -> list[Finding]:
    """Return the findings; their places are pointers into the bundle."""
    every = list(routes(document))
    routes_by_id = {route.id: route for route in every}
    findings = [
        Finding(place(route), message)
        for route in every
        for rule in (_words, _parameters, _security, _statuses, _answers, _conditions, _request)
        for message in rule(document, route)
    ]
    findings += [finding for route in every for finding in _links(document, route, routes_by_id)]
    findings += _shared(every)
    times = Counter(route.id for route in every)
    findings += [
        Finding(place(route), f"operationId {route.id} is used twice") for route in every if times[route.id] > 1
    ]
    return findings


def _shared(every: list[Route]) -> Iterator[Finding]:
    """Find the shared responses that two statuses refer to: each has one class, with one status."""
    statuses: dict[str, str] = {}
    for route in every:
        for status, node in route.node["responses"].items():
            name = node.get("$ref", "").rpartition("/")[2]
            if name and statuses.setdefault(name, status) != status:
                message = f"the response {name} is shared by {statuses[name]} and {status}; write one for each status"
                yield Finding(place(route), message)


def place(route: Route) -> str:
    """Return the pointer of the operation in the bundle."""
    return f"#/paths/{escape(route.path)}/{route.method}"


def _words(document: Json, route: Route) -> Iterator[str]:
    node = route.node
    if not re.fullmatch(r"[a-z]+(?:[A-Z][a-z]+)*", route.id):
        words = pascal(route.id)
        yield f"operationId {route.id} is not a verb and a noun in camelCase; write {words[:1].lower()}{words[1:]}"
    tags = node.get("tags", [])
    if len(tags) != 1:
        yield "an operation needs exactly one tag"
    declared = {tag["name"] for tag in document.get("tags", [])}
    for tag in tags:
        if tag not in declared:
            yield f"tag {tag} is not declared in openapi.yaml"
    for key in ("summary", "description"):
        if not str(node.get(key, "")).strip():
            yield HouseRule(f"has no {key}")


def _parameters(document: Json, route: Route) -> Iterator[str]:
    names = {(param["in"], param["name"]) for param in route.params}
    if ("header", "X-Trace-Id") not in names:
        yield "lacks the parameter X-Trace-Id"
    for param in route.params:
        schema = resolve(document, param.get("schema", {}))
        if not param.get("description"):
            yield HouseRule(f"parameter {param['name']} has no description")
        if param["in"] == "header" and schema.get("type") == "string" and not schema.keys() & {"pattern", "enum"}:
            message = f"header parameter {param['name']} must have a pattern, which keeps control characters out"
            yield HouseRule(message)
    creates = route.method == "post" and "201" in route.node["responses"] and route.id not in NAMED
    if creates and ("header", "Idempotency-Key") not in names:
        yield HouseRule("a POST that creates something needs the parameter Idempotency-Key")


def _security(document: Json, route: Route) -> Iterator[str]:
    role = minimum_role(document, route.node)
    if role not in ROLES:
        yield f"x-minimum-role must be one of {', '.join(ROLES)}"
    if "security" not in route.node and "security" not in document:
        yield "has no security: write `security: []` if anyone may call it, or list the schemes"
    alternatives: list[Json] = (route.node if "security" in route.node else document).get("security") or [{}]
    schemes = document["components"].get("securitySchemes", {})
    for name in sorted({name for alternative in alternatives for name in alternative} - schemes.keys()):
        yield f"security scheme {name} is not declared"
    if ({} in alternatives) != (role == "public"):
        yield "security must allow anonymous calls (`{}`) if x-minimum-role is public, and only then"
    if route.method not in SAFE_METHODS:
        for alternative in alternatives:
            if "sessionCookie" in alternative and "csrfToken" not in alternative:
                yield "an operation that writes requires csrfToken with sessionCookie"


def _statuses(document: Json, route: Route) -> Iterator[str]:
    responses: Json = route.node["responses"]
    for status in responses:
        if not re.fullmatch(r"[2-5][0-9][0-9]|[2-5]XX", status):
            yield f"{status} is not a status that can be answered; write one from 200 to 599, or 2XX to 5XX"
    missing = sorted(required_statuses(document, route) - responses.keys())
    if missing:
        yield f"does not declare {', '.join(missing)}"
    if not any(status.startswith(("2", "3")) for status in responses):
        yield "declares no successful response; write 200, or 204 if there is nothing to say"
    for status, node in responses.items():
        name = node.get("$ref", "").rsplit("/", 1)[-1]
        if SHARED.get(name, status) != status:
            yield HouseRule(f"{name} is not the shared response for {status}")


def required_statuses(document: Json, route: Route) -> set[str]:
    """Return the statuses that the server itself may answer an operation with."""
    required = {"400", "500", "503"}
    if route.node.get("security") != []:
        required.add("401")
    if _may_forbid(document, route):
        required.add("403")
    if any(param["in"] == "path" for param in route.params):
        required.add("404")
    if any(param["name"].lower() == "if-match" for param in route.params):
        required.add("412")
    if "requestBody" in route.node:
        required |= {"408", "413", "415"}
    if _takes_key(route):
        required.add("422")
    answers = [resolve(document, node) for status, node in route.node["responses"].items() if status.startswith("2")]
    if any(answer.get("content") for answer in answers):
        required.add("406")
    if any(STREAM in answer.get("content", {}) for answer in answers):
        required.add("429")
    return required


def is_answered_again(route: Route) -> bool:
    """Whether a request that is repeated under its Idempotency-Key has the first answer: secrets are shown once."""
    return _takes_key(route) and not route.node.get("x-secret-answer")


def _takes_key(route: Route) -> bool:
    return any(param["name"].lower() == "idempotency-key" for param in route.params)


def streams(document: Json, route: Route) -> bool:
    """Whether an operation answers with an event stream."""
    return any(STREAM in resolve(document, node).get("content", {}) for node in route.node["responses"].values())


def _may_forbid(document: Json, route: Route) -> bool:
    """Whether a caller may lack the role, or a write may come from another site."""
    schemes = security(document, route.node)
    writes = route.method not in SAFE_METHODS and (schemes == ((),) or any("csrfToken" in each for each in schemes))
    return writes or minimum_role(document, route.node) not in ("public", "viewer")


def _answers(document: Json, route: Route) -> Iterator[str]:
    for status, reference in route.node["responses"].items():
        node = resolve(document, reference)
        headers = {name: resolve(document, header) for name, header in node.get("headers", {}).items()}
        if not headers.get("X-Trace-Id", {}).get("required"):
            yield f"{status} lacks the header X-Trace-Id"
        if status == "401" and "WWW-Authenticate" not in headers:
            yield "401 lacks the header WWW-Authenticate, which the server sends (`x-server-side: true`)"
        limits = status == "429" or (status == "503" and streams(document, route))
        if limits and "Retry-After" not in headers:
            yield f"{status} lacks the header Retry-After, which the server sends (`x-server-side: true`)"
        if status.startswith("2") and is_answered_again(route) and "Idempotency-Replayed" not in headers:
            yield f"{status} lacks the header Idempotency-Replayed, which the server sends (`x-server-side: true`)"
        if status in {"201", "202"} and not headers.get("Location", {}).get("required"):
            yield HouseRule(f"{status} lacks the required header Location")
        for media, content in node.get("content", {}).items():
            if "schema" not in content:
                yield f"{status} {media} has no schema"
            elif is_json_media(media) and "$ref" not in content["schema"]:
                yield f"{status} {media}: a JSON body must be a named schema"
            if media == "application/json" and not content.keys() & {"example", "examples"}:
                yield HouseRule(f"{status} {media} has no example")
            if status >= "4" and media == "application/json" and status != "503":
                yield HouseRule(f"{status} must be application/problem+json")


def _conditions(document: Json, route: Route) -> Iterator[str]:
    """A GET with an ETag can be asked for conditionally; its 304 has the headers that caches go by."""
    answers = {status: resolve(document, node) for status, node in route.node["responses"].items()}
    if route.method != "get" or "ETag" not in answers.get("200", {}).get("headers", {}):
        return
    if ("header", "If-None-Match") not in {(param["in"], param["name"]) for param in route.params}:
        yield HouseRule("a GET with an ETag needs the parameter If-None-Match")
    expected = {"ETag", "Cache-Control"} & answers["200"]["headers"].keys()
    for name in sorted(expected - answers.get("304", {}).get("headers", {}).keys()):
        yield HouseRule(f"a GET with an ETag needs a 304 with the header {name}")


def _request(document: Json, route: Route) -> Iterator[str]:
    if "requestBody" not in route.node:
        return
    request = resolve(document, route.node["requestBody"])
    if not request.get("required"):
        yield HouseRule("the request body must be required")
    content: Json = request.get("content", {})
    is_patch = route.method == "patch" and route.id not in COMMANDS
    if is_patch and set(content) != {"application/merge-patch+json"}:
        yield HouseRule("PATCH must take application/merge-patch+json and nothing else")
    for media, value in content.items():
        if not is_json_media(media):
            continue
        if "$ref" not in value.get("schema", {}):
            yield f"request {media}: a JSON body must be a named schema"
        if not value.keys() & {"example", "examples"}:
            yield HouseRule(f"request {media} has no example")
        schema = resolve(document, value.get("schema", {}))
        if is_patch and (schema.get("required") or schema.get("minProperties") != 1):
            yield HouseRule("a merge patch must have only optional fields and minProperties 1")


def _links(document: Json, route: Route, routes_by_id: dict[str, Route]) -> Iterator[Finding]:
    for status, reference in route.node["responses"].items():
        for name, link in resolve(document, reference).get("links", {}).items():
            where = f"{place(route)}/responses/{status}/links/{escape(name)}"
            if "operationRef" in link:
                continue
            target = routes_by_id.get(link.get("operationId", ""))
            if target is None:
                yield Finding(where, f"no such operation: {link.get('operationId')}")
                continue
            names = {key for param in target.params for key in (param["name"], f"{param['in']}.{param['name']}")}
            for parameter in link.get("parameters", {}):
                if parameter not in names:
                    yield Finding(where, f"{target.id} has no parameter {parameter}")
