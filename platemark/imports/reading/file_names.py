"""File names from a disk as text that can be stored and displayed."""

from __future__ import annotations

import hashlib
import os
import re

MAX_KEY = 1000
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def is_storable(key: str) -> bool:
    """Whether a path can be stored and sent as it is."""
    return 0 < len(key) <= MAX_KEY and not UNPRINTABLE.search(key)


def one_line(text: str, longest: int = MAX_KEY) -> str:
    """``text`` with unprintable characters replaced, cut to ``longest`` characters."""
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)[:longest]


def storable_key(key: str) -> str:
    """``key`` itself if it can be stored; otherwise its printable part with some digits of its digest."""
    if is_storable(key):
        return key
    digest = hashlib.sha256(os.fsencode(key)).hexdigest()[:12]
    return f"{one_line(key, MAX_KEY - 20)} [{digest}]"
