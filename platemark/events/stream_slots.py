"""Who may open an event stream: so many of all users, and so many of each."""

from __future__ import annotations

from collections.abc import AsyncIterator, Hashable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Literal, Protocol
from uuid import UUID

from platemark.errors import PlatemarkError, TooManyRequests, Unavailable

RETRY_AFTER_SECONDS = 5
Refusal = Literal["all_streams_in_use", "too_many_streams"]


class StreamSlots(Protocol):
    """The slots of a studio: those of one process, or those that several processes share."""

    def hold(self, user_id: UUID | None, max_per_user: int | None) -> AbstractAsyncContextManager[None]:
        """Hold a slot for the block.

        TooManyRequests ``too_many_streams`` if the user holds ``max_per_user`` already (callers without a user count as
        one), Unavailable ``all_streams_in_use``.
        """


class SlotTable:
    """At most ``size`` slots, each under a ticket of its own."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._users: dict[Hashable, UUID | None] = {}

    def take(self, ticket: Hashable, user_id: UUID | None, max_per_user: int | None) -> Refusal | None:
        """Take a slot, or say why there is none."""
        if len(self._users) >= self.size:
            return "all_streams_in_use"
        if max_per_user is not None and sum(each == user_id for each in self._users.values()) >= max_per_user:
            return "too_many_streams"
        self._users[ticket] = user_id
        return None

    def give_back(self, ticket: Hashable) -> None:
        """Give a slot back; a ticket without one changes nothing."""
        self._users.pop(ticket, None)


class OwnSlots:
    """The slots of this process."""

    def __init__(self, size: int) -> None:
        self._table = SlotTable(size)

    @asynccontextmanager
    async def hold(self, user_id: UUID | None, max_per_user: int | None) -> AsyncIterator[None]:
        """Hold a slot for the block."""
        ticket = object()
        refusal = self._table.take(ticket, user_id, max_per_user)
        if refusal is not None:
            raise refused(refusal, self._table.size, max_per_user)
        try:
            yield
        finally:
            self._table.give_back(ticket)


def refused(refusal: Refusal, size: int, max_per_user: int | None) -> PlatemarkError:
    """The error that tells a caller why there is no slot."""
    if refusal == "all_streams_in_use":
        return Unavailable(refusal, f"All {size} event streams are in use; try again later.")
    detail = f"You have {max_per_user} event streams open already; close one of them."
    return TooManyRequests(refusal, detail, retry_after_seconds=RETRY_AFTER_SECONDS)
