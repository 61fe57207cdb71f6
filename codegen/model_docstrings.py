"""Says in the models which fields and which words are deprecated, by a docstring below each, which editors show."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codegen.lifecycle import deprecation, marks
from codegen.load import Json


def add_deprecations(document: Json, source: str) -> str:
    """Return the source of the models of `document` with a docstring below each deprecated field and word."""
    said = {(mark.owner, mark.own_name): deprecation(mark.node) for mark in marks(document)}
    lines = source.splitlines()
    for model in reversed([node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]):
        for statement, name in reversed(list(_members(model))):
            if (about := said.get((model.name, name))) and statement.end_lineno is not None:
                lines.insert(statement.end_lineno, f'    """{about}"""')
    return "\n".join(lines) + "\n"


def _members(model: ast.ClassDef) -> Iterator[tuple[ast.stmt, str]]:
    """Yield each field with its name in JSON, and each word of an enum."""
    for statement in model.body:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            yield statement, _renamed(statement.value) or statement.target.id
        elif isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant):
            yield statement, str(statement.value.value)


def _renamed(value: ast.expr | None) -> str | None:
    """The `name` that `field(name=…)` gives a field."""
    keywords = value.keywords if isinstance(value, ast.Call) else []
    return next((ast.literal_eval(each.value) for each in keywords if each.arg == "name"), None)
