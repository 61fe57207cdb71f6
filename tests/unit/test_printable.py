"""Text that is safe for a terminal, whatever it was."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from platemark.printable import escape, escape_lines, to_json

JOINERS = "\u200c\u200d"
CONTROLLING = {"Cc", "Zl", "Zp", "Cs"}
DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ANY_TEXT = st.text(st.characters(codec=None, categories=None))


def is_safe(letter: str) -> bool:
    return unicodedata.category(letter) not in CONTROLLING and letter not in DIRECTIONS


@given(ANY_TEXT)
def test_no_controlling_character_is_left(text: str) -> None:
    assert all(map(is_safe, escape(text)))
    assert all(map(is_safe, to_json(text)))
    assert all(is_safe(letter) or letter in "\n\t" for letter in escape_lines(text))


@given(ANY_TEXT)
def test_json_gives_the_text_back(text: str) -> None:
    assert json.loads(to_json({text: [text]})) == {text: [text]}


@pytest.mark.parametrize("text", ["", "a fox", "Zürich – 東京\u3000都", "👩\u200d🎨", "می\u200cخواهم", "back\\slash"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert escape(text) == escape_lines(text) == text


def test_escapes_are_those_of_python() -> None:
    assert escape("\x1b[2J\r\n\u202e\x9b\ud800") == r"\x1b[2J\r\n\u202e\x9b\ud800"
    assert escape_lines("a\n\tb\x1b") == "a\n\tb" + r"\x1b"
