"""Secrets: how they are made, stored and compared. None is stored or logged in clear."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata

import argon2

TOKEN_PREFIX = "pm_"  # noqa: S105 - what a token starts with, not one
VISIBLE_CHARACTERS = 8


def new_secret() -> str:
    """256 random bits as 43 characters of base64url: a session's cookie, a one-time link."""
    return secrets.token_urlsafe(32)


def new_token() -> str:
    """A bearer token: ``pm_`` and 43 characters, so that scanners for leaked secrets can know it."""
    return TOKEN_PREFIX + new_secret()


def digest(secret: str) -> str:
    """The SHA-256 of ``secret`` in hex. Enough for random secrets, which nobody can guess; passwords get Argon2."""
    return hashlib.sha256(_bytes(secret)).hexdigest()


def derive_csrf_token(cookie: str) -> str:
    """The CSRF token that belongs to a session's cookie: derived from it, so that it is stored nowhere."""
    return hmac.new(_bytes(cookie), b"platemark csrf", hashlib.sha256).hexdigest()


def secrets_equal(expected: str | None, given: str | None) -> bool:
    """Whether both are there and equal, in a time that does not tell where they differ."""
    return expected is not None and given is not None and hmac.compare_digest(_bytes(expected), _bytes(given))


def hash_password(password: str) -> str:
    """The Argon2id hash of ``password`` under today's parameters; takes tens of milliseconds by intent."""
    return _hasher().hash(_typed(password))


def password_matches(stored: str | None, password: str) -> bool:
    """Whether ``password`` is the one behind ``stored``; without one it costs as much time and is never right."""
    if stored is None:
        hash_password(password)
        return False
    try:
        return _hasher().verify(stored, _typed(password))
    except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
        return False


def needs_rehash(stored: str) -> bool:
    """Whether ``stored`` was made under other parameters than today's, and should be made again."""
    return _hasher().check_needs_rehash(stored)


def _hasher() -> argon2.PasswordHasher:
    return argon2.PasswordHasher()  # the library's defaults follow RFC 9106 and rise with its versions


def _typed(password: str) -> str:
    """The same password whatever keyboard composed its accents (NFKC, as NIST SP 800-63B advises)."""
    return unicodedata.normalize("NFKC", password)


def _bytes(secret: str) -> bytes:
    return secret.encode("utf-8", "backslashreplace")  # whatever a header held; never an error
