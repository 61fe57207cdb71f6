"""Passwords and secrets that only their names give away."""

from __future__ import annotations

import json
import string
from urllib.parse import quote

from tests.unit.redaction.corpus.builders import (
    BASE64,
    HEX,
    URLSAFE,
    Planter,
    app_state,
    description,
    fake,
    log_line,
    multipart,
    page_url,
    request,
    steps,
)

plant = Planter()

# Passwords
secret = "hunter" + "2" + "-blue"
plant(
    "password",
    "request body, JSON",
    secret,
    request(request_body={"kind": "password", "name": "ada", "password": secret}),
)
secret = "correct horse " + "battery staple"
plant(
    "password",
    "request body, JSON in a string",
    secret,
    request(request_body=json.dumps({"user": "ada", "newPassword": secret})),
)
secret = fake("form", 14)
plant("password", "request body, a form", secret, request(request_body=f"name=ada&password={secret}&remember=1"))
secret = quote("p&ss=w;rd " + fake("form 2", 8))
plant("password", "request body, an encoded form", secret, request(request_body=f"name=ada&passwd={secret}&remember=1"))
secret = fake("multipart", 14)
plant("password", "request body, multipart", secret, request(request_body=multipart("password", secret)))
secret = fake("cut", 14)
plant("password", "request body, JSON cut off", secret, request(request_body='{"name": "ada", "password": "' + secret))
secret = fake("xml", 14)
plant(
    "password",
    "request body, XML",
    secret,
    request(request_body=f"<login><name>ada</name><password>{secret}</password></login>"),
)
secret = fake("log pw", 12)
plant("password", "log line", secret, log_line(f"sign-in failed password={secret} user=ada trace=4bf92f3577b34da6"))
secret = fake("log pw 2", 12)
plant(
    "password",
    "log line, JSON in it",
    secret,
    log_line('POST /auth/session {"name":"ada","password":"' + secret + '"} 401'),
)
secret = fake("log pw 3", 12)
plant(
    "password",
    "log line, escaped JSON in it",
    secret,
    log_line('body "{\\"name\\":\\"ada\\",\\"password\\":\\"' + secret + '\\"}"'),
)
secret = fake("log pw 4", 12)
plant(
    "password",
    "log line, Python's repr",
    secret,
    log_line("KeyError in {'name': 'ada', 'password': '" + secret + "', 'n': 1}"),
)
secret = fake("prose pw", 10)
plant("password", "description, prose", secret, description(f"I typed my password: {secret} and nothing happened."))
secret = fake("prose pw 2", 10)
plant(
    "password",
    "expected behaviour, prose",
    secret,
    {"expected_behavior": f"My password is {secret}, so I should get in."},
)
secret = "velvet anvil " + "copper moth"
plant("password", "steps, a passphrase", secret, steps(f"Passphrase: {secret}"))
secret = fake("env", 16)
plant("password", "steps, an environment variable", secret, steps(f"export DB_PASSWORD={secret} && platemark up"))
secret = fake("number", 8, string.digits)[:8].replace("f", "4")
plant("password", "app state, a number", secret, app_state(form={"pin_code": int("9" + secret)}))
secret = fake("nested pw", 12)
plant(
    "password",
    "app state, deep in a field's state",
    secret,
    app_state(form={"password": {"value": secret, "error": "too short"}}),
)
secret = fake("html pw", 12)
plant(
    "password",
    "response body, HTML",
    secret,
    request(response_body=f'<input type="password" name="pw" value="{secret}">'),
)
secret = fake("german", 12)
plant("password", "description, German", secret, description(f"Mein Passwort: {secret} geht nicht."))
secret = fake("unicode name", 12)
plant("password", "request body, escaped name", secret, request(request_body='{"pass\\u0077ord": "' + secret + '"}'))
secret = fake("twice", 12)
plant(
    "password",
    "request body, given twice",
    secret,
    request(request_body='{"password": "' + secret + '", "password": ""}'),
)

# Secrets by name
secret = fake("client secret", 24)
plant("secret", "request body, JSON", secret, request(request_body={"client_id": "studio", "client_secret": secret}))
secret = fake("token query", 24)
plant("secret", "address of a request", secret, request(f"/api/v1/events?access_token={secret}&after=5"))
secret = fake("token fragment", 43, URLSAFE)
plant("secret", "address that was open, fragment", secret, page_url(f"http://127.0.0.1:8010/sign-in#token={secret}"))
secret = fake("token nested", 24)
plant(
    "secret",
    "address in an address",
    secret,
    request(f"/sign-in?next={quote(f'/albums?token={secret}&page=2', safe='')}"),
)
secret = fake("refresh", 40)
plant("secret", "response body, JSON", secret, request(response_body={"token_type": "bearer", "refreshToken": secret}))
secret = fake("token state", 30)
plant(
    "secret",
    "app state, JSON in a string",
    secret,
    app_state(storage={"auth": json.dumps({"user": "ada", "token": secret})}),
)
secret = fake("token log", 30)
plant("secret", "log data", secret, log_line("refreshing", data={"tokens": {"access_token": secret}}))
secret = fake("saml", 60, BASE64)
plant(
    "secret",
    "request body, a form",
    secret,
    request(
        request_body=f"RelayState=x&SAMLResponse={quote(secret, safe='')}&a=1".replace(quote(secret, safe=""), secret)
    ),
)
secret = fake("oauth code", 40)
plant(
    "secret",
    "address that was open, query",
    secret,
    page_url(f"https://studio.example.com/callback?code={secret}&lang=de"),
)
secret = fake("presigned", 64, HEX)
plant(
    "secret",
    "address of a request, signature",
    secret,
    request(f"https://s3.example.com/b/x.png?X-Amz-Date=20261122T093000Z&X-Amz-Signature={secret}"),
)
