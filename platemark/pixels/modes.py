"""Every mode of a picture file as one with 8 bits a channel: L, RGB, RGBA or CMYK.

16 bits become 8 by value, as 65535 is to 255; Pillow's own conversion of greys makes everything above 255 white.
"""

from __future__ import annotations

from PIL import Image

GREY_STEPS = {"L;2": 85, "L;4": 17}
"""Raw modes of PNG, and the factor by which their levels are widened."""
DEEP_COLOURS = "RGB;16B"
TRANSPARENCY = "transparency"


def scale_transparent_colour(image: Image.Image) -> None:
    """Bring a PNG's transparent colour to the levels that its pixels have once they are decoded.

    Call it before decoding. Of 16 bits the upper eight count, as for pixels.
    """
    key = image.info.get(TRANSPARENCY)
    raw_mode = _raw_mode(image)
    if isinstance(key, int) and raw_mode in GREY_STEPS:
        image.info[TRANSPARENCY] = min(255, key * GREY_STEPS[raw_mode])
    elif isinstance(key, tuple) and raw_mode == DEEP_COLOURS:
        image.info[TRANSPARENCY] = tuple(level >> 8 for level in key)


def to_eight_bits(image: Image.Image) -> Image.Image:
    """``image`` as L, RGB, RGBA or CMYK; RGBA exactly if it has transparent parts, by whatever means.

    It may be ``image`` itself, still to be decoded.
    """
    if image.mode.startswith("I"):
        return _from_sixteen_bits(image)
    if image.has_transparency_data:
        return image if image.mode == "RGBA" else image.convert("RGBA")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _from_sixteen_bits(image: Image.Image) -> Image.Image:
    """Grey of 16 bits as L; as RGBA if one of its levels is transparent."""
    grey = image.point(lambda level: level / 256).convert("L")
    key = image.info.get(TRANSPARENCY)
    if not isinstance(key, int):
        return grey
    opaque = [0 if level == key else 255 for level in range(2**16)]
    alpha = image.convert("I").point(opaque, "L")
    return Image.merge("RGBA", (grey, grey, grey, alpha))


def _raw_mode(image: Image.Image) -> object:
    tiles = getattr(image, "tile", None)
    arguments = tiles[0].args if tiles else None
    return arguments[0] if isinstance(arguments, tuple) and arguments else arguments
