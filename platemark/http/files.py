"""File responses: sent by ASGI with ranges and 304, so that a slow download occupies no WSGI thread."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import FileResponse, Response

from platemark.etags import matches
from platemark.http.exchange import exchange_of
from platemark.http.problems import ContractBroken, HttpProblem

ASGI = Callable[[Any, Any, Any], Awaitable[None]]
Message = MutableMapping[str, Any]
SINGLE_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
HEADERS_OF_304 = ("etag", "cache-control")


class FileMiddleware:
    """ASGI middleware around the application: sends the file that the application left in the exchange."""

    def __init__(self, app: ASGI) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Any, send: Any) -> None:
        """Run the application; if it answers with a file, keep its headers and send the file."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        exchange = exchange_of(scope)
        start: Message = {}

        async def intercept(message: Message) -> None:
            if exchange.file is None:
                await send(message)
            elif message["type"] == "http.response.start":
                start.update(message)

        await self._app(scope, receive, intercept)
        if exchange.file is not None:
            response = await _file_response(scope, start, exchange.file.path, exchange.file.size)
            await response(scope, receive, send)


async def _file_response(scope: Message, start: Message, path: Path, size: int) -> Response:
    headers = MutableHeaders(raw=[(name, value) for name, value in start["headers"] if name != b"content-length"])
    request_headers = Headers(scope=scope)
    if matches(request_headers.get("if-none-match", ""), headers["etag"]):
        return Response(status_code=304, headers={name: headers[name] for name in HEADERS_OF_304})
    _normalize_range(scope, request_headers.get("range"), size)
    try:
        stat = await to_thread.run_sync(path.stat)
    except FileNotFoundError:
        raise ContractBroken(f"the file {path.name} is in the database but missing on disk") from None
    response = FileResponse(path, headers=dict(headers.items()), stat_result=stat)
    del response.headers["last-modified"]
    return response


def _normalize_range(scope: Message, value: str | None, size: int) -> None:
    """Leave one satisfiable range in the request, or none; raise HttpProblem 416 for a range beyond the end."""
    match = SINGLE_RANGE.fullmatch(value or "")
    if match is None or match.groups() == ("", ""):
        scope["headers"] = [(name, value) for name, value in scope["headers"] if name != b"range"]
        return
    first, last = match.groups()
    if (first and int(first) >= size) or (not first and int(last) == 0) or (first and last and int(last) < int(first)):
        raise HttpProblem(
            416,
            f"The range cannot be satisfied: the file has {size} bytes.",
            headers={"Content-Range": f"bytes */{size}", "Accept-Ranges": "bytes"},
        )
