"""A short chaos run on each database; ``python -m tests.crash.attack`` does the long ones, with brokers as well."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path

import pytest

from tests.crash.backends import BACKENDS
from tests.crash.chaos import ChaosPlan, run_chaos

PLAN = ChaosPlan(jobs=60, kills=15, seed=20261122, seconds=90)


@pytest.mark.timeout(240)
@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_no_job_is_lost_or_finished_twice_whatever_is_killed(
    backend: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if backend == "postgresql":
        request.getfixturevalue("postgresql_template")  # skips or fails if there is no server
    result = run_chaos(BACKENDS[backend], PLAN, tmp_path)
    assert result.actions["kills"] == PLAN.kills
    assert result.actions["fenced"] > 0, "the run is of no use if it passes without the fence"
    assert not result.verdict.violated, astuple(result.verdict)
