"""Extraction of the words that a style plate learns from captions."""

from __future__ import annotations

import pytest

from platemark_press.style_plates.caption_words import MAX_WORD_LENGTH, MAX_WORDS, build_vocabulary, extract_words


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
def test_content_words_are_extracted_once(text: str, words: tuple[str, ...]) -> None:
    assert extract_words(text) == words


def test_a_large_vocabulary_keeps_the_most_frequent_words() -> None:
    captions = [("often", f"once{number:05}") for number in range(MAX_WORDS + 5)]
    words = build_vocabulary(captions)
    assert len(words) == MAX_WORDS
    assert "often" in words
    assert list(words) == sorted(words)
