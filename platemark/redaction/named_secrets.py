"""Secrets that follow a name: ``password=…``, ``"apiKey": "…"``, ``Cookie: …``, ``--token …``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from platemark.redaction.secret_names import NameClass, classify_name, is_secret, looks_random
from platemark.redaction.secret_patterns import Span

# All quantifiers are bounded or possessive, so matching takes linear time.
NAME = re.compile(r"(?<![\w-])[\w.-]++")
SIGN = re.compile(
    r"(?P<close>(?:\\{0,8}[\"'`]|&quot;|&#3[49];)\]?)?[*_]{0,2}[ \t]{0,3}"
    r"(?P<sign>=>|:=|={1,3}|:|%3[DdAa])[*_]{0,2}(?:[ \t]{0,3}|%20|\+)"
)
COMMA = re.compile(r"[\"'][ \t]{0,3},[ \t]{0,3}(?=[bru]?[\"'])")
IS = re.compile(r"[ \t]{1,3}(?:(?:is|was)[: \t][ \t]{0,3})?(?=[\"'`])|[ \t]{1,3}(?P<prose>is|was)[: \t][ \t]{0,3}")
NEXT_LINE = re.compile(r"[|>]?-?[ \t]{0,8}\r?\n[ \t]{0,20}(?=\S{4,128}[ \t]{0,8}(?:[\r\n]|\Z))")
BLOCK = re.compile(
    r"[|>][+-]?[ \t]{0,8}+\r?\n(?P<indent>[ \t]{1,40}+)(?P<value>\S[^\n]*+(?:\n(?P=indent)[ \t]*+\S[^\n]*+){0,60}+)"
)
APART = re.compile(r"[ \t]{1,3}(?:(?:-{1,2}>?|→|\||/)[ \t]{1,3})?(?=\S)")
WORD_BEFORE = re.compile(r"(?<![A-Za-z])[A-Za-z]{2,20} \Z")
PROSE = re.compile(r"[A-Za-z'’-]*")
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
SPACE = re.compile(r"[ \t]{1,3}(?![-\s])")
VALUE_OF_NAMED = re.compile(
    r"(?<=[\"'])(?:name|key|header|field)\\{0,8}[\"']\s{0,2}:\s{0,2}\\{0,8}[\"']([\w.-]{1,80})\\{0,8}[\"']\s{0,2},\s{0,2}"
    r"\\{0,8}[\"'](?:value|val|content)\\{0,8}[\"']\s{0,2}:\s{0,2}"
)

OPENING = re.compile(r"[bBrRuU]?(\\{0,8})([\"'`])")
QUOTE = re.compile(r"(\\*+)([\"'`\n])")
NEXT_IN_LIST = re.compile(r"\s{0,8},\s{0,8}")
UNQUOTED = re.compile(
    r"(?:[^\s&\"'`<>,;)}\]\\]"
    r"|[&,;)}\]](?![\s&,;)}\]\"'`<>\\]|\Z|[\"']?[\w.-]{1,64}[\"']?\s?[=:])"
    r"|[\"'`](?=\w)|<(?![/A-Za-z!])|\\(?![\"'nrt]))++"
)
TEMPLATE = re.compile(r"\$?\{{1,2}[\w. -]{0,100}\}{1,2}")
PASSPHRASE = re.compile(r"[a-z]{2,16}(?: [a-z]{2,16}){2,7}+(?=\s{0,3}(?:\Z|[\n\r,;.]))")
CALL = re.compile(r"(?:await |new )?[A-Za-z_$][\w.$]{0,60}\([^()\n]{0,80}\)")
COOKIES = re.compile(r"[\w.$!#*+^|~-]{1,256}(?:=|%3[Dd])")
SCHEME_AND_TOKEN = re.compile(r"\[?[A-Za-z][A-Za-z-]{2,20}(?:[ \t]{1,3}|%20|\+)")
SCHEME_AND_FIELDS = re.compile(
    r"\[?(?:Digest|Hawk|OAuth|Signature|AWS4[\w-]{1,30}|MAC)[ \t]{1,3}[\w-]{1,40}=", re.IGNORECASE
)
LINE = {quote: re.compile(rf"(?:[^\r\n\\{quote}]|\\(?![rn{quote}]))++") for quote in ("", '"', "'", "`")}
BARE = frozenset({"token", "secret", "tokens", "secrets", "session", "jwt", "bearer", "cookie", "auth"})
HEADERS = frozenset({"authorization", "cookie", "api_key", "session"})
SECOND_WORDS = frozenset({"key", "id", "code", "number"})
SHORT, LONG = 6, 20


def spans(text: str) -> Iterator[Span]:
    """Find values that the preceding names mark as secrets."""
    at = 0
    while (name := NAME.search(text, at)) is not None:
        at = name.end()
        found = list(_after(text, name))
        yield from found
        if found:
            at = max(at, found[-1][1])
    for named in VALUE_OF_NAMED.finditer(text):
        name_class = classify_name(named[1])
        if name_class is not None:
            yield from _values(text, named.end(), name_class)


def _after(text: str, name: re.Match[str]) -> Iterator[Span]:
    """The secrets that follow ``name``, if it is a name."""
    sign = SIGN.match(text, name.end())
    if sign is None and text[name.end() : name.end() + 1] not in (" ", "\t", '"', "'"):
        return
    word = _unescaped(text, name)
    name_class = classify_name(word)
    if name_class is None and word.lower() in SECOND_WORDS and (before := _word_before(text, name)):
        name_class = classify_name(f"{before} {word}")
    if name_class is not None and sign is not None:
        yield from _named(text, name, sign, name_class)
    elif name_class is not None:
        yield from _after_space(text, name, name_class)
    elif word in ("-u", "--user"):
        yield from _user(text, name.end())


def _word_before(text: str, name: re.Match[str]) -> str:
    """The word before a two-word name: ``API`` of ``API key``."""
    found = WORD_BEFORE.search(text, max(0, name.start() - 22), name.start())
    return found[0] if found and found[0].lower() != "access " else ""  # an access key is a keyboard shortcut


def _after_space(text: str, name: re.Match[str], name_class: NameClass) -> Iterator[Span]:
    """Secrets after a name and only a space, comma or verb; most such text is prose."""
    comma = COMMA.match(text, name.end())
    if comma is not None:
        for start, end, kind in _values(text, comma.end(), name_class):
            if kind in HEADERS or looks_random(text[start:end], least=SHORT):
                yield start, end, kind
    elif name[0].startswith("-") and (space := SPACE.match(text, name.end())) is not None:
        yield from _values(text, space.end(), name_class)
    elif (verb := IS.match(text, name.end())) is not None and (verb["prose"] or name_class.kind == "password"):
        yield from _after_verb(text, verb, name_class)
    elif (apart := APART.match(text, name.end())) is not None:
        least = SHORT if name_class.kind == "password" else LONG
        for start, end, kind in _values(text, apart.end(), name_class):
            if looks_random(text[start:end], least=least) and not UUID.fullmatch(text, start, end):
                yield start, end, kind


def _unescaped(text: str, name: re.Match[str]) -> str:
    """The name without the tail of a preceding escape: the n of ``\\n``, the 26 of ``%26``."""
    before = text[name.start() - 1 : name.start()]
    if before == "\\" and name[0][0] in "nrt":
        return name[0][1:]
    if before == "%" and len(name[0]) > 2:
        return name[0][2:]
    return name[0]


def _user(text: str, at: int) -> Iterator[Span]:
    """curl's ``-u name:password``."""
    space = SPACE.match(text, at)
    found = None if space is None else _value(text, space.end())
    if found is not None and ":" in text[found[0] : found[1]].strip(":"):
        yield *found, "authorization"


def _named(text: str, name: re.Match[str], sign: re.Match[str], name_class: NameClass) -> Iterator[Span]:
    at = sign.end()
    if name_class.kind in ("authorization", "cookie") and not OPENING.match(text, at):
        enclosing = text[name.start() - 1 : name.start()] if sign["close"] is None else ""
        yield from _header(text, at, enclosing if enclosing in LINE else "", name_class)
        return
    prose = sign["sign"] == ":" and sign[0].endswith((" ", "\t")) and sign["close"] is None
    if prose and name_class.kind == "password" and (words := PASSPHRASE.match(text, at)):
        if is_secret(words[0].split()[0], name_class):
            yield at, words.end(), name_class.kind
        return
    if CALL.match(text, at) or (sign["sign"] == "=>" and not OPENING.match(text, at)):
        return  # code
    if (block := BLOCK.match(text, at)) is not None:
        if is_secret(block["value"], name_class):
            yield *block.span("value"), name_class.kind
        return
    if name_class.kind == "password" and (following := NEXT_LINE.match(text, at)) is not None:
        for start, end, kind in _values(text, following.end(), name_class):
            if looks_random(text[start:end], least=SHORT):
                yield start, end, kind
        return
    for start, end, kind in _values(text, at, name_class, encoded=sign["sign"].startswith("%")):
        if not (prose and name[0].lower().strip("-_.") in BARE and text[start:end].isalpha()):
            yield start, end, kind


def _after_verb(text: str, verb: re.Match[str], name_class: NameClass) -> Iterator[Span]:
    """``the password is hunter2`` or ``the password "hunter2"``, but not ``the password is wrong``."""
    for start, end, kind in _values(text, verb.end(), name_class):
        if verb["prose"] is None or not PROSE.fullmatch(text[start:end].rstrip(".,:;!?)")):
            yield start, end, kind


def _header(text: str, at: int, enclosing: str, name_class: NameClass) -> Iterator[Span]:
    """The value of an Authorization or Cookie header within a line of text."""
    if name_class.kind == "cookie":
        if COOKIES.match(text, at):
            yield at, _line_end(text, at, enclosing), "cookie"
    elif SCHEME_AND_FIELDS.match(text, at):
        yield at, _line_end(text, at, enclosing), "authorization"
    elif (scheme := SCHEME_AND_TOKEN.match(text, at)) and (found := UNQUOTED.match(text, scheme.end())):
        if not found[0].strip(".,").isalpha() or looks_random(found[0]):
            yield at, found.end(), "authorization"
    elif (found := UNQUOTED.match(text, at)) and is_secret(found[0], name_class) and not found[0].isalpha():
        yield at, found.end(), "authorization"


def _line_end(text: str, at: int, enclosing: str) -> int:
    found = LINE[enclosing].match(text, at)
    return found.end() if found else at


def _values(text: str, at: int, name_class: NameClass, *, encoded: bool = False) -> Iterator[Span]:
    """The secrets among the value that begins at ``at`` or, if that is a list, its strings."""
    in_list = text[at : at + 1] == "["
    found = _value(text, at + 1 if in_list else at)
    while found is not None:
        start, end = found
        if encoded and (stop := text.find("%26", start, end)) >= 0:
            end = stop
        if is_secret(text[start:end], name_class):
            yield start, end, name_class.kind
        following = NEXT_IN_LIST.match(text, end + 1) if in_list else None
        found = None if following is None or not OPENING.match(text, following.end()) else _value(text, following.end())


def _value(text: str, at: int) -> tuple[int, int] | None:
    """Start and end of the value at ``at`` without its quotes; None for an object or no value."""
    opening = OPENING.match(text, at)
    if opening is not None and text.startswith((opening[1] + opening[2]) * 2, opening.end()):
        return _in_triple_quotes(text, opening)
    if opening is not None:
        return opening.end(), _closing(text, opening.end(), opening[2], len(opening[1]))
    template = TEMPLATE.match(text, at)
    if template is None and text[at : at + 1] == "{":
        return None
    found = UNQUOTED.match(text, template.end() if template else at) or template
    return None if found is None else (at, found.end())


def _in_triple_quotes(text: str, opening: re.Match[str]) -> tuple[int, int]:
    """The text between triple quotes, over any number of lines."""
    quote = opening[1] + opening[2]
    start = opening.end() + 2 * len(quote)
    end = text.find(quote * 3, start)
    return start, len(text) if end < 0 else end


def _closing(text: str, at: int, quote: str, escapes: int) -> int:
    """The end of the string opened by ``quote`` after ``escapes`` backslashes, or of its line."""
    for found in QUOTE.finditer(text, at):
        if found[2] == "\n" or (found[2] == quote and len(found[1]) <= escapes):
            return found.start()
    return len(text)
