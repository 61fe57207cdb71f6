"""A pytest plugin that records which tests reach which lines of the code that is mutated, and how long each takes.

``python -m pytest -n0 -p tests.mutants.reach --reach FILE tests/…`` writes it as JSON.
Code that runs while modules are imported, or while a fixture is set up that tests share, belongs to no test.
A test that starts other processes is marked, since they are not watched.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import coverage
import pytest

WATCHED = ("handlers", "platemark/http")
IMPORT, SHARED = "import", "shared"
"""What runs before the first test, and what runs for several tests."""
STARTS_PROCESS = ("subprocess.Popen", "os.posix_spawn")


class Reach:
    """Watches the tests of this process."""

    def __init__(self, root: Path, file: Path) -> None:
        self.root, self.file, self.context = root, file, IMPORT
        self.seconds: dict[str, float] = defaultdict(float)
        self.starting: set[str] = set()
        self.fixture = ""
        self.coverage = coverage.Coverage(
            data_file=None, config_file=False, include=[str(root / each / "*") for each in WATCHED]
        )
        self.coverage.start()
        self.coverage.switch_context(IMPORT)
        sys.addaudithook(self._heard)

    def _heard(self, event: str, arguments: Any) -> None:
        if event in STARTS_PROCESS:
            self.starting.add(self.fixture or self.context)

    def _switch(self, context: str) -> None:
        self.context = context
        self.coverage.switch_context(context)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._switch(item.nodeid)
        try:
            return (yield)
        finally:
            if self.starting.intersection(getattr(item, "fixturenames", ())):
                self.starting.add(item.nodeid)
            self._switch(SHARED)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Iterator[None]:
        if fixturedef.scope == "function":
            return (yield)
        before = self.context, self.fixture
        self.fixture = fixturedef.argname
        self._switch(SHARED)
        try:
            return (yield)
        finally:
            context, self.fixture = before
            self._switch(context)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] += report.duration

    def pytest_sessionfinish(self) -> None:
        self.coverage.stop()
        data = self.coverage.get_data()
        lines = {
            Path(name).relative_to(self.root).as_posix(): data.contexts_by_lineno(name)
            for name in data.measured_files()
        }
        recorded = {"seconds": self.seconds, "starting": sorted(self.starting), "lines": lines}
        self.file.write_text(json.dumps(recorded), "utf-8")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--reach", type=Path, help="where to write which tests reach which lines")


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Watch, also while conftest.py is imported."""
    options = early_config.known_args_namespace
    if options.reach:
        early_config.pluginmanager.register(Reach(early_config.rootpath, options.reach))
