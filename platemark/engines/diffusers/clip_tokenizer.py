"""CLIP's tokenizer, used by Stable Diffusion 1 and XL, for checkpoints that come without one.

The list of merges is a file of the package ``refiners``; none of the package's code is imported.
"""

from __future__ import annotations

import gzip
from importlib.metadata import distribution
from pathlib import Path

from transformers import CLIPTokenizer

PACKAGE = "refiners"
FILE = "refiners/foundationals/clip/bpe_simple_vocab_16e6.txt.gz"
MERGES = 48_894
"""The number of merges that CLIP uses; the rest of the list is unused."""
ENDS = ("<|startoftext|>", "<|endoftext|>")
MAX_TOKENS = 77
"""Length of the model's input in tokens, including both ends."""
PADS = {"tokenizer": ENDS[1], "tokenizer_2": "!"}
"""Padding tokens by the tokenizer's name in a model: the second tokenizer of XL has its own."""


def build_clip_tokenizer(pad: str = ENDS[1]) -> CLIPTokenizer:
    """Build the tokenizer with which Stable Diffusion 1 and XL were trained."""
    merges = _read_merges()
    symbols = _byte_symbols()
    tokens = [*symbols, *(f"{symbol}</w>" for symbol in symbols), *("".join(pair) for pair in merges), *ENDS]
    vocabulary = {token: number for number, token in enumerate(tokens)}
    return CLIPTokenizer(vocab=vocabulary, merges=merges, pad_token=pad, model_max_length=MAX_TOKENS)


def _read_merges() -> list[tuple[str, str]]:
    """The pairs to merge, the most frequent first: one a line, after the first line, which is a title."""
    path = Path(str(distribution(PACKAGE).locate_file(FILE)))
    with gzip.open(path, "rt", encoding="utf-8") as file:
        lines = file.read().split("\n")[1 : MERGES + 1]
    if len(lines) < MERGES:
        raise ValueError("CLIP's list of merges is incomplete.")
    return [(first, second) for first, second in (line.split(" ") for line in lines)]


def _byte_symbols() -> list[str]:
    """One printable symbol for each byte, in CLIP's order: the printable bytes first, then the others."""
    printable = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    others = 256 - len(printable)
    return [chr(code) for code in (*printable, *range(256, 256 + others))]
