"""Checks before routing: unknown paths, methods that a path does not allow, and bodies that are too large."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from platemark.http.contract import Contract
from platemark.http.exchange import header
from platemark.http.problems import HttpProblem

ASGI = Callable[[Any, Any, Any], Awaitable[None]]


class LimitsMiddleware:
    """ASGI middleware inside the one that turns errors into problems."""

    def __init__(self, app: ASGI, contract: Contract, max_body_bytes: int, max_upload_bytes: int) -> None:
        self._app = app
        self._contract = contract
        self._max_body_bytes = max_body_bytes
        self._max_upload_bytes = max_upload_bytes

    async def __call__(self, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        """Pass the request on, or raise HttpProblem 400, 404, 405 or 413."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        _refuse_control_characters(scope["path"])
        methods = self._contract.allowed_methods(scope["path"])
        if not methods:
            raise HttpProblem(404, "There is nothing at this path.")
        if scope["method"] not in methods:
            allow = ", ".join(methods)
            raise HttpProblem(405, f"This path allows only {allow}.", headers={"Allow": allow})
        await self._app(scope, self._limited(scope, receive), send)

    def _limited(self, scope: MutableMapping[str, Any], receive: Any) -> Any:
        """``receive``, which raises HttpProblem 413 as soon as the body exceeds its limit."""
        multipart = (header(scope, "content-type") or "").lower().startswith("multipart/")
        limit = self._max_upload_bytes if multipart else self._max_body_bytes
        too_large = HttpProblem(413, f"The body is larger than the limit of {limit} bytes.")
        length = header(scope, "content-length") or "0"
        if not (length.isascii() and length.isdigit()):
            raise HttpProblem(400, "The Content-Length header is not a number.")
        if int(length) > limit:
            raise too_large
        received = 0

        async def receive_limited() -> Any:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > limit:
                raise too_large
            return message

        return receive_limited


def _refuse_control_characters(path: str) -> None:
    if any(ord(character) < 0x20 or ord(character) == 0x7F for character in path):
        raise HttpProblem(400, "The path contains a control character.")
