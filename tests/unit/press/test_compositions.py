"""Drawings: sets are complete, and removing one element leaves the others in place."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest

from platemark.engines.base import EngineImage
from platemark_press.cards import RANK_NAMES
from platemark_press.suits import SUIT_NAMES
from platemark_press.vocabulary import MAJORS, SIGNS, SUBJECTS
from platemark_press.zodiac_glyphs import LINES, SIGN_KEYS, STARS, glyph_strokes

Make = Callable[..., EngineImage]
Decode = Callable[[bytes], npt.NDArray[np.uint8]]


def _all_apart(pictures: list[npt.NDArray[np.uint8]], least: float) -> bool:
    flat = np.stack([p.astype(np.int16).ravel() for p in pictures])
    return all(np.abs(flat[i + 1 :] - flat[i]).mean(1).min(initial=99) > least for i in range(len(flat) - 1))


def test_all_fifty_two_cards_differ(make: Make, pixels: Decode) -> None:
    names = [f"{rank} of {suit}" for suit in SUIT_NAMES for rank in RANK_NAMES]
    assert len(names) == 52
    images = [make(name, height=144, steps=2) for name in names]
    assert all(not image.words_ignored for image in images)
    assert _all_apart([pixels(image.data) for image in images], 1.0)


def test_all_twenty_two_trumps_differ(make: Make, pixels: Decode) -> None:
    images = [make(f"tarot, {title}", height=160, steps=2) for title in MAJORS]
    assert all(not image.words_ignored for image in images)
    assert _all_apart([pixels(image.data) for image in images], 4)


def test_all_twelve_signs_differ(make: Make, pixels: Decode) -> None:
    images = [make(f"zodiac sign {sign}", steps=2) for sign in SIGNS]
    assert all(image.words_ignored == ("sign",) for image in images)
    assert _all_apart([pixels(image.data) for image in images], 3)


@pytest.mark.parametrize("size", [(192, 192), (256, 192)])
def test_no_frame_covers_the_name_of_a_sign(make: Make, pixels: Decode, size: tuple[int, int]) -> None:
    width, height = size
    leo, virgo = (
        pixels(make(f"zodiac {sign}, art nouveau", width=width, height=height, steps=8).data)
        for sign in ("leo", "virgo")
    )
    name = np.s_[round(0.82 * height) :, round(0.35 * width) : round(0.65 * width)]
    changed = np.flatnonzero((np.abs(leo[name].astype(int) - virgo[name]).max(-1) > 60).any(1))
    letters = np.split(changed, np.flatnonzero(np.diff(changed) > 3) + 1)[-1]
    assert len(letters) >= 0.033 * min(size), "letters stand free in their whole height"


def test_glyphs_and_constellations_are_complete() -> None:
    assert set(SIGN_KEYS) == set(STARS) == set(LINES)
    for sign in SIGN_KEYS:
        assert all(len(stroke) > 1 for stroke in glyph_strokes(sign))
        assert all(max(pair) < len(STARS[sign]) for pair in LINES[sign])


@pytest.mark.parametrize("subject", sorted(SUBJECTS))
def test_every_subject_is_drawn_and_reported(make: Make, subject: str) -> None:
    image = make(f"a {subject}", steps=1)
    assert image.words_used == (subject,)
    assert image.data != make("", steps=1).data


@pytest.mark.parametrize("rank", ["king", "queen", "jack"])
def test_courts_are_the_same_upside_down(make: Make, pixels: Decode, rank: str) -> None:
    picture = pixels(make(f"{rank} of clubs", height=144, steps=1).data).astype(int)
    turned = picture[::-1, ::-1]
    assert np.abs(picture - turned).mean() < 12
    assert np.abs(picture - picture[::-1]).mean() > np.abs(picture - turned).mean()


def test_removing_an_element_leaves_the_others_in_place(make: Make, pixels: Decode) -> None:
    prompt = "a lighthouse and a boat on the sea at dusk"
    whole = pixels(make(prompt, "border", width=128, height=128, seed=4).data).astype(int)
    less = pixels(make(prompt, "border, lighthouse", width=128, height=128, seed=4).data).astype(int)
    change = np.abs(whole - less).max(-1) > 30
    assert change[:, 80:].any()
    assert not change[90:, :32].any(), "so does the bow of the boat"
    assert not change[112:].any(), "the water in front stays where it was"


def test_removing_clouds_leaves_the_land_in_place(make: Make, pixels: Decode) -> None:
    whole = pixels(make("hills at noon, clouds", width=128, height=128).data)
    less = pixels(make("hills at noon, clouds", "clouds", width=128, height=128).data)
    assert not np.array_equal(whole[:60], less[:60])
    assert np.array_equal(whole[96:], less[96:])


def test_the_border_can_be_removed(make: Make, pixels: Decode) -> None:
    framed = make("night forest")
    bare = make("night forest, no border")
    assert pixels(framed.data)[1, 1].mean() > 200
    assert pixels(bare.data)[1, 1].mean() < 160
    assert bare.words_used == ("night", "forest", "border")
    assert make("night forest", "border").data != framed.data
    assert make("ace of hearts", "border").data != make("ace of hearts").data


def test_a_refused_colour_disappears(make: Make, pixels: Decode) -> None:
    def redness(data: bytes) -> float:
        p = pixels(data).astype(float)
        return float((p[..., 0] - p[..., 2]).mean())

    assert redness(make("hills, autumn", "orange, amber, red").data) < redness(make("hills, autumn").data) - 10


def test_hue_words_shift_the_palette(make: Make, pixels: Decode) -> None:
    blue = pixels(make("hills at noon, blue").data).reshape(-1, 3).mean(0)
    red = pixels(make("hills at noon, red").data).reshape(-1, 3).mean(0)
    assert red[0] - red[2] > blue[0] - blue[2] + 5


def test_lead_divides_the_field_of_a_glass_card(make: Make, pixels: Decode) -> None:
    picture = pixels(make("two of hearts, stained glass", width=256, height=384, steps=8).data)
    field = picture[120:264, 40:216].max(-1)
    assert 0.02 < (field < 80).mean() < 0.3


@pytest.mark.parametrize("style", ["art nouveau", "art deco", "stained glass", "woodcut", "blueprint"])
def test_a_style_changes_a_card(make: Make, pixels: Decode, style: str) -> None:
    plain = make("king of hearts", height=144)
    themed = make(f"king of hearts, {style}", height=144)
    assert np.abs(pixels(plain.data).astype(int) - pixels(themed.data).astype(int)).mean() > 4
    assert style in themed.words_used


def test_words_that_a_card_cannot_show_are_ignored(make: Make) -> None:
    image = make("queen of hearts in a forest with a cat", steps=1)
    assert image.words_used == ("queen", "hearts")
    assert image.words_ignored == ("forest", "cat")


def test_a_trump_reports_words_that_its_scene_ignores(make: Make) -> None:
    image = make("tarot the hermit with a dragon", steps=1)
    assert image.words_used == ("tarot", "hermit")
    assert image.words_ignored == ("dragon",)
