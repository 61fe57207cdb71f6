"""What never gets past the door: each malformed request is a declared problem that names everything wrong with it."""

from __future__ import annotations

import socket
from typing import Any

import httpx
import pytest

from tests.conftest import ClientFor
from tests.serving import Live

ALBUM = "01a204f8-2f06-777b-b415-8da7fd61ae84"
PROBLEM = "application/problem+json"


def body(text: str | bytes, media: str = "application/json") -> dict[str, Any]:
    return {"content": text, "headers": {"Content-Type": media}}


MALFORMED = [
    ("nothing at all", body(""), 400, "body_missing"),
    ("half an object", body('{"name": "x"'), 400, "not_json"),
    ("NaN", body('{"name": NaN}'), 400, "not_json"),
    ("an infinite number", body('{"name": 1e999}'), 400, "not_json"),
    ("a lone surrogate", body('{"name": "\\ud800"}'), 400, "not_json"),
    ("bytes that are not UTF-8", body(b'{"name": "\xff"}'), 400, "not_json"),
    ("an integer of 5000 digits", body('{"name": ' + "1" * 5000 + "}"), 400, "not_json"),
    ("nesting 100 000 deep", body("[" * 100_000 + "]" * 100_000), 400, "not_json"),
    ("a byte order mark", body(b'\xef\xbb\xbf{"name": "x"}'), 400, "not_json"),
    ("an array", body("[]"), 400, "does_not_fit"),
    ("NUL in a name", body('{"name": "a\\u0000b"}'), 400, "does_not_fit"),
    ("a line break in a name", body('{"name": "a\\nb"}'), 400, "does_not_fit"),
    ("an unknown field", body('{"name": "x", "colour": 1}'), 400, "does_not_fit"),
    ("a media type that it does not take", body("<x/>", "text/xml"), 415, "unsupported_media_type"),
    ("a form where JSON belongs", body("name=x", "application/x-www-form-urlencoded"), 415, "unsupported_media_type"),
    ("another encoding", body('{"name": "x"}', "application/json; charset=utf-16"), 415, "unsupported_media_type"),
]


@pytest.mark.parametrize(
    ("request_", "status", "code"), [row[1:] for row in MALFORMED], ids=[row[0] for row in MALFORMED]
)
def test_a_malformed_body_is_a_declared_problem(
    client: httpx.Client, request_: dict[str, Any], status: int, code: str
) -> None:
    answer = client.post("/albums", **request_)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


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
def test_a_query_that_is_not_exact_is_refused(client: httpx.Client, query: str, code: str) -> None:
    answer = client.get(f"/albums?{query}")
    assert answer.status_code == 400
    assert code in [error["code"] for error in answer.json()["errors"]]


def test_a_query_that_is_not_utf8_is_refused(client: httpx.Client) -> None:
    assert client.get("/albums?q=%ff").status_code == 400


def test_every_error_of_a_request_is_named_at_once(client: httpx.Client) -> None:
    answer = client.get("/albums?limit=0&cursor=x&surprise=1", headers={"X-Trace-Id": "no spaces please"})
    pointers = [error["pointer"] for error in answer.json()["errors"]]
    assert sorted(pointers) == ["header/X-Trace-Id", "query/cursor", "query/limit", "query/surprise"]


def test_every_error_of_a_body_is_named_at_once(client: httpx.Client) -> None:
    answer = client.post("/albums", json={"name": "", "visibility": "secret", "x": 1})
    pointers = {error["pointer"] for error in answer.json()["errors"]}
    assert {"/name", "/visibility", ""} <= pointers


def test_a_refused_value_is_never_repeated(client: httpx.Client) -> None:
    answer = client.post("/users", json={"name": "ada", "role": "editor", "password": "hunter2"})
    assert answer.status_code == 400
    assert "hunter2" not in answer.text


@pytest.mark.parametrize("path", ["/albums/", "/nothing", "/albums/a/b/c", "/Albums", "//albums", f"/albums/{ALBUM}/"])
def test_an_unknown_path_is_a_problem(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, PROBLEM)
    assert answer.json()["code"] == "no_such_path"


@pytest.mark.parametrize("path", ["/albums%0A", "/albums/%00", f"/albums/{ALBUM}%0a", "/%7f"])
def test_a_control_character_in_a_path_never_reaches_the_router(client: httpx.Client, path: str) -> None:
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
def test_a_method_that_a_path_does_not_take_is_answered_with_all_that_it_takes(
    client: httpx.Client, method: str, path: str, allow: str
) -> None:
    answer = client.request(method, path)
    assert (answer.status_code, answer.headers["allow"], answer.headers["content-type"]) == (405, allow, PROBLEM)


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
def test_only_what_is_acceptable_is_sent(client: httpx.Client, accept: str, status: int) -> None:
    assert client.get("/albums", headers={"Accept": accept}).status_code == status


def test_a_body_beyond_the_limit_is_refused_before_it_is_read(client: httpx.Client) -> None:
    too_much = b'{"name": "' + b"x" * (5 * 1024 * 1024) + b'"}'
    assert client.post("/albums", **body(too_much)).status_code == 413


def test_a_body_that_hides_its_length_is_counted(client: httpx.Client) -> None:
    def chunks() -> Any:
        for _ in range(80):
            yield b" " * 65536

    answer = client.post("/albums", content=chunks(), headers={"Content-Type": "application/json"})
    assert answer.status_code == 413


def test_a_content_length_that_is_no_number_never_gets_through(live: Live) -> None:
    host, _, port = live.url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=5) as raw:
        raw.sendall(b"POST /api/v1/albums HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n")
        assert raw.recv(100).startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize("sent", ["abcdefgh", "a" * 64, "trace-id_OK-123"])
def test_a_trace_id_is_accepted_and_returned(client: httpx.Client, sent: str) -> None:
    answer = client.get("/albums/x", headers={"X-Trace-Id": sent})
    assert (answer.headers["x-trace-id"], answer.json()["trace_id"]) == (sent, sent)


def test_a_trace_id_is_made_up_where_there_is_none(client: httpx.Client) -> None:
    first, second = (client.get("/server").headers["x-trace-id"] for _ in range(2))
    assert len(first) == 32
    assert first != second


def test_head_answers_like_get_without_a_body(client: httpx.Client) -> None:
    answer = client.head("/albums")
    assert (answer.status_code, answer.content) == (200, b"")


TITLE = b'--b\r\nContent-Disposition: form-data; name="title"\r\n\r\nx'
FORMS = [
    ("no boundary", b"x", "multipart/form-data"),
    ("no such boundary", b"x", "multipart/form-data; boundary=b"),
    ("a nameless part", TITLE.replace(b'; name="title"', b"") + b"\r\n--b--\r\n", "multipart/form-data; boundary=b"),
    ("half a part", TITLE, "multipart/form-data; boundary=b"),
    ("no file", TITLE + b"\r\n--b--\r\n", "multipart/form-data; boundary=b"),
    ("a text for the file", TITLE.replace(b"title", b"file") + b"\r\n--b--\r\n", "multipart/form-data; boundary=b"),
]


@pytest.mark.parametrize(("content", "media"), [row[1:] for row in FORMS], ids=[row[0] for row in FORMS])
def test_a_broken_form_is_a_problem(client: httpx.Client, content: bytes, media: str) -> None:
    assert client.post("/images", **body(content, media)).status_code == 400


def test_who_may_not_come_in_does_not_learn_the_rules(as_role: ClientFor) -> None:
    assert as_role(None).post("/albums", json={"name": 7}).status_code == 401
    assert as_role("viewer").post("/albums", json={"name": 7}).status_code == 403
