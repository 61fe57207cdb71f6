"""Fixtures of the press: a quick way to make one small picture."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from platemark.engines.base import EngineImage, GenerateRequest
from platemark_press import Press

Make = Callable[..., EngineImage]
Pixels = npt.NDArray[np.uint8]


def make_picture(prompt: str, negative: str = "", **options: float) -> EngineImage:
    request = GenerateRequest(
        prompt=prompt,
        negative_prompt=negative,
        width=int(options.get("width", 96)),
        height=int(options.get("height", 96)),
        seed=int(options.get("seed", 1)),
        steps=int(options.get("steps", 4)),
        guidance_scale=options.get("guidance", 7.5),
    )
    (image,) = Press().generate(request, lambda _: None, lambda: False)
    return image


def decode_pixels(data: bytes) -> Pixels:
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image.convert("RGB"))


@pytest.fixture
def make() -> Make:
    return make_picture


@pytest.fixture
def pixels() -> Callable[[bytes], Pixels]:
    return decode_pixels
