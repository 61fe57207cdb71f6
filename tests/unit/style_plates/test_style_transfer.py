"""Prints with a style plate: the effect grows with its weight, and weight 0 has none."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from platemark.engines.base import AdapterUse, EngineError, EngineImage, GenerateRequest, Progress
from platemark_press import Press
from platemark_press.print_job import STYLES
from platemark_press.vocabulary import STYLE_WORDS
from tests.unit.style_plates.conftest import Album, MakeUse, train

STYLE_PHRASE = {name: words.split()[0] for name, words in STYLE_WORDS.items()}


def make(prompt: str, *uses: AdapterUse, width: int = 160, height: int = 160, seed: int = 3) -> EngineImage:
    request = GenerateRequest(prompt=prompt, width=width, height=height, seed=seed, steps=8, adapters=uses)
    (image,) = Press().generate(request, lambda _: None, lambda: False)
    return image


def pixels(image: EngineImage) -> npt.NDArray[np.int64]:
    with Image.open(io.BytesIO(image.data)) as picture:
        return np.asarray(picture.convert("RGB"), np.int64)


def mean_change(first: EngineImage, second: EngineImage) -> float:
    return float(np.abs(pixels(first) - pixels(second)).mean())


def test_weight_0_changes_nothing(use: MakeUse, tmp_path: Path) -> None:
    plain = make("a castle at dusk, zxqv")
    for none in (use(0.0), use(0.0, tmp_path / "not there")):
        printed = make("a castle at dusk, zxqv", none)
        assert printed.data == plain.data
        assert (printed.words_used, printed.words_ignored) == (plain.words_used, plain.words_ignored)


@pytest.mark.parametrize("style", sorted(STYLES))
def test_a_higher_weight_changes_the_picture_more_in_every_style(use: MakeUse, style: str) -> None:
    prompt = f"a castle on a mountain at dusk, clouds, {STYLE_PHRASE[style]}"
    plain = make(prompt)
    changes = [mean_change(plain, make(prompt, use(weight))) for weight in (0.0, 0.1, 0.35, 0.7, 1.0)]
    assert changes[0] == 0
    assert all(less < more for less, more in pairwise(changes)), changes


@pytest.mark.parametrize("prompt", ["queen of hearts", "seven of spades", "tarot the tower", "leo", "harmony"])
def test_all_kinds_of_plates_take_the_style(use: MakeUse, prompt: str) -> None:
    changes = [mean_change(make(prompt), make(prompt, use(weight))) for weight in (0.35, 0.7, 1.0)]
    assert 1 < changes[0] < changes[1] < changes[2]


def test_the_print_moves_towards_the_albums_colours(use: MakeUse, album: Album) -> None:
    with Image.open(album[0].path) as picture:
        golden = np.asarray(picture.convert("RGB"), np.int64).reshape(-1, 3).mean(0)
    plain, styled = (pixels(make("a whale in the deep sea, blue, watercolour", use(w))) for w in (0.0, 1.0))
    warmth = [float((mean[0] - mean[2]) / mean.sum()) for mean in (golden, plain.mean((0, 1)), styled.mean((0, 1)))]
    assert warmth[1] < warmth[2] <= warmth[0] + 0.05


def test_the_same_request_gives_the_same_bytes(use: MakeUse) -> None:
    assert make("a fox", use(0.7)).data == make("a fox", use(0.7)).data
    assert make("a fox", use(0.7)).data != make("a fox", use(0.7), seed=4).data


@pytest.mark.parametrize(("width", "height"), [(64, 64), (64, 700), (700, 64), (333, 517), (97, 65)])
def test_unusual_sizes_are_generated(use: MakeUse, width: int, height: int) -> None:
    assert pixels(make("a tree", use(1.0), width=width, height=height)).shape == (height, width, 3)


def test_the_last_preview_is_the_image(use: MakeUse) -> None:
    seen: list[Progress] = []
    request = GenerateRequest(prompt="a boat", width=96, height=96, steps=3, adapters=(use(0.5),))
    (image,) = Press().generate(request, seen.append, lambda: False)
    assert seen[-1].preview is not None
    assert seen[-1].preview() == image.data


def test_words_known_only_to_the_plate_count_as_used(album: Album, tmp_path: Path, use: MakeUse) -> None:
    named = tuple(
        type(one)(one.path, f"{'quux' if index % 2 else 'plugh'} {one.caption}", one.held_out)
        for index, one in enumerate(album)
    )
    adapter = use(1.0, train(named, tmp_path).path)
    plain = make("a castle, quux, zxqv")
    styled = make("a castle, quux, zxqv", adapter)
    assert plain.words_ignored == ("quux", "zxqv")
    assert (styled.words_used, styled.words_ignored) == (("castle", "quux"), ("zxqv",))


def test_two_plates_are_applied_one_after_the_other(use: MakeUse) -> None:
    once, twice = make("a house", use(0.5)), make("a house", use(0.5), use(0.5))
    assert once.data != twice.data
    assert make("a house", use(0.5), use(0.0)).data == once.data


@pytest.mark.parametrize("weight", [-0.1, 1.01, float("nan")])
def test_a_weight_outside_0_to_1_is_refused(use: MakeUse, weight: float) -> None:
    with pytest.raises(EngineError) as failed:
        make("a fox", use(weight))
    assert (failed.value.code, failed.value.retryable) == ("adapter_weight", False)


def test_other_formats_are_refused(use: MakeUse) -> None:
    with pytest.raises(EngineError) as failed:
        make("a fox", use(0.5, kind="lora"))
    assert failed.value.code == "adapter_format_unknown"


def test_a_damaged_plate_is_refused(use: MakeUse, tmp_path: Path) -> None:
    (tmp_path / "plate").write_bytes(b"platemark style plate\n")
    with pytest.raises(EngineError) as failed:
        make("a fox", use(0.5, tmp_path / "plate"))
    assert failed.value.code == "adapter_unreadable"
