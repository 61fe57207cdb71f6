"""Recognise a full disk in whatever a library makes of the system's error."""

from __future__ import annotations

import errno
import os

FULL = (errno.ENOSPC, errno.EDQUOT)
SIGNS = tuple(sign for number in FULL for sign in (os.strerror(number), f"os error {number}"))
"""How libraries that write files themselves, such as safetensors, spell it in their messages."""


def is_full_disk(error: BaseException | None) -> bool:
    """Whether ``error``, or an error that led to it, says that a disk is full or a quota used up."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if isinstance(error, OSError) and error.errno in FULL:
            return True
        if any(sign in str(error) for sign in SIGNS):
            return True
        error = error.__cause__ or error.__context__
    return False
