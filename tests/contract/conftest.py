"""Options of the fuzzing, so that `make fuzz` is the same test with more of everything."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--fuzz-examples", type=int, default=50, help="examples an operation for Schemathesis")
    parser.addoption("--fuzz-database", choices=["sqlite", "postgresql"], default="sqlite", help="what to fuzz on")
    parser.addoption("--fuzz-seeds", default="20261122", help="seeds for Schemathesis, separated by commas")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "fuzz_seed" in metafunc.fixturenames:
        metafunc.parametrize("fuzz_seed", metafunc.config.getoption("--fuzz-seeds").split(","))
