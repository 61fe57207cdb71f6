"""Pictures of every kind are read as people see them: levels by value, transparent parts on white, colours in sRGB."""

from __future__ import annotations

import io
import os
import struct
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from platemark import pixels
from platemark.engines.picture_loading import load_opaque_picture, picture_size
from platemark.images.pictures import MAX_PROFILE_BYTES, prepare_picture
from platemark.pixels import TooManyPixels, UnreadablePicture

WIDTH = 8
GREY, COLOURS, PALETTE, GREY_ALPHA, COLOURS_ALPHA = 0, 2, 3, 4, 6
CHANNELS = {GREY: 1, COLOURS: 3, PALETTE: 1, GREY_ALPHA: 2, COLOURS_ALPHA: 4}
DEPTHS = {GREY: (1, 2, 4, 8, 16), COLOURS: (8, 16), PALETTE: (1, 2, 4, 8), GREY_ALPHA: (8, 16), COLOURS_ALPHA: (8, 16)}
Colour = tuple[int, ...]


def chunk(kind: bytes, payload: bytes) -> bytes:
    return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))


def png(colour_type: int, depth: int, samples: Sequence[int], *more: tuple[bytes, bytes]) -> bytes:
    """A PNG of one row, written by the letter of its specification."""
    bits = "".join(f"{it:0{depth}b}" for it in samples)
    row = int(bits, 2).to_bytes((len(bits) + 7) // 8)
    header = struct.pack(">IIBBBBB", len(samples) // CHANNELS[colour_type], 1, depth, colour_type, 0, 0, 0)
    chunks = [(b"IHDR", header), *more, (b"IDAT", zlib.compress(b"\0" + row)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*it) for it in chunks)


def samples_of(colour_type: int, depth: int) -> list[int]:
    """Samples from the lowest to the highest, those in between spread evenly; of a palette the indices."""
    count, largest = WIDTH * CHANNELS[colour_type], 2**depth - 1
    if colour_type == PALETTE:
        return [it % min(4, largest + 1) for it in range(count)]
    return [round(it * largest / (count - 1)) for it in range(count)]


def groups(values: Sequence[Any], size: int) -> list[tuple[Any, ...]]:
    return list(zip(*[iter(values)] * size, strict=True))


def seen(colour: Colour, alpha: int) -> Colour:
    return tuple(round((level * alpha + 255 * (255 - alpha)) / 255) for level in colour)


def expected(colour_type: int, depth: int, samples: Sequence[int], key: Colour | None, palette: Any) -> list[Colour]:
    """What a viewer on white shows of each pixel."""
    out = []
    for pixel in groups(samples, CHANNELS[colour_type]):
        if colour_type == PALETTE:
            colour, alpha = palette[pixel[0]]
        else:
            levels = tuple(it * 255 / (2**depth - 1) for it in pixel)
            colour = levels[:1] * 3 if colour_type in (GREY, GREY_ALPHA) else levels[:3]
            alpha = levels[-1] if colour_type in (GREY_ALPHA, COLOURS_ALPHA) else 255
            alpha = 0 if pixel == key else alpha
        out.append(seen(colour, alpha))
    return out


def kinds() -> Iterator[tuple[int, int, bool]]:
    for colour_type, depths in DEPTHS.items():
        for depth in depths:
            yield colour_type, depth, False
            if colour_type in (GREY, COLOURS, PALETTE):
                yield colour_type, depth, True


@pytest.mark.parametrize(("colour_type", "depth", "transparent"), [*kinds()])
def test_every_kind_of_png_is_seen_as_its_specification_says(colour_type: int, depth: int, transparent: bool) -> None:
    samples = samples_of(colour_type, depth)
    first = tuple(samples[-CHANNELS[colour_type] :])
    palette = [((0, 0, 0), 255), ((200, 10, 20), 128 if transparent else 255), ((9, 8, 250), 255), ((255, 255, 0), 255)]
    more = []
    if colour_type == PALETTE:
        palette = palette[: 2**depth]
        more.append((b"PLTE", bytes(level for colour, _ in palette for level in colour)))
    if transparent:
        alphas = bytes(alpha for _, alpha in palette)
        more.append((b"tRNS", alphas if colour_type == PALETTE else struct.pack(f">{len(first)}H", *first)))
    key = first if transparent and colour_type != PALETTE else None
    data = png(colour_type, depth, samples, *more)
    picture = pixels.on_white(pixels.load_picture(data))
    wanted = expected(colour_type, depth, samples, key, palette)
    flat = [round(level) for colour in wanted for level in colour]
    assert max(abs(level - other) for level, other in zip(picture.tobytes(), flat, strict=True)) <= 2
    thumbnail = Image.open(io.BytesIO(prepare_picture(data, max_pixels=100).thumbnail))
    assert (thumbnail.mode == "RGBA") == (transparent or colour_type in (GREY_ALPHA, COLOURS_ALPHA))


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def profile_of(primaries: Sequence[float], gamma: float, *, size: int = 0) -> bytes:
    """A colour profile with these primaries, as large as ``size``: the bytes behind its tables are not read."""

    def number(value: float) -> bytes:
        return struct.pack(">i", round(value * 65536))

    def xyz(*values: float) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(map(number, values))

    curve = b"curv\0\0\0\0" + struct.pack(">IHH", 1, round(gamma * 256), 0)
    text = b"desc\0\0\0\0" + struct.pack(">I", 2) + b"x\0" + b"\0" * 78
    red, green, blue = groups(primaries, 3)
    tags = {b"desc": text, b"cprt": b"text\0\0\0\0x\0\0\0", b"wtpt": xyz(0.9642, 1.0, 0.8249), b"rXYZ": xyz(*red),
            b"gXYZ": xyz(*green), b"bXYZ": xyz(*blue), b"rTRC": curve, b"gTRC": curve, b"bTRC": curve}  # fmt: skip
    table, body = struct.pack(">I", len(tags)), b""
    for name, value in tags.items():
        table += name + struct.pack(">II", 128 + 4 + 12 * len(tags) + len(body), len(value))
        body += value + b"\0" * (-len(value) % 4)
    rest = (table + body).ljust(max(0, size - 128), b"\0")
    head = struct.pack(">I4sI4s4s4s", 128 + len(rest), b"lcms", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += b"\0" * 12 + b"acsp" + b"\0" * 28 + number(0.9642) + number(1.0) + number(0.8249)
    return head.ljust(128, b"\0") + rest


ADOBE = (0.60974, 0.31111, 0.01947, 0.20528, 0.62567, 0.06087, 0.14919, 0.06322, 0.74457)
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
PLAIN = Image.new("RGB", (40, 40), (60, 120, 60))


def colour(data: bytes) -> Colour:
    return pixels.load_picture(data).getpixel((1, 1))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("kind", "options"),
    [("PNG", {}), ("WEBP", {"lossless": True}), ("JPEG", {"quality": 100, "subsampling": 0})],
    ids=["PNG", "WEBP", "JPEG"],
)
def test_colours_follow_the_profile_and_srgb_changes_no_bit(kind: str, options: dict[str, Any]) -> None:
    plain = colour(encoded(PLAIN, kind, **options))
    assert colour(encoded(PLAIN, kind, icc_profile=SRGB, **options)) == plain
    wide = colour(encoded(PLAIN, kind, icc_profile=profile_of(ADOBE, 2.2), **options))
    assert wide[0] < plain[0] - 15  # less red: Adobe's green is greener than that of sRGB
    for broken in (b"profile" * 20, profile_of(ADOBE, 2.2)[:200], SRGB.replace(b"RGB ", b"CMYK", 1)):
        assert colour(encoded(PLAIN, kind, icc_profile=broken, **options)) == plain


def test_a_palette_and_an_alpha_channel_have_the_colours_of_the_profile_too() -> None:
    profile = profile_of(ADOBE, 2.2)
    wide = colour(encoded(PLAIN, "PNG", icc_profile=profile))
    clear = PLAIN.convert("RGBA")
    clear.putalpha(77)
    assert colour(encoded(PLAIN.quantize(4), "PNG", icc_profile=profile)) == wide
    assert colour(encoded(clear, "PNG", icc_profile=profile)) == (*wide, 77)


@pytest.mark.parametrize("size", [2**20 + 1, 5 * 2**20])
def test_profiles_of_more_than_a_mebibyte_are_read(size: int, tmp_path: Path) -> None:
    profile = profile_of(ADOBE, 2.2, size=size)
    data = encoded(PLAIN, "PNG", icc_profile=profile)
    assert colour(data) == colour(encoded(PLAIN, "PNG", icc_profile=profile_of(ADOBE, 2.2)))
    (tmp_path / "picture").write_bytes(data)
    assert load_opaque_picture(tmp_path / "picture").getpixel((1, 1)) == colour(data)
    picture = prepare_picture(data, max_pixels=10_000)
    assert picture.data == data


def test_thumbnails_have_the_colours_of_the_profile_whether_they_carry_it_or_not() -> None:
    small, large = (profile_of(ADOBE, 2.2, size=size) for size in (0, MAX_PROFILE_BYTES + 1))
    carried, converted = (
        prepare_picture(encoded(PLAIN, "PNG", icc_profile=it), max_pixels=10_000).thumbnail for it in (small, large)
    )
    assert Image.open(io.BytesIO(carried)).info["icc_profile"] == small
    assert "icc_profile" not in Image.open(io.BytesIO(converted)).info
    assert max(abs(a - b) for a, b in zip(colour(carried), colour(converted), strict=True)) <= 3


def test_a_profile_that_unpacks_to_more_than_the_limit_is_refused() -> None:
    bomb = b"x\0\0" + zlib.compress(bytes(17 * 2**20), 1)
    with pytest.raises(UnreadablePicture), pixels.open_picture(png(GREY, 8, [1, 2], (b"iCCP", bomb))):
        pass


def test_text_of_more_than_a_mebibyte_is_still_refused() -> None:
    text = b"prompt\0\0" + zlib.compress(bytes(2**20 + 1), 9)
    with pytest.raises(UnreadablePicture), pixels.open_picture(png(GREY, 8, [1, 2], (b"zTXt", text))):
        pass


def test_ink_becomes_light(tmp_path: Path) -> None:
    red = Image.new("CMYK", (40, 40), (0, 255, 255, 0))
    for options in ({}, {"icc_profile": SRGB}):  # a profile of another colour space does not count
        assert colour(encoded(red, "JPEG", quality=95, **options))[0] > 240
        assert max(colour(encoded(red, "JPEG", quality=95, **options))[1:]) < 20


def test_limits_hold_before_pixels_are_decoded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    data = encoded(PLAIN, "PNG")
    monkeypatch.setattr(Image.Image, "load", lambda *_: pytest.fail("the pixels were decoded"))
    for max_pixels, max_side in ((1599, None), (None, 39)):
        with pytest.raises(TooManyPixels), pixels.open_picture(data, max_pixels=max_pixels, max_side=max_side):
            pass
    with pixels.open_picture(data, max_pixels=1600, max_side=40) as picture:
        assert picture.size == (40, 40)
    (tmp_path / "picture").write_bytes(data)
    (tmp_path / "text").write_text("no picture")
    assert [picture_size(tmp_path / it) for it in ("picture", "text", "none")] == [(40, 40), None, None]


@pytest.mark.parametrize("kind", pixels.MEDIA_TYPES)
def test_files_that_end_early_are_unreadable(kind: str) -> None:
    data = encoded(Image.frombytes("RGB", (40, 40), os.urandom(4800)), kind)
    for end in range(0, len(data) - 8, len(data) // 7):
        with pytest.raises(UnreadablePicture):
            pixels.load_picture(data[:end])
