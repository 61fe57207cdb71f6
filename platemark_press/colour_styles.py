"""The print styles made of colour: risograph, watercolour, stained glass, pixel art."""

from __future__ import annotations

import numpy as np
from PIL import Image

from platemark_press.canvas import smooth
from platemark_press.palettes import Array, mix, rgb, unit
from platemark_press.proof import Proof, blend, blur


def _progress(share: float, start: float, stop: float) -> float:
    return min(1.0, max(0.0, (share - start) / (stop - start)))


def _inks(proof: Proof) -> list[Array]:
    palette = proof.palette
    dark = mix(palette.near, palette.ink, 0.35)
    return [mix(palette.glow, rgb("#ffd23f"), 0.55), mix(palette.accent, rgb("#ff5a4f"), 0.35), dark]


def riso(proof: Proof, share: float) -> Array:
    """Three inks in halftone dots, slightly out of register."""
    paper = proof.palette.paper
    inks = [np.clip(ink, 0.04, 0.98) for ink in _inks(proof)]
    absorb = np.stack([(-np.log(ink / np.clip(paper, 0.2, 1))).clip(0.02) for ink in inks], 1)
    density = -np.log(np.clip(proof.base / np.clip(paper, 0.2, 1), 0.03, 1))
    solve = np.linalg.inv(absorb.T @ absorb + 0.08 * np.eye(3)) @ absorb.T
    amounts = np.clip(density @ solve.T.astype(np.float32), 0, 1)
    picture = np.empty_like(proof.base)
    picture[:] = paper
    shift = max(1, round(proof.unit / 360))
    pitch = max(3.2, proof.unit / 512 * 5.0)
    for k, ink in enumerate(inks):
        part = _progress(share, k / 3 - 0.001, (k + 1) / 3)
        if part <= 0:
            break
        plate = amounts[..., k]
        if k == 2:
            plate = np.maximum(plate, proof.line * np.float32(0.95))
        offset = ((0, shift), (shift, -shift), (0, 0))[k]
        plate = np.roll(plate, offset, (0, 1))
        dots = proof.halftone((0.26, 1.31, 0.78)[k], pitch)
        mask = smooth(dots - 0.22, dots + 0.22, plate * np.float32(1.16) - np.float32(0.06))
        mask = mask * np.float32(part * 0.95) * (1 - np.float32(0.3) * (proof.grain > 0.88))
        picture *= 1 - mask[..., None] * (1 - ink / np.clip(paper, 0.2, 1)).clip(0)
    return proof.apply_paper(picture)


def watercolour(proof: Proof, share: float) -> Array:
    """Washes that bleed and dry with darker edges, over a pencil drawing."""
    paper = mix(proof.palette.paper, rgb("#ffffff"), 0.3)
    u = proof.unit
    x, y = proof.pixels
    reach = np.float32(u * 0.022)
    dx, dy = (proof.soft_noise("bleed x", 14, 4) - 0.5) * reach, (proof.soft_noise("bleed y", 14, 4) - 0.5) * reach
    rows = np.clip(y + dy, 0, proof.height - 1).astype(int)
    columns = np.clip(x + dx, 0, proof.width - 1).astype(int)
    wet = proof.base[rows, columns]
    soft = blur(wet, max(0.6, u * 0.0035))
    softer = blur(soft, max(1.0, u * 0.012))
    rim = np.clip(np.abs(soft - softer).max(-1) * np.float32(3.2), 0, 1)
    pooled = (proof.pigment - 0.5) * np.float32(0.34) + (proof.grain - 0.5) * np.float32(0.05)
    thin = paper * np.float32(0.2) + soft * np.float32(0.8)
    wash = np.clip(thin * (1.05 + pooled * np.float32(0.7))[..., None] * (1 - np.float32(0.3) * rim)[..., None], 0, 1)
    wash = blend(wash, paper, smooth(0.62, 0.85, proof.pigment) * np.float32(0.25))
    edge = np.minimum(np.minimum(x, proof.width - 1 - x), np.minimum(y, proof.height - 1 - y)) / np.float32(u)
    margin = smooth(0.005, 0.03, edge + (proof.soft_noise("margin", 9, 4) - 0.5) * np.float32(0.06))
    front = smooth(0, 0.35, share * 1.35 - proof.wobble) * margin
    picture = blend(paper, wash, front * np.float32(0.45 + 0.55 * share))
    pencil = proof.line * (0.55 + 0.35 * proof.grain) * np.float32(0.62 * _progress(share, 0, 0.2)) * margin
    return proof.apply_paper(blend(picture, mix(proof.palette.ink, rgb("#4a4038"), 0.5), pencil), 1.4)


def _glass_cells(proof: Proof) -> tuple[Array, Array]:
    """Voronoi cells that divide large regions, and each pixel's distance to the nearest division."""
    rng = proof.random("glass")
    w, h = proof.width, proof.height
    step = max(1, int(proof.unit // 220))
    panes = 4 if proof.plate == "card" else 7  # fewer on a card: pips and indices must stay legible
    across = max(2, round(w / proof.unit * panes))
    down = max(2, round(h / proof.unit * panes))
    gy, gx = np.mgrid[-1 : down + 1, -1 : across + 1]
    px = ((gx + 0.5 + (gy % 2) * 0.5 - 0.25 + (rng.random(gx.shape) - 0.5) * 0.62) * w / across).ravel()
    py = ((gy + 0.5 + (rng.random(gy.shape) - 0.5) * 0.62) * h / down).ravel()
    y, x = np.mgrid[0:h:step, 0:w:step].astype(np.float32)
    first = np.full(x.shape, 1e9, np.float32)
    second = first.copy()
    index = np.zeros(x.shape, np.int32)
    for i, (cx, cy) in enumerate(zip(px.astype(np.float32), py.astype(np.float32), strict=True)):
        d = np.hypot(x - cx, y - cy)
        near = d < first
        second = np.where(near, first, np.minimum(second, d))
        index[near] = i
        first = np.where(near, d, first)
    gap = Image.fromarray(second - first).resize((w, h), Image.Resampling.BICUBIC)
    cells = Image.fromarray(index).resize((w, h), Image.Resampling.NEAREST)
    return np.asarray(cells, np.int32), np.asarray(gap, np.float32)


def _large_regions(proof: Proof) -> Array:
    """A mask of regions large enough to divide: those that reach the edge, or a card's field."""
    region = proof.region - proof.region.min()
    counts = np.bincount(region.ravel())
    rim = np.concatenate([region[0], region[-1], region[:, 0], region[:, -1]])
    open_field = np.zeros(len(counts), bool)
    open_field[np.unique(rim)] = True
    if proof.plate == "card":
        open_field |= counts > 0.2 * region.size
    return np.asarray((open_field & (counts > 0.03 * proof.unit**2))[region], np.float32)


def glass(proof: Proof, share: float) -> Array:
    """Pieces of coloured glass, with lead along every contour and across large areas."""
    cells, gap = _glass_cells(proof)
    large = _large_regions(proof)
    pieces = proof.flat_regions(np.where(large > 0, cells + 1, 0))
    rng = proof.random("tints")
    tints = 0.84 + 0.32 * rng.random(int(cells.max()) + 2).astype(np.float32)
    tint = np.where(large > 0, tints[np.clip(cells, 0, len(tints) - 1)], 1)[..., None]
    lit = np.clip(pieces * np.float32(0.8) + proof.base * np.float32(0.2), 0, 1) ** 0.92
    grey = lit.mean(-1, keepdims=True)
    lit = np.clip((grey + (lit - grey) * np.float32(1.45)) * tint * np.float32(1.06), 0, 1)
    streaks = proof.soft_noise("streaks", 22, 3)[..., None]
    lit = np.clip(lit * (0.86 + 0.28 * streaks) + 0.05 * smooth(0.6, 0.8, streaks), 0, 1)
    u = proof.unit
    contour = proof.thicken_lines(round(u / 150))
    divide = smooth(u * 0.011, u * 0.005, gap) * large
    lead = np.maximum(contour, divide)
    near = blur(lead, max(1.0, u * 0.006))
    lit = lit * (1 - np.float32(0.35) * near[..., None] * (1 - lead[..., None]))
    metal = rgb("#17181c") + np.float32(0.1) * (np.roll(near, (1, 1), (0, 1)) - near)[..., None] * 4
    whole = blend(np.clip(lit, 0, 1), np.clip(metal, 0, 1), lead * np.float32(0.97))
    plain = blend(proof.palette.paper, proof.base, 0.6)
    return np.clip(blend(plain, whole, _progress(share, 0, 0.9)), 0, 1)


_BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16 - 0.47


def pixel(proof: Proof, share: float) -> Array:
    """Big square pixels in few colours; they get finer with every pass."""
    finest = 104 if proof.plate == "scene" else 136
    cells = 14 + (finest - 14) * share * min(1.0, 0.55 + proof.steps / 40)
    size = max(1.0, proof.unit / cells)
    w, h = max(1, round(proof.width / size)), max(1, round(proof.height / size))
    inked = blend(proof.base, proof.palette.ink, np.clip(proof.thicken_lines(3) * np.float32(0.8), 0, 1))
    small = Image.fromarray((inked * 255).astype(np.uint8)).resize((w, h), Image.Resampling.BOX)
    colours = np.asarray(small, np.float32)
    dither = np.tile(_BAYER, (h // 4 + 1, w // 4 + 1))[:h, :w, None]
    colours = np.clip(colours + dither * 16, 0, 255).astype(np.uint8)
    few = Image.fromarray(colours).quantize(24, dither=Image.Dither.NONE).convert("RGB")
    whole = few.resize((proof.width, proof.height), Image.Resampling.NEAREST)
    picture = np.asarray(whole, np.float32) / np.float32(255)
    return unit(picture * (1 - 0.012 * (proof.grain - 0.5))[..., None])
