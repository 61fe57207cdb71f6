"""Raw ASGI with the same token look-up and queries: no framework, no validation, no threads."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qs
from uuid import UUID

import orjson
from sqlalchemy import Connection

from benchmarks.peers import database
from benchmarks.peers.database import Caller

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Answer = tuple[int, list[tuple[bytes, bytes]], bytes]

engine = database.open_engine()


async def app(scope: Message, receive: Receive, send: Send) -> None:
    """The application."""
    if scope["type"] == "lifespan":
        await run_lifespan(receive, send)
        return
    await send_answer(send, respond(scope, await read_body(receive)))


async def run_lifespan(receive: Receive, send: Send) -> None:
    """Agree to start and to stop."""
    for _ in ("startup", "shutdown"):
        message = await receive()
        await send({"type": f"{message['type']}.complete"})


async def read_body(receive: Receive) -> bytes:
    """The whole body of a request."""
    body = b""
    while True:
        message = await receive()
        body += bytes(message.get("body", b""))
        if not message.get("more_body"):
            return body


async def send_answer(send: Send, answer: Answer) -> None:
    """Send an answer in JSON."""
    status, headers, body = answer
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body)), *headers]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def respond(scope: Message, body: bytes) -> Answer:
    """Authenticate the caller and do what they ask."""
    token = dict(scope["headers"]).get(b"authorization", b"").removeprefix(b"Bearer ")
    with engine.connect() as connection:
        caller = database.authenticate(connection, token.decode())
        if caller is None:
            return 401, [], b"{}"
        if scope["method"] == "POST":
            job = database.create_job(connection, database.JOB_DEFAULTS | orjson.loads(body), caller)
            return 202, [(b"location", job["links"]["self"].encode())], _encode(job)
        return read(connection, caller, scope["path"], parse_qs(scope["query_string"].decode()))


def read(connection: Connection, caller: Caller, path: str, query: dict[str, list[str]]) -> Answer:
    """One of the three reads."""
    limit, cursor = int(query.get("limit", ["50"])[0]), query.get("cursor", [None])[0]
    match path.split("/")[3:]:
        case ["images"]:
            return 200, [], _encode(database.list_images(connection, limit, cursor, caller))
        case ["albums"]:
            return 200, [], _encode(database.list_albums(connection, limit, cursor))
        case ["albums", album_id]:
            album, etag = database.get_album(connection, UUID(album_id), caller)
            return 200, [(b"etag", etag.encode())], _encode(album)
    return 404, [], b"{}"


def _encode(value: Any) -> bytes:
    encoded: bytes = orjson.dumps(value, option=orjson.OPT_UTC_Z)
    return encoded
