"""The words that a plate sees in a caption."""

from __future__ import annotations

import pytest

from platemark_press.plates.words import MAX_WORD_LENGTH, MAX_WORDS, caption_words, vocabulary


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        ("A photo of the Trees", ("tree",)),
        ("tree, trees; TREE", ("tree",)),
        ("stained glass", ("stained", "glass")),
        ("gas", ("gas",)),
        ("12 x 3", ()),
        ("blue_sky-line", ("blue", "sky", "line")),
        ("Ｆｏｘ", ("fox",)),
        ("Bäume und 山水", ("bäume", "und", "山水")),
        ("\x00\ud800 fox", ("fox",)),
        ("x" * 500, ("x" * MAX_WORD_LENGTH,)),
    ],
)
def test_words_that_say_something_are_kept_once(text: str, words: tuple[str, ...]) -> None:
    assert caption_words(text) == words


def test_of_too_many_words_the_frequent_ones_are_kept() -> None:
    captions = [("often", f"once{number:05}") for number in range(MAX_WORDS + 5)]
    words = vocabulary(captions)
    assert len(words) == MAX_WORDS
    assert "often" in words
    assert list(words) == sorted(words)
