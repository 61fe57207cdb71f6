"""The house rules of the contract, and those of JSON Schema and OpenAPI. All findings are reported at once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from codegen import extensions, lint_examples, lint_operations, lint_schemas
from codegen.bundle import Bundle, escape
from codegen.findings import Finding
from codegen.load import load


def lint(folder: Path, made: Bundle) -> list[Finding]:
    """Return what is wrong with the spec in `folder`, whose bundle is `made`, in the order of the places."""
    broken = _metaschema(folder)
    inside = [
        *lint_schemas.lint(made.document),
        *lint_operations.lint(made.document),
        *extensions.lint(made.document),
        *_openapi(made),
    ]
    if not broken:  # else there is nothing to hold examples to
        inside += lint_examples.lint(made.document)
    placed = [Finding(made.place(finding.where), finding.message) for finding in inside]
    return sorted({*made.unused, *broken, *_examples(folder), *placed})


def _metaschema(folder: Path) -> list[Finding]:
    """What JSON Schema 2020-12 itself says of each schema file."""
    validator = Draft202012Validator(Draft202012Validator.META_SCHEMA)
    return [
        Finding(f"{path.relative_to(folder).as_posix()}#{pointer(error.absolute_path)}", error.message)
        for path in sorted((folder / "schemas").rglob("*.json"))
        for error in validator.iter_errors(load(path))
    ]


def _examples(folder: Path) -> list[Finding]:
    """Each schema document shows what it means; its `$defs` may leave that to it."""
    return [
        Finding(f"{path.relative_to(folder).as_posix()}#", "without examples")
        for path in sorted((folder / "schemas").rglob("*.json"))
        if not load(path).get("examples")
    ]


def _openapi(made: Bundle) -> list[Finding]:
    """What the OpenAPI 3.1 specification says of the bundle."""
    return [
        Finding(f"#{pointer(error.absolute_path)}", f"OpenAPI: {error.message.splitlines()[0]}")
        for error in OpenAPIV31SpecValidator(made.document).iter_errors()
    ]


def pointer(path: Iterable[str | int]) -> str:
    """Return the JSON pointer of a validation error's path."""
    return "".join(f"/{escape(step)}" for step in path)
