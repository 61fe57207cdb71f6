"""Calls to a picture server: JSON over HTTP, each answered in time or given up."""

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
LARGEST_ANSWER = 128 * 1024 * 1024
ANSWER_SECONDS = 900.0
CONNECT_SECONDS = 2.0
HEALTH_SECONDS = 5.0
LOOK_SECONDS = 0.2
SILENT = "Its server does not answer; start it, or correct its address in the settings."
CREDENTIALS = "Check the name and password, or the key, in the studio's settings."


class Service:
    """A server at a URL. A name and password in the URL, or else ``key``, go with every request as Authorization.

    It connects straight to that server: no proxy, no redirect.
    """

    def __init__(self, url: str, *, key: str = "") -> None:
        parts = urlsplit(url)
        self._secure = parts.scheme == "https"
        self._host = parts.hostname or ""
        self._port = parts.port or (443 if self._secure else 80)
        self._prefix = parts.path.rstrip("/")
        self._headers = {"Content-Type": "application/json", "Accept": "application/json", **_proof(parts, key)}
        self._lock = threading.Lock()
        self._health: tuple[float, Health] | None = None

    def ask(self, method: str, path: str, body: Any = None, *, seconds: float) -> Any:
        """The JSON that it answers; EngineError where it does not, or refuses."""
        return self.call(method, path, body, seconds=seconds).answer()

    def ask_patiently(self, path: str, body: Any, should_cancel: ShouldCancel) -> Any:
        """The JSON that it answers to a POST that may take long; Cancelled, and nobody listens, where that is asked."""
        if should_cancel():
            raise Cancelled
        call = self.call("POST", path, body)
        while not call.done(LOOK_SECONDS):
            if should_cancel():
                call.give_up()
                raise Cancelled
        return call.answer()

    def call(self, method: str, path: str, body: Any = None, *, seconds: float = ANSWER_SECONDS) -> Call:
        """A call under way, with ``seconds`` for each silence of the server."""
        kind = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
        data = None if body is None else json.dumps(body).encode()
        connection = kind(self._host, self._port, timeout=seconds)
        return Call(connection, method, self._prefix + path, data, self._headers)

    def health(self) -> Health:
        """Whether something listens there; asked of the network at most every few seconds."""
        with self._lock:
            if self._health is None or time.monotonic() - self._health[0] > HEALTH_SECONDS:
                self._health = (time.monotonic(), self._knock())
            return self._health[1]

    def _knock(self) -> Health:
        try:
            socket.create_connection((self._host, self._port), CONNECT_SECONDS).close()
        except OSError:
            return Health(
                ok=False, hint="Its server does not answer; start it, or correct its address in the settings."
            )
        return Health(ok=True)


class Call:
    """One request, made in a thread of its own, so that whoever waits can look about or give up meanwhile."""

    def __init__(
        self,
        connection: http.client.HTTPConnection,
        method: str,
        path: str,
        body: bytes | None,
        headers: dict[str, str],
    ) -> None:
        self._connection = connection
        self._answer: Any = None
        self._error: EngineError | None = None
        self._thread = threading.Thread(target=self._run, args=(method, path, body, headers), daemon=True)
        self._thread.start()

    def done(self, within: float) -> bool:
        """Whether it ended, after waiting for at most ``within`` seconds."""
        self._thread.join(within)
        return not self._thread.is_alive()

    def answer(self) -> Any:
        """What was answered, when it is; EngineError where that was a refusal, or nothing."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._answer

    def give_up(self) -> None:
        """Hang up; the answer is lost."""
        sock = self._connection.sock
        if sock is not None:
            with contextlib.suppress(OSError):  # it was just closed
                sock.shutdown(socket.SHUT_RDWR)  # wakes the thread that reads
        self._thread.join(CONNECT_SECONDS)

    def _run(self, method: str, path: str, body: bytes | None, headers: Headers) -> None:
        try:
            self._answer = _exchange(self._connection, method, path, body, headers)
        except EngineError as error:
            self._error = error
        except TimeoutError:
            self._error = EngineError("server_timeout", "The picture server did not answer in time.", retryable=True)
        except (OSError, http.client.HTTPException):
            message = "The picture server cannot be reached, or hung up."
            self._error = EngineError("server_unreachable", message, retryable=True, hint="Is it running?")
        finally:
            self._connection.close()


def _proof(parts: Any, key: str) -> dict[str, str]:
    if parts.username is not None:
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        return {"Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}
    return {"Authorization": f"Bearer {key}"} if key else {}


def _exchange(connection: Connection, method: str, path: str, body: bytes | None, headers: Headers) -> Any:
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    data = response.read(LARGEST_ANSWER + 1)
    if len(data) > LARGEST_ANSWER:
        raise EngineError("bad_answer", "The picture server's answer is too large.")
    if not 200 <= response.status < 300:
        raise refusal(response.status, data)
    try:
        return json.loads(data)
    except ValueError:
        raise EngineError("bad_answer", "The picture server answers no JSON; is it another kind of server?") from None


def refusal(status: int, data: bytes) -> EngineError:
    """What an answer that is no success means: whether to try again, and the server's own words, cut short."""
    said = _said(data)
    if status in (401, 403):
        return EngineError("server_credentials", "The picture server does not know us.", hint=CREDENTIALS)
    if "out of memory" in said.lower() or "OutOfMemory" in said:
        return EngineError("out_of_memory", "The picture server ran out of memory.", hint="Ask for a smaller picture.")
    words = f": {said}" if said else "."
    if status in (408, 429) or status >= 500:
        return EngineError("server_failed", f"The picture server failed ({status}){words}", retryable=True)
    return EngineError("server_refused", f"The picture server refused ({status}){words}")


def _said(data: bytes) -> str:
    """The words of an error: ``detail``, ``errors`` or ``error.message``, on one line."""
    try:
        found = json.loads(data)
    except ValueError:
        return ""
    if not isinstance(found, dict):
        return ""
    error = found.get("error")
    words = [error.get("message") if isinstance(error, dict) else error, found.get("detail"), found.get("errors")]
    text = "; ".join(word for word in words if isinstance(word, str) and word)
    return re.sub(r"[\x00-\x20\x7f]+", " ", text).strip()[:200]
