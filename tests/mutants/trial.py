"""Runs chosen tests on one mutant after the other, in a copy of the repository where the mutants are made.

``python -m tests.mutants.trial fresh`` imports what is not mutated once, and forks for each trial; the fork imports the
rest. ``python -m tests.mutants.trial collected FILE…`` imports everything and collects the tests of the files once, and
forks for each trial; the fork patches the functions that the mutant changes. ``cold`` is the same, but starts sooner:
it does not import what is imported only when a server runs.

A trial is a line of JSON on the input: the tests in order, or files of tests that are collected, the seconds they may
take, the file, its text and its changed text. A line of JSON answers: the first test that fails; empty if all pass.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import pytest

from platemark.db.migrate import upgrade
from tests.mutants.patching import CannotPatchError, patch

IMPORTED_ANEW = ("handlers", "tests", "platemark.http", "platemark.entrypoints", "platemark.cli")
"""The code that is mutated, and what imports it."""
KEPT = ("tests.mutants",)
OPTIONS = ("-q", "-s", "-n0", "-p", "no:randomly", "-p", "no:cacheprovider", "--tb=short", "--timeout=180")
WARM_UP = "tests/http/test_accounts.py::test_signing_in_sets_an_http_only_same_site_cookie[sqlite]"
DOES_NOT_START, HANGS, CANNOT_PATCH = "does not start", "hangs", "cannot patch"


@dataclass(frozen=True, slots=True)
class Trial:
    """What to run on a mutant."""

    tests: list[str]
    seconds: float
    file: str
    source: str
    mutated: str


class Template:
    """A migrated database for all trials, in place of the one that `tests/conftest.py` makes for each run of pytest."""

    def __init__(self) -> None:
        self.path = Path(f"template-{os.getpid()}.db").resolve()
        upgrade(f"sqlite:///{self.path}")

    @pytest.hookimpl(tryfirst=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest) -> Path | None:
        """The template, when a test asks for it; None leaves any other fixture to pytest."""
        if fixturedef.argname != "sqlite_template":
            return None
        fixturedef.cached_result = (self.path, fixturedef.cache_key(request), None)  # type: ignore[arg-type]
        return self.path


class Failures:
    """A pytest plugin that runs only chosen tests, in their order, and remembers the first that fails."""

    def __init__(self, tests: list[str]) -> None:
        self.order = {test: index for index, test in enumerate(tests)}
        self.first = ""

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> Iterator[None]:
        yield
        items[:] = [item for item in items if item.nodeid in self.order]
        items.sort(key=lambda item: self.order[item.nodeid])

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.first = self.first or report.nodeid

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.first = self.first or f"{DOES_NOT_START}: {report.nodeid}"


class Trials:
    """The input and the output, away from the streams of the tests."""

    def __init__(self) -> None:
        self.input, self.output = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.dup2(2, 1)

    def answer(self, run: Callable[[Trial], str]) -> None:
        """Answer until the input ends; `run` runs in a fork."""
        self._print("ready")
        for line in self.input:
            self._print(_forked(run, Trial(**json.loads(line))))

    def _print(self, answer: str) -> None:
        print(json.dumps(answer), flush=True, file=self.output)


class AnswersTrials:
    """A pytest plugin that answers trials with the tests that are collected."""

    def __init__(self, trials: Trials) -> None:
        self.trials = trials

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items}
        self.trials.answer(lambda trial: _run_collected(session, items, trial))
        return True


def main(kind: str, files: list[str]) -> None:
    """Answer trials until the input ends."""
    trials = Trials()
    if kind == "cold":
        pytest.main([*OPTIONS, *files], plugins=[AnswersTrials(trials)])
        return
    pytest.main([*OPTIONS, "--collect-only", "-q", WARM_UP.partition("::")[0]])
    template = Template()
    _import_what_runs_import(template)
    if kind == "collected":
        pytest.main([*OPTIONS, *files], plugins=[AnswersTrials(trials), template])
    else:
        _forget()
        trials.answer(lambda trial: _run_fresh(trial, template))


def _forget() -> None:
    for name in list(sys.modules):
        if _is_within(name, IMPORTED_ANEW) and not _is_within(name, KEPT):
            del sys.modules[name]


def _import_what_runs_import(template: Template) -> None:
    """Import the modules that code imports when it first runs."""

    def warm_up(trial: Trial) -> str:
        failure = _run_fresh(trial, template)
        Path("imported.json").write_text(json.dumps(list(sys.modules)), "utf-8")
        return failure

    failure = _forked(warm_up, Trial([WARM_UP], 600, "", "", ""))
    if failure:
        raise SystemExit(f"the tests fail without a mutant: {failure}")
    for name in json.loads(Path("imported.json").read_text("utf-8")):
        if not _is_within(name, ("tests", "__main__")):
            with contextlib.suppress(ImportError):
                importlib.import_module(name)


def _is_within(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def _run_fresh(trial: Trial, template: Template) -> str:
    failures = Failures(trial.tests)
    files = sorted({test.partition("::")[0] for test in trial.tests})
    status = pytest.main([*OPTIONS, "-x", *files], plugins=[failures, template])
    return failures.first if failures.first or status == 0 else f"{DOES_NOT_START}: {status!r}"


def _run_collected(session: pytest.Session, items: dict[str, pytest.Item], trial: Trial) -> str:
    try:
        if trial.mutated != trial.source:
            patch(Path(trial.file).resolve(), trial.source, trial.mutated)
    except CannotPatchError as error:
        return f"{CANNOT_PATCH}: {error}"
    failures = Failures([])
    session.config.pluginmanager.register(failures)
    chosen = [item for test in trial.tests for name, item in items.items() if test in (name, name.partition("::")[0])]
    for item, following in zip(chosen, [*chosen[1:], None], strict=True):
        session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if failures.first:
            break
    session._setupstate.teardown_exact(None)
    return failures.first


def _forked(run: Callable[[Trial], str], trial: Trial) -> str:
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _answer(run, trial, writing)
    os.close(writing)
    try:
        return os.read(reading, 4096).decode() if _ends(process, trial.seconds) else HANGS
    finally:
        os.close(reading)


def _answer(run: Callable[[Trial], str], trial: Trial, writing: int) -> NoReturn:
    answer = DOES_NOT_START
    try:
        os.setsid()
        log = os.open("trial.log", os.O_CREAT | os.O_TRUNC | os.O_WRONLY)
        os.dup2(log, 1)
        os.dup2(log, 2)
        sys.dont_write_bytecode = True
        answer = run(trial)
    finally:
        sys.stdout.flush()
        os.write(writing, answer.encode()[:4096])
        os._exit(0)


def _ends(process: int, seconds: float) -> bool:
    """Wait for a process; end it and all that it started if it takes longer."""
    last = time.monotonic() + seconds
    while os.waitpid(process, os.WNOHANG) == (0, 0):
        if time.monotonic() > last:
            os.killpg(process, signal.SIGKILL)
            os.waitpid(process, 0)
            return False
        time.sleep(0.02)
    return True


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
