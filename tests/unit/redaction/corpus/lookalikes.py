"""Harmless values that look like secrets and must be kept."""

from __future__ import annotations

import base64
import random
from collections.abc import Mapping
from typing import Any

from tests.unit.redaction.corpus.builders import (
    HEX,
    Lookalike,
    app_state,
    description,
    fake,
    log_line,
    page_url,
    request,
    request_headers,
    response_headers,
    steps,
)

UUID7 = "0192e4a0-7c00-7000-8000-000000000021"
COMMIT = "9fceb02d0ae598e95dc970b74767f19372d61af8"
TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
DIGEST = fake("an image", 64, HEX)
THUMBNAIL = base64.b64encode(random.Random(7).randbytes(600)).decode()
CURSOR = base64.urlsafe_b64encode(b'{"after":"0192e4a0-7c00-7000-8000","n":50}').rstrip(b"=").decode()


def _lookalike(title: str, text: str, fragment: Mapping[str, Any] | None = None) -> Lookalike:
    return Lookalike(title, text, description(text) if fragment is None else fragment)


LOOKALIKES = [
    _lookalike("a UUID", f"album {UUID7} stays empty"),
    _lookalike("a UUID in an address", f"/api/v1/albums/{UUID7}/images", request(f"/api/v1/albums/{UUID7}/images")),
    _lookalike("the id of a token", UUID7, app_state(token={"token_id": UUID7})),
    _lookalike("a trace id", TRACE, request(trace_id=TRACE, response_headers={"x-trace-id": TRACE})),
    _lookalike("a trace id in a log line", f"trace_id={TRACE}", log_line(f"GET /albums 500 trace_id={TRACE}")),
    _lookalike("a commit", COMMIT, {"environment": {"commit": COMMIT}}),
    _lookalike("a commit in prose", f"since {COMMIT} it fails"),
    _lookalike("a short commit", "38b5dc1: The house stands"),
    _lookalike("an image's digest", DIGEST, app_state(image={"digest": DIGEST})),
    _lookalike("an ETag", f'"{DIGEST}"', response_headers(ETag=f'"{DIGEST}"')),
    _lookalike(
        "a hash for subresources", "sha256-" + THUMBNAIL[:43] + "=", log_line(f'integrity="sha256-{THUMBNAIL[:43]}="')
    ),
    _lookalike("a thumbnail", THUMBNAIL, app_state(image={"thumbnail": f"data:image/webp;base64,{THUMBNAIL}"})),
    _lookalike("a cursor", CURSOR, request(f"/api/v1/images?cursor={CURSOR}&limit=50")),
    _lookalike("a cursor in an answer", CURSOR, request(response_body={"items": [], "next_cursor": CURSOR})),
    _lookalike("a page token", "CAUQAA", request(response_body={"nextPageToken": "CAUQAA"})),
    _lookalike(
        "a prompt of love", "a token of love, oil on canvas", app_state(prompt="a token of love, oil on canvas")
    ),
    _lookalike(
        "a prompt of a garden",
        "the secret garden at dawn, secret doors",
        app_state(prompt="the secret garden at dawn, secret doors"),
    ),
    _lookalike("a title with a colon", "The secret: moonlight"),
    _lookalike(
        "a prompt of a cookie", "Cookie: chocolate, on a plate", app_state(prompt="Cookie: chocolate, on a plate")
    ),
    _lookalike(
        "a prompt of a bearer", "bearer of good news, woodcut", app_state(prompt="bearer of good news, woodcut")
    ),
    _lookalike(
        "a prompt of keys", "a key, a password and a skeleton", app_state(prompt="a key, a password and a skeleton")
    ),
    _lookalike("tags", "secret, token, garden", app_state(tags="secret, token, garden")),
    _lookalike("a list of tags", '["secret", "garden"]', app_state(tags=["secret", "garden"])),
    _lookalike("a label in prose", "The password field is empty"),
    _lookalike(
        "a message on a password",
        "password: must have at least 10 characters",
        request(response_body="password: must have at least 10 characters"),
    ),
    _lookalike("another message on a password", "Your password is wrong."),
    _lookalike(
        "labels of a form", "Forgot password?", app_state(labels={"password": "Password", "hint": "Forgot password?"})
    ),
    _lookalike(
        "a pointer to a password",
        "/password",
        request(response_body={"errors": [{"pointer": "/password", "message": "is too short"}]}),
    ),
    _lookalike("whether there is a password", '"has_password": true', app_state(user={"has_password": True})),
    _lookalike(
        "when a password was changed",
        "2026-11-22T09:30:00Z",
        app_state(user={"password_changed_at": "2026-11-22T09:30:00Z"}),
    ),
    _lookalike("the kind of a token", "bearer", request(response_body={"token_type": "bearer"})),
    _lookalike("how many tokens", '"max_tokens": 77', app_state(engine={"max_tokens": 77, "prompt_tokens": 12})),
    _lookalike(
        "how many tokens, in a log line", "tokens=512 max_tokens: 77", log_line("engine done tokens=512 max_tokens: 77")
    ),
    _lookalike(
        "words for a text encoder",
        "<cat-toy>",
        app_state(train={"placeholder_token": "<cat-toy>", "initializer_token": "toy"}),
    ),
    _lookalike("a trigger word", "sks dog", app_state(train={"trigger_token": "sks dog"})),
    _lookalike("the prefix of a token", "pm_Xk3vQ", app_state(tokens=[{"name": "backup", "prefix": "pm_Xk3vQ"}])),
    _lookalike(
        "a seed like a card's number", '"seed": 4111111111111111', app_state(request={"seed": 4111111111111111})
    ),
    _lookalike(
        "a seed like a card's number, in a log line",
        "seed=4111111111111111",
        log_line("press: seed=4111111111111111 steps=4"),
    ),
    _lookalike("a number that fails Luhn's check", "4111111111111112 pixels"),
    _lookalike("a number of no issuer", "order 9999999999999995"),
    _lookalike("microseconds", "1764000000000009", app_state(at=1764000000000009)),
    _lookalike("a long decimal", "loss 0.4111111111111111", log_line("loss 0.4111111111111111 at step 40")),
    _lookalike("a version", "Python 3.11.7, Pillow 13.0.0, platemark 0.1.0+20261122"),
    _lookalike("a file's name", "sk-learn_notes_2026-final-version.png"),
    _lookalike("a picture for dense screens", "icon@2x.png and logo@3x.webp"),
    _lookalike(
        "a class of a spinner",
        "sk-fading-circle-with-twelve-dots",
        app_state(html='<div class="sk-fading-circle-with-twelve-dots">'),
    ),
    _lookalike("a time", "2026-11-22T09:29:58.123Z", log_line("at 2026-11-22T09:29:58.123Z")),
    _lookalike("an address with a port", "http://127.0.0.1:8010/#/albums", page_url("http://127.0.0.1:8010/#/albums")),
    _lookalike("Git's own user", "ssh://git@github.com/ada/plates.git"),
    _lookalike("an address's user alone", "https://ada@studio.example.com/"),
    _lookalike("the working folder", "PWD=/home/ada/plates", log_line("env PWD=/home/ada/plates")),
    _lookalike(
        "how fetch sends credentials",
        "same-origin",
        log_line('fetch("/x", {credentials: "same-origin"})', data={"credentials": "same-origin"}),
    ),
    _lookalike(
        "a call in a stack", "const token = getToken();", log_line("x", stack="at a.js:4\n  const token = getToken();")
    ),
    _lookalike(
        "a type in code", "password: string", log_line("x", stack="interface SignIn { name: string; password: string }")
    ),
    _lookalike("a placeholder", "password=${DB_PASSWORD}", steps("echo password=${DB_PASSWORD}")),
    _lookalike("what was masked before", "password=********", log_line("sign-in password=******** user=ada")),
    _lookalike(
        "a challenge",
        'Bearer realm="platemark", error="invalid_token"',
        response_headers(WWW_Authenticate='Bearer realm="platemark", error="invalid_token"'),
    ),
    _lookalike("an idempotency key", UUID7, request_headers(Idempotency_Key=UUID7)),
    _lookalike("a public key", "ssh-ed25519 " + THUMBNAIL[:60], description("my key is ssh-ed25519 " + THUMBNAIL[:60])),
    _lookalike("talk of a private key", "It shows BEGIN PRIVATE KEY and stops."),
    _lookalike("a path", "C:\\Users\\ada\\plates\\token.png"),
    _lookalike("an author", "author: Ada, authority: none, authored 2026"),
    _lookalike("keys of a keyboard", '"key": "Escape"', app_state(event={"key": "Escape", "code": "Escape"})),
    _lookalike("a primary key", '"primary_key": "id"', app_state(table={"primary_key": "id"})),
    _lookalike(
        "a status code",
        '"code": "album_not_found"',
        request(response_body={"code": "album_not_found", "status_code": 404}),
    ),
    _lookalike("a session's name", "training session 12: 40 steps"),
    _lookalike(
        "passes of an engine", '"render_pass": "beauty"', app_state(engine={"render_pass": "beauty", "pass": 3})
    ),
    _lookalike("base64 in basic English", "Basic information about plates"),
    _lookalike(
        "a query of words",
        "/api/v1/images?q=secret+token&label=password",
        request("/api/v1/images?q=secret+token&label=password"),
    ),
    _lookalike("tokens of a prompt", '["a</w>", "cat</w>"]', app_state(encoder={"tokens": ["a</w>", "cat</w>"]})),
]
