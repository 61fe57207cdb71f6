"""What can be measured of a picture: its colours by name and where they are, light, contrast, weight and texture.

Colours are measured in OKLab, where equal distances look alike: lightness 0 … 1, chroma 0 … about 0.3, hue in degrees.
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
"""Up to which degree each hue goes; pink goes round to the beginning of red."""
RED_BEGINS = 12.0
GREYS = ("black", "dark grey", "grey", "light grey", "white")
GREY_ENDS = np.array([0.22, 0.45, 0.75, 0.93])
SHADES = ("brown", "beige", "olive", "gold", "purple")
NAMES = (*HUES, *SHADES, *GREYS)

Array = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
PLACES = ("at the centre", "at the top", "at the bottom", "on the left", "on the right")


@dataclass(frozen=True, slots=True)
class Patch:
    """A colour of a picture: its name, the share of the picture that has it, how it looks, and where most of it is."""

    name: str
    share: float
    lightness: float
    chroma: float
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What was measured of a picture: the colours by their share, the largest first; ``ratio`` is width by height.

    ``lightness`` and ``chroma`` are means, ``contrast`` is the span of lightness, ``warmth`` -1 … 1, ``texture`` the
    mean step between neighbours, ``symmetry`` how alike left and right are (1: the same), ``weight`` where what stands
    out lies (empty: all over), ``clear`` the share that is transparent.
    """

    ratio: float
    patches: tuple[Patch, ...]
    lightness: float
    chroma: float
    contrast: float
    warmth: float
    texture: float
    symmetry: float
    weight: str
    clear: float


def look_at(path: Path) -> Look:
    """Measure the picture in the file, the way up that it is shown; EngineError where it cannot be read."""
    picture = picture_loading.load_picture(path, 2 * TEXTURE_SIDE)
    clear = 1 - float(np.asarray(picture.getchannel("A"), np.float64).mean()) / 255 if picture.mode == "RGBA" else 0.0
    flat = picture_loading.flatten_on_white(picture)
    lab = oklab(_small(flat, COLOUR_SIDE))
    light, chroma = lab[..., 0], np.hypot(lab[..., 1], lab[..., 2])
    dark, bright = np.percentile(light, (3, 97))
    return Look(
        ratio=picture.width / picture.height,
        patches=_patches(lab),
        lightness=float(light.mean()),
        chroma=float(chroma.mean()),
        contrast=float(bright - dark),
        warmth=_warmth(lab, chroma),
        texture=_texture(_small(flat, TEXTURE_SIDE)),
        symmetry=_symmetry(light),
        weight=_weight(lab),
        clear=clear,
    )


def oklab(pixels: Array) -> Array:
    """Red, green and blue 0 … 1 as OKLab."""
    linear = np.where(pixels <= 0.04045, pixels / 12.92, ((pixels + 0.055) / 1.055) ** 2.4)
    lab: Array = np.cbrt(linear @ TO_CONES.T) @ TO_LAB.T
    return lab


def names_of(lab: Array) -> npt.NDArray[np.int_]:
    """The colour's number in ``NAMES`` of each pixel."""
    light, chroma = lab[..., 0], np.hypot(lab[..., 1], lab[..., 2])
    hue = np.degrees(np.arctan2(lab[..., 2], lab[..., 1])) % 360
    found = np.where(hue < RED_BEGINS, HUES.index("pink"), np.searchsorted(HUE_ENDS, hue))
    warm = (found == HUES.index("orange")) | ((found == HUES.index("red")) & (chroma < 0.11))
    yellow = found == HUES.index("yellow")
    for name, where in (
        ("pink", (found == HUES.index("red")) & (light > 0.72)),
        ("red", (found == HUES.index("pink")) & (light < 0.6)),
        ("purple", (found == HUES.index("magenta")) & (light < 0.55)),
        ("brown", warm & (light < 0.58)),
        ("olive", yellow & (light < 0.62)),
        ("gold", yellow & (light >= 0.62) & (light < 0.84) & (chroma >= 0.08)),
        ("beige", (warm | yellow) & (light > 0.7) & (chroma < 0.08)),
    ):
        found = np.where(where, NAMES.index(name), found)
    grey = (chroma < 0.03) | (light < 0.16)
    return np.where(grey, NAMES.index("black") + np.searchsorted(GREY_ENDS, light), found)


def _small(picture: Image.Image, side: int) -> Array:
    """The picture as numbers 0 … 1, its longer side ``side`` at most, its shape as it is."""
    scale = min(1.0, side / max(picture.size))
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    shrunk = picture if size == picture.size else picture.resize(size, Image.Resampling.BOX)
    return np.asarray(shrunk, np.float64) / 255


def _patches(lab: Array) -> tuple[Patch, ...]:
    found = names_of(lab)
    patches = []
    for number in np.unique(found):
        mask = found == number
        mean = lab[mask].mean(axis=0)
        chroma = float(np.hypot(lab[mask][:, 1], lab[mask][:, 2]).mean())
        patches.append(Patch(NAMES[number], float(mask.mean()), float(mean[0]), chroma, _place(mask)))
    return tuple(sorted(patches, key=lambda patch: (-patch.share, patch.name)))


def _zones(shape: tuple[int, ...]) -> dict[str, Mask]:
    """The centre, a quarter of the picture, and the thirds at its sides."""
    y, x = ((np.arange(length) + 0.5) / length for length in shape[:2])
    down, across = np.meshgrid(y, x, indexing="ij")
    centre = (abs(down - 0.5) < 0.25) & (abs(across - 0.5) < 0.25)
    return dict(zip(PLACES, (centre, down < 1 / 3, down > 2 / 3, across < 1 / 3, across > 2 / 3), strict=True))


def _place(mask: Mask) -> str:
    """The zone that has at least two thirds of ``mask``, where one has; the fullest."""
    zones, whole = _zones(mask.shape), mask.sum()
    shares = {place: float((mask & zone).sum() / whole) for place, zone in zones.items()}
    place = max(shares, key=lambda place: shares[place])
    return place if shares[place] >= 2 / 3 else ""


def _warmth(lab: Array, chroma: Array) -> float:
    """How far the colours lie towards orange (1) or blue (-1), each by how strong it is."""
    towards = lab[..., 1] * np.cos(np.radians(60)) + lab[..., 2] * np.sin(np.radians(60))
    return float(towards.sum() / max(float(chroma.sum()), 1e-6))


def _texture(pixels: Array) -> float:
    grey = pixels @ np.array([0.299, 0.587, 0.114])
    steps = [abs(np.diff(grey, axis=axis)).ravel() for axis in (0, 1)]
    together = np.concatenate(steps)
    return float(together.mean()) if len(together) else 0.0


def _symmetry(light: Array) -> float:
    """One, less the mean difference of left and right against that of lightness altogether; 0 for a plain surface."""
    spread = float(abs(light - light.mean()).mean())
    return 0.0 if spread < 0.02 else max(0.0, 1 - float(abs(light - light[:, ::-1]).mean()) / (2 * spread))


def _weight(lab: Array) -> str:
    """The zone where pixels differ most from the picture's mean colour, where that is clear."""
    apart = np.sqrt(((lab - lab.mean(axis=(0, 1))) ** 2).sum(axis=-1))
    if apart.mean() < 0.02:
        return ""
    shares = {
        place: float(apart[zone].mean() / apart.mean()) for place, zone in _zones(lab.shape).items() if zone.any()
    }
    place = max(shares, key=lambda place: shares[place], default="")
    return place if place and shares[place] >= 1.4 else ""
