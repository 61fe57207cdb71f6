"""Which tests can tell a mutant from the code: those that reach its lines, the quickest first."""

from __future__ import annotations

import ast
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.mutants.code_mutations import FILES, CodeMutant
from tests.mutants.reach import IMPORT, SHARED

FIRST_FILES, FIRST_SECONDS = 3, 4.0
"""The first round: quick tests of a few files, which kill most mutants."""
LONGEST_SECONDS = 240.0
"""What the tests of one mutant may take, as recorded; the quickest are chosen."""
FEATURES = "tests/contract/features/"
"""They serve another contract, with handlers of their own."""


class Reached:
    """What the recordings of :mod:`tests.mutants.reach` say."""

    def __init__(self, repository: Path, recordings: list[Path]) -> None:
        self._sources = {
            path.relative_to(repository).as_posix(): path.read_text("utf-8")
            for pattern in FILES
            for path in repository.glob(pattern)
        }
        self.seconds: dict[str, float] = {}
        self.starting: set[str] = set()
        self._tests: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        for recording in recordings:
            recorded = json.loads(recording.read_text("utf-8"))
            self.seconds.update(recorded["seconds"])
            self.starting.update(recorded["starting"])
            for file, lines in recorded["lines"].items():
                for line, tests in lines.items():
                    self._tests[file][int(line)].update(tests)

    def reaching(self, mutant: CodeMutant, source: str) -> set[str]:
        """The tests that reach a mutant, or the uses of a constant that it changes; IMPORT and SHARED likewise."""
        name = constant_of(mutant, source)
        if name is None:
            return {test for line in lines_of(mutant, source) for test in self._tests[mutant.file][line]}
        places = [(file, line) for file, text in self._sources.items() for line in uses_of(name, text)]
        return {test for file, line in places for test in self._tests[file][line]}

    def is_imported(self, mutant: CodeMutant, source: str) -> bool:
        """Whether code of the mutant's lines runs while modules are imported."""
        return IMPORT in self.reaching(mutant, source)


def statements_around(mutant: CodeMutant, source: str) -> list[tuple[ast.stmt, bool]]:
    """The statements around a mutant, the smallest last, and whether each is in the body of a function."""
    end = last_line(mutant, source)

    def inside(node: ast.AST) -> Iterator[tuple[ast.stmt, bool]]:
        for name, value in ast.iter_fields(node):
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.stmt) and child.lineno <= mutant.line and end <= (child.end_lineno or 0):
                    yield child, isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and name == "body"
                if isinstance(child, ast.AST):
                    yield from inside(child)

    return list(inside(ast.parse(source)))


def constant_of(mutant: CodeMutant, source: str) -> str | None:
    """The name of the constant of a module that a mutant changes; None if it changes something else."""
    match [each for each, _ in statements_around(mutant, source)]:
        case [ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name))]:
            return name
    return None


def uses_of(name: str, source: str) -> set[int]:
    """The lines of a module that use a name."""
    names = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name) and node.id == name]
    return {node.lineno for node in names if isinstance(node.ctx, ast.Load)}


def last_line(mutant: CodeMutant, source: str) -> int:
    """The line in which a mutant ends."""
    return source.count("\n", 0, mutant.end) + 1


def is_in_function(mutant: CodeMutant, source: str) -> bool:
    """Whether a mutant changes the body of a function."""
    return any(in_function for _, in_function in statements_around(mutant, source))


def lines_of(mutant: CodeMutant, source: str) -> range:
    """The lines of the statement around a mutant; of one with a body, the lines of the mutant."""
    around = [each for each, _ in statements_around(mutant, source)]
    first = around[-1].lineno if around and not hasattr(around[-1], "body") else mutant.line
    return range(first, last_line(mutant, source) + 1)


def rounds(mutant: CodeMutant, reached: Reached, source: str) -> Iterator[list[str]]:
    """The tests to run one group after the other: a few, the rest, and those of processes, which are not watched.

    Which tests notice code that runs for several of them is not known: all may.
    """
    reaching = reached.reaching(mutant, source)
    direct = reaching & reached.seconds.keys()
    everywhere = {IMPORT, SHARED} & reaching or not direct
    tests = set(reached.seconds) if everywhere else direct | (reached.starting & reached.seconds.keys())
    if mutant.file.startswith("handlers/"):
        tests = {test for test in tests if not test.startswith(FEATURES)}
    chosen = _within(sorted(tests, key=lambda test: (test not in direct, reached.seconds[test])), reached)
    late = [test for test in chosen if test in reached.starting]
    first = _first([test for test in chosen if test not in late], reached)
    yield first
    yield by_file([test for test in chosen if test not in late and test not in first])
    yield by_file(late)


def by_file(tests: list[str]) -> list[str]:
    """The tests in their order, but each file's in one go."""
    files = {test.partition("::")[0]: index for index, test in reversed(list(enumerate(tests)))}
    return sorted(tests, key=lambda test: files[test.partition("::")[0]])


def _within(tests: list[str], reached: Reached) -> list[str]:
    chosen, spent = [], 0.0
    for test in tests:
        spent += reached.seconds[test]
        if spent > LONGEST_SECONDS:
            break
        chosen.append(test)
    return chosen


def _first(tests: list[str], reached: Reached) -> list[str]:
    files: list[str] = []
    chosen: list[str] = []
    spent = 0.0
    for test in tests:
        file = test.partition("::")[0]
        if file not in files and len(files) < FIRST_FILES:
            files.append(file)
        if file in files and spent < FIRST_SECONDS:
            chosen.append(test)
            spent += reached.seconds[test]
    return by_file(chosen)
