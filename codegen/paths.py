"""Paths: one function for each path of the contract, so that no address is written by hand."""

from __future__ import annotations

import keyword
import re
from pathlib import Path
from urllib.parse import urlsplit

from codegen.bundle import escape
from codegen.findings import CodegenError, Finding
from codegen.load import Json
from codegen.operations import METHODS
from codegen.python import HEADER, argument, snake, tidy
from codegen.types import python_type, resolve

PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
RESERVED = {"quote", "to_builtins"}  # what the generated module imports under a name that a path could have
EXPRESSIONS = {"UUID": "{{to_builtins({name})}}", "int": "{{{name}}}", "str": "{{quote({name}, safe='')}}"}
HEAD = '''"""The paths of the contract, one function each; texts in them are percent-encoded."""

from __future__ import annotations

from typing import Final, Literal
from urllib.parse import quote
from uuid import UUID

from msgspec import to_builtins  # of an id, its text: several times as fast as str()
'''


def write(document: Json, output: Path) -> None:
    """Write paths.py of the bundle to `output`."""
    output.write_text(render(document), "utf-8")
    tidy(output)


def render(document: Json) -> str:
    """Return paths.py of the bundle, not yet formatted; CodegenError lists the paths that no function can stand for."""
    findings: list[Finding] = []
    functions: dict[str, str] = {}
    paths: dict[str, str] = {}
    for path, item in document["paths"].items():
        name, where = function_name(path), f"#/paths/{escape(path)}"
        if name in paths and (parameters := PLACEHOLDER.findall(path)):
            name = "_".join([name, "by", *map(snake, parameters)])
        if not name.isidentifier() or name in RESERVED:
            findings.append(Finding(where, f"the path makes the function name {name!r}, which cannot be used"))
        elif name in paths:
            findings.append(Finding(where, f"the function name {name} is taken by {paths[name]}"))
        else:
            paths[name] = path
            try:
                functions[name] = _function(document, name, path, item)
            except (KeyError, ValueError) as error:
                findings.append(Finding(where, f"no function for this path: {error}"))
    if findings:
        raise CodegenError(*findings)
    base = f"BASE: Final = {base_path(document)!r}\n"
    return "\n\n".join([HEADER + HEAD, base, *(functions[name] for name in sorted(functions))])


def base_path(document: Json) -> str:
    """Return the path under which the first server of the contract serves it: `/api/v1`."""
    url: str = document["servers"][0]["url"]
    return urlsplit(url).path.rstrip("/")


def function_name(path: str) -> str:
    """`/albums/{album_id}/images` → `album_images`: the words of the path, singular where an id follows."""
    segments = path.strip("/").split("/")
    words = []
    for segment, following in zip(segments, [*segments[1:], ""], strict=True):
        word = snake(PLACEHOLDER.sub("", segment))
        words.append(_singular(word) if PLACEHOLDER.fullmatch(following) else word)
    name = "_".join(filter(None, words))
    return f"{name}_" if keyword.iskeyword(name) else name


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word.removesuffix("ies") + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word.removesuffix("es")
    return word if word.endswith("ss") else word.removesuffix("s")


def _function(document: Json, name: str, path: str, item: Json) -> str:
    types = _parameter_types(document, item)
    names = PLACEHOLDER.findall(path)
    for undeclared in [parameter for parameter in names if parameter not in types]:
        raise ValueError(f"{{{undeclared}}} is not declared as a parameter")
    for parameter in names:
        if _expression(types[parameter]) is None:
            raise ValueError(f"{{{parameter}}} is of the type {types[parameter]}, no UUID, integer or string")
    expressions = {name: str(_expression(types[name])).format(name=argument(name)) for name in names}
    template = PLACEHOLDER.sub(lambda match: expressions[match[1]], path)
    arguments = ", ".join(f"{argument(parameter)}: {types[parameter]}" for parameter in names)
    return f'def {name}({arguments}) -> str:\n    """{path}"""\n    return f"{{BASE}}{template}"\n'


def _expression(kind: str) -> str | None:
    """The replacement field of a parameter of a type; fixed texts are texts."""
    return EXPRESSIONS.get("str" if kind.startswith("Literal['") else kind)


def _parameter_types(document: Json, item: Json) -> dict[str, str]:
    """Return the Python type of each path parameter that the path item or one of its operations declares."""
    declared = [*item.get("parameters", [])]
    for method in METHODS:
        declared += item.get(method, {}).get("parameters", [])
    resolved = [resolve(document, parameter) for parameter in declared]
    return {node["name"]: python_type(document, node["schema"]) for node in resolved if node["in"] == "path"}
