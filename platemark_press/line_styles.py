"""The print styles made of lines: etching, woodcut, art nouveau, art deco, blueprint.

A style is a function of a proof and the completed share of passes, 0 … 1, that returns the picture at that point.
"""

from __future__ import annotations

import numpy as np

from platemark_press.canvas import smooth
from platemark_press.palettes import Array, luma, mix, rgb, unit
from platemark_press.proof import Proof, blend, blur


def _progress(share: float, start: float, stop: float) -> float:
    """The progress 0 … 1 of a part that runs from ``start`` to ``stop``, when ``share`` of the whole is done."""
    return min(1.0, max(0.0, (share - start) / (stop - start)))


_HATCH_TURNS = (0.0, 0.9, 1.57, -0.5, 2.2)


def etching(proof: Proof, share: float) -> Array:
    """Hatching that deepens with every pass, over a light tint."""
    palette = proof.palette
    tint = blend(palette.paper, proof.base, 0.86 * _progress(share, 0, 0.35))
    picture = tint
    layers = min(5, 1 + proof.steps // 4)
    ink = np.zeros_like(proof.light)
    light = proof.light * np.float32(0.92) + np.float32(0.06)
    for k in range(layers):
        part = _progress(share, 0.2 + 0.55 * k / layers, 0.45 + 0.55 * (k + 1) / layers)
        if part <= 0:
            break
        limit = (0.84, 0.55, 0.38, 0.26, 0.16)[k]
        wide = np.clip((limit - light) * np.float32(0.85) - np.float32(0.12) * (1 - proof.tone), 0, 0.5)
        lines = proof.stripes(_HATCH_TURNS[k], proof.pitch * (1 - 0.06 * k))
        cut = smooth(wide + 0.2, wide - 0.2, lines) * (wide > 0.015)
        np.maximum(ink, cut * np.float32(part), out=ink)
    ink *= np.float32(0.52 * proof.strength)
    np.maximum(ink, proof.line * np.float32(0.92 * _progress(share, 0.1, 0.6)), out=ink)
    return proof.apply_paper(blend(picture, palette.ink, ink))


def woodcut(proof: Proof, share: float) -> Array:
    """Flat colour blocks, gouged highlights, and a heavy key block on top."""
    palette = proof.palette
    levels = 5
    light = np.clip(proof.light + (proof.stripes(0.0, proof.pitch * 2.1, 0.05) - 0.5) * np.float32(0.16 * share), 0, 1)
    step = np.round(light * levels) / levels
    scale = (step + 0.04) / (proof.light + 0.04)
    blocks = np.clip(proof.base * np.clip(scale, 0.5, 1.8)[..., None], 0, 1)
    picture = blend(palette.paper, blocks, _progress(share, 0, 0.5))
    gouge = proof.stripes(0.0, proof.pitch * 2.1, 0.05)
    bright = np.clip((proof.light - 0.62) * np.float32(1.1), 0, 0.32)
    picture = blend(picture, palette.paper, smooth(bright + 0.07, bright - 0.07, 1 - gouge) * np.float32(0.8 * share))
    dark = np.clip((0.44 - proof.light) * np.float32(1.5), 0, 0.62) * proof.tone
    key = smooth(dark + 0.1, dark - 0.1, gouge) * (dark > 0.02)
    key = np.maximum(key * np.float32(0.9), proof.thicken_lines(round(proof.unit / 170)))
    picture = blend(picture, palette.ink, key * np.float32(_progress(share, 0.25, 0.8)))
    wear = smooth(0.8, 0.95, proof.grain * np.float32(0.5) + proof.fibre * np.float32(0.55)) * np.float32(0.5)
    return proof.apply_paper(blend(picture, palette.paper, wear))


def _flatten_shapes(proof: Proof) -> Array:
    """Flatten shapes; sky and water, which are not shapes, keep their gradients."""
    keep = np.where(proof.region <= 0, np.float32(0.9), np.float32(0.33))
    return blend(proof.flat_regions(), proof.base, keep)


def nouveau(proof: Proof, share: float) -> Array:
    """Flat muted colours in flowing dark outlines."""
    flat = _flatten_shapes(proof)
    grey = luma(flat)[..., None]
    old = rgb("#e9d9ae")
    lifted = (grey + (flat - grey) * np.float32(0.86)) ** np.float32(0.86)
    muted = np.clip(lifted * (old * np.float32(0.42) + np.float32(0.6)), 0, 1)
    line = proof.thicken_lines(round(proof.unit / 200))
    ink = mix(proof.palette.ink, rgb("#4a2a18"), 0.55)
    picture = blend(proof.palette.paper, muted, _progress(share, 0, 0.6))
    picture = picture * (1 - np.float32(0.1) * (proof.pigment - 0.5)[..., None])
    picture = blend(picture, ink, line * np.float32(0.94 * _progress(share, 0.1, 0.7)))
    return proof.apply_paper(picture, 1.2)


def deco(proof: Proof, share: float) -> Array:
    """Few rich tones, with gold lines instead of black ones."""
    flat = _flatten_shapes(proof)
    grey = np.clip((luma(flat)[..., None] - 0.5) * np.float32(1.25) + np.float32(0.47), 0, 1)
    deep, pale = mix(proof.palette.ink, rgb("#10202b"), 0.5), rgb("#f3e7c8")
    middle = mix(proof.palette.mid, proof.palette.near, 0.4)
    shadows = blend(deep, middle, unit(grey[..., 0] * 2))
    toned = blend(blend(shadows, pale, unit(grey[..., 0] * 2 - 1)), flat, 0.42)
    sheen = smooth(0.25, 0.75, proof.soft_noise("gold", 4, 3))[..., None]
    gold = rgb("#a87a2a") * (1 - sheen) + rgb("#ecc76b") * sheen
    line = proof.thicken_lines(round(proof.unit / 230))
    dark_line = line * (luma(toned) > 0.62)
    picture = blend(proof.palette.paper, toned, _progress(share, 0, 0.6))
    picture = blend(picture, np.asarray(gold, np.float32), line * np.float32(_progress(share, 0.2, 0.8)))
    picture = blend(picture, rgb("#6d4a16"), dark_line * np.float32(0.75 * _progress(share, 0.2, 0.8)))
    return proof.apply_paper(picture, 0.7)


def blueprint(proof: Proof, share: float) -> Array:
    """White lines on blue, with a grid and hatched shadows."""
    x, y = proof.pixels
    ground = unit(rgb("#14427a") * (0.88 + 0.24 * proof.fibre[..., None]))
    pitch = max(8.0, proof.unit / 24)
    fine = np.maximum(smooth(1.1, 0.3, x % pitch), smooth(1.1, 0.3, y % pitch))
    coarse = np.maximum(smooth(1.4, 0.3, x % (pitch * 4)), smooth(1.4, 0.3, y % (pitch * 4)))
    picture = unit(ground + (fine * np.float32(0.06) + coarse * np.float32(0.08))[..., None])
    chalk = rgb("#eaf3fb")
    picture = blend(picture, chalk, np.clip((proof.light - 0.35) * np.float32(0.2), 0, 0.13) * np.float32(share))
    dark = np.clip((0.5 - proof.light) * np.float32(0.55), 0, 0.2)
    hatch = np.abs(((x + y) / np.float32(proof.pitch * 1.5)) % 1 - 0.5) * 2
    lines = smooth(dark + 0.16, dark - 0.16, hatch) * (dark > 0.01) * np.float32(0.4 * _progress(share, 0.3, 1))
    soft = blur(proof.base, max(0.6, proof.unit / 700))
    edge = np.abs(np.diff(luma(soft), axis=0, prepend=0)) + np.abs(np.diff(luma(soft), axis=1, prepend=0))
    edge[0], edge[:, 0] = 0, 0
    drawn = np.maximum(proof.line, np.clip(edge * 5 - 0.2, 0, 0.6)) * np.float32(_progress(share, 0, 0.8))
    return proof.apply_paper(blend(picture, chalk, np.maximum(lines, drawn * np.float32(0.95))))
