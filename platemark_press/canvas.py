"""The canvas: arrays of colours, hatching directions, tones, contours and regions, filled by drawing polygons.

Print styles read these arrays, not the shapes. Contours are separate from colours, so that each style can ink them in
its own way: as engraved lines, gouged blocks, lead, or chalk on blue paper.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from platemark_press.palettes import Array, Colour, unit
from platemark_press.shapes import Points, dense, together

Shape = Points | Sequence[Points]
Box = tuple[int, int, int, int]


def smooth(low: npt.ArrayLike, high: npt.ArrayLike, x: Array) -> Array:
    """Smoothstep: 0 below ``low``, 1 above ``high``, smooth in between."""
    start = np.asarray(low, np.float32)
    t = unit((x - start) / (np.asarray(high, np.float32) - start + np.float32(1e-9)))
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def noise(
    rng: np.random.Generator, width: int, height: int, cells: float, octaves: int = 4, stretch: float = 1
) -> Array:
    """Two-dimensional value noise, about 0 … 1, with ``cells`` along the longer side; ``stretch`` flattens it."""
    longest = max(width, height)
    total = np.zeros((height, width), np.float32)
    weight, sum_of_weights = 1.0, 0.0
    for octave in range(octaves):
        pitch = longest / (cells * 2**octave)
        if pitch < 2 and octave:
            break
        nx = max(1, round(width / pitch)) + 3
        ny = max(1, round(height * stretch / pitch)) + 3
        grid = Image.fromarray(rng.random((ny, nx), dtype=np.float32))
        big = grid.resize((width, height), Image.Resampling.BICUBIC, box=(1, 1, nx - 1, ny - 1))
        total += np.asarray(big, np.float32) * np.float32(weight)
        sum_of_weights += weight
        weight *= 0.5
    return total / np.float32(sum_of_weights)


class Canvas:
    """The drawing so far."""

    def __init__(self, width: int, height: int, ground: Colour) -> None:
        self.width, self.height = width, height
        self.unit = float(min(width, height))
        self.rgb = np.empty((height, width, 3), np.float32)
        self.rgb[:] = ground
        self.angle = np.full((height, width), 0.6, np.float32)
        self.tone = np.ones((height, width), np.float32)
        self.line = np.zeros((height, width), np.float32)
        self.region = np.zeros((height, width), np.int32)
        self.pen_width = max(0.8, min(self.unit, 0.6 * max(width, height)) * 0.0042)
        self._regions = 0
        self._clip: Array | None = None
        self._wobble: tuple[float, Points] | None = None
        self._wobble_symmetric = False

    def set_wobble(self, rng: np.random.Generator, amount: float) -> None:
        """Bend every outline that is drawn from now on, like a freer hand."""
        knots = rng.random((10 * 10, 2)).reshape(10, 10, 2) - 0.5
        self._wobble = (amount * self.unit * 2, knots) if amount > 0 else None

    def grid(self) -> tuple[Array, Array]:
        """Pixel centres as fractions of the width and of the height."""
        y, x = np.mgrid[0 : self.height, 0 : self.width].astype(np.float32)
        return (x + np.float32(0.5)) / self.width, (y + np.float32(0.5)) / self.height

    def make_wobble_symmetric(self) -> None:
        """Bend outlines alike in both halves, so that they meet where ``rotate_upper_half`` joins them."""
        self._wobble_symmetric = True

    def _bend(self, points: Points, *, closed: bool = True) -> Points:
        if self._wobble is None:
            return points
        amount, knots = self._wobble
        points = dense(points, max(6.0, self.unit / 24), closed=closed)
        shift = self._tremor(points, knots)
        if self._wobble_symmetric:
            opposite = np.array([self.width, self.height]) - points
            shift = (shift - self._tremor(opposite, knots)) / math.sqrt(2)
        return np.asarray(points + amount * shift, np.float64)

    def _tremor(self, points: Points, knots: Points) -> Points:
        g = np.clip(points / max(self.width, self.height) * 8, 0, 8.999)
        i = g.astype(int)
        f = g - i
        f = f * f * (3 - 2 * f)
        x, y = i[:, 0], i[:, 1]
        fx, fy = f[:, :1], f[:, 1:]
        top = knots[y, x] * (1 - fx) + knots[y, x + 1] * fx
        low = knots[y + 1, x] * (1 - fx) + knots[y + 1, x + 1] * fx
        return np.asarray(top * (1 - fy) + low * fy, np.float64)

    def _box(self, points: Points, pad: float) -> Box | None:
        x0, y0 = np.floor(points.min(0) - pad).astype(int)
        x1, y1 = np.ceil(points.max(0) + pad).astype(int) + 1
        box = (max(0, int(x0)), max(0, int(y0)), min(self.width, int(x1)), min(self.height, int(y1)))
        return box if box[0] < box[2] and box[1] < box[3] else None

    @staticmethod
    def _scale(box: Box) -> int:
        return 4 if (box[2] - box[0]) * (box[3] - box[1]) < 160_000 else 2

    def _masks(
        self, shapes: Sequence[Points], outline: float, holes: Sequence[Points]
    ) -> tuple[Box, Array, Array | None] | None:
        box = self._box(together(shapes), outline + 1)
        if box is None:
            return None
        k = self._scale(box)
        size = ((box[2] - box[0]) * k, (box[3] - box[1]) * k)
        origin = np.array(box[:2], np.float64)
        image = Image.new("L", size, 0)
        draw = ImageDraw.Draw(image)
        flats = [((s - origin) * k).ravel().tolist() for s in shapes]
        cuts = [((s - origin) * k).ravel().tolist() for s in holes]
        for flat in flats:
            draw.polygon(flat, fill=255)
        for flat in cuts:
            draw.polygon(flat, fill=0)
        mask = np.asarray(image.reduce(k), np.float32) / np.float32(255)
        if outline <= 0:
            return box, mask, None
        ring = Image.new("L", size, 0)
        draw = ImageDraw.Draw(ring)
        wide = max(1, round(2 * outline * k))
        for flat in flats + cuts:
            draw.line(flat + flat[:4], fill=255, width=wide, joint="curve")
        for flat in flats:
            draw.polygon(flat, fill=0)
        for flat in cuts:
            draw.line(flat + flat[:4], fill=255, width=wide, joint="curve")
        return box, mask, np.asarray(ring.reduce(k), np.float32) / np.float32(255)

    def fill(
        self,
        shape: Shape,
        colour: Colour,
        *,
        outline: float = 1.0,
        angle: float | None = None,
        tone: float | None = None,
        opacity: float = 1.0,
        shading: tuple[float, float, float] | None = None,
        holes: Sequence[Points] = (),
    ) -> None:
        """Paint a shape (or a union of shapes) given in pixels.

        ``shading`` is a direction and an amount: lighter one way, darker the other.
        """
        shapes = [self._bend(s) for s in ([shape] if isinstance(shape, np.ndarray) else shape) if len(s) > 2]
        if not shapes:
            return
        masks = self._masks(shapes, outline * self.pen_width, [self._bend(h) for h in holes])
        if masks is None:
            return
        box, mask, ring = masks
        window = np.s_[box[1] : box[3], box[0] : box[2]]
        if self._clip is not None:
            mask = mask * self._clip[window]
            ring = None if ring is None else ring * self._clip[window]
        paint: Array = colour
        if shading is not None:
            paint = colour * self._slope(box, shading)[..., None]
        cover = mask * np.float32(opacity)
        self.rgb[window] += (paint - self.rgb[window]) * cover[..., None]
        self._mark(window, mask, angle, tone, opacity)
        if ring is not None:
            np.maximum(self.line[window], ring, out=self.line[window])

    @staticmethod
    def _slope(box: Box, shading: tuple[float, float, float]) -> Array:
        dx, dy, amount = shading
        x = np.linspace(-1, 1, box[2] - box[0], dtype=np.float32)[None, :]
        y = np.linspace(-1, 1, box[3] - box[1], dtype=np.float32)[:, None]
        return np.asarray(1 + amount * np.clip(dx * x + dy * y, -1, 1), np.float32)

    def _mark(
        self, window: tuple[slice, slice], mask: Array, angle: float | None, tone: float | None, opacity: float
    ) -> None:
        hard = mask > 0.5
        if angle is not None:
            self.angle[window][hard] = angle
        if tone is not None:
            self.tone[window][hard] = tone
        if opacity > 0.6:
            self.line[window] *= 1 - mask * np.float32(opacity)
            self._regions += 1
            self.region[window][hard] = self._regions

    def mark(self, window: tuple[slice, slice], mask: Array) -> None:
        """Make a stamped shape its own region, without hatching or contour."""
        self._mark(window, mask, None, 0.2, 1.0)

    def wash(self, mask: Array, colour: Array, *, angle: float | None = None, tone: float | None = None) -> None:
        """Blend a colour or a picture over the whole canvas through a mask; contours stay."""
        if self._clip is not None:
            mask = mask * self._clip
        self.rgb += (colour - self.rgb) * mask[..., None]
        hard = mask > 0.5
        if angle is not None:
            self.angle[hard] = angle
        if tone is not None:
            self.tone[hard] = tone

    def ink(self, shape: Shape, strength: float = 1.0) -> None:
        """Draw into the contours only, for fine lines such as those of a face or a leaf."""
        shapes = [self._bend(s) for s in ([shape] if isinstance(shape, np.ndarray) else shape) if len(s) > 2]
        masks = self._masks(shapes, 0, ()) if shapes else None
        if masks is None:
            return
        box, mask, _ = masks
        window = np.s_[box[1] : box[3], box[0] : box[2]]
        if self._clip is not None:
            mask = mask * self._clip[window]
        np.maximum(self.line[window], mask * np.float32(strength), out=self.line[window])

    @contextmanager
    def inside(self, shape: Shape) -> Iterator[None]:
        """Draw only inside a shape given in pixels."""
        shapes = [self._bend(s) for s in ([shape] if isinstance(shape, np.ndarray) else shape)]
        outer = self._clip
        clip = np.zeros((self.height, self.width), np.float32)
        masks = self._masks(shapes, 0, ())
        if masks is not None:
            box, mask, _ = masks
            clip[box[1] : box[3], box[0] : box[2]] = mask
        self._clip = clip if outer is None else clip * outer
        try:
            yield
        finally:
            self._clip = outer

    def rotate_upper_half(self) -> None:
        """Replace the lower half by the upper half rotated by 180 degrees, as on a playing card."""
        for name in ("rgb", "angle", "tone", "line", "region"):
            array = getattr(self, name)
            half = (self.height + 1) // 2
            array[half:] = array[::-1, ::-1][half:].copy()
