"""Ids hold a time: the current one, or the creation time of something older."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from platemark.ids import cursor_for, derive_id, id_at, id_from_cursor, new_id

FOX = datetime(2024, 3, 5, 10, 11, 12, 345000, tzinfo=UTC)


def test_ids_of_older_times_sort_before_newer_ones() -> None:
    ids = [id_at(FOX + timedelta(milliseconds=number)) for number in range(50)]
    assert ids == sorted(ids)
    assert ids[-1] < new_id()
    assert {each.version for each in ids} == {7}
    assert len({id_at(FOX) for _ in range(50)}) == 50


@pytest.mark.parametrize("moment", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)])
def test_any_time_has_an_id(moment: datetime) -> None:
    assert id_at(moment).version == 7


def test_a_derived_id_is_deterministic_and_has_the_time_of_its_base() -> None:
    base = id_at(FOX)
    derived = [derive_id(base, number) for number in range(20)]
    assert derived == [derive_id(base, number) for number in range(20)]
    assert len({base, *derived}) == 21
    assert {each.int >> 80 for each in derived} == {base.int >> 80}
    assert {each.version for each in derived} == {7}
    assert derived[0] != derive_id(id_at(FOX), 0)


def test_a_cursor_decodes_to_its_id() -> None:
    assert id_from_cursor(cursor_for(id_at(FOX))).version == 7  # type: ignore[union-attr]
    assert id_from_cursor(None) is None
