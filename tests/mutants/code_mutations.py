"""Mutants of the code that speaks the contract: small edits of its syntax tree."""

from __future__ import annotations

import ast
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

FILES = ("handlers/*.py", "handlers/wire/*.py", "platemark/http/*.py")
Edits: TypeAlias = Iterator[tuple[ast.expr | ast.keyword, str]]
"""A node and the source that replaces it."""

OPPOSITES: dict[type[ast.cmpop], str] = {
    ast.Eq: "!=", ast.NotEq: "==", ast.Is: "is not", ast.IsNot: "is", ast.In: "not in", ast.NotIn: "in",
    ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CodeMutant:
    """A replacement of the text between two offsets of a file."""

    kind: str
    file: str
    line: int
    start: int
    end: int
    text: str

    @property
    def name(self) -> str:
        return f"{self.kind}: {self.file}:{self.line} {self.text[:60]}"

    def apply(self, source: str) -> str:
        """`source` of its file with the change made."""
        return source[: self.start] + self.text + source[self.end :]


def code_mutants(repository: Path, count: int, seed: int) -> list[CodeMutant]:
    """`count` mutants, as many of each kind as there are, drawn with `seed`."""
    draw = random.Random(seed)
    stacks: dict[str, list[CodeMutant]] = {kind: [] for kind in KINDS}
    for path in sorted(path for pattern in FILES for path in repository.glob(pattern)):
        for mutant in mutants_of(path.relative_to(repository).as_posix(), path.read_text("utf-8")):
            stacks[mutant.kind].append(mutant)
    for stack in stacks.values():
        draw.shuffle(stack)
    chosen: list[CodeMutant] = []
    while len(chosen) < count and any(stacks.values()):
        chosen += [stack.pop() for stack in stacks.values() if stack]
    return chosen[:count]


def mutants_of(file: str, source: str) -> Iterator[CodeMutant]:
    """Every mutant of one file."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    lines = source.splitlines(keepends=True)

    def offset(line: int, column: int) -> int:
        return starts[line - 1] + len(lines[line - 1].encode()[:column].decode())

    for node in ast.walk(ast.parse(source)):
        for kind, edit in KINDS.items():
            for place, text in edit(node):
                end_line, end_column = place.end_lineno or 0, place.end_col_offset or 0
                start, end = offset(place.lineno, place.col_offset), offset(end_line, end_column)
                yield CodeMutant(kind, file, place.lineno, start, end, text)


def _swap_fields(node: ast.AST) -> Edits:
    if isinstance(node, ast.Call):
        named = [keyword for keyword in node.keywords if keyword.arg]
        for one, other in pairwise(named):
            if ast.unparse(one.value) == ast.unparse(other.value):
                continue
            changed = ast.Call(
                node.func,
                node.args,
                [
                    ast.keyword(keyword.arg, other.value if keyword is one else one.value)
                    if keyword in (one, other)
                    else keyword
                    for keyword in node.keywords
                ],
            )
            yield node, ast.unparse(changed)


def _null_field(node: ast.AST) -> Edits:
    if isinstance(node, ast.Call):
        for keyword in node.keywords:
            if keyword.arg and not isinstance(keyword.value, ast.Constant):
                yield keyword.value, "None"


def _forget_argument(node: ast.AST) -> Edits:
    if isinstance(node, ast.Call):
        for keyword in node.keywords:
            rest = [other for other in node.keywords if other is not keyword]
            yield node, ast.unparse(ast.Call(node.func, node.args, rest))


def _drop_item(node: ast.AST) -> Edits:
    if isinstance(node, ast.ListComp):
        yield node, f"({ast.unparse(node)})[1:]"


def _change_status(node: ast.AST) -> Edits:
    if isinstance(node, ast.Constant) and type(node.value) is int and 200 <= node.value < 600:
        yield node, str(node.value + 1)


def _turn_comparison(node: ast.AST) -> Edits:
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in OPPOSITES:
        left, right = ast.unparse(node.left), ast.unparse(node.comparators[0])
        yield node, f"{left} {OPPOSITES[type(node.ops[0])]} {right}"


def _turn_condition(node: ast.AST) -> Edits:
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        yield node.test, f"not ({ast.unparse(node.test)})"


def _turn_operator(node: ast.AST) -> Edits:
    if isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield node, f"({ast.unparse(ast.BoolOp(other, node.values))})"


def is_equivalent(mutant: CodeMutant, source: str) -> bool:
    """Whether a mutant changes nothing that runs: a flag of a dataclass forbids what the code does not do."""
    flags = {
        (flag.value.lineno, flag.value.col_offset)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ClassDef)
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "dataclass"
        for flag in decorator.keywords
    }
    return (mutant.line, mutant.start - source.rfind("\n", 0, mutant.start) - 1) in flags


def _turn_flag(node: ast.AST) -> Edits:
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield node, str(not node.value)


KINDS: dict[str, Callable[[ast.AST], Edits]] = {
    "swap two fields": _swap_fields,
    "null a field": _null_field,
    "forget an argument": _forget_argument,
    "drop an item": _drop_item,
    "change a status": _change_status,
    "turn a comparison": _turn_comparison,
    "turn a condition": _turn_condition,
    "turn an operator": _turn_operator,
    "turn a flag": _turn_flag,
}
