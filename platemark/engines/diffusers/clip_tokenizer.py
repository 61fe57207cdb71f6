"""CLIP's words: the tokenizer of Stable Diffusion 1 and XL, for checkpoints that come without one.

The list of merges is a file of the package ``refiners``, of which nothing is imported: the extra carries it for this.
"""

from __future__ import annotations

import gzip
from importlib.metadata import distribution
from pathlib import Path

from transformers import CLIPTokenizer

PACKAGE = "refiners"
FILE = "refiners/foundationals/clip/bpe_simple_vocab_16e6.txt.gz"
MERGES = 48_894
"""How many of the list's merges CLIP has; the rest of it was never used."""
ENDS = ("<|startoftext|>", "<|endoftext|>")
LONGEST = 77
"""Tokens that the model reads, with both ends."""


PADS = {"tokenizer": ENDS[1], "tokenizer_2": "!"}
"""What stands behind the prompt, by the tokenizer's name in a model: the second one of XL has its own."""


def clip_tokenizer(pad: str = ENDS[1]) -> CLIPTokenizer:
    """The tokenizer with which Stable Diffusion 1 and XL were taught."""
    merges = _merges()
    letters = _letters()
    tokens = [*letters, *(f"{letter}</w>" for letter in letters), *("".join(pair) for pair in merges), *ENDS]
    vocabulary = {token: number for number, token in enumerate(tokens)}
    return CLIPTokenizer(vocab=vocabulary, merges=merges, pad_token=pad, model_max_length=LONGEST)


def _merges() -> list[tuple[str, str]]:
    """Pairs that make one, the most frequent first: a line each, after the first, which names the list."""
    path = Path(str(distribution(PACKAGE).locate_file(FILE)))
    with gzip.open(path, "rt", encoding="utf-8") as file:
        lines = file.read().split("\n")[1 : MERGES + 1]
    if len(lines) < MERGES:
        raise ValueError("CLIP's list of merges is not whole.")
    return [(first, second) for first, second in (line.split(" ") for line in lines)]


def _letters() -> list[str]:
    """A sign for each byte, in the order of their numbers in CLIP: those that can be seen, then the others."""
    seen = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    unseen = 256 - len(seen)
    return [chr(code) for code in (*seen, *range(256, 256 + unseen))]
