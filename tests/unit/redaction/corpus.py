"""Secrets as they get into bug reports, and what looks like them and is none. Plain data for every test that needs it.

No secret stands here as one literal: each is made up from its prefix and letters drawn from its own name.
"""

from __future__ import annotations

import base64
import io
import json
import random
import string
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from PIL import Image
from PIL.PngImagePlugin import PngInfo

ALNUM = string.ascii_letters + string.digits
URLSAFE = ALNUM + "-_"
HEX = "0123456789abcdef"
UPPER = string.ascii_uppercase + string.digits
BASE64 = ALNUM + "+/"


@dataclass(frozen=True)
class Planted:
    """A ``secret`` of a ``kind`` in a ``place`` of a submission; ``fragment`` holds the fields that hold it."""

    kind: str
    place: str
    secret: str
    fragment: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.kind} in {self.place}"


@dataclass(frozen=True)
class Lookalike:
    """Something harmless: ``kept`` stands in ``fragment`` and must still be there afterwards, as it was."""

    what: str
    kept: str
    fragment: Mapping[str, Any]

    def __str__(self) -> str:
        return self.what


def submission_with(row: Planted | Lookalike) -> dict[str, Any]:
    """A valid submission that holds what ``row`` plants."""
    return {"description": "The album stays empty", "environment": {"mode": "production"}, **row.fragment}


def made(name: str, length: int, alphabet: str = ALNUM, prefix: str = "") -> str:
    """``prefix`` and ``length`` characters, always the same for a ``name``, with a digit and a letter among them."""
    chosen = random.Random(name)
    drawn = "".join(chosen.choice(alphabet) for _ in range(length - 2))
    return prefix + drawn + ("7" if "7" in alphabet else drawn[0]) + ("F" if "F" in alphabet else "f")


def said(text: str) -> dict[str, Any]:
    return {"description": text}


def stepped(text: str) -> dict[str, Any]:
    return {"steps_to_reproduce": ["Open the album", text]}


def logged(message: str, **more: Any) -> dict[str, Any]:
    return {"recent_logs": [{"level": "error", "message": message, "timestamp": "2026-11-22T09:29:58Z", **more}]}


def asked(url: str = "/api/v1/albums", **more: Any) -> dict[str, Any]:
    return {"network_events": [{"method": "POST", "url": url, "status": 500, **more}]}


def sent(**headers: str) -> dict[str, Any]:
    return asked(request_headers={name.replace("_", "-"): value for name, value in headers.items()})


def came(**headers: str) -> dict[str, Any]:
    return asked(response_headers={name.replace("_", "-"): value for name, value in headers.items()})


def state(**fields: Any) -> dict[str, Any]:
    return {"app_state": fields}


def opened(address: str) -> dict[str, Any]:
    return {"client_meta": {"location_href": address}}


def multipart(name: str, value: str) -> str:
    part = '--XqZ4\r\nContent-Disposition: form-data; name="{}"\r\n\r\n{}\r\n'
    return part.format("title", "Proofs") + part.format(name, value) + "--XqZ4--\r\n"


def jwt(name: str) -> str:
    def segment(value: object) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    head = {"alg": "HS256", "typ": "JWT"}
    return ".".join((segment(head), segment({"sub": name, "iat": 1764000000}), made(name, 43, URLSAFE)))


def private_key(name: str, kind: str = "RSA ") -> tuple[str, str]:
    """A block, and the line in its middle."""
    lines = [made(f"{name}{number}", 64, BASE64) for number in range(6)]
    edges = "-----{} " + kind + "PRIVATE " + "KEY-----"
    return "\n".join([edges.format("BEGIN"), *lines, made(name, 20, BASE64) + "==", edges.format("END")]), lines[3]


def png(info: PngInfo | None = None, behind: bytes = b"", exif: bytes = b"") -> str:
    out = io.BytesIO()
    Image.frombytes("RGB", (32, 24), random.Random(7).randbytes(3 * 32 * 24)).save(out, "PNG", pnginfo=info, exif=exif)
    return "data:image/png;base64," + base64.b64encode(out.getvalue() + behind).decode()


def in_text_chunk(secret: str) -> str:
    info = PngInfo()
    info.add_text("Comment", f"session {secret}")
    return png(info)


def in_exif(secret: str) -> str:
    exif = Image.Exif()
    exif[0x010E] = f"made with {secret}"
    return png(exif=exif.tobytes())


def _secrets() -> list[Planted]:
    rows: list[Planted] = []

    def plant(kind: str, place: str, secret: str, fragment: Mapping[str, Any]) -> None:
        rows.append(Planted(kind, place, secret, fragment))

    # Authorization
    secret = made("auth 1", 32)
    plant("authorization", "request header", secret, sent(Authorization=f"Bearer {secret}"))
    secret = base64.b64encode(f"ada:{made('basic', 12)}".encode()).decode()
    plant("authorization", "request header, basic", secret, sent(authorization=f"Basic {secret}"))
    secret = made("digest", 32, HEX)
    plant(
        "authorization",
        "request header, digest",
        secret,
        sent(Authorization=f'Digest username="ada", response="{secret}"'),
    )
    secret = made("proxy", 24)
    plant("authorization", "proxy header", secret, sent(Proxy_Authorization=f"Bearer {secret}"))
    secret = made("opaque", 12, string.ascii_lowercase)
    plant("authorization", "header without scheme", secret, sent(Authorization=secret))
    secret = made("curl", 28)
    plant(
        "authorization",
        "steps, a curl command",
        secret,
        stepped(f"curl -H 'Authorization: Bearer {secret}' -d '{{}}' http://127.0.0.1:8010"),
    )
    secret = made("curl user", 14)
    plant(
        "authorization", "steps, curl -u", secret, stepped(f"curl -u ada:{secret} http://127.0.0.1:8010/api/v1/albums")
    )
    secret = base64.b64encode(f"ada:{made('basic log', 12)}".encode()).decode()
    plant("authorization", "log line", secret, logged(f"> GET /api/v1/albums Authorization: Basic {secret} 401"))
    secret = made("sigv4", 64, HEX)
    plant(
        "authorization", "log line, signed request", secret,
        logged(f"Authorization: AWS4-HMAC-SHA256 Credential=ada/20261122/s3, SignedHeaders=host, Signature={secret}"),
    )  # fmt: skip
    secret = made("har auth", 30)
    plant(
        "authorization",
        "app state, pairs",
        secret,
        state(headers=[{"name": "Authorization", "value": f"Bearer {secret}"}]),
    )
    secret = made("pairs auth", 30)
    plant(
        "authorization",
        "log data, lists",
        secret,
        logged("sent", data=[["accept", "*/*"], ["authorization", f"Token {secret}"]]),
    )

    # Bearer, by its shape alone
    secret = made("bearer 1", 40, URLSAFE)
    plant("bearer", "description", secret, said(f"It says that bearer {secret} is not accepted."))
    secret = made("bearer 2", 40, URLSAFE)
    plant("bearer", "network error", secret, asked(error=f"401 for Bearer {secret}"))
    secret = made("bearer 3", 40, URLSAFE)
    plant("bearer", "a header of another name", secret, sent(X_Forwarded_Auth_Line=f"bearer {secret}"))

    # Cookies
    secret = made("cookie 1", 43, URLSAFE)
    plant("cookie", "request header", secret, sent(Cookie=f"theme=dark; platemark_session={secret}"))
    secret = made("cookie 2", 43, URLSAFE)
    plant(
        "cookie",
        "response header",
        secret,
        came(Set_Cookie=f"platemark_session={secret}; Path=/; HttpOnly; SameSite=Lax"),
    )
    secret = made("cookie 3", 20)
    plant("cookie", "log line", secret, logged(f"request headers: Cookie: lang=de; id={secret}; x=1\nhost: 127.0.0.1"))
    secret = made("cookie 4", 20)
    plant(
        "cookie", "actual behaviour", secret, {"actual_behavior": f'document.cookie = "lang=de; id={secret}" was shown'}
    )
    secret = made("cookie 5", 26)
    plant("cookie", "app state", secret, state(request={"cookies": {"lang": "de", "id": secret}}))
    secret = made("cookie 6", 26)
    plant(
        "cookie",
        "response body, JSON in a string",
        secret,
        asked(response_body=json.dumps({"set-cookie": [f"id={secret}; Path=/"]})),
    )

    # Sessions and CSRF
    secret = made("csrf 1", 64, HEX)
    plant("session", "request header", secret, sent(X_CSRF_Token=secret))
    secret = made("csrf 2", 64, HEX)
    plant(
        "session",
        "response body, as getAuthStatus answers",
        secret,
        asked(response_body={"role": "admin", "csrf_token": secret}),
    )
    secret = made("session 1", 26)
    plant("session", "log line", secret, logged(f"PHPSESSID={secret}; path=/"))
    secret = made("session 2", 32, HEX)
    plant("session", "address that was open", secret, opened(f"http://127.0.0.1:8010/?session_id={secret}#/albums"))
    secret = made("session 3", 24)
    plant("session", "app state", secret, state(user={"sessionId": secret, "name": "ada"}))
    secret = made("csrf 3", 32)
    plant(
        "session",
        "response body, HTML",
        secret,
        asked(response_body=f'<html><meta name="csrf-token" content="{secret}"></html>'),
    )

    # API keys by name
    secret = made("api key 1", 32)
    plant("api_key", "request header", secret, sent(X_Api_Key=secret))
    secret = made("api key 2", 24)
    plant(
        "api_key", "address of a request", secret, asked(f"https://api.example.com/v1/images?api_key={secret}&size=512")
    )
    secret = made("api key 3", 24)
    plant("api_key", "app state", secret, state(settings={"engines": [{"name": "remote", "apiKey": secret}]}))
    secret = made("api key 4", 24)
    plant("api_key", "steps, an option", secret, stepped(f"platemark run-set tarot --api-key {secret} --steps 4"))
    secret = made("api key 5", 24)
    plant(
        "api_key",
        "stack",
        secret,
        logged("failed", stack=f"Error: refused\n    at fetch (https://h.example/x.js?apikey={secret}:4:2)"),
    )
    secret = made("api key 6", 20)
    plant(
        "api_key",
        "description, YAML",
        secret,
        said(f"My settings:\nengine:\n  name: remote\n  api_key: {secret}\n  steps: 20"),
    )

    # Passwords
    secret = "hunter" + "2" + "-blue"
    plant(
        "password",
        "request body, JSON",
        secret,
        asked(request_body={"kind": "password", "name": "ada", "password": secret}),
    )
    secret = "correct horse " + "battery staple"
    plant(
        "password",
        "request body, JSON in a string",
        secret,
        asked(request_body=json.dumps({"user": "ada", "newPassword": secret})),
    )
    secret = made("form", 14)
    plant("password", "request body, a form", secret, asked(request_body=f"name=ada&password={secret}&remember=1"))
    secret = quote("p&ss=w;rd " + made("form 2", 8))
    plant(
        "password", "request body, an encoded form", secret, asked(request_body=f"name=ada&passwd={secret}&remember=1")
    )
    secret = made("multipart", 14)
    plant("password", "request body, multipart", secret, asked(request_body=multipart("password", secret)))
    secret = made("cut", 14)
    plant(
        "password", "request body, JSON cut off", secret, asked(request_body='{"name": "ada", "password": "' + secret)
    )
    secret = made("xml", 14)
    plant(
        "password",
        "request body, XML",
        secret,
        asked(request_body=f"<login><name>ada</name><password>{secret}</password></login>"),
    )
    secret = made("log pw", 12)
    plant("password", "log line", secret, logged(f"sign-in failed password={secret} user=ada trace=4bf92f3577b34da6"))
    secret = made("log pw 2", 12)
    plant(
        "password",
        "log line, JSON in it",
        secret,
        logged('POST /auth/session {"name":"ada","password":"' + secret + '"} 401'),
    )
    secret = made("log pw 3", 12)
    plant(
        "password",
        "log line, escaped JSON in it",
        secret,
        logged('body "{\\"name\\":\\"ada\\",\\"password\\":\\"' + secret + '\\"}"'),
    )
    secret = made("log pw 4", 12)
    plant(
        "password",
        "log line, Python's repr",
        secret,
        logged("KeyError in {'name': 'ada', 'password': '" + secret + "', 'n': 1}"),
    )
    secret = made("prose pw", 10)
    plant("password", "description, prose", secret, said(f"I typed my password: {secret} and nothing happened."))
    secret = made("prose pw 2", 10)
    plant(
        "password",
        "expected behaviour, prose",
        secret,
        {"expected_behavior": f"My password is {secret}, so I should get in."},
    )
    secret = "velvet anvil " + "copper moth"
    plant("password", "steps, a passphrase", secret, stepped(f"Passphrase: {secret}"))
    secret = made("env", 16)
    plant("password", "steps, an environment variable", secret, stepped(f"export DB_PASSWORD={secret} && platemark up"))
    secret = made("number", 8, string.digits)[:8].replace("f", "4")
    plant("password", "app state, a number", secret, state(form={"pin_code": int("9" + secret)}))
    secret = made("nested pw", 12)
    plant(
        "password",
        "app state, deep in a field's state",
        secret,
        state(form={"password": {"value": secret, "error": "too short"}}),
    )
    secret = made("html pw", 12)
    plant(
        "password",
        "response body, HTML",
        secret,
        asked(response_body=f'<input type="password" name="pw" value="{secret}">'),
    )
    secret = made("german", 12)
    plant("password", "description, German", secret, said(f"Mein Passwort: {secret} geht nicht."))
    secret = made("unicode name", 12)
    plant("password", "request body, escaped name", secret, asked(request_body='{"pass\\u0077ord": "' + secret + '"}'))
    secret = made("twice", 12)
    plant(
        "password",
        "request body, given twice",
        secret,
        asked(request_body='{"password": "' + secret + '", "password": ""}'),
    )

    # Secrets by name
    secret = made("client secret", 24)
    plant("secret", "request body, JSON", secret, asked(request_body={"client_id": "studio", "client_secret": secret}))
    secret = made("token query", 24)
    plant("secret", "address of a request", secret, asked(f"/api/v1/events?access_token={secret}&after=5"))
    secret = made("token fragment", 43, URLSAFE)
    plant("secret", "address that was open, fragment", secret, opened(f"http://127.0.0.1:8010/sign-in#token={secret}"))
    secret = made("token nested", 24)
    plant(
        "secret",
        "address in an address",
        secret,
        asked(f"/sign-in?next={quote(f'/albums?token={secret}&page=2', safe='')}"),
    )
    secret = made("refresh", 40)
    plant(
        "secret", "response body, JSON", secret, asked(response_body={"token_type": "bearer", "refreshToken": secret})
    )
    secret = made("token state", 30)
    plant(
        "secret",
        "app state, JSON in a string",
        secret,
        state(storage={"auth": json.dumps({"user": "ada", "token": secret})}),
    )
    secret = made("token log", 30)
    plant("secret", "log data", secret, logged("refreshing", data={"tokens": {"access_token": secret}}))
    secret = made("saml", 60, BASE64)
    plant(
        "secret",
        "request body, a form",
        secret,
        asked(
            request_body=f"RelayState=x&SAMLResponse={quote(secret, safe='')}&a=1".replace(
                quote(secret, safe=""), secret
            )
        ),
    )
    secret = made("oauth code", 40)
    plant(
        "secret",
        "address that was open, query",
        secret,
        opened(f"https://studio.example.com/callback?code={secret}&lang=de"),
    )
    secret = made("presigned", 64, HEX)
    plant(
        "secret",
        "address of a request, signature",
        secret,
        asked(f"https://s3.example.com/b/x.png?X-Amz-Date=20261122T093000Z&X-Amz-Signature={secret}"),
    )

    # Keys by shape, in places of all sorts
    secret = jwt("jwt 1")
    plant("jwt", "description", secret, said(f"The page showed {secret} instead of my name."))
    secret = jwt("jwt 2")
    plant("jwt", "log line", secret, logged(f"token expired: {secret}"))
    secret = jwt("jwt 3")
    plant("jwt", "app state, no telling name", secret, state(cache={"entries": [{"k": "who", "v": secret}]}))
    secret = jwt("jwt 4")
    plant("jwt", "path of a request", secret, asked(f"https://h.example.com/verify/{secret}/done"))
    secret = made("aws 1", 16, UPPER, "AK" + "IA")
    plant("aws_key", "description", secret, said(f"I use {secret} for the bucket."))
    secret = made("aws 2", 16, UPPER, "AS" + "IA")
    plant("aws_key", "log line", secret, logged(f"SignatureDoesNotMatch for {secret}"))
    secret = made("aws 3", 40, BASE64)
    plant("aws_key", "steps, an environment variable", secret, stepped(f"export AWS_SECRET_ACCESS_KEY={secret}"))
    secret = made("github 1", 36, ALNUM, "gh" + "p_")
    plant("github_token", "steps", secret, stepped(f"git clone https://github.com/ada/x with {secret}"))
    secret = made("github 2", 36, ALNUM, "gh" + "s_")
    plant("github_token", "response body", secret, asked(response_body={"note": f"pushed with {secret}"}))
    secret = made("github 3", 60, ALNUM, "github" + "_pat_")
    plant("github_token", "a name in the app state", secret, state(seen={secret: True}))
    secret = made("github 4", 36, ALNUM, "gh" + "o_")
    plant("github_token", "after an escaped newline", secret, asked(response_body="line 1\\n" + secret + "\\nline 3"))
    secret = made("slack 1", 40, ALNUM, "xo" + "xb-123456789012-")
    plant("slack_token", "log line", secret, logged(f"posting with {secret} failed"))
    secret = "/".join((made("slack 2", 9, UPPER, "T"), made("slack 3", 9, UPPER, "B"), made("slack 4", 24)))
    plant("webhook", "address of a request", secret, asked(f"https://hooks.slack.com/services/{secret}"))
    secret = made("discord", 68, URLSAFE)
    plant(
        "webhook",
        "network error",
        secret,
        asked(error=f"POST https://discord.com/api/webhooks/123456789012345678/{secret} 404"),
    )
    secret = made("stripe", 24, ALNUM, "sk_" + "live_")
    plant("stripe_key", "app state", secret, state(billing={"note": secret}))
    secret = made("google", 35, URLSAFE, "AI" + "za")
    plant("google_key", "address of a request", secret, asked(f"https://maps.example.com/api?key={secret}&v=3"))
    secret = made("google 2", 60, URLSAFE, "ya" + "29.")
    plant("google_key", "request header", secret, sent(X_Upstream=secret))
    secret = made("openai", 48, ALNUM, "sk" + "-")
    plant("ai_key", "description", secret, said(f"With {secret} the engine says 401"))
    secret = made("anthropic", 80, URLSAFE, "sk" + "-ant-api03-")
    plant("ai_key", "log data", secret, logged("engine", data={"argv": ["run", secret]}))
    secret = made("hf", 34, ALNUM, "hf" + "_")
    plant("ai_key", "environment of the client", secret, {"environment": {"mode": f"production {secret}"}})
    secret = made("gitlab", 20, URLSAFE, "gl" + "pat-")
    plant("gitlab_token", "stack", secret, logged("failed", stack=f"Error\n    at clone ({secret})"))
    secret = made("npm", 36, ALNUM, "np" + "m_")
    plant("package_token", "steps", secret, stepped(f"//registry.npmjs.org/:_authToken={secret}"))
    secret = made("pypi", 120, URLSAFE, "py" + "pi-AgEIcHlwaS5vcmc")
    plant("package_token", "description", secret, said(f"twine upload -p {secret}"))
    secret = f"SG.{made('sendgrid', 22, URLSAFE)}.{made('sendgrid 2', 43, URLSAFE)}"
    plant("mail_key", "log line", secret, logged(f"mail refused ({secret})"))
    secret = made("twilio", 32, HEX, "S" + "K")
    plant("twilio_key", "app state, a list", secret, state(parts=["AC", secret]))
    secret = made("digitalocean", 64, HEX, "dop" + "_v1_")
    plant("service_key", "user agent", secret, {"client_meta": {"user_agent": f"studio/1.0 ({secret})"}})
    secret = made("vault", 90, URLSAFE, "hv" + "s.")
    plant("service_key", "response header", secret, came(X_Info=secret))
    secret = made("platemark 1", 43, URLSAFE, "pm" + "_")
    plant("api_token", "description", secret, said(f"platemark token create gave me {secret} and then it broke"))
    secret = made("platemark 2", 43, URLSAFE, "pm" + "_")
    plant(
        "api_token",
        "response body, as createApiToken answers",
        secret,
        asked(response_body={"prefix": secret[:8], "value": secret}),
    )

    # Private keys
    block, line = private_key("rsa")
    plant("private_key", "description", line, said(f"I pasted this:\n{block}\nand it broke."))
    block, line = private_key("openssh", "OPENSSH ")
    plant("private_key", "log line, escaped newlines", line, logged("read " + block.replace("\n", "\\n")))
    block, line = private_key("ec", "EC ")
    plant("private_key", "request body, JSON", line, asked(request_body={"tls": {"pem": block}}))
    block, line = private_key("cut key")
    plant("private_key", "app state, cut off", line, state(file={"text": block[:360]}))

    # Cards
    plant(
        "credit_card", "description", "4111 1111 " + "1111 1111", said("I paid with 4111 1111 " + "1111 1111, twice.")
    )
    plant(
        "credit_card",
        "request body, JSON",
        "5555555555" + "554444",
        asked(request_body={"pan": "5555555555" + "554444"}),
    )
    plant(
        "credit_card",
        "app state, a number",
        "40128888" + "88881881",
        state(order={"paid_with": int("40128888" + "88881881")}),
    )
    plant(
        "credit_card",
        "request body, a form",
        "3782822463" + "10005",
        asked(request_body="holder=Ada&pan=3782822463" + "10005"),
    )
    plant("credit_card", "log line", "6011-1111-" + "1111-1117", logged("charge 6011-1111-" + "1111-1117 refused"))

    # In addresses before the host
    secret = made("dsn", 16)
    plant(
        "url_credentials",
        "log line",
        secret,
        logged(f"cannot connect to postgresql://platemark:{secret}@db:5432/platemark"),
    )
    secret = made("redis", 16)
    plant(
        "url_credentials", "steps", secret, stepped(f"PLATEMARK_BROKER_URL=redis://:{secret}@queue:6379/0 platemark up")
    )
    secret = made("userinfo", 16)
    plant(
        "url_credentials",
        "address of a request",
        secret,
        asked(f"https://ada:{secret}@studio.example.com/api/v1/albums"),
    )
    secret = made("userinfo token", 40)
    plant(
        "url_credentials",
        "stack",
        secret,
        logged("failed", stack=f"Error\n    at https://{secret}@h.example.com/x.js:1:1"),
    )

    # In the screenshot's file
    secret = made("shot 1", 40)
    plant("screenshot", "text of the PNG", secret, {"screenshot": in_text_chunk(secret)})
    secret = made("shot 2", 40)
    plant("screenshot", "EXIF of the PNG", secret, {"screenshot": in_exif(secret)})
    secret = made("shot 3", 40)
    plant("screenshot", "behind the PNG's end", secret, {"screenshot": png(behind=secret.encode())})
    return rows


SECRETS = _secrets()

UUID7 = "0192e4a0-7c00-7000-8000-000000000021"
COMMIT = "9fceb02d0ae598e95dc970b74767f19372d61af8"
TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
DIGEST = made("an image", 64, HEX)
THUMBNAIL = base64.b64encode(random.Random(7).randbytes(600)).decode()
CURSOR = base64.urlsafe_b64encode(b'{"after":"0192e4a0-7c00-7000-8000","n":50}').rstrip(b"=").decode()


def _kept(what: str, text: str, fragment: Mapping[str, Any] | None = None) -> Lookalike:
    return Lookalike(what, text, said(text) if fragment is None else fragment)


LOOKALIKES = [
    _kept("a UUID", f"album {UUID7} stays empty"),
    _kept("a UUID in an address", f"/api/v1/albums/{UUID7}/images", asked(f"/api/v1/albums/{UUID7}/images")),
    _kept("the id of a token", UUID7, state(token={"token_id": UUID7})),
    _kept("a trace id", TRACE, asked(trace_id=TRACE, response_headers={"x-trace-id": TRACE})),
    _kept("a trace id in a log line", f"trace_id={TRACE}", logged(f"GET /albums 500 trace_id={TRACE}")),
    _kept("a commit", COMMIT, {"environment": {"commit": COMMIT}}),
    _kept("a commit in prose", f"since {COMMIT} it fails"),
    _kept("a short commit", "38b5dc1: The house stands"),
    _kept("an image's digest", DIGEST, state(image={"digest": DIGEST})),
    _kept("an ETag", f'"{DIGEST}"', came(ETag=f'"{DIGEST}"')),
    _kept("a hash for subresources", "sha256-" + THUMBNAIL[:43] + "=", logged(f'integrity="sha256-{THUMBNAIL[:43]}="')),
    _kept("a thumbnail", THUMBNAIL, state(image={"thumbnail": f"data:image/webp;base64,{THUMBNAIL}"})),
    _kept("a cursor", CURSOR, asked(f"/api/v1/images?cursor={CURSOR}&limit=50")),
    _kept("a cursor in an answer", CURSOR, asked(response_body={"items": [], "next_cursor": CURSOR})),
    _kept("a page token", "CAUQAA", asked(response_body={"nextPageToken": "CAUQAA"})),
    _kept("a prompt of love", "a token of love, oil on canvas", state(prompt="a token of love, oil on canvas")),
    _kept(
        "a prompt of a garden",
        "the secret garden at dawn, secret doors",
        state(prompt="the secret garden at dawn, secret doors"),
    ),
    _kept("a title with a colon", "The secret: moonlight"),
    _kept("a prompt of a cookie", "Cookie: chocolate, on a plate", state(prompt="Cookie: chocolate, on a plate")),
    _kept("a prompt of a bearer", "bearer of good news, woodcut", state(prompt="bearer of good news, woodcut")),
    _kept("a prompt of keys", "a key, a password and a skeleton", state(prompt="a key, a password and a skeleton")),
    _kept("tags", "secret, token, garden", state(tags="secret, token, garden")),
    _kept("a list of tags", '["secret", "garden"]', state(tags=["secret", "garden"])),
    _kept("a label in prose", "The password field is empty"),
    _kept(
        "a message on a password",
        "password: must have at least 10 characters",
        asked(response_body="password: must have at least 10 characters"),
    ),
    _kept("another message on a password", "Your password is wrong."),
    _kept("labels of a form", "Forgot password?", state(labels={"password": "Password", "hint": "Forgot password?"})),
    _kept(
        "a pointer to a password",
        "/password",
        asked(response_body={"errors": [{"pointer": "/password", "message": "is too short"}]}),
    ),
    _kept("whether there is a password", '"has_password": true', state(user={"has_password": True})),
    _kept(
        "when a password was changed",
        "2026-11-22T09:30:00Z",
        state(user={"password_changed_at": "2026-11-22T09:30:00Z"}),
    ),
    _kept("the kind of a token", "bearer", asked(response_body={"token_type": "bearer"})),
    _kept("how many tokens", '"max_tokens": 77', state(engine={"max_tokens": 77, "prompt_tokens": 12})),
    _kept(
        "how many tokens, in a log line", "tokens=512 max_tokens: 77", logged("engine done tokens=512 max_tokens: 77")
    ),
    _kept(
        "words for a text encoder",
        "<cat-toy>",
        state(train={"placeholder_token": "<cat-toy>", "initializer_token": "toy"}),
    ),
    _kept("a trigger word", "sks dog", state(train={"trigger_token": "sks dog"})),
    _kept("the prefix of a token", "pm_Xk3vQ", state(tokens=[{"name": "backup", "prefix": "pm_Xk3vQ"}])),
    _kept("a seed like a card's number", '"seed": 4111111111111111', state(request={"seed": 4111111111111111})),
    _kept(
        "a seed like a card's number, in a log line",
        "seed=4111111111111111",
        logged("press: seed=4111111111111111 steps=4"),
    ),
    _kept("a number that fails Luhn's check", "4111111111111112 pixels"),
    _kept("a number of no issuer", "order 9999999999999995"),
    _kept("microseconds", "1764000000000009", state(at=1764000000000009)),
    _kept("a long decimal", "loss 0.4111111111111111", logged("loss 0.4111111111111111 at step 40")),
    _kept("a version", "Python 3.11.7, Pillow 13.0.0, platemark 0.1.0+20261122"),
    _kept("a file's name", "sk-learn_notes_2026-final-version.png"),
    _kept("a picture for dense screens", "icon@2x.png and logo@3x.webp"),
    _kept(
        "a class of a spinner",
        "sk-fading-circle-with-twelve-dots",
        state(html='<div class="sk-fading-circle-with-twelve-dots">'),
    ),
    _kept("a time", "2026-11-22T09:29:58.123Z", logged("at 2026-11-22T09:29:58.123Z")),
    _kept("an address with a port", "http://127.0.0.1:8010/#/albums", opened("http://127.0.0.1:8010/#/albums")),
    _kept("Git's own user", "ssh://git@github.com/ada/plates.git"),
    _kept("an address's user alone", "https://ada@studio.example.com/"),
    _kept("the working folder", "PWD=/home/ada/plates", logged("env PWD=/home/ada/plates")),
    _kept(
        "how fetch sends credentials",
        "same-origin",
        logged('fetch("/x", {credentials: "same-origin"})', data={"credentials": "same-origin"}),
    ),
    _kept(
        "a call in a stack", "const token = getToken();", logged("x", stack="at a.js:4\n  const token = getToken();")
    ),
    _kept(
        "a type in code", "password: string", logged("x", stack="interface SignIn { name: string; password: string }")
    ),
    _kept("a placeholder", "password=${DB_PASSWORD}", stepped("echo password=${DB_PASSWORD}")),
    _kept("what was masked before", "password=********", logged("sign-in password=******** user=ada")),
    _kept(
        "a challenge",
        'Bearer realm="platemark", error="invalid_token"',
        came(WWW_Authenticate='Bearer realm="platemark", error="invalid_token"'),
    ),
    _kept("an idempotency key", UUID7, sent(Idempotency_Key=UUID7)),
    _kept("a public key", "ssh-ed25519 " + THUMBNAIL[:60], said("my key is ssh-ed25519 " + THUMBNAIL[:60])),
    _kept("talk of a private key", "It shows BEGIN PRIVATE KEY and stops."),
    _kept("a path", "C:\\Users\\ada\\plates\\token.png"),
    _kept("an author", "author: Ada, authority: none, authored 2026"),
    _kept("keys of a keyboard", '"key": "Escape"', state(event={"key": "Escape", "code": "Escape"})),
    _kept("a primary key", '"primary_key": "id"', state(table={"primary_key": "id"})),
    _kept(
        "a status code",
        '"code": "album_not_found"',
        asked(response_body={"code": "album_not_found", "status_code": 404}),
    ),
    _kept("a session's name", "training session 12: 40 steps"),
    _kept("passes of an engine", '"render_pass": "beauty"', state(engine={"render_pass": "beauty", "pass": 3})),
    _kept("base64 in basic English", "Basic information about plates"),
    _kept(
        "a query of words",
        "/api/v1/images?q=secret+token&label=password",
        asked("/api/v1/images?q=secret+token&label=password"),
    ),
    _kept("tokens of a prompt", '["a</w>", "cat</w>"]', state(encoder={"tokens": ["a</w>", "cat</w>"]})),
]
