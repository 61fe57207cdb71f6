"""Props that appear on several trumps, drawn on a ``Stage``: a pen whose unit is the picture's width."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from platemark_press.appearance import HAIRS, SKINS, Appearance
from platemark_press.card_frames import CardColours
from platemark_press.figures import FACE, draw_head
from platemark_press.palettes import Colour, Palette, mix, rgb, shade
from platemark_press.pen import Pen
from platemark_press.random_streams import choose_index
from platemark_press.shapes import (
    arc,
    bezier,
    crescent,
    ellipse,
    moved,
    poly,
    rect,
    ribbon,
    spline,
    star,
    symmetric,
)


@dataclass(frozen=True)
class Stage:
    """The picture of a trump: a centred pen, half its height, and its colours."""

    pen: Pen
    half: float
    palette: Palette
    dress: CardColours
    rng: np.random.Generator

    @property
    def foot(self) -> float:
        """The vertical place where figures stand."""
        return self.half - 0.1

    @property
    def size(self) -> float:
        """How tall a standing figure may be."""
        return min(1.02, self.half * 1.42)

    def look(self, robe: Colour, *, hair: str = "long", crown: str = "none", beard: bool = False) -> Appearance:
        """A random appearance with a robe of this colour."""
        d = self.dress
        hairs = HAIRS[:5]
        return Appearance(
            skin=SKINS[choose_index(self.rng, 2) * 4],
            hair=hairs[choose_index(self.rng, 5)],
            robe=robe,
            trim=d.gold,
            gem=d.red if robe is not d.red else d.blue,
            ink=d.ink,
            paper=d.paper,
            style=hair,
            crown=crown,
            beard=beard,
            pattern=choose_index(self.rng, 4),
        )


def draw_backdrop(stage: Stage, *, ground: float = 0.3, night: bool = False, rays: float | None = None) -> None:
    """Draw sky in three flat bands, rays from a height, and a ground with a soft edge."""
    p, pen, h = stage.palette, stage.pen, stage.half
    top = mix(p.sky_top, rgb("#1b2450"), 0.55) if night else mix(p.sky_top, p.sky_low, 0.35)
    low = mix(p.sky_low, rgb("#3d5a88"), 0.5) if night else mix(p.sky_low, stage.dress.paper, 0.25)
    pen.fill(rect(-0.6, -h - 0.1, 0.6, h + 0.1), top, outline=0, tone=0.5, angle=0.0)
    for k in range(1, 4):
        y = -h + (ground + h) * k / 4
        pen.fill(rect(-0.6, y, 0.6, h + 0.1), mix(top, low, k / 3), outline=0, tone=0.4, angle=0.0)
    if rays is not None:
        for k in range(12):
            a0, a1 = math.radians(30 * k + 4), math.radians(30 * k + 15)
            wedge = poly(
                (0, rays), (2 * math.cos(a0), rays + 2 * math.sin(a0)), (2 * math.cos(a1), rays + 2 * math.sin(a1))
            )
            pen.fill(wedge, p.glow, outline=0, opacity=0.3, tone=0.2)
    x = np.linspace(-0.6, 0.6, 24)
    edge = np.stack([x, ground + 0.02 * np.sin(x * 8 + 1) + 0.012 * np.cos(x * 17)], 1)
    land = mix(p.mid, stage.dress.green, 0.4)
    pen.fill(
        np.concatenate([edge, poly((0.6, h + 0.2), (-0.6, h + 0.2))]),
        shade(land, 0.8) if night else land,
        angle=0.2,
        tone=0.7,
    )


def draw_peaks(stage: Stage, base: float, tall: float, *, snow: bool = True) -> None:
    """Draw a few mountains behind the figure."""
    p = stage.palette
    for x, k in ((-0.34, 0.9), (0.36, 1.0), (-0.06, 0.7), (0.2, 0.62)):
        colour = mix(p.far, p.mid, 0.4 + 0.2 * k)
        top = base - tall * k
        stage.pen.fill(poly((x - 0.26 * k, base + 0.02), (x, top), (x + 0.28 * k, base + 0.02)), colour, angle=0.9)
        stage.pen.fill(
            poly((x, top), (x + 0.28 * k, base + 0.02), (x + 0.04, base + 0.02), (x - 0.02, base - tall * k * 0.45)),
            shade(colour, 0.78),
            outline=0,
        )
        if snow:
            cap = poly(
                (x - 0.07 * k, top + tall * k * 0.27),
                (x, top),
                (x + 0.075 * k, top + tall * k * 0.27),
                (x + 0.02, top + tall * k * 0.2),
                (x - 0.02, top + tall * k * 0.3),
            )
            stage.pen.fill(cap, stage.dress.paper, outline=0.6)


def draw_sun_face(stage: Stage, x: float, y: float, r: float, *, face: bool = True) -> None:
    """Draw a sun with straight and wavy rays."""
    pen, gold = stage.pen.moved(x, y, r), stage.dress.gold
    for k in range(24):
        a = 15 * k
        if k % 2:
            ray = moved(poly((0.95, -0.1), (1.65, 0), (0.95, 0.1)), turn=a)
        else:
            t = np.linspace(0.9, 1.8, 12)
            ray = moved(ribbon(np.stack([t, 0.07 * np.sin((t - 0.9) * 10)], 1), [0.22, 0.14, 0.0]), turn=a)
        pen.fill(ray, gold if k % 2 else mix(gold, stage.dress.red, 0.4), outline=0.7, tone=0.2)
    pen.fill(ellipse(0, 0, 1, n=60), mix(gold, stage.dress.paper, 0.35), tone=0.1)
    if face:
        draw_still_face(pen.moved(0, 0, 1.15), stage.dress.ink)


def draw_still_face(pen: Pen, ink: Colour) -> None:
    """Draw a calm face in lines, for suns and moons."""
    for side in (-1, 1):
        pen.ink(spline([(side * 0.12, -0.12), (side * 0.25, -0.19), (side * 0.4, -0.12)]), [0.02, 0.05, 0.02])
        pen.ink(spline([(side * 0.13, -0.26), (side * 0.27, -0.34), (side * 0.44, -0.27)]), [0.03, 0.04, 0.01])
        pen.fill(ellipse(side * 0.265, -0.11, 0.05, 0.05, n=16), ink, outline=0)
    pen.ink(spline([(-0.09, -0.24), (-0.05, 0.0), (-0.1, 0.12), (0.05, 0.14)]), [0.02, 0.035, 0.02])
    pen.ink(spline([(-0.2, 0.33), (-0.07, 0.38), (0.07, 0.38), (0.2, 0.33)]), [0.02, 0.06, 0.02])
    pen.ink(spline([(-0.07, 0.47), (0.0, 0.49), (0.07, 0.47)]), [0.01, 0.03, 0.01])


def draw_moon_face(stage: Stage, x: float, y: float, r: float) -> None:
    """Draw a crescent with a face in profile inside a disc of rays."""
    pen, d = stage.pen.moved(x, y, r), stage.dress
    pen.fill(star(32, 0, 0, 1.5, 1.15), mix(d.gold, d.paper, 0.4), outline=0.6, tone=0.2)
    pen.fill(ellipse(0, 0, 1.1, n=60), mix(d.blue, d.paper, 0.45), outline=0.8, tone=0.3)
    pen.fill(crescent(0, 0, 1.02, turn=180, bite=0.5), mix(d.gold, d.paper, 0.5), outline=1.0, tone=0.1)
    profile = spline(
        [
            (0.06, -0.6),
            (-0.05, -0.35),
            (-0.02, -0.2),
            (-0.16, 0.0),
            (-0.04, 0.05),
            (-0.12, 0.16),
            (-0.03, 0.2),
            (-0.1, 0.3),
            (0.05, 0.5),
        ]
    )
    filler = np.concatenate([profile, poly((0.6, 0.55), (0.8, 0.0), (0.6, -0.6))])
    with pen.inside(ellipse(0, 0, 1.0)):
        pen.fill(filler, mix(d.gold, d.paper, 0.5), outline=0.9, tone=0.1)
        pen.fill(rect(0.4, -0.7, 0.7, 0.7), mix(d.gold, d.paper, 0.5), outline=0)
    pen.ink(spline([(0.08, -0.2), (0.2, -0.26), (0.34, -0.18)]), [0.02, 0.06, 0.01])
    pen.fill(ellipse(0.17, -0.16, 0.05), d.ink, outline=0)


def draw_big_star(pen: Pen, colour: Colour, points: int = 8) -> None:
    """Draw a star of unit radius in two layers."""
    pen.fill(star(points, 0, 0, 1, 0.32), colour, outline=0.9, tone=0.1)
    pen.fill(
        star(points, 0, 0, 0.55, 0.2, turn=-90 + 180 / points), mix(colour, rgb("#ffffff"), 0.5), outline=0.5, tone=0.1
    )


def draw_lemniscate(pen: Pen, colour: Colour) -> None:
    """Draw an infinity sign, two units wide."""
    t = np.linspace(0, 2 * np.pi, 60)
    k = 1 + np.sin(t) ** 2
    curve = np.stack([np.cos(t) / k, np.sin(t) * np.cos(t) / k * 1.15], 1)
    pen.fill(
        [ribbon(curve[i : i + 7], 0.17) for i in range(0, 54, 6)] + [ribbon(curve[53:], 0.17)], colour, outline=0.8
    )


def draw_pillar(stage: Stage, x: float, top: float, foot: float, wide: float, colour: Colour) -> None:
    """Draw a fluted column with a capital."""
    pen = stage.pen
    pen.fill(rect(x - wide / 2, top, x + wide / 2, foot), colour, angle=1.57, tone=0.6)
    for k in (-0.25, 0.0, 0.25):
        pen.ink(poly((x + k * wide, top + 0.06), (x + k * wide, foot - 0.05)), 0.005, 0.8)
    for y, grow in ((top, 0.045), (foot, 0.045)):
        pen.fill(rect(x - wide / 2 - grow / 2, y - 0.028, x + wide / 2 + grow / 2, y + 0.028), shade(colour, 0.88))
    pen.fill(
        [ellipse(x - wide / 2, top + 0.05, 0.03), ellipse(x + wide / 2, top + 0.05, 0.03)],
        shade(colour, 0.94),
        outline=0.8,
    )


def draw_throne(stage: Stage, colour: Colour, *, pointed: bool = False) -> None:
    """Draw a high seat behind a figure."""
    pen, foot = stage.pen, stage.foot
    top = foot - stage.size * 0.92
    back = (
        poly((-0.27, foot), (-0.27, top + 0.12), (0, top - 0.06), (0.27, top + 0.12), (0.27, foot))
        if pointed
        else np.concatenate([arc(0, top + 0.2, 0.27, start=180, stop=360), poly((0.27, foot), (-0.27, foot))])
    )
    pen.fill(back, colour, angle=1.57, tone=0.6)
    inner = (
        poly((-0.21, foot), (-0.21, top + 0.16), (0, top + 0.02), (0.21, top + 0.16), (0.21, foot))
        if pointed
        else np.concatenate([arc(0, top + 0.21, 0.21, start=180, stop=360), poly((0.21, foot), (-0.21, foot))])
    )
    pen.fill(inner, mix(colour, stage.dress.red, 0.45), angle=0.6, tone=0.6)
    for side in (-1, 1):
        x0, x1 = sorted((side * 0.25, side * 0.37))
        pen.fill(rect(x0, foot - 0.3, x1, foot + 0.03), shade(colour, 0.85), angle=1.57)
        pen.fill(ellipse(side * 0.31, foot - 0.31, 0.075, 0.04), colour)
        pen.dot(side * 0.27, top + 0.1, 0.03, stage.dress.gold)
    pen.fill(rect(-0.4, foot - 0.01, 0.4, foot + 0.05), shade(colour, 0.75))


def draw_seated(stage: Stage, look: Appearance, cloak: Colour) -> Pen:
    """Draw a seated, robed figure seen from the front; returns the pen of the figure."""
    pen = stage.pen.moved(0, stage.foot, stage.size * 0.9)
    half = bezier(
        (0, -0.75),
        (-0.12, -0.75),
        (-0.23, -0.7),
        (-0.25, -0.55),
        (-0.27, -0.45),
        (-0.3, -0.35),
        (-0.29, -0.28),
        (-0.33, -0.15),
        (-0.3, -0.05),
        (-0.33, 0.03),
    )
    pen.fill(symmetric(half), cloak, angle=1.3, tone=0.7)
    robe = symmetric(
        bezier(
            (0, -0.75),
            (-0.1, -0.75),
            (-0.15, -0.65),
            (-0.15, -0.5),
            (-0.16, -0.42),
            (-0.25, -0.4),
            (-0.24, -0.32),
            (-0.22, -0.2),
            (-0.2, -0.1),
            (-0.24, 0.03),
        )
    )
    pen.fill(robe, look.robe, angle=1.5, tone=0.6)
    for side in (-1, 1):
        pen.ink(
            spline([(side * 0.05, -0.42), (side * 0.16, -0.34), (side * 0.14, -0.15), (side * 0.17, 0.02)]),
            [0.004, 0.01, 0.004],
            0.9,
        )
    pen.ink(spline([(-0.16, -0.33), (0.0, -0.25), (0.16, -0.33)]), [0.003, 0.009, 0.003], 0.9)
    pen.band(spline([(-0.24, 0.01), (0, 0.04), (0.24, 0.01)]), 0.03, look.trim, outline=0.7)
    pen.band(poly((0, -0.72), (0, -0.42)), 0.04, look.trim, outline=0.6)
    draw_head(pen.moved(0, -0.86, 0.2), look, neck=0.1)
    return pen


def draw_sword(pen: Pen, x: float, y: float, long: float, dress: CardColours, turn: float = 0) -> None:
    """Draw a sword held at (x, y), pointing up before turning."""
    own = pen.moved(x, y, long, turn)
    own.fill(poly((-0.035, -0.1), (-0.035, -0.92), (0, -1), (0.035, -0.92), (0.035, -0.1)), rgb("#b9c2c9"), tone=0.2)
    own.ink(poly((0, -0.1), (0, -0.9)), 0.008, 0.8)
    own.fill(rect(-0.16, -0.12, 0.16, -0.07), dress.gold)
    own.fill(rect(-0.025, -0.07, 0.025, 0.1), dress.red)
    own.dot(0, 0.12, 0.04, dress.gold)


def draw_cup(pen: Pen, x: float, y: float, size: float, colour: Colour, turn: float = 0) -> None:
    """Draw a goblet, one unit high."""
    own = pen.moved(x, y, size, turn)
    bowl = symmetric(bezier((0, 0.02), (-0.12, 0.0), (-0.34, -0.1), (-0.34, -0.5)))
    own.fill([bowl, rect(-0.05, -0.02, 0.05, 0.35)], colour, tone=0.2)
    own.fill(symmetric(bezier((0, 0.26), (-0.08, 0.3), (-0.22, 0.38), (-0.26, 0.44))), colour, tone=0.2)
    own.fill(ellipse(0, -0.5, 0.34, 0.08), shade(colour, 0.7))


def draw_scales(pen: Pen, colour: Colour) -> None:
    """Draw a balance hanging from the origin, one unit wide."""
    pen.band(spline([(-0.5, 0.06), (0, 0.0), (0.5, 0.06)]), 0.05, colour, outline=0.8)
    pen.dot(0, -0.02, 0.07, colour)
    for side in (-1, 1):
        for dx in (-0.2, 0.2):
            pen.ink(poly((side * 0.48, 0.06), (side * 0.48 + dx, 0.46)), 0.014)
        pan = np.concatenate([arc(side * 0.48, 0.46, 0.24, 0.14, start=0, stop=180, n=20)])
        pen.fill(pan, colour, outline=0.9)


def draw_cloud_bank(pen: Pen, x: float, y: float, wide: float, colour: Colour) -> None:
    """Draw a stylised cloud of curls."""
    own = pen.moved(x, y, wide)
    lobes = [
        ellipse(dx, dy, r)
        for dx, dy, r in (
            (-0.36, 0.02, 0.15),
            (-0.15, -0.06, 0.2),
            (0.1, -0.08, 0.21),
            (0.34, 0.01, 0.16),
            (0.0, 0.06, 0.2),
        )
    ]
    own.fill(lobes, colour, tone=0.1)
    for dx, dy, r in ((-0.15, -0.05, 0.1), (0.12, -0.06, 0.11), (-0.36, 0.03, 0.07), (0.34, 0.02, 0.08)):
        own.ink(arc(dx, dy, r, start=150, stop=400, n=18), 0.014, 0.8)


def draw_nude_figure(pen: Pen, look: Appearance, sash: Colour | None = None) -> None:
    """Draw a small unclothed figure one unit high in outline, as on the old cards."""
    body = symmetric(
        bezier(
            (0, -0.8),
            (-0.05, -0.8),
            (-0.15, -0.77),
            (-0.14, -0.68),
            (-0.11, -0.56),
            (-0.08, -0.5),
            (-0.13, -0.4),
            (-0.13, -0.25),
            (-0.1, -0.1),
            (-0.11, 0.02),
            (-0.07, 0.02),
            (-0.02, 0.02),
            (-0.03, -0.2),
            (-0.02, -0.3),
            (0, -0.34),
        )
    )
    pen.fill(body, look.skin, tone=0.2)
    for side in (-1, 1):
        pen.band(spline([(side * 0.13, -0.75), (side * 0.2, -0.6), (side * 0.19, -0.42)]), [0.06, 0.045], look.skin)
    if sash is not None:
        pen.fill(poly((-0.14, -0.46), (0.13, -0.42), (0.12, -0.28), (-0.13, -0.33)), sash)
    draw_head(pen.moved(0, -0.9, 0.19), look, neck=0.05)


def draw_hood(pen: Pen, colour: Colour, shadow: Colour) -> None:
    """Draw a cowl over a head, in units of the face."""
    outer = symmetric(
        bezier((0, -0.85), (-0.35, -0.75), (-0.6, -0.4), (-0.5, 0.2), (-0.5, 0.5), (-0.6, 0.7), (-0.5, 0.9))
    )
    pen.fill(outer, colour, angle=1.3, tone=0.8)
    pen.fill(moved(FACE, 0, 0.05, scale=1.12), shadow, outline=0.8)


def with_hair(look: Appearance, colour: Colour) -> Appearance:
    """The same appearance with another hair colour."""
    return replace(look, hair=colour)


def with_skin(look: Appearance, colour: Colour) -> Appearance:
    """The same appearance with another skin colour."""
    return replace(look, skin=colour)
