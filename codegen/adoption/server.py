"""What the server itself takes and sends, in a document of others: the trace id, its problems, the path of the API."""

from __future__ import annotations

import copy
import re
from urllib.parse import urlsplit

from codegen.adoption.notes import Notes
from codegen.bundle import escape
from codegen.lint_operations import is_answered_again, place, required_statuses, streams
from codegen.load import Json
from codegen.operations import Route, routes
from codegen.problem_examples import MEDIA_TYPE, TITLES
from codegen.schema_tree import target
from codegen.types import resolve

BASE = "/api"
TRACE, PROBLEM = "ServerTraceId", "ServerProblem"
TRACE_ID = {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$", "maxLength": 64}
TEXT = {"type": "string", "maxLength": 2000, "pattern": "^[^\\u0000]*$"}
WORD = {"type": "string", "maxLength": 200, "pattern": "^[^\\u0000]*$"}


def _object(title: str, description: str, properties: Json) -> Json:
    required = list(properties)
    return {
        "title": title, "description": description, "type": "object", "additionalProperties": False,
        "required": required, "properties": properties,
    }  # fmt: skip


FAULT = _object("ServerProblemFault", "A fault of the request.", {"pointer": TEXT, "message": TEXT, "code": WORD})
PROBLEM_SCHEMA = _object(
    PROBLEM,
    "Why the server refused a request, or failed (RFC 9457).",
    {
        "type": WORD,
        "title": WORD,
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": TEXT,
        "code": WORD,
        "errors": {"type": "array", "maxItems": 100, "items": FAULT},
        "trace_id": TRACE_ID,
    },
)
SENT_HEADERS: dict[str, Json] = {
    "WWW-Authenticate": {"type": "string", "pattern": "^Bearer [ -~]*$", "maxLength": 140},
    "Retry-After": {"type": "string", "pattern": "^[0-9]{1,9}$", "maxLength": 9},
    "Idempotency-Replayed": {"type": "string", "pattern": "^true$", "maxLength": 4},
}


def add(document: Json, notes: Notes) -> None:
    """Declare what the server takes and sends for every operation."""
    _serve_below_a_path(document, notes)
    components = document["components"]
    about = "Names the request, for logs; the server makes one up."
    header = {"description": about, "required": True, "x-server-side": True, "schema": TRACE_ID}
    components.setdefault("headers", {})[TRACE] = header
    components.setdefault("parameters", {})[TRACE] = {
        "name": "X-Trace-Id", "in": "header", "description": about, "x-server-side": True, "schema": TRACE_ID
    }  # fmt: skip
    components["schemas"][PROBLEM] = copy.deepcopy(PROBLEM_SCHEMA)
    responses = components.setdefault("responses", {})
    own = _own_responses(responses)
    for route in list(routes(document)):
        _name_ranges(document, route, notes)
        _separate(document, route)
        if not any(param["name"].lower() == "x-trace-id" for param in route.params):
            route.node.setdefault("parameters", []).append({"$ref": f"#/components/parameters/{TRACE}"})
        _declare(document, route, own, notes)
        for status, node in route.node["responses"].items():
            _add_headers(_itself(document, node), _sent_headers(document, route, status))
        notes.add("the trace id and the problems that the server itself answers with are declared", place(route))
    used = {node.get("$ref") for route in routes(document) for node in route.node["responses"].values()}
    for name in [name for name in responses if f"#/components/responses/{name}" not in used]:
        del responses[name]


def _serve_below_a_path(document: Json, notes: Notes) -> None:
    first: Json = (document.get("servers") or [{}])[0]
    url = str(first.get("url", ""))
    for name, variable in first.get("variables", {}).items():
        url = url.replace(f"{{{name}}}", str(variable.get("default", "")))
        notes.add("variables of the first server have their defaults", "#/servers/0")
    path = urlsplit(url).path.rstrip("/")
    if not path:
        notes.add(f"the API is served below {BASE}: the root has the pages", "#/servers")
    elif not re.fullmatch(r"(/[A-Za-z0-9._~-]+)+", path):
        return
    document["servers"] = [{"url": path or BASE}]


def _own_responses(responses: Json) -> dict[str, str]:
    """The names of the responses with the server's problems, by status; they are added to the components."""
    names = {}
    for status, title in TITLES.items():
        names[str(status)] = name = f"Server{title.replace(' ', '')}"
        content = {MEDIA_TYPE: {"schema": {"$ref": f"#/components/schemas/{PROBLEM}"}}}
        responses[name] = {"description": f"{title}.", "content": content}
    return names


def _name_ranges(document: Json, route: Route, notes: Notes) -> None:
    """Write `default` as the ranges of statuses that it stands for."""
    responses: Json = route.node["responses"]
    node = responses.pop("default", None)
    if node is None:
        return
    has_success = any(status.startswith(("2", "3")) for status in responses)
    for status in (*(() if has_success else ("2XX",)), "4XX", "5XX"):
        responses.setdefault(status, copy.deepcopy(resolve(document, node)))
    notes.add("`default` stands for 4XX and 5XX, and for 2XX where no success is declared", place(route))


def _separate(document: Json, route: Route) -> None:
    """Write out a shared response that two statuses refer to: each has a class of its own."""
    first: dict[str, str] = {}
    for each in routes(document):
        for status, node in each.node["responses"].items():
            if "$ref" in node:
                first.setdefault(node["$ref"], status)
    for status, node in list(route.node["responses"].items()):
        if "$ref" in node and first[node["$ref"]] != status:
            route.node["responses"][status] = copy.deepcopy(resolve(document, node))


def _declare(document: Json, route: Route, own: dict[str, str], notes: Notes) -> None:
    responses: Json = route.node["responses"]
    required = required_statuses(document, route)
    for status in sorted(required):
        if status not in responses and f"{status[0]}XX" not in responses:
            responses[status] = {"$ref": f"#/components/responses/{own[status]}"}
            continue
        if status not in responses:
            responses[status] = copy.deepcopy(resolve(document, responses[f"{status[0]}XX"]))
        content = _itself(document, responses[status]).setdefault("content", {})
        _admit_problem(document, content, f"{place(route)}/responses/{escape(status)}", notes)


def _itself(document: Json, node: Json) -> Json:
    """The response that a node is or refers to, not a copy."""
    found: Json = target(document, node["$ref"]) if "$ref" in node else node
    return found


def _admit_problem(document: Json, content: Json, where: str, notes: Notes) -> None:
    """Add the server's problems to the content of an error, beside those of the document."""
    problem = {"$ref": f"#/components/schemas/{PROBLEM}"}
    declared = content.setdefault(MEDIA_TYPE, {"schema": problem})["schema"]
    if declared == problem:
        return
    name = declared["$ref"].rpartition("/")[2]
    union = f"{name}Or{PROBLEM}"
    if name.endswith(PROBLEM):
        return
    about = f"{name}, or what the server itself says."
    document["components"]["schemas"][union] = {"title": union, "description": about, "anyOf": [declared, problem]}
    content[MEDIA_TYPE] = {"schema": {"$ref": f"#/components/schemas/{union}"}}
    notes.add("problems of the document stand beside those of the server", where)


def _sent_headers(document: Json, route: Route, status: str) -> list[str]:
    """The headers that the server itself may send with an answer, beside the trace id."""
    waits = status == "429" or (status == "503" and streams(document, route))
    repeats = status.startswith("2") and is_answered_again(route)
    sent = {"WWW-Authenticate": status == "401", "Retry-After": waits, "Idempotency-Replayed": repeats}
    return [name for name, is_sent in sent.items() if is_sent]


def _add_headers(node: Json, sent: list[str]) -> None:
    headers: Json = node.setdefault("headers", {})
    given = {name.lower(): name for name in headers}
    if trace := given.get("x-trace-id"):
        del headers[trace]
    headers["X-Trace-Id"] = {"$ref": f"#/components/headers/{TRACE}"}
    for name in sent:
        if name.lower() not in given:
            about = "What to do next."
            headers[name] = {"description": about, "x-server-side": True, "schema": SENT_HEADERS[name]}
