"""The arguments that operations pass to handlers: what no longer fits is found without the type checker."""

from __future__ import annotations

import ast
from pathlib import Path

from codegen.load import Json
from codegen.operations import render


def handlers_fit(document: Json, handlers: Path) -> bool:
    """Whether the functions in `handlers` take by name what the operations of `document` pass, and need no more."""
    needed, taken = _arguments(handlers)
    protocols = [node for node in ast.parse(render(document)).body if isinstance(node, ast.ClassDef)]
    passed = {
        each.name: {argument.arg for argument in each.args.kwonlyargs}
        for protocol in protocols
        for each in protocol.body
        if isinstance(each, ast.FunctionDef)
    }
    return all(name in taken and needed[name] <= names <= taken[name] for name, names in passed.items())


def _arguments(handlers: Path) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    needed: dict[str, set[str]] = {}
    taken: dict[str, set[str]] = {}
    for file in handlers.glob("*.py"):
        for each in ast.parse(file.read_text("utf-8")).body:
            if isinstance(each, ast.FunctionDef):
                arguments = zip(each.args.kwonlyargs, each.args.kw_defaults, strict=True)
                by_name = {argument.arg: default is None for argument, default in arguments}
                taken[each.name] = set(by_name)
                needed[each.name] = {name for name, is_needed in by_name.items() if is_needed}
    return needed, taken
