"""Writes rows of a table, by their id, with statements that are built once for the columns that they set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Table, Uuid, bindparam, delete, insert, update

from platemark.db.statements import MAX_SHAPES, Statement, first_column
from platemark.db.tables.base import Base
from platemark.db.unit_of_work import UnitOfWork

Values = Mapping[str, Any]


def insert_row(work: UnitOfWork, row: type[Base], values: Values) -> None:
    """Insert a row with a value for each column; KeyError if one is missing."""
    _insert(row).execute(work, **values)


def insert_rows(work: UnitOfWork, row: type[Base], rows: Sequence[Values]) -> None:
    """Insert rows, if any, each with a value for each column; KeyError if one is missing."""
    if rows:
        _insert(row).execute_many(work, rows)


def update_row(work: UnitOfWork, row: type[Base], id_: UUID, values: Values) -> bool:
    """Set columns of the row with this id; whether there is one."""
    new = {f"new_{column}": value for column, value in values.items()}
    return _update(row, frozenset(values)).execute(work, the_id=id_, **new) > 0


def update_rows(work: UnitOfWork, row: type[Base], rows: Mapping[UUID, Values]) -> None:
    """Set columns of the rows with these ids, if any: the same columns of each."""
    if rows:
        columns = frozenset(next(iter(rows.values())))
        new = [{"the_id": id_} | {f"new_{name}": values[name] for name in columns} for id_, values in rows.items()]
        _update(row, columns).execute_many(work, new)


def delete_row(work: UnitOfWork, row: type[Base], id_: UUID) -> None:
    """Delete the row with this id, if there is one."""
    _delete(row).execute(work, the_id=id_)


@cache
def _insert(row: type[Base]) -> Statement[Any]:
    return Statement(insert(_table(row)), first_column)


@lru_cache(MAX_SHAPES)
def _update(row: type[Base], columns: frozenset[str]) -> Statement[Any]:
    table = _table(row)
    values = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in sorted(columns)}
    return Statement(update(table).where(_has_id(table)).values(values), first_column)


@cache
def _delete(row: type[Base]) -> Statement[Any]:
    table = _table(row)
    return Statement(delete(table).where(_has_id(table)), first_column)


def _has_id(table: Table) -> Any:
    return table.c.id == bindparam("the_id", type_=Uuid())


def _table(row: type[Base]) -> Table:
    return cast("Table", row.__table__)
