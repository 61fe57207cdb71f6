"""Names from a disk as text that can be stored and shown."""

from __future__ import annotations

import hashlib
import os
import re

LONGEST_KEY = 1000
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def storable(key: str) -> bool:
    """Whether a path can be stored and sent as it is."""
    return 0 < len(key) <= LONGEST_KEY and not UNPRINTABLE.search(key)


def one_line(text: str, longest: int = LONGEST_KEY) -> str:
    """``text`` with what cannot be shown replaced, and no longer than allowed."""
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)[:longest]


def shown(key: str) -> str:
    """``key`` as it can be stored: itself, or, where it cannot, what is left of it with a few digits of its digest."""
    if storable(key):
        return key
    digest = hashlib.sha256(os.fsencode(key)).hexdigest()[:12]
    return f"{one_line(key, LONGEST_KEY - 20)} [{digest}]"
