"""The press as an engine: guarantees that hold for every image."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest

from platemark.engines.base import Cancelled, Engine, EngineImage, GenerateRequest, Progress
from platemark_press import Press
from platemark_press.palettes import PALETTES
from platemark_press.print_job import STYLES
from platemark_press.vocabulary import STYLE_WORDS

Make = Callable[..., EngineImage]
Decode = Callable[[bytes], npt.NDArray[np.uint8]]

STYLE_PHRASE = {name: words.split()[0] for name, words in STYLE_WORDS.items()}


def test_the_press_implements_the_engine_protocol() -> None:
    engine: Engine = Press()
    can = engine.capabilities()
    assert engine.name == "press"
    assert engine.health().ok
    assert can.kinds == {"generate", "caption"}
    assert can.previews
    assert can.deterministic
    assert can.negative_prompt
    assert can.guidance_scale
    assert can.trains
    assert can.adapter_formats == {"style_plate"}
    assert (can.min_side, can.max_side, can.side_multiple, can.max_steps) == (64, 2048, 1, 100)


def test_the_same_request_gives_the_same_bytes(make: Make) -> None:
    first = make("a castle by the sea at dusk", "clouds")
    assert first.data == make("a castle by the sea at dusk", "clouds").data
    assert first.data.startswith(b"\x89PNG")
    assert first.media_type == "image/png"


def test_another_process_with_another_hash_seed_gives_the_same_bytes(make: Make) -> None:
    code = (
        "import hashlib, sys; from platemark.engines.base import GenerateRequest as R;"
        "from platemark_press import Press;"
        "r = R(prompt='queen of hearts, art nouveau, zxqv', width=96, height=96, seed=1, steps=4);"
        "i = next(iter(Press().generate(r, lambda p: None, lambda: False)));"
        "sys.stdout.write(hashlib.sha256(i.data).hexdigest())"
    )
    here = hashlib.sha256(make("queen of hearts, art nouveau, zxqv").data).hexdigest()
    env = {**os.environ, "PYTHONHASHSEED": "4242"}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert done.stdout == here


def test_each_seed_gives_another_composition(make: Make, pixels: Decode) -> None:
    seeds = (0, 1, 2, 2**53 - 1)
    pictures = [pixels(make("a lighthouse and a boat at dusk", seed=s).data).astype(int) for s in seeds]
    for i, one in enumerate(pictures):
        for other in pictures[i + 1 :]:
            assert np.abs(one - other).mean() > 4


@pytest.mark.parametrize("prompt", ["zxqv", "zxqw", "zxqv zxqw", "a fox", "a horse", "a horse and a fox", "a stallion"])
def test_every_word_changes_the_image(make: Make, prompt: str) -> None:
    others = {"zxqv", "zxqw", "zxqv zxqw", "a fox", "a horse", "a horse and a fox", "a stallion"} - {prompt}
    mine = make(prompt, width=64, height=64).data
    assert all(make(other, width=64, height=64).data != mine for other in sorted(others)[:3])


def test_the_image_reports_words_style_and_palette(make: Make) -> None:
    image = make("a mountain at dusk, watercolour, mellifluous, highly detailed", seed=9, steps=5, guidance=4.0)
    assert (image.width, image.height, image.seed) == (96, 96, 9)
    assert (image.engine, image.engine_version, image.model) == ("press", Press.version, None)
    assert image.words_used == ("mountain", "dusk", "watercolour")
    assert image.words_ignored == ("mellifluous", "highly", "detailed")
    assert image.parameters["style"] == "watercolour"
    assert image.parameters["palette"] == "dusk"
    assert image.parameters["steps"] == 5
    assert image.parameters["guidance_scale"] == 4.0


def test_progress_counts_up_and_the_last_preview_is_the_image(pixels: Decode) -> None:
    seen: list[Progress] = []
    request = GenerateRequest(prompt="a mountain at dusk", width=80, height=112, seed=3, steps=6)
    (image,) = Press().generate(request, seen.append, lambda: False)
    assert [p.step for p in seen] == [1, 2, 3, 4, 5, 6]
    assert seen[-1].fraction == 1.0
    previews = [p.preview() for p in seen if p.preview is not None]
    assert len(previews) == 6
    assert all(pixels(data).shape == (112, 80, 3) for data in previews)
    assert len(set(previews)) == 6
    assert previews[-1] == image.data


@pytest.mark.parametrize("after", [0, 1, 3])
def test_cancelling_stops_the_generation(after: int) -> None:
    steps: list[int] = []
    request = GenerateRequest(prompt="a tree", width=64, height=64, steps=5)
    with pytest.raises(Cancelled):
        list(Press().generate(request, lambda p: steps.append(p.step), lambda: len(steps) >= after))
    assert len(steps) == after


@pytest.mark.parametrize(("width", "height"), [(64, 64), (64, 700), (700, 64), (333, 517), (97, 65)])
@pytest.mark.parametrize("prompt", ["a castle in the forest", "queen of spades", "tarot card the tower", "leo", "?"])
def test_unusual_sizes_are_generated(make: Make, pixels: Decode, prompt: str, width: int, height: int) -> None:
    image = make(prompt, width=width, height=height, steps=1)
    assert pixels(image.data).shape == (height, width, 3)


JUNK = [
    "",
    "   ",
    "🙂🙃🚀",
    "♥ K",
    "\x00\ud800\n\t",
    "1234567890",
    "the of and",
    "a" * 2000,
    "x y " * 500,
    "%s {} \\ <b>",
    "٣ سماء 山",
]


@pytest.mark.parametrize("prompt", JUNK, ids=range(len(JUNK)))
def test_unusual_prompts_never_raise(make: Make, prompt: str) -> None:
    assert make(prompt, prompt, width=64, height=64, steps=1).data.startswith(b"\x89PNG")


def test_guidance_raises_contrast(make: Make, pixels: Decode) -> None:
    spread = [float(pixels(make("a mountain at dusk", "border", guidance=g).data).std()) for g in (0.0, 7.5, 15.0)]
    assert spread[0] < spread[1] < spread[2]


def test_low_guidance_bends_outlines(make: Make, pixels: Decode) -> None:
    loose = pixels(make("7 of spades", guidance=0.0).data).mean(-1) < 128
    strict = pixels(make("7 of spades", guidance=9.0).data).mean(-1) < 128
    assert (loose != strict).mean() > 0.01


def test_all_styles_give_different_images(make: Make, pixels: Decode) -> None:
    assert set(STYLES) == set(STYLE_WORDS)
    for prompt in ("a house on a hill", "8 of clubs"):
        images = {s: make(f"{prompt} {word}") for s, word in STYLE_PHRASE.items()}
        assert all(image.parameters["style"] == s for s, image in images.items())
        pictures = [pixels(image.data).astype(int) for image in images.values()]
        for i, one in enumerate(pictures):
            assert all(np.abs(one - other).mean() > 1 for other in pictures[i + 1 :])


def test_all_palettes_give_different_images(make: Make, pixels: Decode) -> None:
    words = {
        "dusk": "sunset", "dawn": "sunrise", "night": "midnight", "day": "noon", "autumn": "autumn", "winter": "winter",
        "ink": "monochrome", "desert": "terracotta", "deep": "underwater", "rose": "pastel", "forest": "mossy",
        "gold": "gilded",
    }  # fmt: skip
    assert set(words) == set(PALETTES)
    images = {name: make(f"hills {word}") for name, word in words.items()}
    assert all(image.parameters["palette"] == name for name, image in images.items())
    means = [pixels(image.data).reshape(-1, 3).mean(0) for image in images.values()]
    for i, one in enumerate(means):
        assert all(np.abs(one - other).max() > 2 for other in means[i + 1 :])


def test_the_number_of_passes_changes_the_print(make: Make) -> None:
    assert len({make("a forest", steps=s).data for s in (1, 4, 12, 20)}) == 4


@pytest.mark.parametrize(
    ("prompt", "negative"),
    [
        ("a fox in the snow, woodcut, blorp", ""),
        ("jester dunes ship terracotta dawn pastel bay", ""),
        ("ace of hearts, no border, gold", "hearts"),
        ("20 monochrome cyan storm iris lovers mushroom", ""),
        ("the fool, tarot card, mezzotint, cathedral", ""),
        ("aries, zodiac, reef, stained-glass", "stars"),
        ("lion snow 21 lady", ""),
        ("", ""),
    ],
)
@pytest.mark.parametrize("size", [(64, 64), (96, 160), (300, 100)])
def test_a_preview_tells_which_words_a_picture_uses(
    make: Make, prompt: str, negative: str, size: tuple[int, int]
) -> None:
    width, height = size
    image = make(prompt, negative, width=width, height=height, seed=width)
    request = GenerateRequest(prompt=prompt, negative_prompt=negative, width=width, height=height)
    preview = Press().preview_prompt(request)
    assert (preview.words_used, preview.words_ignored) == (image.words_used, image.words_ignored)
