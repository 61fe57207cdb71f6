"""What stands where a secret stood: ``[redacted:KIND]``."""

from __future__ import annotations

import re

MARK = "[redacted:{}]"
MARKS = re.compile(r"\[redacted:[a-z_]{1,40}\]")
HEADER_NAME = re.compile(r"redacted-[a-z_]{1,40}-*")


def as_header_name(mark: re.Match[str]) -> str:
    """A mark in the letters that a header's name may have: ``redacted-KIND``."""
    return mark[0].strip("[]").replace(":", "-")


def unmarked(text: str) -> str:
    """``text`` without the marks in it, for they say what was there and not what is."""
    return "" if HEADER_NAME.fullmatch(text) else MARKS.sub("", text)
