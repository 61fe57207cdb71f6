"""Responses as servers and proxies really send them: cut short, compressed, spelt in many ways, or never."""

from __future__ import annotations

import base64
import json
import threading
import time
import zlib
from typing import Any

import pytest

from platemark.engines.base import Cancelled, EngineError, GenerateRequest
from platemark.engines.remote import OpenAiImages, SdApi
from platemark.engines.remote.http_client import ServerClient
from platemark.engines.remote.image_decoding import decode_image
from tests.unit.remote.image_server import FakeImageServer, answering, encoded, running

REQUEST = GenerateRequest(prompt="a fox", width=64, height=64, steps=2)
PICTURE = encoded((250, 251, 252), (16, 24))
BODY = json.dumps({"images": [PICTURE], "info": "{}", "data": [{"b64_json": PICTURE}]}).encode()
OK = b"HTTP/1.1 200 OK\r\n"


def compress(data: bytes) -> bytes:
    stream = zlib.compressobj(wbits=31)
    return stream.compress(data) + stream.flush()


def chunked(*chunks: bytes) -> bytes:
    return OK + b"Transfer-Encoding: chunked\r\n\r\n" + b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in chunks)


def sized(length: int, body: bytes, headers: bytes = b"") -> bytes:
    return OK + headers + b"Content-Length: %d\r\n\r\n" % length + body


GZIP = b"Content-Encoding: gzip\r\n"
ZIPPED = compress(BODY)
CUT = {
    "reset": b"",
    "within the status line": b"HTTP/1.1 20",
    "within the headers": OK + b"Server: x\r\nContent-Le",
    "after the name of a header": OK + b"Content-Le",
    "before the body": sized(len(BODY), b""),
    "within the body": sized(len(BODY), BODY[:50]),
    "before the last byte": sized(len(BODY), BODY[:-1]),
    "a body without a length": OK + b"\r\n" + BODY[:-1],
    "a body without a length, in an object": OK + b"\r\n" + BODY[: BODY.index(b"}") + 1],
    "a declared length that is too small": sized(len(BODY) - 20, BODY),
    "before the first chunk": chunked(),
    "within a chunk": chunked(BODY[:40]) + b"50\r\n" + BODY[40:50],
    "within the size of a chunk": chunked(BODY[:40]) + b"5",
    "before the last chunk": chunked(BODY),
    "within a compressed body": sized(len(ZIPPED), ZIPPED[:-30], GZIP),
    "compressed, with a matching length": sized(len(ZIPPED) - 30, ZIPPED[:-30], GZIP),
    "compressed, in chunks": chunked(ZIPPED[:-30]).replace(b"Transfer", GZIP + b"Transfer", 1),
}
WHOLE = {
    "sized": sized(len(BODY), BODY),
    "without a length": OK + b"\r\n" + BODY,
    "in chunks": chunked(BODY[:9], BODY[9:], b""),
    "compressed": sized(len(ZIPPED), ZIPPED, GZIP),
    "compressed, in chunks": chunked(ZIPPED[:9], ZIPPED[9:], b"").replace(b"Transfer", GZIP + b"Transfer", 1),
}


@pytest.mark.parametrize("case", CUT)
def test_a_body_that_is_cut_short_is_worth_another_attempt(case: str) -> None:
    with answering(CUT[case]) as url:
        for engine in (SdApi(url), OpenAiImages(url)):
            with pytest.raises(EngineError) as failed:
                list(engine.generate(REQUEST, lambda _: None, lambda: False))
            assert (failed.value.code, failed.value.retryable) == ("server_unreachable", True)


@pytest.mark.parametrize("case", WHOLE)
def test_a_whole_body_is_read_however_it_is_sent(case: str) -> None:
    with answering(WHOLE[case]) as url:
        for engine in (SdApi(url), OpenAiImages(url)):
            (image,) = engine.generate(REQUEST, lambda _: None, lambda: False)
            assert (image.width, image.height) == (16, 24)


def test_the_status_of_an_error_counts_though_its_body_is_cut() -> None:
    response = b'HTTP/1.1 422 No\r\nContent-Length: 99\r\n\r\n{"detail": "no such sam'
    with answering(response) as url, pytest.raises(EngineError) as failed:
        list(SdApi(url).generate(REQUEST, lambda _: None, lambda: False))
    assert (failed.value.code, failed.value.retryable) == ("server_refused", False)


@pytest.mark.parametrize(
    "response", [b"", OK, sized(900, BODY), OK + b"\r\n" + BODY], ids=["nothing", "a status", "a part", "no length"]
)
def test_a_server_that_never_ends_its_answer_is_given_up_after_a_while(response: bytes) -> None:
    with answering(response, hangs=True) as url:
        with pytest.raises(EngineError) as failed:
            ServerClient(url).request("GET", "/", seconds=0.2)
        assert (failed.value.code, failed.value.retryable) == ("server_timeout", True)
        started = time.monotonic()
        with pytest.raises(Cancelled):
            list(OpenAiImages(url).generate(REQUEST, lambda _: None, lambda: time.monotonic() > started + 0.1))
    assert not [thread for thread in threading.enumerate() if "(_run)" in thread.name]


ODD = base64.b64encode(base64.b64decode(PICTURE) + b"??>>~~").decode()


@pytest.mark.parametrize("picture", [PICTURE, ODD])
@pytest.mark.parametrize(
    "spell",
    [
        lambda text: "\r\n".join(text[start : start + 76] for start in range(0, len(text), 76)) + "\n",
        lambda text: text.replace("+", "-").replace("/", "_"),
        lambda text: text.rstrip("="),
        lambda text: text + "==",
        lambda text: f"  data:image/png;base64,{text}",
        lambda text: f"DATA:IMAGE/PNG;BASE64,\n{text}",
        lambda text: f"data:;base64,{text.rstrip('=')}".replace("+", "-"),
    ],
)
def test_base64_is_read_in_every_spelling(picture: str, spell: Any) -> None:
    assert decode_image(spell(picture)).data == base64.b64decode(picture)


@pytest.mark.parametrize(
    "text", ["", "=", "A", "AAAAA", "AA=AA", "Ä", "a b!c", "data:image/png;base64", None, 3, ["x"]]
)
def test_what_is_no_base64_of_a_picture_is_a_bad_answer(text: object) -> None:
    with pytest.raises(EngineError) as failed:
        decode_image(text)
    assert failed.value.code == "bad_answer"


FINDINGS = [
    {"loc": ["body", "sampler_index"], "msg": "field required", "type": "value_error.missing"},
    {"loc": ["body", "override", 0], "msg": "not a number", "input": "x" * 999},
]


@pytest.mark.parametrize(
    ("status", "body", "code", "words"),
    [
        (422, {"detail": FINDINGS}, "server_refused", "sampler_index: field required; override.0: not a number"),
        (422, {"detail": {"error": "no model", "path": "/secret"}}, "server_refused", "no model"),
        (422, {"detail": ["a", "b"]}, "server_refused", "a; b"),
        (400, {"object": "error", "message": "no such model"}, "server_refused", "no such model"),
        (400, b"prompt required", "server_refused", "prompt required"),
        (404, b"<html><body>nginx</body></html>", "server_refused", ""),
        (500, {"error": "Oops", "detail": "", "errors": "no sampler"}, "server_failed", "Oops; no sampler"),
        (200, {"error": "the model is loading"}, "server_failed", "the model is loading"),
        (200, {"error": {"message": "busy"}, "images": [], "data": []}, "server_failed", "busy"),
        (200, {"error": {"message": "CUDA out of memory"}}, "out_of_memory", ""),
        (200, {"error": None}, "bad_answer", ""),
    ],
)  # fmt: skip
def test_the_servers_words_are_shown(status: int, body: Any, code: str, words: str) -> None:
    paths = ("/sdapi/v1/txt2img", "/v1/images/generations")
    with running(FakeImageServer(routes={path: lambda _: (status, body) for path in paths})) as server:
        for engine in (SdApi(server.url, poll_seconds=0.01), OpenAiImages(server.url)):
            with pytest.raises(EngineError) as failed:
                list(engine.generate(REQUEST, lambda _: None, lambda: False))
            assert failed.value.code == code
            assert str(failed.value).endswith(f": {words}" if words else ".") or code == "bad_answer"
