"""Authentication by session cookie (with a CSRF token) or bearer token, and authorization by role."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from functools import partial
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from anyio import to_thread

from generated import headers
from generated.base import Operation
from platemark.access import ANYONE, Actor, require_role
from platemark.accounts import service as accounts
from platemark.errors import Forbidden, Unauthenticated
from platemark.http.exchange import exchange_of, header, operation_id_of
from platemark.studio import Studio

ASGI = Callable[[Any, Any, Any], Awaitable[None]]
METRICS_OPERATION = "getMetrics"
METRICS_ACTOR = Actor(name="metrics", role="admin", method="token")
NO_CREDENTIALS = ((),)


class SecurityMiddleware:
    """ASGI middleware between routing and validation: who may not call an operation does not learn its rules either."""

    def __init__(self, app: ASGI, studio: Studio, operations: Mapping[str, Operation]) -> None:
        self._app = app
        self._studio = studio
        self._operations = operations

    async def __call__(self, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        """Put the actor into the exchange, or raise Unauthenticated or Forbidden."""
        if scope["type"] == "http" and (operation_id := operation_id_of(scope)) is not None:
            operation = self._operations[operation_id]
            if operation.security == NO_CREDENTIALS and operation.method != "GET":
                _refuse_cross_origin(scope)
            actor = await self._authenticate(scope, operation)
            if actor.method == "session" and any("csrfToken" in schemes for schemes in operation.security):
                _require_csrf_token(actor, header(scope, headers.X_CSRF_TOKEN) or "")
            require_role(actor, operation.minimum_role)
            exchange_of(scope).actor = actor
            exchange_of(scope).reauthenticate = partial(self._reauthenticate, scope, operation)
        await self._app(scope, receive, send)

    async def _reauthenticate(self, scope: MutableMapping[str, Any], operation: Operation) -> Actor:
        actor = await self._authenticate(scope, operation)
        require_role(actor, operation.minimum_role)
        return actor

    async def _authenticate(self, scope: MutableMapping[str, Any], operation: Operation) -> Actor:
        authorization = header(scope, "authorization")
        if authorization is not None:
            token = _bearer(authorization)
            if operation.id == METRICS_OPERATION and self._is_metrics_token(token):
                return METRICS_ACTOR
            return await to_thread.run_sync(self._authenticate_token, token)
        cookie = _session_cookie(header(scope, "cookie"))
        if cookie is None:
            return ANYONE
        try:
            return await to_thread.run_sync(self._authenticate_session, cookie)
        except Unauthenticated:
            if operation.minimum_role == "public":
                return ANYONE  # an expired cookie must not prevent signing in
            raise

    def _authenticate_token(self, token: str) -> Actor:
        used: list[UUID] = []
        with self._studio.work(write=False) as work:
            actor = accounts.authenticate_token(work, token, on_use=used.append)
        for token_id in used:
            accounts.record_token_use(self._studio, token_id)
        return actor

    def _is_metrics_token(self, token: str) -> bool:
        configured = self._studio.settings.metrics_token
        return bool(configured) and hmac.compare_digest(token.encode(), configured.encode())

    def _authenticate_session(self, cookie: str) -> Actor:
        with self._studio.work(write=False) as work:
            return accounts.authenticate_session(work, cookie)


def _refuse_cross_origin(scope: MutableMapping[str, Any]) -> None:
    """Signing in has no CSRF token yet, so a page of another site could sign its visitor in here."""
    origin = header(scope, "origin")
    if origin is not None and urlsplit(origin).netloc != header(scope, "host"):
        raise Forbidden("cross_origin", "Requests from another site are not allowed here.")


def _bearer(authorization: str) -> str:
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise Unauthenticated("credentials_unknown", "Send an API token as 'Authorization: Bearer …'.")
    return token.strip()


def _session_cookie(cookies: str | None) -> str | None:
    try:
        cookie = SimpleCookie(cookies or "").get(headers.SESSION_COOKIE)
    except CookieError:
        return None
    return cookie.value if cookie is not None and cookie.value else None


def _require_csrf_token(actor: Actor, sent: str) -> None:
    if not accounts.csrf_token_matches(actor, sent):
        raise Forbidden(
            "csrf_token_wrong", f"Send the csrf_token of getAuthStatus in the {headers.X_CSRF_TOKEN} header."
        )
