"""Who is asking: the session cookie with its CSRF token, or a bearer token; and whether the operation is for them."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from functools import partial
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from anyio import to_thread

from generated.base import Operation
from platemark.access import ANYONE, Actor, require_role
from platemark.accounts import service as accounts
from platemark.errors import Forbidden, Unauthenticated
from platemark.http.exchange import exchange_of, header, operation_id_of
from platemark.studio import Studio

ASGI = Callable[[Any, Any, Any], Awaitable[None]]
METRICS = "getMetrics"
SCRAPER = Actor(name="metrics", role="admin", method="token")
NOBODY = ((),)
COOKIE = "platemark_session"


class Security:
    """ASGI middleware between routing and validation: nobody learns the rules of a door they may not open."""

    def __init__(self, app: ASGI, studio: Studio, operations: Mapping[str, Operation]) -> None:
        self._app = app
        self._studio = studio
        self._operations = operations

    async def __call__(self, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        """Put the Actor into the exchange, or raise Unauthenticated or Forbidden."""
        if scope["type"] == "http" and (operation_id := operation_id_of(scope)) is not None:
            operation = self._operations[operation_id]
            if operation.security == NOBODY and operation.method != "GET":
                _refuse_other_sites(scope)
            actor = await self._actor(scope, operation)
            if actor.method == "session" and any("csrfToken" in schemes for schemes in operation.security):
                _require_csrf_token(actor, header(scope, b"x-csrf-token") or "")
            require_role(actor, operation.minimum_role)
            exchange_of(scope).actor = actor
            exchange_of(scope).ask_again = partial(self._again, scope, operation)
        await self._app(scope, receive, send)

    async def _again(self, scope: MutableMapping[str, Any], operation: Operation) -> Actor:
        actor = await self._actor(scope, operation)
        require_role(actor, operation.minimum_role)
        return actor

    async def _actor(self, scope: MutableMapping[str, Any], operation: Operation) -> Actor:
        authorization = header(scope, b"authorization")
        if authorization is not None:
            token = _bearer(authorization)
            if operation.id == METRICS and self._is_metrics_token(token):
                return SCRAPER
            return await to_thread.run_sync(self._by_token, token)
        cookie = _session_cookie(header(scope, b"cookie"))
        if cookie is None:
            return ANYONE
        try:
            return await to_thread.run_sync(self._by_session, cookie)
        except Unauthenticated:
            if operation.minimum_role == "public":
                return ANYONE  # an old cookie must not bar the way to signing in
            raise

    def _by_token(self, token: str) -> Actor:
        due: list[UUID] = []
        with self._studio.work(write=False) as work:
            actor = accounts.authenticate_token(work, token, on_use=due.append)
        for token_id in due:
            accounts.note_token_use(self._studio, token_id)
        return actor

    def _is_metrics_token(self, token: str) -> bool:
        configured = self._studio.settings.metrics_token
        return bool(configured) and hmac.compare_digest(token.encode(), configured.encode())

    def _by_session(self, cookie: str) -> Actor:
        with self._studio.work(write=False) as work:
            return accounts.authenticate_session(work, cookie)


def _refuse_other_sites(scope: MutableMapping[str, Any]) -> None:
    """Signing in has no CSRF token yet: a page of another site must not sign its visitor in here."""
    origin = header(scope, b"origin")
    if origin is not None and urlsplit(origin).netloc != header(scope, b"host"):
        raise Forbidden("cross_origin", "This cannot be asked from another site.")


def _bearer(authorization: str) -> str:
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise Unauthenticated("credentials_unknown", "Send an API token as 'Authorization: Bearer …'.")
    return token.strip()


def _session_cookie(cookies: str | None) -> str | None:
    try:
        found = SimpleCookie(cookies or "").get(COOKIE)
    except CookieError:
        return None
    return found.value if found is not None and found.value else None


def _require_csrf_token(actor: Actor, sent: str) -> None:
    if not accounts.csrf_token_matches(actor, sent):
        raise Forbidden("csrf_token_wrong", "Send the csrf_token of getAuthStatus as X-CSRF-Token.")
