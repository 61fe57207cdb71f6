"""The first words of a prompt as a title."""

from __future__ import annotations

import pytest

from platemark.image_visibility import MAX_WORDS, first_words

FITTING = "a " * (MAX_WORDS // 2 - 1) + "ab"


@pytest.mark.parametrize(
    ("prompt", "title"),
    [
        ("", ""),
        (" \n", ""),
        ("a fox in the snow", "a fox in the snow"),
        ("  a fox\n\tin  the\r\nsnow ", "a fox in the snow"),
        (FITTING, FITTING),
        (FITTING + "c", "a " * (MAX_WORDS // 2 - 2) + "a…"),
        (f"{FITTING} c", f"{'a ' * (MAX_WORDS // 2 - 2)}a…"),
        ("a" * MAX_WORDS, "a" * MAX_WORDS),
        ("a" * (MAX_WORDS + 1), "a" * (MAX_WORDS - 1) + "…"),
        ("a fox, " * 20, "a fox, " * 11 + "a…"),
        ("狐" * 2000, "狐" * (MAX_WORDS - 1) + "…"),
    ],
)
def test_a_title_is_one_line_of_whole_words(prompt: str, title: str) -> None:
    assert first_words(prompt) == title
    assert len(title) <= MAX_WORDS
