"""Pinned adapters as columns hold them, whatever an earlier version or another program wrote there."""

from __future__ import annotations

from typing import Any

from platemark.adapters.pinned import PinnedAdapter
from platemark.stored_rows import fit_or_none, read_or_none

SCHEMA = "SetRun.adapters"


def read_adapters(stored: Any, *, of: object) -> tuple[PinnedAdapter, ...] | None:
    """The adapters of a column of the row ``of``; None if it is null, or cannot be read, which is logged."""
    if stored == []:
        return ()
    fitting = None if stored is None else fit_or_none(SCHEMA, stored, of=of)
    return None if fitting is None else read_or_none(_read, fitting, of=of)


def _read(payloads: Any) -> tuple[PinnedAdapter, ...]:
    return tuple(PinnedAdapter.from_payload(payload) for payload in payloads)
