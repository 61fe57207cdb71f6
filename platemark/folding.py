"""Text as searches compare it. One rule in Python, so that every database finds the same.

Case is ignored, and so is the form of a character: ``ﬁ`` is ``fi``, ``Ｆ`` is ``f``, ``ß`` is ``ss``, and an accent is
the same composed and combining. A control character, line breaks included, counts as a space.
"""

from __future__ import annotations

import hashlib
from unicodedata import normalize
from uuid import UUID

SPACES = dict.fromkeys([*range(0x20), 0x7F], " ")


def fold(text: str) -> str:
    """``text`` as it is compared: Unicode's compatibility caseless match. Folding it again changes nothing."""
    return normalize("NFKC", normalize("NFKC", normalize("NFD", text).casefold()).casefold()).translate(SPACES)


def text_key(text: str) -> bytes:
    """16 bytes, the same for texts that are equal when folded: an index takes them however long the text is."""
    return hashlib.blake2b(fold(text).encode(), digest_size=16).digest()


def order_number(id: UUID) -> int:  # noqa: A002 - the field's own name
    """The first 63 bits of an id, a positive number that sorts as the ids do; ids of one moment may share it."""
    return id.int >> 65
