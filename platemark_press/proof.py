"""A proof: a drawn sheet prepared for printing, with contrast applied and the textures that all styles share."""

from __future__ import annotations

from functools import cached_property

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from platemark_press.canvas import noise
from platemark_press.palettes import Array, Palette, luma, unit
from platemark_press.sheet import Sheet


def blur(field: Array, radius: float) -> Array:
    """Gaussian blur of an array 0 … 1 with one or three values a pixel."""
    image = Image.fromarray((np.clip(field, 0, 1) * 255 + 0.5).astype(np.uint8))
    return np.asarray(np.asarray(image.filter(ImageFilter.GaussianBlur(radius))) / np.float32(255), np.float32)


def blend(under: Array, over: Array, share: Array | float) -> Array:
    """Blend ``over`` onto ``under`` by a share or a mask."""
    s = share[..., None] if isinstance(share, np.ndarray) else share
    return np.asarray(under + (over - under) * s, np.float32)


class Proof:
    """What a print style reads."""

    def __init__(self, sheet: Sheet, steps: int, guidance: float) -> None:
        canvas = sheet.canvas
        self.width, self.height = canvas.width, canvas.height
        self.unit = canvas.unit
        self.steps = steps
        self.palette: Palette = sheet.palette
        self.angle, self.tone = canvas.angle, canvas.tone
        self.line, self.region = canvas.line, canvas.region
        self.plate = sheet.plan.plate
        self._sheet = sheet
        base = np.clip(canvas.rgb, 0, 1)
        grey = luma(base)[..., None]
        saturation = float(np.clip(0.55 + 0.06 * guidance, 0.5, 1.4))
        contrast = float(np.clip(0.72 + 0.037 * guidance, 0.7, 1.35)) * (0.92 + 0.08 * min(1.0, steps / 24))
        base = grey + (base - grey) * np.float32(saturation)
        self.base: Array = np.clip((base - 0.55) * np.float32(contrast) + np.float32(0.55), 0, 1)
        self.strength = float(np.clip(0.62 + 0.05 * guidance, 0.6, 1.0))

    @property
    def pitch(self) -> float:
        """The distance between two hatching lines, in pixels."""
        return max(2.6, self.unit / 512 * 4.4)

    @cached_property
    def light(self) -> Array:
        """The lightness of the drawing."""
        return luma(self.base)

    @cached_property
    def wobble(self) -> Array:
        """Low-frequency noise that bends straight lines a little."""
        return self._sheet.noise("wobble", 6, 3)

    @cached_property
    def fibre(self) -> Array:
        """The cloudiness of the paper."""
        return self._sheet.noise("fibre", 40, 2)

    @cached_property
    def pigment(self) -> Array:
        """Uneven ink."""
        return self._sheet.noise("pigment", 9, 4)

    @cached_property
    def grain(self) -> Array:
        """The fine grain of the paper. It alone depends on every word of the prompt."""
        rng = self._sheet.streams.generator("grain", self._sheet.plan.prompt_key)
        return rng.random((self.height, self.width), dtype=np.float32)

    @cached_property
    def pixels(self) -> tuple[Array, Array]:
        """Pixel coordinates."""
        y, x = np.mgrid[0 : self.height, 0 : self.width]
        return x.astype(np.float32), y.astype(np.float32)

    def stripes(self, turn: float, pitch: float, waver: float = 0.016) -> Array:
        """Parallel lines in the drawing's hatching direction: 0 on a line, 1 half-way between two."""
        x, y = self.pixels
        a = self.angle + np.float32(turn)
        along = y * np.cos(a) - x * np.sin(a) + (self.wobble - 0.5) * np.float32(self.unit * waver)
        return unit(np.abs((along / np.float32(pitch)) % 1 - 0.5) * 2)

    def halftone(self, turn: float, pitch: float) -> Array:
        """A halftone screen, with its maxima at the centres of the dots."""
        x, y = self.pixels
        c, s = np.float32(np.cos(turn) * 2 * np.pi / pitch), np.float32(np.sin(turn) * 2 * np.pi / pitch)
        return unit(np.cos(x * c + y * s) * np.cos(y * c - x * s) * np.float32(0.5) + np.float32(0.5))

    def thicken_lines(self, size: int) -> Array:
        """The contours dilated with an odd window of about ``size`` pixels."""
        if size < 3:
            return self.line
        image = Image.fromarray((self.line * 255).astype(np.uint8)).filter(ImageFilter.MaxFilter(size | 1))
        return unit(np.asarray(image.filter(ImageFilter.GaussianBlur(0.5))) / 255)

    def apply_paper(self, picture: Array, amount: float = 1.0) -> Array:
        """Apply the texture of the paper to the picture."""
        veil = 1 - amount * (0.045 * (self.grain - 0.5) + 0.05 * (self.fibre - 0.5))
        return unit(picture * veil[..., None])

    def flat_regions(self, cells: npt.NDArray[np.int32] | None = None) -> Array:
        """The drawing with each region in its mean colour; ``cells`` subdivides regions."""
        key = self.region.astype(np.int64) * 4096
        if cells is not None:
            key = key + cells
        _, index = np.unique(key.ravel(), return_inverse=True)
        count = np.bincount(index)
        means = np.stack([np.bincount(index, self.base[..., c].ravel()) / count for c in range(3)], 1)
        return np.asarray(means[index].reshape(self.base.shape), np.float32)

    def random(self, name: str) -> np.random.Generator:
        """A random generator for a print style."""
        return noise_stream(self._sheet, name)

    def soft_noise(self, name: str, cells: float, octaves: int = 3) -> Array:
        """Noise from its own random stream."""
        return noise(noise_stream(self._sheet, name), self.width, self.height, cells, octaves)


def noise_stream(sheet: Sheet, name: str) -> np.random.Generator:
    """The random generator of a print style, by name."""
    return sheet.streams.generator("print", name)
