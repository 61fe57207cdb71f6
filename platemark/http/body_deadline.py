"""The deadline of a request's body: 408 for a client that sends it too slowly, or not at all."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from platemark.http.problems import HttpProblem

BYTES_PER_SECOND = 8192  # a slow line; at this rate an upload may take as long as it needs
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]


def timely(receive: Receive, seconds: float) -> Receive:
    """``receive``, which raises HttpProblem 408 if it waits for the body for too long.

    A client may keep it waiting for ``seconds``, and for another second per ``BYTES_PER_SECOND`` that have arrived.
    The time between two calls does not count. When the body is complete there is no deadline.
    """
    patience, complete = seconds, False

    async def receive_timely() -> MutableMapping[str, Any]:
        nonlocal patience, complete
        if complete:
            return await receive()
        clock = asyncio.get_running_loop().time
        started = clock()
        try:
            async with asyncio.timeout(patience):
                message = await receive()
        except TimeoutError:
            raise HttpProblem(408, "The body arrives too slowly.", headers={"Connection": "close"}) from None
        patience += len(message.get("body", b"")) / BYTES_PER_SECOND - (clock() - started)
        complete = not message.get("more_body", False)
        return message

    return receive_timely
