"""The marks that replace secrets: ``[redacted:KIND]``."""

from __future__ import annotations

import re

MARK = "[redacted:{}]"
MARKS = re.compile(r"\[redacted:[a-z_]{1,40}\]")
HEADER_NAME = re.compile(r"redacted-[a-z_]{1,40}-*")


def mark_as_header_name(mark: re.Match[str]) -> str:
    """The mark spelled with the characters that a header name may have: ``redacted-KIND``."""
    return mark[0].strip("[]").replace(":", "-")


def without_marks(text: str) -> str:
    """``text`` without its marks, which say what was there before."""
    return "" if HEADER_NAME.fullmatch(text) else MARKS.sub("", text)
