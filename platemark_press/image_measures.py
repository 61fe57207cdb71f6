"""Measure a picture: its colours by name and place, lightness, contrast, texture, symmetry and visual weight.

Colours are measured in OKLab, a perceptually uniform space: lightness 0 … 1, chroma 0 … about 0.3, hue in degrees.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from platemark.engines import picture_loading

COLOUR_SIDE, TEXTURE_SIDE = 96, 256

TO_CONES = np.array(
    [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
     [0.0883024619, 0.2817188376, 0.6299787005]]
)  # fmt: skip
TO_LAB = np.array(
    [[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
     [0.0259040371, 0.7827717662, -0.8086757660]]
)  # fmt: skip

HUES = ("red", "orange", "yellow", "green", "teal", "blue", "violet", "magenta", "pink")
HUE_ENDS = np.array([40.0, 80.0, 118.0, 165.0, 205.0, 278.0, 312.0, 350.0])
"""The upper end of each hue in degrees; pink wraps around to the start of red."""
RED_START = 12.0
GREYS = ("black", "dark grey", "grey", "light grey", "white")
GREY_ENDS = np.array([0.22, 0.45, 0.75, 0.93])
SHADES = ("brown", "beige", "olive", "gold", "purple")
NAMES = (*HUES, *SHADES, *GREYS)

Array = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
PLACES = ("at the centre", "at the top", "at the bottom", "on the left", "on the right")


@dataclass(frozen=True, slots=True)
class ColourArea:
    """The area of a picture in one named colour: its share of the picture, its mean colour, and where most of it is."""

    name: str
    share: float
    lightness: float
    chroma: float
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageMeasures:
    """The measures of a picture. ``ratio`` is width by height, ``colours`` are in descending order of their share.

    ``lightness`` and ``chroma`` are means, ``contrast`` is the range of lightness, ``warmth`` is -1 … 1, ``texture`` is
    the mean difference between neighbouring pixels, ``symmetry`` is 1 if left and right are the same, ``weight`` is the
    place that stands out (empty if none does), ``transparent`` is the share of transparent area.
    """

    ratio: float
    colours: tuple[ColourArea, ...]
    lightness: float
    chroma: float
    contrast: float
    warmth: float
    texture: float
    symmetry: float
    weight: str
    transparent: float


def measure_image(path: Path) -> ImageMeasures:
    """Measure a picture with its EXIF orientation applied. Raises EngineError if it cannot be read."""
    picture = picture_loading.load_picture(path, 2 * TEXTURE_SIDE)
    transparent = (
        1 - float(np.asarray(picture.getchannel("A"), np.float64).mean()) / 255 if picture.mode == "RGBA" else 0.0
    )
    flat = picture_loading.flatten_on_white(picture)
    lab = oklab(_small(flat, COLOUR_SIDE))
    light, chroma = lab[..., 0], np.hypot(lab[..., 1], lab[..., 2])
    dark, bright = np.percentile(light, (3, 97))
    return ImageMeasures(
        ratio=picture.width / picture.height,
        colours=_colour_areas(lab),
        lightness=float(light.mean()),
        chroma=float(chroma.mean()),
        contrast=float(bright - dark),
        warmth=_warmth(lab, chroma),
        texture=_texture(_small(flat, TEXTURE_SIDE)),
        symmetry=_symmetry(light),
        weight=_weight(lab),
        transparent=transparent,
    )


def oklab(pixels: Array) -> Array:
    """Convert red, green and blue 0 … 1 to OKLab."""
    linear = np.where(pixels <= 0.04045, pixels / 12.92, ((pixels + 0.055) / 1.055) ** 2.4)
    lab: Array = np.cbrt(linear @ TO_CONES.T) @ TO_LAB.T
    return lab


def classify_colours(lab: Array) -> npt.NDArray[np.int_]:
    """The index in ``NAMES`` of each pixel's colour."""
    light, chroma = lab[..., 0], np.hypot(lab[..., 1], lab[..., 2])
    hue = np.degrees(np.arctan2(lab[..., 2], lab[..., 1])) % 360
    names = np.where(hue < RED_START, HUES.index("pink"), np.searchsorted(HUE_ENDS, hue))
    warm = (names == HUES.index("orange")) | ((names == HUES.index("red")) & (chroma < 0.11))
    yellow = names == HUES.index("yellow")
    for name, where in (
        ("pink", (names == HUES.index("red")) & (light > 0.72)),
        ("red", (names == HUES.index("pink")) & (light < 0.6)),
        ("purple", (names == HUES.index("magenta")) & (light < 0.55)),
        ("brown", warm & (light < 0.58)),
        ("olive", yellow & (light < 0.62)),
        ("gold", yellow & (light >= 0.62) & (light < 0.84) & (chroma >= 0.08)),
        ("beige", (warm | yellow) & (light > 0.7) & (chroma < 0.08)),
    ):
        names = np.where(where, NAMES.index(name), names)
    grey = (chroma < 0.03) | (light < 0.16)
    return np.where(grey, NAMES.index("black") + np.searchsorted(GREY_ENDS, light), names)


def _small(picture: Image.Image, side: int) -> Array:
    """The picture as an array 0 … 1 with the same proportions, its longer side at most ``side``."""
    scale = min(1.0, side / max(picture.size))
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    shrunk = picture if size == picture.size else picture.resize(size, Image.Resampling.BOX)
    return np.asarray(shrunk, np.float64) / 255


def _colour_areas(lab: Array) -> tuple[ColourArea, ...]:
    indices = classify_colours(lab)
    areas = []
    for index in np.unique(indices):
        mask = indices == index
        mean = lab[mask].mean(axis=0)
        chroma = float(np.hypot(lab[mask][:, 1], lab[mask][:, 2]).mean())
        areas.append(ColourArea(NAMES[index], float(mask.mean()), float(mean[0]), chroma, _place(mask)))
    return tuple(sorted(areas, key=lambda area: (-area.share, area.name)))


def _zones(shape: tuple[int, ...]) -> dict[str, Mask]:
    """The centre, which is a quarter of the picture, and the thirds at its sides."""
    y, x = ((np.arange(length) + 0.5) / length for length in shape[:2])
    down, across = np.meshgrid(y, x, indexing="ij")
    centre = (abs(down - 0.5) < 0.25) & (abs(across - 0.5) < 0.25)
    return dict(zip(PLACES, (centre, down < 1 / 3, down > 2 / 3, across < 1 / 3, across > 2 / 3), strict=True))


def _place(mask: Mask) -> str:
    """The zone with the largest share of ``mask``, if that is at least two thirds."""
    zones, whole = _zones(mask.shape), mask.sum()
    shares = {place: float((mask & zone).sum() / whole) for place, zone in zones.items()}
    place = max(shares, key=lambda place: shares[place])
    return place if shares[place] >= 2 / 3 else ""


def _warmth(lab: Array, chroma: Array) -> float:
    """How far the colours tend towards orange (1) or blue (-1), weighted by chroma."""
    towards = lab[..., 1] * np.cos(np.radians(60)) + lab[..., 2] * np.sin(np.radians(60))
    return float(towards.sum() / max(float(chroma.sum()), 1e-6))


def _texture(pixels: Array) -> float:
    grey = pixels @ np.array([0.299, 0.587, 0.114])
    steps = [abs(np.diff(grey, axis=axis)).ravel() for axis in (0, 1)]
    differences = np.concatenate(steps)
    return float(differences.mean()) if len(differences) else 0.0


def _symmetry(light: Array) -> float:
    """1 minus the mean difference of left and right, relative to the spread of lightness; 0 for a plain surface."""
    spread = float(abs(light - light.mean()).mean())
    return 0.0 if spread < 0.02 else max(0.0, 1 - float(abs(light - light[:, ::-1]).mean()) / (2 * spread))


def _weight(lab: Array) -> str:
    """The zone where pixels differ most from the picture's mean colour, if that is clear."""
    deviation = np.sqrt(((lab - lab.mean(axis=(0, 1))) ** 2).sum(axis=-1))
    if deviation.mean() < 0.02:
        return ""
    shares = {
        place: float(deviation[zone].mean() / deviation.mean())
        for place, zone in _zones(lab.shape).items()
        if zone.any()
    }
    place = max(shares, key=lambda place: shares[place], default="")
    return place if place and shares[place] >= 1.4 else ""
