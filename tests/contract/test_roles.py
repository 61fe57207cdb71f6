"""Authorization: every operation, called in every role, enforces its `x-minimum-role`."""

from __future__ import annotations

import re

import httpx
import pytest

from generated.base import Operation
from generated.operations import OPERATIONS
from platemark.access import RANK
from tests.conftest import ClientFor
from tests.serving import Live

UNKNOWN_ID = "01a204f8-2f06-777b-b415-8da7fd61ae84"
PASSWORD = "correct horse battery"
ROLES = [None, "viewer", "editor", "admin"]
WRITES = [
    operation for operation in OPERATIONS.values() if any("csrfToken" in schemes for schemes in operation.security)
]


def call(client: httpx.Client, operation: Operation, **options: dict[str, str]) -> httpx.Response:
    path = re.sub(r"\{[^}]+\}", UNKNOWN_ID, operation.path)
    content = "{}" if operation.bodies else None
    headers = {"Content-Type": next(iter(operation.bodies))} if operation.bodies else {}
    headers |= options.get("headers", {})
    with client.stream(operation.method, path, content=content, headers=headers) as response:
        if response.headers.get("content-type") != "text/event-stream":  # an event stream does not end
            response.read()
    return response


@pytest.mark.parametrize("role", ROLES)
def test_every_operation_enforces_its_minimum_role(as_role: ClientFor, role: str | None) -> None:
    client = as_role(role)
    for operation in OPERATIONS.values():
        response = call(client, operation)
        allowed = RANK[role or "public"] >= RANK[operation.minimum_role]
        refused = 403 if role else 401
        assert (response.status_code == refused) is not allowed, f"{role} called {operation.id}"


@pytest.mark.parametrize(
    "authorization", ["Bearer nonsense", "Bearer", "Basic eDp5", "nonsense", f"Bearer pm_{43 * 'x'}"]
)
def test_wrong_credentials_are_refused_even_by_public_operations(live: Live, authorization: str) -> None:
    with live.client() as client:
        for operation in OPERATIONS.values():
            response = call(client, operation, headers={"Authorization": authorization})
            assert response.status_code == 401, f"{operation.id}: {response.text}"
            assert response.headers["www-authenticate"].startswith("Bearer ")


def test_every_write_with_a_session_cookie_requires_the_csrf_token(live: Live, as_role: ClientFor) -> None:
    as_role("admin").post("/users", json={"name": "ada", "role": "admin", "password": PASSWORD})
    with live.client() as browser:
        signed_in = browser.post("/auth/session", json={"method": "password", "name": "ada", "password": PASSWORD})
        assert signed_in.json()["role"] == "admin"
        for operation in WRITES:
            for headers in ({}, {"X-CSRF-Token": "wrong"}):
                response = call(browser, operation, headers=headers)
                assert (response.status_code, response.json()["code"]) == (403, "csrf_token_wrong"), operation.id
        token = {"X-CSRF-Token": signed_in.json()["csrf_token"]}
        assert browser.post("/albums", json={"name": "x"}, headers=token).status_code == 201
        assert browser.delete("/auth/session", headers=token).status_code == 204
        assert browser.get("/stats").status_code == 401, "signed out"


def test_every_operation_that_writes_declares_the_csrf_token() -> None:
    unsafe = {operation.id for operation in OPERATIONS.values() if operation.method != "GET"}
    assert unsafe - {operation.id for operation in WRITES} == {"signIn"}


def test_signing_in_from_another_site_is_refused(live: Live) -> None:
    with live.client() as browser:
        body = {"method": "password", "name": "ada", "password": PASSWORD}
        assert browser.post("/auth/session", json=body, headers={"Origin": "https://evil.example"}).status_code == 403
        own = browser.post("/auth/session", json=body, headers={"Origin": live.url})
        assert own.status_code == 401, "only the user is unknown"
