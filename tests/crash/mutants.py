"""Whether the tests notice: ``python -m tests.crash.mutants`` breaks the queue in one way after the other.

Each mutant is a small change to a copy of the code; the tests of the queue run on it and have to fail. 1 where one
survives that is not listed as equivalent, or where one so listed is noticed after all. Words choose mutants by name.
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
COPIED = ("platemark", "handlers", "generated", "tests", "pyproject.toml")
TESTS = (
    *(
        f"unit/jobs/test_{name}.py"
        for name in ("caption_requests", "transitions", "queue", "generation_results", "clocks", "sweep", "queue_races")
    ),
    *(f"worker/test_{name}.py" for name in ("job_batches", "loop")),
)
PATIENCE_SECONDS = 240


def main() -> int:
    """Try those that were chosen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="mutants whose name has one of these words; all")
    words = parser.parse_args().words
    chosen = [mutant for mutant in MUTANTS if not words or any(word in mutant.name for word in words)]
    began, wrong = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in COPIED:
            source = REPOSITORY / name
            if source.is_dir():
                shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, copy / name)
        if noticed := failures(copy):
            say(f"the tests fail without a mutant: {noticed}")
            return 1
        for mutant in chosen:
            noticed = tried(mutant, copy)
            if bool(noticed) == bool(mutant.equivalent):
                wrong += 1
            verdict = noticed or (f"equivalent: {mutant.equivalent}" if mutant.equivalent else "SURVIVED")
            say(f"{mutant.name:55} {verdict}" + (" THOUGH LISTED AS EQUIVALENT" * bool(noticed and mutant.equivalent)))
    equivalent = sum(bool(mutant.equivalent) for mutant in chosen)
    say(f"{len(chosen)} mutants, {equivalent} equivalent, {wrong} wrong, {time.monotonic() - began:.0f} s")
    return int(wrong > 0)


def tried(mutant: Mutant, copy: Path) -> str:
    """What noticed ``mutant``; empty where nothing did. The copy is whole again afterwards."""
    file = copy / "platemark" / mutant.file
    whole = file.read_text("utf-8")
    file.write_text(mutant.of(whole), "utf-8")
    try:
        return failures(copy)
    finally:
        file.write_text(whole, "utf-8")


def failures(copy: Path) -> str:
    """The first test that fails on SQLite or, where none does, on PostgreSQL; empty where all pass."""
    return next(filter(None, (_failure(copy, dialect) for dialect in ("sqlite", "postgresql"))), "")


def _failure(copy: Path, dialect: str) -> str:
    tests = [f"tests/{name}" for name in TESTS]
    options = ["-x", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", "-rf", "--tb=no", "-k", dialect]
    environ = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "pytest", *options, *tests], cwd=copy, env=environ, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as running:  # fmt: skip
        try:
            output, _ = running.communicate(timeout=PATIENCE_SECONDS)
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


def say(text: str) -> None:
    """At once, for this takes minutes."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
