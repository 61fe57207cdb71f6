"""Prism's validating proxy, and the server behind it that answers as it once did.

Exchanges are replayed through `prism proxy`: the request goes to Prism, Prism passes it on to a server that gives the
recorded answer, and says in a header what of both breaks the contract. The tests themselves talk to their servers
directly, because Prism changes what passes through it: it reads every body as text, which no picture survives, writes
JSON anew, waits for the end of event streams, drops headers, and ends with the first request that it cannot read. This
way it still judges all of them, and none of its own faults fails a test.
"""

from __future__ import annotations

import json
import socket
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from generated.paths import BASE
from tests.referees.exchanges import Exchange

HEADER = "sl-violations"
CUT = "Too many violations! "
OF_A_CONNECTION = {"connection", "content-length", "expect", "host", "keep-alive", "te", "trailer", "transfer-encoding"}
WITHOUT_BODY = (204, 304)
Faults = tuple[str, ...]


@dataclass(frozen=True)
class Verdict:
    """What Prism says against a request and its answer, or how it stopped before it had judged them."""

    request: Faults = ()
    answer: Faults = ()
    stopped: str = ""


def faults(header: str) -> tuple[Faults, Faults]:
    """What the header of Prism's says against the request, and against the answer."""
    cut = header.startswith(CUT)
    text, found = header.removeprefix(CUT).removeprefix("["), []
    decoder = json.JSONDecoder()
    try:
        while text.startswith("{"):
            fault, end = decoder.raw_decode(text)
            found.append(fault)
            text = text[end:].removeprefix(",")
    except ValueError:
        pass  # the header ends within a fault
    sides: dict[str, list[str]] = {"request": [], "response": []}
    for fault in found:
        sides[fault["location"][0]].append(f"{'.'.join(map(str, fault['location']))}: {fault['message']}")
    return tuple(sides["request"]), (*sides["response"], *(["cut: Prism says no more"] if cut else []))


class Replayer(ThreadingHTTPServer):
    """A server that gives the answer of `exchange` to any request."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.exchange = Exchange("", "GET", "/", [])
        self.reached = False

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # one packet an answer, for which nobody waits
    disable_nagle_algorithm = True
    server: Replayer

    def handle_one_request(self) -> None:
        self.raw_requestline = self.rfile.readline(65537)
        if not self.raw_requestline or not self.parse_request():
            self.close_connection = True
            return
        self.rfile.read(int(self.headers.get("content-length") or 0))
        self.server.reached = True
        self._answer(self.server.exchange)

    def _answer(self, exchange: Exchange) -> None:
        has_body = exchange.status not in WITHOUT_BODY
        self.send_response_only(exchange.status)
        for name, value in exchange.headers:
            if name.lower() not in OF_A_CONNECTION:
                self.send_header(name, value)
        if has_body:
            self.send_header("content-length", str(len(exchange.body)))
        self.end_headers()
        if has_body and self.command != "HEAD":
            self.wfile.write(exchange.body)
        self.wfile.flush()

    def log_message(self, *_: Any) -> None:
        """Print nothing."""


@contextmanager
def replaying() -> Iterator[Replayer]:
    """A server that replays."""
    with Replayer() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


class Prism:
    """Prism's proxy before the server at `upstream`. After a request that has ended it, it starts again."""

    def __init__(self, command: Sequence[str], contract: Path, upstream: str, log: Path, *options: str) -> None:
        self._command, self._log = [*command, "proxy", "--no-cors", "-v", "silent", *options], log
        self._arguments = [str(contract), upstream]
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: HTTPConnection | None = None

    def __enter__(self) -> Prism:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End the process."""
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._process = self._connection = None

    def start(self) -> str:
        """Start the process and return its address, once it listens or has ended."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port: int = free.getsockname()[1]
        command = [*self._command, "-p", str(port), *self._arguments]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log)
        for _ in range(600):
            with socket.socket() as probe:
                if self._process.poll() is not None or probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        return f"http://127.0.0.1:{port}"

    def judge(self, replayer: Replayer, exchange: Exchange) -> Verdict:
        """What Prism says of an exchange."""
        for _ in range(2):  # a process that an earlier request has ended may still have taken this one
            replayer.exchange, replayer.reached = exchange, False
            try:
                answer = self._ask(exchange)
                answer_text = answer.read().decode("utf-8", "replace")
            except (OSError, HTTPException):
                self.stop()
                continue
            if replayer.reached:
                return Verdict(*faults(answer.headers.get(HEADER) or ""))
            return Verdict(stopped=f"{answer.status} {answer_text}".strip())
        return Verdict(stopped="ended")

    def _ask(self, exchange: Exchange) -> HTTPResponse:
        if self._connection is None:
            self._connection = HTTPConnection(self.start().removeprefix("http://"), timeout=60)
        names = {name.lower() for name, _ in exchange.sent_headers}
        self._connection.putrequest(exchange.method, exchange.target.removeprefix(BASE), skip_accept_encoding=True)
        for name, value in exchange.sent_headers:
            if name.lower() not in OF_A_CONNECTION:
                self._connection.putheader(name, value)
        has_body = bool(names & {"content-length", "transfer-encoding"})
        if has_body:
            self._connection.putheader("content-length", str(len(exchange.sent)))
        self._connection.endheaders(exchange.sent if has_body else None)
        return self._connection.getresponse()
