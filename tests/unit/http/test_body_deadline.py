"""The deadline of a body: the client's silence counts, its bytes buy time, and the server's own time does not count."""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from typing import Any

import pytest

from platemark.http.body_deadline import BYTES_PER_SECOND, timely
from platemark.http.problems import HttpProblem

LONG = 600.0


class Client:
    """Sends chunks of a body, each after a pause, and then nothing more."""

    def __init__(self, *chunks: tuple[float, int], complete: bool = False) -> None:
        self.chunks = list(chunks)
        self.complete = complete

    async def receive(self) -> MutableMapping[str, Any]:
        pause, size = self.chunks.pop(0) if self.chunks else (LONG, 0)
        await asyncio.sleep(pause)
        return {"type": "http.request", "body": b"x" * size, "more_body": bool(self.chunks) or not self.complete}


async def read(client: Client, seconds: float, pause: float = 0.0) -> int:
    receive, received, more = timely(client.receive, seconds), 0, True
    while more:
        await asyncio.sleep(pause)
        message = await receive()
        received += len(message["body"])
        more = message["more_body"]
    return received


@pytest.mark.parametrize(
    "client",
    [Client(), Client((0, 1)), Client(*[(0.01, 1)] * 100)],
    ids=["nothing", "one byte", "single bytes"],
)
def test_a_body_that_does_not_arrive_is_a_request_timeout(client: Client) -> None:
    with pytest.raises(HttpProblem) as raised:
        asyncio.run(read(client, 0.1))
    assert (raised.value.status, raised.value.code) == (408, "request_timeout")
    assert raised.value.headers == {"Connection": "close"}


def test_bytes_buy_time() -> None:
    client = Client((0, BYTES_PER_SECOND), (0.2, 1), (0.2, 1), complete=True)
    assert asyncio.run(read(client, 0.1)) == BYTES_PER_SECOND + 2


def test_the_time_between_two_reads_does_not_count() -> None:
    assert asyncio.run(read(Client(*[(0, 1)] * 5, complete=True), 0.1, pause=0.05)) == 5


def test_a_complete_body_has_no_deadline() -> None:
    async def read_on() -> None:
        receive = timely(Client((0, 1), complete=True).receive, 0.05)
        assert not (await receive())["more_body"]
        async with asyncio.timeout(0.2):
            await receive()

    with pytest.raises(TimeoutError):
        asyncio.run(read_on())
