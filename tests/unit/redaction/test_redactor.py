"""The redactor: its counts and marks, bodies parsed by their type, and input of any shape."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from platemark.redaction import Redaction, Redactor
from tests.unit.redaction.corpus import SECRETS, fake, jwt, multipart, private_key

KEY = fake("a key", 36, prefix="gh" + "p_")


def clean(text: str, **options: Any) -> str:
    return Redactor(**options).text(text, "text")


def test_redactions_are_counted_by_kind_and_place_without_values() -> None:
    redactor = Redactor()
    redactor.text(f"{KEY} and password=hunter2", "description")
    redactor.text(f"{KEY} {KEY}", "description")
    redactor.headers({"Cookie": "a=1"}, "headers")
    assert redactor.redactions == [
        Redaction("github_token", "description", 3),
        Redaction("password", "description", 1),
        Redaction("cookie", "headers", 1),
    ]


def test_text_without_secrets_counts_nothing() -> None:
    redactor = Redactor()
    assert redactor.text("The album stays empty", "description") == "The album stays empty"
    assert redactor.redactions == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("password=hunter2 user=ada", "password=[redacted:password] user=ada"),
        ("password=hunter2, user=ada", "password=[redacted:password], user=ada"),
        ("password=hunter2&page=2", "password=[redacted:password]&page=2"),
        ("{password=hunter2,user=ada}", "{password=[redacted:password],user=ada}"),
        ("password=a&b;c,d user=ada", "password=[redacted:password] user=ada"),
        ("password='two words' user=ada", "password='[redacted:password]' user=ada"),
        ('{"password":"a\\"b","n":1}', '{"password":"[redacted:password]","n":1}'),
        ("**Password:** hunter2", "**Password:** [redacted:password]"),
        ("password := hunter2", "password := [redacted:password]"),
        ('the password "hunter2" fails', 'the password "[redacted:password]" fails'),
        ("the password was hunter2", "the password was [redacted:password]"),
        ("--token=abcdef --steps 4", "--token=[redacted:secret] --steps 4"),
        ("?next=%2Fa%3Ftoken%3Dabcdef%26page%3D2", "?next=%2Fa%3Ftoken%3D[redacted:secret]%26page%3D2"),
        ("Cookie: a=1; b=2\nHost: x", "Cookie: [redacted:cookie]\nHost: x"),
        ("-H 'Cookie: a=1; b=2' -v", "-H 'Cookie: [redacted:cookie]' -v"),
        ("Authorization: Bearer abc123 was sent", "Authorization: [redacted:authorization] was sent"),
        ("('authorization', 'Basic abc')", "('authorization', '[redacted:authorization]')"),
        ("postgresql://ada:pw@db/x", "postgresql://[redacted:url_credentials]@db/x"),
        (f"x={KEY}.", "x=[redacted:github_token]."),
        ("4111 1111 1111 1111", "[redacted:credit_card]"),
    ],
)
def test_only_the_secret_is_removed(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ask bob@example.com", "ask [redacted:email]"),
        ("ask bob%40example.com", "ask [redacted:email]"),
        ("ask ada@example.com", "ask ada@example.com"),
        ("ask ADA@Example.com", "ask ADA@Example.com"),
        ("clone git@github.com:ada/x.git", "clone git@github.com:ada/x.git"),
        ("react@18.2.0 icon@2x.png", "react@18.2.0 icon@2x.png"),
        ("redis://ada:pw@queue.example.com/0", "redis://[redacted:url_credentials]@queue.example.com/0"),
    ],
)
def test_email_addresses_are_removed_by_setting_except_known_ones(text: str, expected: str) -> None:
    assert clean(text, emails=True, known={"Ada@example.com"}) == expected
    if "redis" not in text:
        assert clean(text) == text


def test_marks_are_left_alone_and_forged_marks_hide_nothing() -> None:
    assert clean("password=[redacted:password]") == "password=[redacted:password]"
    assert "hunter2" not in clean("password=[redacted:password]hunter2")
    assert KEY not in clean(f"[redacted:{KEY}]")


@pytest.mark.parametrize(
    "name", ["Authorization", "authorization", "COOKIE", "Set-Cookie", "X-Api-Key", "x-csrf-token"]
)
def test_the_whole_value_of_a_secret_header_is_removed(name: str) -> None:
    redactor = Redactor()
    headers = redactor.headers({"Accept": "image/png", name: "some value"}, "headers")
    assert (headers["Accept"], headers[name].startswith("[redacted:")) == ("image/png", True)
    assert sum(redaction.count for redaction in redactor.redactions) == 1


def test_a_secret_in_a_header_name_is_removed_and_the_name_stays_valid() -> None:
    other = fake("another key", 36, prefix="gh" + "p_")
    headers = Redactor().headers({KEY: "1", other: "2"}, "headers")
    assert headers == {"redacted-github_token": "1", "redacted-github_token-": "2"}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/a?token=x1&page=2", "/a?token=[redacted:secret]&page=2"),
        ("/a#access_token=x1&page=2", "/a#access_token=[redacted:secret]&page=2"),
        ("https://ada:pw@h/a?b=c", "https://[redacted:url_credentials]@h/a?b=c"),
        ("https://[redacted:url_credentials]@h/a", "https://[redacted:url_credentials]@h/a"),
        ("/albums/7?q=secret+token", "/albums/7?q=secret+token"),
        ("/a?X-Api-Key=abc", "/a?X-Api-Key=[redacted:api_key]"),
        ("/a?pass%77ord=abc", "/a?pass%77ord=[redacted:password]"),
        (f"/a?x=%22{KEY}%22", "/a?x=[redacted:github_token]"),
        (f"/{KEY}/b", "/[redacted:github_token]/b"),
        ("http://[::1]:8010/?sid=5", "http://[::1]:8010/?sid=5"),
        ("not an address", "not an address"),
    ],
)
def test_only_the_secrets_of_urls_are_removed(url: str, expected: str) -> None:
    assert Redactor().url(url, "url") == expected


@pytest.mark.parametrize(
    ("body", "content_type", "expected"),
    [
        ('{"a": 1, "password": "x"}', "application/json", '{"a": 1, "password": "[redacted:password]"}'),
        ('{"a":1,"password":"x"}', "application/problem+json", '{"a":1,"password":"[redacted:password]"}'),
        ('{"a": 1.50,  "b": 2}', "application/json", '{"a": 1.50,  "b": 2}'),
        ('{"a": 1, "password": "x', "application/json", '{"a": 1, "password": "[redacted:password]'),
        ('{"a":1}\n{"password":"x"}', "application/x-ndjson", '{"a":1}\n{"password":"[redacted:password]"}'),
        ("a=1&password=x%20y", "application/x-www-form-urlencoded", "a=1&password=[redacted:password]"),
        ("a=1&password=x%20y", None, "a=1&password=[redacted:password]"),
        ("password=secret&b=1", None, "password=[redacted:password]&b=1"),
        ("password=x=y&b=", None, "password=[redacted:password]&b="),
        (
            multipart("password", "x y"),
            "multipart/form-data; boundary=XqZ4",
            multipart("password", "[redacted:password]"),
        ),
        (multipart("password", "x y"), None, multipart("password", "[redacted:password]")),
        (multipart("meta", '{"pin_code": 12345}'), None, multipart("meta", '{"pin_code": "[redacted:password]"}')),
        ("plain text", "text/plain", "plain text"),
        ("", "application/json", ""),
    ],
)
def test_bodies_are_parsed_by_their_type(body: str, content_type: str | None, expected: str) -> None:
    assert Redactor().body(body, "body", content_type) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"password": None, "token": "", "secret": False}, None),
        ({"password": 123456}, {"password": "[redacted:password]"}),
        ({"password": ["a1", "b2"]}, {"password": ["[redacted:password]"] * 2}),
        ({"password": {"old": "a1", "error": "bad"}}, {"password": {"old": "[redacted:password]", "error": "bad"}}),
        ({"password": "secret"}, {"password": "[redacted:password]"}),
        ({"password": "Password", "token": "none"}, None),
        ({"errors": {"password": ["is too short"], "token": "is gone"}}, None),
        ({"errors": {"password": "hunter2"}}, {"errors": {"password": "[redacted:password]"}}),
        ({"cookies": {"id": "5", "lang": "de"}}, {"cookies": {"id": "[redacted:cookie]", "lang": "[redacted:cookie]"}}),
        ({"token": {"id": "0192e4a0-7c00-7000-8000-000000000021", "name": "backup"}}, None),
        ([{"name": "x-api-key", "value": "abc"}], [{"name": "x-api-key", "value": "[redacted:api_key]"}]),
        ([{"name": "steps", "value": "40"}], None),
        ({"card_number": 4111111111111111}, {"card_number": "[redacted:credit_card]"}),
        ({"seed": 4111111111111111, "id": 4111111111111111}, None),
        ([1.5, True, None, 10**30, "x"], None),
    ],
)  # fmt: skip
def test_json_values_are_redacted_by_field_names(value: Any, expected: Any) -> None:
    assert Redactor().tree(value, "state") == (value if expected is None else expected)


def test_field_names_that_become_equal_keep_their_values() -> None:
    other = fake("another key", 36, prefix="gh" + "p_")
    redacted = Redactor().tree({KEY: 1, other: 2}, "state")
    assert redacted == {"[redacted:github_token]": 1, "[redacted:github_token] (2)": 2}


@pytest.mark.parametrize("wrap", [lambda value: [value], lambda value: {"a": value}, lambda value: {"data": [value]}])
def test_any_depth_is_supported(wrap: Any) -> None:
    value: Any = {"password": "hunter2"}
    for _ in range(20_000):
        value = wrap(value)
    redactor = Redactor()
    redactor.tree(value, "state")
    assert redactor.redactions == [Redaction("password", "state", 1)]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 50_000, '"' * 1001, '["' * 5000 + '"password":"x"'])
def test_json_too_deep_to_parse_is_treated_as_text(text: str) -> None:
    redacted = Redactor().body(text, "body", "application/json")
    assert '"x"' not in redacted


def test_the_input_is_not_modified() -> None:
    value = {"password": "hunter2", "list": [{"token": "abc1"}]}
    before = json.dumps(value)
    Redactor().tree(value, "state")
    assert json.dumps(value) == before


# Pieces that patterns begin with, so that what is drawn gets far into them.
PIECES = [
    *"=:\"'`&;,\\{}[]()<>/@% -_.\n\t\x00\ud800", "\\\"", "%3D", "%26", "://", "https://", "password", "token",
    "secret", "Cookie", "Authorization", "Bearer ", "Basic ", "is ", "a=1", "hunter2", "4111 1111 1111 1111",
    "[redacted:password]", "[redacted:", "name", "value", "<password>", "</password>", "<input ", "--", "-u ",
    "api_key", "X-Api-Key: ", KEY, jwt("piece"), private_key("piece")[0][:120], "-----BEGIN PRIVATE KEY-----",
    "-----END PRIVATE KEY-----", "ada@example.com", "\u0130", "密码",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=14).map("".join)
TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS | st.sampled_from(PIECES), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["text", "url", "form", "body"]))
def test_redacting_is_idempotent(text: str, method: str) -> None:
    once = getattr(Redactor(emails=True), method)(text, "x")
    second = Redactor(emails=True)
    assert getattr(second, method)(once, "x") == once
    assert second.redactions == []


@settings(max_examples=80, deadline=None)
@given(TREES)
def test_any_json_can_be_redacted_idempotently(value: Any) -> None:
    once = Redactor(emails=True).tree(value, "x")
    second = Redactor(emails=True)
    assert repr(second.tree(once, "x")) == repr(once)
    assert second.redactions == []


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from([row for row in SECRETS if "screenshot" not in row.fragment]),
    st.text(max_size=20),
    st.text(max_size=20),
)
def test_a_secret_is_removed_whatever_lines_surround_it(row: Any, before: str, after: str) -> None:
    description = row.fragment.get("description")
    if description is not None:
        assert row.secret not in clean(f"{before}\n{description}\n{after}")


# What makes a careless pattern try every way to split a text: it would take longer than a test may.
@pytest.mark.parametrize(
    "piece",
    [
        "a", "-", ".", "_", "\\", "\"", "'", "`", " ", "\t", "=", ":", "&", ";", ",", "{", "[", "<", "@", "%", "4",
        "eyJ", "a.", "a-", "a@", "a@b.", "a=", "a: ", "\\\"", "token=", "token=&", "password ", "password is ",
        "password: a ", "Cookie: ", "cookie: a=", "Authorization: ", "Authorization: Digest a=", "bearer ", "basic ",
        "a://", "a://b@", "a://b:", "?a=", "?a=%41&", "<a>", "<a ", "<input ", "<input a=\"",
        "-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----\nProc-Type:", "\"name\":\"", "sk-", "SG.a",
        "[redacted:password]", "[redacted:", "4111 ", "4111 1111 1111 1111 ", "--token ", "-u a:", "token:[\"a\",",
        "%3D", "a%3D", "boundary=", "--a\r\ncontent-disposition: name=", "{\"a\":\"", "[\"", "xoxb-", "key-", "0-us",
        "pm_", "ghp_",
    ],
)  # fmt: skip
def test_redaction_takes_linear_time(piece: str) -> None:
    text = piece * (150_000 // len(piece))
    redactor = Redactor(emails=True)
    redactor.text(text, "x")
    redactor.body(text, "x")
    redactor.url(text[:50_000], "x")
