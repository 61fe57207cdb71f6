"""Errors as problem+json (RFC 9457). One table maps the studio's errors to their status."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import msgspec
import structlog
from connexion.exceptions import ProblemException
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException as StarletteHTTPException
from werkzeug.exceptions import HTTPException as WerkzeugHTTPException

from platemark import errors
from platemark.db.faults import Fault, fault_of
from platemark.errors import Finding, PlatemarkError
from platemark.http.contract import Contract
from platemark.http.findings import MAX_FINDINGS, MAX_MESSAGE_LENGTH, MAX_POINTER_LENGTH, printable

MEDIA_TYPE = "application/problem+json"
CHALLENGE = 'Bearer realm="platemark"'
MAX_DETAIL_LENGTH = 2000
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
    408: "request_timeout",
    413: "content_too_large",
    415: "unsupported_media_type",
    416: "range_not_satisfiable",
    431: "head_too_large",
    500: "internal_error",
}
DATABASE_FAULTS: Mapping[Fault, str] = {
    "unavailable": "The database is busy or unavailable; try again later",
    "disk_full": "The disk of the database is full; an operator has to free space",
    "disk_error": "The disk of the database cannot be read or written; an operator has to repair it",
    "corrupt": "The database is damaged; an operator has to restore a backup",
    "read_only": "The database is read-only; an operator has to make it writable",
}
RETRY_SOON: Mapping[str, str] = {"Retry-After": "5"}
"""Sent where what is unavailable may be back in a moment, without an operator."""
TITLES = {413: "Content Too Large", 416: "Range Not Satisfiable", 422: "Unprocessable Content"}
"""The phrases of RFC 9110 that Python 3.11 and 3.12 do not know yet."""


class HttpProblem(Exception):
    """An error of HTTP itself: status, code, detail, findings, and the headers to send with it."""

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
    """The server was about to send something that the contract does not declare; the client gets a 500 instead."""


@dataclass(frozen=True, slots=True)
class Problem:
    """An encoded problem, ready to be sent."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)

    def raw_headers(self) -> list[tuple[bytes, bytes]]:
        """The headers for ASGI, with the media type."""
        return raw_headers(self.headers, MEDIA_TYPE)


def raw_headers(headers: Mapping[str, str], media_type: str | None) -> list[tuple[bytes, bytes]]:
    """Headers as ASGI wants them, with the media type unless it is None."""
    content_type = {} if media_type is None else {"content-type": media_type}
    return [
        (name.lower().encode("ascii"), value.encode("latin-1")) for name, value in {**content_type, **headers}.items()
    ]


def invalid(findings: list[Finding], subject: str = "The request") -> HttpProblem:
    """The 400 for a request that breaks the contract, with everything that is wrong with it."""
    first = findings[0]
    at = f" at {first.pointer}" if first.pointer else ""
    detail = f"{subject} is invalid{at}: {first.message}"
    return HttpProblem(400, detail, code="does_not_fit", findings=tuple(findings))


def problem_for(error: Exception, *, trace_id: str, contract: Contract, operation_id: str | None) -> Problem:
    """``error`` as a problem that the operation declares; any other status is logged and becomes a 500."""
    problem = _from_error(error)
    if problem is None:
        log.error("Unexpected error; the client gets a 500", operation=operation_id, exc_info=error)
        problem = _internal_error()
    rules = contract.rules.get(operation_id or "")
    if rules is not None and problem.status not in rules.responses and problem.status != 405:
        log.error(
            "The contract does not declare this problem; the client gets a 500",
            operation=operation_id,
            status=problem.status,
            code=problem.code,
        )
        problem = _internal_error()
    if problem.status == 401:
        problem.headers["WWW-Authenticate"] = CHALLENGE
    return Problem(problem.status, _encode(problem, trace_id), problem.headers)


def unrouted(problem: HttpProblem, trace_id: str) -> Problem:
    """``problem`` as it is sent for a request that no operation has seen."""
    return Problem(problem.status, _encode(problem, trace_id), problem.headers)


def _from_error(error: Exception) -> HttpProblem | None:
    if isinstance(error, HttpProblem):
        return error
    if isinstance(error, PlatemarkError):
        return _from_domain_error(error)
    if isinstance(error, SQLAlchemyError):
        return _from_database_error(error)
    return _from_framework_error(error)


def _from_database_error(error: SQLAlchemyError) -> HttpProblem | None:
    fault = fault_of(error)
    if fault is None or fault == "reference_gone":  # the request has run again by then
        return None
    if fault == "duplicate":
        return HttpProblem(409, "Another request changed this at the same time; try again.", code="concurrent_change")
    if fault == "unavailable":
        log.warning("Database unavailable; the client gets a 503", error=str(error.__cause__ or error))
    else:
        log.error(f"{DATABASE_FAULTS[fault]}; the client gets a 503", error=str(error.__cause__ or error))
    wait = RETRY_SOON if fault == "unavailable" else {}
    code = "storage_full" if fault == "disk_full" else "database_unavailable"
    return HttpProblem(503, f"{DATABASE_FAULTS[fault]}.", code=code, headers=wait)


def _from_framework_error(error: Exception) -> HttpProblem | None:
    """An error of Connexion, Starlette or Werkzeug; None for any other, whatever attributes it has."""
    match error:
        case ProblemException():
            status, detail = error.status, error.detail
        case StarletteHTTPException():
            status, detail = error.status_code, error.detail
        case WerkzeugHTTPException():
            status, detail = error.code, error.description
        case _:
            return None
    return HttpProblem(status, str(detail or "")) if status in CODES else None


def _from_domain_error(error: PlatemarkError) -> HttpProblem | None:
    status = next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), None)
    if status is None:
        return None
    headers: Mapping[str, str] = RETRY_SOON if status == HTTPStatus.SERVICE_UNAVAILABLE else {}
    if isinstance(error, errors.TooManyRequests):
        headers = {"Retry-After": str(error.retry_after_seconds)}
    return HttpProblem(status, error.detail, code=error.code, findings=error.findings, headers=headers)


def _internal_error() -> HttpProblem:
    return HttpProblem(500, "Internal server error; look for the trace id in the server's log.")


def _encode(problem: HttpProblem, trace_id: str) -> bytes:
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": TITLES.get(problem.status) or HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "detail": printable(problem.detail, MAX_DETAIL_LENGTH),
        "code": problem.code,
        "errors": [
            {
                "pointer": printable(finding.pointer, MAX_POINTER_LENGTH),
                "message": printable(finding.message, MAX_MESSAGE_LENGTH),
                "code": finding.code,
            }
            for finding in problem.findings[:MAX_FINDINGS]
        ],
        "trace_id": trace_id,
    }
    return msgspec.json.encode(body)
