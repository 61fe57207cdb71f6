"""Secrets in headers, cookies and sessions, and API keys by name."""

from __future__ import annotations

import base64
import json
import string

from tests.unit.redaction.corpus.builders import (
    HEX,
    URLSAFE,
    Planter,
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

plant = Planter()

# Authorization
secret = fake("auth 1", 32)
plant("authorization", "request header", secret, request_headers(Authorization=f"Bearer {secret}"))
secret = base64.b64encode(f"ada:{fake('basic', 12)}".encode()).decode()
plant("authorization", "request header, basic", secret, request_headers(authorization=f"Basic {secret}"))
secret = fake("digest", 32, HEX)
plant(
    "authorization",
    "request header, digest",
    secret,
    request_headers(Authorization=f'Digest username="ada", response="{secret}"'),
)
secret = fake("proxy", 24)
plant("authorization", "proxy header", secret, request_headers(Proxy_Authorization=f"Bearer {secret}"))
secret = fake("opaque", 12, string.ascii_lowercase)
plant("authorization", "header without scheme", secret, request_headers(Authorization=secret))
secret = fake("curl", 28)
plant(
    "authorization",
    "steps, a curl command",
    secret,
    steps(f"curl -H 'Authorization: Bearer {secret}' -d '{{}}' http://127.0.0.1:8010"),
)
secret = fake("curl user", 14)
plant("authorization", "steps, curl -u", secret, steps(f"curl -u ada:{secret} http://127.0.0.1:8010/api/v1/albums"))
secret = base64.b64encode(f"ada:{fake('basic log', 12)}".encode()).decode()
plant("authorization", "log line", secret, log_line(f"> GET /api/v1/albums Authorization: Basic {secret} 401"))
secret = fake("sigv4", 64, HEX)
plant(
    "authorization", "log line, signed request", secret,
    log_line(f"Authorization: AWS4-HMAC-SHA256 Credential=ada/20261122/s3, SignedHeaders=host, Signature={secret}"),
)  # fmt: skip
secret = fake("har auth", 30)
plant(
    "authorization",
    "app state, pairs",
    secret,
    app_state(headers=[{"name": "Authorization", "value": f"Bearer {secret}"}]),
)
secret = fake("pairs auth", 30)
plant(
    "authorization",
    "log data, lists",
    secret,
    log_line("sent", data=[["accept", "*/*"], ["authorization", f"Token {secret}"]]),
)

# Bearer, by its shape alone
secret = fake("bearer 1", 40, URLSAFE)
plant("bearer", "description", secret, description(f"It says that bearer {secret} is not accepted."))
secret = fake("bearer 2", 40, URLSAFE)
plant("bearer", "network error", secret, request(error=f"401 for Bearer {secret}"))
secret = fake("bearer 3", 40, URLSAFE)
plant("bearer", "a header of another name", secret, request_headers(X_Forwarded_Auth_Line=f"bearer {secret}"))

# Cookies
secret = fake("cookie 1", 43, URLSAFE)
plant("cookie", "request header", secret, request_headers(Cookie=f"theme=dark; platemark_session={secret}"))
secret = fake("cookie 2", 43, URLSAFE)
plant(
    "cookie",
    "response header",
    secret,
    response_headers(Set_Cookie=f"platemark_session={secret}; Path=/; HttpOnly; SameSite=Lax"),
)
secret = fake("cookie 3", 20)
plant("cookie", "log line", secret, log_line(f"request headers: Cookie: lang=de; id={secret}; x=1\nhost: 127.0.0.1"))
secret = fake("cookie 4", 20)
plant("cookie", "actual behaviour", secret, {"actual_behavior": f'document.cookie = "lang=de; id={secret}" was shown'})
secret = fake("cookie 5", 26)
plant("cookie", "app state", secret, app_state(request={"cookies": {"lang": "de", "id": secret}}))
secret = fake("cookie 6", 26)
plant(
    "cookie",
    "response body, JSON in a string",
    secret,
    request(response_body=json.dumps({"set-cookie": [f"id={secret}; Path=/"]})),
)

# Sessions and CSRF
secret = fake("csrf 1", 64, HEX)
plant("session", "request header", secret, request_headers(X_CSRF_Token=secret))
secret = fake("csrf 2", 64, HEX)
plant(
    "session",
    "response body, as getAuthStatus answers",
    secret,
    request(response_body={"role": "admin", "csrf_token": secret}),
)
secret = fake("session 1", 26)
plant("session", "log line", secret, log_line(f"PHPSESSID={secret}; path=/"))
secret = fake("session 2", 32, HEX)
plant("session", "address that was open", secret, page_url(f"http://127.0.0.1:8010/?session_id={secret}#/albums"))
secret = fake("session 3", 24)
plant("session", "app state", secret, app_state(user={"sessionId": secret, "name": "ada"}))
secret = fake("csrf 3", 32)
plant(
    "session",
    "response body, HTML",
    secret,
    request(response_body=f'<html><meta name="csrf-token" content="{secret}"></html>'),
)

# API keys by name
secret = fake("api key 1", 32)
plant("api_key", "request header", secret, request_headers(X_Api_Key=secret))
secret = fake("api key 2", 24)
plant(
    "api_key", "address of a request", secret, request(f"https://api.example.com/v1/images?api_key={secret}&size=512")
)
secret = fake("api key 3", 24)
plant("api_key", "app state", secret, app_state(settings={"engines": [{"name": "remote", "apiKey": secret}]}))
secret = fake("api key 4", 24)
plant("api_key", "steps, an option", secret, steps(f"platemark run-set tarot --api-key {secret} --steps 4"))
secret = fake("api key 5", 24)
plant(
    "api_key",
    "stack",
    secret,
    log_line("failed", stack=f"Error: refused\n    at fetch (https://h.example/x.js?apikey={secret}:4:2)"),
)
secret = fake("api key 6", 20)
plant(
    "api_key",
    "description, YAML",
    secret,
    description(f"My settings:\nengine:\n  name: remote\n  api_key: {secret}\n  steps: 20"),
)
