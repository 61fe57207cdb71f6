"""No undeclared response is sent: the encoder rejects what the type checker cannot."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import pytest
import sqlalchemy as sa

from platemark import errors
from platemark.http.problems import ContractBroken, HttpProblem, problem_for
from platemark.http.responses import encode
from tests.serving import bundle_at, contract, reference_validator

TRACE = "0123456789abcdef"
ETAG = {"ETag": "etag"}


@dataclass
class Response:
    """A response that no generated class allows."""

    status: int = 200
    media_type: str | None = "application/json"
    body: Any = None
    headers: dict[str, str] = field(default_factory=lambda: dict(ETAG))
    server_headers: tuple[str, ...] = ("X-Trace-Id",)
    etag: str | None = '"1"'
    extra: str = "x"


def album(**changes: Any) -> dict[str, Any]:
    example: dict[str, Any] = json.loads(json.dumps(bundle_at("/components/schemas/AlbumDetail")["examples"][0]))
    return {**example, **changes}


def without(name: str) -> dict[str, Any]:
    return {key: value for key, value in album().items() if key != name}


def test_a_declared_response_is_encoded_unchanged() -> None:
    encoded = encode(contract().rules["getAlbum"], Response(body=album()))
    assert json.loads(encoded.body) == album()
    assert encoded.headers == {"ETag": '"1"'}


DRIFTS = [
    ("an undeclared status", Response(status=203, body=album()), "status 203"),
    ("an undeclared media type", Response(media_type="text/plain", body="x"), "text/plain"),
    ("a missing header", Response(body=album(), etag=None), "header ETag is missing"),
    ("a header that violates its pattern", Response(body=album(), etag="weak"), "header ETag breaks"),
    ("an undeclared header", Response(body=album(), headers={**ETAG, "X-Extra": "extra"}), "X-Extra"),
    ("a missing field", Response(body=without("updated_at")), "updated_at"),
    ("an extra field", Response(body=album(secret="x")), "secret"),
    ("null in a field that is not nullable", Response(body=album(name=None)), "/name"),
    ("a number for a text", Response(body=album(name=7)), "/name"),
    ("a number out of its range", Response(body=album(image_count=-1)), "/image_count"),
    ("a text beyond its length", Response(body=album(name="x" * 5000)), "/name"),
    ("a value outside its enum", Response(body=album(visibility="secret")), "/visibility"),
    ("a time without a zone", Response(body=album(created_at="2026-01-02T03:04:05")), "/created_at"),
    ("an invalid id", Response(body=album(id="7")), "/id"),
]


@pytest.mark.parametrize(("response", "message"), [row[1:] for row in DRIFTS], ids=[row[0] for row in DRIFTS])
def test_an_undeclared_response_is_never_sent(response: Any, message: str) -> None:
    with pytest.raises(ContractBroken, match=message):
        encode(contract().rules["getAlbum"], response)


def problem(error: Exception, operation_id: str | None = "getAlbum") -> dict[str, Any]:
    """The problem for ``error``, after asserting that it matches the contract."""
    response = problem_for(error, trace_id=TRACE, contract=contract(), operation_id=operation_id)
    body: dict[str, Any] = json.loads(response.body)
    assert list(reference_validator("/components/schemas/Problem").iter_errors(body)) == []
    assert body["status"] == response.status
    return body


RAISED = [
    (errors.NotFound("album", "x"), 404, "album_not_found"),
    (errors.Unauthenticated("token_invalid", "No."), 401, "token_invalid"),
    (errors.Conflict("not_declared_here", "No."), 500, "internal_error"),
    (errors.TooLarge("not_declared_here", "No."), 500, "internal_error"),
    (HttpProblem(416, "No."), 500, "internal_error"),
    (RuntimeError("a secret"), 500, "internal_error"),
    (KeyError("a secret"), 500, "internal_error"),
    (ContractBroken("a secret"), 500, "internal_error"),
    (sa.exc.OperationalError("SELECT a secret", {}, Exception("locked")), 503, "database_unavailable"),
    (sa.exc.ProgrammingError("SELECT a secret", {}, Exception("syntax")), 500, "internal_error"),
]


@pytest.mark.parametrize(("error", "status", "code"), RAISED, ids=lambda value: str(value)[:30])
def test_an_error_becomes_a_problem_that_its_operation_declares(error: Exception, status: int, code: str) -> None:
    body = problem(error)
    assert (body["status"], body["code"], body["trace_id"]) == (status, code, TRACE)
    assert "secret" not in json.dumps(body)


def test_a_problem_with_invalid_characters_or_too_many_errors_is_made_valid() -> None:
    findings = [errors.Finding("/a\n\ud800", "x" * 5000 + "\0", "code")] * 1000
    body = problem(errors.NotFound("album", "\0\ud800\n" * 2000))
    assert len(body["detail"]) <= 2000
    truncated = problem(HttpProblem(400, "\ud800", code="does_not_fit", findings=tuple(findings)))
    assert len(truncated["errors"]) == 100


@pytest.mark.parametrize("kind", errors.PlatemarkError.__subclasses__())
def test_every_domain_error_has_a_status(kind: type[errors.PlatemarkError]) -> None:
    from platemark.http.problems import STATUS

    assert kind in STATUS or kind is errors.StartupError


@pytest.mark.parametrize(
    ("error", "title"),
    [
        (errors.TooLarge("pixels", "No."), "Content Too Large"),
        (errors.Unprocessable("csv_invalid", "No."), "Unprocessable Content"),
        (HttpProblem(416, "No."), "Range Not Satisfiable"),
        (errors.Conflict("name_taken", "No."), "Conflict"),
    ],
)
def test_a_title_is_the_phrase_of_rfc_9110_on_every_python(error: Exception, title: str) -> None:
    assert problem(error, operation_id=None)["title"] == title
