"""Errors as problem+json (RFC 9457). One table gives the studio's errors their status."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import msgspec
import structlog
from sqlalchemy.exc import IntegrityError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from platemark import errors
from platemark.errors import Finding, PlatemarkError
from platemark.http.contract import MOST_FINDINGS, Contract, printable

MEDIA_TYPE = "application/problem+json"
CHALLENGE = 'Bearer realm="platemark"'
log = structlog.get_logger("platemark.http")

STATUS: Mapping[type[PlatemarkError], int] = {
    errors.NotFound: 404,
    errors.Unauthenticated: 401,
    errors.Forbidden: 403,
    errors.Conflict: 409,
    errors.PreconditionFailed: 412,
    errors.TooLarge: 413,
    errors.UnsupportedMedia: 415,
    errors.Unprocessable: 422,
    errors.TooManyRequests: 429,
    errors.Unavailable: 503,
}
CODES = {
    400: "bad_request",
    404: "no_such_path",
    405: "method_not_allowed",
    406: "not_acceptable",
    413: "content_too_large",
    415: "unsupported_media_type",
    416: "range_not_satisfiable",
    500: "internal_error",
}


class HttpProblem(Exception):
    """A refusal that belongs to HTTP itself: a status, a code, a detail, findings, and headers that go with it."""

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        code: str | None = None,
        findings: tuple[Finding, ...] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(f"{status}: {detail}")
        self.status = status
        self.detail = detail
        self.code = code or CODES[status]
        self.findings = findings
        self.headers = dict(headers or {})


class ContractBroken(Exception):
    """The server was about to send what the contract does not declare; the caller gets a 500 instead."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem ready to be sent."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)


def invalid(findings: list[Finding], what: str = "The request") -> HttpProblem:
    """The 400 for a request that does not fit the contract, with everything that is wrong with it."""
    first = findings[0]
    at = f" at {first.pointer}" if first.pointer else ""
    detail = f"{what} does not fit the contract{at}: {first.message}"
    return HttpProblem(400, detail, code="does_not_fit", findings=tuple(findings))


def problem_for(error: Exception, *, trace_id: str, contract: Contract, operation_id: str | None) -> Problem:
    """``error`` as a problem that the operation declares; what it does not declare is logged and becomes a 500."""
    known = _known(error)
    if known is None:
        log.error("unexpected_error", operation=operation_id, exc_info=error)
        known = _internal()
    rules = contract.rules.get(operation_id or "")
    if rules is not None and known.status not in rules.answers and known.status != 405:
        log.error("undeclared_problem", operation=operation_id, status=known.status, code=known.code)
        known = _internal()
    if known.status == 401:
        known.headers["WWW-Authenticate"] = CHALLENGE
    return Problem(known.status, _encode(known, trace_id), known.headers)


def _known(error: Exception) -> HttpProblem | None:
    if isinstance(error, HttpProblem):
        return error
    if isinstance(error, PlatemarkError):
        return _from_domain(error)
    if isinstance(error, IntegrityError):
        return HttpProblem(409, "Somebody else changed this at the same moment; try again.", code="concurrent_change")
    if isinstance(error, OperationalError | PoolTimeout):
        log.warning("database_unavailable", error=str(error.__cause__ or error))
        return HttpProblem(503, "The database is busy or away; try again.", code="database_unavailable")
    if isinstance(error, SQLAlchemyError):
        return None
    status = getattr(error, "status", None) or getattr(error, "status_code", None) or getattr(error, "code", None)
    if isinstance(status, int) and status in CODES:
        return HttpProblem(status, str(getattr(error, "detail", None) or getattr(error, "description", "")))
    return None


def _from_domain(error: PlatemarkError) -> HttpProblem | None:
    status = next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), None)
    if status is None:
        return None
    headers = {}
    if isinstance(error, errors.TooManyRequests):
        headers["Retry-After"] = str(error.retry_after_seconds)
    return HttpProblem(status, error.detail, code=error.code, findings=error.findings, headers=headers)


def _internal() -> HttpProblem:
    return HttpProblem(500, "The server made a mistake; its log says more under this trace id.")


def _encode(problem: HttpProblem, trace_id: str) -> bytes:
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "detail": printable(problem.detail, 2000),
        "code": problem.code,
        "errors": [
            {"pointer": printable(found.pointer, 500), "message": printable(found.message, 300), "code": found.code}
            for found in problem.findings[:MOST_FINDINGS]
        ],
        "trace_id": trace_id,
    }
    return msgspec.json.encode(body)
