"""Rules for the codes that the server itself gives: they are listed where they can occur, and nowhere else."""

from __future__ import annotations

from codegen.findings import Finding
from codegen.lint_operations import SAFE_METHODS, place
from codegen.load import Json
from codegen.operations import Route, minimum_role, routes, security
from codegen.problem_examples import CODES
from codegen.types import resolve

OF_OTHERS = {"listApiTokens", "createApiToken", "deleteApiToken"}  # others' or stronger tokens; do not extend
REASONS = {
    "role_too_low": "any caller who passes the security has the role",
    "csrf_token_wrong": "no security takes a csrfToken",
    "cross_origin": "it is a read, or takes credentials",
    "idempotency_key_reused": "it does not take an Idempotency-Key",
}
STATUSES = {"403": ("role_too_low", "csrf_token_wrong", "cross_origin"), "422": ("idempotency_key_reused",)}


def lint(document: Json) -> list[Finding]:
    """Return the findings on the responses that list their codes; their places are pointers into the bundle."""
    return [Finding(place(route), message) for route in routes(document) for message in _faults(document, route)]


def _faults(document: Json, route: Route) -> list[str]:
    possible = _possible(document, route)
    found = []
    for status, own in STATUSES.items():
        listed = resolve(document, route.node["responses"].get(status, {})).get(CODES)
        if listed is not None:
            needless = [code for code in own if code in listed and code not in possible]
            found += [f"{status} {code} cannot occur: {REASONS[code]}" for code in needless]
            found += [f"{status} does not list {code}" for code in own if code in possible and code not in listed]
    return found


def _possible(document: Json, route: Route) -> set[str]:
    schemes, writes = security(document, route.node), route.method not in SAFE_METHODS
    holds = {
        "role_too_low": minimum_role(document, route.node) not in ("public", "viewer") or route.id in OF_OTHERS,
        "csrf_token_wrong": any("csrfToken" in each for each in schemes),
        "cross_origin": writes and schemes == ((),),
        "idempotency_key_reused": any(param["name"].lower() == "idempotency-key" for param in route.params),
    }
    return {code for code, can in holds.items() if can}
