"""Screenshots keep their pixels and lose everything else; anything but a complete PNG is refused with a code."""

from __future__ import annotations

import base64
import io
import random
import struct
import zlib

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from platemark.errors import PlatemarkError, TooLarge, Unprocessable
from platemark.redaction import png_of_data_url, redact_png


def png(mode: str = "RGB", size: tuple[int, int] = (24, 16), **options: object) -> bytes:
    noise = random.Random(7).randbytes(3 * size[0] * size[1])
    image = Image.frombytes("RGB", size, noise).convert(mode)
    out = io.BytesIO()
    image.save(out, "PNG", **options)
    return out.getvalue()


def pixels(data: bytes, mode: str) -> bytes:
    with Image.open(io.BytesIO(data)) as image:
        return image.convert(mode).tobytes()


def chunks(data: bytes) -> list[bytes]:
    at, kinds = 8, []
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        kinds.append(kind)
        at += 12 + length
    return kinds


def everything() -> bytes:
    """A PNG with every kind of chunk that a file may have besides its pixels."""
    info = PngInfo()
    info.add_text("Comment", "hidden in tEXt")
    info.add_text("More", "hidden in zTXt", zip=True)
    info.add_itxt("Prompt", "hidden in iTXt")
    info.add(b"prVt", b"hidden in a chunk of its own")
    exif = Image.Exif()
    exif[0x010E] = "hidden in EXIF"
    return png(pnginfo=info, exif=exif.tobytes(), icc_profile=b"hidden in a profile", dpi=(72, 72)) + b"hidden behind"


def test_only_pixels_are_kept() -> None:
    clean = redact_png(everything())
    assert set(chunks(clean)) == {b"IHDR", b"IDAT", b"IEND"}
    assert b"hidden" not in clean
    assert pixels(clean, "RGB") == pixels(everything(), "RGB")


def test_data_hidden_after_the_pixels_is_removed() -> None:
    data = png()
    at = data.index(b"IDAT") - 4
    (length,) = struct.unpack_from(">I", data, at)
    packed = data[at + 8 : at + 8 + length] + b"hidden in the stream"
    chunk = struct.pack(">I", len(packed)) + b"IDAT" + packed + struct.pack(">I", zlib.crc32(b"IDAT" + packed))
    hiding = data[:at] + chunk + data[at + 12 + length :]
    assert b"hidden" not in redact_png(hiding)
    assert pixels(redact_png(hiding), "RGB") == pixels(data, "RGB")


@pytest.mark.parametrize(
    ("mode", "stored_mode"),
    [("RGB", "RGB"), ("RGBA", "RGBA"), ("L", "RGB"), ("LA", "RGBA"), ("P", "RGB"), ("1", "RGB")],
)
def test_every_pixel_format_is_supported(mode: str, stored_mode: str) -> None:
    clean = redact_png(png(mode))
    with Image.open(io.BytesIO(clean)) as image:
        assert (image.mode, image.size) == (stored_mode, (24, 16))
    assert pixels(clean, stored_mode) == pixels(png(mode), stored_mode)


def test_a_transparent_palette_stays_transparent() -> None:
    data = png("P", transparency=0)
    assert pixels(redact_png(data), "RGBA") == pixels(data, "RGBA")


def test_16_bit_greyscale_becomes_8_bit() -> None:
    out = io.BytesIO()
    Image.frombytes("I;16", (2, 1), struct.pack("<2H", 0, 65_535)).save(out, "PNG")
    assert pixels(redact_png(out.getvalue()), "RGB") == b"\x00\x00\x00\xff\xff\xff"


def test_the_first_frame_of_an_animation_is_kept() -> None:
    first, second = (Image.new("RGB", (4, 4), colour) for colour in ("red", "blue"))
    out = io.BytesIO()
    first.save(out, "PNG", save_all=True, append_images=[second])
    clean = redact_png(out.getvalue())
    assert set(chunks(clean)) == {b"IHDR", b"IDAT", b"IEND"}
    assert pixels(clean, "RGB") == first.tobytes()


def test_redacting_a_screenshot_is_idempotent() -> None:
    once = redact_png(everything())
    assert redact_png(once) == once


def _jpeg() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "JPEG")
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"not a picture",
        _jpeg(),
        png()[:-200],
        png()[:40],
        png()[:8] + b"\xff" * 100,
        png().replace(b"IHDR", b"IHDX"),
        png()[:50] + b"\x00" * 30 + png()[80:],
    ],
)
def test_anything_but_a_complete_png_is_rejected(data: bytes) -> None:
    with pytest.raises(Unprocessable) as refused:
        redact_png(data)
    assert refused.value.code == "screenshot_not_png"


def _claiming(width: int, height: int) -> bytes:
    """A small file whose header claims any size."""
    header = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + header + struct.pack(">I", zlib.crc32(b"IHDR" + header))
    return png()[:8] + chunk + png()[33:]


@pytest.mark.parametrize(
    ("data", "bounds"),
    [
        (png(), {"max_bytes": 100}),
        (png(), {"max_pixels": 24 * 16 - 1}),
        (_claiming(50_000, 50_000), {}),
        (_claiming(20_000, 20_000), {}),
    ],
)
def test_too_many_bytes_or_pixels_are_rejected_by_the_header(data: bytes, bounds: dict[str, int]) -> None:
    with pytest.raises(TooLarge) as refused:
        redact_png(data, **bounds)
    assert refused.value.code == "screenshot_too_large"


def test_the_limits_themselves_are_accepted() -> None:
    assert redact_png(png(), max_bytes=len(png()), max_pixels=24 * 16)


def test_a_data_url_is_decoded() -> None:
    url = "data:image/png;base64," + base64.b64encode(png()).decode()
    assert png_of_data_url(url) == png()
    assert png_of_data_url(url, max_bytes=len(png())) == png()


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("", "screenshot_not_png"),
        ("data:image/jpeg;base64,AAAA", "screenshot_not_png"),
        ("data:image/png,AAAA", "screenshot_not_png"),
        ("https://example.com/x.png", "screenshot_not_png"),
        ("../../etc/passwd", "screenshot_not_png"),
        ("data:image/png;base64,AA*A", "screenshot_not_png"),
        ("data:image/png;base64,AAA", "screenshot_not_png"),
        ("data:image/png;base64,AA\ud800A", "screenshot_not_png"),
        ("data:image/png;base64," + "A" * 4000, "screenshot_too_large"),
    ],
)
def test_other_urls_are_rejected(url: str, code: str) -> None:
    with pytest.raises(PlatemarkError) as refused:
        png_of_data_url(url, max_bytes=2000)
    assert refused.value.code == code
