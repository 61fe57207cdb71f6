"""Outlines as arrays of points, and functions that create and transform them; every drawn shape is a polygon."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Pairs = Sequence[tuple[float, float]] | Points


def poly(*pairs: tuple[float, float]) -> Points:
    """A polygon from pairs of coordinates."""
    return np.array(pairs, np.float64)


def rect(x0: float, y0: float, x1: float, y1: float) -> Points:
    """A rectangle from two corners."""
    return poly((x0, y0), (x1, y0), (x1, y1), (x0, y1))


def arc(
    cx: float, cy: float, rx: float, ry: float | None = None, *, start: float = 0, stop: float = 360, n: int = 40
) -> Points:
    """Part of an ellipse, degrees clockwise from the right (y grows downwards)."""
    t = np.radians(np.linspace(start, stop, n))
    return np.stack([cx + rx * np.cos(t), cy + (rx if ry is None else ry) * np.sin(t)], 1)


def ellipse(cx: float, cy: float, rx: float, ry: float | None = None, n: int = 48) -> Points:
    """A whole ellipse; a circle when one radius is profile."""
    return arc(cx, cy, rx, ry, start=0, stop=360 * (n - 1) / n, n=n)


def rounded(x0: float, y0: float, x1: float, y1: float, r: float) -> Points:
    """A rectangle with round corners."""
    corners = ((x1 - r, y0 + r, -90), (x1 - r, y1 - r, 0), (x0 + r, y1 - r, 90), (x0 + r, y0 + r, 180))
    return np.concatenate([arc(cx, cy, r, start=a, stop=a + 90, n=8) for cx, cy, a in corners])


def star(n: int, cx: float, cy: float, outer: float, inner: float, turn: float = -90) -> Points:
    """A star of ``n`` points; a regular polygon when the radii say so."""
    t = np.radians(turn + np.arange(2 * n) * 180 / n)
    r = np.where(np.arange(2 * n) % 2 == 0, outer, inner)
    return np.stack([cx + r * np.cos(t), cy + r * np.sin(t)], 1)


def ring_of(n: int, cx: float, cy: float, r: float, turn: float = -90) -> Points:
    """``n`` points around a circle."""
    t = np.radians(turn + np.arange(n) * 360 / n)
    return np.stack([cx + r * np.cos(t), cy + r * np.sin(t)], 1)


def bezier(*control: tuple[float, float], n: int = 16) -> Points:
    """A cubic curve, or several joined end to end (4, 7, 10 … control points)."""
    t = np.linspace(0, 1, n)[:, None]
    pieces = []
    for i in range(0, len(control) - 3, 3):
        a, b, c, d = (np.array(control[i + k], np.float64) for k in range(4))
        pieces.append((1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d)
    return np.concatenate(pieces)


def spline(pairs: Pairs, *, closed: bool = False, n: int = 8) -> Points:
    """A smooth curve through every point (Catmull-Rom)."""
    p = np.asarray(pairs, np.float64)
    before, after = (p[-1:], p[:2]) if closed else (2 * p[:1] - p[1:2], 2 * p[-1:] - p[-2:-1])
    p = np.concatenate([before, p, after])
    t = np.linspace(0, 1, n, endpoint=False)[:, None]
    pieces = []
    for i in range(1, len(p) - 2):
        a, b, c, d = p[i - 1], p[i], p[i + 1], p[i + 2]
        pieces.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    if not closed:
        pieces.append(p[-2:-1])
    return np.concatenate(pieces)


def ribbon(pairs: Pairs, widths: Sequence[float] | float) -> Points:
    """A band along a curve; ``widths`` are spread evenly from one end to the other."""
    p = np.asarray(pairs, np.float64)
    step = np.gradient(p, axis=0)
    length = np.hypot(step[:, 0], step[:, 1])[:, None] + 1e-9
    normal = np.stack([-step[:, 1], step[:, 0]], 1) / length
    profile = np.atleast_1d(np.asarray(widths, np.float64))
    wide = np.interp(np.linspace(0, 1, len(p)), np.linspace(0, 1, len(profile)), profile)[:, None] / 2
    return np.concatenate([p + normal * wide, (p - normal * wide)[::-1]])


def leaf(x: float, y: float, length: float, degrees: float, width: float = 0.35) -> Points:
    """A pointed leaf that starts at (x, y) and grows towards ``degrees``."""
    t = np.linspace(0, 1, 14)
    half = np.sin(np.pi * t**0.8) * width * length / 2
    body = np.concatenate([np.stack([t * length, half], 1), np.stack([t * length, -half], 1)[::-1]])
    return moved(body, x, y, turn=degrees)


def petal(x: float, y: float, length: float, degrees: float, width: float = 0.6) -> Points:
    """A round-ended petal."""
    t = np.linspace(0, 1, 14)
    half = np.sin(np.pi * t**1.7) ** 0.8 * width * length / 2
    body = np.concatenate([np.stack([t * length, half], 1), np.stack([t * length, -half], 1)[::-1]])
    return moved(body, x, y, turn=degrees)


def crescent(cx: float, cy: float, r: float, turn: float = 0, bite: float = 0.45) -> Points:
    """A crescent moon; its horns point to the right before turning."""
    outer = arc(0, 0, r, start=50, stop=310, n=40)
    end = outer[-1]
    centre = bite * r
    radius = math.hypot(end[0] - centre, end[1])
    angle = math.degrees(math.atan2(-end[1], end[0] - centre))
    inner = arc(centre, 0, radius, start=360 - angle, stop=angle, n=32)
    return moved(np.concatenate([outer, inner]), cx, cy, turn=turn)


def moved(points: Points, dx: float = 0, dy: float = 0, *, scale: float = 1, turn: float = 0) -> Points:
    """The points scaled, rotated by degrees, then shifted."""
    a = math.radians(turn)
    c, s = math.cos(a) * scale, math.sin(a) * scale
    return np.stack([points[:, 0] * c - points[:, 1] * s + dx, points[:, 0] * s + points[:, 1] * c + dy], 1)


def flipped(points: Points, axis: float = 0) -> Points:
    """The points mirrored about a vertical axis."""
    return np.stack([2 * axis - points[:, 0], points[:, 1]], 1)


def symmetric(half: Pairs) -> Points:
    """A closed symmetric outline from its left half, given from top to bottom."""
    p = np.asarray(half, np.float64)
    return np.concatenate([p, flipped(p)[::-1]])


def dense(points: Points, longest: float, *, closed: bool = True) -> Points:
    """The outline with extra points, so that no edge is longer than ``longest`` and it can be bent."""
    ring = np.concatenate([points, points[:1]]) if closed else points
    gaps = np.hypot(*np.diff(ring, axis=0).T)
    counts = np.clip(np.ceil(gaps / longest), 1, 400).astype(int)
    if int(counts.max(initial=1)) == 1:
        return points
    pieces = [ring[i] + (ring[i + 1] - ring[i]) * (np.arange(k)[:, None] / k) for i, k in enumerate(counts)]
    if not closed:
        pieces.append(ring[-1:])
    return np.concatenate(pieces)


def together(shapes: Iterable[Points]) -> Points:
    """All points of several outlines, for their bounds."""
    return np.concatenate(list(shapes))
