"""Scenes: choose a composition for the subjects, and stack the parts of a landscape."""

from __future__ import annotations

from platemark_press import beasts, creatures, flora, landscape, sky, structures, undersea
from platemark_press.abstract import draw_abstract
from platemark_press.palettes import mix
from platemark_press.portrait import draw_portrait
from platemark_press.random_streams import uniform
from platemark_press.shapes import poly, spline
from platemark_press.sheet import Sheet

_LAND = frozenset(
    [
        "mountain",
        "hills",
        "sea",
        "forest",
        "city",
        "castle",
        "lighthouse",
        "boat",
        "dunes",
        "cactus",
        "tree",
        "house",
        "windmill",
        "bridge",
        "balloon",
        "mushroom",
        "cat",
        "fox",
        "deer",
        "horse",
    ]
)


def draw_scene(sheet: Sheet) -> None:
    """Draw the scene that the prompt describes."""
    subjects = set(sheet.plan.every("subject"))
    land = subjects & _LAND
    if "portrait" in subjects:
        draw_portrait(sheet)
    elif "flower" in subjects and not land and not subjects & {"bird", "owl", "butterfly", "fish", "whale"}:
        sheet.wants("subject:flower")
        flora.draw_bouquet(sheet)
    elif subjects & {"fish", "whale"} and not subjects & {"boat", "lighthouse", "city", "house"}:
        undersea.draw_underwater(sheet)
    elif subjects & {"bird", "owl"} and not land:
        _perch(sheet)
    elif subjects or sheet.plan.every("celestial") or sheet.plan.every("extra"):
        if sheet.plan.requested == ("extra:border",):
            draw_abstract(sheet)
        else:
            _landscape(sheet)
    else:
        draw_abstract(sheet)


def _perch(sheet: Sheet) -> None:
    horizon = 0.82
    sky.draw_sky(sheet, horizon)
    palette = sheet.palette
    landscape.draw_ridge(sheet, "perch", 0.86, 0.1, 3, mix(palette.far, palette.sky_low, 0.3))
    owl = sheet.wants("subject:owl")
    bird = sheet.wants("subject:bird")
    name = "subject:owl" if owl else "subject:bird"
    rng = sheet.rng(name, "place")
    y = uniform(rng, 0.72, 0.8)
    creatures.draw_branch(sheet, y, name)
    mirror = rng.random() < 0.5
    x = uniform(rng, 0.42, 0.58)
    lift = sheet.unit / sheet.height
    if owl:
        creatures.draw_owl(sheet, sheet.pen(x + (0.2 if bird else 0), y - 0.255 * lift, 0.56))
    if bird:
        size = 0.42 if owl else 0.74
        creatures.draw_bird(
            sheet, sheet.pen(x - (0.25 if owl else 0), y - size * 0.385 * lift, size).moved(0, 0, 1, mirror=mirror)
        )
    if sheet.wants("subject:flower"):
        flora.draw_meadow_flowers(sheet, 0.72)
    if sheet.wants("subject:butterfly"):
        _butterfly(sheet, small=True)
    sky.draw_weather(sheet)


def _butterfly(sheet: Sheet, *, small: bool) -> None:
    rng = sheet.rng("subject:butterfly", "place")
    size = 0.13 if small else 0.5
    x, y = (uniform(rng, 0.15, 0.85), uniform(rng, 0.15, 0.35)) if small else (0.5, 0.45)
    beasts.draw_butterfly(sheet, sheet.pen(x, y, size).moved(0, 0, 1, uniform(rng, -25, 25)))


def _land(sheet: Sheet, horizon: float) -> None:
    """Draw the land from the far range to the near ground."""
    palette = sheet.palette
    dunes = sheet.wants("subject:dunes") or "subject:cactus" in sheet.plan.requested
    if sheet.wants("subject:mountain"):
        landscape.draw_mountains(sheet, horizon)
    elif not dunes and sheet.plan.every("subject") != ("sea",):
        landscape.draw_ridge(
            sheet, "horizon", horizon - 0.02, 0.11, 3, mix(palette.far, palette.sky_low, 0.2), octaves=3
        )
    if sheet.wants("subject:hills"):
        landscape.draw_hills(sheet, horizon)
    if sheet.wants("subject:city"):
        structures.draw_city(sheet, horizon + 0.03)
    if sheet.wants("subject:castle"):
        rng = sheet.rng("subject:castle")
        if "subject:sea" not in sheet.plan.requested:
            landscape.draw_ridge(
                sheet, "castle hill", horizon + 0.02, 0.1, 1.5, mix(palette.far, palette.mid, 0.6), octaves=2
            )
        pen = sheet.pen(uniform(rng, 0.38, 0.62), horizon, 0.44)
        if "subject:sea" in sheet.plan.requested:
            rock = spline(poly((-1.1, 0.1), (-0.8, 0.0), (-0.4, -0.05), (0.4, -0.06), (0.85, 0.02), (1.15, 0.1)))
            pen.fill(rock, mix(palette.near, palette.mid, 0.5), angle=0.4)
            pen = pen.moved(0, -0.06)
        structures.draw_castle(sheet, pen)
    if sheet.wants("subject:forest"):
        landscape.draw_conifers(sheet, "far", horizon + 0.02, 22, 0.2, mix(palette.mid, palette.far, 0.45))
        landscape.draw_conifers(sheet, "mid", horizon + 0.09, 13, 0.32, mix(palette.mid, palette.near, 0.4))
    if dunes:
        landscape.draw_dunes(sheet, horizon)


def _waterside(sheet: Sheet, horizon: float) -> bool:
    """Draw water and the bridge over it, if the prompt asks for them; returns whether there is water."""
    sea = not sheet.refuses("subject:sea") and (
        sheet.wants("subject:sea")
        or bool({"subject:boat", "subject:lighthouse", "subject:bridge"} & set(sheet.plan.requested))
    )
    if not sea:
        return False
    if "subject:bridge" in sheet.plan.requested and sheet.wants("subject:bridge"):
        structures.draw_bridge(sheet, horizon + 0.01)
    landscape.draw_water(sheet, horizon)
    return True


def _landscape(sheet: Sheet) -> None:
    requested = sheet.plan.requested
    watery = any(f"subject:{s}" in requested for s in ("sea", "boat", "lighthouse", "bridge"))
    horizon = 0.62 if watery else 0.68
    sky.draw_sky(sheet, horizon)
    _land(sheet, horizon)
    sea = _waterside(sheet, horizon)
    if not sea and not {"subject:dunes", "subject:cactus"} & set(requested):
        landscape.draw_meadow(sheet, horizon)
    _balloons(sheet)
    _foreground(sheet, horizon, sea=sea)
    if not sheet.refuses("extra:birds") and (sheet.wants("extra:birds") or watery):
        sky.draw_flock(sheet, horizon)
    sky.draw_weather(sheet)


def _balloons(sheet: Sheet) -> None:
    """Draw one balloon near and two far away."""
    if not sheet.wants("subject:balloon"):
        return
    rng = sheet.rng("subject:balloon")
    near, left, right = uniform(rng, 0.3, 0.7), uniform(rng, 0.08, 0.25), uniform(rng, 0.75, 0.92)
    for x, y, size in ((near, 0.28, 0.32), (left, 0.2, 0.12), (right, 0.36, 0.09)):
        structures.draw_balloon(sheet, sheet.pen(x, y, size))


def _spot(sheet: Sheet, name: str, low: float, high: float) -> float:
    return uniform(sheet.rng(f"subject:{name}"), low, high)


def _foreground(sheet: Sheet, horizon: float, *, sea: bool) -> None:
    """Draw the figures in the foreground, each at its own place."""
    lower = min(0.97, horizon + 0.3)
    if sheet.wants("subject:lighthouse"):
        x = _spot(sheet, "lighthouse", 0.66, 0.8)
        structures.draw_lighthouse(sheet, sheet.pen(x, horizon + 0.06, 0.5))
    if sheet.wants("subject:windmill"):
        structures.draw_windmill(sheet, sheet.pen(_spot(sheet, "windmill", 0.24, 0.7), horizon + 0.12, 0.56))
    if sheet.wants("subject:house"):
        structures.draw_house(sheet, sheet.pen(_spot(sheet, "house", 0.3, 0.68), horizon + 0.17, 0.34))
    if sheet.wants("subject:boat"):
        structures.draw_boat(sheet, sheet.pen(_spot(sheet, "boat", 0.26, 0.5), horizon + 0.17, 0.36))
    if sheet.wants("subject:tree"):
        flora.draw_tree(sheet, sheet.pen(_spot(sheet, "tree", 0.34, 0.66), min(0.95, lower), 0.76))
    if sheet.wants("subject:cactus"):
        x = _spot(sheet, "cactus", 0.3, 0.7)
        flora.draw_cactus(sheet, sheet.pen(x, lower - 0.04, 0.56))
        flora.draw_cactus(sheet, sheet.pen((x + 0.4) % 1, horizon + 0.1, 0.22))
    for name, draw, size in (
        ("deer", beasts.draw_deer, 0.42),
        ("horse", beasts.draw_horse, 0.46),
        ("fox", beasts.draw_fox, 0.46),
        ("cat", creatures.draw_cat, 0.46),
    ):
        if sheet.wants(f"subject:{name}"):
            rng = sheet.rng(f"subject:{name}", "side")
            x = _spot(sheet, name, 0.28, 0.72)
            draw(sheet, sheet.pen(x, lower - 0.02, size).moved(0, 0, 1, mirror=rng.random() < 0.5))
    if sheet.wants("subject:mushroom"):
        flora.draw_mushrooms(sheet, _spot(sheet, "mushroom", 0.4, 0.6), 0.95)
    if not sea and sheet.wants("subject:flower"):
        flora.draw_meadow_flowers(sheet, horizon)
    if sheet.wants("subject:butterfly"):
        _butterfly(sheet, small=len(sheet.plan.every("subject")) > 1)
    if sheet.wants("subject:bird") and not sheet.refuses("extra:birds"):
        sky.draw_flock(sheet, horizon)
    if sheet.wants("subject:owl") and "subject:tree" in sheet.plan.requested:
        creatures.draw_owl(sheet, sheet.pen(_spot(sheet, "tree", 0.34, 0.66) + 0.05, lower - 0.33, 0.13))
