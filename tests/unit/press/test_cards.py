"""Playing cards: the areas that a number card leaves empty stay empty."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest

from platemark.engines.base import EngineImage
from platemark_press.canvas import Canvas
from platemark_press.cards import draw_card
from platemark_press.plan import make_plan
from platemark_press.print_job import STYLES
from platemark_press.random_streams import RandomStreams
from platemark_press.sheet import Sheet, choose_palette

Make = Callable[..., EngineImage]
Decode = Callable[[bytes], npt.NDArray[np.uint8]]

# A blueprint carries centre marks across the middle on purpose.
PLAIN_MIDDLE = sorted(set(STYLES) - {"blueprint"})


def _drawn(prompt: str, style: str, width: int, height: int, seed: int, hand: float = 0.002) -> Canvas:
    plan, streams = make_plan(prompt, ""), RandomStreams(seed)
    palette, used = choose_palette(plan, streams)
    canvas = Canvas(width, height, palette.paper)
    canvas.set_wobble(streams.generator("hand"), hand)
    draw_card(Sheet(canvas, plan, palette, streams, style, used))
    return canvas


@pytest.mark.parametrize("style", PLAIN_MIDDLE)
@pytest.mark.parametrize(("width", "height"), [(256, 384), (171, 255), (150, 210)])
def test_no_contour_crosses_the_middle_of_a_two(style: str, width: int, height: int) -> None:
    for seed in (1, 2, 3):
        line = _drawn("two of hearts", style, width, height, seed).line
        middle = line[height // 2 - 6 : height // 2 + 7, round(0.1 * width) : round(0.9 * width)]
        assert middle.max() == 0, (style, seed)
        assert line.max() > 0.3, "the card itself is drawn"


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_bent_outlines_meet_where_the_halves_join(seed: int) -> None:
    line = _drawn("two of hearts", "etching", 512, 768, seed, hand=0.03).line
    above, below = (int(np.flatnonzero(line[y] > 0.4)[0]) for y in (383, 384))
    assert abs(above - below) <= 1


@pytest.mark.parametrize("rank", ["two", "four"])
@pytest.mark.parametrize("style", ["etching", "art nouveau", "art deco", "woodcut", "stained glass"])
def test_the_middle_rows_are_no_darker_than_their_neighbours(make: Make, pixels: Decode, style: str, rank: str) -> None:
    picture = pixels(make(f"{rank} of hearts, {style}", width=256, height=384, steps=8).data)
    darkest = picture[170:214, 40:216].min(-1).astype(int)
    rows = np.sort(darkest, axis=1)[:, :12].mean(1)
    assert rows[20:24].min() > np.delete(rows, np.s_[20:24]).min() - 20
