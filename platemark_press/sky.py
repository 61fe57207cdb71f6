"""The sky (sun, moon, stars, clouds, birds) and the weather."""

from __future__ import annotations

import numpy as np

from platemark_press.canvas import smooth
from platemark_press.palettes import Colour, mix, rgb
from platemark_press.pen import Pen
from platemark_press.random_streams import choose_index, uniform
from platemark_press.shapes import Points, arc, crescent, ellipse, moved, poly, ribbon, spline, star
from platemark_press.sheet import Sheet


def scallop(rng: np.random.Generator, rx: float, ry: float, bumps: int, depth: float = 0.16) -> Points:
    """A closed, scalloped outline around the origin, as of a cloud or a tree's crown."""
    t = np.linspace(0, 2 * np.pi, bumps * 7, endpoint=False)
    phase = rng.random() * 6.28
    r = 1 - depth + depth * np.abs(np.sin((t + phase) * bumps / 2)) ** 0.7
    r = r * (1 + 0.06 * np.sin(2 * t + rng.random() * 6.28) + 0.05 * np.sin(3 * t + rng.random() * 6.28))
    return np.stack([np.cos(t) * r * rx, np.sin(t) * r * ry], 1)


def draw_sky(sheet: Sheet, horizon: float) -> None:
    """Draw the gradient, then stars, sun or moon, and clouds."""
    canvas, palette = sheet.canvas, sheet.palette
    _, y = canvas.grid()
    t = np.clip(y / max(horizon, 0.2), 0, 1)[..., None] ** 1.15
    canvas.rgb[:] = palette.sky_top * (1 - t) + palette.sky_low * t
    canvas.angle[:] = 0.03
    canvas.tone[:] = 0.8
    if not sheet.refuses("celestial:stars") and (sheet.wants("celestial:stars") or palette.dark):
        _stars(sheet, horizon)
    _celestial(sheet, horizon)
    requested = sheet.wants("extra:clouds")
    if not sheet.refuses("extra:clouds"):
        _clouds(sheet, horizon, 7 if requested else 3)


def _stars(sheet: Sheet, horizon: float) -> None:
    rng = sheet.rng("celestial:stars")
    count = 110 if "celestial:stars" in sheet.plan.requested else 60
    spots = rng.random((count, 3))
    small: list[Points] = []
    unit = sheet.unit
    for i, (x, y, size) in enumerate(spots):
        px, py = x * sheet.width, y**1.3 * horizon * 0.93 * sheet.height
        r = (0.0022 + 0.004 * size**3) * unit
        if i % 11 == 0 and unit > 150:
            small.append(star(4, px, py, r * 3.2, r * 0.7))
        else:
            small.append(ellipse(px, py, max(r, 0.7), n=10))
    sheet.canvas.fill(small, sheet.palette.glow, outline=0, tone=0.1)


def _celestial(sheet: Sheet, horizon: float) -> None:
    moon = not sheet.refuses("celestial:moon") and sheet.wants("celestial:moon")
    sun = not sheet.refuses("celestial:sun") and sheet.wants("celestial:sun")
    if not moon and not sun:
        if "celestial:sun" in sheet.plan.refused or sheet.palette.dark:
            return
        if sheet.palette.name not in {"dusk", "dawn", "gold", "desert", "autumn"}:
            return
        sun = True
    rng = sheet.rng("celestial:sun" if sun and not moon else "celestial:moon")
    x = uniform(rng, 0.22, 0.78)
    y = horizon * (uniform(rng, 0.2, 0.42) if moon or sheet.palette.name == "day" else uniform(rng, 0.5, 0.72))
    pen = sheet.pen(x, y, uniform(rng, 0.085, 0.13))
    if sun and moon:
        draw_sun(sheet, sheet.pen(1 - x, horizon * 0.6, 0.09))
    if moon:
        draw_moon(sheet, pen, full=choose_index(rng, 2) == 0)
    else:
        draw_sun(sheet, pen)


def draw_sun(sheet: Sheet, pen: Pen) -> None:
    """Draw a disc in rings of light."""
    glow = sheet.palette.glow
    for r, share in ((3.1, 0.14), (2.3, 0.18), (1.6, 0.26)):
        pen.fill(ellipse(0, 0, r, n=72), glow, outline=0, opacity=share)
    pen.fill(ellipse(0, 0, 1, n=72), mix(glow, sheet.palette.accent, 0.12), outline=0.8, tone=0.1)


def draw_moon(sheet: Sheet, pen: Pen, *, full: bool) -> None:
    """Draw a full moon with seas, or a crescent."""
    glow = sheet.palette.glow
    for r, share in ((2.4, 0.08), (1.6, 0.12)):
        pen.fill(ellipse(0, 0, r, n=72), glow, outline=0, opacity=share)
    if not full:
        pen.fill(crescent(0, 0, 1, turn=-25), glow, outline=0.8, tone=0.1)
        return
    pen.fill(ellipse(0, 0, 1, n=72), glow, outline=0.8, tone=0.1)
    grey = mix(glow, sheet.palette.far, 0.28)
    for x, y, r in ((-0.3, -0.35, 0.3), (0.35, -0.1, 0.22), (-0.15, 0.35, 0.26), (0.4, 0.45, 0.13), (-0.6, 0.1, 0.14)):
        pen.fill(ellipse(x, y, r, r * 0.8, n=24), grey, outline=0, tone=0.2)


def cloud_colour(sheet: Sheet) -> Colour:
    """The colour of clouds: light by day, dim by night, heavy in rain."""
    palette = sheet.palette
    base = mix(palette.sky_top, palette.sky_low, 0.75) if palette.dark else mix(palette.sky_low, palette.paper, 0.6)
    return mix(base, palette.far, 0.45) if "extra:rain" in sheet.plan.requested else base


def _clouds(sheet: Sheet, horizon: float, count: int) -> None:
    rng = sheet.rng("extra:clouds")
    colour = cloud_colour(sheet)
    for i in range(count):
        x, y = rng.random(), horizon * uniform(rng, 0.06, 0.55)
        size = uniform(rng, 0.1, 0.2) * (0.6 + 0.7 * (1 - y / horizon))
        draw_cloud(sheet.pen(x, y, size), rng, colour, sheet.palette.paper, lined=i % 2 == 0)


def draw_cloud(pen: Pen, rng: np.random.Generator, colour: Colour, light: Colour, *, lined: bool) -> None:
    """Draw a bank of cloud with a flat foot; about three units wide."""
    lobes = 4 + choose_index(rng, 3)
    xs = np.linspace(-1.15, 1.15, lobes)
    shapes = []
    for x in xs:
        r = (0.28 + 0.34 * (1 - (x / 1.4) ** 2)) * uniform(rng, 0.8, 1.15)
        top = arc(x + uniform(rng, -0.08, 0.08), 0, r * 1.1, r * 1.05, start=180, stop=360, n=20)
        shapes.append(top)
    foot = ribbon(poly((-1.9, -0.03), (0, 0.0), (1.9, -0.02)), [0.03, 0.14, 0.03])
    pen.fill([*shapes, foot], colour, outline=0.45, tone=0.25, angle=0.03, opacity=0.94)
    pen.fill([moved(s, -0.06, -0.04, scale=0.72) for s in shapes], mix(colour, light, 0.45), outline=0, tone=0.1)
    if lined:
        for k in range(2):
            x0 = uniform(rng, -1.5, 0.2)
            pen.fill(ribbon(poly((x0, 0.2 + 0.13 * k), (x0 + 1.3, 0.2 + 0.13 * k)), [0, 0.05, 0]), colour, outline=0)


def draw_flock(sheet: Sheet, horizon: float) -> None:
    """Draw gulls far off, two strokes each."""
    rng = sheet.rng("extra:birds")
    cx, cy = uniform(rng, 0.3, 0.7), horizon * uniform(rng, 0.25, 0.5)
    ink = sheet.palette.ink if not sheet.palette.dark else sheet.palette.glow
    for _ in range(7):
        pen = sheet.pen(cx + uniform(rng, -0.24, 0.24), cy + uniform(rng, -0.13, 0.13), uniform(rng, 0.014, 0.03) * 1.4)
        lift = uniform(rng, 0.25, 0.6)
        for side in (-1, 1):
            wing = spline(poly((0, 0), (side * 0.45, -lift), (side * 1.1, -lift * 0.45)))
            pen.band(wing, [0.22, 0.2, 0.02], ink, outline=0)


def draw_weather(sheet: Sheet) -> None:
    """Draw fog, rain and snow in front of everything else."""
    palette = sheet.palette
    if not sheet.refuses("extra:fog") and sheet.wants("extra:fog"):
        _, y = sheet.canvas.grid()
        drift = sheet.noise("fog", 2.5, 3, stretch=4)
        veil = smooth(0.38, 0.75, drift) * smooth(0.15, 0.6, y) * np.float32(0.8)
        colour = mix(palette.sky_low, palette.paper, 0.25 if palette.dark else 0.7)
        sheet.canvas.wash(veil, colour)
        sheet.canvas.tone *= 1 - veil * np.float32(0.7)
        sheet.canvas.line *= 1 - veil
    if not sheet.refuses("extra:rain") and sheet.wants("extra:rain"):
        _rain(sheet)
    if not sheet.refuses("extra:snow") and sheet.wants("extra:snow"):
        _snow(sheet)


def _rain(sheet: Sheet) -> None:
    rng = sheet.rng("extra:rain")
    spots = rng.random((150, 3)) * 1.06
    unit, drops = sheet.unit, []
    for x, y, z in spots:
        length = (0.03 + 0.05 * z) * unit
        a = np.array([x * sheet.width, y * sheet.height])
        drops.append(ribbon(np.stack([a, a + np.array([-0.28 * length, length])]), [0, max(0.9, unit * 0.0035)]))
    colour = mix(sheet.palette.paper, sheet.palette.sky_top, 0.2)
    sheet.canvas.fill(drops, colour, outline=0, opacity=0.58)


def _snow(sheet: Sheet) -> None:
    rng = sheet.rng("extra:snow")
    flakes = []
    for x, y, z in rng.random((170, 3)):
        r = max(0.7, (0.003 + 0.008 * z**3) * sheet.unit)
        flakes.append(ellipse(x * sheet.width, y * sheet.height, r, n=12))
    sheet.canvas.fill(flakes, mix(rgb("#ffffff"), sheet.palette.paper, 0.3), outline=0, tone=0, opacity=0.95)
