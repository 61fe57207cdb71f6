"""Security of others: what sends `Authorization: Bearer` sends the server's tokens; what is silent is open."""

from __future__ import annotations

from codegen.adoption.notes import Notes
from codegen.lint_operations import place
from codegen.lint_served import SCHEMES
from codegen.load import Json
from codegen.operations import routes

BEARER = "bearerToken"


def adopt(document: Json, notes: Notes) -> None:
    """Call the schemes that send bearer tokens by the server's name, and drop alternatives that it does not take."""
    schemes: Json = document["components"].get("securitySchemes", {})
    bearers = {name for name, node in schemes.items() if _is_bearer(node)} - {BEARER}
    for name in sorted(bearers):
        notes.add(f"a scheme that sends `Authorization: Bearer` is {BEARER}", f"#/components/securitySchemes/{name}")
    if bearers:
        schemes[BEARER] = {"type": "http", "scheme": "bearer"}
    served = {name for name in schemes if name in SCHEMES} | bearers
    for owner, where in [(document, "#"), *((route.node, place(route)) for route in routes(document))]:
        if "security" in owner:
            owner["security"] = _served(owner["security"], served, bearers, where, notes)
    used = {
        name
        for owner in [document, *(route.node for route in routes(document))]
        for alternative in owner.get("security", [])
        for name in alternative
    }
    for name in [name for name in schemes if name not in used]:
        del schemes[name]
    for route in routes(document):
        if "security" not in route.node and "security" not in document:
            route.node["security"] = []
            notes.add("an operation without security is open to anyone", place(route))


def _is_bearer(node: Json) -> bool:
    is_http = node.get("type") == "http" and str(node.get("scheme", "")).lower() == "bearer"
    return is_http or node.get("type") in {"oauth2", "openIdConnect"}


def _served(alternatives: list[Json], served: set[str], bearers: set[str], where: str, notes: Notes) -> list[Json]:
    """The alternatives that the server takes, if there are any; else all, for lint to find what it does not."""
    taken = [alternative for alternative in alternatives if set(alternative) <= served]
    if taken and len(taken) < len(alternatives):
        notes.add("other ways of signing in are left out where a bearer token is one of them", where)
    kept: list[Json] = [{BEARER if name in bearers else name: [] for name in each} for each in taken or alternatives]
    return [each for index, each in enumerate(kept) if each not in kept[:index]]
