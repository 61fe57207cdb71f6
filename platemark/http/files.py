"""File responses: sent from the event loop with ranges, so that a slow download occupies no thread."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import FileResponse
from werkzeug.http import parse_range_header

from generated.base import FileBody
from platemark.http.problems import ContractBroken, HttpProblem
from platemark.http.responses import EncodedResponse

Message = MutableMapping[str, Any]
ADDED_HEADERS = ("last-modified", "etag", "accept-ranges")
"""What Starlette adds to a file; only what the contract declares is sent."""
RANGE_HEADERS = (b"range", b"if-range")


async def send_file(
    response: EncodedResponse, file: FileBody, declared: frozenset[bytes], scope: Message, receive: Any, send: Any
) -> None:
    """Send ``file``, or the range of it that the request asks for; HttpProblem 416 for a range beyond its end.

    ``response`` has the headers of the whole file. Unless the contract declares ETag and Accept-Ranges, which are
    among ``declared`` then, the whole file is sent.
    """
    request, headers = Headers(scope=scope), Headers(raw=response.raw_headers())
    tag = headers.get("etag")
    wanted = None if scope["method"] == "HEAD" or b"accept-ranges" not in declared else request.get("range")
    selected = None if tag is None else select_range(wanted, request.get("if-range"), tag, file.size)
    try:
        stat = await to_thread.run_sync(file.path.stat)
    except FileNotFoundError:
        raise ContractBroken(f"the file {file.path.name} is in the database but missing on disk") from None
    whole = FileResponse(file.path, headers=headers, stat_result=stat)
    for name in ADDED_HEADERS:
        if name.encode("ascii") not in declared:
            del whole.headers[name]
    await whole(_with_range(scope, selected), receive, send)


def select_range(wanted: str | None, if_range: str | None, etag: str, size: int) -> tuple[int, int] | None:
    """The first byte and the last one of what to send; None for the whole file.

    The whole file is sent if Range is absent, invalid, or asks for several ranges, and if If-Range is anything but the
    strong ``etag``: a date never is, since files are sent without Last-Modified. HttpProblem 416 for a range beyond the
    end.
    """
    parsed = parse_range_header(wanted)
    if parsed is None or parsed.units != "bytes" or len(parsed.ranges) != 1 or if_range not in (None, etag):
        return None
    first, end = parsed.ranges[0]
    first = max(size + first, 0) if first < 0 else first
    if first >= size:
        raise HttpProblem(
            416,
            f"The range cannot be satisfied: the file has {size} bytes.",
            headers={"Content-Range": f"bytes */{size}"},
        )
    return first, min(end or size, size) - 1


def _with_range(scope: Message, selected: tuple[int, int] | None) -> Message:
    """The scope with ``selected`` as its only range."""
    headers = [(name, value) for name, value in scope["headers"] if name not in RANGE_HEADERS]
    if selected is not None:
        headers.append((b"range", b"bytes=%d-%d" % selected))
    return {**scope, "headers": headers}
