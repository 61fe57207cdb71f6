"""Transactions that count at the same time neither lose a count nor wait for each other in a circle."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from platemark.studio import Studio
from tests.unit.kept_counts.driver import differences
from tests.unit.kept_counts.history import History

THREADS, STEPS = 6, 120
NO_OPERATIONS = ("replace_user", "disable_user")


@pytest.mark.timeout(300)
def test_concurrent_histories_are_counted_without_deadlocks(studio: Studio) -> None:
    first = History(studio, 0)
    first.take_steps(60, without=NO_OPERATIONS)
    histories = [History(studio, seed, first.driver.users) for seed in range(1, THREADS + 1)]
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(lambda history: history.take_steps(STEPS, without=NO_OPERATIONS), histories))
    assert differences(studio.database) == []
