"""Names of formats that people have pictures in, but that are not read: so that a refusal can say which one it is."""

from __future__ import annotations

from platemark.pixels.avif import brands

STARTS = {
    b"\xff\x0a": "JPEG XL",
    b"\x00\x00\x00\x0cJXL \r\n\x87\n": "JPEG XL",
    b"\x00\x00\x00\x0cjP  \r\n\x87\n": "JPEG 2000",
    b"\xff\x4f\xff\x51": "JPEG 2000",
    b"GIF87a": "GIF",
    b"GIF89a": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"8BPS": "Photoshop",
    b"%PDF-": "PDF",
    b"\x76\x2f\x31\x01": "OpenEXR",
}
HEIC = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"))


def name_format(data: bytes) -> str | None:
    """The name of a format that is not read, by the first bytes; None if they are of none of these."""
    text = data[:1000].lstrip()
    if data[4:8] == b"ftyp" and not HEIC.isdisjoint(brands(data)):
        return "HEIC"
    if data[:2] == b"BM" and data[6:10] == bytes(4):
        return "BMP"
    if text.startswith(b"<svg") or (text.startswith((b"<?xml", b"<!--", b"<!DOCTYPE svg")) and b"<svg" in text):
        return "SVG"
    return next((name for start, name in STARTS.items() if data.startswith(start)), None)
