"""Each bound of a request, from both sides: the value at the bound is taken, the next one beyond is a 400.

The bodies are those of the echo tests, with one value in them at its bound. A value at its bound may be refused for
another reason, with another status: it fits the schema. What is beyond an upper bound, or at a lower one, is sent to
SQLite only: no database sees the first, and all of them hold the second.
"""

from __future__ import annotations

import random
from typing import Any

import httpx
import pytest

from codegen.conformance import texts
from codegen.conformance.facts import ANY, FORM, Bound, bounds, only_branch, values_at
from codegen.operations import Route, routes
from codegen.types import resolve
from generated.operations import OPERATIONS
from tests.contract.distinct_bodies import DistinctBody
from tests.contract.echoes import ECHOES, Echo
from tests.contract.echoes.studio import EchoStudio
from tests.contract.test_echo import schema_of
from tests.contract.test_statuses import path_of, valid_body
from tests.populate import png
from tests.serving import Live, contract

DOCUMENT = dict(contract().document)
ROUTES: dict[str, Route] = {route.id: route for route in routes(DOCUMENT)}
UPPER = ("maximum", "maxLength", "maxItems")
LARGEST = 100_000
SIDES = {"sqlite": (False, True), "postgresql": (False,)}
"""Whether a value beyond its bound is sent, too."""
PATTERN_IS_NARROWER = {Bound("query/last_event_id", "maxLength", 16)}
LONGEST_LIST = 1000
JSON_ECHOES = [echo for echo in ECHOES if "json" in echo.media_type]


def with_bound(schema: dict[str, Any], bound: Bound, value: Any, *, beyond: bool) -> Any:
    """A value of the schema at its bound, or just beyond it."""
    schema = resolve(DOCUMENT, schema)
    size = int(bound.limit) + (0 if not beyond else 1 if bound.keyword in UPPER else -1)
    if bound.keyword in ("minimum", "maximum"):
        step = schema.get("multipleOf", 1)
        return bound.limit if not beyond else bound.limit + (step if bound.keyword in UPPER else -step)
    if isinstance(value, list):
        return [item_like(schema, number) for number in range(size)] if schema.get("uniqueItems") else value[:1] * size
    return fitting_text(schema, size)


def item_like(schema: dict[str, Any], number: int) -> Any:
    """An item that differs from those with other numbers, as long as the enum has others."""
    items = resolve(DOCUMENT, schema["items"])
    return items["enum"][number % len(items["enum"])] if "enum" in items else f"{number:08x}{texts.UUID[8:]}"


def fitting_text(schema: dict[str, Any], length: int) -> str:
    """A text of this length that otherwise fits: its pattern repeats what it begins with."""
    branches = [resolve(DOCUMENT, each) for each in [schema, *resolve(DOCUMENT, schema).get("anyOf", [])]]
    pattern = next((each["pattern"] for each in branches if "pattern" in each), "")
    text = texts.matching(pattern, random.Random(1)) if pattern else ""
    return (text + "a" * length)[:length]


def is_too_large(bound: Bound) -> bool:
    limit = LONGEST_LIST if bound.keyword == "maxItems" else LARGEST
    return bound.keyword in ("maxLength", "maxItems") and bound.limit > limit


def is_of(bound: Bound, body: dict[str, Any]) -> bool:
    """Whether a bound is one of a value in this body, and of its kind where there are several."""
    where, *path = bound.place.split("/")
    is_kind = bound.kind is None or body.get(bound.kind[0]) == bound.kind[1]
    return where != "query" and is_kind and bool(values_at(body, path))


def at_bound(schema: dict[str, Any], value: Any, path: list[str], bound: Bound, *, beyond: bool) -> Any:
    """A copy of ``value`` in which the first of what is at the path is at its bound, or beyond it."""
    if not path:
        return with_bound(schema, bound, value, beyond=beyond)
    schema, _ = only_branch(DOCUMENT, schema)
    name = path[0] if path[0] != ANY else next(iter(value)) if isinstance(value, dict) else 0
    members = schema.get("items") if isinstance(value, list) else schema.get("properties", {}).get(name)
    member = at_bound(members or schema["additionalProperties"], value[name], path[1:], bound, beyond=beyond)
    return value | {name: member} if isinstance(value, dict) else [member, *value[1:]]


def tried(live: Live, route: Route) -> list[tuple[Bound, bool]]:
    """The bounds of an operation that are tried on a database, each with whether the value is beyond it."""
    dialect = live.studio.database.dialect
    upper_only = dialect != "sqlite"
    found = [each for each in bounds(DOCUMENT, route) if each.keyword in UPPER or not upper_only]
    return [(each, beyond) for each in found if not is_too_large(each) for beyond in SIDES[dialect]]


@pytest.mark.parametrize("echo", JSON_ECHOES, ids=lambda echo: f"{echo.operation}-{echo.name}")
def test_each_bound_of_a_body_is_where_the_contract_says(live: Live, echo: Echo) -> None:
    route, operation = ROUTES[echo.operation], OPERATIONS[echo.operation]
    with live.client(live.token("admin")) as client:
        path, given = echo.prepare(EchoStudio(live, client))
        if echo.operation == "signIn":  # which takes no token
            del client.headers["Authorization"]
        schema = schema_of(echo)
        body = DistinctBody(given).make(schema)
        for bound, beyond in tried(live, route):
            if is_of(bound, body):
                path_to_value = bound.place.split("/")[1:]
                changed = at_bound(schema, body, path_to_value, bound, beyond=beyond)
                sent = {
                    each: changed[each] for each in changed if each not in echo.left_out.keys() - {path_to_value[0]}
                }
                headers = {"Content-Type": echo.media_type}
                response = client.request(operation.method, path, json=sent, headers=headers)
                assert (response.status_code == 400) is beyond, f"{bound} {beyond=}: {response.text[:300]}"


def test_each_bound_of_a_parameter_is_where_the_contract_says(live: Live) -> None:
    with live.client(live.token("admin")) as client:
        for route in ROUTES.values():
            for bound, beyond in tried(live, route):
                if bound.place.startswith("query/") and bound not in PATTERN_IS_NARROWER:
                    parameter = next(each for each in route.params if f"query/{each['name']}" == bound.place)
                    status = send_parameter(client, route.id, parameter, bound, beyond=beyond)
                    assert (status == 400) is beyond, f"{route.id}: {bound} {beyond=}"


def test_each_bound_of_a_form_is_where_the_contract_says(live: Live) -> None:
    with live.client(live.token("admin")) as client:
        for route in ROUTES.values():
            content = route.node.get("requestBody", {}).get("content", {})
            for bound, beyond in tried(live, route) if FORM in content else ():
                name, *path = bound.place.split("/")[1:]
                schema = resolve(DOCUMENT, resolve(DOCUMENT, content[FORM]["schema"])["properties"][name])
                value = ["a"] if schema.get("type") == "array" else ""
                text = at_bound(schema, value, path, bound, beyond=beyond)
                response = client.request(
                    OPERATIONS[route.id].method,
                    OPERATIONS[route.id].path,
                    data={name: text},
                    files={"file": ("a.png", png(), "image/png")},
                )
                assert (response.status_code == 400) is beyond, f"{route.id}: {bound} {beyond=}: {response.text[:300]}"


def send_parameter(
    client: httpx.Client, operation_id: str, parameter: dict[str, Any], bound: Bound, *, beyond: bool
) -> int:
    """The status of a request with a parameter at its bound; a list repeats the parameter."""
    schema = resolve(DOCUMENT, parameter["schema"])
    value = with_bound(schema, bound, [""] if schema.get("type") == "array" else "", beyond=beyond)
    operation, options = OPERATIONS[operation_id], valid_body(OPERATIONS[operation_id])
    query = httpx.QueryParams({parameter["name"]: value})
    request = client.build_request(operation.method, f"{path_of(operation)}?{query}", **options)
    response = client.send(request, stream=True)
    if response.headers.get("content-type") != "text/event-stream":
        response.read()
    response.close()
    return response.status_code
