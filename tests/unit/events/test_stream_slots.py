"""Slots for event streams: in total, and of each user."""

from __future__ import annotations

import asyncio

import pytest

from platemark.errors import TooManyRequests, Unavailable
from platemark.events.stream_slots import OwnSlots, SlotTable
from platemark.ids import new_id

ADA, BEN = new_id(), new_id()


def test_slots_are_limited_in_total_and_of_each_user() -> None:
    table = SlotTable(3)
    assert [table.take(number, ADA, 2) for number in range(3)] == [None, None, "too_many_streams"]
    assert table.take("without a limit", ADA, None) is None
    assert table.take("full", BEN, 2) == "all_streams_in_use"
    for ticket in ("full", 2, "unknown"):  # refused, refused, never asked for
        table.give_back(ticket)
    assert table.take("still full", BEN, 2) == "all_streams_in_use"
    table.give_back(0)
    assert table.take("room", BEN, 2) is None


def test_callers_without_a_user_count_as_one() -> None:
    table = SlotTable(9)
    assert [table.take(number, None, 1) for number in range(2)] == [None, "too_many_streams"]
    assert table.take("a user", ADA, 1) is None


def test_a_slot_is_held_for_the_block_whatever_happens_in_it() -> None:
    slots = OwnSlots(2)

    async def hold_and_fail() -> None:
        async with slots.hold(ADA, 1):
            with pytest.raises(TooManyRequests, match="1 event streams"):
                await slots.hold(ADA, 1).__aenter__()
            async with slots.hold(BEN, 1):
                with pytest.raises(Unavailable, match="All 2"):
                    await slots.hold(None, 1).__aenter__()
            raise ZeroDivisionError

    async def test() -> None:
        with pytest.raises(ZeroDivisionError):
            await hold_and_fail()
        async with slots.hold(ADA, 1), slots.hold(BEN, 1):
            pass

    asyncio.run(test())
