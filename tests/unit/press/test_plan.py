"""Planning: which words are understood, refused or ignored."""

from __future__ import annotations

import pytest

from platemark_press.plan import make_plan
from platemark_press.vocabulary import LEXICON, MAJORS, SIGNS, find_meanings, tokenize


@pytest.mark.parametrize(
    ("prompt", "plate"),
    [
        ("the king of hearts", "card"), ("K", "scene"), ("ace", "card"), ("joker", "card"),
        ("seven of clubs playing card", "card"), ("a card", "card"), ("a king", "scene"), ("tarot card", "tarot"),
        ("tarot the star", "tarot"), ("a star over the sea", "scene"), ("The Hanged Man", "tarot"),
        ("The Moon card", "tarot"), ("scorpio", "zodiac"), ("a scorpion", "scene"), ("zodiac scorpion", "zodiac"),
        ("heart", "scene"), ("", "scene"), ("the tower", "scene"), ("wheel of fortune", "tarot"),
    ],
)  # fmt: skip
def test_words_determine_the_kind_of_plate(prompt: str, plate: str) -> None:
    assert make_plan(prompt).plate == plate


@pytest.mark.parametrize(("number", "title"), list(enumerate(MAJORS)))
def test_every_trump_has_a_name(number: int, title: str) -> None:
    assert make_plan(f"tarot card, {title}, art nouveau").first("major") == str(number)


def test_trumps_can_be_named_by_number() -> None:
    assert make_plan("tarot xiv").first("major") == "14"
    assert make_plan("tarot 7").first("major") == "7"


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_has_a_name(sign: str) -> None:
    assert make_plan(f"{sign} in the style of a woodcut").first("sign") == sign.lower()


def test_rank_words_and_figures_mean_the_same() -> None:
    for word, figure in (("two", "2"), ("ten", "10"), ("seven", "7")):
        assert make_plan(f"{word} of spades").first("rank") == make_plan(f"{figure} of spades").first("rank")
    assert make_plan("♥ queen").first("suit") == "hearts"


def test_plurals_and_phrases_are_understood() -> None:
    assert find_meanings("castles") == find_meanings("castle")
    assert find_meanings("daisies") == find_meanings("daisy")
    assert tokenize("Art Nouveau, STAINED glass") == ["art-nouveau", "stained-glass"]


def test_a_negative_word_removes_its_meaning() -> None:
    plan = make_plan("a castle at dusk with clouds", "cloudy, fortress")
    assert plan.every("subject") == ()
    assert plan.every("extra") == ()
    used, ignored = plan.split_words({"palette:dusk"})
    assert used == ("dusk",)
    assert ignored == ("castle", "clouds")


def test_a_prompt_may_contain_negations() -> None:
    plan = make_plan("a tree without birds, no border")
    assert {"extra:birds", "extra:border"} <= plan.refused
    assert plan.every("subject") == ("tree",)


def test_unknown_words_reseed_and_known_words_do_not() -> None:
    assert make_plan("a castle").reseeding == make_plan("a fortress at night").reseeding == ()
    assert make_plan("a zxqv castle").reseeding == ("zxqv",)


def test_meanings_are_well_formed() -> None:
    assert all(m.count(":") == 1 for ms in LEXICON.values() for m in ms)
