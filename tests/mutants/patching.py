"""Replaces the code of functions that are loaded, so that a mutant needs no new import."""

from __future__ import annotations

import functools
import gc
import types
from collections.abc import Iterator
from pathlib import Path


class CannotPatchError(Exception):
    """What differs is not the code of a function that is loaded."""


def patch(file: Path, source: str, mutated: str) -> None:
    """Give the functions that were made from `source`, the text of `file`, the code that they have in `mutated`.

    What functions have cached is forgotten.
    """
    old, new = (compile(text, str(file), "exec", dont_inherit=True) for text in (source, mutated))
    codes = dict(_changed(old, new))
    patched = 0
    for each in gc.get_objects():
        if isinstance(each, functools._lru_cache_wrapper):
            each.cache_clear()
        elif isinstance(each, types.FunctionType) and each.__code__.co_filename == str(file) and each.__code__ in codes:
            try:
                each.__code__ = codes[each.__code__]
            except ValueError as error:  # another number of free variables
                raise CannotPatchError(str(error)) from error
            patched += 1
    if not patched:
        raise CannotPatchError("no such function is loaded")


def _changed(old: types.CodeType, new: types.CodeType) -> Iterator[tuple[types.CodeType, types.CodeType]]:
    """The code objects inside `old` that are others in `new`."""
    before, after = (
        [constant for constant in code.co_consts if isinstance(constant, types.CodeType)] for code in (old, new)
    )
    if [code.co_name for code in before] == [code.co_name for code in after]:
        for one, other in zip(before, after, strict=True):
            if one != other:
                yield one, other
                yield from _changed(one, other)
