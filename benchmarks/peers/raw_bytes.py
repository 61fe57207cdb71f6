"""Raw ASGI with constant answers: the first answer to a path is sent to all that ask for it."""

from __future__ import annotations

from benchmarks.peers.raw_asgi import Answer, Message, Receive, Send, read_body, respond, run_lifespan, send_answer

answers: dict[str, Answer] = {}


async def app(scope: Message, receive: Receive, send: Send) -> None:
    """The application."""
    if scope["type"] == "lifespan":
        await run_lifespan(receive, send)
        return
    body, path = await read_body(receive), scope["path"]
    if path not in answers:
        answers[path] = respond(scope, body)
    await send_answer(send, answers[path])
