"""Checks a spec against JSON Schema, OpenAPI and the rules of this project; reports all findings at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from codegen import (
    extensions,
    headers,
    lint_bodies,
    lint_examples,
    lint_lifecycle,
    lint_names,
    lint_operations,
    lint_patterns,
    lint_schemas,
    lint_served,
    lint_unions,
    paths,
    problem_examples,
)
from codegen.bundle import Bundle, escape
from codegen.findings import CodegenError, Finding
from codegen.load import Json, load

RULES = (
    lint_schemas, lint_patterns, lint_operations, lint_served, lint_names, lint_bodies, lint_unions, lint_lifecycle,
    extensions,
)  # fmt: skip
Rule: TypeAlias = Callable[[Json], list[Finding]]


def lint(folder: Path, bundled: Bundle) -> list[Finding]:
    """Return the findings on the spec in `folder`, whose bundle is `bundled`, sorted by place."""
    broken = [*_metaschema(folder), *_apply(partial(_inline_metaschema, bundled), bundled.document)]
    rules: list[Rule] = [each.lint for each in RULES]
    rules += [_rendered, partial(lint_lifecycle.unannounced, folder)]
    inside = [finding for rule in rules for finding in _apply(rule, bundled.document)]
    complete = bundled.document
    try:
        complete = problem_examples.add_examples(folder, bundled.document)
    except CodegenError as error:
        inside += error.findings
    except (LookupError, TypeError, ValueError, AttributeError):
        pass  # the structure of the document is wrong, which is found below
    rules = [partial(problem_examples.lint, folder), _openapi]
    if not broken:  # a broken schema cannot validate examples
        rules.append(lint_examples.lint)
    inside += [finding for rule in rules for finding in _apply(rule, complete)]
    placed = [Finding(bundled.place(finding.where), finding.message) for finding in inside]
    return sorted({*bundled.unused, *broken, *_examples(folder), *placed})


def _apply(rule: Rule, document: Json) -> list[Finding]:
    """Return the findings of `rule`, or one if it cannot read the document, whose structure is wrong then."""
    try:
        return rule(document)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        return [
            Finding("openapi.yaml", f"some rules cannot be checked before the other findings are mended: {error!r}")
        ]


def _rendered(document: Json) -> list[Finding]:
    """Find the paths and headers that make names which cannot be used."""
    findings: list[Finding] = []
    for module in (paths, headers):
        try:
            module.render(document)
        except CodegenError as error:
            findings += error.findings
    return findings


def _metaschema(folder: Path) -> list[Finding]:
    """Validate each schema file against the metaschema of JSON Schema 2020-12."""
    validator = Draft202012Validator(Draft202012Validator.META_SCHEMA)
    return [
        Finding(f"{path.relative_to(folder).as_posix()}#{pointer(error.absolute_path)}", error.message)
        for path in sorted((folder / "schemas").rglob("*.json"))
        for error in validator.iter_errors(load(path))
    ]


def _inline_metaschema(bundled: Bundle, document: Json) -> list[Finding]:
    """Validate the schemas that are not in files of their own against the metaschema."""
    validator = Draft202012Validator(Draft202012Validator.META_SCHEMA)
    return [
        Finding(f"{bundled.place(where)}{pointer(error.absolute_path)}", error.message)
        for where, node in lint_schemas.whole_schemas(document)
        if not bundled.place(where).startswith("schemas/")
        for error in validator.iter_errors(node)
    ]


def _examples(folder: Path) -> list[Finding]:
    """Find schema files without examples; the schemas in their `$defs` need none of their own."""
    return [
        Finding(f"{path.relative_to(folder).as_posix()}#", "has no examples")
        for path in sorted((folder / "schemas").rglob("*.json"))
        if not load(path).get("examples")
    ]


def _openapi(document: Json) -> list[Finding]:
    """Validate the bundle against the OpenAPI 3.1 specification."""
    return [
        Finding(f"#{pointer(error.absolute_path)}", f"OpenAPI: {error.message.splitlines()[0]}")
        for error in OpenAPIV31SpecValidator(document).iter_errors()
    ]


def pointer(path: Iterable[str | int]) -> str:
    """Return the JSON pointer of a validation error's path."""
    return "".join(f"/{escape(step)}" for step in path)
