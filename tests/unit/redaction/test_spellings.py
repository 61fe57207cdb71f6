"""Secrets in all the spellings of people, programs and files, and prose about secrets that must stay."""

from __future__ import annotations

import pytest

from platemark.redaction import Redactor

WRITTEN = [
    "Password - hunter2zz", "password is: hunter2zz", "pwd hunter2zz", "(password: hunter2zz)",
    "[password=hunter2zz]", "user/password: ada/hunter2zz", "PASSWORD='hunter2zz'", '$env:API_KEY = "abc123zz"',
    "api key: abc123zz", "API Key = abc123zz", "access token: abc123zz", "secret key: abc123zz",
    "client secret is abc123zz", "token is abc123zz", "x-api-key:abc123zz", "Authorization: abc123zz",
    "authorization:Bearer abc123zz", '{"authorization":"Bearer abc123zz"}', "Set-Cookie: sid=abc123zz; Path=/",
    "cookie=sid%3Dabc123zz", "| password | hunter2zz |", "password\thunter2zz", "password -> hunter2zz",
    "password → hunter2zz", 'password="hunter2zz', "password = `hunter2zz`", "password: |\n  hunter2zz",
    "Password:\nhunter2zz", "new Headers([['Cookie','sid=abc123zz']])",
    "headers.set('Authorization', 'Bearer abc123zz')", "setItem('token', 'abc123zz')", "localStorage.token=abc123zz",
    "--header 'X-Api-Key: abc123zz'", '-H "Authorization: Token abc123zz"', "AccountKey=abc123zz+/==;Endpoint",
    "Server=db;User Id=ada;Password=hunter2zz;", "jdbc:mysql://h/db?user=ada&password=hunter2zz",
    "ftp://ada:hunter2zz@h/x", "Bearer: abc123zz", "machine h login ada password hunter2zz",
    "user ada password hunter2zz", "password%3Dhunter2zz%26a", "pass: hunter2zz", "PLATEMARK_METRICS_TOKEN=abc123zz",
    "csrf: abc123zz", "X-CSRF-Token: abc123zz", "session=abc123zz", "<Password Type='x'>hunter2zz</Password>",
    '<add key="ApiKey" value="abc123zz"/>', "<ns:token><![CDATA[abc123zz]]></ns:token>",
    "passwords: ['hunter2zz', 'b']", "&quot;password&quot;:&quot;hunter2zz&quot;",
    "password:hunter2zz,token:abc123zz", '"pass" : "hunter2zz"', "{password: 'hunter2zz'}",
]  # fmt: skip
TALK = [
    "the password field: it stays red", "Password reset: sent", "secret santa: 2026", "token: the thing",
    "Tokens: 512", "Authorization: admin only", "authorization code flow", "Cookie: none", "cookies: disabled",
    "The key is lost", "api key: missing", "API key required", "auth: ok", "session: expired", "session 4 is over",
    "Basic auth failed", "bearer token missing", "4111111111111111px", "seed 4111111111111111", "PASS: 41 FAIL: 0",
    "pass=3 fail=1", "password manager: 1Password", "passwordless: true", "compass: north",
    "The password has to be changed: see Settings", "password strength: good", "Enter password: ", "password?",
    "key=value", "csrf token mismatch: expected one", "code: ENOENT", "code=404", "error code: E1001", "pin: left",
    "sig: none", "author=ada", "tokenizer=clip-vit-large-patch14", "token_type: Bearer", "next_token: abc",
    "tokens per second: 41", "a token: 'cat'", "auth=none", "ghp_ is the prefix", "sk-1 and sk-2", "password: null",
    "password: undefined", "password=%s", "password is too short", "password was not accepted",
    "the password of ada is not known", "2026-11-22 09:30:00", "12345678901234567890", "0x4111111111111111",
    "deadbeef4111111111111111", "passkey: works", "Passwords: 3 of 5 are weak", "secretary: Ada",
    "the secret ingredient is love", "sid: 5", "password_hash column missing", "https://user@example.com",
    "mailto:ada@example.com", "ssh://git@host/x", "data:image/png;base64,iVBORw0KGgo=", 'W/"abc123"',
    "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "Signature: woodcut",
    "Access key: Alt+S", "keyboard shortcut: Ctrl+Shift+B", "license key: none", 'accesskey="s"',
    "token = next(tokens)", "if token == 'x':", "secret = hashlib.sha256(b'')", "token => token.id",
]  # fmt: skip


@pytest.mark.parametrize("text", WRITTEN)
def test_a_secret_is_removed_in_every_spelling(text: str) -> None:
    assert ("hunter2zz" in text) or ("abc123zz" in text)
    clean = Redactor().text(text, "text")
    assert ("hunter2zz" in clean, "abc123zz" in clean) == (False, False)


@pytest.mark.parametrize("text", TALK)
def test_prose_about_secrets_is_kept(text: str) -> None:
    assert Redactor(emails=False).text(text, "text") == text
