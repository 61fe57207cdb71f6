"""A small storm on each database; ``python -m tests.crash.attack`` raises the large one, and those over brokers."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path

import pytest

from tests.crash.backends import BACKENDS
from tests.crash.storm import Plan, attack

PLAN = Plan(jobs=60, kills=15, seed=20261122, seconds=90)


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_no_job_is_lost_or_finished_twice_whoever_dies(
    backend: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if backend == "postgresql":
        request.getfixturevalue("postgresql_template")  # which skips or fails where there is no server
    outcome = attack(BACKENDS[backend], PLAN, tmp_path)
    assert outcome.acts["kills"] == PLAN.kills
    assert not outcome.verdict.broken, astuple(outcome.verdict)
