"""The value of a change that leaves a field as it is."""

from __future__ import annotations

from enum import Enum
from typing import Final


class Unchanged(Enum):
    """The type of ``UNCHANGED``: leave a field as it is, where None means to clear it."""

    UNCHANGED = "unchanged"


UNCHANGED: Final = Unchanged.UNCHANGED
