"""Validation errors of jsonschema-rs as findings: a pointer, a message and a code for each thing that is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import jsonschema_rs

from platemark.errors import Finding

MAX_FINDINGS = 100
MAX_MESSAGE_LENGTH = 300
MAX_POINTER_LENGTH = 500


def findings_from(errors: Iterable[jsonschema_rs.ValidationError], pointer: str) -> list[Finding]:
    """At most ``MAX_FINDINGS`` findings for ``errors``; their pointers start with ``pointer``."""
    relevant = [each for error in errors for each in relevant_errors(error)]
    return [finding_from(error, pointer) for error in relevant[:MAX_FINDINGS]]


def relevant_errors(error: jsonschema_rs.ValidationError) -> Iterator[jsonschema_rs.ValidationError]:
    """The errors that explain a failed ``oneOf``; any other error explains itself.

    If the tag (a ``const`` property) selects one alternative, these are the errors of that alternative. If it selects
    none, they are each alternative's error about the tag. Without a tag, they are the errors that all alternatives
    have in common.
    """
    if not isinstance(error.kind, jsonschema_rs.ValidationErrorKind.OneOfNotValid):
        yield error
        return
    alternatives = error.kind.context
    tag_errors = [[each for each in errors if _is_tag_error(each)] for errors in alternatives]
    selected = [errors for errors, wrong_tags in zip(alternatives, tag_errors, strict=True) if not wrong_tags]
    if len(selected) == 1:
        for each in selected[0]:
            yield from relevant_errors(each)
    elif not selected:
        yield from (wrong_tags[0] for wrong_tags in tag_errors)
    else:
        known = [{(tuple(each.instance_path), each.message) for each in errors} for errors in alternatives]
        common = [
            each
            for each in alternatives[0]
            if all((tuple(each.instance_path), each.message) in errors for errors in known)
        ]
        yield from common or [error]


def _is_tag_error(error: jsonschema_rs.ValidationError) -> bool:
    return isinstance(error.kind, jsonschema_rs.ValidationErrorKind.Constant) and len(error.instance_path) == 1


def finding_from(error: jsonschema_rs.ValidationError, pointer: str) -> Finding:
    """``error`` as a finding below ``pointer``; its code is the failed keyword in snake_case."""
    path = "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in error.instance_path)
    keyword = str(error.schema_path[-1]) if error.schema_path else "schema"
    return Finding(
        printable(pointer + path, MAX_POINTER_LENGTH),
        printable(error.message, MAX_MESSAGE_LENGTH),
        snake_case(keyword),
    )


def printable(text: str, max_length: int) -> str:
    """``text`` cut to ``max_length`` characters; control characters and lone surrogates are replaced."""
    clean = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(character if character.isprintable() else "\ufffd" for character in clean)[:max_length]


def snake_case(keyword: str) -> str:
    """``maxLength`` as ``max_length``."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in keyword if letter.isalpha())
