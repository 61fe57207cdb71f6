"""A pen: a local coordinate system on the canvas, with a place, a scale and a rotation, to draw a figure in."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np

from platemark_press.canvas import Canvas, Shape
from platemark_press.palettes import Colour
from platemark_press.shapes import Pairs, Points, ellipse, ribbon


@dataclass(frozen=True)
class Pen:
    """Draws in local units: ``scale`` pixels to one unit, y growing downwards."""

    canvas: Canvas
    x: float
    y: float
    scale: float
    turn: float = 0.0
    mirror: bool = False

    def at(self, points: Pairs) -> Points:
        """Convert local points to pixels."""
        p = np.asarray(points, np.float64)
        a = math.radians(self.turn)
        px = -p[:, 0] if self.mirror else p[:, 0]
        c, s = math.cos(a) * self.scale, math.sin(a) * self.scale
        return np.stack([px * c - p[:, 1] * s + self.x, px * s + p[:, 1] * c + self.y], 1)

    def _all(self, shape: Shape) -> Shape:
        return self.at(shape) if isinstance(shape, np.ndarray) else [self.at(s) for s in shape]

    def moved(self, x: float, y: float, scale: float = 1, turn: float = 0, *, mirror: bool = False) -> Pen:
        """A pen at a local place, with its own scale and rotation."""
        place = self.at([(x, y)])[0]
        signed = -turn if self.mirror else turn
        return replace(
            self,
            x=float(place[0]),
            y=float(place[1]),
            scale=self.scale * scale,
            turn=self.turn + signed,
            mirror=self.mirror != mirror,
        )

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
        """Paint a shape; see ``Canvas.fill``."""
        self.canvas.fill(
            self._all(shape),
            colour,
            outline=outline,
            angle=angle,
            tone=tone,
            opacity=opacity,
            shading=shading,
            holes=[self.at(h) for h in holes],
        )

    def dot(self, x: float, y: float, r: float, colour: Colour, *, outline: float = 1.0) -> None:
        """Paint a circle."""
        self.fill(ellipse(x, y, r, n=28), colour, outline=outline)

    def band(self, points: Pairs, widths: Sequence[float] | float, colour: Colour, *, outline: float = 1.0) -> None:
        """Paint a band along a curve."""
        self.fill(ribbon(points, widths), colour, outline=outline)

    def ink(self, points: Pairs, widths: Sequence[float] | float, strength: float = 1.0) -> None:
        """Draw a line into the contours, never thinner than can be printed."""
        least = 0.75 * self.canvas.pen_width / self.scale
        line_widths = np.atleast_1d(np.asarray(widths, np.float64))
        line_widths = line_widths * max(1.0, least / float(line_widths.max()))
        self.canvas.ink(self.at(ribbon(points, [float(w) for w in line_widths])), strength)

    @contextmanager
    def inside(self, shape: Shape) -> Iterator[None]:
        """Draw only inside a local shape."""
        with self.canvas.inside(self._all(shape)):
            yield
