"""Mutants of the code that speaks the contract: ``python -m tests.mutants.code`` breaks it in one way after the other.

Each mutant is a small edit of a handler, a wire function or a module of ``platemark.http`` in a copy of the repository.
A test that reaches its lines must fail, or the type checker. Survivors are printed; the exit status is 0 if each has an
argument in `argued.yaml`, and enough are refused.

Which tests reach which lines is recorded first. ``--recorded`` takes the recording of the last run, which is
good as long as neither the code nor the tests have changed much.
"""

from __future__ import annotations

import argparse
import contextlib
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, Queue

from tests.mutants.argued import Arguments, judge
from tests.mutants.code_mutations import CodeMutant, code_mutants, is_equivalent
from tests.mutants.contract import REPOSITORY, SEED, print_now
from tests.mutants.copies import Copy
from tests.mutants.selection import Reached, by_file, is_in_function, rounds
from tests.mutants.trial import CANNOT_PATCH
from tests.mutants.type_check import TypeCheck

COUNT = 210
RECORDINGS = REPOSITORY / "build" / "reach"
TESTS = (
    "tests/unit/http",
    "tests/http",
    *(
        f"tests/contract/test_{name}.py"
        for name in (
            "answer_values", "bounds", "closed_world", "echo", "entity_tags", "event_stream", "filters", "lifecycle",
            "load", "pages", "problem_examples", "reading", "repeated_requests", "reply", "roles", "service_roles",
            "statuses", "wire_values", "words",
        )
    ),
    "tests/contract/features",
)  # fmt: skip
WITHOUT = "not postgresql and not test_a_feature_is_refused and not refused_features and not stops_the_bundler"
"""Tests that run on SQLite, too, and those of the generator, which does not import the code."""
NO_MUTANT = CodeMutant("", "handlers/__init__.py", 1, 0, 0, "")


def main(arguments: list[str] | None = None) -> int:
    """Run the tests and the type checker on the mutants and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants.code", description=__doc__)
    parser.add_argument("words", nargs="*", help="mutants whose name contains one of these words; default: all")
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--recorded", action="store_true", help="take the recording of the last run")
    options = parser.parse_args(arguments)
    started_at = time.monotonic()
    if not options.recorded:
        record(options.processes)
    reached = Reached(REPOSITORY, sorted(RECORDINGS.glob("*.json")))
    print_now(f"{len(reached.seconds)} tests recorded, {time.monotonic() - started_at:.0f} s")
    drawn = [
        mutant
        for mutant in code_mutants(REPOSITORY, options.count, options.seed)
        if not options.words or any(word in mutant.name for word in options.words)
    ]
    chosen = [mutant for mutant in drawn if not is_equivalent(mutant, (REPOSITORY / mutant.file).read_text("utf-8"))]
    failures = run_tests(chosen, reached, options.processes)
    left = [mutant for mutant in chosen if not failures[mutant]]
    survivors = left
    if left:
        with TypeCheck(REPOSITORY) as types:
            survivors = [mutant for mutant in left if types.passes_with(mutant.file, mutant.apply)]
    counts = {
        "equivalent": len(drawn) - len(chosen),
        "tests": len(chosen) - len(left),
        "types": len(left) - len(survivors),
        "survived": len(survivors),
    }
    refused = {mutant.key for mutant in chosen} - {mutant.key for mutant in survivors}
    lines, is_well = judge(refused, [mutant.key for mutant in survivors], Arguments.on("code"))
    for line in lines:
        print_now(line)
    print_now(f"{', '.join(f'{number} {verdict}' for verdict, number in counts.items())}, "
              f"{time.monotonic() - started_at:.0f} s")  # fmt: skip
    return 0 if is_well else 1


def record(processes: int) -> None:
    """Record which tests reach which lines, in processes side by side."""
    RECORDINGS.mkdir(parents=True, exist_ok=True)
    files = sorted(path for test in TESTS for path in ([test] if test.endswith(".py") else _test_files(test)))
    running = []
    for number in range(processes):
        recording = RECORDINGS / f"{number}.json"
        recording.unlink(missing_ok=True)
        options = ["-q", "-n0", "-o", "timeout=1200", "-p", "no:randomly", "-k", WITHOUT, "-p", "tests.mutants.reach"]
        command = [sys.executable, "-m", "pytest", *options, "--reach", str(recording), *files[number::processes]]
        with (RECORDINGS / f"{number}.log").open("w") as log:
            running.append(subprocess.Popen(command, cwd=REPOSITORY, stdout=log, stderr=subprocess.STDOUT))
    statuses = [each.wait() for each in running]
    if any(statuses):
        raise SystemExit(f"tests fail without a mutant: {RECORDINGS}/*.log")


def _test_files(folder: str) -> list[str]:
    return [path.relative_to(REPOSITORY).as_posix() for path in (REPOSITORY / folder).glob("test_*.py")]


def run_tests(mutants: list[CodeMutant], reached: Reached, processes: int) -> dict[CodeMutant, str]:
    """The first test that fails on each mutant; empty if none does."""
    waiting: Queue[CodeMutant] = Queue()
    for mutant in mutants:
        waiting.put(mutant)
    failures: dict[CodeMutant, str] = {}

    def work() -> None:
        killers = set()
        with Copy(REPOSITORY, sorted({test.partition("::")[0] for test in reached.seconds})) as copy:
            with contextlib.suppress(Empty):
                while True:
                    mutant = waiting.get_nowait()
                    started_at = time.monotonic()
                    failures[mutant] = failure = first_failure(mutant, copy, reached)
                    print_now(f"{time.monotonic() - started_at:4.0f} s {failure or 'NONE FAILS'}: {mutant.name}")
                    killers.update({failure} & reached.seconds.keys())
            if failed := copy.first_failure(by_file(sorted(killers)), NO_MUTANT, 600, patched=True):
                raise SystemExit(f"verdicts are void: without a mutant {failed}")

    with ThreadPoolExecutor(processes) as pool:
        for done in [pool.submit(work) for _ in range(processes)]:
            done.result()
    return failures


def first_failure(mutant: CodeMutant, copy: Copy, reached: Reached) -> str:
    """The first test that fails on a mutant; empty if all pass."""
    source = (copy.root / mutant.file).read_text("utf-8")
    patched = is_in_function(mutant, source) and not reached.is_imported(mutant, source)
    for tests in rounds(mutant, reached, source):
        seconds = 60 + 4 * sum(reached.seconds[test] for test in tests)
        failure = copy.first_failure(tests, mutant, seconds, patched=patched)
        if failure.startswith(CANNOT_PATCH):
            patched = False
            failure = copy.first_failure(tests, mutant, seconds, patched=False)
        if failure:
            return failure
    return ""


if __name__ == "__main__":
    sys.exit(main())
