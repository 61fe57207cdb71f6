"""Secrets: generated, hashed and compared here. None is stored or logged in clear text."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata

import argon2

TOKEN_PREFIX = "pm_"  # noqa: S105 - the prefix of tokens, not a secret
VISIBLE_CHARACTERS = 8


def new_secret() -> str:
    """256 random bits as 43 characters of base64url, for a session cookie or a one-time link."""
    return secrets.token_urlsafe(32)


def new_token() -> str:
    """A bearer token: ``pm_`` and 43 characters, which scanners for leaked secrets recognize."""
    return TOKEN_PREFIX + new_secret()


def digest(secret: str) -> str:
    """The SHA-256 of ``secret`` in hex. Enough for random secrets, which cannot be guessed; passwords use Argon2."""
    return hashlib.sha256(_bytes(secret)).hexdigest()


def derive_csrf_token(cookie: str) -> str:
    """The CSRF token of the session with this cookie: derived from the cookie, so it need not be stored."""
    return hmac.new(_bytes(cookie), b"platemark csrf", hashlib.sha256).hexdigest()


def secrets_equal(expected: str | None, actual: str | None) -> bool:
    """Whether both are present and equal; compared in constant time."""
    return expected is not None and actual is not None and hmac.compare_digest(_bytes(expected), _bytes(actual))


def hash_password(password: str) -> str:
    """The Argon2id hash of ``password`` with the current parameters; takes tens of milliseconds by design."""
    return _hasher().hash(_normalized(password))


def password_matches(stored_hash: str | None, password: str) -> bool:
    """Whether ``password`` has this hash; with no hash it is never right and takes the same time."""
    if stored_hash is None:
        hash_password(password)
        return False
    try:
        return _hasher().verify(stored_hash, _normalized(password))
    except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
        return False


def needs_rehash(stored_hash: str) -> bool:
    """Whether a hash was computed with other than the current parameters and should be replaced."""
    return _hasher().check_needs_rehash(stored_hash)


def _hasher() -> argon2.PasswordHasher:
    return argon2.PasswordHasher()  # the library's defaults follow RFC 9106 and are raised in newer versions


def _normalized(password: str) -> str:
    """``password`` in NFKC, so that it is the same however a keyboard composes accents (advised by NIST SP 800-63B)."""
    return unicodedata.normalize("NFKC", password)


def _bytes(secret: str) -> bytes:
    return secret.encode("utf-8", "backslashreplace")  # any header value; never raises
