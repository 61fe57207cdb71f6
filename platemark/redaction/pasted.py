"""Secrets in the forms that people paste: announced in their language, wrapped over lines, or encoded as Base64.

As in the other modules, quantifiers are bounded or possessive and patterns start with a literal: matching is linear.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator, Sequence

from platemark.redaction.secret_names import MASKED, NameClass, is_secret
from platemark.redaction.secret_patterns import Span, is_jwt

NAMES = (
    "passwort", "kennwort", "contraseña", "mot de passe", "senha", "palavra-passe", "hasło", "пароль", "密码", "密碼",
    "口令", "パスワード", "비밀번호", "wachtwoord", "lösenord", "adgangskode", "passord", "salasana", "heslo", "jelszó",
    "şifre", "mật khẩu", "รหัสผ่าน", "kata sandi", "κωδικός", "סיסמה", "كلمة المرور", "पासवर्ड", "parola d’ordine",
    "parola d'ordine",
)  # fmt: skip
"""What other languages call a password; names that are also identifiers stand in ``secret_names``."""
VERBS = (
    r"(?:ist|lautet|war|es|era|est|était|é|è|to|jest|это|är|er|on|je|là|คือ|είναι)(?![^\W\d_])"
    r"|是|为|為|は|가|는|이|은"
)
ANNOUNCED = re.compile(
    rf"(?<![A-Za-z])(?:{'|'.join(NAMES)})\s{{0,3}}(?P<link>[:：=]|{VERBS}|)\s{{0,3}}[\"'«„“「]?"
    r"(?P<value>[!#-&(-+\--:<-~À-ɏЀ-ӿ]{4,128}+)",
    re.IGNORECASE,
)
PASSWORD = NameClass("password")
SHORTEST_WORD = 6

GLUED_JWT = re.compile(
    r"(?<=[A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,512}+\.[A-Za-z0-9_-]{8,8192}+(?:\.[A-Za-z0-9_-]{0,8192}+)?"
)
WRAPPED_JWT = re.compile(
    r"(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_.-]{8,4096}+"
    r"(?:\\?\r?\n[ \t]{0,8}+[A-Za-z0-9_.-]{20,4096}+(?![^\s\"'`\\])){1,64}+"
)
BREAKS = re.compile(r"[\\\s]+")
BASE64_JSON = re.compile(r"(?<![A-Za-z0-9+/_.-])(?:eyJ|eyA|ewo|ewA|W3s|WyJ)[A-Za-z0-9+/_-]{16,262144}+={0,2}(?![\w.])")


def spans(text: str, lower: str, find: Callable[[str], Sequence[Span]]) -> Iterator[Span]:
    """Find pasted secrets; ``lower`` is ``text`` in lower case, ``find`` finds secrets in what was decoded."""
    if any(name in lower for name in NAMES):
        yield from _announced(text)
    if "eyJ" in text:
        yield from _jwts(text)
    for found in BASE64_JSON.finditer(text):
        if (decoded := _decode(found[0])) and find(decoded):
            yield *found.span(), "secret"


def _announced(text: str) -> Iterator[Span]:
    for found in ANNOUNCED.finditer(text):
        value = found["value"].rstrip(".,:!?)")
        least = 4 if found["link"] in (":", "：", "=") else SHORTEST_WORD
        if len(value) >= least and not value.isalpha() and not MASKED.fullmatch(value) and is_secret(value, PASSWORD):
            yield *found.span("value"), "password"


def _jwts(text: str) -> Iterator[Span]:
    for pattern in (GLUED_JWT, WRAPPED_JWT):
        for found in pattern.finditer(text):
            if is_jwt(BREAKS.sub("", found[0])):
                yield *found.span(), "jwt"


def _decode(encoded: str) -> str | None:
    """The JSON in Base64 of either alphabet; None if it is not text."""
    plain = encoded.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return None
