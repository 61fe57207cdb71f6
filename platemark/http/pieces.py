"""Sends a body that is made while it is sent: memory holds a piece of it, and a slow client occupies no thread."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import ClientDisconnect

from generated.base import ByteStream
from platemark.http.reply import wait_for_disconnect
from platemark.http.responses import EncodedResponse

RunInThread = Callable[..., Awaitable[Any]]


async def send_pieces(
    response: EncodedResponse, stream: ByteStream, run: RunInThread, method: str, receive: Any, send: Any
) -> None:
    """Send the pieces of ``stream``, each of which ``run`` makes in a thread; ClientDisconnect if the client leaves.

    The first piece is made before the response starts, so that what is wrong at once is a problem. What goes wrong
    later breaks the response off: the client sees that it is not complete.
    """
    gone = asyncio.create_task(wait_for_disconnect(receive))
    try:
        piece = b"" if method == "HEAD" else await run(next, stream.pieces, b"")
        await send({"type": "http.response.start", "status": response.status, "headers": response.raw_headers()})
        while piece and not gone.done():
            await send({"type": "http.response.body", "body": piece, "more_body": True})
            piece = await run(next, stream.pieces, b"")
        if gone.done():
            raise ClientDisconnect
        await send({"type": "http.response.body", "body": b""})
    finally:
        gone.cancel()
        with contextlib.suppress(ValueError):  # a piece is being made: they end with it
            await run(stream.pieces.close)
