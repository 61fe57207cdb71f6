"""Compares two contracts, operation by operation, in the direction of each place.

What clients send must still be taken, what they receive must be what they know. The other way round for webhooks and
callbacks, which the server sends.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from codegen.compat.changes import Found, accepted_values, change, sent_values
from codegen.compat.document import Document, Node, operation_id, operations, parameters
from codegen.compat.inclusion import Verdict
from codegen.compat.lifecycle import earlier_sunset, retired, retired_changes, without
from codegen.compat.parts import answers, parameter, request_body, security_schemes
from codegen.lifecycle import may_go
from codegen.load import Json

ROLES = ("public", "viewer", "editor", "admin")


def compare(old: Json, new: Json, today: datetime.date) -> Found:
    """Yield each difference between two bundles, and the questions on all their schemas.

    What was deprecated may be gone on the day of its `x-sunset` and later.
    """
    gone = retired(old, new, today)
    before, after = Document(without(old, gone)).root, Document(new).root
    yield from retired_changes(gone, before)
    yield from _servers(before, after)
    yield from security_schemes(before, after)
    ours, theirs = operations(before / "paths"), operations(after / "paths")
    for key, (item, operation) in ours.items():
        name = operation_id(key, operation)
        if key not in theirs:
            verdict: Verdict = "compatible" if may_go(operation.value, today) else "breaking"
            yield change(f"{name}: {key}", operation, verdict, "operation removed")
        else:
            yield from _operation(name, (item, operation), theirs[key], today)
    yield from (
        change(f"{operation_id(key, node)}: {key}", node, "compatible", "operation added")
        for key, (_, node) in theirs.items()
        if key not in ours
    )
    yield from _sent_requests("webhook", before / "webhooks", after / "webhooks")


def _servers(before: Node, after: Node) -> Found:
    urls = [[server.get("url") for server in (side / "servers").items()] or ["/"] for side in (before, after)]
    for url in urls[0]:
        if url not in urls[1]:
            yield change(f"server {url}", after / "servers", "breaking", "base path removed")


def _operation(name: str, ours: tuple[Node, Node], theirs: tuple[Node, Node], today: datetime.date) -> Found:
    (old_item, old), (new_item, new) = ours, theirs
    if old.get("operationId") != new.get("operationId"):
        names = old.get("operationId"), new.get("operationId")
        yield change(name, new, "breaking", "operationId renamed; generated clients call it by name", *names)
    yield from earlier_sunset(name, old, new)
    yield from _access(name, old, new)
    yield from _parameters(name, parameters(old_item, old), parameters(new_item, new), new, today)
    yield from request_body(f"{name} request", old / "requestBody", new / "requestBody", new, accepted_values)
    yield from answers(f"{name} answer", old / "responses", new / "responses", sent_values)
    yield from _callbacks(name, old / "callbacks", new / "callbacks")


def _access(name: str, old: Node, new: Node) -> Found:
    roles = [side.get("x-minimum-role", "public") for side in (old, new)]
    if roles[0] != roles[1]:
        known = all(role in ROLES for role in roles)
        raised = known and ROLES.index(roles[1]) > ROLES.index(roles[0])
        verdict: Verdict = "breaking" if raised else "compatible" if known else "unknown"
        yield change(f"{name} role", new, verdict, "another x-minimum-role", *roles)
    if new.get("x-owner-or-admin") and not old.get("x-owner-or-admin"):
        yield change(f"{name} role", new, "breaking", "only for the owner and admins now")
    ways = [_security(side) for side in (old, new)]
    for way in ways[0]:
        if not any(_suffices(way, other) for other in ways[1]):
            yield change(f"{name} security", new, "breaking", "a way in is closed", way, ways[1])


def _security(operation: Node) -> list[Json]:
    own = operation.get("security")
    ways: list[Json] = own if own is not None else operation.document.root.get("security", [])
    return ways or [{}]


def _suffices(way: Json, needed: Json) -> bool:
    """Whether a client that comes by `way` has all that `needed` asks for."""
    return all(scheme in way and set(scopes) <= set(way[scheme]) for scheme, scopes in needed.items())


def _parameters(
    name: str,
    old: dict[tuple[str, str], Node],
    new: dict[tuple[str, str], Node],
    operation: Node,
    today: datetime.date,
) -> Found:
    for (kind, label), node in old.items():
        place = f"{name} request {kind} {label}"
        if (kind, label) in new:
            yield from earlier_sunset(place, node, new[kind, label])
            yield from parameter(place, node, new[kind, label])
        elif may_go(node.value, today):
            yield change(place, operation, "compatible", "parameter gone after its sunset")
        elif kind in ("header", "cookie"):
            yield change(place, operation, "compatible", "parameter removed: it is ignored now")
        else:
            yield change(place, operation, "breaking", "parameter removed: unknown ones are refused")
    for (kind, label), node in new.items():
        if (kind, label) not in old:
            place = f"{name} request {kind} {label}"
            if node.get("required"):
                yield change(place, node, "breaking", "required parameter added")
            else:
                yield change(place, node, "compatible", "parameter added")


def _sent_requests(kind: str, old: Node, new: Node) -> Found:
    """Requests that the server sends: to receivers they are what answers are to clients."""
    ours, theirs = operations(old), operations(new)
    for key, (_, operation) in ours.items():
        name = f"{kind} {operation_id(key, operation)}"
        if key not in theirs:
            yield change(name, operation, "breaking", f"{kind} removed")
            continue
        _, other = theirs[key]
        yield from request_body(f"{name} request", operation / "requestBody", other / "requestBody", other, sent_values)
        yield from answers(f"{name} answer", operation / "responses", other / "responses", accepted_values)
    yield from (
        change(f"{kind} {operation_id(key, node)}", node, "compatible", f"{kind} added")
        for key, (_, node) in theirs.items()
        if key not in ours
    )


def _callbacks(name: str, old: Node, new: Node) -> Found:
    for label in _names(old, new):
        yield from _sent_requests(f"{name} callback {label}", old / label, new / label)


def _names(old: Node, new: Node) -> Iterator[Any]:
    yield from dict.fromkeys([*old.members(), *new.members()])
