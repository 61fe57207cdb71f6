"""Field names that mark secrets (``client_secret``, ``X-Api-Key``, ``newPassword`` …), and values that are none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from platemark.redaction.marks import without_marks


@dataclass(frozen=True, slots=True)
class NameClass:
    """A name whose value is a secret of ``kind``; unless ``certain``, only if the value looks random."""

    kind: str
    certain: bool = True


WORDS = re.compile(r"[A-Z]{2,}s?(?![a-z])|[A-Z]?[^\W\d_A-Z]+|[A-Z]+|\d{1,20}")
LONGEST_NAME = 100


def words(text: str) -> frozenset[str]:
    """The words in ``text``, as a set."""
    return frozenset(text.split())


PASSWORDS = words(
    """
    password passwords passwd passphrase passcode pwd otp totp pincode
    contrasena contraseña kennwort motdepasse parola passwort senha wachtwoord пароль 密码 密碼 パスワード
    """
)
PASSWORD_ENDINGS = ("password", "passwd", "passphrase", "passwort")
PASS_OWNERS = words("admin database db ftp imap ldap login mail my mysql pg redis root smtp user")
CODE_OWNERS = words("mfa otp pin recovery verification")
SECRETS = words("assertion bearer credential credentials jwt samlrequest samlresponse secret secrets token")
SECRET_ENDINGS = ("secret", "token", "jwt")
KEY_OWNERS = words(
    "access account api app application encryption master private secret service shared signing ssh subscription"
)
KEY_ENDINGS = ("apikey", "secretkey", "privatekey", "accesskey", "authkey", "accountkey")
API_KEYS = words("api app application service subscription apikey authkey")
SESSIONS = words("csrf xsrf csrftoken xsrftoken sessionid sessid phpsessid jsessionid sessionkey")
CARD_CHECKS = words("cvv cvc cvv2 cvc2")
UNCERTAIN = {
    "auth": "authorization", "code": "secret", "pass": "password", "pin": "password", "session": "session",
    "sid": "session", "sig": "secret", "signature": "secret", "tokens": "secret",
}  # fmt: skip
IGNORED_ENDINGS = words(
    "value text plain raw string hash digest salt confirm confirmation repeat again new old current header"
)
TOKENS_OF_TEXT = words(
    """
    begin bos class cls completion continuation count cur end eos image initializer input last mask max min n new next
    num number of output pad page per placeholder prev prompt prompts sep special start stop style subject sync text
    total trigger unk used word
    """
)
PLAIN = words(
    """
    a an and any are as at basic be bearer been bool boolean but by can cannot changed checked created default
    deleted denied did disabled does empty enabled error expired expires failed failure false field for forbidden
    forgot from has hash have hidden if in include incorrect input int integer invalid is it key label length login
    mandatory match matched matches mismatch missing must new no none not null number object of off ok okay omit on
    only optional or passed password passwords please protected refused rejected removed required reset revoked
    same-origin secret secrets sent set should show shown str strength string strong text the this to token tokens
    too true type unauthorized unchanged undefined unknown unset updated user valid value was weak when which will
    with without wrong yes you your
    erforderlich falsch geändert pflichtfeld vergessen zurücksetzen incorrect obligatoire oublié requis incorrecta
    obligatoria olvidada requerida incorreta obrigatória esqueceu nieprawidłowe wymagane неверный обязательное
    обязательно
    """
)
NOT_SET = words(
    """
    false include mandatory missing nil no none null off ok omit on optional required same-origin true undefined unset
    yes
    """
)
MASKED = re.compile(
    r"[*•●█]{1,64}"
    r"|[\[<({]{1,3}[\s/]{0,2}(?:redacted|hidden|filtered|masked|removed|omitted|secret|password|token|object object)"
    r"[\s/]{0,2}[\])>}]{1,3}"
    r"|\$\{[^{}]{1,100}\}|\{\{[^{}]{1,100}\}\}|\{\w{0,40}\}|<[a-z][a-z _-]{0,40}>"
    r"|\$[A-Z][A-Z0-9_]{2,60}|%\(\w{1,40}\)s|%s"
    r"|your[_-]\w{1,40}|process\.env\.\w{1,60}",
    re.IGNORECASE,
)
FOLDER = re.compile(r"~?/|[A-Za-z]:\\")
LONG_WORD = 15
LONG = frozenset({"api_key", "aws_key", "jwt", "private_key", "secret"})
SHORT = {"password": 6, "session": 8}  # minimum length at which a random-looking value counts
FEWEST_DIGITS = {"authorization": 1, "cookie": 1, "credit_card": 3, "password": 4}


@lru_cache(maxsize=4096)
def classify_name(name: str) -> NameClass | None:
    """Classify the name of a field, header, parameter or variable; None if it does not suggest a secret."""
    if len(name) > LONGEST_NAME:
        return None
    words = [word.lower() for word in WORDS.findall(without_marks(name))]
    while len(words) > 1 and (words[-1].isdigit() or words[-1] in IGNORED_ENDINGS):
        words.pop()
    return _classify(words) if words else None


def last_word(name: str) -> str:
    """The last word of a name in lower case, ``id`` of ``tokenId``; empty if there is none."""
    words = WORDS.findall(name) if len(name) <= LONGEST_NAME else []
    return words[-1].lower() if words else ""


def _classify(words: list[str]) -> NameClass | None:
    last, before = words[-1], words[-2] if len(words) > 1 else ""
    if last in ("authorization", "authentication") and before != "www":
        return NameClass("authorization")
    if last in ("cookie", "cookies", "cookie2"):
        return NameClass("cookie")
    if last in CARD_CHECKS or (before == "card" and last in ("number", "no", "nr")):
        return NameClass("credit_card")
    if _is_password(last, before):
        return NameClass("password")
    if _is_session(words, last, before):
        return NameClass("session")
    if (last == "key" and before in KEY_OWNERS) or last.endswith(KEY_ENDINGS):
        return NameClass(_kind_of_key(words))
    if last.endswith(SECRET_ENDINGS) or last in SECRETS or before + last in SECRETS:
        return _secret(words, last, before)
    return NameClass(UNCERTAIN[last], certain=False) if last in UNCERTAIN and before != "status" else None


def _is_password(last: str, before: str) -> bool:
    return (
        last in PASSWORDS
        or before + last in PASSWORDS
        or last.endswith(PASSWORD_ENDINGS)
        or (last == "pass" and before in PASS_OWNERS)
        or (last == "code" and before in CODE_OWNERS)
    )


def _is_session(words: list[str], last: str, before: str) -> bool:
    if last in SESSIONS or (last == "id" and before in ("session", "sess")) or (last == "key" and before == "session"):
        return True
    return last in ("token", "secret", "cookie") and not {"csrf", "xsrf", "session"}.isdisjoint(words)


def _kind_of_key(words: list[str]) -> str:
    if "aws" in words:
        return "aws_key"
    if "private" in words or words[-1] == "privatekey":
        return "private_key"
    return "api_key" if not API_KEYS.isdisjoint(words[-2:]) else "secret"


def _secret(words: list[str], last: str, before: str) -> NameClass | None:
    if last == "token" and before in TOKENS_OF_TEXT:
        return None
    kind = "aws_key" if "aws" in words else "jwt" if last.endswith("jwt") else "secret"
    return NameClass(kind, certain=last not in ("credential", "credentials"))


def is_secret(value: str, name_class: NameClass, *, field: bool = False) -> bool:
    """Whether ``value``, found under a name of ``name_class``, is a secret and not a label, placeholder, path or count.

    In prose, no word that commonly accompanies secrets counts as one. As the value of a ``field``, only words that mean
    "not set" and capitalised labels are excluded.
    """
    bare = without_marks(value).strip()
    plain = NOT_SET if field and not bare[:1].isupper() else PLAIN
    if not bare or bare.lower().strip(".,:;!?()[]\"'") in plain or MASKED.fullmatch(bare):
        return False
    if bare.isdigit():
        return len(bare) >= FEWEST_DIGITS.get(name_class.kind, 6)  # shorter numbers are counts, as in "token: 77"
    if name_class.kind == "password" and FOLDER.match(bare):
        return False  # PWD is the working directory
    if name_class.certain:
        return len(bare) > 1 or name_class.kind not in LONG
    return looks_random(bare) or (name_class.kind in SHORT and looks_random(bare, least=SHORT[name_class.kind]))


def looks_random(value: str, *, least: int = 16) -> bool:
    """Whether ``value`` is one word of at least ``least`` characters with letters and digits, like generated secrets.

    Above 15 characters, letters of both cases are enough.
    """
    if len(value) < least or any(character.isspace() for character in value):
        return False
    digits = any(character.isdigit() for character in value)
    letters = any(character.isalpha() for character in value)
    return letters and (digits or (len(value) > LONG_WORD and value != value.lower() and value != value.upper()))
