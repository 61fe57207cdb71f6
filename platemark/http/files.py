"""Files leave from ASGI: with ranges, with 304, and without holding one of the few WSGI threads."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import FileResponse, Response

from platemark.etags import matches
from platemark.http.exchange import exchange_of
from platemark.http.problems import ContractBroken, HttpProblem

ASGI = Callable[[Any, Any, Any], Awaitable[None]]
Message = MutableMapping[str, Any]
ONE_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
KEPT_ON_304 = ("etag", "cache-control")


class Files:
    """ASGI middleware around the application: an answer with a file in its exchange is sent from here."""

    def __init__(self, app: ASGI) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Any, send: Any) -> None:
        """Let the application answer; take over its headers where it answered with a file."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        exchange = exchange_of(scope)
        start: Message = {}

        async def hold(message: Message) -> None:
            if exchange.file is None:
                await send(message)
            elif message["type"] == "http.response.start":
                start.update(message)

        await self._app(scope, receive, hold)
        if exchange.file is not None:
            response = await _response(scope, start, exchange.file.path, exchange.file.size)
            await response(scope, receive, send)


async def _response(scope: Message, start: Message, path: Any, size: int) -> Response:
    headers = MutableHeaders(raw=[(name, value) for name, value in start["headers"] if name != b"content-length"])
    asked = Headers(scope=scope)
    if matches(asked.get("if-none-match", ""), headers["etag"]):
        return Response(status_code=304, headers={name: headers[name] for name in KEPT_ON_304})
    _settle_range(scope, asked.get("range"), size)
    try:
        stat = await to_thread.run_sync(path.stat)
    except FileNotFoundError:
        raise ContractBroken(f"a row names the bytes {path.name}, and they are not there") from None
    response = FileResponse(path, headers=dict(headers.items()), stat_result=stat)
    del response.headers["last-modified"]
    return response


def _settle_range(scope: Message, asked: str | None, size: int) -> None:
    """Leave one satisfiable range in the request, or none; raise 416 for one beyond the end."""
    found = ONE_RANGE.fullmatch(asked or "")
    if found is None or found.groups() == ("", ""):
        scope["headers"] = [(name, value) for name, value in scope["headers"] if name != b"range"]
        return
    first, last = found.groups()
    if (first and int(first) >= size) or (not first and int(last) == 0) or (first and last and int(last) < int(first)):
        raise HttpProblem(
            416, f"There are {size} bytes.", headers={"Content-Range": f"bytes */{size}", "Accept-Ranges": "bytes"}
        )
