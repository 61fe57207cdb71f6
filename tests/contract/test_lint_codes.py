"""The codes that the server itself gives are listed where they can occur, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from codegen import lint_codes

ANYONE: list[Any] = []
READER: list[Any] = [{"sessionCookie": []}, {"bearerToken": []}]
WRITER: list[Any] = [{"sessionCookie": [], "csrfToken": []}, {"bearerToken": []}]
KEY = [{"in": "header", "name": "Idempotency-Key", "schema": {}}]


def findings(method: str, role: str, security: list[Any], status: str, codes: list[str], **rest: Any) -> list[str]:
    """The findings on an operation one of whose responses lists these codes, beside those of the shared response."""
    responses = {status: {"$ref": "#/components/responses/Refused", "x-codes": codes}}
    operation = {
        "operationId": "doIt", "tags": ["it"], "x-minimum-role": role, "security": security, "responses": responses,
        **rest,
    }  # fmt: skip
    shared = {"Refused": {"x-codes": ["role_too_low", "csrf_token_wrong"]}}
    document = {"paths": {"/it": {method: operation}}, "components": {"responses": shared}}
    return [finding.message for finding in lint_codes.lint(document)]


@pytest.mark.parametrize(
    ("method", "role", "security", "codes"),
    [
        ("get", "editor", READER, ["role_too_low"]),
        ("post", "viewer", WRITER, ["csrf_token_wrong"]),
        ("post", "admin", WRITER, ["csrf_token_wrong", "role_too_low"]),
        ("post", "public", ANYONE, ["cross_origin"]),
        ("get", "viewer", READER, ["not_the_owner"]),
    ],
)
def test_each_refusal_that_can_occur_is_demanded_and_no_other(
    method: str, role: str, security: list[Any], codes: list[str]
) -> None:
    assert findings(method, role, security, "403", codes) == []
    server = {"role_too_low", "csrf_token_wrong", "cross_origin"}
    for code in sorted(server & set(codes)):
        others = [each for each in codes if each != code]
        assert findings(method, role, security, "403", others) == [f"403 does not list {code}"]
    for code in sorted(server - set(codes)):
        (finding,) = findings(method, role, security, "403", [*codes, code])
        assert finding.startswith(f"403 {code} cannot occur: ")


def test_a_reused_key_needs_a_key() -> None:
    assert findings("post", "viewer", WRITER, "422", ["idempotency_key_reused"], parameters=KEY) == []
    assert findings("post", "viewer", WRITER, "422", [], parameters=KEY) == ["422 does not list idempotency_key_reused"]
    assert findings("post", "viewer", WRITER, "422", ["idempotency_key_reused"]) == [
        "422 idempotency_key_reused cannot occur: it does not take an Idempotency-Key"
    ]


def test_responses_without_codes_are_not_judged() -> None:
    get = {"operationId": "getIt", "tags": ["it"], "security": READER, "responses": {"403": {"description": "It."}}}
    document: dict[str, Any] = {"paths": {"/it": {"get": get}}, "components": {}}
    assert lint_codes.lint(document) == []
