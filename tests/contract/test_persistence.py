"""The database keeps what the contract allows: nullability, lengths, ranges, words and uniqueness of each column."""

from __future__ import annotations

import re
from typing import Any

import jsonschema_rs
import pytest
import sqlalchemy as sa
from jsonschema_rs import canonical

from platemark.db.tables import Base
from platemark.db.types import Instant
from tests.contract.persisted_columns import (
    CONFLICTS,
    ELSEWHERE,
    INTERNAL,
    NARROWER,
    NULL_ON_ONE_SIDE,
    SHOWN_TABLES,
    UNCHECKED,
    UNIQUE_BY_CONSTRUCTION,
)
from tests.serving import bundle_at

Schema = dict[str, Any]
COLUMNS = {f"{table.name}.{column.name}": column for table in Base.metadata.sorted_tables for column in table.columns}
NOT_OF_TYPES = ("pattern", "format", "title", "description", "examples", "default")
"""Keywords of a schema that no column type has. Without them, a schema allows more, not less."""


def find_property(name: str) -> Schema | None:
    """The schema that shows a column, resolved; None for an internal one."""
    table, _, column = name.partition(".")
    if table in INTERNAL or name in INTERNAL:
        return None
    component, _, shown = ELSEWHERE.get(name, f"{SHOWN_TABLES.get(table)}/{column}").partition("/")
    properties = resolve(bundle_at(f"/components/schemas/{component}"))["properties"]
    return resolve(properties[shown])


def resolve(schema: Schema) -> Schema:
    """The schema behind references, without what no column type has."""
    while "$ref" in schema:
        schema = bundle_at(schema["$ref"].removeprefix("#"))
    if "anyOf" in schema:
        return {"anyOf": [resolve(each) for each in schema["anyOf"]]}
    return {keyword: value for keyword, value in schema.items() if keyword not in NOT_OF_TYPES}


SHOWN = {name: shown for name in COLUMNS if (shown := find_property(name)) is not None}


def column_schema(column: sa.Column[Any]) -> Schema:
    """What a column takes, as PostgreSQL has it."""
    words = _words(column)
    kind = {"enum": words} if words else _type_schema(column.type)
    return {"anyOf": [kind, {"type": "null"}]} if column.nullable else kind


def _type_schema(kind: sa.types.TypeEngine[Any]) -> Schema:
    match kind:
        case Instant() | sa.Uuid() | sa.Text():
            return {"type": "string"}
        case sa.String():
            return {"type": "string", "maxLength": kind.length}
        case sa.Boolean():
            return {"type": "boolean"}
        case sa.BigInteger():
            return {"type": "integer", "minimum": -(2**63), "maximum": 2**63 - 1}
        case sa.Integer():
            return {"type": "integer", "minimum": -(2**31), "maximum": 2**31 - 1}
        case sa.Float():
            return {"type": "number"}
    raise NotImplementedError(f"no schema for {kind!r}")


def _words(column: sa.Column[Any]) -> list[str]:
    """The words that a check of the table allows in a column."""
    for constraint in column.table.constraints:
        if isinstance(constraint, sa.CheckConstraint):
            found = re.fullmatch(rf"{column.name} IN \((.*)\)", str(constraint.sqltext))
            if found:
                return re.findall(r"'([^']*)'", found[1])
    return []


def allows_null(schema: Schema) -> bool:
    return any("null" in each.get("type", ()) for each in schema.get("anyOf", [schema]))


def enum_of(schema: Schema) -> list[str] | None:
    """The words of a schema, null apart; None if it allows any text."""
    parts = [each for each in schema.get("anyOf", [schema]) if each.get("type") != "null"]
    words = [word for each in parts for word in each.get("enum", [each["const"]] if "const" in each else [])]
    return words or None


def test_each_column_is_shown_or_internal() -> None:
    lists = [*ELSEWHERE, *INTERNAL, *NULL_ON_ONE_SIDE, *NARROWER, *CONFLICTS]
    assert [name for name in lists if name not in COLUMNS and name not in Base.metadata.tables] == []
    assert [name for name in INTERNAL if name in ELSEWHERE] == []


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_a_column_is_nullable_if_the_contract_shows_null(name: str) -> None:
    agree = allows_null(SHOWN[name]) == COLUMNS[name].nullable
    assert agree != (name in NULL_ON_ONE_SIDE)


@pytest.mark.parametrize("name", sorted(name for name in SHOWN if not isinstance(COLUMNS[name].type, sa.JSON)))
def test_a_column_takes_whatever_the_contract_allows(name: str) -> None:
    shown = SHOWN[name]
    if allows_null(shown) and not COLUMNS[name].nullable:
        shown = {"allOf": [shown, {"not": {"type": "null"}}]}  # judged by the test of null
    covers = jsonschema_rs.canonicalize(column_schema(COLUMNS[name])).covers(jsonschema_rs.canonicalize(shown))
    assert (covers == canonical.Containment.YES) != (name in NARROWER)


@pytest.mark.parametrize("name", sorted(name for name in SHOWN if _words(COLUMNS[name])))
def test_a_column_takes_the_words_of_the_contract_and_no_others(name: str) -> None:
    assert sorted(_words(COLUMNS[name])) == sorted(enum_of(SHOWN[name]) or [])


def test_a_column_with_words_in_the_contract_has_a_check() -> None:
    unchecked = [name for name, shown in SHOWN.items() if enum_of(shown) and not _words(COLUMNS[name])]
    assert sorted(unchecked) == sorted(UNCHECKED)


def list_unique() -> list[str]:
    """The unique columns of each table, apart from its primary key."""
    found = []
    for table in Base.metadata.sorted_tables:
        groups = [each.columns for each in table.constraints if isinstance(each, sa.UniqueConstraint)]
        groups += [each.columns for each in table.indexes if each.unique]
        found += [f"{table.name}.{', '.join(column.name for column in group)}" for group in groups]
    return found


def test_what_is_unique_is_a_declared_conflict_or_chosen_by_the_studio() -> None:
    assert sorted(list_unique()) == sorted([*CONFLICTS, *UNIQUE_BY_CONSTRUCTION])
    declared = str(bundle_at("/paths"))
    assert [code for code in CONFLICTS.values() if f"'{code}'" not in declared] == []
