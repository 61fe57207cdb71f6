"""Authentication by session cookie (with a CSRF token) or bearer token, and authorization by role."""

from __future__ import annotations

import hmac
from urllib.parse import urlsplit

from sqlalchemy.exc import SQLAlchemyError
from werkzeug.http import parse_cookie

from generated import headers
from generated.base import Operation
from platemark.access import ANYONE, Actor, require_role
from platemark.accounts import service as accounts
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Forbidden, Unauthenticated
from platemark.http.contract import SAFE_METHODS
from platemark.http.request import Request

HEALTH_OPERATION = "getHealth"
METRICS_OPERATION = "getMetrics"
METRICS_ACTOR = Actor(name="metrics", role="admin", method="token")
NO_CREDENTIALS = ((),)
BEARER = "bearerToken"
COOKIE = "sessionCookie"
CSRF = "csrfToken"


class Authenticator:
    """Authenticates callers as the operations declare it. Nothing is cached: a revocation holds at once."""

    def __init__(self, metrics_token: str) -> None:
        self._metrics_token = metrics_token.encode()

    def authenticate(self, work: UnitOfWork, request: Request, operation: Operation) -> Actor:
        """The caller of ``operation``, who is the request's from now on; reads only.

        Raises Unauthenticated, or Forbidden if they may not call it.
        """
        try:
            actor = self._identify(work, request, operation)
        except SQLAlchemyError:
            if operation.id != HEALTH_OPERATION:
                raise
            actor = ANYONE  # getHealth says what is wrong with the database, to callers with credentials, too
        request.actor = actor
        require_role(actor, operation.minimum_role)
        return actor

    def _identify(self, work: UnitOfWork, request: Request, operation: Operation) -> Actor:
        authorization = request.header("authorization")
        if authorization is not None:
            return self._by_token(work, request, operation, _bearer(authorization))
        if operation.security == NO_CREDENTIALS:
            if operation.method not in SAFE_METHODS:
                _refuse_cross_origin(request)
            return ANYONE
        cookie = parse_cookie(request.header("cookie")).get(headers.SESSION_COOKIE)
        return self._by_cookie(work, request, operation, cookie) if cookie else ANYONE

    def _by_token(self, work: UnitOfWork, request: Request, operation: Operation, token: str) -> Actor:
        if not _declares(operation, BEARER):
            raise Unauthenticated("credentials_unknown", "This operation takes no API token; sign in.")
        if operation.id == METRICS_OPERATION and self._is_metrics_token(token):
            return METRICS_ACTOR
        return accounts.authenticate_token(work, token, on_use=request.remember_use)

    def _by_cookie(self, work: UnitOfWork, request: Request, operation: Operation, cookie: str) -> Actor:
        if not _declares(operation, COOKIE):
            raise Unauthenticated("credentials_unknown", "This operation takes no session cookie; send an API token.")
        try:
            actor = accounts.authenticate_session(work, cookie, on_use=request.remember_use)
        except Unauthenticated:
            if operation.minimum_role == "public":
                return ANYONE  # an expired cookie must not prevent signing in
            raise
        if _declares(operation, CSRF):
            _require_csrf_token(actor, request.header(headers.X_CSRF_TOKEN) or "")
        return actor

    def _is_metrics_token(self, token: str) -> bool:
        return bool(self._metrics_token) and hmac.compare_digest(token.encode(), self._metrics_token)


def _declares(operation: Operation, scheme: str) -> bool:
    return any(scheme in schemes for schemes in operation.security)


def _refuse_cross_origin(request: Request) -> None:
    """Signing in has no CSRF token yet, so a page of another site could sign its visitor in here."""
    origin = request.header("origin")
    if origin is not None and urlsplit(origin).netloc != request.header("host"):
        raise Forbidden("cross_origin", "Requests from another site are not allowed here.")


def _bearer(authorization: str) -> str:
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise Unauthenticated("credentials_unknown", "Send an API token as 'Authorization: Bearer …'.")
    return token.strip()


def _require_csrf_token(actor: Actor, sent: str) -> None:
    if not accounts.csrf_token_matches(actor, sent):
        raise Forbidden(
            "csrf_token_wrong", f"Send the csrf_token of getAuthStatus in the {headers.X_CSRF_TOKEN} header."
        )
