"""Ids tell a time: new ones now, those of older things the time at which they were made."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from platemark.ids import cursor_for, derive_id, id_at, id_from_cursor, new_id

FOX = datetime(2024, 3, 5, 10, 11, 12, 345000, tzinfo=UTC)


def test_ids_of_older_things_sort_before_newer_ones() -> None:
    ids = [id_at(FOX + timedelta(milliseconds=number)) for number in range(50)]
    assert ids == sorted(ids)
    assert ids[-1] < new_id()
    assert {it.version for it in ids} == {7}
    assert len({id_at(FOX) for _ in range(50)}) == 50


@pytest.mark.parametrize("moment", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)])
def test_any_time_has_an_id(moment: datetime) -> None:
    assert id_at(moment).version == 7


def test_an_id_that_follows_from_another_is_always_the_same_and_of_the_same_time() -> None:
    first = id_at(FOX)
    following = [derive_id(first, number) for number in range(20)]
    assert following == [derive_id(first, number) for number in range(20)]
    assert len({first, *following}) == 21
    assert {it.int >> 80 for it in following} == {first.int >> 80}
    assert {it.version for it in following} == {7}
    assert following[0] != derive_id(id_at(FOX), 0)


def test_a_cursor_leads_back_to_its_id() -> None:
    assert id_from_cursor(cursor_for(id_at(FOX))).version == 7  # type: ignore[union-attr]
    assert id_from_cursor(None) is None
