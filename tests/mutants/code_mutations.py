"""Mutants of the code that speaks the contract: small edits of its syntax tree."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise, zip_longest
from pathlib import Path
from typing import TypeAlias

from codegen.conformance.mutations import drawn

FILES = ("handlers/*.py", "handlers/wire/*.py", "platemark/http/*.py")
Edits: TypeAlias = Iterator[tuple[ast.expr | ast.keyword, str]]
"""A node and the source that replaces it."""

OPPOSITES: dict[type[ast.cmpop], str] = {
    ast.Eq: "!=", ast.NotEq: "==", ast.Is: "is not", ast.IsNot: "is", ast.In: "not in", ast.NotIn: "in",
    ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CodeMutant:
    """A replacement of the text between two offsets of a file; `key` names it whatever else changes in the file."""

    kind: str
    file: str
    line: int
    start: int
    end: int
    text: str
    key: str = ""

    @property
    def name(self) -> str:
        return f"{self.key} (line {self.line})"

    def apply(self, source: str) -> str:
        """`source` of its file with the change made."""
        return source[: self.start] + self.text + source[self.end :]


def code_mutants(repository: Path, count: int, seed: int) -> list[CodeMutant]:
    """`count` mutants, as many of each kind as there are, drawn with `seed`: a change elsewhere draws no others."""
    stacks: dict[str, list[CodeMutant]] = {kind: [] for kind in KINDS}
    for path in sorted(path for pattern in FILES for path in repository.glob(pattern)):
        for mutant in mutants_of(path.relative_to(repository).as_posix(), path.read_text("utf-8")):
            stacks[mutant.kind].append(mutant)
    return drawn(list(stacks.values()), lambda mutant: mutant.key, count, seed)


def mutants_of(file: str, source: str) -> Iterator[CodeMutant]:
    """Every mutant of one file; those that make the same change in the same function are numbered."""
    lines = source.splitlines(keepends=True)
    starts = [0, *accumulate(map(len, lines))]
    keys: Counter[str] = Counter()

    def offset(line: int, column: int) -> int:
        return starts[line - 1] + len(lines[line - 1].encode()[:column].decode())

    for node, owner in _owned(ast.parse(source), ""):
        for kind, edit in KINDS.items():
            for place, text in edit(node):
                end_line, end_column = place.end_lineno or 0, place.end_col_offset or 0
                start, end = offset(place.lineno, place.col_offset), offset(end_line, end_column)
                key = f"{kind}: {file} {owner}: {_difference(_one_line(source[start:end]), text)}"
                keys[key] += 1
                numbered = key if keys[key] == 1 else f"{key} ({keys[key]})"
                yield CodeMutant(kind, file, place.lineno, start, end, text, numbered)


def _owned(node: ast.AST, owner: str) -> Iterator[tuple[ast.AST, str]]:
    """The nodes below one, each with the names of the classes and functions around it."""
    yield node, owner or "module"
    if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        owner = f"{owner}.{node.name}".lstrip(".")
    for child in ast.iter_child_nodes(node):
        yield from _owned(child, owner)


def _one_line(text: str) -> str:
    return re.sub(r",? (?=[)\]}])|(?<=[(\[{]) ", "", " ".join(text.split())).replace('"', "'")


def _difference(old: str, new: str) -> str:
    """What differs in two texts, by whole words, with the first word if that is not the beginning."""
    before, after = (re.findall(r"\w+|\s+|.", text) for text in (old, new))
    first = _common(before, after)
    rest = min(len(before), len(after)) - first
    last = min(_common(before[::-1], after[::-1]), rest)
    called = f"{before[0]}… " if first else ""
    cut = ("".join(words[first : len(words) - last]) for words in (before, after))
    return called + " → ".join(part.strip() or "nothing" for part in cut)


def _common(one: list[str], other: list[str]) -> int:
    """How many items are the same from the beginning on."""
    pairs = enumerate(zip_longest(one, other))
    return next((number for number, (left, right) in pairs if left != right), len(one))


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
