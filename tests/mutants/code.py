"""Mutants of the code that speaks the contract: ``python -m tests.mutants.code`` breaks it in one way after the other.

Each mutant is a small edit of a handler, a wire function or a module of ``platemark.http`` in a copy of the repository.
The type checker or the tests of its tag must fail. Survivors are printed, and the exit status is 1. The tests of a
mutant that the type checker passes take up to minutes; ``--no-tests`` leaves them out.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from tests.mutants.code_mutations import CodeMutant, code_mutants
from tests.mutants.contract import REPOSITORY, SEED, print_now
from tests.mutants.type_check import TypeCheck

COUNT = 210
TIMEOUT_SECONDS = 580
OF_HTTP = (
    "tests/unit/http",
    *(
        f"tests/http/test_{name}.py"
        for name in ("edge", "forms", "negotiation", "conditional_requests", "idempotency", "cross_origin", "events")
    ),
    *(f"tests/http/test_{name}.py" for name in ("images", "accounts")),
    "tests/contract/test_reply.py",
)
OF_EVERY_TAG = ("tests/contract/test_closed_world.py",)


def main(arguments: list[str] | None = None) -> int:
    """Run the type checker and the tests on the mutants and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants.code", description=__doc__)
    parser.add_argument("words", nargs="*", help="mutants whose name contains one of these words; default: all")
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--no-tests", action="store_true", help="print what the type checker leaves to the tests")
    options = parser.parse_args(arguments)
    started_at = time.monotonic()
    counts: Counter[str] = Counter()
    with TypeCheck(REPOSITORY) as types:
        for mutant in code_mutants(REPOSITORY, options.count, options.seed):
            if options.words and not any(word in mutant.name for word in options.words):
                continue
            verdict = verdict_on(mutant, types, with_tests=not options.no_tests)
            counts[verdict.partition(" ")[0]] += 1
            print_now(f"{verdict:10} {mutant.name}")
    print_now(f"{', '.join(f'{number} {verdict}' for verdict, number in counts.most_common())}, "
              f"{time.monotonic() - started_at:.0f} s")  # fmt: skip
    return int(counts["SURVIVED"] > 0)


def verdict_on(mutant: CodeMutant, types: TypeCheck, *, with_tests: bool) -> str:
    """What kills the mutant: "types", "tests" and the first that fails; "untested", or "SURVIVED"."""
    file = types.root / mutant.file
    original = file.read_text("utf-8")
    file.write_text(mutant.apply(original), "utf-8")
    try:
        if not types.passes():
            return "types"
        if not with_tests:
            return "untested"
        failure = first_failure(types.root, tests_of(mutant.file))
        return f"tests {failure}" if failure else "SURVIVED"
    finally:
        file.write_text(original, "utf-8")


def tests_of(file: str) -> list[str]:
    """The tests of the tag that a file belongs to."""
    if file.startswith("platemark/http"):
        names: list[str] = [*OF_HTTP]
    else:
        tag = Path(file).stem
        names = [f"tests/http/test_{tag}.py", *sorted(_of_tag(tag)), *OF_EVERY_TAG]
    return [name for name in names if (REPOSITORY / name).exists()]


def _of_tag(tag: str) -> list[str]:
    singular = tag.removesuffix("s")
    return [
        path.relative_to(REPOSITORY).as_posix()
        for path in (REPOSITORY / "tests/http").glob(f"test_*{singular}*.py")
        if path.stem != f"test_{tag}"
    ]


def first_failure(root: Path, tests: list[str]) -> str:
    """The first of `tests` that fails in the copy at `root`; empty if all pass."""
    options = ["-x", "-q", "-n0", "-p", "no:randomly", "-p", "no:cacheprovider", "-rfE", "--tb=no"]
    environ = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", *options, *tests]
    try:
        done = subprocess.run(
            command, cwd=root, env=environ, capture_output=True, text=True, timeout=TIMEOUT_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return "hangs"
    if done.returncode == 0:
        return ""
    failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return failed[0].split("::")[-1].split(" - ")[0] if failed else "collection"


if __name__ == "__main__":
    sys.exit(main())
