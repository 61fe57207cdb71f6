"""Pictures are checked by their content before memory is allocated, lose their metadata, and get a thumbnail."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image

from platemark.errors import Unprocessable
from platemark.images.metadata_stripping import strip_metadata
from platemark.images.pictures import prepare_picture

SECRET = b"behind the old mill"
FORMATS = ("PNG", "JPEG", "WEBP")
MANY = 10**6


def exif(orientation: int = 1) -> Image.Exif:
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010E] = SECRET.decode()
    tags.get_ifd(0x8825)[1] = "N"
    return tags


def sketch(mode: str = "RGB", size: tuple[int, int] = (64, 32)) -> Image.Image:
    """A picture whose top left quarter is light; the rest is dark."""
    image = Image.new("L", size, 20)
    image.paste(230, (0, 0, size[0] // 2, size[1] // 2))
    if mode == "I;16":
        return Image.frombytes(mode, size, b"".join(struct.pack("<H", value * 257) for value in image.tobytes()))
    return image.convert(mode)


def encoded(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def brightness(image: Image.Image, at: tuple[int, int]) -> float:
    return float(image.getpixel(at))  # type: ignore[arg-type]


def refused(data: bytes, max_pixels: int = MANY) -> str:
    with pytest.raises(Unprocessable) as error:
        prepare_picture(data, max_pixels=max_pixels)
    return error.value.code


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("RGB", "PNG"), ("RGBA", "PNG"), ("P", "PNG"), ("L", "PNG"), ("LA", "PNG"), ("1", "PNG"), ("I;16", "PNG"),
     ("RGB", "JPEG"), ("L", "JPEG"), ("CMYK", "JPEG"), ("RGB", "WEBP"), ("RGBA", "WEBP")],
)  # fmt: skip
def test_every_pixel_mode_gets_a_thumbnail_that_looks_like_the_picture(mode: str, kind: str) -> None:
    picture = prepare_picture(encoded(sketch(mode, (800, 400)), kind), max_pixels=MANY)
    thumbnail = opened(picture.thumbnail).convert("L")
    assert (picture.media_type, picture.width, picture.height) == (f"image/{kind.lower()}", 800, 400)
    assert thumbnail.size == (320, 160)
    assert brightness(thumbnail, (60, 30)) > 180
    assert brightness(thumbnail, (250, 120)) < 70


def test_thumbnails_are_not_enlarged_and_are_at_least_one_pixel_wide() -> None:
    assert opened(prepare_picture(encoded(sketch()), max_pixels=MANY).thumbnail).size == (64, 32)
    assert opened(prepare_picture(encoded(sketch(size=(9000, 2))), max_pixels=MANY).thumbnail).size == (320, 1)


LIGHT_CORNER = {1: "top left", 2: "top right", 3: "bottom right", 4: "bottom left",
                5: "top left", 6: "top right", 7: "bottom right", 8: "bottom left"}  # fmt: skip


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("orientation", LIGHT_CORNER)
def test_size_and_thumbnail_follow_the_orientation(kind: str, orientation: int) -> None:
    picture = prepare_picture(encoded(sketch(), kind, exif=exif(orientation)), max_pixels=MANY)
    sideways = orientation >= 5
    assert (picture.width, picture.height) == ((32, 64) if sideways else (64, 32))
    thumbnail = opened(picture.thumbnail).convert("L")
    width, height = thumbnail.size
    assert (width, height) == (picture.width, picture.height)
    corners = {
        "top left": (width // 4, height // 4), "top right": (width * 3 // 4, height // 4),
        "bottom left": (width // 4, height * 3 // 4), "bottom right": (width * 3 // 4, height * 3 // 4),
    }  # fmt: skip
    lightest = max(corners, key=lambda corner: brightness(thumbnail, corners[corner]))
    assert lightest == LIGHT_CORNER[orientation]
    assert opened(picture.data).getexif().get(0x0112, 1) == orientation


def with_secrets(kind: str) -> bytes:
    if kind == "PNG":
        data = encoded(sketch(), exif=exif(6))
        text = b"tEXtprompt\0" + SECRET
        chunk = struct.pack(">I", len(text) - 4) + text + struct.pack(">I", zlib.crc32(text))
        return data[:33] + chunk + data[33:] + SECRET
    if kind == "JPEG":
        return encoded(sketch(), kind, exif=exif(6), comment=SECRET, xmp=SECRET) + SECRET
    return encoded(sketch(), kind, exif=exif(6), xmp=SECRET)


@pytest.mark.parametrize("kind", FORMATS)
def test_metadata_is_stripped_and_pixels_stay_the_same(kind: str) -> None:
    data = with_secrets(kind)
    picture = prepare_picture(data, max_pixels=MANY)
    assert SECRET in data
    assert SECRET not in picture.data
    assert dict(opened(picture.data).getexif()) == {0x0112: 6}
    assert opened(picture.data).tobytes() == opened(data).tobytes()


@pytest.mark.parametrize("kind", FORMATS)
def test_stripping_a_file_without_metadata_changes_no_byte(kind: str) -> None:
    data = encoded(sketch(), kind)
    assert strip_metadata(data).data == data
    once = strip_metadata(with_secrets(kind)).data
    assert strip_metadata(once).data == once


def test_colour_profiles_stay() -> None:
    for kind in FORMATS:
        data = encoded(sketch(), kind, icc_profile=b"profile" * 20)
        picture = prepare_picture(data, max_pixels=MANY)
        assert opened(picture.data).info["icc_profile"] == opened(picture.thumbnail).info["icc_profile"]


@pytest.mark.parametrize("options", [{"progressive": True}, {"restart_marker_rows": 1}, {"optimize": True}])
def test_every_variant_of_jpeg_is_supported(options: dict[str, Any]) -> None:
    data = encoded(Image.effect_noise((200, 120), 80), "JPEG", **options)
    assert strip_metadata(data + SECRET).data == data


@pytest.mark.parametrize(
    "data",
    [
        b"", b"hello", b"GIF89a" + b"\0" * 40, b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7",
        encoded(sketch(), "BMP"), encoded(sketch(), "TIFF"), encoded(sketch(), "GIF"),
        b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDR", b"\xff\xd8\xff", b"\xff\xd8\xff\xd9",
        b"RIFF\x04\0\0\0WEBP", b"RIFF\xff\xff\xff\xffWEBP",
    ],
)  # fmt: skip
def test_other_files_are_refused(data: bytes) -> None:
    assert refused(data) == "not_an_image"


@pytest.mark.parametrize("kind", FORMATS)
def test_a_truncated_picture_is_refused_wherever_it_ends(kind: str) -> None:
    data = encoded(Image.effect_noise((64, 48), 80).convert("RGB"), kind)
    cuts = [*range(0, len(data) - 2, max(1, len(data) // 97)), len(data) - 2]
    assert {refused(data[:cut]) for cut in cuts} == {"not_an_image"}


@pytest.mark.parametrize("kind", FORMATS)
def test_a_corrupted_picture_is_accepted_or_refused_without_a_crash(kind: str) -> None:
    data = encoded(sketch(), kind, exif=exif(6))
    for at in range(len(data)):
        broken = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
        try:
            picture = prepare_picture(broken, max_pixels=MANY)
        except Unprocessable:
            continue
        assert max(opened(picture.thumbnail).size) <= 320


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_animated_pictures_are_refused(kind: str) -> None:
    frames = [sketch(), sketch().transpose(Image.Transpose.ROTATE_180)]
    data = encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
    assert refused(data) == "image_animated"


def bomb(width: int, height: int) -> bytes:
    """A PNG whose header states a huge size and that holds a few bytes."""

    def chunk(kind: bytes, payload: bytes) -> bytes:
        return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("width", "height"), [(1001, 1000), (10_000, 10_000), (20_000, 20_000), (2**31 - 1, 2**31 - 1), (70_000, 2)]
)
def test_a_decompression_bomb_is_refused_by_its_header(
    width: int, height: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(*_: object) -> None:
        raise AssertionError("the pixels were decoded")

    monkeypatch.setattr(Image.Image, "load", load)
    assert refused(bomb(width, height)) == "image_too_large"


def test_the_limit_itself_is_allowed() -> None:
    data = encoded(sketch(size=(64, 32)))
    assert prepare_picture(data, max_pixels=64 * 32).width == 64
    assert refused(data, max_pixels=64 * 32 - 1) == "image_too_large"


def test_compressed_text_chunks_are_never_decompressed() -> None:
    text = b"zTXtprompt\0\0" + zlib.compress(b"\0" * 20_000_000, 9)
    chunk = struct.pack(">I", len(text) - 4) + text + struct.pack(">I", zlib.crc32(text))
    data = encoded(sketch())
    assert prepare_picture(data[:33] + chunk * 30 + data[33:], max_pixels=MANY).data == data


@pytest.mark.parametrize(
    "payload",
    [
        b"", b"II", b"XX*\0\x08\0\0\0", b"II*\0\xff\xff\xff\xff", b"II*\0\x08\0\0\0\xff\xff", b"MM\0*" + b"\xff" * 40,
        struct.pack("<2sHIHHHIHH", b"II", 42, 8, 1, 0x0112, 3, 1, 9, 0),
        struct.pack("<2sHIHHHIHH", b"II", 42, 8, 1, 0x0112, 4, 1, 6, 0),
    ],
)  # fmt: skip
def test_invalid_exif_counts_as_upright(payload: bytes) -> None:
    body = b"Exif\0\0" + payload
    segment = b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    data = encoded(sketch(), "JPEG")
    picture = prepare_picture(data[:2] + segment + data[2:], max_pixels=MANY)
    assert (picture.data, picture.width) == (data, 64)
