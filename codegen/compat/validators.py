"""Two validators that know nothing of each other: a value counts as a witness only where they agree."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import jsonschema
import jsonschema_rs

FORMATS = jsonschema.Draft202012Validator.FORMAT_CHECKER


def is_witness(value: Any, narrow: Any, wide: Any) -> bool:
    """Whether jsonschema-rs and jsonschema agree that `narrow` admits `value` and that `wide` refuses it."""
    return (
        is_valid(value, narrow)
        and not is_valid(value, wide)
        and _reference(narrow, value)
        and not _reference(wide, value)
    )


def is_valid(value: Any, schema: Any) -> bool:
    """Whether jsonschema-rs admits `value`."""
    return validator(schema).is_valid(value)


def validator(schema: Any) -> jsonschema_rs.Draft202012Validator:
    """The compiled validator of jsonschema-rs for `schema`."""
    return _compiled(json.dumps(schema))


def _reference(schema: Any, value: Any) -> bool:
    return bool(jsonschema.Draft202012Validator(schema, format_checker=FORMATS).is_valid(value))


@lru_cache(4096)
def _compiled(text: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(json.loads(text), validate_formats=True)
