"""Read a server's response to its end: a body that is cut short is an error of the connection, never a bad answer."""

from __future__ import annotations

import http.client
import json
import re
import zlib
from typing import Any

from platemark.engines.base import EngineError

LARGEST_RESPONSE = 128 * 1024 * 1024
PIECE = 256 * 1024
MAX_WORDS = 200
CREDENTIALS_HINT = "Check the name and password, or the key, in the studio's settings."
JSON_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
UNPRINTABLE = re.compile(r"[\x00-\x20\x7f]+")
WORDS_OF = ("error", "message", "msg", "detail", "errors", "reason", "title")
"""The members of an error response that may hold the server's words, the most telling first."""


class CutShort(Exception):
    """The connection ended before the response did; ``data`` is what had arrived."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.data = data


def read_body(response: http.client.HTTPResponse) -> bytes:
    """The body of ``response``, decompressed; EngineError if it is refused or too large, CutShort if it ends early."""
    status, cut = response.status, False
    try:
        data = _decompress(_read(response), response.getheader("Content-Encoding", ""))
    except CutShort as early:
        data, cut = early.data, True
    if not 200 <= status < 300:
        raise error_for(status, data)
    if cut:
        raise CutShort(data)
    return data


def parse_json(data: bytes) -> Any:
    """The JSON in ``data``; CutShort if it has no end, EngineError ``bad_answer`` if it is none."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        if isinstance(error, ValueError) and _lacks_its_end(data):
            raise CutShort(data) from None
        message = "The image server did not answer with JSON; is it another kind of server?"
        raise EngineError("bad_answer", message) from None


def error_for(status: int, data: bytes) -> EngineError:
    """The error for a response without success: its code, whether to retry, and the server's words, truncated."""
    if status in (401, 403):
        return EngineError("server_credentials", "The image server rejected the credentials.", hint=CREDENTIALS_HINT)
    return _refusal(_words_in(data), f" ({status})", failed=status in (408, 429) or status >= 500)


def unexpected(response: Any, message: str) -> EngineError:
    """The error for a response that lacks what was asked for: the server's ``error`` if it names one, else ``message``.

    Some servers report a failure with the status 200.
    """
    words = _one_line(_words(response.get("error"))) if isinstance(response, dict) else ""
    return _refusal(words, "", failed=True) if words else EngineError("bad_answer", message)


def _refusal(words: str, status: str, *, failed: bool) -> EngineError:
    if "out of memory" in words.lower() or "OutOfMemory" in words:
        hint = "Request a smaller picture."
        return EngineError("out_of_memory", "The image server ran out of memory.", hint=hint)
    suffix = f": {words[:MAX_WORDS].strip()}" if words else "."
    if failed:
        return EngineError("server_failed", f"The image server failed{status}{suffix}", retryable=True)
    return EngineError("server_refused", f"The image server refused the request{status}{suffix}")


def _read(response: http.client.HTTPResponse) -> bytes:
    pieces: list[bytes] = []
    size = 0
    declared = response.chunked or response.length is not None
    try:
        while piece := response.read1(PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > LARGEST_RESPONSE:
                raise _too_large()
    except http.client.IncompleteRead as early:  # within a chunk, or before the last one
        raise CutShort(b"".join([*pieces, early.partial])) from None
    except (ConnectionError, ValueError) as error:
        if isinstance(error, ValueError) and not response.chunked:
            raise
        raise CutShort(b"".join(pieces)) from None
    if response.length or not (declared or pieces):  # bytes are missing; or even the headers had no end
        raise CutShort(b"".join(pieces))
    return b"".join(pieces)


def _decompress(data: bytes, encoding: str) -> bytes:
    """Servers are asked for bodies as they are, but some proxies compress them all the same."""
    if encoding.strip().lower() not in ("gzip", "x-gzip", "deflate"):
        return data
    stream = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    try:
        plain = stream.decompress(data, LARGEST_RESPONSE + 1)
    except zlib.error:
        raise EngineError("bad_answer", "The image server's response is damaged.", retryable=True) from None
    if len(plain) > LARGEST_RESPONSE:
        raise _too_large()
    if not stream.eof:
        raise CutShort(plain)
    return plain


def _too_large() -> EngineError:
    return EngineError("bad_answer", "The image server's response is too large.")


def _lacks_its_end(data: bytes) -> bool:
    """Whether ``data`` begins like a JSON object or list, and more is opened in it than closed."""
    text = data.decode("utf-8", "replace").strip()
    if not text.startswith(("{", "[")):
        return False
    outside = JSON_STRING.sub("", text)
    return '"' in outside or sum(map(outside.count, "{[")) > sum(map(outside.count, "}]"))


def _words_in(data: bytes) -> str:
    """The server's words in the body of an error, on one line; empty for a page of HTML."""
    try:
        return _one_line(_words(json.loads(data)))
    except (ValueError, RecursionError):
        text = data[: 4 * MAX_WORDS].decode("utf-8", "replace").strip()
        return "" if text.startswith(("<", "{", "[")) else _one_line(text)


def _words(value: Any, depth: int = 4) -> str:
    """The text in an error's value: a string, a list of findings, or an object with the usual members."""
    if isinstance(value, str):
        return value
    if depth and isinstance(value, list):
        return "; ".join(filter(None, (_words(item, depth - 1) for item in value[:10])))
    if not depth or not isinstance(value, dict):
        return ""
    words = "; ".join(dict.fromkeys(filter(None, (_words(value.get(name), depth - 1) for name in WORDS_OF))))
    place = value.get("loc")  # of a finding, as pydantic writes it
    if words and isinstance(place, list):
        return f"{'.'.join(str(part) for part in place[:10] if part != 'body')}: {words}"
    return words


def _one_line(text: str) -> str:
    return UNPRINTABLE.sub(" ", text).strip()
