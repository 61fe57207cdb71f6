"""The errors that services raise. They know nothing of HTTP, which maps each class to a status code.

PlatemarkError
├── NotFound             it does not exist, or the caller may not see it
├── Unauthenticated      no credentials, or wrong ones
├── Forbidden            the caller may see it but not do this
├── Conflict             its state does not allow this
├── PreconditionFailed   it was changed since the caller read it
├── Unprocessable        well-formed input that breaks a rule
├── TooLarge             more bytes, pixels or rows than allowed
├── UnsupportedMedia     a media type that is not accepted
├── TooManyRequests      rate limit; retry after ``retry_after_seconds``
├── Unavailable          a dependency is unavailable; retry later
└── StartupError         the studio cannot start; the message says what to do
    ├── BadSetting       a setting in the environment is unknown, of the wrong type or out of bounds
    └── DataUnusable     the data folder or the database cannot be read and written
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem of the input: where (a JSON pointer, ``query/limit``, ``line/17``), a message, and a stable code."""

    pointer: str
    message: str
    code: str


class PlatemarkError(Exception):
    """Base class of all errors. ``code`` is a stable snake_case word that clients may match."""

    def __init__(self, code: str, detail: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail
        self.findings = tuple(findings)


class NotFound(PlatemarkError):
    """It does not exist, or the caller may not see it."""

    def __init__(self, kind: str, id: object, findings: Sequence[Finding] = ()) -> None:  # noqa: A002 - the natural name
        super().__init__(f"{kind}_not_found", f"There is no {kind.replace('_', ' ')} {id}.", findings)


class Unauthenticated(PlatemarkError):
    """The credentials are missing, wrong, expired or revoked."""


class Forbidden(PlatemarkError):
    """The caller is known and may not do this."""


class Conflict(PlatemarkError):
    """Its current state does not allow this."""


class PreconditionFailed(PlatemarkError):
    """It was changed since the caller read it."""

    def __init__(self, current_etag: str) -> None:
        super().__init__("etag_mismatch", f"It was changed since you read it; its ETag is now {current_etag}.")


class Unprocessable(PlatemarkError):
    """The input is well-formed but breaks a rule; ``findings`` list every violation."""


class TooLarge(PlatemarkError):
    """More bytes, pixels or rows than the studio accepts."""


class UnsupportedMedia(PlatemarkError):
    """A media type that the studio does not accept."""


class TooManyRequests(PlatemarkError):
    """Rate limit reached; the same request may succeed after ``retry_after_seconds``."""

    def __init__(self, code: str, detail: str, *, retry_after_seconds: int) -> None:
        super().__init__(code, detail)
        self.retry_after_seconds = retry_after_seconds


class Unavailable(PlatemarkError):
    """A dependency is unavailable; the same request may succeed later."""


class StartupError(PlatemarkError):
    """The studio cannot start. ``detail`` says in one sentence why and what to do."""


class BadSetting(StartupError):
    """A setting is unknown, of the wrong type or out of bounds; ``detail`` names the variable."""

    def __init__(self, detail: str) -> None:
        super().__init__("bad_setting", detail)


class DataUnusable(StartupError):
    """A file is damaged, its disk full, or its folder not writable; ``detail`` names it and the remedy."""


class NotMadeYet(Exception):
    """What a read asks for has to be made first. ``make`` does that, outside of transactions; then read again."""

    def __init__(self, make: Callable[[], None]) -> None:
        super().__init__("call make() and read again")
        self.make = make
