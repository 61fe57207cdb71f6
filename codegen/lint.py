"""Checks a spec against JSON Schema, OpenAPI and the rules of this project; reports all findings at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import jsonschema_rs
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from openapi_spec_validator import OpenAPIV31SpecValidator

from codegen import (
    extensions,
    headers,
    lint_bodies,
    lint_codes,
    lint_examples,
    lint_lifecycle,
    lint_names,
    lint_operations,
    lint_patterns,
    lint_schemas,
    lint_served,
    lint_structure,
    lint_unions,
    paths,
    problem_examples,
)
from codegen.bundle import Bundle, escape
from codegen.findings import CodegenError, Finding, HouseRule
from codegen.load import Json, load

RULES = (
    lint_schemas, lint_patterns, lint_operations, lint_served, lint_names, lint_bodies, lint_unions, lint_lifecycle,
    lint_codes, extensions,
)  # fmt: skip
METASCHEMA = jsonschema_rs.Draft202012Validator(Draft202012Validator.META_SCHEMA)
Rule: TypeAlias = Callable[[Json], list[Finding]]


def lint(path: Path, bundled: Bundle) -> list[Finding]:
    """Return the findings on the spec at `path`, a folder or a file, whose bundle is `bundled`, sorted by place."""
    folder = path if path.is_dir() else path.parent
    complete = lint_structure.completed(bundled.document)
    broken = [*_metaschema(folder, bundled), *_apply(partial(_inline_metaschema, bundled), complete)]
    rules: list[Rule] = [each.lint for each in RULES]
    rules += [_rendered, partial(lint_lifecycle.unannounced, folder)]
    inside = lint_structure.lint(bundled.document)
    inside += [finding for rule in rules for finding in _apply(rule, complete)]
    rules = [partial(problem_examples.lint, folder), _openapi]
    if not broken:  # a broken schema cannot validate examples
        rules.append(lint_examples.lint)
    try:
        complete = problem_examples.add_examples(folder, complete)
    except CodegenError as error:  # without its examples, the document would be found wrong wherever it has codes
        inside += error.findings
        rules = []
    except (LookupError, TypeError, ValueError, AttributeError):
        pass  # the structure of the document is wrong, which is found below
    inside += [finding for rule in rules for finding in _apply(rule, complete)]
    placed = [Finding(bundled.place(finding.where), finding.message) for finding in inside]
    return sorted({*bundled.unused, *broken, *_examples(folder, bundled), *placed})


def _apply(rule: Rule, document: Json) -> list[Finding]:
    """Return the findings of `rule`, or one if it cannot read the document, whose structure is wrong then."""
    try:
        return rule(document)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        return [Finding("#", f"some rules cannot be checked before the other findings are mended: {error!r}")]


def _rendered(document: Json) -> list[Finding]:
    """Find the paths and headers that make names which cannot be used."""
    findings: list[Finding] = []
    for module in (paths, headers):
        try:
            module.render(document)
        except CodegenError as error:
            findings += error.findings
    return findings


def _metaschema(folder: Path, bundled: Bundle) -> list[Finding]:
    """Validate each schema file against the metaschema of JSON Schema 2020-12."""
    return [
        Finding(f"{file}#{pointer(error.absolute_path)}", error.message)
        for file in bundled.schema_files
        for error in _metaschema_errors(load(folder / file))
    ]


def _inline_metaschema(bundled: Bundle, document: Json) -> list[Finding]:
    """Validate the schemas that are not in files of their own against the metaschema."""
    return [
        Finding(f"{bundled.place(where)}{pointer(error.absolute_path)}", error.message)
        for where, node in lint_schemas.whole_schemas(document)
        if bundled.place(where).partition("#")[0] not in bundled.schema_files
        for error in _metaschema_errors(node)
    ]


def _metaschema_errors(schema: Any) -> Iterator[ValidationError]:
    """The errors of a schema; only those that the quick validator refuses are read by the one that tells more."""
    if not METASCHEMA.is_valid(schema):
        yield from Draft202012Validator(Draft202012Validator.META_SCHEMA).iter_errors(schema)


def _examples(folder: Path, bundled: Bundle) -> list[Finding]:
    """Find schema files without examples; the schemas in their `$defs` need none of their own."""
    return [
        Finding(f"{file}#", HouseRule("has no examples"))
        for file in bundled.schema_files
        if not load(folder / file).keys() & {"example", "examples"}
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
