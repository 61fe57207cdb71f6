"""JSON over HTTP to an image server, with timeouts and cancellation."""

from __future__ import annotations

import base64
import contextlib
import http.client
import json
import re
import socket
import threading
import time
from typing import Any
from urllib.parse import unquote, urlsplit

from platemark.engines.base import Cancelled, EngineError, Health, ShouldCancel

Connection = http.client.HTTPConnection
Headers = dict[str, str]
LARGEST_RESPONSE = 128 * 1024 * 1024
RESPONSE_SECONDS = 900.0
CONNECT_SECONDS = 2.0
HEALTH_SECONDS = 5.0
POLL_SECONDS = 0.2
UNREACHABLE_HINT = "Its server does not answer; start it, or correct its address in the settings."
CREDENTIALS_HINT = "Check the name and password, or the key, in the studio's settings."


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
        pending = self.start_request("POST", path, body)
        while not pending.wait(POLL_SECONDS):
            if should_cancel():
                pending.abort()
                raise Cancelled
        return pending.result()

    def start_request(
        self, method: str, path: str, body: Any = None, *, seconds: float = RESPONSE_SECONDS
    ) -> PendingRequest:
        """Start a request in the background; ``seconds`` is the timeout of each read from the socket."""
        kind = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
        data = None if body is None else json.dumps(body).encode()
        connection = kind(self._host, self._port, timeout=seconds)
        return PendingRequest(connection, method, self._prefix + path, data, self._headers)

    def health(self) -> Health:
        """Whether the server accepts connections; the result is cached for a few seconds."""
        with self._lock:
            if self._health is None or time.monotonic() - self._health[0] > HEALTH_SECONDS:
                self._health = (time.monotonic(), self._probe())
            return self._health[1]

    def _probe(self) -> Health:
        try:
            socket.create_connection((self._host, self._port), CONNECT_SECONDS).close()
        except OSError:
            return Health(ok=False, hint=UNREACHABLE_HINT)
        return Health(ok=True)


class PendingRequest:
    """A request that runs in a thread of its own, so that the caller can poll for cancellation and abort it."""

    def __init__(
        self,
        connection: http.client.HTTPConnection,
        method: str,
        path: str,
        body: bytes | None,
        headers: dict[str, str],
    ) -> None:
        self._connection = connection
        self._result: Any = None
        self._error: EngineError | None = None
        self._thread = threading.Thread(target=self._run, args=(method, path, body, headers), daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait for at most ``seconds``; returns whether the request has ended."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def result(self) -> Any:
        """Wait for the response and return its JSON; EngineError if the request failed or was refused."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._result

    def abort(self) -> None:
        """Close the connection; the response is lost."""
        sock = self._connection.sock
        if sock is not None:
            with contextlib.suppress(OSError):  # it was just closed
                sock.shutdown(socket.SHUT_RDWR)  # wakes the thread that reads
        self._thread.join(CONNECT_SECONDS)

    def _run(self, method: str, path: str, body: bytes | None, headers: Headers) -> None:
        try:
            self._result = _exchange(self._connection, method, path, body, headers)
        except EngineError as error:
            self._error = error
        except TimeoutError:
            self._error = EngineError("server_timeout", "The image server did not answer in time.", retryable=True)
        except (OSError, http.client.HTTPException):
            message = "The image server cannot be reached, or closed the connection."
            self._error = EngineError("server_unreachable", message, retryable=True, hint="Is it running?")
        finally:
            self._connection.close()


def _authorization(parts: Any, key: str) -> dict[str, str]:
    if parts.username is not None:
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        return {"Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}
    return {"Authorization": f"Bearer {key}"} if key else {}


def _exchange(connection: Connection, method: str, path: str, body: bytes | None, headers: Headers) -> Any:
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    data = response.read(LARGEST_RESPONSE + 1)
    if len(data) > LARGEST_RESPONSE:
        raise EngineError("bad_answer", "The image server's response is too large.")
    if not 200 <= response.status < 300:
        raise error_for(response.status, data)
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        message = "The image server did not answer with JSON; is it another kind of server?"
        raise EngineError("bad_answer", message) from None


def error_for(status: int, data: bytes) -> EngineError:
    """The error for a response without success: its code, whether to retry, and the server's message, truncated."""
    message = _error_message(data)
    if status in (401, 403):
        return EngineError("server_credentials", "The image server rejected the credentials.", hint=CREDENTIALS_HINT)
    if "out of memory" in message.lower() or "OutOfMemory" in message:
        hint = "Request a smaller picture."
        return EngineError("out_of_memory", "The image server ran out of memory.", hint=hint)
    suffix = f": {message}" if message else "."
    if status in (408, 429) or status >= 500:
        return EngineError("server_failed", f"The image server failed ({status}){suffix}", retryable=True)
    return EngineError("server_refused", f"The image server refused the request ({status}){suffix}")


def _error_message(data: bytes) -> str:
    """The message of an error response, on one line: its ``error.message``, ``detail`` or ``errors``."""
    try:
        body = json.loads(data)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(body, dict):
        return ""
    error = body.get("error")
    candidates = [error.get("message") if isinstance(error, dict) else error, body.get("detail"), body.get("errors")]
    text = "; ".join(candidate for candidate in candidates if isinstance(candidate, str) and candidate)
    return re.sub(r"[\x00-\x20\x7f]+", " ", text).strip()[:200]
