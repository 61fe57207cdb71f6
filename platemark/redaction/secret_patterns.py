"""Secrets that are recognisable by their format, wherever they occur.

Each pattern is bounded or possessive and anchored to where a longer match could not have started, so matching takes
linear time on any input.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from platemark.redaction.secret_names import looks_random

Span = tuple[int, int, str]

# Not preceded by part of a word, except the tail of an escape: \n in a JSON string, %3D in a URL.
START = r"(?:(?<![A-Za-z0-9_-])|(?<=\\[nrt])|(?<=%[0-9A-Fa-f]{2}))"


@dataclass(frozen=True, slots=True)
class SecretPattern:
    """The format of one kind of secret: group 1 of ``pattern`` (or the whole match), if ``accepts`` agrees.

    ``hints``: lower-case substrings; every text with such a secret contains one of them.
    """

    kind: str
    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    accepts: Callable[[str], bool] | None = None


def word_pattern(kind: str, hints: str, pattern: str, accepts: Callable[[str], bool] | None = None) -> SecretPattern:
    """A pattern for whole words: no character that could belong to the secret stands before or after it."""
    whole = re.compile(rf"{START}(?:{pattern})(?![A-Za-z0-9])")
    return SecretPattern(kind, tuple(hints.lower().split()), whole, accepts)


def spans(text: str, lower: str) -> Iterator[Span]:
    """Find secrets of every pattern; ``lower`` is ``text`` in lower case. Spans may overlap."""
    if len(text) < SHORTEST:
        return
    for it in dict.fromkeys([it for hint, it in HINTS if hint in lower]):
        for found in it.pattern.finditer(text):
            group = 1 if it.pattern.groups else 0
            if it.accepts is None or it.accepts(found[group]):
                yield found.start(group), found.end(group), it.kind
    yield from _cards(text)


def is_jwt(text: str) -> bool:
    """Whether the first part is a JOSE header: it names an algorithm."""
    head = text.partition(".")[0]
    try:
        return b'"alg"' in base64.urlsafe_b64decode(head + "=" * (-len(head) % 4))
    except (binascii.Error, ValueError):
        return False


def _is_user_and_password(text: str) -> bool:
    try:
        return ":" in base64.b64decode(text + "=" * (-len(text) % 4), validate=True).decode()
    except (binascii.Error, ValueError):
        return False


def _is_bearer_token(text: str) -> bool:
    """Whether the text after ``bearer`` is a token, not a word of a sentence or a parameter of a challenge."""
    return "=" not in text.rstrip("=") and (looks_random(text) or any(it.isdigit() for it in text))


def _is_ai_key(text: str) -> bool:
    """Whether it has a known prefix or one long word of letters and digits; file names and CSS classes do not."""
    return AI_KEY.match(text) is not None or any(
        len(it) >= 20 and _has_digit_and_letter("sk-" + it) for it in text[3:].replace("_", "-").split("-")
    )


def _has_digit_and_letter(text: str) -> bool:
    return any(it.isdigit() for it in text) and any(it.isalpha() for it in text[4:])


AI_KEY = re.compile(r"sk-(?:ant|proj|svcacct|admin|or)-[A-Za-z0-9_-]{20}")
KEY_LINES = r"(?:(?:\s|\\[nr]){0,8}+[A-Za-z0-9+/=]{20,}+)++(?:(?:\s|\\[nr]){1,8}+[A-Za-z0-9+/=]{1,76}+)?"
KEY_HEADERS = r"(?:(?:\s|\\[nr]){0,8}+(?:Proc-Type|DEK-Info|Comment|Version|Hash)\b[^\n\\]{0,200}+){0,6}+"
KEY_NAME = r"(?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?"
PRIVATE_KEY = re.compile(
    rf"-----BEGIN {KEY_NAME}-----(?:(?:[^-]|-(?!----)){{1,32768}}+-----END {KEY_NAME}-----|{KEY_HEADERS}{KEY_LINES})"
)

PATTERNS = (
    SecretPattern("private_key", ("-----begin",), PRIVATE_KEY),
    SecretPattern("private_key", ("private-lines:",), re.compile(rf"(?<=Private-Lines: )\d{{1,3}}{KEY_LINES}")),
    word_pattern("private_key", "AGE-SECRET-KEY-1", r"AGE-SECRET-KEY-1[A-Z0-9]{58}"),
    word_pattern("jwt", "eyj", r"eyJ[A-Za-z0-9_-]{8,8192}+(?:\.[A-Za-z0-9_-]{0,65536}+){1,4}+", is_jwt),
    SecretPattern(
        "bearer",
        ("bearer",),
        re.compile(r"(?<![A-Za-z0-9_-])bearer(?:\s|%20|\+){1,4}+([A-Za-z0-9._~+/=-]{8,16384}+)", re.IGNORECASE),
        _is_bearer_token,
    ),
    SecretPattern(
        "authorization",
        ("basic",),
        re.compile(r"(?<![A-Za-z0-9_-])basic(?:\s|%20|\+){1,4}+([A-Za-z0-9+/]{4,4096}+={0,2}+)", re.IGNORECASE),
        _is_user_and_password,
    ),
    word_pattern("api_token", "pm_", r"pm_[A-Za-z0-9_-]{40,64}", looks_random),
    word_pattern("aws_key", "akia asia abia acca", r"(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}"),
    word_pattern("github_token", "ghp_ gho_ ghu_ ghs_ ghr_", r"gh[pousr]_[A-Za-z0-9]{30,255}"),
    word_pattern("github_token", "github_pat_", r"github_pat_[A-Za-z0-9_]{22,255}"),
    word_pattern(
        "gitlab_token",
        "glpat- gldt- glrt- glft- glsoat- glcbt- glptt-",
        r"gl(?:pat|dt|rt|ft|soat|cbt|ptt)-[\w.-]{20,255}",
    ),
    word_pattern("slack_token", "xox", r"xox[abceoprs]-[A-Za-z0-9-]{10,255}", _has_digit_and_letter),
    word_pattern("slack_token", "xapp-", r"xapp-\d-[A-Za-z0-9-]{10,255}"),
    word_pattern(
        "webhook", "hooks.slack.com", r"(?<=hooks\.slack\.com/)(?:services|workflows|triggers)/[A-Za-z0-9/_-]{16,255}"
    ),
    word_pattern("webhook", "/webhooks/", r"(?<=/webhooks/)\d{10,24}/[\w-]{40,128}"),
    word_pattern("webhook", "/incomingwebhook/", r"(?<=/IncomingWebhook/)[0-9a-f]{32}/[\w-]{1,64}"),
    word_pattern("webhook", "/hooks/", r"(?<=/hooks/)[a-z0-9]{26}", _has_digit_and_letter),
    word_pattern("webhook", "/hooks/catch/", r"(?<=/hooks/catch/)\d{4,12}/[a-z0-9]{5,40}"),
    word_pattern("webhook", "/with/key/", r"(?<=/with/key/)[\w-]{16,64}"),
    word_pattern("stripe_key", "_secret_", r"(?:pi|seti|cs|src)_[A-Za-z0-9_]{4,80}_secret_[A-Za-z0-9]{10,128}"),
    word_pattern("payment_key", "access_token$", r"access_token\$(?:production|sandbox)\$[a-z0-9]{16}\$[a-f0-9]{32}"),
    word_pattern("payment_key", "eaaa", r"EAAA[A-Za-z0-9_-]{56,64}", _has_digit_and_letter),
    word_pattern("payment_key", "live_ test_", r"(?:live|test)_[A-Za-z0-9]{30}", _has_digit_and_letter),
    word_pattern("cloud_key", "q~", r"[\w~.-]{3}\dQ~[\w~.-]{31,34}"),
    word_pattern("cloud_key", "ltai", r"LTAI[A-Za-z0-9]{12,20}", _has_digit_and_letter),
    word_pattern("cloud_key", "pscale_", r"pscale_(?:tkn|pw|oauth)_[\w.-]{32,64}"),
    word_pattern("cloud_key", "fo1_", r"fo1_[\w-]{43}"),
    word_pattern("stripe_key", "_live_ _test_", r"[sr]k_(?:live|test)_[A-Za-z0-9]{10,255}"),
    word_pattern("stripe_key", "whsec_", r"whsec_[A-Za-z0-9+/=]{20,255}"),
    word_pattern("google_key", "aiza", r"AIza[A-Za-z0-9_-]{35}"),
    word_pattern("google_key", "ya29.", r"ya29\.[A-Za-z0-9_-]{20,2048}"),
    word_pattern("google_key", "gocspx-", r"GOCSPX-[A-Za-z0-9_-]{20,64}"),
    word_pattern("google_key", "1//0", r"1//0[A-Za-z0-9_-]{30,255}"),
    word_pattern("ai_key", "sk-", r"sk-[A-Za-z0-9_-]{20,255}", _is_ai_key),
    word_pattern("ai_key", "hf_", r"hf_[A-Za-z0-9]{30,64}", _has_digit_and_letter),
    word_pattern("ai_key", "r8_", r"r8_[A-Za-z0-9]{30,64}"),
    word_pattern("ai_key", "gsk_ xai- pplx-", r"(?:gsk_|xai-|pplx-)[A-Za-z0-9]{40,128}"),
    word_pattern("package_token", "npm_", r"npm_[A-Za-z0-9]{36}"),
    word_pattern("package_token", "pypi-", r"pypi-[A-Za-z0-9_-]{40,512}"),
    word_pattern("package_token", "rubygems_", r"rubygems_[a-f0-9]{48}"),
    word_pattern("package_token", "dckr_pat_ dckr_oat_", r"dckr_[po]at_[A-Za-z0-9_-]{20,64}"),
    word_pattern("mail_key", "sg.", r"SG\.[A-Za-z0-9_-]{16,64}\.[A-Za-z0-9_-]{16,128}"),
    word_pattern("mail_key", "xkeysib- xsmtpsib-", r"x(?:key|smtp)sib-[a-f0-9]{64}-[A-Za-z0-9]{8,32}"),
    word_pattern("mail_key", "re_", r"re_[A-Za-z0-9]{8}_[A-Za-z0-9]{20,40}", _has_digit_and_letter),
    word_pattern("mail_key", "key-", r"key-[0-9a-f]{32}"),
    word_pattern("mail_key", "-us", r"[0-9a-f]{32}-us\d{1,2}"),
    word_pattern("twilio_key", "sk", r"SK[0-9a-f]{32}"),
    word_pattern("service_key", "doo_v1_ dop_v1_ dor_v1_", r"do[opr]_v1_[a-f0-9]{64}"),
    word_pattern("service_key", "shpat_ shpca_ shppa_ shpss_", r"shp(?:at|ca|pa|ss)_[A-Fa-f0-9]{32}"),
    word_pattern("service_key", "dapi", r"dapi[a-f0-9]{32}"),
    word_pattern("service_key", "sq0", r"sq0(?:atp|csp)-[A-Za-z0-9_-]{22,64}"),
    word_pattern("service_key", "hvs. hvb.", r"hv[sb]\.[A-Za-z0-9_-]{24,255}"),
    SecretPattern("service_key", ("/bot",), re.compile(r"(?<=/bot)\d{6,12}:[A-Za-z0-9_-]{30,64}(?![A-Za-z0-9])")),
    word_pattern("service_key", ":aa", r"\d{8,10}:AA[A-Za-z0-9_-]{33}"),
    word_pattern(
        "service_key", "lin_api_ ntn_ figd_ glsa_ sbp_", r"(?:lin_api_|ntn_|figd_|glsa_|sbp_)[A-Za-z0-9_-]{32,64}"
    ),
    word_pattern("service_key", "atatt3", r"ATATT3[A-Za-z0-9_=-]{50,255}"),
    word_pattern("service_key", "nrak-", r"NRAK-[A-Z0-9]{27}"),
    word_pattern("service_key", "sntrys_", r"sntrys_[A-Za-z0-9+/=_-]{40,512}"),
)

HINTS = tuple((hint, it) for it in PATTERNS for hint in it.hints)
SHORTEST = len("basic YTpi")

# Unspaced, in groups of four, or 4-6-5 and 4-6-4: how numbers are printed on cards and typed by people.
CARD = re.compile(
    r"(?<![\w-])(?<!\d[.,])(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}([ -])\d{6}\2\d{4,5})(?![\w-])(?![.,]\d)"
)
NUMBER_NAMED = re.compile(
    r"(?:seeds?|timestamp|time|ts|id|nonce|offset|size|bytes|count|duration|position|ns|us|ms|hash|version|revision|build)"
    r"[\"'\\\])]{0,4}\s{0,2}[:=#]?\s{0,2}[\[(\"']{0,2}\Z",
    re.IGNORECASE,
)
LOOK_BACK = 40


def is_card(digits: str) -> bool:
    """Whether ``digits`` may be a payment card number: issuer range, length and Luhn checksum fit."""
    return any(digits.startswith(start) and len(digits) in lengths for start, lengths in ISSUERS) and _luhn(digits)


ISSUERS: tuple[tuple[tuple[str, ...], tuple[int, ...]], ...] = (
    (("4",), (13, 16, 19)),
    (tuple(str(start) for start in (*range(51, 56), *range(2221, 2721))), (16,)),
    (("34", "37"), (15,)),
    (("6011", "64", "65"), (16, 17, 18, 19)),
    (("35",), (16,)),
    (("30", "36", "38", "39"), (14, 16)),
    (("62",), (16, 17, 18, 19)),
    (("5018", "5020", "5038", "5893", "6304", "6759", "6761", "6762", "6763"), (13, 14, 15, 16, 17, 18, 19)),
)


def _luhn(digits: str) -> bool:
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (doubled + sum(map(int, digits[-1::-2]))) % 10 == 0


def _cards(text: str) -> Iterator[Span]:
    for found in CARD.finditer(text):
        digits = found[0].replace(" ", "").replace("-", "")
        if (
            digits.isascii()
            and is_card(digits)
            and not NUMBER_NAMED.search(text, max(0, found.start() - LOOK_BACK), found.start())
        ):
            yield found.start(), found.end(), "credit_card"
