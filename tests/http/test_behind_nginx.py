"""The studio behind the nginx of deploy/: no forged client addresses, no buffered streams, no public metrics."""

from __future__ import annotations

import contextlib
import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import argon2
import httpx
import pytest
import uvicorn

from platemark.accounts import secrets
from platemark.db.engine import connect
from platemark.engines.registry import Engines
from platemark.entrypoints.api import build_app, build_server
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from tests.populate import png
from tests.serving import check_response, contract

CONFIGURATION = Path(__file__).parents[2] / "deploy" / "nginx.conf"


@contextlib.contextmanager
def running(server: uvicorn.Server) -> Iterator[str]:
    """Run ``server`` in a thread; yields its address."""
    sock = socket.socket()
    sock.bind(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]})
    thread.start()
    try:
        wait_until(lambda: server.started)
        yield f"127.0.0.1:{sock.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(20)
        sock.close()


def accepts_connections(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wait_until(condition: Any) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@contextlib.contextmanager
def nginx(upstream: str, folder: Path) -> Iterator[str]:
    """Run the nginx of deploy/ in front of ``upstream``; yields its URL."""
    program = shutil.which("nginx")
    if program is None:
        pytest.skip("nginx is not installed, the proxy is not tested")
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    text = CONFIGURATION.read_text("utf-8").replace("/tmp/nginx.pid", str(folder / "nginx.pid"))
    text = re.sub(r"(?m)^    server 172\S+.*$", "", text).replace("least_conn;", f"server {upstream};")
    text = text.replace("listen 8080;", f"listen 127.0.0.1:{port};").replace("worker_processes auto;", "user root;")
    (folder / "nginx.conf").write_text(text, "utf-8")
    command = [program, "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log"), "-g", "daemon off;"]
    process = subprocess.Popen(command)
    try:
        wait_until(lambda: accepts_connections(port) or process.poll() is not None)
        assert process.poll() is None, (folder / "error.log").read_text("utf-8")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture
def proxied(sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[httpx.Client]:
    """A client that reaches a studio through nginx, which the studio trusts as a proxy."""
    fast_hasher = argon2.PasswordHasher(time_cost=2, memory_cost=64, parallelism=1)
    monkeypatch.setattr(secrets, "_hasher", lambda: fast_hasher)
    shutil.copy(sqlite_template, tmp_path / "platemark.db")
    settings = Settings(data_dir=tmp_path, trusted_proxies="127.0.0.1", metrics_token="scrape")
    database = connect(settings.resolved_database_url)
    blobs = FolderBlobStore(settings.blobs_dir)
    studio = Studio(settings=settings, database=database, blobs=blobs, engines=Engines.discover([]))
    server = build_server(build_app(studio, contract=contract()), settings)
    with (
        running(server) as address,
        nginx(address, tmp_path) as url,
        httpx.Client(base_url=url, timeout=30) as client,
    ):
        yield client
    database.dispose()


def sign_in(client: httpx.Client, name: str, **headers: str) -> int:
    body = {"method": "password", "name": name, "password": "wrong-password"}
    return client.post("/api/v1/auth/session", json=body, headers=headers).status_code


def test_forged_client_addresses_do_not_evade_the_sign_in_limit(proxied: httpx.Client) -> None:
    forged_headers = ("X-Forwarded-For", "X-Real-IP", "Forwarded", "X-Client-IP")
    statuses = [sign_in(proxied, f"user{n}", **dict.fromkeys(forged_headers, f"198.51.100.{n}")) for n in range(21)]
    assert statuses == [401] * 20 + [429]


def test_sign_in_accepts_only_the_origin_of_the_studio(proxied: httpx.Client) -> None:
    origin = str(proxied.base_url).rstrip("/")
    assert sign_in(proxied, "ada", Origin=origin) == 401
    assert sign_in(proxied, "ada", Origin="http://elsewhere.example") == 403


def test_metrics_are_not_reachable_through_the_proxy(proxied: httpx.Client) -> None:
    response = proxied.get("/api/v1/metrics", headers={"Authorization": "Bearer scrape"})
    assert (response.status_code, response.json()["code"]) == (404, "no_such_path")
    assert response.headers["x-trace-id"] == response.json()["trace_id"]
    assert proxied.get("/api/v1/health").status_code == 200


def test_an_upload_of_the_maximum_size_reaches_the_studio(proxied: httpx.Client) -> None:
    max_bytes = Settings().max_upload_bytes
    for size, status in ((max_bytes - 1024, 401), (max_bytes + 4 * 1024 * 1024, 413)):
        files = {"file": ("plate.png", png().ljust(size, b"\0"), "image/png")}
        response = proxied.post("/api/v1/images", files=files)
        check_response(response)
        assert response.status_code == status


def test_an_unreachable_api_gets_a_problem_that_the_contract_declares(tmp_path: Path) -> None:
    with nginx("127.0.0.1:9", tmp_path) as url:
        response = httpx.get(f"{url}/api/v1/albums")
    check_response(response)
    assert (response.status_code, response.json()["code"]) == (503, "api_unavailable")
    assert response.headers["retry-after"] == "5"


class OneEventApp:
    """An application that sends one event and then waits for the client to disconnect."""

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            return
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/event-stream")]})
        await send({"type": "http.response.body", "body": b"id: 1\ndata: {}\n\n", "more_body": True})
        while (await receive())["type"] != "http.disconnect":
            pass


def test_the_proxy_passes_events_on_without_buffering(tmp_path: Path) -> None:
    config = uvicorn.Config(OneEventApp(), log_config=None, access_log=False, lifespan="off")
    with (
        running(uvicorn.Server(config)) as address,
        nginx(address, tmp_path) as url,
        httpx.Client(timeout=10) as client,
        client.stream("GET", f"{url}/api/v1/events") as response,
    ):
        assert next(response.iter_lines()) == "id: 1"
