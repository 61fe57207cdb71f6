"""Sends one message: to an address that was checked, without a proxy, without following a redirect, and in time."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from urllib.parse import SplitResult, urlsplit

from platemark.printable import escape
from platemark.webhooks.addresses import AddressNotAllowed, IpNetwork, NameUnknown, resolve

SECONDS = 10.0
"""How long an attempt may take."""

MAX_ANSWER = 2000
MAX_LINE = 500
GONE = 410


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an attempt ended. ``error_code`` is None if the message was taken; ``message`` is one line."""

    seconds: float
    status: int | None
    error_code: str | None
    message: str

    @property
    def is_gone(self) -> bool:
        """Whether the receiver wants no more messages."""
        return self.status == GONE


def send(
    url: str, headers: Mapping[str, str], body: bytes, *, allowed: Sequence[IpNetwork] = (), seconds: float = SECONDS
) -> Outcome:
    """Send ``body`` and say how that ended, after ``seconds`` at the latest. Nothing that a receiver does is raised.

    ``allowed`` are the networks that may be reached although they are not public.
    """
    started_at = time.monotonic()
    status, error_code, message = _attempt(urlsplit(url), headers, body, allowed, started_at + seconds)
    if error_code in ("unreachable", "insecure") and time.monotonic() - started_at >= seconds:
        error_code, message = "too_slow", f"There was no answer within {seconds:g} seconds."
    return Outcome(time.monotonic() - started_at, status, error_code, escape(message)[:MAX_LINE])


def _attempt(
    url: SplitResult, headers: Mapping[str, str], body: bytes, allowed: Sequence[IpNetwork], deadline: float
) -> tuple[int | None, str | None, str]:
    """The status of the answer, the code of what went wrong, and a message or the beginning of the answer."""
    try:
        with _Connection(url, allowed, deadline) as connection:
            target = (url.path or "/") + (f"?{url.query}" if url.query else "")
            connection.request("POST", target, body, {"Host": url.netloc, **headers})
            response = connection.getresponse()
            connection.require_whole()
            return response.status, _error_code(response.status), _beginning(response)
    except AddressNotAllowed as error:
        return None, "address_not_allowed", str(error)
    except NameUnknown as error:
        return None, "name_unknown", str(error)
    except ssl.SSLError as error:
        return None, "insecure", f"There is no secure connection: {error.reason or error}."
    except (OSError, http.client.HTTPException) as error:
        return None, "unreachable", f"The connection failed: {str(error) or type(error).__name__}."


def _error_code(status: int) -> str | None:
    if 200 <= status < 300:
        return None
    return "redirected" if 300 <= status < 400 else "refused"


def _beginning(response: http.client.HTTPResponse) -> str:
    try:
        return response.read(MAX_ANSWER).decode("utf-8", "replace").strip()
    except (OSError, http.client.HTTPException, ValueError):  # its status counts, which is known
        return ""


class _Connection(http.client.HTTPConnection):
    """A connection to the host of a URL by an address that was checked, which is cut at the deadline."""

    def __init__(self, url: SplitResult, allowed: Sequence[IpNetwork], deadline: float) -> None:
        secure = url.scheme == "https"
        super().__init__(url.hostname or "", url.port or (443 if secure else 80))
        self._secure = secure
        self._allowed = allowed
        self._deadline = deadline
        self._was_cut = False
        self._watchdog = threading.Timer(max(0.0, deadline - time.monotonic()), self._cut)
        self._watchdog.daemon = True

    def __enter__(self) -> _Connection:
        self._watchdog.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._watchdog.cancel()
        self.close()

    def connect(self) -> None:
        """Connect to the first address that answers; AddressNotAllowed, NameUnknown."""
        self.sock = self._connect_to_any(resolve(self.host, self.port, self._allowed))
        if self._secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            self.sock.do_handshake()

    def require_whole(self) -> None:
        """TimeoutError if the connection was cut: what was read until then looks as if it were all."""
        if self._was_cut:
            raise TimeoutError

    def _connect_to_any(self, addresses: Sequence[str]) -> socket.socket:
        last: OSError = ConnectionRefusedError("no address answers")
        for address in addresses:
            try:
                return socket.create_connection((address, self.port), max(0.01, self._deadline - time.monotonic()))
            except OSError as error:
                last = error
        raise last

    def _cut(self) -> None:
        """Wake whoever sends or reads; without TLS's goodbye, for which it would have to wait."""
        self._was_cut = True
        if self.sock is not None:
            with contextlib.suppress(OSError):
                socket.socket.shutdown(self.sock, socket.SHUT_RDWR)
