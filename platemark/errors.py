"""What can go wrong, in the words of the studio; none of it knows HTTP.

PlatemarkError
├── NotFound             no such thing, or the caller may not see it
├── Unauthenticated      no credentials, or wrong ones
├── Forbidden            the caller may see it but not do this
├── Conflict             the thing's state does not allow it
├── PreconditionFailed   it was changed since the caller read it
├── Unprocessable        well-formed, but breaks a rule
├── TooLarge             more bytes, pixels or rows than allowed
├── UnsupportedMedia     bytes of a kind that is not taken
├── TooManyRequests      try again after ``retry_after_seconds``
├── Unavailable          something the studio needs is away for now
└── StartupError         the studio cannot start; the message says what to do
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: where (a JSON pointer, ``query/limit``, ``line/17``), what, and a stable word for it."""

    pointer: str
    message: str
    code: str


class PlatemarkError(Exception):
    """Any refusal of the studio. ``code`` is a stable snake_case word that clients may match."""

    def __init__(self, code: str, detail: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail
        self.findings = tuple(findings)


class NotFound(PlatemarkError):
    """There is no such thing, as far as the caller may know."""

    def __init__(self, kind: str, id: object, findings: Sequence[Finding] = ()) -> None:  # noqa: A002 - its own name
        super().__init__(f"{kind}_not_found", f"There is no {kind.replace('_', ' ')} {id}.", findings)


class Unauthenticated(PlatemarkError):
    """The credentials are missing, wrong, expired or revoked."""


class Forbidden(PlatemarkError):
    """The caller is known and may not do this."""


class Conflict(PlatemarkError):
    """The state of the thing does not allow this now."""


class PreconditionFailed(PlatemarkError):
    """The thing was changed since the caller read it."""

    def __init__(self, current_etag: str) -> None:
        super().__init__("etag_mismatch", f"It was changed since you read it: its ETag is now {current_etag}.")


class Unprocessable(PlatemarkError):
    """The input is well-formed and breaks a rule; ``findings`` name every breach."""


class TooLarge(PlatemarkError):
    """More bytes, pixels or rows than the studio takes."""


class UnsupportedMedia(PlatemarkError):
    """Bytes of a kind that the studio does not take."""


class TooManyRequests(PlatemarkError):
    """Too often; the same request may succeed after ``retry_after_seconds``."""

    def __init__(self, code: str, detail: str, *, retry_after_seconds: int) -> None:
        super().__init__(code, detail)
        self.retry_after_seconds = retry_after_seconds


class Unavailable(PlatemarkError):
    """Something the studio needs is away; the same request may succeed later."""


class StartupError(PlatemarkError):
    """The studio cannot start. The detail is one sentence that says why and what to do."""
