"""AVIF is stored as PNG with the same pixels; formats that are not read are refused by name."""

from __future__ import annotations

import io
import struct
from typing import Any

import pytest
from PIL import Image, ImageCms

from platemark.errors import Unprocessable
from platemark.images.metadata_stripping import strip_metadata
from platemark.images.pictures import prepare_picture
from platemark.metadata.containers import read_texts
from platemark.pixels import load_picture

SECRET = "behind the old mill"
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def sketch(mode: str = "RGB") -> Image.Image:
    """A picture whose top left quarter is light; the rest is dark."""
    image = Image.new("RGB", (64, 32), (20, 40, 60))
    image.paste((230, 220, 210), (0, 0, 32, 16))
    if mode == "RGBA":
        image.putalpha(Image.linear_gradient("L").resize(image.size))
    return image


def avif(image: Image.Image, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, "AVIF", **{"quality": 90, "speed": 10, **options})
    return out.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010E] = SECRET
    return tags


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def refusal(data: bytes, max_pixels: int = 10**6) -> tuple[str, str]:
    with pytest.raises(Unprocessable) as error:
        prepare_picture(data, max_pixels=max_pixels)
    return error.value.code, error.value.detail


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_an_avif_becomes_a_png_with_the_same_pixels_and_nothing_else(mode: str) -> None:
    data = avif(sketch(mode), icc_profile=SRGB, exif=exif(), xmp=SECRET.encode())
    picture = prepare_picture(data, max_pixels=10**6)
    assert (picture.media_type, picture.width, picture.height) == ("image/png", 64, 32)
    assert SECRET.encode() in data
    stored = opened(picture.data)
    assert (stored.mode, stored.tobytes()) == (mode, opened(data).tobytes())
    assert set(stored.info) == {"icc_profile"}
    assert strip_metadata(picture.data).data == picture.data
    assert prepare_picture(data, max_pixels=10**6) == picture
    assert opened(picture.thumbnail).size == (64, 32)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_an_avif_is_stored_upright(orientation: int) -> None:
    picture = prepare_picture(avif(sketch(), exif=exif(orientation)), max_pixels=10**6)
    assert (picture.width, picture.height) == ((32, 64) if orientation >= 5 else (64, 32))
    stored = opened(picture.data).convert("L")
    corners = ["top left", "top right", "bottom left", "bottom right"]
    at = [(x, y) for y in (1, stored.height - 2) for x in (1, stored.width - 2)]
    lightest = max(range(4), key=lambda corner: float(stored.getpixel(at[corner])))  # type: ignore[arg-type]
    where = {1: 0, 2: 1, 3: 3, 4: 2, 5: 0, 6: 1, 7: 3, 8: 2}[orientation]
    assert corners[lightest] == corners[where]
    assert opened(picture.data).getexif().get(0x0112, 1) == 1


def test_what_a_generator_wrote_is_read_before_it_is_removed() -> None:
    assert SECRET in "".join(read_texts(avif(sketch(), exif=exif())).by_keyword.values())
    assert SECRET in "".join(read_texts(avif(sketch(), exif=exif(6))).by_keyword.values())
    assert read_texts(avif(sketch())).by_keyword == {}
    assert read_texts(avif(sketch())[:60]).by_keyword == {}


def test_limits_and_refusals_are_those_of_other_pictures() -> None:
    data = avif(sketch())
    assert refusal(data, 64 * 32 - 1)[0] == "image_too_large"
    assert refusal(avif(sketch(), save_all=True, append_images=[sketch()]))[0] == "image_animated"
    cuts = range(0, len(data) - 1, max(1, len(data) // 40))
    assert {refusal(data[:cut])[0] for cut in cuts} == {"not_an_image"}


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
def test_a_corrupted_avif_is_accepted_or_refused_without_a_crash() -> None:
    data = avif(sketch(), exif=exif(6))
    for at in range(0, len(data), 3):
        broken = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
        try:
            picture = prepare_picture(broken, max_pixels=10**6)
        except Unprocessable:
            continue
        assert picture.media_type == "image/png"


def test_an_avif_is_loaded_like_any_picture() -> None:
    light = load_picture(avif(sketch(), exif=exif(6))).getpixel((30, 1))
    assert isinstance(light, tuple)
    assert max(abs(a - b) for a, b in zip(light, (230, 220, 210), strict=True)) <= 6


def ftyp(*brands: bytes) -> bytes:
    body = b"ftyp" + brands[0] + bytes(4) + b"".join(brands[1:])
    return struct.pack(">I", len(body) + 4) + body + bytes(64)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (ftyp(b"heic", b"mif1"), "HEIC"),
        (ftyp(b"mif1", b"mif1", b"heix"), "HEIC"),
        (b"\xff\x0a" + bytes(20), "JPEG XL"),
        (b"\0\0\0\x0cJXL \r\n\x87\n" + bytes(20), "JPEG XL"),
        (b"GIF89a" + bytes(20), "GIF"),
        (b"MM\0*" + bytes(20), "TIFF"),
        (b"BM" + struct.pack("<IIII", 90, 0, 54, 40), "BMP"),
        (b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
    ],
)
def test_other_formats_are_refused_by_name(data: bytes, name: str) -> None:
    code, detail = refusal(data)
    assert (code, detail.startswith(f"This is a {name} file; ")) == ("not_an_image", True)


@pytest.mark.parametrize("data", [b"", b"BM is a state in Bern, or was.", ftyp(b"isom", b"mp42"), b"<!-- no svg -->"])
def test_anything_else_is_no_picture(data: bytes) -> None:
    assert refusal(data)[1].startswith("This is not a picture; ")
