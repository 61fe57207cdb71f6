"""Runs exchanges against the server of a generated contract: `python -m tests.contract.features.live folder`.

The package `generated` must be that of the contract (first in PYTHONPATH), so this is a process of its own. It reads
`folder`/exchanges.json and writes `folder`/results.json. Each answer is a Python expression over the generated classes.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import sys
import threading
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_type_hints
from uuid import UUID

import httpx
import msgspec
import uvicorn

from generated import base, models, operations
from platemark import logs
from platemark.access import SYSTEM
from platemark.accounts import service as accounts
from platemark.db.engine import connect
from platemark.db.migrate import upgrade
from platemark.engines.registry import Engines
from platemark.http.app import create_app
from platemark.http.contract import Contract
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio


def converted(response: Any, value: Any, **rest: Any) -> Any:
    """The response with the body that `value` is as its model."""
    return response(body=msgspec.convert(value, get_type_hints(response)["body"]), **rest)


def file_of(text: str, name: str) -> base.FileBody:
    """A file with this text."""
    path = Path(sys.argv[1], name)
    path.write_text(text, "utf-8")
    return base.FileBody(path, path.stat().st_size)


NAMES = {
    **vars(operations), "models": models, "base": base, "converted": converted, "file_of": file_of, "UUID": UUID,
    "datetime": datetime, "date": date, "UTC": UTC, "json": json,
}  # fmt: skip


class Server(uvicorn.Server):
    """A server that ends event streams before it waits for open requests."""

    def __init__(self, app: Any, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._feed = app.feed

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._feed.stop()
        await super().shutdown(sockets)


class Handlers:
    """Every handler: it keeps what it receives, and answers what the exchange says."""

    def __init__(self) -> None:
        self.answer: str | None = None
        self.received: Any = None

    def handler(self, operation: base.Operation) -> Any:
        def handle(context: Any, **arguments: Any) -> Any:
            self.received = {name: plain(value) for name, value in arguments.items()}
            if self.answer is not None:
                return eval(self.answer, NAMES)
            return next(kind() for status, kinds in operation.responses.items() if status == 204 for kind in kinds)

        return handle


def plain(value: Any) -> Any:
    """An argument as JSON: uploads and texts are their content."""
    if isinstance(value, base.Upload):
        return [value.filename, value.media_type, value.stream.read().decode("utf-8")]
    if isinstance(value, base.CsvBody):
        return value.data.decode("utf-8")
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, msgspec.Struct):
        names = zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True)
        kept = {wire: getattr(value, name) for name, wire in names}
        return {name: plain(item) for name, item in kept.items() if item is not msgspec.UNSET and item is not None}
    return msgspec.to_builtins(value)


async def run(client: httpx.AsyncClient, handlers: Handlers, exchange: dict[str, Any]) -> dict[str, Any]:
    handlers.answer, handlers.received = exchange["answer"], None
    target = f"/api/v1{exchange['target']}"
    body = exchange["body"]
    response = await client.request(
        exchange["method"], target, headers=exchange["headers"], content=None if body is None else body.encode("utf-8")
    )
    return {
        "status": response.status_code,
        "headers": dict(response.headers),
        "text": response.text,
        "received": handlers.received,
    }


async def read_stream(client: httpx.AsyncClient, handlers: Handlers, exchange: dict[str, Any]) -> dict[str, Any]:
    """What comes of a stream until it has the text that the exchange waits for."""
    handlers.answer, text = exchange["answer"], ""
    async with client.stream("GET", f"/api/v1{exchange['target']}", headers=exchange["headers"]) as response:
        async for chunk in response.aiter_text():
            text += chunk
            if exchange["until"] in text:
                break
        return {"status": response.status_code, "headers": dict(response.headers), "text": text, "received": None}


async def run_all(app: Any, handlers: Handlers, exchanges: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """In process, through the edge; a sample goes to a real server too, whose results must be the same."""
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://features") as client:
        results = [{} if exchange["until"] else await run(client, handlers, exchange) for exchange in exchanges]
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()  # the client may connect before the thread runs
    server = Server(app, uvicorn.Config(app, log_config=None, lifespan="on", timeout_graceful_shutdown=5))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    try:
        async with httpx.AsyncClient(base_url=url, timeout=30) as client:
            for exchange, result in zip(exchanges, results, strict=True):
                if exchange["until"]:
                    result.update(await read_stream(client, handlers, exchange))
                elif exchange["real"]:
                    again = await run(client, handlers, exchange)
                    result["real_status"], result["real_text"] = again["status"], again["text"]
    finally:
        server.should_exit = True
        await asyncio.to_thread(thread.join, 20)
        listening.close()
    return results


def viewer_token(studio: Studio) -> str:
    """The API token of a viewer."""
    with studio.work(write=True) as work:
        user = accounts.create_user(work, accounts.NewUser(name="viewer", role="viewer"), by=SYSTEM)
        created = accounts.create_token(work, accounts.NewToken(user_id=user.id, name="test", role="viewer"), by=SYSTEM)
        work.commit()
    return created.secret


def main(folder: Path) -> None:
    logs.configure(Settings(log_level="error"))
    exchanges = json.loads((folder / "exchanges.json").read_text("utf-8"))
    document = json.loads(Path(operations.__file__).with_name("openapi.json").read_text("utf-8"))
    url = f"sqlite:///{folder}/features.db"
    upgrade(url)
    settings = Settings(data_dir=folder, database_url=url)
    database = connect(url)
    studio = Studio(
        settings=settings, database=database, blobs=FolderBlobStore(folder / "blobs"), engines=Engines.of([])
    )
    token = viewer_token(studio)
    for exchange in exchanges:
        exchange["headers"] = {name: value.replace("TOKEN", token) for name, value in exchange["headers"].items()}
    handlers = Handlers()
    functions = {each.function: handlers.handler(each) for each in operations.OPERATIONS.values()}
    module = SimpleNamespace(**functions)
    app = create_app(Contract(document), operations.OPERATIONS, {"features": module}, studio, lambda *_: None)
    results = asyncio.run(run_all(app, handlers, exchanges))
    database.dispose()
    (folder / "results.json").write_text(json.dumps(results), "utf-8")


if __name__ == "__main__":
    os.umask(0o077)
    main(Path(sys.argv[1]))
