"""Nothing undeclared leaves the process: what gets past the type checker is stopped by the adapter."""

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
class Answer:
    """An answer that no generated class would allow."""

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


def test_what_the_contract_declares_is_encoded_as_it_is() -> None:
    encoded = encode(contract(), "getAlbum", Answer(body=album()))
    assert json.loads(encoded.body) == album()
    assert encoded.headers == {"ETag": '"1"'}


DRIFTS = [
    ("an undeclared status", Answer(status=203, body=album()), "status 203"),
    ("an undeclared media type", Answer(media_type="text/plain", body="x"), "text/plain"),
    ("a missing header", Answer(body=album(), etag=None), "header ETag is missing"),
    ("a header out of its pattern", Answer(body=album(), etag="weak"), "header ETag breaks"),
    ("an undeclared header", Answer(body=album(), headers={**ETAG, "X-Extra": "extra"}), "X-Extra"),
    ("a missing field", Answer(body=without("updated_at")), "updated_at"),
    ("an extra field", Answer(body=album(secret="x")), "secret"),
    ("null where it must not be", Answer(body=album(name=None)), "/name"),
    ("a number for a text", Answer(body=album(name=7)), "/name"),
    ("a number out of its range", Answer(body=album(image_count=-1)), "/image_count"),
    ("a text beyond its length", Answer(body=album(name="x" * 5000)), "/name"),
    ("a word outside its enum", Answer(body=album(visibility="secret")), "/visibility"),
    ("a time without a zone", Answer(body=album(created_at="2026-01-02T03:04:05")), "/created_at"),
    ("an id that is none", Answer(body=album(id="7")), "/id"),
]


@pytest.mark.parametrize(("answer", "said"), [row[1:] for row in DRIFTS], ids=[row[0] for row in DRIFTS])
def test_an_answer_that_drifts_never_leaves(answer: Any, said: str) -> None:
    with pytest.raises(ContractBroken, match=said):
        encode(contract(), "getAlbum", answer)


def problem(error: Exception, operation_id: str | None = "getAlbum") -> dict[str, Any]:
    sent = problem_for(error, trace_id=TRACE, contract=contract(), operation_id=operation_id)
    body: dict[str, Any] = json.loads(sent.body)
    assert list(reference_validator("/components/schemas/Problem").iter_errors(body)) == []
    assert body["status"] == sent.status
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
def test_a_raised_error_leaves_as_a_problem_that_its_operation_declares(
    error: Exception, status: int, code: str
) -> None:
    body = problem(error)
    assert (body["status"], body["code"], body["trace_id"]) == (status, code, TRACE)
    assert "secret" not in json.dumps(body)


def test_a_problem_survives_any_text() -> None:
    findings = [errors.Finding("/a\n\ud800", "x" * 5000 + "\0", "code")] * 1000
    body = problem(errors.NotFound("album", "\0\ud800\n" * 2000))
    assert len(body["detail"]) <= 2000
    many = problem(HttpProblem(400, "\ud800", code="does_not_fit", findings=tuple(findings)))
    assert len(many["errors"]) == 100


@pytest.mark.parametrize("kind", errors.PlatemarkError.__subclasses__())
def test_every_error_of_the_studio_has_a_status(kind: type[errors.PlatemarkError]) -> None:
    from platemark.http.problems import STATUS

    assert kind in STATUS or kind is errors.StartupError
