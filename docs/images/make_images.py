"""Regenerate the documentation's pictures: ``python docs/images/make_images.py`` in the project's environment.

Prompts and seeds are fixed, so the pictures show the current behaviour of the press.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

from platemark.engines.base import GenerateRequest
from platemark_press import Press

HERE = Path(__file__).parent

DECK = (
    ("ace of spades", 1),
    ("king of hearts", 1),
    ("seven of hearts", 2),
    ("queen of spades", 2),
    ("tarot the star", 2),
    ("jack of clubs", 1),
    ("ten of spades", 1),
    ("zodiac leo", 1),
    ("zodiac pisces", 1),
    ("five of diamonds", 2),
    ("king of clubs", 1),
    ("tarot the sun", 2),
    ("ace of hearts", 3),
    ("joker, playing card, clubs", 2),
    ("nine of clubs", 1),
    ("queen of diamonds", 1),
)

SQUARE, UPRIGHT = (192, 192), (192, 288)
SAMPLES = (
    (
        SQUARE,
        (
            ("a castle by the sea at dawn, birds", 3),
            ("a boat on the sea at dusk, risograph", 5),
            ("portrait of a woman, stained glass, gold", 2),
            ("poppies, watercolour, rose", 1),
            ("a fox in the snow, woodcut", 2),
            ("a tree on the hills, summer", 4),
        ),
    ),
    (
        UPRIGHT,
        (
            ("king of hearts", 1),
            ("queen of spades, art nouveau", 1),
            ("seven of diamonds, art deco", 3),
            ("ace of clubs", 2),
            ("tarot the sun, rose", 1),
            ("tarot the hermit, art nouveau", 2),
        ),
    ),
    (
        SQUARE,
        (
            ("zodiac leo, art nouveau", 1),
            ("a lighthouse by the sea, blueprint", 1),
            ("mountains at sunset, pixel art", 2),
            ("a city at night, art deco", 1),
            ("fish", 1),
            ("harmony", 2),
        ),
    ),
)


def print_picture(words: str, seed: int, size: tuple[int, int]) -> Image.Image:
    """Print one picture large, and scale it down to ``size``."""
    request = GenerateRequest(
        prompt=words,
        negative_prompt="",
        width=512,
        height=512 * size[1] // size[0],
        seed=seed,
        steps=30,
        guidance_scale=7.5,
    )
    (image,) = Press().generate(request, lambda _: None, lambda: False)
    with Image.open(io.BytesIO(image.data)) as picture:
        return picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)


def card_mask(size: tuple[int, int]) -> Image.Image:
    """An antialiased mask of a card with round corners."""
    big = Image.new("L", (size[0] * 4, size[1] * 4), 0)
    ImageDraw.Draw(big).rounded_rectangle((0, 0, big.width - 1, big.height - 1), big.width // 18, fill=255)
    return big.resize(size, Image.Resampling.LANCZOS)


def lay_out_deck(*, columns: int = 8, card: tuple[int, int] = (134, 201), gap: int = 14) -> Image.Image:
    """Lay out cards, trumps and signs in art nouveau, with even gaps and soft shadows."""
    rows = -(-len(DECK) // columns)
    sheet = Image.new("RGB", (gap + columns * (card[0] + gap), gap + rows * (card[1] + gap)), "#70503c")
    across, down = card[0] + gap, card[1] + gap
    places = [(gap + k % columns * across, gap + k // columns * down) for k in range(len(DECK))]
    mask, shadow = card_mask(card), Image.new("L", sheet.size, 0)
    for x, y in places:
        shadow.paste(110, (x + 1, y + 3), mask)
    sheet.paste("#1d110c", (0, 0), shadow.filter(ImageFilter.GaussianBlur(3)))
    for (words, seed), place in zip(DECK, places, strict=True):
        sheet.paste(print_picture(f"{words}, art nouveau", seed, card), place, mask)
    return sheet


def lay_out_samples(gap: int = 6) -> Image.Image:
    """Lay out one print of each kind: scenes above and below, cards between."""
    width = gap + max(len(row) * (size[0] + gap) for size, row in SAMPLES)
    sheet = Image.new("RGB", (width, gap + sum(size[1] + gap for size, _ in SAMPLES)), "#efeae0")
    y = gap
    for size, row in SAMPLES:
        _lay_row(sheet, (print_picture(words, seed, size) for words, seed in row), y, gap)
        y += size[1] + gap
    return sheet


def _lay_row(sheet: Image.Image, pictures: Iterable[Image.Image], y: int, gap: int) -> None:
    x = gap
    for picture in pictures:
        sheet.paste(picture, (x, y))
        x += picture.width + gap


if __name__ == "__main__":
    for name, picture in (("deck.jpg", lay_out_deck()), ("press-sheet.jpg", lay_out_samples())):
        picture.save(HERE / name, quality=87, optimize=True, progressive=True)
