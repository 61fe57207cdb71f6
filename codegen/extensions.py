"""Extensions: a schema with `x-extends: Image` has every field of Image and more; its model is made from an Image.

`ImageDetail.from_image(image, labels=…)` copies the fields of the image and takes the rest by keyword, so that the code
that fills a summary and a detail lists their common fields once, and a type checker still sees every one of them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from codegen.bundle import escape
from codegen.findings import Finding
from codegen.load import Json
from codegen.python import snake

KEYWORD = "x-extends"


def lint(document: Json) -> list[Finding]:
    """Return a finding for each base that is not a schema, and for each field of a base that its extension lacks."""
    return [
        Finding(f"#/components/schemas/{escape(name)}", message)
        for name, node in document["components"].get("schemas", {}).items()
        if KEYWORD in node
        for message in _faults(document["components"]["schemas"], node)
    ]


def _faults(schemas: Json, node: Json) -> Iterator[str]:
    base = schemas.get(node[KEYWORD])
    if base is None or "properties" not in base:
        yield f"{KEYWORD}: {node[KEYWORD]} is not an object schema of the contract"
        return
    for name, schema in base["properties"].items():
        same = node.get("properties", {}).get(name) == schema
        if not same or (name in base.get("required", [])) != (name in node.get("required", [])):
            yield f"{KEYWORD} {node[KEYWORD]}, but the field {name} is missing or differs"


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of a model as its source says it: `default` is None for a required one."""

    name: str
    annotation: str
    default: str | None

    @property
    def parameter(self) -> str:
        return f"{self.name}: {self.annotation}" + ("" if self.default is None else f" = {self.default}")


def add_constructors(document: Json, source: str) -> str:
    """Return the source of the models with a `from_<base>` in each model whose schema extends another."""
    classes = {node.name: node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)}
    lines = source.splitlines()
    for model in sorted(classes.values(), key=lambda node: node.lineno, reverse=True):
        base = document["components"]["schemas"].get(model.name, {}).get(KEYWORD)
        if base in classes and model.end_lineno is not None:
            lines.insert(model.end_lineno, _constructor(base, _fields(classes[base]), _fields(model), model.name))
    return "\n".join(lines) + "\n"


def _fields(model: ast.ClassDef) -> list[_Field]:
    return [
        _Field(
            statement.target.id,
            ast.unparse(_WithoutMeta().visit(statement.annotation)),
            ast.unparse(statement.value) if statement.value else None,
        )
        for statement in model.body
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
    ]


class _WithoutMeta(ast.NodeTransformer):
    """Replaces `Annotated[T, …]` by `T`."""

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """Return what stands for a subscript."""
        self.generic_visit(node)
        if isinstance(node.value, ast.Name) and node.value.id == "Annotated" and isinstance(node.slice, ast.Tuple):
            return node.slice.elts[0]
        return node


def _constructor(base: str, base_fields: list[_Field], fields: list[_Field], model: str) -> str:
    common = {field.name for field in base_fields}
    added = [field for field in fields if field.name not in common]
    subject = snake(base)
    arguments = [f"{name}={subject}.{name}" for name in (field.name for field in base_fields)]
    arguments += [f"{field.name}={field.name}" for field in added]
    parameters = ", ".join(field.parameter for field in added)
    return (
        f"\n    @classmethod\n"
        f"    def from_{subject}(cls, {subject}: {base}, /, *, {parameters}) -> {model}:\n"
        f'        """Return a {model} with the fields of `{subject}` and those given."""\n'
        f"        return cls({', '.join(arguments)})"
    )
