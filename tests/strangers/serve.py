"""Serves a generated contract and asks it: `python -m tests.strangers.serve FOLDER`, its package first in the path.

Each operation gets a request that fits its schemas, which the handler answers with values that fit those of a success,
and one with an unknown parameter. What came of them is written to FOLDER/answers.json.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_type_hints
from urllib.parse import quote, urlencode

import httpx
import jsonschema_rs
import msgspec

from codegen.conformance.instances import valid
from codegen.operations import Route, routes
from codegen.types import is_binary, is_json_media, is_text_media, resolve
from generated import base, operations
from platemark import logs
from platemark.db.engine import connect
from platemark.db.migrate import upgrade
from platemark.engines.registry import Engines
from platemark.http.app import create_app
from platemark.http.contract import Contract
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from tests.contract.features.live import viewer_token

TRIES = 200
REFUSALS = [400]


class Examples:
    """Values that fit the schemas of a contract."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self._random = random.Random(1)

    def of(self, schema: dict[str, Any]) -> Any:
        """A value that fits; drawn until the validator agrees."""
        whole = {**schema, "components": self.document["components"]}
        validator = jsonschema_rs.validator_for(whole, validate_formats=True)
        for _ in range(TRIES):
            value = valid(self.document, schema, self._random)
            if validator.is_valid(value):
                return value
        raise ValueError(f"no value was found for {json.dumps(schema)[:300]}")


class Handlers:
    """Answers each operation with a value of its first success."""

    def __init__(self, document: dict[str, Any], folder: Path) -> None:
        self.examples, self._folder = Examples(document), folder
        self._routes = {route.id: route for route in routes(document)}

    def handler(self, operation: base.Operation) -> Any:
        def handle(context: Any, **_: Any) -> Any:
            status, kind = next(iter(successes(operation)))
            number = status if isinstance(status, int) else int(status[0]) * 100
            node = resolve(self.examples.document, self._routes[operation.id].node["responses"][str(status)])
            fields = {"status": number} if isinstance(status, str) else {}
            for name, argument in kind.headers.items():
                header = resolve(self.examples.document, node["headers"][name])
                if header.get("required"):
                    fields[argument] = self.converted(kind, argument, header["schema"])
            return kind(**fields, **self.body(kind, node.get("content", {})))

        return handle

    def body(self, kind: Any, content: dict[str, Any]) -> dict[str, Any]:
        if not content or kind.media_type is None:
            return {}
        media = kind.media_type if isinstance(kind.media_type, str) else next(iter(content))
        chosen = {} if isinstance(kind.media_type, str) else {"media_type": media}
        if is_json_media(media):
            return {**chosen, "body": self.converted(kind, "body", content[media]["schema"])}
        if is_text_media(media):
            text = str(self.examples.of(content[media]["schema"]))
            return {**chosen, "body": text.encode() if media == "text/csv" else text}
        path = self._folder / "file"
        path.write_bytes(b"bytes")
        return {**chosen, "body": base.FileBody(path, 5)}

    def converted(self, kind: Any, name: str, schema: dict[str, Any]) -> Any:
        return msgspec.convert(self.examples.of(schema), get_type_hints(kind)[name])


def successes(operation: base.Operation) -> Iterator[tuple[Any, Any]]:
    for status, kinds in sorted(operation.responses.items(), key=lambda item: str(item[0])):
        if str(status).startswith(("2", "3")):
            yield from ((status, kind) for kind in kinds)


def request(handlers: Handlers, route: Route, base_path: str, token: str) -> dict[str, Any]:
    """A request that fits the contract."""
    examples, document = handlers.examples, handlers.examples.document
    path, query, headers, cookies = base_path + route.path, [], {"Authorization": f"Bearer {token}"}, []
    if not (route.node.get("security") or ("security" not in route.node and document.get("security"))):
        headers = {}
    for param in route.params:
        if not param.get("required"):
            continue
        value = examples.of(param["schema"])
        if isinstance(value, list) and not value:  # a list without items is no text that could be sent
            value = [examples.of(resolve(document, param["schema"])["items"])]
        text = ",".join(map(as_text, value)) if isinstance(value, list) else as_text(value)
        match param["in"]:
            case "path":
                path = path.replace(f"{{{param['name']}}}", quote(text or "a", safe=""))
            case "query" if isinstance(value, list) and param.get("explode", True):
                query += [(param["name"], as_text(item)) for item in value]
            case "query":
                query.append((param["name"], text))
            case "header":
                headers[param["name"]] = text
            case "cookie":
                cookies.append(f"{param['name']}={text}")
    if cookies:
        headers["Cookie"] = "; ".join(cookies)
    sent = {"method": route.method.upper(), "url": f"{path}?{urlencode(query)}" if query else path, "headers": headers}
    content = resolve(document, route.node.get("requestBody", {})).get("content", {})
    return sent | (body(examples, *next(iter(content.items()))) if content else {})


def body(examples: Examples, media: str, content: dict[str, Any]) -> dict[str, Any]:
    if media == "multipart/form-data":
        fields = resolve(examples.document, content["schema"])
        parts = {}
        for name in fields.get("required", []):
            part = resolve(examples.document, fields["properties"][name])
            parts[name] = ("a.bin", b"bytes") if is_binary(part) else (None, as_text(examples.of(part)))
        return {"files": parts or {"none": (None, "")}}
    value = examples.of(content["schema"])
    return {"content": json.dumps(value) if is_json_media(media) else value, "type": media}


def as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


async def ask(app: Any, handlers: Handlers, contract: Contract, token: str) -> list[dict[str, Any]]:
    answers = []
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://strangers") as client:
        for route in routes(handlers.examples.document):
            good = request(handlers, route, contract.base_path, token)
            headers = good["headers"] | ({"Content-Type": good["type"]} if "type" in good else {})
            options = {"headers": headers, "content": good.get("content"), "files": good.get("files")}
            expected = [
                status if isinstance(status, int) else int(status[0]) * 100
                for status, _ in successes(operations.OPERATIONS[route.id])
            ]
            mark = "&" if "?" in good["url"] else "?"
            asked = [(good["url"], expected), (f"{good['url']}{mark}not_in_the_contract=1", REFUSALS)]
            for url, right in asked:
                response = await client.request(good["method"], url, **options)
                text = response.text[:300] if response.status_code not in right else ""
                answers.append({"operation": route.id, "status": response.status_code, "expected": right, "text": text})
    return answers


def main(folder: Path) -> None:
    logs.configure(Settings(log_level="error"))
    document = json.loads(Path(operations.__file__).with_name("openapi.json").read_text("utf-8"))
    url = f"sqlite:///{folder}/strangers.db"
    upgrade(url)
    database = connect(url)
    settings = Settings(data_dir=folder, database_url=url)
    studio = Studio(
        settings=settings, database=database, blobs=FolderBlobStore(folder / "blobs"), engines=Engines.of([])
    )
    contract, handlers = Contract(document), Handlers(document, folder)
    functions = {each.function: handlers.handler(each) for each in operations.OPERATIONS.values()}
    modules = {each.tag: SimpleNamespace(**functions) for each in operations.OPERATIONS.values()}
    app = create_app(contract, operations.OPERATIONS, modules, studio, lambda *_: None)
    answers = asyncio.run(ask(app, handlers, contract, viewer_token(studio)))
    database.dispose()
    (folder / "answers.json").write_text(json.dumps(answers), "utf-8")


if __name__ == "__main__":
    os.umask(0o077)
    main(Path(sys.argv[1]))
