"""E-mail addresses in text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from platemark.redaction.secret_names import words
from platemark.redaction.secret_patterns import Span

ADDRESS = re.compile(
    r"(?<![\w.+%-])[\w.+-]{1,64}+(?:@|%40)(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,6}([^\W\d_]{2,24})(?![\w@-])"
)
FILES = words(
    "bmp bz css gif gz heic html ico jpeg jpg js json log map mjs png py svg toml ts tsx txt webp yaml yml zip"
)
BEFORE_HOST = re.compile(r"://[^\s/?#]{0,80}\Z")


def find_emails(text: str, known: Collection[str]) -> Iterator[Span]:
    """Find e-mail addresses, except ``known`` ones (lower case), file names such as icon@2x.png, and ``git@`` URLs."""
    if "@" not in text and "%40" not in text:
        return
    for found in ADDRESS.finditer(text):
        address = found[0].replace("%40", "@").lower()
        if BEFORE_HOST.search(text, max(0, found.start() - 80), found.start()):
            continue  # credentials of a URL, not somebody's address
        if found[1].lower() not in FILES and address not in known and not address.startswith("git@"):
            yield *found.span(), "email"
