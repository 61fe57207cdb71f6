"""ThumbHashes: those of the reference implementation, and what a decoder sees in them."""

from __future__ import annotations

import io
import math
from base64 import b64decode, b64encode

import pytest
from PIL import Image

from platemark.pixels import UnreadablePicture
from platemark.pixels.thumb_hash import encode, thumb_hash

REFERENCE = [
    (40, 40, False, "XQgCFwAQIUA1VEZWdlhVZ2Zm95+Kn2AH"),
    (40, 40, True, "XhiCDQIXUwFoeHiHlv6I9jllc3Yxd0AXFQ=="),
    (100, 60, False, "HggCDIAhABFGRkRWNVb/mvnNRA=="),
    (100, 60, True, "HgiCA4AHMBCJeYf+iPfJWBZpZZBlUWU="),
    (30, 90, False, "XQgCEgAQRVV1VlZm77q5qwg="),
    (30, 90, True, "XgiCCgAHAXd2mIffqWf3apGHYnZgCBI="),
    (100, 7, False, "XQgGEYIxEEFFRnR3/Xa3BzI="),
    (100, 7, True, "HgiCAYAnwzAsXHbsCcsBWgRbZ4iIeIc="),
]
"""Of ``pixels``, by the package thumbhash 0.1.1 of npm."""


def pixels(width: int, height: int, *, clear: bool) -> bytes:
    """Pixels without symmetries, so that no amplitude lies between two of those that can be stored."""
    return bytes(
        value
        for y in range(height)
        for x in range(width)
        for value in (
            (x * x + 31 * y) % 251,
            (17 * x + y * y) % 241,
            (x * y + 5 * x) % 239,
            (3 * x + y * y) % 256 if clear else 255,
        )
    )


class Decoded:
    """What a hash says: its mean colour and opacity, 0 … 1, its aspect ratio, and the luminance at any place."""

    def __init__(self, hash_: bytes) -> None:
        header = int.from_bytes(hash_[:5], "little")
        self.has_alpha = bool(header >> 23 & 1)
        light, yellow, red = (header & 63) / 63, (header >> 6 & 63) / 31.5 - 1, (header >> 12 & 63) / 31.5 - 1
        blue = light - 2 / 3 * yellow
        both = 3 * light - blue
        self.colour = ((both + red) / 2, (both - red) / 2, blue)
        self.opacity = (hash_[5] & 15) / 15 if self.has_alpha else 1.0
        shorter, longest = header >> 24 & 7, 5 if self.has_alpha else 7
        across, down = (longest, shorter) if header >> 39 else (shorter, longest)
        self.ratio = across / down
        self._light, self._scale = light, (header >> 18 & 31) / 31
        halves = [half for byte in hash_[6 if self.has_alpha else 5 :] for half in (byte & 15, byte >> 4)]
        across, down = max(3, across), max(3, down)
        places = [(x, y) for y in range(down) for x in range(across) if (x or y) and x * down < across * (down - y)]
        self._waves = dict(zip(places, halves, strict=False))

    def light(self, x: float, y: float) -> float:
        """The luminance at a place, both 0 … 1."""
        waves = (
            (half / 7.5 - 1) * self._scale * math.cos(math.pi * across * x) * math.cos(math.pi * down * y)
            * (2 if across else 1) * (2 if down else 1)
            for (across, down), half in self._waves.items()
        )  # fmt: skip
        return self._light + sum(waves)


def picture(size: tuple[int, int], colour: tuple[int, ...], right: tuple[int, ...] | None = None) -> Image.Image:
    """A picture of one colour, or of two beside each other."""
    made = Image.new("RGBA" if len(colour) == 4 else "RGB", size, colour)
    made.paste(right or colour, (size[0] // 2, 0, *size))
    return made


def decoded(image: Image.Image, media: str = "PNG") -> Decoded:
    out = io.BytesIO()
    image.save(out, media)
    return Decoded(b64decode(thumb_hash(out.getvalue()), validate=True))


@pytest.mark.parametrize(("width", "height", "clear", "expected"), REFERENCE)
def test_a_hash_is_that_of_the_reference(width: int, height: int, expected: str, *, clear: bool) -> None:
    assert b64encode(encode(width, height, pixels(width, height, clear=clear))).decode() == expected


@pytest.mark.parametrize(
    "colour", [(255, 0, 0), (0, 255, 0), (0, 0, 255), (0, 0, 0), (255, 255, 255), (128, 128, 128), (200, 30, 90)]
)
def test_a_hash_has_the_mean_colour(colour: tuple[int, int, int]) -> None:
    hash_ = decoded(picture((320, 200), colour))
    assert hash_.colour == pytest.approx([value / 255 for value in colour], abs=0.04)
    assert (hash_.has_alpha, hash_.opacity) == (False, 1.0)
    assert hash_.light(0.1, 0.1) == pytest.approx(sum(colour) / 765, abs=0.02), "even"


@pytest.mark.parametrize(("alpha", "opacity"), [(0, 0.0), (64, 0.25), (128, 0.5), (254, 1.0)])
def test_a_hash_has_the_mean_opacity(alpha: int, opacity: float) -> None:
    hash_ = decoded(picture((64, 64), (200, 30, 90, alpha)))
    assert hash_.has_alpha
    assert hash_.opacity == pytest.approx(opacity, abs=0.04)
    if alpha:
        assert hash_.colour == pytest.approx([200 / 255, 30 / 255, 90 / 255], abs=0.04)


def test_colours_of_transparent_parts_do_not_count() -> None:
    hash_ = decoded(picture((64, 64), (255, 0, 0, 255), right=(0, 255, 0, 0)))
    assert hash_.colour == pytest.approx([1, 0, 0], abs=0.06)
    assert hash_.opacity == pytest.approx(0.5, abs=0.04)


@pytest.mark.parametrize(
    "size", [(320, 320), (320, 160), (160, 320), (320, 240), (213, 320), (320, 64), (1, 320), (320, 1), (1, 1)]
)
@pytest.mark.parametrize("alpha", [255, 100])
def test_a_hash_has_the_shape(size: tuple[int, int], alpha: int) -> None:
    hash_ = decoded(picture(size, (10, 20, 30, alpha), right=(90, 80, 70, alpha)))
    longest = 5 if alpha < 255 else 7
    sides = [max(1, longest * side / max(size)) for side in size]
    assert hash_.ratio == pytest.approx(sides[0] / sides[1], rel=0.45)
    assert (hash_.ratio > 1, hash_.ratio < 1) == (size[0] > size[1], size[0] < size[1])


def test_a_hash_shows_where_it_is_light() -> None:
    hash_ = decoded(picture((320, 200), (20, 20, 20), right=(230, 230, 230)))
    assert [round(hash_.light(x, 0.5)) for x in (0.1, 0.3, 0.7, 0.9)] == [0, 0, 1, 1]
    turned = decoded(picture((200, 320), (20, 20, 20), right=(230, 230, 230)).transpose(Image.Transpose.ROTATE_90))
    assert [round(turned.light(0.5, y)) for y in (0.1, 0.3, 0.7, 0.9)] == [1, 1, 0, 0]


@pytest.mark.parametrize("media", ["PNG", "JPEG", "WEBP"])
def test_every_kind_of_file_has_a_hash(media: str) -> None:
    assert decoded(picture((300, 100), (200, 30, 90)), media).colour == pytest.approx(
        [200 / 255, 30 / 255, 90 / 255], abs=0.05
    )


def test_an_even_picture_has_the_same_hash_whatever_its_shape_hides_in_the_last_digits() -> None:
    assert encode(40, 40, bytes((200, 30, 90, 255)) * 1600)[5:] == bytes(19)


@pytest.mark.parametrize(
    ("width", "height", "count"), [(0, 1, 0), (1, 0, 0), (101, 1, 101), (1, 101, 101), (2, 2, 3), (2, 2, 5)]
)
def test_other_pixels_are_refused(width: int, height: int, count: int) -> None:
    with pytest.raises(ValueError, match="at most 100"):
        encode(width, height, bytes(4) * count)


def test_what_is_no_picture_has_no_hash() -> None:
    with pytest.raises(UnreadablePicture):
        thumb_hash(b"no picture")
