"""Malformed requests: each gets a declared problem that lists every error."""

from __future__ import annotations

import queue
import socket
from typing import Any

import httpx
import pytest

from tests.conftest import ClientFor
from tests.serving import Live, serve

ALBUM = "01a204f8-2f06-777b-b415-8da7fd61ae84"
PROBLEM = "application/problem+json"


def body(text: str | bytes, media: str = "application/json") -> dict[str, Any]:
    return {"content": text, "headers": {"Content-Type": media}}


MALFORMED = [
    ("an empty body", body(""), 400, "body_missing"),
    ("half an object", body('{"name": "x"'), 400, "not_json"),
    ("NaN", body('{"name": NaN}'), 400, "not_json"),
    ("an infinite number", body('{"name": 1e999}'), 400, "not_json"),
    ("a lone surrogate", body('{"name": "\\ud800"}'), 400, "not_json"),
    ("a lone surrogate in a key", body('{"name": "x", "\\udfff": 1}'), 400, "not_json"),
    ("a key given twice", body('{"name": "x", "name": "y"}'), 400, "does_not_fit"),
    ("more bytes than the operation takes", body('{"name": "' + "x" * 65_536 + '"}'), 413, "content_too_large"),
    ("more values than the operation takes", body("[" + "1," * 20_000 + "1]"), 413, "content_too_large"),
    ("bytes that are not UTF-8", body(b'{"name": "\xff"}'), 400, "not_json"),
    ("an integer of 5000 digits", body('{"name": ' + "1" * 5000 + "}"), 400, "not_json"),
    ("nesting 9000 deep", body("[" * 9000 + "]" * 9000), 400, "not_json"),
    ("a byte order mark", body(b'\xef\xbb\xbf{"name": "x"}'), 400, "not_json"),
    ("an array", body("[]"), 400, "does_not_fit"),
    ("NUL in a name", body('{"name": "a\\u0000b"}'), 400, "does_not_fit"),
    ("a line break in a name", body('{"name": "a\\nb"}'), 400, "does_not_fit"),
    ("an unknown field", body('{"name": "x", "colour": 1}'), 400, "does_not_fit"),
    ("an unsupported media type", body("<x/>", "text/xml"), 415, "unsupported_media_type"),
    ("a form where JSON belongs", body("name=x", "application/x-www-form-urlencoded"), 415, "unsupported_media_type"),
    ("another charset", body('{"name": "x"}', "application/json; charset=utf-16"), 415, "unsupported_media_type"),
]


@pytest.mark.parametrize(
    ("request_", "status", "code"), [row[1:] for row in MALFORMED], ids=[row[0] for row in MALFORMED]
)
def test_a_malformed_body_gets_a_declared_problem(
    client: httpx.Client, request_: dict[str, Any], status: int, code: str
) -> None:
    response = client.post("/albums", **request_)
    assert (response.status_code, response.json()["code"]) == (status, code)


QUERIES = [
    ("limit=0", "minimum"),
    ("limit=201", "maximum"),
    ("limit=1_0", "type"),
    ("limit=%207", "type"),
    ("limit=7.0", "type"),
    ("limit=" + "9" * 400, "type"),
    ("limit=1&limit=2", "repeated"),
    ("limit=", "type"),
    ("cursor=../etc", "pattern"),
    ("cursor=%00", "pattern"),
    ("visibility=public&visibility=public", "unique_items"),
    ("visibility=secret", "enum"),
    ("q=%00", "pattern"),
    ("surprise=1", "unknown_parameter"),
]


@pytest.mark.parametrize(("query", "code"), QUERIES)
def test_an_invalid_query_parameter_is_refused(client: httpx.Client, query: str, code: str) -> None:
    response = client.get(f"/albums?{query}")
    assert response.status_code == 400
    assert code in [error["code"] for error in response.json()["errors"]]


def test_a_query_that_is_not_utf8_is_refused(client: httpx.Client) -> None:
    assert client.get("/albums?q=%ff").status_code == 400


def test_all_errors_of_the_parameters_are_reported_at_once(client: httpx.Client) -> None:
    response = client.get("/albums?limit=0&cursor=x&surprise=1", headers={"X-Trace-Id": "no spaces please"})
    pointers = [error["pointer"] for error in response.json()["errors"]]
    assert sorted(pointers) == ["header/X-Trace-Id", "query/cursor", "query/limit", "query/surprise"]


def test_all_errors_of_a_body_are_reported_at_once(client: httpx.Client) -> None:
    response = client.post("/albums", json={"name": "", "visibility": "secret", "x": 1})
    pointers = {error["pointer"] for error in response.json()["errors"]}
    assert pointers == {"/name", "/visibility", "/x"}


def test_a_refused_value_is_never_repeated_in_the_response(client: httpx.Client) -> None:
    response = client.post("/users", json={"name": "ada", "role": "editor", "password": "hunter2"})
    assert response.status_code == 400
    assert "hunter2" not in response.text


def test_a_client_that_leaves_before_its_body_is_complete_is_no_fault_of_the_server(live: Live) -> None:
    observed: queue.Queue[tuple[str | None, int]] = queue.Queue()

    def observe(operation_id: str | None, status: int, _seconds: float) -> None:
        observed.put((operation_id, status))

    head = "POST /api/v1/albums HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
    with serve(live.studio, observe=observe) as served:
        address = httpx.URL(served.url)
        with socket.create_connection((address.host, address.port or 0)) as client:
            client.sendall(head.encode("ascii"))
        assert observed.get(timeout=30) == ("createAlbum", 499)


@pytest.mark.parametrize("path", ["/albums/", "/nothing", "/albums/a/b/c", "/Albums", "//albums", f"/albums/{ALBUM}/"])
def test_an_unknown_path_gets_a_problem(client: httpx.Client, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.headers["content-type"]) == (404, PROBLEM)
    assert response.json()["code"] == "no_such_path"


@pytest.mark.parametrize("path", ["/albums%0A", "/albums/%00", f"/albums/{ALBUM}%0a", "/%7f"])
def test_a_control_character_in_a_path_is_refused(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 400


@pytest.mark.parametrize(
    ("method", "path", "allow"),
    [
        ("PUT", "/albums", "GET, HEAD, POST"),
        ("OPTIONS", "/albums", "GET, HEAD, POST"),
        ("TRACE", "/health", "GET, HEAD"),
        ("POST", f"/albums/{ALBUM}", "DELETE, GET, HEAD, PATCH"),
        ("QUERY", "/albums", "GET, HEAD, POST"),
    ],
)
def test_a_method_that_is_not_allowed_gets_a_405_with_the_allowed_methods(
    client: httpx.Client, method: str, path: str, allow: str
) -> None:
    response = client.request(method, path)
    assert (response.status_code, response.headers["allow"], response.headers["content-type"]) == (405, allow, PROBLEM)


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        ("text/html", 406),
        ("application/json", 200),
        ("*/*", 200),
        ("text/html;q=0.9, application/*;q=0.1", 200),
        ("application/json;q=0", 406),
        ("", 200),
    ],
)
def test_the_accept_header_is_respected(client: httpx.Client, accept: str, status: int) -> None:
    assert client.get("/albums", headers={"Accept": accept}).status_code == status


def test_a_body_larger_than_the_limit_is_refused_before_it_is_read(client: httpx.Client) -> None:
    too_large = b'{"name": "' + b"x" * (5 * 1024 * 1024) + b'"}'
    assert client.post("/albums", **body(too_large)).status_code == 413


BLANK = b" " * 1024
LIMITS = [
    (None, "/auth/session", 16 * 1024),
    ("editor", "/albums", 64 * 1024),
    ("editor", "/jobs", 64 * 1024),
    ("editor", "/set-templates", 4096 * 1024),
]


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize(("role", "path", "limit"), LIMITS)
def test_a_body_may_be_as_large_as_its_operation_says(
    as_role: ClientFor, role: str | None, path: str, limit: int, *, chunked: bool
) -> None:
    client = as_role(role)

    def status(size: int) -> int:
        chunks = (BLANK[: size - sent] for sent in range(0, size, len(BLANK)))
        content = chunks if chunked else b"".join(chunks)
        return client.post(path, content=content, headers={"Content-Type": "application/json"}).status_code

    assert (status(limit), status(limit + 1)) == (400, 413)


@pytest.mark.parametrize("path", ["/set-templates", "/bug-reports", "/jobs"])
def test_a_large_body_of_an_unknown_caller_is_not_looked_at(as_role: ClientFor, path: str) -> None:
    large = body(b"[" + b"[]," * 1_000_000 + b"1]")
    assert as_role(None).post(path, **large).status_code == 401


@pytest.mark.parametrize("path", ["/set-templates", "/images"])
def test_an_unknown_caller_is_refused_before_a_large_body_arrives(live: Live, path: str) -> None:
    host, _, port = live.url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=5) as raw:
        raw.sendall(f"POST /api/v1{path} HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n".encode("ascii"))
        assert raw.recv(100).startswith(b"HTTP/1.1 401")


def test_a_chunked_body_is_counted_while_it_is_read(client: httpx.Client) -> None:
    def chunks() -> Any:
        for _ in range(80):
            yield b" " * 65536

    response = client.post("/albums", content=chunks(), headers={"Content-Type": "application/json"})
    assert response.status_code == 413


def test_an_invalid_content_length_is_refused(live: Live) -> None:
    host, _, port = live.url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=5) as raw:
        raw.sendall(b"POST /api/v1/albums HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n")
        assert raw.recv(100).startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize("sent", ["abcdefgh", "a" * 64, "trace-id_OK-123"])
def test_a_trace_id_is_accepted_and_returned(client: httpx.Client, sent: str) -> None:
    response = client.get("/albums/x", headers={"X-Trace-Id": sent})
    assert (response.headers["x-trace-id"], response.json()["trace_id"]) == (sent, sent)


def test_a_trace_id_is_generated_if_none_was_sent(client: httpx.Client) -> None:
    first, second = (client.get("/server").headers["x-trace-id"] for _ in range(2))
    assert len(first) == 32
    assert first != second


def test_head_responds_like_get_without_a_body(client: httpx.Client) -> None:
    response = client.head("/albums")
    assert (response.status_code, response.content) == (200, b"")


BODIES = [
    ("POST", "/albums", "application/json", b'{"name": "x"}'),
    ("PATCH", f"/albums/{ALBUM}", "application/merge-patch+json", b'{"name": "x"}'),
    ("PUT", f"/set-templates/{ALBUM}/rows", "text/csv", b"suit\r\nhearts\r\n"),
    ("POST", "/images", "multipart/form-data; boundary=b", b"--b--"),
]


@pytest.mark.parametrize(("method", "path", "media", "content"), BODIES)
def test_an_encoded_body_is_refused_and_identity_is_not(
    client: httpx.Client, method: str, path: str, media: str, content: bytes
) -> None:
    def code(coding: str) -> str | None:
        headers = {"Content-Type": media, "Content-Encoding": coding}
        code: str | None = client.request(method, path, content=content, headers=headers).json().get("code")
        return code

    assert {code(coding) for coding in ("gzip", "br", "GZIP", "identity, zstd", "x")} == {"unsupported_media_type"}
    assert {code(coding) for coding in ("identity", "Identity", "")}.isdisjoint({"unsupported_media_type"})


TITLE = b'--b\r\nContent-Disposition: form-data; name="title"\r\n\r\nx'
FORMS = [
    ("no boundary", b"x", "multipart/form-data"),
    ("a boundary that does not occur", b"x", "multipart/form-data; boundary=b"),
    (
        "a part without a name",
        TITLE.replace(b'; name="title"', b"") + b"\r\n--b--\r\n",
        "multipart/form-data; boundary=b",
    ),
    ("an incomplete part", TITLE, "multipart/form-data; boundary=b"),
    ("no file", TITLE + b"\r\n--b--\r\n", "multipart/form-data; boundary=b"),
    (
        "a text field instead of the file",
        TITLE.replace(b"title", b"file") + b"\r\n--b--\r\n",
        "multipart/form-data; boundary=b",
    ),
]


@pytest.mark.parametrize(("content", "media"), [row[1:] for row in FORMS], ids=[row[0] for row in FORMS])
def test_a_malformed_form_gets_a_400(client: httpx.Client, content: bytes, media: str) -> None:
    assert client.post("/images", **body(content, media)).status_code == 400


def test_authorization_comes_before_validation(as_role: ClientFor) -> None:
    assert as_role(None).post("/albums", json={"name": 7}).status_code == 401
    assert as_role("viewer").post("/albums", json={"name": 7}).status_code == 403


def test_the_segments_of_a_path_are_decoded(client: httpx.Client) -> None:
    album = client.post("/albums", json={"name": "Proofs"}).json()
    encoded = "".join(f"%{ord(letter):02x}" for letter in album["id"][:3]) + album["id"][3:]
    assert client.get(f"/%61lbums/{encoded}").json()["id"] == album["id"]
    assert client.get(f"/albums%2F{album['id']}").status_code == 404
