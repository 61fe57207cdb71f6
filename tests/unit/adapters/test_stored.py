"""Pinned adapters are read from whatever a column holds."""

from __future__ import annotations

from typing import Any

import pytest

from platemark.adapters.pinned import PinnedAdapter
from platemark.adapters.stored import read_adapters
from platemark.ids import new_id

ADAPTER = PinnedAdapter(
    adapter_id=new_id(), name="Frost", format="lora", digest="a" * 64, weight=0.5, training_run_id=new_id(),
    dataset_digest="b" * 64,
)  # fmt: skip


def test_adapters_are_read_as_they_were_written() -> None:
    assert read_adapters([ADAPTER.payload()] * 2, of="x") == (ADAPTER, ADAPTER)
    assert read_adapters([], of="x") == ()
    assert read_adapters(None, of="x") is None


@pytest.mark.parametrize(
    "stored",
    [7, "adapters", {}, [7], [{}], [{**ADAPTER.payload(), "adapter_id": "x"}], [{**ADAPTER.payload(), "digest": 7}]],
)
def test_what_is_no_list_of_adapters_is_none(stored: Any) -> None:
    assert not read_adapters(stored, of="x")


def test_a_long_name_is_clipped_and_a_large_weight_brought_into_its_bounds() -> None:
    (read,) = read_adapters([{**ADAPTER.payload(), "name": "x" * 999, "weight": 9e9}], of="x") or ()
    assert (read.name, read.weight) == ("x" * 200, 2)
