"""Options of the fuzz test, so that `make fuzz` can run the same test with more examples and seeds."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--fuzz-examples", type=int, default=50, help="Schemathesis examples for each operation")
    parser.addoption("--fuzz-database", choices=["sqlite", "postgresql"], default="sqlite", help="where to fuzz")
    parser.addoption("--fuzz-seeds", default="20261122", help="Schemathesis seeds, separated by commas")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "fuzz_seed" in metafunc.fixturenames:
        metafunc.parametrize("fuzz_seed", metafunc.config.getoption("--fuzz-seeds").split(","))
