"""Identifiers that sort by creation time (UUIDv7), and the cursors of pages."""

from __future__ import annotations

import base64
import hashlib
import os
from datetime import UTC, datetime, timedelta
from uuid import UUID

from uuid_utils import compat

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def new_id() -> UUID:
    """A new UUIDv7; within a process, each is greater than the one before."""
    return compat.uuid7()


def id_at(moment: datetime) -> UUID:
    """A new UUIDv7 with the time ``moment`` (clamped to 1970 … 10889), for things that are older than their row."""
    milliseconds = max(0, min((moment - EPOCH) // timedelta(milliseconds=1), 2**48 - 1))
    random = int.from_bytes(os.urandom(10), "big")
    version, variant = 0x7 << 76, 0b10 << 62
    return UUID(int=milliseconds << 80 | version | (random >> 68 & 0xFFF) << 64 | variant | random & (2**62 - 1))


def earliest_id(milliseconds: int) -> UUID:
    """No id of a moment from ``milliseconds`` since 1970 on is below this one, and none of an earlier moment above."""
    return UUID(int=max(0, min(milliseconds, 2**48 - 1)) << 80)


def derive_id(base: UUID, number: int) -> UUID:
    """An id that is computed from ``base`` and ``number``, with the time of ``base``: the same inputs, the same id."""
    digest = hashlib.sha256(base.bytes + number.to_bytes(4, "big")).digest()
    random = int.from_bytes(digest[:10], "big")
    time = base.int >> 80 << 80
    return UUID(int=time | 0x7 << 76 | (random >> 68 & 0xFFF) << 64 | 0b10 << 62 | random & (2**62 - 1))


def time_of(id: UUID) -> int:  # noqa: A002 - the field's own name
    """The time in an id, in milliseconds since 1970."""
    return id.int >> 80


def parse_id(text: str) -> UUID | None:
    """``text`` as an id; None if it is not one."""
    try:
        return UUID(text)
    except ValueError:
        return None


def cursor_for(id: UUID) -> str:  # noqa: A002 - the field's own name
    """The cursor of the page after ``id``: its 16 bytes as unpadded base64url."""
    return base64.urlsafe_b64encode(id.bytes).rstrip(b"=").decode("ascii")


def id_from_cursor(cursor: str | None) -> UUID | None:
    """The id in ``cursor``, None if there is no cursor; the contract's pattern admits only cursors that decode."""
    if cursor is None:
        return None
    return UUID(bytes=base64.urlsafe_b64decode(cursor + "=="))
