"""Mutation tests: ``python -m tests.crash.mutants`` breaks the queue in one way after the other.

Each mutant is a small change to a copy of the code; the tests of the queue run on it and must fail. Exits with 1 if a
mutant survives that is not listed as equivalent, or if one that is listed is killed. Arguments select mutants by words
in their names.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.crash.mutations import MUTANTS, Mutant

REPOSITORY = Path(__file__).parents[2]
COPIED = ("platemark", "platemark_press", "handlers", "generated", "tests", "pyproject.toml")
TESTS = (
    *(
        f"unit/jobs/test_{name}.py"
        for name in (
            "caption_requests",
            "transitions",
            "queue",
            "generation_results",
            "clocks",
            "sweep",
            "queue_races",
            "cancelling_many",
        )
    ),
    *(f"worker/test_{name}.py" for name in ("job_batches", "loop")),
)
TIMEOUT_SECONDS = 240


def main() -> int:
    """Run the tests on the selected mutants."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="mutants whose name contains one of these words; default: all")
    words = parser.parse_args().words
    selected = [mutant for mutant in MUTANTS if not words or any(word in mutant.name for word in words)]
    started_at, wrong = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in COPIED:
            source = REPOSITORY / name
            if source.is_dir():
                shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, copy / name)
        if failure := first_failure(copy):
            print_now(f"the tests fail without a mutant: {failure}")
            return 1
        for mutant in selected:
            failure = run_mutant(mutant, copy)
            if bool(failure) == bool(mutant.equivalent):
                wrong += 1
            verdict = failure or (f"equivalent: {mutant.equivalent}" if mutant.equivalent else "SURVIVED")
            print_now(
                f"{mutant.name:55} {verdict}" + (" THOUGH LISTED AS EQUIVALENT" * bool(failure and mutant.equivalent))
            )
    equivalent = sum(bool(mutant.equivalent) for mutant in selected)
    print_now(f"{len(selected)} mutants, {equivalent} equivalent, {wrong} wrong, {time.monotonic() - started_at:.0f} s")
    return int(wrong > 0)


def run_mutant(mutant: Mutant, copy: Path) -> str:
    """The first test that fails on ``mutant``; empty if it survives. The copy is restored afterwards."""
    file = copy / "platemark" / mutant.file
    original = file.read_text("utf-8")
    file.write_text(mutant.apply(original), "utf-8")
    try:
        return first_failure(copy)
    finally:
        file.write_text(original, "utf-8")


def first_failure(copy: Path) -> str:
    """The first test that fails on SQLite or, if none does, on PostgreSQL; empty if all pass."""
    return next(filter(None, (_first_failure_on(dialect, copy) for dialect in ("sqlite", "postgresql"))), "")


def _first_failure_on(dialect: str, copy: Path) -> str:
    tests = [f"tests/{name}" for name in TESTS]
    options = ["-x", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", "-rf", "--tb=no", "-k", dialect]
    environ = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "pytest", *options, *tests], cwd=copy, env=environ, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as running:  # fmt: skip
        try:
            output, _ = running.communicate(timeout=TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired:
            return f"{dialect}: hangs"
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)
    if running.returncode == 0:
        return ""
    failed = [line.split("::")[-1].split(" - ")[0] for line in output.splitlines() if line.startswith("FAILED")]
    if running.returncode != 1 or not failed:
        raise SystemExit(f"the tests cannot run:\n{output}")
    return failed[0]


def print_now(text: str) -> None:
    """Print and flush, because the run takes minutes."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
