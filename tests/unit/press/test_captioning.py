"""Captions by the press: measurable facts about a picture, stated correctly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from platemark.engines.base import Cancelled, Caption, CaptionRequest, EngineError, GenerateRequest
from platemark_press import Press
from platemark_press.style_plates.caption_words import extract_words

Draw = Callable[[Image.Image, ImageDraw.ImageDraw], None]


def caption_file(path: Path, *, tags: bool = False) -> Caption:
    return Press().caption(CaptionRequest(path=path, media_type="image/png", tags=tags), lambda: False)


def caption_image(picture: Image.Image, folder: Path, **options: object) -> str:
    path = folder / "picture"
    picture.save(path, **{"format": "PNG", **options})  # type: ignore[arg-type]
    return caption_file(path).text


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ((255, 0, 0), "red"),
        ((220, 20, 60), "red"),
        ((120, 0, 0), "deep red"),
        ((255, 140, 0), "orange"),
        ((255, 235, 0), "yellow"),
        ((0, 128, 0), "green"),
        ((0, 60, 20), "deep green"),
        ((0, 128, 128), "teal"),
        ((0, 0, 255), "blue"),
        ((10, 10, 220), "blue"),
        ((0, 0, 110), "deep blue"),
        ((135, 206, 235), "pale blue"),
        ((70, 80, 100), "muted blue"),
        ((130, 0, 255), "violet"),
        ((128, 0, 128), "purple"),
        ((255, 0, 255), "magenta"),
        ((255, 192, 203), "pale pink"),
        ((139, 69, 19), "brown"),
        ((245, 222, 179), "beige"),
        ((212, 175, 55), "gold"),
        ((110, 110, 20), "olive"),
        ((255, 255, 255), "white"),
        ((200, 200, 200), "light grey"),
        ((128, 128, 128), "grey"),
        ((60, 60, 60), "dark grey"),
        ((0, 0, 0), "black"),
    ],
)
def test_colours_are_named_correctly(tmp_path: Path, colour: tuple[int, int, int], name: str) -> None:
    assert caption_image(Image.new("RGB", (60, 40), colour), tmp_path).startswith(f"{name} all over, ")


def test_colours_are_named_by_share_and_place(tmp_path: Path) -> None:
    picture = Image.new("RGB", (80, 120), (10, 10, 110))
    ImageDraw.Draw(picture).rectangle((28, 46, 52, 74), (255, 120, 0))
    caption = caption_image(picture, tmp_path)
    assert caption.startswith("mostly deep blue with a little orange at the centre, ")
    assert "weight at the centre" in caption
    assert caption.endswith("portrait format")


@pytest.mark.parametrize(
    ("box", "place"),
    [
        ((0, 0, 89, 14), "at the top"),
        ((0, 75, 89, 89), "at the bottom"),
        ((0, 0, 14, 89), "on the left"),
        ((75, 0, 89, 89), "on the right"),
    ],
)
def test_the_place_of_a_stripe_is_named(tmp_path: Path, box: tuple[int, int, int, int], place: str) -> None:
    picture = Image.new("RGB", (90, 90), (240, 240, 240))
    ImageDraw.Draw(picture).rectangle(box, (200, 0, 0))
    caption = caption_image(picture, tmp_path)
    assert caption.startswith(f"mostly white with red {place}")
    assert f"weight {place}" in caption
    assert caption.endswith("square format")


def test_two_halves_are_two_main_colours(tmp_path: Path) -> None:
    picture = Image.new("RGB", (120, 60), (255, 0, 0))
    ImageDraw.Draw(picture).rectangle((60, 0, 119, 59), (0, 128, 0))
    caption = caption_image(picture, tmp_path)
    assert caption.startswith("green and red, ")
    assert caption.endswith("landscape format")


def noise(span: int) -> Image.Image:
    tones = np.random.default_rng(7).integers(128 - span, 128 + span, (200, 200, 1), np.uint8)
    return Image.fromarray(np.repeat(tones, 3, axis=2))


def ramp() -> Image.Image:
    return Image.linear_gradient("L").convert("RGB")


def stripes() -> Image.Image:
    picture = Image.new("RGB", (200, 200), "white")
    pen = ImageDraw.Draw(picture)
    for left in range(0, 200, 4):
        pen.rectangle((left, 0, left + 1, 199), "black")
    return picture


@pytest.mark.parametrize(
    ("picture", "words", "never"),
    [
        (Image.new("RGB", (50, 50), (20, 10, 5)), ["dark", "low contrast", "smooth"], ["light", "weight"]),
        (Image.new("RGB", (50, 50), (250, 240, 225)), ["light", "low contrast"], ["dark"]),
        (Image.new("RGB", (50, 50), (255, 100, 0)), ["warm", "vivid"], ["cold", "monochrome"]),
        (Image.new("RGB", (50, 50), (0, 60, 255)), ["cold", "vivid"], ["warm"]),
        (Image.new("RGB", (50, 50), (128, 128, 128)), ["monochrome"], ["warm", "cold", "dark", "light"]),
        (ramp(), ["high contrast", "smooth", "symmetrical"], ["low contrast", "finely textured"]),
        (noise(110), ["finely textured"], ["smooth", "symmetrical"]),
        (noise(2), ["low contrast"], ["finely textured", "high contrast"]),
        (stripes(), ["finely textured"], ["smooth"]),
    ],
    ids=["dark", "light", "warm", "cold", "grey", "ramp", "noise", "faint", "stripes"],
)
def test_clear_traits_are_named_and_unclear_ones_are_not(
    tmp_path: Path, picture: Image.Image, words: list[str], never: list[str]
) -> None:
    caption = caption_image(picture, tmp_path).split(", ")
    assert [word for word in words if word not in caption] == []
    assert [word for word in never if any(word in part.split() or word == part for part in caption[1:])] == []


def test_exif_orientation_is_applied(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it a quarter to the right
    picture = Image.new("RGB", (90, 60), "white")
    ImageDraw.Draw(picture).rectangle((0, 0, 14, 59), (200, 0, 0))
    caption = caption_image(picture, tmp_path, format="JPEG", quality=95, exif=exif)
    assert "at the top" in caption
    assert caption.endswith("portrait format")


@pytest.mark.parametrize(
    ("picture", "options", "words"),
    [
        (Image.new("RGBA", (50, 50), (255, 0, 0, 0)), {}, "white all over, "),
        (Image.new("RGBA", (50, 50), (255, 0, 0, 255)), {}, "red all over, "),
        (Image.new("L", (50, 50), 0), {}, "black all over, "),
        (Image.new("1", (50, 50), 1), {}, "white all over, "),
        (Image.new("I;16", (50, 50), 65535), {}, "white all over, "),
        (Image.new("P", (50, 50), 0), {"transparency": 0}, "white all over, "),
        (Image.new("CMYK", (50, 50), (0, 255, 255, 0)), {"format": "JPEG"}, "red all over, "),
        (Image.new("RGB", (50, 50), (0, 0, 255)), {"format": "WEBP", "lossless": True}, "blue all over, "),
        (Image.new("RGB", (1, 1), (0, 0, 255)), {}, "blue all over, "),
        (Image.new("RGB", (3000, 2), (0, 0, 255)), {}, "blue all over, "),
    ],
    ids=["clear", "alpha", "grey", "bits", "sixteen", "palette", "cmyk", "webp", "dot", "line"],
)
def test_every_picture_mode_is_supported(
    tmp_path: Path, picture: Image.Image, options: dict[str, object], words: str
) -> None:
    assert caption_image(picture, tmp_path, **options).startswith(words)


def test_transparency_is_named(tmp_path: Path) -> None:
    assert "transparent ground" in caption_image(Image.new("RGBA", (50, 50), (255, 0, 0, 0)), tmp_path).split(", ")


def test_tags_come_on_request_the_most_confident_first(tmp_path: Path) -> None:
    path = tmp_path / "picture"
    Image.new("RGB", (40, 60), (200, 0, 0)).save(path, "PNG")
    assert caption_file(path).tags == ()
    tags = caption_file(path, tags=True).tags
    assert {"red", "warm", "portrait format"} <= {tag.text for tag in tags}
    sure = [tag.confidence or 0.0 for tag in tags]
    assert sure == sorted(sure, reverse=True)
    assert all(0.5 <= each <= 1 for each in sure)


def test_captions_are_stable_and_usable_for_training(tmp_path: Path) -> None:
    request = GenerateRequest(prompt="a lighthouse by the sea at night, watercolour", width=128, height=192, seed=3)
    (image,) = Press().generate(request, lambda _: None, lambda: False)
    path = tmp_path / "picture"
    path.write_bytes(image.data)
    caption = caption_file(path)
    assert caption_file(path) == caption
    assert (caption.engine, caption.engine_version, caption.model) == ("press", Press.version, None)
    assert "blue" in extract_words(caption.text)
    assert not {"lighthouse", "sea", "boat"} & set(extract_words(caption.text))


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_a_file_that_is_not_a_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "picture"
    path.write_bytes(data)
    with pytest.raises(EngineError) as refused:
        caption_file(path)
    assert (refused.value.code, refused.value.retryable) == ("picture_unreadable", False)


def test_captioning_can_be_cancelled(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        Press().caption(CaptionRequest(path=tmp_path, media_type="image/png"), lambda: True)
