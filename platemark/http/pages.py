"""The web pages: the albums, the sign-in page and the API documentation."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, MutableMapping
from importlib import resources
from typing import Any

import msgspec
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles

from generated import headers
from platemark.http.contract import Contract
from platemark.http.problems import HttpProblem

ASGI = Callable[[Any, Any, Any], Awaitable[None]]
PAGES = {"/": "index.html", "/sign-in": "sign-in.html", "/docs": "docs.html", "/favicon.ico": "favicon.svg"}
ASSETS = "/assets"
CONTRACT_SCRIPT = f"{ASSETS}/contract.js"
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


class Pages:
    """ASGI application for everything outside the base path of the API: a page, an asset or a 404."""

    def __init__(self, contract: Contract) -> None:
        self._bundle = msgspec.json.encode(contract.document)
        self._contract_script = _contract_script(contract.base_path)
        self._static = resources.files("platemark.http").joinpath("static")
        self._assets = StaticFiles(directory=str(self._static))

    async def __call__(self, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        """Serve a page; raises HttpProblem 404 or 405."""
        if scope["method"] not in ("GET", "HEAD"):
            raise HttpProblem(405, "Pages can only be read.", headers={"Allow": "GET, HEAD"})
        await self._page(scope["path"])(scope, receive, _with_policy(send))

    def _page(self, path: str) -> Any:
        if path == "/openapi.json":
            return Response(self._bundle, media_type="application/json")
        if path == CONTRACT_SCRIPT:
            return Response(self._contract_script, media_type="text/javascript")
        if path in PAGES:
            return FileResponse(str(self._static.joinpath(PAGES[path])))
        if path.startswith(f"{ASSETS}/"):
            return _mounted(self._assets, path.removeprefix(ASSETS))
        raise HttpProblem(404, "There is nothing at this path.")


def _contract_script(base_path: str) -> str:
    """An ES module with the names that the pages' scripts take from the contract."""
    constants = {"base": base_path, "csrfHeader": headers.X_CSRF_TOKEN}
    return "".join(f"export const {name} = {json.dumps(value)};\n" for name, value in constants.items())


def _mounted(files: StaticFiles, path: str) -> ASGI:
    async def serve(scope: Any, receive: Any, send: Any) -> None:
        await files({**scope, "path": path, "root_path": ""}, receive, send)

    return serve


def _with_policy(send: Any) -> Any:
    async def send_with_policy(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [
                *message["headers"],
                (b"content-security-policy", CONTENT_SECURITY_POLICY.encode("ascii")),
            ]
        await send(message)

    return send_with_policy
