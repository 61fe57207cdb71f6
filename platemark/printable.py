"""Text from anywhere, made safe for a terminal: nothing in it moves the cursor, reverses the text or begins a line."""

from __future__ import annotations

import json
import re
from typing import Any

UNSAFE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""Control characters, marks of direction, separators of lines, invisible characters and lone surrogates.

The joiners of emoji and of some scripts (U+200C, U+200D) are not among them.
"""


def escape(text: str) -> str:
    """``text`` on one line, with unsafe characters as in Python's literals: ``\\x1b``, ``\\u202e``."""
    return UNSAFE.sub(_as_literal, text)


def escape_lines(text: str) -> str:
    """``escape`` for text of several lines, such as a traceback: its newlines and tabs stay."""
    return UNSAFE.sub(lambda match: match[0] if match[0] in "\n\t" else _as_literal(match), text)


def to_json(value: Any, **options: Any) -> str:
    """``value`` as JSON on one line, with unsafe characters as JSON escapes; parsing it gives them back."""
    text = json.dumps(value, ensure_ascii=False, **options)
    return UNSAFE.sub(lambda match: json.dumps(match[0])[1:-1], text)


def _as_literal(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")
