"""Read the pixels of picture files: one way for uploads, thumbnails, imports, captions, training and screenshots.

``open_picture`` opens a file within limits. ``to_eight_bits`` gives it one of four modes, ``to_srgb`` the colours that
screens show, ``on_white`` an opaque ground. ``load_picture`` does all of that.
"""

from platemark.pixels.colours import to_srgb
from platemark.pixels.files import (
    FORMATS,
    MEDIA_TYPES,
    AnimatedPicture,
    TooManyPixels,
    UnreadablePicture,
    open_picture,
)
from platemark.pixels.formats import name_format
from platemark.pixels.loading import SIDEWAYS, load_picture, on_white, turn_upright
from platemark.pixels.modes import to_eight_bits

__all__ = [
    "FORMATS",
    "MEDIA_TYPES",
    "SIDEWAYS",
    "AnimatedPicture",
    "TooManyPixels",
    "UnreadablePicture",
    "load_picture",
    "name_format",
    "on_white",
    "open_picture",
    "to_eight_bits",
    "to_srgb",
    "turn_upright",
]
