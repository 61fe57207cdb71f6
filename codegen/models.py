"""Generates models.py with datamodel-code-generator: a msgspec.Struct, enum or alias for each schema of the bundle."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

from codegen import extensions, lifecycle, model_docstrings
from codegen.bundle import references
from codegen.findings import CodegenError, Finding
from codegen.lint_schemas import every_schema
from codegen.load import Json, dump
from codegen.model_schemas import as_model_schema
from codegen.python import HEADER, tidy
from codegen.types import is_binary, is_scalar, resolve

FLAGS = [
    "--input-file-type=openapi",
    "--output-model-type=msgspec.Struct",
    "--base-class=generated.base.Contract",
    "--keyword-only",
    "--target-python-version=3.11",
    "--disable-timestamp",
    "--strict-refs",
    "--no-formatters",  # we format afterwards
    "--use-annotated",
    "--field-constraints",
    "--strict-nullable",  # absent and null differ
    "--use-default",  # a field with a default is never UNSET
    "--use-title-as-name",
    "--naming-strategy=primary-first",  # components keep their names if others clash with them
    "--use-schema-description",
    "--use-single-line-docstring",
    "--use-double-quotes",
    "--use-object-type",
    "--use-standard-primitive-types",
    "--use-type-alias",
    "--use-msgspec-tagged-unions",
    "--tag-msgspec-by-payload-name",
    "--enum-field-as-literal=none",  # an enum with one member is a StrEnum, too: it may get more
    "--deserialize-default-values=enum",
    "--output-datetime-class=datetime",
]
OF_MODEL = re.compile(r"^(class (\w+)\(Contract[^)\n]*)(\):)$", re.MULTILINE)
SUBSCHEMAS = {"items", "additionalProperties", "propertyNames", "not", "if", "then", "else", "contains"}
SUBSCHEMA_LISTS = {"oneOf", "anyOf", "allOf", "prefixItems"}


def write(document: Json, output: Path) -> None:
    """Generate the models of the bundle into the file `output`."""
    source = output.with_suffix(".input.json")
    model_document = as_models(document)
    source.write_bytes(dump(model_document))
    command = [sys.executable, "-m", "datamodel_code_generator", "--input", str(source), "--output", str(output)]
    head = f'--custom-file-header={HEADER}"""The models of the contract."""'
    try:
        done = subprocess.run([*command, *FLAGS, head], capture_output=True, text=True, check=False)
    finally:
        source.unlink()
    if done.returncode:
        raise CodegenError(Finding("components/schemas", f"datamodel-code-generator: {done.stderr.strip()}"))
    text = extensions.add_constructors(document, output.read_text("utf-8"))
    text = OF_MODEL.sub(partial(_opened, _open_objects(document)), text)
    output.write_text(model_docstrings.add_deprecations(model_document, text), "utf-8")
    tidy(output)
    text = output.read_text("utf-8")
    missing = [
        name
        for name in model_document["components"]["schemas"]
        if not re.search(rf"^(class {name}\(|{name}: TypeAlias)", text, re.MULTILINE)
    ]
    if missing:
        raise CodegenError(
            *(Finding(f"#/components/schemas/{name}", "no model was generated for this schema") for name in missing)
        )


def _open_objects(document: Json) -> set[str]:
    """Return the names of the objects that take fields which they do not list; their models leave these out."""
    return {
        node.get("title", where.rpartition("/")[2])
        for where, node in every_schema(document)
        if node.keys() & {"properties", "allOf"} and "$ref" not in node
        if node.get("additionalProperties", node.get("unevaluatedProperties")) is not False
    }


def _opened(names: set[str], head: re.Match[str]) -> str:
    return f"{head[1]}, forbid_unknown_fields=False{head[3]}" if head[2] in names else head[0]


def as_models(document: Json) -> Json:
    """Return a document with the schemas in the form that suits datamodel-code-generator.

    Named scalars are inlined, so that `Line` with another length does not become `Line1`; fields with a default are
    required; keywords that do not affect a type are removed.
    """
    schemas: Json = document["components"]["schemas"]
    anything: Json = {
        name: {} for name in _recursive(schemas) if "type" not in schemas[name]
    }  # msgspec would recurse without end
    plain = schemas | anything
    simplified = {name: _simple(node, plain) for name, node in plain.items() if has_model(document, schemas[name])}
    head = {key: document[key] for key in ("openapi", "info")}
    return {**head, "paths": {}, "components": {"schemas": simplified}}


def has_model(document: Json, node: Json) -> bool:
    """Whether a schema becomes a model: scalars do not, and forms with files become classes of operations.py."""
    fields = [resolve(document, schema) for schema in node.get("properties", {}).values()]
    return not is_scalar(node) and not any(map(is_binary, fields))


def _recursive(schemas: Json) -> set[str]:
    """Return the names of the recursive schemas."""
    leads = {name: {pointer.rsplit("/", 1)[-1] for pointer in references(node)} for name, node in schemas.items()}
    recursive = set()
    for name in leads:
        seen: set[str] = set()
        todo = set(leads[name])
        while todo:
            step = todo.pop()
            seen.add(step)
            todo |= leads.get(step, set()) - seen
        if name in seen:
            recursive.add(name)
    return recursive


def _simple(node: Any, schemas: Json) -> Any:
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        target = schemas[node["$ref"].rsplit("/", 1)[-1]]
        beside = {key: value for key, value in node.items() if key != "$ref"}
        if is_scalar(target):
            return _simple({**target, **beside}, schemas)
        return {key: value for key, value in node.items() if key in {"$ref", "default", *lifecycle.KEYS}}
    node = as_model_schema(node, schemas)
    simple = _nullable({key: _member(key, value, schemas) for key, value in node.items() if not _is_noise(key, node)})
    properties = simple.get("properties", {})
    required = [name for name in properties if name in node.get("required", []) or "default" in properties[name]]
    return {**simple, "required": required} if required else simple


def _nullable(node: Json) -> Json:
    """Return `anyOf` of a scalar and null as `type: [scalar, null]`, which needs no alias."""
    members = node.get("anyOf", [])
    others = [member for member in members if member != {"type": "null"}]
    if len(members) != 2 or len(others) != 1 or "$ref" in others[0] or not is_scalar(others[0]):
        return node
    rest = {key: value for key, value in node.items() if key not in {"anyOf", "title", "description"}}
    return {**others[0], "type": [others[0]["type"], "null"], **rest}


def _is_noise(key: str, node: Json) -> bool:
    says_nothing = not ({"properties", "enum", "oneOf"} & node.keys())
    return (
        key in {"examples", "contentSchema", "contentMediaType"}
        or (key == "description" and says_nothing)
        or (key == "title" and is_scalar(node))
    )


def _member(key: str, value: Any, schemas: Json) -> Any:
    if key == "properties":
        return {name: _simple(schema, schemas) for name, schema in value.items()}
    if key in SUBSCHEMA_LISTS:
        return [_simple(schema, schemas) for schema in value]
    return _simple(value, schemas) if key in SUBSCHEMAS else value
