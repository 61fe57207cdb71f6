"""Statements that are built once and executed many times.

Building a SQLAlchemy statement, and finding its compiled form in SQLAlchemy's cache, costs more than executing it. So a
statement is built once for each of its shapes, with ``bindparam`` for all values, and compiled once for a dialect::

    class Caption(NamedTuple):
        id: UUID
        text: str

    CAPTION = Statement(select(LabelRow.id, LabelRow.text).where(LabelRow.id == bindparam("label_id")), Caption._make)
    CAPTION.first(work, label_id=label_id)

What its text depends on (the role of the caller, which filters there are) is the argument of a function under
``functools.cache`` that builds it; under ``functools.lru_cache(MAX_SHAPES)`` where callers can ask for many shapes.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Generic, TypeVar, cast
from uuid import UUID

import msgspec
from sqlalchemy import CursorResult, Dialect, Executable, Select, Uuid
from sqlalchemy.sql import ColumnElement
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

from platemark.db.types import EPOCH, MILLISECOND, Instant
from platemark.db.unit_of_work import UnitOfWork

MAX_SHAPES = 256
"""How many shapes of a list with many filters are kept."""

R = TypeVar("R")
Convert = Callable[[Any], Any]
Parameters = tuple[Any, ...] | dict[str, Any]

first_column: Callable[[Sequence[Any]], Any] = itemgetter(0)
"""What ``Statement`` makes of a row of one column: its value."""


def row_of(statement: Select[*tuple[Any, ...]]) -> Callable[[Sequence[Any]], Any]:
    """What ``Statement`` makes of a row of many columns: a tuple with the names of the columns."""
    row = namedtuple("row", statement.selected_columns.keys())  # type: ignore[misc]
    return row._make


class Statement(Generic[R]):
    """A statement, and what is made of the columns of each row: ``make`` is often the ``_make`` of a NamedTuple.

    Its values are keyword arguments, named like its ``bindparam``s. Values that it does not take are ignored, so that
    all shapes of a statement can be executed in the same way; one that is missing is a KeyError.
    """

    def __init__(self, statement: Executable, make: Callable[[Sequence[Any]], R]) -> None:
        self._statement = statement
        self._make = make
        self._compiled: dict[str, _Compiled] = {}

    def all(self, work: UnitOfWork, **values: Any) -> list[R]:
        """All rows."""
        compiled = self._for(work)
        rows = compiled.execute(work, values).all()
        return list(map(self._make, compiled.convert_all(rows)))

    def first(self, work: UnitOfWork, **values: Any) -> R | None:
        """The first row; None if there is none."""
        compiled = self._for(work)
        row = compiled.execute(work, values).first()
        return None if row is None else self._make(compiled.convert(row))

    def one(self, work: UnitOfWork, **values: Any) -> R:
        """The first row of a statement that always has one."""
        compiled = self._for(work)
        return self._make(compiled.convert(compiled.execute(work, values).one()))

    def execute(self, work: UnitOfWork, **values: Any) -> int:
        """The number of rows that the statement changed."""
        return self._for(work).execute(work, values).rowcount

    def execute_many(self, work: UnitOfWork, values: Sequence[Mapping[str, Any]]) -> None:
        """Execute the statement, which gives no rows, with each of ``values``; there must be some."""
        self._for(work).execute_many(work, values)

    def _for(self, work: UnitOfWork) -> _Compiled:
        compiled = self._compiled.get(work.dialect)
        if compiled is None:
            compiled = self._compiled[work.dialect] = _Compiled(self._statement, work.connection.dialect)
        return compiled


class _Compiled:
    """A statement compiled for one dialect."""

    def __init__(self, statement: Executable, dialect: Dialect) -> None:
        self._dialect = dialect
        self._compiler = compiler = cast("SQLCompiler", statement.compile(dialect=dialect))  # type: ignore[attr-defined]
        self._columns: Sequence[ColumnElement[Any]] = tuple(getattr(statement, "exported_columns", ()))
        self._converters: Sequence[_Converter] | None = None
        self._processors = dict(_find_processors(compiler, dialect))
        required = {name for name, bind in compiler.binds.items() if bind.required}
        self._takes_lists = any(compiler.binds[name].expanding for name in required)
        if not self._takes_lists:
            state = compiler.construct_expanded_state(compiler.params)
            self._text = state.statement
            self._processors.update(state.processors)
            self._names = tuple(state.positiontup or state.parameters)
            self._constants = {
                name: _processed(self._processors.get(name), value)
                for name, value in state.parameters.items()
                if name not in required
            }

    def execute(self, work: UnitOfWork, values: Mapping[str, Any]) -> CursorResult[Any]:
        """Execute the statement in the transaction of ``work``."""
        if self._takes_lists:
            result = work.connection.exec_driver_sql(*self._spelled_out(values))
        else:
            result = work.connection.exec_driver_sql(self._text, self._parameters(values))
        if self._converters is None:
            self._converters = tuple(self._find_converters(result))
        return result

    def execute_many(self, work: UnitOfWork, values: Sequence[Mapping[str, Any]]) -> None:
        """Execute the statement with each of ``values``, in one call of the driver."""
        parameters: Any = list(map(self._parameters, values))
        work.connection.exec_driver_sql(self._text, parameters)

    def convert(self, row: Sequence[Any]) -> Sequence[Any]:
        """The row with the values that the columns' types stand for."""
        values = list(row)
        for converter in self._converters or ():
            values[converter.index] = converter.one(values[converter.index])
        return values

    def convert_all(self, rows: Sequence[Sequence[Any]]) -> Iterable[Sequence[Any]]:
        """The rows with the values that the columns' types stand for, converted column by column."""
        if not self._converters or not rows:
            return rows
        columns: list[Iterable[Any]] = list(zip(*rows, strict=True))
        for converter in self._converters:
            columns[converter.index] = converter.all(columns[converter.index])
        return zip(*columns, strict=True)

    def _parameters(self, values: Mapping[str, Any]) -> Parameters:
        constants, processors = self._constants, self._processors
        processed = [
            constants[name] if name in constants else _processed(processors.get(name), values[name])
            for name in self._names
        ]
        return tuple(processed) if self._compiler.positional else dict(zip(self._names, processed, strict=True))

    def _spelled_out(self, values: Mapping[str, Any]) -> tuple[str, Parameters]:
        """The text with a parameter for each value of a list, and the parameters."""
        given = {name: value for name, value in values.items() if name in self._compiler.binds}
        state = self._compiler.construct_expanded_state({**self._compiler.params, **given})
        processors = {**self._processors, **state.processors}
        processed = {name: _processed(processors.get(name), value) for name, value in state.parameters.items()}
        if state.positiontup is None:
            return state.statement, processed
        return state.statement, tuple(processed[name] for name in state.positiontup)

    def _find_converters(self, result: CursorResult[Any]) -> Iterable[_Converter]:
        """Which columns are converted depends on the types of the driver, too, which come with a result."""
        for index, column in enumerate(self._columns):
            driver_type = result.cursor.description[index][1]
            one = column.type.dialect_impl(self._dialect).result_processor(self._dialect, driver_type)
            if one is not None:
                yield _converter_for(column.type)(index, one)


def _converter_for(type_: TypeEngine[Any]) -> type[_Converter]:
    if isinstance(type_, Instant):
        return _InstantConverter
    return _UuidConverter if isinstance(type_, Uuid) else _Converter


@dataclass(frozen=True, slots=True)
class _Converter:
    """Converts the values of the column ``index`` from the driver's to those of the column's type."""

    index: int
    one: Convert

    def all(self, values: Iterable[Any]) -> Iterable[Any]:
        """The values of the column in all rows."""
        one = self.one
        return [one(value) for value in values]


class _UuidConverter(_Converter):
    """Converts ids, several times as fast as their constructor."""

    def all(self, values: Iterable[Any]) -> Iterable[Any]:
        """The ids of the column in all rows; ValueError if one is none."""
        try:
            return msgspec.convert(values, list[UUID | None])
        except msgspec.ValidationError:
            return super().all(values)


class _InstantConverter(_Converter):
    """Converts instants, several times as fast as the column's type, which is asked value by value."""

    def all(self, values: Iterable[Any]) -> Iterable[Any]:
        """The instants of the column in all rows."""
        epoch, millisecond = EPOCH, MILLISECOND
        return [None if value is None else epoch + value * millisecond for value in values]


def _find_processors(compiler: SQLCompiler, dialect: Dialect) -> Iterable[tuple[str, Convert]]:
    """The names of the parameters whose values are not passed to the driver as they are, and what converts them."""
    for name, bind in compiler.binds.items():
        processor = bind.type.dialect_impl(dialect).bind_processor(dialect)
        if processor is not None:
            yield name, processor


def _processed(processor: Convert | None, value: Any) -> Any:
    return value if processor is None else processor(value)
