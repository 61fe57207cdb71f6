"""A PNG that is written strip by strip is the picture of its strips."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image

from platemark.pixels.png_stream import encode_strips


def noise(width: int, height: int, seed: int) -> Image.Image:
    return Image.frombytes("RGB", (width, height), random.Random(seed).randbytes(3 * width * height))


@pytest.mark.parametrize("heights", [[1], [7, 1, 20], [300]])
def test_the_strips_stand_below_each_other(heights: list[int]) -> None:
    strips = [noise(33, height, seed) for seed, height in enumerate(heights)]
    data = b"".join(encode_strips(33, sum(heights), strips))
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        assert (image.format, image.mode, image.size) == ("PNG", "RGB", (33, sum(heights)))
        assert image.tobytes() == b"".join(strip.tobytes() for strip in strips)


@pytest.mark.parametrize(
    "strips",
    [[], [noise(33, 9, 1)], [noise(33, 11, 1)], [noise(32, 10, 1)], [noise(33, 10, 1).convert("L")]],
    ids=["none", "too few lines", "too many lines", "too narrow", "grey"],
)
def test_strips_that_do_not_fit_are_refused(strips: list[Image.Image]) -> None:
    with pytest.raises(ValueError, match="strip"):
        list(encode_strips(33, 10, strips))
