"""Python's collector of garbage, kept from what lives as long as the process."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def never_collected() -> Iterator[None]:
    """What exists at the end of this block is never looked at by a collection, and no collection runs within it.

    For what a start makes: modules, the contract, the application. Collections while they are made take a fifth of the
    start, and later ones would look at all of it again.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
