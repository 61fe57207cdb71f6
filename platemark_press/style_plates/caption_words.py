"""Extract the words of a caption or prompt that a style plate learns and recognises."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

MAX_WORDS = 4096
MAX_WORD_LENGTH = 40

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_STOP_WORDS = frozenset(
    "an the and or of in on at to with for from by is are as it its no not without this that "  # noqa: SIM905 - a text
    "photo photograph picture image".split()
)


def extract_words(text: str) -> tuple[str, ...]:
    """The distinct words of a text without stop words, in lower case and without a plural s."""
    words = _LETTERS.findall(unicodedata.normalize("NFKC", text).lower())
    return tuple(dict.fromkeys(_singular(word)[:MAX_WORD_LENGTH] for word in words if word not in _STOP_WORDS))


def build_vocabulary(captions: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The words of all captions in alphabetical order; only the most frequent ones if there are too many."""
    counts = Counter(word for words in captions for word in words)
    frequent = sorted(counts, key=lambda word: (-counts[word], word))[:MAX_WORDS]
    return tuple(sorted(frequent))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
