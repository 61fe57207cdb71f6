"""JSON over HTTP to an image server, with timeouts and cancellation."""

from __future__ import annotations

import base64
import contextlib
import http.client
import json
import math
import socket
import threading
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, unquote, urljoin, urlsplit

from platemark.engines.base import Cancelled, EngineError, Health, ShouldCancel
from platemark.engines.remote.answers import CutShort, parse_json, read_body

Connection = http.client.HTTPConnection
Headers = dict[str, str]
RESPONSE_SECONDS = 900.0
"""How long a response may take, to its last byte."""

CONNECT_SECONDS = 10.0
PROBE_SECONDS = 2.0
ABORT_SECONDS = 2.0
HEALTH_SECONDS = 5.0
POLL_SECONDS = 0.2
UNREACHABLE_HINT = "Its server does not answer; start it, or correct its address in the settings."
ELSEWHERE = "The image server names a picture on another server, which is not fetched; have it send the picture itself."


class ServerClient:
    """Client of the server at a URL.

    The name and password in the URL, or else ``key``, are sent as Authorization with every request. Connects directly:
    uses no proxy and follows no redirect.
    """

    def __init__(self, url: str, *, key: str = "") -> None:
        parts = urlsplit(url)
        self._secure = parts.scheme == "https"
        self._host = parts.hostname or ""
        self._port = parts.port or (443 if self._secure else 80)
        self._prefix = parts.path.rstrip("/")
        self._headers = {"Content-Type": "application/json", "Accept": "application/json", **_authorization(parts, key)}
        self._lock = threading.Lock()
        self._health: tuple[float, Health] | None = None

    def request(self, method: str, path: str, body: Any = None, *, seconds: float) -> Any:
        """Send a request and return the JSON of the response; EngineError if there is none or the server refuses."""
        return self.start_request(method, path, body, seconds=seconds).result()

    def post_cancellable(self, path: str, body: Any, should_cancel: ShouldCancel) -> Any:
        """Send a POST that may take long and return the JSON of the response.

        Closes the connection and raises Cancelled once ``should_cancel`` is true.
        """
        if should_cancel():
            raise Cancelled
        return _wait(self.start_request("POST", path, body), should_cancel)

    def fetch(self, url: str, should_cancel: ShouldCancel) -> bytes:
        """The bytes at ``url``, which the server itself named: absolute, or relative to its root.

        Only from this server, by the address in the settings, and without a redirect; EngineError ``bad_answer`` if the
        URL names another host.
        """
        if should_cancel():
            raise Cancelled
        path = self._own_path(url)
        return bytes(_wait(self._start("GET", path, None, RESPONSE_SECONDS, bytes), should_cancel))

    def _own_path(self, url: str) -> str:
        """The path and query of a URL on this server, ready to be requested."""
        try:
            parts = urlsplit(urljoin(self._prefix + "/", url))
            elsewhere = parts.scheme not in ("", "http", "https") or (parts.hostname or self._host) != self._host
        except ValueError:
            elsewhere = True
        if elsewhere or not parts.path.startswith("/"):
            raise EngineError("bad_answer", ELSEWHERE)
        query = f"?{parts.query}" if parts.query else ""
        return quote(parts.path + query, safe="/?%:@!$&'()*+,;=~")

    def start_request(
        self, method: str, path: str, body: Any = None, *, seconds: float = RESPONSE_SECONDS
    ) -> PendingRequest:
        """Start a request in the background; its response must be complete within ``seconds``."""
        data = None if body is None else json.dumps(body).encode()
        return self._start(method, self._prefix + path, data, seconds, parse_json)

    def _start(
        self, method: str, path: str, data: bytes | None, seconds: float, parse: Callable[[bytes], Any]
    ) -> PendingRequest:
        kind = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
        connection = kind(self._host, self._port, timeout=min(seconds, CONNECT_SECONDS))
        return PendingRequest(connection, method, path, data, self._headers, seconds, parse)

    def health(self) -> Health:
        """Whether the server accepts connections; the result is cached for a few seconds."""
        with self._lock:
            if self._health is None or time.monotonic() - self._health[0] > HEALTH_SECONDS:
                self._health = (time.monotonic(), self._probe())
            return self._health[1]

    def _probe(self) -> Health:
        try:
            socket.create_connection((self._host, self._port), PROBE_SECONDS).close()
        except OSError:
            return Health(ok=False, hint=UNREACHABLE_HINT)
        return Health(ok=True)


class PendingRequest:
    """A request that runs in a thread of its own, so that the caller can poll for cancellation and abort it.

    It ends ``seconds`` after its start at the latest, whatever the server does.
    """

    def __init__(
        self,
        connection: Connection,
        method: str,
        path: str,
        body: bytes | None,
        headers: Headers,
        seconds: float,
        parse: Callable[[bytes], Any],
    ) -> None:
        self._connection = connection
        self._socket: socket.socket | None = None
        self._aborted = False
        self._result: Any = None
        self._error: EngineError | None = None
        self._parse = parse
        self._deadline = time.monotonic() + seconds
        self._seconds = seconds
        self._thread = threading.Thread(target=self._run, args=(method, path, body, headers), daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait for at most ``seconds``; returns whether the request has ended."""
        remaining = self._deadline - time.monotonic()
        self._thread.join(max(0.0, min(seconds, remaining)))
        if self._thread.is_alive() and time.monotonic() >= self._deadline:
            self.abort()
            self._error = _timeout()
            return True
        return not self._thread.is_alive()

    def result(self) -> Any:
        """Wait for the response and return its content; EngineError if the request failed or was refused."""
        self.wait(math.inf)
        if self._error is not None:
            raise self._error
        return self._result

    def abort(self) -> None:
        """Close the connection; the response is lost."""
        self._aborted = True
        if self._socket is not None:
            with contextlib.suppress(OSError):  # it was just closed
                self._socket.shutdown(socket.SHUT_RDWR)  # wakes the thread that reads
        self._thread.join(ABORT_SECONDS)

    def _run(self, method: str, path: str, body: bytes | None, headers: Headers) -> None:
        try:
            self._connect()
            self._connection.request(method, path, body, headers)
            self._result = self._parse(read_body(self._connection.getresponse()))
        except EngineError as error:
            self._error = error
        except TimeoutError:
            self._error = _timeout()
        except (OSError, http.client.HTTPException, CutShort, UnicodeError):  # the last: no such name can exist
            message = "The image server cannot be reached, or closed the connection."
            self._error = EngineError("server_unreachable", message, retryable=True, hint="Is it running?")
        finally:
            self._connection.close()

    def _connect(self) -> None:
        try:
            self._connection.connect()
        except TimeoutError as error:
            raise ConnectionError from error
        self._socket = self._connection.sock  # the connection forgets it before the response is read
        self._socket.settimeout(self._seconds)
        if self._aborted:
            raise ConnectionAbortedError


def _wait(pending: PendingRequest, should_cancel: ShouldCancel) -> Any:
    while not pending.wait(POLL_SECONDS):
        if should_cancel():
            pending.abort()
            raise Cancelled
    return pending.result()


def _timeout() -> EngineError:
    return EngineError("server_timeout", "The image server did not answer in time.", retryable=True)


def _authorization(parts: Any, key: str) -> dict[str, str]:
    if parts.username is not None:
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        return {"Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}
    return {"Authorization": f"Bearer {key}"} if key else {}
