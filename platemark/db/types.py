"""Column types and SQL expressions that mean the same on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ColumnElement,
    Dialect,
    Integer,
    SQLColumnExpression,
    TypeDecorator,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)

BigInt = BigInteger().with_variant(Integer, "sqlite")
Json = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def milliseconds_up(moment: datetime) -> int:
    """``moment`` in milliseconds since 1970, rounded up: whole milliseconds are before it if they are below this."""
    return -((EPOCH - moment) // MILLISECOND)


class Instant(TypeDecorator[datetime]):
    """A timezone-aware datetime in UTC, stored as milliseconds since 1970; both databases can calculate with it."""

    impl = BigInteger
    cache_ok = True

    def coerce_compared_value(self, op: Any, value: Any) -> Any:
        """Treat a number added to or compared with an instant as milliseconds."""
        return BigInteger() if isinstance(value, int) else self

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Milliseconds for the database; a naive datetime raises TypeError."""
        return None if value is None else (value - EPOCH) // MILLISECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """An aware datetime in UTC."""
        return None if value is None else EPOCH + value * MILLISECOND


class db_now(FunctionElement[datetime]):  # noqa: N801 - reads as the SQL function it is
    """The current time of the database. Leases use it instead of a worker's clock."""

    inherit_cache = True
    type = Instant()


def shifted(instant: SQLColumnExpression[datetime], milliseconds: int) -> ColumnElement[datetime]:
    """``instant`` plus ``milliseconds``, again an instant: it can be compared with and assigned to a column."""
    return type_coerce(instant + milliseconds, Instant())


@compiles(db_now, "sqlite")
def _sqlite_now(element: db_now, compiler: SQLCompiler, **_: Any) -> str:
    return "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)"


@compiles(db_now, "postgresql")
def _postgresql_now(element: db_now, compiler: SQLCompiler, **_: Any) -> str:
    return "(extract(epoch FROM statement_timestamp()) * 1000)::bigint"


class next_place(FunctionElement[int]):  # noqa: N801 - reads as the SQL function it is
    """The place of a new job in the queue: behind all others."""

    inherit_cache = True
    type = BigInteger()


@compiles(next_place, "sqlite")
def _sqlite_next_place(element: next_place, compiler: SQLCompiler, **_: Any) -> str:
    return "(SELECT coalesce(max(place), 0) + 1 FROM jobs)"


@compiles(next_place, "postgresql")
def _postgresql_next_place(element: next_place, compiler: SQLCompiler, **_: Any) -> str:
    return "nextval('jobs_place_seq')"
